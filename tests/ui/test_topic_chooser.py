"""The list in which several areas are ticked: an empty box is seen as well as a full one, in every appearance."""

from collections import Counter

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.identity import LinkId
from needsform.models.settings import Appearance
from needsform.ui.widgets.topic_chooser import TopicChooser
from tests.ui.conftest import Dress, shown
from tests.ui.patient.eyes import contrast

# A list that opens needs a window system to hold the keyboard; without one Qt says so, and it opens all the same.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

CHOICES = {LinkId("work"): "Arbejde", LinkId("sleep"): "Søvn", LinkId("partner"): "Partner"}
_BOX = 20
"""Pixels of the side of a box, and what is left of it at 100 % text is its column."""


def column(listed: QListWidget, row: int) -> QImage:
    """The place before the words of a row, as it was painted."""
    place = listed.visualItemRect(listed.item(row))
    return listed.viewport().grab(QRect(0, place.top(), 2 * _BOX, place.height())).toImage()


def standing_out(image: QImage) -> int:
    """How many pixels can be told from the ground that most of the place is."""
    pixels: Counter[tuple[int, int, int]] = Counter()
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            pixels[(colour.red(), colour.green(), colour.blue())] += 1
    ground = pixels.most_common(1)[0][0]
    return sum(count for colour, count in pixels.items() if contrast(colour, ground) >= 3)


@pytest.mark.parametrize("appearance", list(Appearance))
def test_a_box_is_seen_whether_or_not_it_has_a_tick(qtbot: QtBot, dress: Dress, appearance: Appearance) -> None:
    dress(appearance, 100)
    room = QWidget()
    button = QPushButton("Helps with", room)
    qtbot.addWidget(room)
    shown(room, 900, 700)
    chooser = TopicChooser("What does it help with?", CHOICES, room)
    chooser.tick([LinkId("sleep")])
    chooser.open_at(button)
    listed = chooser.findChild(QListWidget)
    assert listed is not None
    marked, ticked, empty = (column(listed, row) for row in range(3))
    around = 4 * (_BOX - 6)  # a line around the box, its corners round
    assert standing_out(empty) >= around
    assert standing_out(marked) >= around  # the row where the keyboard is has another ground
    assert standing_out(ticked) > 2 * standing_out(empty)
    QTest.keyClick(listed, Qt.Key.Key_Space)
    assert standing_out(column(listed, 0)) > 2 * standing_out(empty)
    chooser.close()


@pytest.mark.parametrize("percent", [100, 200, 250])
def test_all_of_a_short_list_is_seen_without_scrolling(qtbot: QtBot, dress: Dress, percent: int) -> None:
    dress(Appearance.LIGHT, percent)
    room = QWidget()
    button = QPushButton("Helps with", room)
    qtbot.addWidget(room)
    shown(room, 900, 700)
    chooser = TopicChooser("What does it help with?", CHOICES, room)
    chooser.tick([LinkId("sleep")])
    chooser.open_at(button)
    listed = chooser.findChild(QListWidget)
    assert listed is not None
    assert listed.verticalScrollBar().maximum() == 0
    chooser.close()
