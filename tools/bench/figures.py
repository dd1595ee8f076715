"""A figure beside its bare counterpart, and the table that tells of all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 7
"""Odd, so that the median is a round that really was."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured: its median, that of the bare version, and what was aimed at."""

    name: str
    unit: str
    ours: float
    target: float
    bare: float | None = None
    """None where the figure itself is held to the target, not its ratio."""
    reason: str = ""
    """A sentence for whoever reads that it is missed: what takes it."""

    @property
    def held(self) -> float:
        """What is held to the target: the ratio, or the figure itself."""
        return self.ours if self.bare is None else self.ours / self.bare

    @property
    def is_passed(self) -> bool:
        """Whether what was aimed at is reached."""
        return self.held <= self.target

    def row(self) -> tuple[str, ...]:
        """The cells of the table."""
        bare = "" if self.bare is None else f"{self.bare:.1f} {self.unit}"
        ratio = "" if self.bare is None else f"{self.held:.2f}"
        target = f"{self.target:g} {self.unit}" if self.bare is None else f"{self.target:.2f} x"
        return (
            self.name,
            f"{self.ours:.1f} {self.unit}",
            bare,
            ratio,
            target,
            "passed" if self.is_passed else "MISSED",
        )


def in_turn(ours: Callable[[], float], bare: Callable[[], float], rounds: int = ROUNDS) -> tuple[float, float]:
    """The medians of both, measured one after the other, so that what slows the machine slows both.

    One round goes first and is not counted: it fills the caches of the operating system and of Python.
    """
    ours(), bare()
    pairs = [(ours(), bare()) for _ in range(rounds)]
    return median(first for first, _ in pairs), median(second for _, second in pairs)


def reasons(figures: list[Figure]) -> list[str]:
    """Why each missed figure is missed, in a sentence."""
    return [f"{figure.name}: {figure.reason}" for figure in figures if figure.reason and not figure.is_passed]


def table(figures: list[Figure]) -> str:
    """All figures, in columns."""
    rows = [("what", "Needsform", "bare", "ratio", "target", ""), *(figure.row() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
