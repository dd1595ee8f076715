"""A field that grows with its text, and tells when nothing more fits."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needsform.demo.case import longest
from needsform.ui.widgets.growing_text import GrowingText
from tests.ui.back_page.conftest import Dress


@pytest.fixture(autouse=True)
def clipboard(qtbot: QtBot) -> Iterator[None]:
    """What Python put on the clipboard must go while Python is still running."""
    del qtbot
    yield
    QApplication.clipboard().clear()


@pytest.fixture
def field(qtbot: QtBot, dress: Dress) -> Iterator[GrowingText]:
    """A field of 200 pixels, as in a column."""
    del dress
    room = QWidget()
    made = GrowingText("field", "Borgerens ord")
    column = QVBoxLayout(room)
    column.addWidget(made)
    column.addStretch(1)
    room.resize(220, 900)
    qtbot.addWidget(room)
    with qtbot.waitExposed(room):
        room.show()
    made.setFocus()
    yield made
    room.close()


def paste(field: GrowingText, text: str) -> None:
    """From the clipboard, as a person pastes."""
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def is_all_in_sight(field: GrowingText) -> bool:
    """Whether the last line can be seen without scrolling."""
    QApplication.processEvents()
    last = field.document().lastBlock()
    bottom = field.blockBoundingGeometry(last).translated(field.contentOffset()).bottom()
    return field.verticalScrollBar().maximum() == 0 and bottom <= field.viewport().height() + 1


@pytest.mark.parametrize("length", [1, 40, 200, 500])
def test_every_line_can_be_seen(field: GrowingText, length: int) -> None:
    paste(field, longest(length))
    assert is_all_in_sight(field)


def test_it_shrinks_again(field: GrowingText) -> None:
    before = field.height()
    paste(field, longest(200))
    assert field.height() > before
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.height() == before


def test_what_does_not_fit_is_not_taken_and_what_was_there_stays(field: GrowingText, qtbot: QtBot) -> None:
    written = longest(490)
    field.render_text(written)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    with qtbot.waitSignal(field.filled, timeout=1000):
        paste(field, "0123456789abcdef")
    assert field.text == "0123456789" + written


def test_a_long_text_can_be_pasted_up_to_the_limit(field: GrowingText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.filled, timeout=1000):
        paste(field, longest(700))
    assert field.text == longest(700)[:500].rstrip()
    assert is_all_in_sight(field)


@pytest.mark.parametrize("letter", ["\U0001f600", "a\U0001f600", "e\u0301"])
def test_letters_that_qt_counts_as_two_are_taken_whole_up_to_the_limit(field: GrowingText, letter: str) -> None:
    words = QMimeData()
    words.setText(letter * 600)
    field.insertFromMimeData(words)
    assert field.toPlainText() == (letter * 600)[:500]
    field.insertFromMimeData(words)
    assert field.text == (letter * 600)[:500]


@pytest.mark.parametrize("place", [0, 250, 500])
def test_what_an_input_method_puts_together_is_taken_up_to_the_limit(field: GrowingText, place: int) -> None:
    written = longest(498)
    field.render_text(written)
    cursor = field.textCursor()
    cursor.setPosition(min(place, len(written)))
    field.setTextCursor(cursor)
    QApplication.sendEvent(field, QInputMethodEvent("´", []))
    composed = QInputMethodEvent("", [])
    composed.setCommitString("éøå")
    QApplication.sendEvent(field, composed)
    assert field.toPlainText() == f"{written[:place]}éø{written[place:]}"


def test_what_assistive_technology_writes_is_stored_up_to_the_limit(field: GrowingText) -> None:
    edited = QAccessible.queryAccessibleInterface(field).editableTextInterface()
    edited.insertText(0, "x" * 5_000)
    assert field.text == "x" * 500


def test_undo_never_brings_back_what_was_not_taken(field: GrowingText) -> None:
    QTest.keyClicks(field, "Trappen ")
    words = QMimeData()
    words.setText("x" * 5_000)
    field.insertFromMimeData(words)
    QTest.keyClicks(field, "yyy")
    assert field.text == f"Trappen {'x' * 492}"
    field.undo()
    assert "x" not in field.toPlainText()
    field.undo()
    field.redo()
    assert field.text == f"Trappen {'x' * 492}"


def test_what_cannot_stand_on_paper_is_not_pasted(field: GrowingText) -> None:
    paste(field, "Jeg\x07 sover\u202e dårligt\r\nom natten")
    assert field.text == "Jeg sover dårligt\nom natten"


def test_a_picture_with_words_brings_its_words_only(field: GrowingText) -> None:
    data = QMimeData()
    data.setHtml("<b>Jeg</b> sover")
    data.setText("Jeg sover")
    QApplication.clipboard().setMimeData(data)
    QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "Jeg sover"


def test_rendering_the_same_text_leaves_the_cursor_alone(field: GrowingText) -> None:
    QTest.keyClicks(field, "Jeg sover ")
    field.moveCursor(QTextCursor.MoveOperation.Start)
    field.render_text("Jeg sover")
    assert (field.textCursor().position(), field.toPlainText()) == (0, "Jeg sover ")


def test_a_name_stands_on_one_line(qtbot: QtBot) -> None:
    name = GrowingText("name", "Navn", is_one_line=True)
    qtbot.addWidget(name)
    name.show()
    paste(name, "Kræftkoordinator\nAarhus Kommune")
    assert name.text == "Kræftkoordinator Aarhus Kommune"
