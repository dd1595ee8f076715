"""The consultation: what is new, still there and gone, in words, and the way on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from needsform.models.next_step import NextStep
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.screens.consultation_screen import ConsultationScreen
from tests.ui.plan.stagings import Room, registered, shown_consultation, talked


@pytest.fixture
def room(session: Session, background: Background, tmp_path_factory: pytest.TempPathFactory) -> Room:
    """In English, so that the words of these tests can be read here."""
    words = reference_data.words("en")
    return Room(session, background, words, registered(session), tmp_path_factory.mktemp("papers") / "plan.pdf")


def opened(room: Room, qtbot: QtBot) -> ConsultationScreen:
    screen = shown_consultation(room)()
    assert isinstance(screen, ConsultationScreen)
    qtbot.addWidget(screen)
    screen.resize(1440, 900)
    screen.show()
    return screen


def said(screen: ConsultationScreen) -> list[str]:
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen) and label.text()]


def test_each_topic_stands_under_what_became_of_it(room: Room, qtbot: QtBot) -> None:
    talked(room, "fatigue.problem", "work.problem")
    talked(room, "work.problem", "work.support", "sleep.problem")
    words = said(opened(room, qtbot))
    for heading in ("New · 1", "Still there · 1", "Gone · 1"):
        assert heading in words
    assert words.index("New · 1") < words.index("Still there · 1") < words.index("Gone · 1")
    assert "concerns, wants support" in words


def test_another_earlier_one_can_be_chosen(room: Room, qtbot: QtBot) -> None:
    talked(room, "sleep.problem")
    talked(room, "fatigue.problem")
    talked(room, "sleep.problem")
    screen = opened(room, qtbot)
    assert "New · 1" in said(screen)
    earlier = screen.findChild(QComboBox, "earlier")
    assert earlier is not None
    assert earlier.count() == 2
    earlier.activated.emit(1)
    assert "Still there · 1" in said(screen)


def test_the_next_thing_is_one_press_away(room: Room, qtbot: QtBot) -> None:
    talked(room, "sleep.problem")
    newer = talked(room, "fatigue.problem")
    screen = opened(room, qtbot)
    button = screen.findChild(QPushButton, "next_step")
    assert button is not None
    with qtbot.waitSignal(screen.step_requested) as asked:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == [newer.id, NextStep.WRITE_BACK]


def test_without_any_assessment_a_new_one_is_the_way(room: Room, qtbot: QtBot) -> None:
    screen = opened(room, qtbot)
    button = screen.findChild(QPushButton, "next_step")
    assert button is not None
    with qtbot.waitSignal(screen.new_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(screen.closed_requested):
        QTest.keyClick(screen, Qt.Key.Key_Escape)
