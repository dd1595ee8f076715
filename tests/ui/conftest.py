"""Screens over a real store: the ward's fixtures, the two languages, the dress, and the whole program."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from needsform.app import Program
from needsform.models.settings import Appearance, Settings
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.ui import theme
from needsform.ui.background import Background
from needsform.ui.dialogs import Dialogs
from needsform.ui.theme import Theme
from needsform.ui.translation import Translation
from tests.clock import StandingClock
from tests.services.conftest import (  # noqa: F401 - the same ward, seen through its windows
    access,
    database,
    draft,
    einer,
    folder,
    form,
    founded_once,
    patients,
    session,
    unlocked,
)
from tests.ward import CHEAP, entropy
from tools.translations import compile_changed

Dress = Callable[[Appearance, int], None]


@pytest.fixture(scope="session", autouse=True)
def compiled_translations() -> None:
    """The program loads what is compiled, so the sources of today are compiled first."""
    compile_changed()


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> QApplication:
    """The shipped typeface."""
    theme.load_fonts()
    return qapp


@pytest.fixture
def dress(fonts: QApplication) -> Iterator[Dress]:
    """Dress the program: appearance and text size, in percent. Undressed afterwards."""
    font, palette = fonts.font(), fonts.palette()
    yield lambda appearance, percent: theme.apply(fonts, Theme(appearance, percent))
    fonts.setStyleSheet("")
    fonts.setFont(font)
    fonts.setPalette(palette)


@pytest.fixture
def translation(qapp: QApplication) -> Iterator[Translation]:
    """The language of the program, English again afterwards."""
    installed = Translation(qapp)
    yield installed
    installed.use("en")


@pytest.fixture
def danish(translation: Translation) -> Words:
    """The program speaks Danish; its value sets."""
    translation.use("da")
    return reference_data.words("da")


@pytest.fixture
def background() -> Iterator[Background]:
    """The worker."""
    worker = Background()
    yield worker
    worker.wait()


@pytest.fixture
def dialogs(tmp_path: Path) -> Dialogs:
    """Somebody who always chooses the same file, and prints nothing."""
    return Dialogs(
        choose_file=lambda *_: tmp_path / "chosen.json",
        choose_save_path=lambda *_: tmp_path / "saved.txt",
        print_text=lambda *_: None,
    )


@pytest.fixture
def program(qapp: QApplication, folder: Path, clock: StandingClock, dialogs: Dialogs) -> Iterator[Program]:  # noqa: F811
    """The whole program over the ward's folder, not yet started."""
    running = Program(qapp, folder, clock=clock, entropy=entropy(), dialogs=dialogs, kdf=CHEAP)
    running.window.painted.connect(partial(let_watch_rest, running))
    yield running
    if running.journeys.workday is not None:
        running.journeys.lock()
    running.leave()
    running.dressing.wear(Settings(language="en"))  # the next test must not hear this one's language
    running.window.deleteLater()
    sweep()
    qapp.setStyleSheet("")


def let_watch_rest(running: Program) -> None:
    """A test that moves the clock by minutes would be taken for a machine that slept; who waits on purpose looks."""
    if running.watch is not None:
        running.watch.inactivity.rest()


def sweep() -> None:
    """Let go of what was asked to go: outside of a running event loop, Qt waits with that."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def shown(screen: QWidget, width: int = 1280, height: int = 800) -> QWidget:
    """A screen in a window of that size, laid out and painted once."""
    screen.resize(width, height)
    screen.show()
    QCoreApplication.processEvents()
    screen.grab()
    return screen
