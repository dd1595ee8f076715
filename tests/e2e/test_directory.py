"""From the administrator's page to the citizen's paper, through the real windows: whom to turn to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.assessment import AssessmentStatus
from needsform.models.care_plan import CarePlan, Need
from needsform.models.identity import LinkId
from needsform.services.session import Session
from tests.e2e.pages import WorklistPage
from tests.ward import citizen, first_talk


@pytest.fixture
def session(worklist: WorklistPage, program: Program) -> Session:
    """Karin's session, to prepare what the windows then show."""
    assert worklist.sees("worklist_screen")
    workday = program.journeys.workday
    assert workday is not None
    return workday.session


def test_a_number_that_is_filled_in_comes_onto_the_sheet_of_whoever_is_told_of_it(
    session: Session, hands: Hands
) -> None:
    hands.click("go_to_administration")
    hands.click("administer_directory_act_0")
    hands.click("contact_late_effects_clinic_act_0")
    hands.write("phone", "11 22 33 44")
    hands.click("save")
    hands.click("go_to_worklist")

    einer = session.patients.register(citizen("Einer Test Lauridsen"))
    front = session.front_pages.complete(session.assessments.start(einer, first_talk()))
    plan = CarePlan(needs=(Need(topic=LinkId("pain")),), told_that_authority_decides=True)
    session.back_pages.save(front, plan)
    hands.click("refresh")
    hands.click(f"work_{front.id}_act_0")
    hands.find(QWidget, "back_page_screen")
    numbers = [number for number in range(7, 10) if hands.sees(f"suggestion.{number}")]
    says = {number: hands.find(QAbstractButton, f"suggestion.{number}").accessibleName() for number in numbers}
    number = next(number for number, name in says.items() if name == "Senfølgeklinikken · 11 22 33 44")
    hands.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
    hands.click("sign")
    hands.find(QWidget, "sheet_screen")

    signed = session.assessments.get(front.id)
    assert signed.status is AssessmentStatus.SIGNED
    assert signed.care_plan is not None
    assert [(contact.named("da"), contact.phone) for contact in signed.care_plan.contacts] == [
        ("Senfølgeklinikken", "11 22 33 44")
    ]
