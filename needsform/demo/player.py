"""What plays a case: the running program, hands on its window, a clock on the wall, and an album of what is seen."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.words import Words

LOGIN = "demo"
PASSWORD = "en kop kaffe kl. 10.42"  # noqa: S105 - told to whoever runs the demo, so that they can open its store
STAFF_SIZE = QSize(1440, 900)
PATIENT_SIZE = QSize(1280, 800)
"""Pixels: how large the windows of staff and citizen are in the pictures."""
_PNG_QUALITY = 70
"""Nothing is lost at any number; this one packs less tightly than the usual one, in a third of the time."""


class WallClock:
    """Stands still until a minute is let pass, so that the same case tells the same times in every run."""

    def __init__(self, begins_at: datetime) -> None:
        self._now = begins_at

    def __call__(self) -> datetime:
        """The time that the program reads."""
        return self._now

    def let_a_minute_pass(self) -> None:
        """On to the next minute."""
        self._now += timedelta(minutes=1)


@dataclass(slots=True)
class Player:
    """Handed from one part of the journey to the next."""

    program: Program
    hands: Hands
    clock: WallClock
    folder: Path
    words: Words
    """The value sets as the windows say them."""
    pictures: int = 0
    """How many have been taken."""

    def take_picture(self, name: str) -> None:
        """Keep what the window shows now as `01-name.png`, and let a minute pass."""
        self.wait_until_quiet()
        self.pictures += 1
        self.program.window.grab().save(str(self.folder / f"{self.pictures:02}-{name}.png"), quality=_PNG_QUALITY)
        self.clock.let_a_minute_pass()

    def wait_until_quiet(self) -> None:
        """Until the worker is idle and everything is painted."""
        self.hands.wait_until_quiet(lambda: self.program.is_busy)

    def sit_down(self, size: QSize) -> None:
        """Whoever takes the screen gets a window of this size; out of sight no screen is large enough by itself."""
        self.program.window.resize(size)
        self.hands.settle()

    def read(self, name: str) -> str:
        """What a label says."""
        return self.hands.find(QLabel, name).text()
