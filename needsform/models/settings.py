"""What a workstation remembers between runs; nothing of any citizen. Standard library only: read before unlocking."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

SMALLEST_TEXT, LARGEST_TEXT = 100, 250
"""Text size, in percent of the usual (WCAG 1.4.4 asks for 200)."""
TEXT_STEPS = (100, 125, 150, 175, 200, 225, 250)
SHORTEST_LOCK, LONGEST_LOCK = 30, 600
"""Seconds without a touch before staff screens lock (TRUST 0.5)."""


LOCK_STEPS = (30, 60, 120, 300, 600)
"""What is offered."""


class Appearance(StrEnum):
    """The colour sets; all from the same names in `resources/tokens.json`."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


@dataclass(frozen=True, slots=True)
class Settings:
    """One workstation's settings, every value within its bounds."""

    language: str = "da"
    appearance: Appearance = Appearance.LIGHT
    text_percent: int = SMALLEST_TEXT
    staff_lock_seconds: int = 120
    patient_lock_seconds: int = 300
    window_width: int = 1280
    window_height: int = 800
    is_maximised: bool = False
    shows_more_details: bool = False
    """Whether "More details" was left open where a citizen is registered."""

    def bounded(self) -> Self:
        """The same with every number inside its bounds: a hand-edited file must not stop the program."""
        return replace(
            self,
            language=self.language if self.language in ("da", "en") else "da",
            text_percent=min(max(self.text_percent, SMALLEST_TEXT), LARGEST_TEXT),
            staff_lock_seconds=min(max(self.staff_lock_seconds, SHORTEST_LOCK), LONGEST_LOCK),
            patient_lock_seconds=min(max(self.patient_lock_seconds, SHORTEST_LOCK), LONGEST_LOCK),
            window_width=min(max(self.window_width, 800), 10_000),
            window_height=min(max(self.window_height, 600), 10_000),
        )
