"""Lists, cards and settings, through the real windows."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from needsform import resources
from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.assessment import AssessmentStatus
from needsform.models.identity import AssessmentId, LinkId
from needsform.services.session import Session
from needsform.ui.widgets.work_row import WorkRow
from tests.e2e.pages import NewAssessmentPage, PatientFormPage, PatientPage, WorklistPage
from tests.reading import words_on
from tests.ward import PUBLIC_TEST_PERSONS, all_delivered, citizen, first_talk

EINER = "Einer Test Lauridsen"


@pytest.fixture
def session(worklist: WorklistPage, program: Program) -> Session:
    """Karin's session, to prepare what the windows then show."""
    assert worklist.sees("worklist_screen")
    workday = program.journeys.workday
    assert workday is not None
    return workday.session


@pytest.fixture
def begun(session: Session) -> AssessmentId:
    """Einer's first assessment, begun."""
    return session.assessments.start(session.patients.register(citizen(EINER)), first_talk()).id


def test_an_empty_worklist_says_what_to_do_next(worklist: WorklistPage) -> None:
    assert worklist.rows == []
    assert worklist.focus == "new_assessment"


def test_every_kind_of_unfinished_work_has_its_next_step(
    worklist: WorklistPage, session: Session, begun: AssessmentId
) -> None:
    labels = {}
    front_pages, back_pages = session.front_pages, session.back_pages
    assessment = session.assessments.get(begun)
    for act in (None, front_pages.complete, back_pages.conclude_no_need, back_pages.sign):
        assessment = assessment if act is None else act(assessment)
        worklist.hands.click("refresh")
        labels[assessment.status] = worklist.hands.find(QWidget, f"work_{begun}_act_0").property("text")
    assert labels == {
        AssessmentStatus.DRAFT: "Giv borgeren skærmen",
        AssessmentStatus.FRONT_COMPLETED: "Skriv bagside",
        AssessmentStatus.NO_NEED_NOW: "Læs og underskriv",
        AssessmentStatus.SIGNED: "Aflever",
    }
    all_delivered(session, assessment)
    worklist.hands.click("refresh")
    assert worklist.rows == []


@pytest.mark.parametrize(
    ("place", "said"), [(None, "1 af 7 områder"), ("emotional", "4 af 7 områder"), ("priority", "7 af 7 områder")]
)
def test_the_worklist_tells_how_far_the_citizen_has_come(
    worklist: WorklistPage, session: Session, begun: AssessmentId, place: str | None, said: str
) -> None:
    session.front_pages.remember_place(session.assessments.get(begun), None if place is None else LinkId(place))
    worklist.hands.click("refresh")
    assert [row.rpartition(" | ")[2] for row in worklist.rows] == [said]


def test_the_navigation_tells_how_much_is_unfinished(worklist: WorklistPage, begun: AssessmentId, hands: Hands) -> None:
    worklist.hands.click("refresh")
    place = hands.find(QWidget, "go_to_worklist")
    assert begun
    assert place.accessibleName() == "Oversigt, 1 venter"


def test_up_and_down_go_from_row_to_row(worklist: WorklistPage, session: Session, hands: Hands) -> None:
    for name in list(PUBLIC_TEST_PERSONS)[:3]:
        session.assessments.start(session.patients.register(citizen(name)), first_talk())
    hands.click("refresh")
    first = hands.window.findChildren(WorkRow)[0].next_button
    assert first is not None
    first.setFocus()
    hands.press(Qt.Key.Key_Down)
    second = worklist.focus
    hands.press(Qt.Key.Key_Down)
    assert len({first.objectName(), second, worklist.focus}) == 3
    hands.press(Qt.Key.Key_Down)  # the last row stays
    hands.press(Qt.Key.Key_Up)
    assert worklist.focus == second


def test_enter_on_a_row_takes_its_next_step(worklist: WorklistPage, begun: AssessmentId, hands: Hands) -> None:
    hands.click("refresh")
    hands.find(QWidget, f"work_{begun}_act_0").setFocus()
    hands.press(Qt.Key.Key_Space)
    PatientFormPage(worklist.hands)


