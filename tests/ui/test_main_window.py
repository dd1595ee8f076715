"""One screen at a time; the one before is gone, and nobody closes the window by accident."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from needsform.models.errors import WorldError
from needsform.models.settings import Settings
from needsform.ui.main_window import MainWindow
from needsform.ui.translation import Translation
from tests.ui.conftest import sweep


def screen(room: QWidget) -> QWidget:
    """Two fields, of which the screen wants the focus in the second."""
    page = QWidget(room)
    column = QVBoxLayout(page)
    for name in ("first", "second"):
        field = QLineEdit()
        field.setObjectName(name)
        column.addWidget(field)
        page.setFocusProxy(field)
    return page


def test_the_screen_before_is_destroyed(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.show_screen(screen)
    before = window.screen_shown
    window.show_screen(screen)
    assert window.screen_shown is not before
    assert before is not None
    assert before.isHidden()
    sweep()
    assert not isValid(before)


def test_of_a_screen_that_could_not_be_made_nothing_stays(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.show_screen(screen)
    before = window.screen_shown

    def cut_off(room: QWidget) -> QWidget:
        screen(room)
        raise WorldError("store.damaged")

    with pytest.raises(WorldError):
        window.show_screen(cut_off)
    sweep()
    assert window.screen_shown is before
    assert len(window.findChildren(QLineEdit)) == 2


def test_the_focus_goes_where_the_screen_wants_it(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.show_screen(screen)
    assert focus_name() == "second"


def test_the_second_press_of_a_double_click_does_not_reach_the_next_screen(qtbot: QtBot) -> None:
    window = opened(qtbot)
    pressed: list[str] = []

    def sign() -> None:
        pressed.append("sign")
        window.show_screen(lambda _: button("hand_over", lambda: pressed.append("hand_over")))

    window.show_screen(lambda _: button("sign", sign))
    middle = window.rect().center()
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
    assert pressed == ["sign"]
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=middle)
    assert pressed == ["sign", "hand_over"]


def test_a_double_click_is_one_again_when_the_moment_is_over(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.show_screen(screen)
    field = window.findChild(QLineEdit, "first")
    assert field is not None
    field.setText("Trappen")
    moment = window.findChild(QTimer, "first_moment")
    assert moment is not None
    qtbot.waitUntil(lambda: not moment.isActive())
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=field.mapTo(window, QPoint(12, 8)))
    assert field.selectedText() == "Trappen"


def test_a_screen_that_is_built_again_keeps_its_focus(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.show_screen(screen)
    first = window.findChild(QLineEdit, "first")
    assert first is not None
    first.setFocus()
    window.rebuild_screen()
    assert focus_name() == "first"
    sweep()
    assert not isValid(first)


def test_clearing_leaves_nothing_and_closes_dialogs(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.show_screen(screen)
    dialog = QDialog(window)
    dialog.open()
    window.clear_screen()
    assert dialog.isHidden()
    sweep()
    assert window.findChildren(QLineEdit) == []
    window.rebuild_screen()
    assert window.findChildren(QLineEdit) == []


def test_nothing_personal_can_be_in_the_title(qtbot: QtBot, translation: Translation) -> None:
    window = opened(qtbot)
    assert window.windowTitle() == "Needs assessment"
    translation.use("da")
    window.show_screen(screen)
    window.rebuild_screen()
    assert window.windowTitle() == "Behovsvurdering"


def test_closing_is_asked_for_first(qtbot: QtBot) -> None:
    window = opened(qtbot)
    with qtbot.waitSignal(window.close_requested):
        window.close()
    assert window.isVisible()
    window.leave()
    assert not window.isVisible()


def test_the_window_remembers_its_size(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.resize(1300, 777)
    assert window.settings_with_size(Settings()) == replace(Settings(), window_width=1300, window_height=777)


def test_the_whole_screen_is_not_remembered_as_a_size(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.set_full_screen(True)
    assert window.isFullScreen()
    assert window.settings_with_size(Settings()) == Settings()
    window.set_full_screen(False)
    assert not window.isFullScreen()


def test_the_window_tells_when_it_has_been_painted_and_only_once(qtbot: QtBot) -> None:
    window = MainWindow(Settings())
    qtbot.addWidget(window, before_close_func=MainWindow.leave)
    told: list[None] = []
    window.painted.connect(lambda: told.append(None))
    with qtbot.waitSignal(window.painted):
        window.open()
    window.grab()
    sweep()
    assert len(told) == 1


def button(name: str, act: Callable[[], None]) -> QWidget:
    """A screen that is one button."""
    made = QPushButton(name)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    made.clicked.connect(act)
    return made


def opened(qtbot: QtBot) -> MainWindow:
    window = MainWindow(Settings())
    qtbot.addWidget(window, before_close_func=MainWindow.leave)
    with qtbot.waitActive(window):
        window.open()
        window.activateWindow()
    return window


def focus_name() -> str:
    focused = QGuiApplication.focusObject()
    assert isinstance(focused, QWidget)
    assert focused.focusPolicy() is not Qt.FocusPolicy.NoFocus
    return focused.objectName()
