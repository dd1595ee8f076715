"""Paper is held before the camera of the municipality's machine: a film of printed pages plays in its place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from needsform.models.camera import CameraState, PageSide
from needsform.models.words import Words
from needsform.services.camera import Camera
from needsform.services.confined_process import Bounds
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.screens.intake_screen import IntakeScreen
from needsform.ui.viewmodels.camera_view_model import CameraViewModel
from needsform.ui.viewmodels.intake_view_model import IntakeViewModel
from needsform.ui.widgets.camera_panel import CameraPanel
from tests.export.sheets import WARD_START, pdf_of
from tests.films import film_of
from tests.scans import pages_of
from tests.ui.conftest import shown
from tests.ui.entry.stagings import Ward
from tests.ui.receiver.test_inbox_screen import click, lines, told

Held = Callable[[str], tuple[IntakeScreen, CameraViewModel]]
_LONG = 60_000
"""Milliseconds for a process to begin on a busy machine."""


@pytest.fixture
def held(ward: Ward, qtbot: QtBot) -> Held:
    """The intake page of a machine whose camera sees a film."""

    def look(film: str) -> tuple[IntakeScreen, CameraViewModel]:
        camera = CameraViewModel(lambda _: Camera(film, Bounds(seconds=60, megabytes=900)))
        view_model = IntakeViewModel(ward.session, ward.words, ward.background)
        screen = IntakeScreen(view_model, ward.words, lambda *_: (), camera)
        qtbot.addWidget(screen)
        screen.destroyed.connect(camera.close)
        shown(screen)
        click(screen, "use_camera")
        return screen, camera

    return look


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Both pages of a sheet, one after the other."""
    return str(film_of(tmp_path_factory.mktemp("film") / "sheet.avi", pages_of(pdf_of(WARD_START)), moments=3))


def test_both_pages_are_held_up_and_taken_in_as_one_sheet(held: Held, film: str, qtbot: QtBot) -> None:
    screen, camera = held(film)
    qtbot.waitUntil(lambda: camera.state.backs == 1, timeout=_LONG)
    assert "Bagsiden er læst. Læste forsider: 1. Bagsider: 1." in told(screen)
    click(screen, "finish_camera")
    (line,) = lines(screen)
    assert line.startswith("Einer Test Lauridsen | 020160-9995 · Kamera, side 1 af 2 | ")
    assert camera.state == CameraState()


def test_the_same_page_counts_once_however_long_it_is_held(held: Held, film: str, qtbot: QtBot) -> None:
    _, camera = held(film)
    qtbot.waitUntil(lambda: camera.state.message is not None, timeout=_LONG)  # the film is over
    assert (camera.state.fronts, camera.state.backs, camera.state.last) == (1, 1, PageSide.BACK)


def test_what_was_read_can_be_taken_in_after_the_camera_stopped(held: Held, film: str, qtbot: QtBot) -> None:
    screen, camera = held(film)
    qtbot.waitUntil(lambda: camera.state.message is not None, timeout=_LONG)
    panel = screen.findChild(CameraPanel)
    assert panel is not None
    assert panel.picture.is_dark
    assert [line for line in told(screen) if line.startswith("Kameraet viser ikke noget mere")]
    click(screen, "finish_camera")
    assert len(lines(screen)) == 1


def test_a_machine_without_a_camera_says_so_and_nothing_can_be_taken_in(
    held: Held, tmp_path: Path, qtbot: QtBot
) -> None:
    screen, camera = held(str(tmp_path / "none"))
    qtbot.waitUntil(lambda: camera.state.message is not None, timeout=_LONG)
    assert [line for line in told(screen) if line.startswith("Der blev ikke fundet et kamera")]
    finish = screen.findChild(QPushButton, "finish_camera")
    assert finish is not None
    assert not finish.isEnabled()


def test_cancelling_switches_the_camera_off_and_takes_nothing_in(held: Held, film: str, qtbot: QtBot) -> None:
    screen, camera = held(film)
    qtbot.waitUntil(lambda: camera.state.fronts == 1, timeout=_LONG)
    click(screen, "close_camera")
    panel = screen.findChild(CameraPanel)
    assert panel is not None
    assert panel.isHidden()
    assert panel.picture.is_dark
    assert lines(screen) == []
    assert screen.focusWidget() is screen.findChild(QPushButton, "use_camera")


def test_without_the_library_there_is_no_button(qtbot: QtBot, session: Session, danish: Words) -> None:
    screen = IntakeScreen(IntakeViewModel(session, danish, Background()), danish, lambda *_: ())
    qtbot.addWidget(screen)
    shown(screen)
    button = screen.findChild(QPushButton, "use_camera")
    assert button is not None
    assert not button.isVisible()
