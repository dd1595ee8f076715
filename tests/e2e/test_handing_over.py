"""Out of the door, through the real windows: from the worklist to everybody who is to have it, and back."""

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.care_plan import CarePlan, Conclusion, Need
from needsform.models.identity import LinkId
from needsform.services.session import Session
from tests.e2e.pages import PatientPage, WorklistPage
from tests.reading import words_on
from tests.ward import citizen, first_talk

EINER = "Einer Test Lauridsen"


@pytest.fixture
def session(worklist: WorklistPage, program: Program) -> Session:
    """Karin's session, to prepare what the windows then show."""
    assert worklist.sees("worklist_screen")
    workday = program.journeys.workday
    assert workday is not None
    return workday.session


@pytest.fixture
def signed(session: Session) -> Assessment:
    """Einer's assessment, signed; the municipality may be told, his doctor may not."""
    plan = CarePlan(
        needs=(Need(topic=LinkId("fatigue")),),
        told_that_authority_decides=True,
        consent_municipality=True,
        consent_gp=False,
        conclusion=Conclusion.NEED,
    )
    front = session.front_pages.complete(
        session.assessments.start(session.patients.register(citizen(EINER)), first_talk())
    )
    return session.back_pages.sign(session.back_pages.complete(session.back_pages.save(front, plan)))


def missing(worklist: WorklistPage) -> list[str]:
    """What the rows of the worklist say last."""
    return [row.rpartition(" | ")[2] for row in worklist.rows]


def test_the_worklist_says_who_is_missing_until_nobody_is(
    worklist: WorklistPage, session: Session, signed: Assessment, hands: Hands
) -> None:
    hands.click("refresh")
    assert missing(worklist) == ["Borgeren, Kommunen, EPJ"]
    hands.click(f"work_{signed.id}_act_0")
    hands.find(QWidget, "handover_screen")
    hands.click("citizen_done")
    hands.click("close")
    assert missing(worklist) == ["Kommunen, EPJ"]
    hands.click(f"work_{signed.id}_act_0")
    hands.click("municipality_sent")
    hands.write("sent_municipality_receiver", "Aarhus Kommune")
    hands.click("sent_municipality_keep")
    hands.click("record_done")
    hands.click("close")
    assert worklist.rows == []
    assert session.assessments.get(signed.id).status is AssessmentStatus.HANDED_OVER


def test_the_card_says_who_is_missing_too(worklist: WorklistPage, signed: Assessment, hands: Hands) -> None:
    worklist.hands.click("refresh")
    hands.click(f"work_{signed.id}_open")
    card = PatientPage(hands)
    shown = words_on(hands.window)
    assert "Underskrevet. Mangler: Borgeren, Kommunen, EPJ" in shown
    assert card.sees("patient_screen")


def test_from_the_page_to_the_sheet_and_on_again(worklist: WorklistPage, signed: Assessment, hands: Hands) -> None:
    worklist.hands.click("refresh")
    hands.click(f"work_{signed.id}_act_0")
    hands.click("citizen_sheet")
    hands.find(QWidget, "sheet_screen")
    hands.click("hand_over")
    hands.find(QWidget, "handover_screen")


def test_a_text_of_a_citizen_is_gone_after_the_lock(
    worklist: WorklistPage, signed: Assessment, hands: Hands, program: Program
) -> None:
    worklist.hands.click("refresh")
    hands.click(f"work_{signed.id}_act_0")
    hands.click("municipality_text")
    assert EINER in hands.find(QPlainTextEdit, "letter_text").toPlainText()
    hands.click("lock")
    hands.find(QWidget, "unlock_screen")
    hands.settle()
    assert program.window.findChildren(QPlainTextEdit) == []
