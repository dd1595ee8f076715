"""An administrator hands a record out, keeps it, erases it; and sees who is old enough before anybody goes."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.backup import BackupReason
from needsform.models.errors import Message
from needsform.models.patient import Patient
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.screens.record_screen import RecordScreen
from needsform.ui.screens.retention_screen import RetentionScreen
from needsform.ui.viewmodels.record_view_model import RecordViewModel
from needsform.ui.viewmodels.retention_view_model import RetentionViewModel
from tests.clock import StandingClock
from tests.ui.conftest import shown

WORDS = reference_data.words("en")


def click(screen: QWidget, name: str) -> None:
    """The left button, on something that can be pressed."""
    button = screen.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisibleTo(screen)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(screen: QWidget, name: str, text: str) -> None:
    """Type it."""
    editor = screen.findChild(QLineEdit, name)
    assert editor is not None
    editor.clear()
    QTest.keyClicks(editor, text)


def reads(screen: QWidget, name: str) -> str:
    """What stands there; empty if it is not to be seen."""
    label = screen.findChild(QLabel, name)
    return label.text() if label is not None and label.isVisibleTo(screen) else ""


@pytest.fixture
def record(session: Session, einer: Patient, background: Background, tmp_path: Path, qtbot: QtBot) -> RecordScreen:
    """Einer's record, under Karin's hands."""
    view_model = RecordViewModel(session, einer.id, WORDS, background)
    screen = RecordScreen(view_model, WORDS, lambda *_: tmp_path)
    qtbot.addWidget(screen)
    shown(screen)
    return screen


def test_everything_is_handed_out(record: RecordScreen, background: Background, qtbot: QtBot, tmp_path: Path) -> None:
    click(record, "hand_out")
    qtbot.waitUntil(lambda: not background.is_busy)
    assert "Files: 1" in reads(record, "record_notice")
    assert [path.name for path in tmp_path.glob("needsform 2026*/*")] == ["overview.pdf"]


def test_a_record_is_kept_and_cannot_be_erased_until_that_is_ended(record: RecordScreen) -> None:
    click(record, "keep")
    assert reads(record, "keep_reason_error")
    write(record, "keep_reason", "a complaint")
    click(record, "keep")
    assert reads(record, "kept_because").endswith("a complaint")
    erase = record.findChild(QPushButton, "erase")
    assert erase is not None
    assert not erase.isEnabled()
    click(record, "end_keeping")
    assert erase.isEnabled()


def test_only_the_right_number_erases(
    record: RecordScreen, session: Session, einer: Patient, background: Background, qtbot: QtBot
) -> None:
    write(record, "typed", "020160-9996")
    click(record, "erase")
    assert reads(record, "typed_error")
    assert session.patients.get(einer.id)
    write(record, "typed", einer.identifier.shown)
    view_model = record._view_model
    with qtbot.waitSignal(view_model.erased) as gone:
        click(record, "erase")
    assert gone.args == [Message("erase.done")]
    qtbot.waitUntil(lambda: not background.is_busy)
    assert session.patients.find("Einer") == ()


def test_stopped_among_the_backups_the_citizen_is_said_to_be_erased(
    record: RecordScreen, session: Session, einer: Patient, background: Background, qtbot: QtBot
) -> None:
    session.backups.job(BackupReason.DURING_WORK).run(lambda _: None)
    view_model = record._view_model

    def press_stop(percent: int) -> None:
        if percent >= 40:  # the store is done
            view_model.stop()

    view_model._heard.connect(press_stop, Qt.ConnectionType.DirectConnection)
    write(record, "typed", einer.identifier.shown)
    with qtbot.waitSignal(view_model.erased) as gone:
        click(record, "erase")
    assert gone.args == [Message("erase.sweep_stopped")]
    qtbot.waitUntil(lambda: not background.is_busy)
    assert session.patients.find("Einer") == ()
    assert session.retention.has_left_behind()


def test_nobody_goes_before_they_are_seen_and_it_is_said(
    session: Session, patients: dict[str, Patient], background: Background, clock: StandingClock, qtbot: QtBot
) -> None:
    held = patients["May June Test Moberg"]
    session.retention.place_hold(held.id, "a complaint")
    for _ in range(14):
        clock.advance(timedelta(days=29))
        session.patients.find("nobody")
    view_model = RetentionViewModel(session, background)
    screen = RetentionScreen(view_model, WORDS)
    qtbot.addWidget(screen)
    shown(screen)
    assert view_model.state.due == ()
    write(screen, "years", "0")
    click(screen, "save")
    assert reads(screen, "years_error")
    write(screen, "years", "1")
    click(screen, "save")
    assert len(view_model.state.due) == len(patients)
    click(screen, "ask_erase")
    assert "5" in reads(screen, "erase_meaning")
    click(screen, "keep_all")
    assert len(session.patients.find("Test")) == len(patients)
    click(screen, "ask_erase")
    click(screen, "confirm_erase")
    qtbot.waitUntil(lambda: not background.is_busy and view_model.state.percent is None)
    assert "5" in reads(screen, "retention_notice")
    assert [found.id for found in session.patients.find("Test")] == [held.id]
