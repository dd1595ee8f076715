"""A workplace: the program over a store, a clock on the wall, hands on the window, answers for the system's dialogs."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QWidget

from needsform.app import Program
from needsform.demo.hands import hands_on
from needsform.demo.player import Player, WallClock
from needsform.demo.small_talk import without_small_talk
from needsform.dressing import new_application
from needsform.services import reference_data
from needsform.ui.dialogs import Dialogs

BEGINS = time(10, 42, tzinfo=ZoneInfo("Europe/Copenhagen"))


@dataclass(slots=True)
class Errand:
    """What a person would answer to the system's own dialogs, which nobody sees here."""

    save_as: Path | None = None
    """Where the next file is to be saved."""
    open: tuple[Path, ...] = ()
    """What is to be opened next."""

    def dialogs(self) -> Dialogs:
        """Dialogs that are answered so."""
        return Dialogs(
            choose_file=lambda *_: next(iter(self.open), None),
            choose_save_path=lambda *_: self.save_as,
            print_text=lambda *_: None,
            choose_files=lambda *_: self.open,
        )


@contextlib.contextmanager
def at_work(
    store: Path, album: Path, day: date, language: str, errand: Errand, *, pictures: int = 0
) -> Iterator[Player]:
    """Start the program over a store on the morning of a day, and leave it at the end.

    `album` is the folder for pictures, of which there are so many already.
    """
    app = QApplication.instance() or new_application("needsform")
    assert isinstance(app, QApplication)  # noqa: S101 - nobody else makes one of another kind
    clock = WallClock(datetime.combine(day, BEGINS))
    program = Program(app, store, language=language, clock=clock, dialogs=errand.dialogs())
    with without_small_talk(), hands_on(program.window) as hands:
        program.window.painted.connect(partial(_let_the_watch_rest, program))
        program.start()
        yield Player(program, hands, clock, album, reference_data.words(language), pictures)
        program.leave()


def lock(player: Player) -> None:
    """Leave the screen."""
    player.hands.click("lock")
    player.hands.find(QWidget, "unlock_screen")
    player.take_picture("locked")


def _let_the_watch_rest(program: Program) -> None:
    """The clock on the wall leaps a minute a picture, and that would be a machine that has slept."""
    if program.watch is not None:
        program.watch.inactivity.rest()