def test_a_name_on_the_worklist_opens_the_card(worklist: WorklistPage, begun: AssessmentId, hands: Hands) -> None:
    hands.click("refresh")
    hands.click(f"work_{begun}_open")
    assert len(PatientPage(worklist.hands).rows) == 1


def test_typing_on_the_worklist_searches(worklist: WorklistPage, begun: AssessmentId, hands: Hands) -> None:
    assert begun
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    WorklistPage(hands)
    hands.click("search")
    hands.type_text("e")  # the first letter leads to the search, which takes the rest
    hands.type_text("iner")
    hands.press(Qt.Key.Key_Return)
    PatientPage(worklist.hands)


@pytest.mark.parametrize("query", ["laur", "020160", "02016"])
def test_a_citizen_is_found_by_the_beginning_of_a_name_or_number(
    worklist: WorklistPage, session: Session, hands: Hands, query: str
) -> None:
    for name in PUBLIC_TEST_PERSONS:
        session.patients.register(citizen(name))
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.write("search", query)
    hands.wait_for(lambda: hands.sees("found_patients"), "the search")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    PatientPage(worklist.hands)


def test_one_letter_finds_nobody(worklist: WorklistPage, begun: AssessmentId, hands: Hands) -> None:
    assert begun
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.write("search", "e")
    hands.press(Qt.Key.Key_Return)
    assert not hands.sees("found_patients")
    assert worklist.sees("patients_screen")


def test_what_is_wrong_on_the_card_is_put_right(worklist: WorklistPage, begun: AssessmentId, hands: Hands) -> None:
    assert begun
    page = worklist.find("einer")
    hands.click("correct")
    page.write("name", "")
    assert page.error("name") != ""
    hands.click("save")
    assert page.error("name") != ""
    page.write("name", EINER).write("phone", "+45 20 12 34 56")
    hands.click("save")
    assert "+45 20 12 34 56" in words_of(page)
    assert not page.sees("save")


def test_a_correction_that_is_given_up_changes_nothing(
    worklist: WorklistPage, begun: AssessmentId, hands: Hands
) -> None:
    assert begun
    page = worklist.find("einer")
    hands.click("correct")
    page.write("phone", "+45 70 00 00 09")
    hands.click("cancel_edit")
    assert "+45 70 00 00 09" not in words_of(page)
    hands.click("correct")
    assert page.text("phone") == ""


def test_reopening_asks_why_and_makes_a_new_revision(
    worklist: WorklistPage, session: Session, begun: AssessmentId, hands: Hands
) -> None:
    session.front_pages.complete(session.assessments.get(begun))
    page = worklist.find("einer")
    hands.click(f"assessment_{begun}_act_1")
    hands.click("reopen")
    assert page.error("reason") != ""
    hands.write("reason", "Borgeren vil rette et svar")
    hands.press(Qt.Key.Key_Return)
    assert "revision 2" in page.rows[0]
    assert [reason for reason, _ in session.assessments.revisions(begun)] == ["Borgeren vil rette et svar"]


@pytest.mark.parametrize(
    ("answer", "status"),
    [(0, AssessmentStatus.DECLINED), (1, AssessmentStatus.DECLINED), (2, AssessmentStatus.CANCELLED)],
)
def test_a_form_that_was_begun_can_be_stopped_with_the_reason(
    worklist: WorklistPage, session: Session, begun: AssessmentId, hands: Hands, answer: int, status: AssessmentStatus
) -> None:
    worklist.find("einer")
    hands.click(f"assessment_{begun}_act_1")
    hands.click(f"stop_reason_{answer}")
    hands.click("stop")
    assert session.assessments.get(begun).status is status


def test_a_new_assessment_from_the_card_knows_the_citizen(
    worklist: WorklistPage, begun: AssessmentId, hands: Hands
) -> None:
    assert begun
    worklist.find("einer")
    hands.click("new_assessment")
    page = NewAssessmentPage(hands)
    assert page.text("identifier") == "020160-9995"
    assert page.text("name") == EINER


def test_the_language_changes_without_a_restart(worklist: WorklistPage, hands: Hands) -> None:
    hands.click("go_to_settings")
    hands.click("language_1")
    assert "Settings" in words_of(worklist)
    hands.click("go_to_worklist")
    assert "Nothing is waiting" in words_of(worklist)


