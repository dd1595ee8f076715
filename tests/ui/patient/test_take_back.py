"""Staff takes the screen back: one password, tried without holding the window up."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.assessment import Assessment
from needsform.models.settings import Settings
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.main_window import MainWindow
from needsform.ui.screens.staff_door_screen import StaffDoorScreen
from needsform.ui.screens.thank_you_screen import ThankYouScreen
from needsform.ui.viewmodels.take_back_view_model import TakeBackViewModel
from tests.ui.accessible import controls
from tests.ui.patient.citizen import Wardrobe, settle
from tests.ward import PASSWORD


@pytest.fixture
def door(
    access: Access, session: Session, draft: Assessment, background: Background, dressed: Wardrobe
) -> TakeBackViewModel:
    """The citizen has the screen, and Karin comes."""
    del dressed
    session.hand_to_citizen(draft.id)
    return TakeBackViewModel(access, session, background)


Screen = type[ThankYouScreen] | type[StaffDoorScreen]


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The window that the citizen had."""
    opened = MainWindow(Settings())
    opened.open()
    qtbot.waitExposed(opened)
    opened.activateWindow()
    yield opened
    opened.clear_screen()
    opened.leave()
    opened.deleteLater()
    settle()


def open_screen(kind: Screen, door: TakeBackViewModel, window: MainWindow) -> ThankYouScreen | StaffDoorScreen:
    """Show the screen as the program does."""
    window.show_screen(lambda room: kind(door, room))
    settle()
    shown = window.screen_shown
    assert isinstance(shown, ThankYouScreen | StaffDoorScreen)
    return shown


def field(screen: QWidget) -> QLineEdit:
    """Where the password is typed."""
    found = screen.findChild(QLineEdit, "staff_password")
    assert found is not None
    return found


@pytest.mark.parametrize("kind", [ThankYouScreen, StaffDoorScreen])
def test_the_right_password_gives_the_screen_back(
    kind: Screen, door: TakeBackViewModel, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    screen = open_screen(kind, door, window)
    assert field(screen).hasFocus()
    with qtbot.waitSignal(screen.taken_back):
        QTest.keyClicks(field(screen), PASSWORD)
        QTest.keyClick(field(screen), Qt.Key.Key_Return)
        assert door.is_busy
        assert not field(screen).isEnabled()
    assert not session.is_with_citizen


@pytest.mark.parametrize("kind", [ThankYouScreen, StaffDoorScreen])
def test_a_wrong_password_is_told_beside_the_field_and_changes_nothing(
    kind: Screen, door: TakeBackViewModel, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    screen = open_screen(kind, door, window)
    with qtbot.waitSignal(door.failed):
        QTest.keyClicks(field(screen), "gætværk gætværk")
        QTest.keyClick(field(screen), Qt.Key.Key_Return)
    fault = screen.findChild(QLabel, "staff_password_error")
    assert fault is not None
    assert fault.isVisible()
    assert fault.text()
    assert (field(screen).text(), field(screen).hasFocus()) == ("", True)
    assert session.is_with_citizen


def test_no_password_is_not_tried(door: TakeBackViewModel, window: MainWindow) -> None:
    screen = open_screen(ThankYouScreen, door, window)
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert not door.is_busy


def test_the_citizen_who_came_to_the_door_by_mistake_goes_back(
    door: TakeBackViewModel, window: MainWindow, qtbot: QtBot
) -> None:
    screen = open_screen(StaffDoorScreen, door, window)
    back = screen.findChild(QPushButton, "return_to_form")
    assert back is not None
    assert isinstance(screen, StaffDoorScreen)
    with qtbot.waitSignal(screen.returned):
        QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(screen.returned):
        QTest.keyClick(field(screen), Qt.Key.Key_Escape)


def test_every_control_of_the_door_has_a_name_and_can_be_reached(door: TakeBackViewModel, window: MainWindow) -> None:
    for kind in (ThankYouScreen, StaffDoorScreen):
        screen = open_screen(kind, door, window)
        seen = controls(screen)
        assert all(control.name for control in seen)
        names = {control.widget.objectName() for control in seen if control.widget is not None}
        reached = set()
        for _ in range(8):
            focused = screen.focusWidget()
            assert focused is not None
            reached.add(focused.objectName())
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert names <= reached


def wrong(screen: QWidget, door: TakeBackViewModel, qtbot: QtBot) -> str:
    """What is said of a wrong password."""
    with qtbot.waitSignal(door.failed):
        QTest.keyClicks(field(screen), "gætværk gætværk")
        QTest.keyClick(field(screen), Qt.Key.Key_Return)
    fault = screen.findChild(QLabel, "staff_password_error")
    assert fault is not None
    return fault.text()


@pytest.mark.parametrize("kind", [ThankYouScreen, StaffDoorScreen])
def test_after_three_wrong_passwords_the_door_counts_down_and_then_opens(
    kind: Screen, door: TakeBackViewModel, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    screen = open_screen(kind, door, window)
    told = [wrong(screen, door, qtbot) for _ in range(3)]
    assert ["1" in sentence for sentence in told] == [False, False, True]
    enter = screen.findChild(QPushButton, "take_back")
    assert enter is not None
    assert door.is_waiting
    assert not enter.isEnabled()
    qtbot.waitUntil(lambda: not door.is_waiting)
    assert enter.isEnabled()
    with qtbot.waitSignal(door.taken_back):
        QTest.keyClicks(field(screen), PASSWORD)
        QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert not session.is_with_citizen


def test_a_colleague_is_asked_for_their_login_first(
    door: TakeBackViewModel, session: Session, window: MainWindow, qtbot: QtBot
) -> None:
    screen = open_screen(ThankYouScreen, door, window)
    other, login = screen.findChild(QPushButton, "other_login"), screen.findChild(QLineEdit, "staff_login")
    assert other is not None
    assert login is not None
    assert (login.isVisible(), login.text()) == (False, "")
    QTest.mouseClick(other, Qt.MouseButton.LeftButton)
    assert login.hasFocus()
    QTest.keyClicks(login, "nobody")
    QTest.keyClick(login, Qt.Key.Key_Return)
    assert field(screen).hasFocus()
    with qtbot.waitSignal(door.failed):
        QTest.keyClicks(field(screen), PASSWORD)
        QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert session.is_with_citizen
    QTest.keyClick(login, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(login, "Karin")
    with qtbot.waitSignal(door.taken_back):
        QTest.keyClicks(field(screen), PASSWORD)
        QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert not session.is_with_citizen
