"""What staff copied does not wait on the clipboard for the next user."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from needsform.ui.clipboard_guard import KEPT_FOR, ClipboardGuard


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:  # noqa: ARG001
    kept = QGuiApplication.clipboard()
    yield kept
    kept.clear()


def copied(qtbot: QtBot) -> None:
    """Somebody marks a number in a field and copies it."""
    field = QLineEdit("020160-9995")
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()


def yes() -> bool:
    """The platform that tests run on cannot tell whose the clipboard is."""
    return True


def test_what_was_copied_is_gone_after_a_while(clipboard: QClipboard, qtbot: QtBot) -> None:
    guard = ClipboardGuard(is_ours=yes, kept_for=0)
    with qtbot.waitSignal(clipboard.dataChanged):
        copied(qtbot)
    qtbot.waitUntil(lambda: clipboard.text() == "")
    assert guard._timer.interval() == 0


def test_it_is_kept_for_ten_seconds_and_begins_anew_with_each_copy(clipboard: QClipboard, qtbot: QtBot) -> None:
    guard = ClipboardGuard(is_ours=yes)
    assert KEPT_FOR == 10_000
    copied(qtbot)
    assert guard._timer.isActive()
    assert guard._timer.interval() == KEPT_FOR
    assert clipboard.text() == "020160-9995"
    guard.forget()
    assert clipboard.text() == ""
    assert not guard._timer.isActive()


def test_an_empty_clipboard_is_left_alone(clipboard: QClipboard) -> None:
    guard = ClipboardGuard()
    changes = QSignalSpy(clipboard.dataChanged)
    guard.forget()
    assert changes.count() == 0


def test_what_another_program_put_there_stays(clipboard: QClipboard, qtbot: QtBot) -> None:
    guard = ClipboardGuard(is_ours=lambda: False, kept_for=0)
    copied(qtbot)
    assert not guard._timer.isActive()
    guard.forget()
    assert clipboard.text() == "020160-9995"