def test_the_text_grows_at_once_and_the_choice_keeps_the_focus(
    worklist: WorklistPage, program: Program, hands: Hands
) -> None:
    hands.click("go_to_settings")
    hands.click("text_size_2")
    assert program.dressing.kept.text_percent == 150
    assert worklist.focus == "text_size_2"


def test_more_details_stay_open_for_the_next_citizen(worklist: WorklistPage, hands: Hands) -> None:
    page = worklist.begin_new()
    assert not page.sees("address")
    hands.click("more_details")
    assert page.sees("address")
    hands.click("cancel")
    assert WorklistPage(hands).begin_new().sees("address")


def test_the_sites_own_words_are_kept(worklist: WorklistPage, session: Session, hands: Hands) -> None:
    hands.press(Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    hands.click("administer_site_act_0")
    worklist.write("default_municipality", "aarh").write("helpline_phone", "80 30 10 30")
    hands.click("save")
    assert session.site.default_municipality_code == "0751"
    assert session.site.helpline_phone == "80 30 10 30"
    hands.click("back")
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert NewAssessmentPage(hands).text("municipality") == "Aarhus"


def test_a_place_without_a_name_is_not_kept(worklist: WorklistPage, session: Session, hands: Hands) -> None:
    hands.click("go_to_administration")
    hands.click("administer_site_act_0")
    worklist.write("name", "").write("default_municipality", "Andeby")
    hands.click("save")
    assert worklist.error("name") != ""
    assert worklist.error("default_municipality") != ""
    assert session.site.name == "Test Universitetshospital"


def test_a_form_of_ones_own_is_loaded_and_can_be_chosen(
    worklist: WorklistPage, session: Session, hands: Hands, tmp_path: Path
) -> None:
    write_form(tmp_path, version="2.0")
    hands.click("go_to_administration")
    hands.click("administer_site_act_0")
    hands.click("load_form")
    assert [form.version for form in session.questionnaires.loaded()] == ["2.0"]
    assert "2.0" in hands.find(QLabel, "forms").text()
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert "2.0" in NewAssessmentPage(hands).chosen("form")
    assert worklist.message == ""


def test_a_form_that_cannot_be_shown_is_refused_with_every_fault(
    worklist: WorklistPage, session: Session, hands: Hands, tmp_path: Path
) -> None:
    form = write_form(tmp_path, version="3.0")
    form["status"] = "retired"
    box = form["item"][1]["item"][0]["item"][0]
    box["required"] = True
    (tmp_path / "chosen.json").write_text(json.dumps(form), encoding="utf-8")
    hands.click("go_to_administration")
    hands.click("administer_site_act_0")
    hands.click("load_form")
    faults = hands.find(QLabel, "faults").text().splitlines()
    assert len(faults) == 2
    assert any(fault.startswith(box["linkId"]) for fault in faults)
    assert session.questionnaires.loaded() == ()
    assert worklist.sees("site_settings_screen")


def test_a_file_that_is_not_there_is_said_in_a_sentence(worklist: WorklistPage, hands: Hands) -> None:
    hands.click("go_to_administration")
    hands.click("administer_site_act_0")
    hands.click("load_form")
    assert worklist.sees("site_settings_screen")
    assert "Filen" in hands.find(QLabel, "site_notice").text()


def test_the_keys_are_listed(worklist: WorklistPage, hands: Hands) -> None:
    hands.press(Qt.Key.Key_F1)
    assert worklist.sees("shortcuts_dialog")
    hands.press(Qt.Key.Key_Escape)
    assert not worklist.sees("shortcuts_dialog")


def write_form(folder: Path, version: str) -> dict[str, Any]:
    """The shipped form with another version, where the dialog will find it."""
    form: dict[str, Any] = json.loads(resources.read_text("questionnaires/behovsvurdering/1.0/questionnaire.json"))
    form["version"] = version
    (folder / "chosen.json").write_text(json.dumps(form), encoding="utf-8")
    return form


def words_of(page: WorklistPage | PatientPage) -> str:
    """Every word that can be read."""
    return "\n".join(words_on(page.hands.window))
