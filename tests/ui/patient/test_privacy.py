"""The next citizen at the same screen: nothing of anybody else can be reached, read or guessed."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.identity import LinkId
from needsform.models.questionnaire import PRIORITY
from needsform.ui.background import Background
from needsform.ui.screens.thank_you_screen import ThankYouScreen
from needsform.ui.viewmodels.take_back_view_model import TakeBackViewModel
from tests.ui.accessible import walk
from tests.ui.patient.citizen import Citizen, settle
from tests.ward import PUBLIC_TEST_PERSONS

OTHER = LinkId("practical.other")
NAMES = {part for name in PUBLIC_TEST_PERSONS for part in (name, *name.split())} - {"Test", "June", "May", "Max"}
NUMBERS = {form for cpr in PUBLIC_TEST_PERSONS.values() for form in (cpr, f"{cpr[:6]}-{cpr[6:]}")}
STAFF = {"Karin", "Prøve", "Kræftafdelingen", "Test Universitetshospital"}


def texts(window: QWidget) -> Iterator[str]:
    """Everything that a window says, to eyes and to assistive technology, seen or hidden."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.statusTip(), widget.whatsThis())
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.objectName())
        for kind, read in ((QLabel, "text"), (QLineEdit, "text"), (QPlainTextEdit, "toPlainText")):
            if isinstance(widget, kind):
                yield str(getattr(widget, read)())
    for seen in walk(window):
        yield from (seen.name, seen.description)


def test_no_page_tells_who_anybody_is(citizen: Citizen) -> None:
    marked = 0
    while True:
        said = " ".join(texts(citizen.window))
        assert [word for word in NAMES | NUMBERS | STAFF if word in said] == [], citizen.title
        if citizen.view_model.state.place == PRIORITY:
            break
        citizen.touch(f"{citizen.topics[0]}.problem")
        marked += 1
        citizen.touch("next")
    assert marked > 7


@pytest.fixture
def clipboard() -> Iterator[QClipboard]:
    """What a nurse copied a moment ago."""
    board = QGuiApplication.clipboard()
    board.setText("0201609996")
    yield board
    board.clear()


def test_the_clipboard_of_the_ward_does_not_come_into_the_form(citizen: Citizen, clipboard: QClipboard) -> None:
    citizen.tab_to(OTHER)
    citizen.press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    citizen.press(Qt.Key.Key_Insert, modifier=Qt.KeyboardModifier.ShiftModifier)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPlainTextEdit)
    focused.paste()
    dropped = QMimeData()
    dropped.setText(clipboard.text())
    focused.insertFromMimeData(dropped)
    assert focused.toPlainText() == ""
    assert not focused.acceptDrops()


def test_what_the_citizen_writes_does_not_come_onto_the_clipboard(citizen: Citizen, clipboard: QClipboard) -> None:
    citizen.tab_to(OTHER)
    citizen.type("Trappen")
    control = Qt.KeyboardModifier.ControlModifier
    citizen.press(Qt.Key.Key_A, modifier=control)
    citizen.press(Qt.Key.Key_C, modifier=control)
    citizen.press(Qt.Key.Key_X, modifier=control)
    assert clipboard.text() == "0201609996"
    citizen.view_model.flush()
    assert citizen.on_disk.answers == {OTHER: "Trappen"}


def test_a_field_offers_no_menu_and_completes_nothing(citizen: Citizen) -> None:
    field = citizen.screen.findChild(QPlainTextEdit, OTHER)
    assert field is not None
    assert field.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert citizen.window.findChildren(QObject, "completer") == []


def test_no_menu_opens_wherever_the_other_button_is_pressed(citizen: Citizen) -> None:
    citizen.come_back(replace(citizen.settings, text_percent=250))
    for widget in filter(QWidget.isVisible, [citizen.window, *citizen.window.findChildren(QWidget)]):
        middle = widget.rect().center()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, widget.mapToGlobal(middle))
        QApplication.sendEvent(widget, asked)
        assert QApplication.activePopupWidget() is None, widget.objectName()


def test_undo_in_a_field_does_not_bring_back_words_that_stood_there_before(citizen: Citizen) -> None:
    citizen.tab_to(OTHER)
    citizen.type("Trappen")
    citizen.touch("next")
    citizen.touch("back")
    citizen.tab_to(OTHER)
    citizen.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    citizen.view_model.flush()
    assert citizen.on_disk.answers == {OTHER: "Trappen"}


def test_nothing_of_the_form_stays_after_it_is_finished(citizen: Citizen, background: Background, qtbot: QtBot) -> None:
    citizen.tab_to(OTHER)
    citizen.type("Trappen")
    citizen.touch("transport.problem")
    citizen.turn_to(PRIORITY)
    citizen.touch("next")
    take_back = TakeBackViewModel(object(), citizen.session, background)  # type: ignore[arg-type] # nobody knocks here
    citizen.window.show_screen(lambda room: ThankYouScreen(take_back, parent=room))
    qtbot.wait(0)
    settle()
    said = " ".join(texts(citizen.window))
    assert "Tak" in said
    for word in ("Trappen", "Transport", *NAMES, *NUMBERS):
        assert word not in said
    assert citizen.window.findChild(QWidget, "patient_mode_screen") is None


def test_no_button_and_no_key_leads_out_of_the_form(citizen: Citizen) -> None:
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    for key, modifier in (
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F4, alt),
        (Qt.Key.Key_N, control),
        (Qt.Key.Key_F, control),
        (Qt.Key.Key_L, control),
        (Qt.Key.Key_P, control),
        (Qt.Key.Key_S, control),
        (Qt.Key.Key_Q, control),
        (Qt.Key.Key_W, control),
    ):
        citizen.press(key, modifier=modifier)
    assert citizen.facts == []
    assert citizen.title == "Hverdag og praktiske forhold"
    assert citizen.on_disk.answers == {}
    assert citizen.session.is_with_citizen
