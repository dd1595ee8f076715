"""Words of one's own: kept after a pause, and at the latest before anything else happens."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from needsform.models.identity import LinkId
from needsform.models.questionnaire import PRIORITY
from needsform.ui.widgets.private_text import PrivateText
from tests.ui.patient.citizen import Citizen

OTHER = LinkId("practical.other")
NOTE = LinkId("household_chores.note")


def field(citizen: Citizen, name: str) -> PrivateText:
    """A field to write in."""
    found = citizen.screen.findChild(PrivateText, name)
    assert found is not None
    return found


def test_what_is_written_is_on_disk_after_a_pause(citizen: Citizen, qtbot: QtBot) -> None:
    citizen.tab_to(OTHER)
    with qtbot.waitSignal(citizen.view_model.item_changed, timeout=2_000):
        citizen.type("Trappen")
        assert citizen.on_disk.answers == {}
    assert citizen.on_disk.answers == {OTHER: "Trappen"}


def test_what_is_written_is_on_disk_when_the_focus_leaves(citizen: Citizen) -> None:
    citizen.tab_to(OTHER)
    citizen.type("Trappen")
    citizen.press(Qt.Key.Key_Tab)
    assert citizen.on_disk.answers == {OTHER: "Trappen"}


def test_what_is_written_is_on_disk_when_the_page_is_left(citizen: Citizen) -> None:
    citizen.tab_to(OTHER)
    citizen.type("Trappen")
    citizen.view_model.next()
    assert citizen.on_disk.answers == {OTHER: "Trappen"}


def test_what_is_written_is_on_disk_when_the_text_is_made_larger_under_it(citizen: Citizen) -> None:
    citizen.tab_to(OTHER)
    citizen.type("Trap")
    citizen.press(Qt.Key.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
    assert citizen.focus == OTHER
    citizen.type("pen")
    citizen.view_model.flush()
    assert citizen.on_disk.answers == {OTHER: "Trappen"}


def test_words_that_are_taken_away_are_no_answer(citizen: Citizen) -> None:
    citizen.tab_to(OTHER)
    citizen.type("Nej")
    citizen.view_model.flush()
    citizen.press(Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    citizen.view_model.flush()
    assert citizen.on_disk.answers == {}


def test_words_that_cannot_be_kept_are_neither_lost_nor_called_kept(citizen: Citizen) -> None:
    citizen.session.front_pages.set_answer(
        citizen.session.assessments.get(citizen.assessment.id), LinkId("sleep.problem"), True
    )
    citizen.tab_to(OTHER)
    citizen.type("Trappen")
    assert not citizen.view_model.flush()
    assert field(citizen, OTHER).text == "Trappen"
    assert [message.message_id for message in citizen.told] == ["assessment.changed_elsewhere"]
    citizen.view_model.go_to(PRIORITY)
    citizen.view_model.complete()
    assert citizen.facts == []  # the form is not called finished while words are missing on disk


def test_a_field_takes_as_much_as_the_form_allows_and_says_so(citizen: Citizen) -> None:
    citizen.tab_to(OTHER)
    citizen.type("a" * 300)
    full = citizen.screen.findChild(QLabel, f"{OTHER}.full")
    assert full is not None
    assert not full.isVisible()
    citizen.type("b")
    assert full.isVisible()
    citizen.view_model.flush()
    assert citizen.on_disk.answers == {OTHER: "a" * 300}
    citizen.press(Qt.Key.Key_Backspace)
    assert not full.isVisible()


def test_a_note_is_offered_on_a_marked_topic_and_only_there(citizen: Citizen) -> None:
    button = citizen.button("household_chores.note_button")
    assert not button.isVisible()
    citizen.touch("household_chores.problem")
    assert (button.isVisible(), button.accessibleName()) == (True, "Skriv en note – Husarbejde og indkøb")
    citizen.touch("household_chores.problem")
    assert not button.isVisible()


def test_a_note_has_a_page_of_its_own_and_leads_back_to_where_one_was(citizen: Citizen) -> None:
    citizen.touch("household_chores.support")
    citizen.touch("household_chores.note_button")
    assert (citizen.title, citizen.focus) == ("Husarbejde og indkøb", NOTE)
    assert citizen.button("next").text() == "Gem noten"
    citizen.type("Gulvet")
    citizen.touch("next")
    assert citizen.on_disk.answers == {"household_chores.support": True, NOTE: "Gulvet"}
    assert citizen.title == "Hverdag og praktiske forhold"
    assert citizen.focus == "household_chores.note_button"
    assert citizen.button("household_chores.note_button").text() == "Ret din note"


def test_a_note_is_kept_on_the_way_back_too_and_by_enter(citizen: Citizen) -> None:
    citizen.touch("household_chores.problem")
    citizen.touch("household_chores.note_button")
    citizen.type("Gulvet")
    citizen.touch("back")
    assert citizen.on_disk.text(citizen.view_model.state.questionnaire.items[NOTE]) == "Gulvet"
    citizen.touch("household_chores.note_button")
    citizen.press(Qt.Key.Key_End)
    citizen.type(" og vinduerne")
    citizen.press(Qt.Key.Key_Return)
    assert citizen.title == "Hverdag og praktiske forhold"
    assert citizen.on_disk.text(citizen.view_model.state.questionnaire.items[NOTE]) == "Gulvet og vinduerne"


def test_the_note_stays_open_when_the_text_is_made_larger(citizen: Citizen) -> None:
    citizen.touch("household_chores.problem")
    citizen.touch("household_chores.note_button")
    citizen.type("Gulv")
    citizen.touch("text_larger")
    assert citizen.title == "Husarbejde og indkøb"
    assert field(citizen, NOTE).text == "Gulv"


def test_a_note_is_shown_and_changed_on_the_summing_up(citizen: Citizen) -> None:
    citizen.touch("household_chores.problem")
    citizen.touch("household_chores.note_button")
    citizen.type("Gulvet")
    citizen.touch("next")
    citizen.turn_to(PRIORITY)
    assert any(label.text() == "Gulvet" for label in citizen.screen.findChildren(QLabel))
    citizen.touch("household_chores.note_button")
    citizen.press(Qt.Key.Key_End)
    citizen.type(".")
    citizen.touch("next")
    assert citizen.title == "Det har du markeret"
    assert any(label.text() == "Gulvet." for label in citizen.screen.findChildren(QLabel))


def test_markup_in_a_note_stays_what_it_is(citizen: Citizen) -> None:
    citizen.touch("household_chores.problem")
    citizen.touch("household_chores.note_button")
    citizen.type("<b>5 < 7</b>")
    citizen.touch("next")
    citizen.turn_to(PRIORITY)
    shown = next(label for label in citizen.screen.findChildren(QLabel) if "5 < 7" in label.text())
    assert shown.text() == "<b>5 < 7</b>"
    assert shown.textFormat() == Qt.TextFormat.PlainText


def test_words_of_one_s_own_stand_on_the_summing_up_with_a_way_back(citizen: Citizen) -> None:
    citizen.tab_to(OTHER)
    citizen.type("Trappen")
    citizen.turn_to(PRIORITY)
    assert any(label.text() == "Andet: Trappen" for label in citizen.screen.findChildren(QLabel))
    citizen.touch("practical.other.correct")
    assert (citizen.title, citizen.focus) == ("Hverdag og praktiske forhold", OTHER)
