"""From the worklist to the citizen's hands: by mouse, by key, and with what is typed wrong on the way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from needsform.app import Program
from needsform.demo.hands import Hands
from tests.e2e.pages import NewAssessmentPage, PatientFormPage, UnlockPage, WorklistPage
from tests.ward import PASSWORD, PUBLIC_TEST_PERSONS


@pytest.mark.parametrize("name", PUBLIC_TEST_PERSONS)
def test_each_public_test_person_is_received(worklist: WorklistPage, name: str) -> None:
    page = worklist.begin_new()
    page.write("identifier", PUBLIC_TEST_PERSONS[name]).write("name", name).write("municipality", "Aarhus")
    assert page.error("identifier") == ""
    page.give_screen()


def test_the_keyboard_alone_leads_to_the_citizens_hands(morning: UnlockPage, program: Program) -> None:
    hands = morning.hands
    for text in ("Karin", PASSWORD):
        hands.type_text(text)
        hands.press(Qt.Key.Key_Return)
    worklist = WorklistPage(hands)
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    page = NewAssessmentPage(worklist.hands)
    for text in ("020160-9995", "Einer Test Lauridsen"):
        hands.type_text(text)
        hands.press(Qt.Key.Key_Return)
    hands.tab_to("phone")
    for text in ("+45 20 12 34 56", "formiddag", "Aarh"):
        hands.type_text(text)
        hands.press(Qt.Key.Key_Tab)
    assert page.text("municipality") == "Aarhus"
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    PatientFormPage(hands)
    assert program.journeys.is_with_citizen
    assert program.window.isFullScreen()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3102609995", "datoen findes ikke"),
        ("020160999", "ti cifre"),
        ("0101365000", "2036"),
        ("2110625629", "1862"),
    ],
)
def test_a_slip_in_the_cpr_number_is_said_beside_the_field(worklist: WorklistPage, typed: str, said: str) -> None:
    page = worklist.begin_new().write("identifier", typed)
    words = page.error("identifier").lower()
    assert any(word in words for word in (said, said.replace("datoen", "den dato"))), words
    assert page.error("name") == ""


def test_a_cpr_number_is_shown_with_its_hyphen(worklist: WorklistPage) -> None:
    assert worklist.begin_new().write("identifier", "0201609995").text("identifier") == "020160-9995"


def test_what_is_missing_is_said_beside_each_field_when_one_begins(worklist: WorklistPage) -> None:
    page = worklist.begin_new().try_to_begin()
    assert all(page.error(field) for field in ("identifier", "name", "municipality"))
    assert page.focus == "identifier"


def test_an_empty_field_that_is_passed_is_not_scolded(worklist: WorklistPage) -> None:
    page = worklist.begin_new()
    for _ in range(6):
        page.hands.press(Qt.Key.Key_Tab)
    assert not any(page.error(field) for field in ("identifier", "name", "municipality"))


def test_a_municipality_that_does_not_exist_is_said_when_its_field_is_left(worklist: WorklistPage) -> None:
    page = worklist.begin_new().write("municipality", "Andeby")
    assert page.error("municipality") != ""


def test_a_known_citizen_is_never_typed_twice(worklist: WorklistPage, hands: Hands) -> None:
    known_already(worklist)
    page = WorklistPage(hands).begin_new().write("identifier", "0201609995")
    assert page.text("name") == "Einer Test Lauridsen"
    assert page.text("phone") == "+45 20 12 34 56"
    assert page.text("municipality") == "Aarhus"
    assert page.chosen("occasion") == ""  # the second assessment has another occasion: it must be said


def test_a_known_citizen_is_found_by_the_beginning_of_the_name(worklist: WorklistPage, hands: Hands) -> None:
    known_already(worklist)
    page = WorklistPage(hands).begin_new()
    hands.write("name", "eine")
    hands.wait_for(lambda: hands.sees("suggestion_0"), "the search")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Space)
    assert page.text("identifier") == "020160-9995"


def test_another_number_leaves_nothing_of_the_citizen_before(worklist: WorklistPage, hands: Hands) -> None:
    known_already(worklist)
    page = WorklistPage(hands).begin_new().write("identifier", "0201609995").write("identifier", "0201919990")
    assert page.text("name") == ""
    assert page.text("phone") == ""
    assert page.chosen("occasion") == "Start af behandling"


def test_a_child_in_hospital_is_recorded_and_gets_no_form(worklist: WorklistPage) -> None:
    page = worklist.begin_new().write("identifier", "0101154999")
    assert page.sees("minor")
    assert not page.sees("from_paper")
    page.write("name", "Max Test Berggren").write("municipality", "Aarhus")
    worklist = page.record()
    assert worklist.message != ""
    assert worklist.rows == []
    assert "Skemaet bruges ikke" in worklist.find("Max Test").rows[0]


def test_mainly_palliative_needs_lead_to_a_record_of_the_other_questionnaire(worklist: WorklistPage) -> None:
    page = einer(worklist)
    page.hands.click("answer_1")
    page.try_to_begin()
    assert page.error("filed_at") != ""
    worklist = page.write("filed_at", "Afdelingens mappe 3").record()
    assert "Skemaet bruges ikke" in worklist.find("Einer").rows[0]


@pytest.mark.parametrize(("answer", "reason"), [(2, ""), (3, ""), (4, "Skal til undersøgelse")])
def test_an_offer_that_is_not_taken_is_recorded(worklist: WorklistPage, answer: int, reason: str) -> None:
    page = einer(worklist)
    page.hands.click(f"answer_{answer}")
    if reason:
        assert page.try_to_begin().error("other_reason") != ""
        page.write("other_reason", reason)
    worklist = page.record()
    assert worklist.message != ""
    assert "Takket nej" in worklist.find("Einer").rows[0]


def test_a_paper_form_goes_to_the_whole_page(worklist: WorklistPage, hands: Hands) -> None:
    einer(worklist)
    hands.click("from_paper")
    hands.wait_for(lambda: hands.sees("whole_page_screen"), "the whole page")


def test_what_is_typed_survives_a_change_of_text_size(worklist: WorklistPage, program: Program) -> None:
    page = einer(worklist)
    program.dressing.keep(replace(program.dressing.kept, text_percent=200))
    page.hands.settle()
    assert page.text("name") == "Einer Test Lauridsen"
    assert page.text("identifier") == "020160-9995"


def einer(worklist: WorklistPage) -> NewAssessmentPage:
    page = worklist.begin_new()
    page.write("identifier", "0201609995").write("name", "Einer Test Lauridsen").write("phone", "+45 20 12 34 56")
    return page.write("municipality", "Aarhus")


def known_already(worklist: WorklistPage) -> None:
    """Einer has been received before, and declined."""
    page = einer(worklist)
    page.hands.click("answer_2")
    page.record()
