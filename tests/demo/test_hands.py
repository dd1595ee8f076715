"""The hands reach what a person could reach, and nothing else."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needsform.demo import hands as hands_module
from needsform.demo.hands import Hands, Stuck, hands_on


@pytest.fixture
def hands(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hands]:
    """Hands on an empty window; they give up soon."""
    monkeypatch.setattr(hands_module, "PATIENCE", 300)
    window = QWidget()
    window.resize(400, 300)
    QVBoxLayout(window)
    qtbot.addWidget(window)
    with hands_on(window) as laid_on:
        yield laid_on


def put(hands: Hands, widget: QWidget, name: str) -> None:
    """Put something into the window and show it."""
    widget.setObjectName(name)
    layout = hands.window.layout()
    assert layout is not None
    layout.addWidget(widget)
    hands.window.show()
    hands.window.activateWindow()
    hands.settle()


def test_a_click_meets_the_middle(hands: Hands) -> None:
    box = QCheckBox()
    put(hands, box, "box")
    box.setFixedWidth(20)
    hands.click("box")
    assert box.isChecked()


def test_what_is_hidden_or_disabled_is_not_seen(hands: Hands) -> None:
    hidden, disabled = QPushButton(), QPushButton()
    put(hands, hidden, "hidden")
    put(hands, disabled, "disabled")
    hidden.hide()
    disabled.setEnabled(False)
    assert not hands.sees("hidden")
    assert not hands.sees("disabled")
    with pytest.raises(Stuck, match="hidden to be seen"):
        hands.click("hidden")


def test_what_is_covered_cannot_be_clicked(hands: Hands) -> None:
    button = QPushButton()
    put(hands, button, "button")
    cover = QWidget(hands.window)
    cover.setGeometry(hands.window.rect())
    cover.show()
    with pytest.raises(Stuck, match="button to be within reach"):
        hands.click("button")


def test_what_lies_further_down_is_scrolled_to(hands: Hands) -> None:
    page, area = QWidget(), QScrollArea()
    page.resize(200, 2000)
    box = QCheckBox(page)
    box.setObjectName("far")
    box.setGeometry(0, 1900, 20, 20)
    area.setWidget(page)
    put(hands, area, "area")
    hands.click("far")
    assert box.isChecked()


def test_two_things_of_one_name_are_one_too_many(hands: Hands) -> None:
    put(hands, QPushButton(), "twin")
    put(hands, QPushButton(), "twin")
    with pytest.raises(Stuck, match="2 of QPushButton are called twin"):
        hands.find(QPushButton, "twin")


def test_any_letter_can_be_typed(hands: Hands) -> None:
    line = QLineEdit("before")
    put(hands, line, "line")
    hands.write("line", "Ægir Łukaszewicz-Nguyễn, +48 – نور")
    assert line.text() == "Ægir Łukaszewicz-Nguyễn, +48 – نور"
    hands.write("line", "")
    assert line.text() == ""


def test_a_choice_is_made_by_its_words(hands: Hands) -> None:
    combo = QComboBox()
    combo.addItems(["Hospital", "Kommune", "Egen læge"])
    put(hands, combo, "where")
    hands.choose("where", "Egen læge")
    hands.choose("where", "Kommune")
    assert combo.currentText() == "Kommune"
    with pytest.raises(Stuck, match="does not offer Apotek"):
        hands.choose("where", "Apotek")


def test_the_tab_key_comes_to_everything_that_takes_the_focus(hands: Hands) -> None:
    first, second = QLineEdit(), QPushButton()
    put(hands, first, "first")
    put(hands, second, "second")
    first.setFocus(Qt.FocusReason.OtherFocusReason)
    hands.tab_to("second")
    assert second.hasFocus()
    put(hands, QWidget(), "deaf")
    with pytest.raises(Stuck, match="does not come to deaf"):
        hands.tab_to("deaf")


def test_what_comes_later_is_waited_for(hands: Hands) -> None:
    button = QPushButton()
    put(hands, button, "late")
    button.hide()
    QTimer.singleShot(30, button, button.show)
    assert hands.find(QPushButton, "late") is button


def test_an_error_that_qt_swallows_comes_out(hands: Hands) -> None:
    button = QPushButton()
    put(hands, button, "broken")
    button.clicked.connect(fail)
    with pytest.raises(ZeroDivisionError):
        hands.click("broken")


def fail() -> None:
    """As a slot with a fault in it."""
    raise ZeroDivisionError


def test_a_letter_that_no_key_has_is_typed_as_nothing(hands: Hands) -> None:
    field = QLineEdit()
    put(hands, field, "field")
    hands.write("field", "Ole\x00\x07 Ib")
    assert field.text() == "Ole Ib"
