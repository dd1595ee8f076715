"""A citizen who called in person gets a plan: from the card to the plan, through the lock, to the inbox."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from needsform.app import Program
from needsform.models.assessment import ReferralSource
from needsform.models.inbox import ReferralDetails
from needsform.models.referral import ReferralStatus
from needsform.models.site import SiteKind
from needsform.services.session import Session
from needsform.ui.screens.plan_screen import PlanScreen
from needsform.ui.widgets.plans_section import PlansSection
from tests.e2e.pages import UnlockPage, WorklistPage
from tests.reading import words_on
from tests.ward import FIRST_RUN, PASSWORD, citizen

GOAL = "Tilbage på 25 timer om ugen til sommer"


def at_work(program: Program) -> Session:
    """Whoever has unlocked."""
    workday = program.journeys.workday
    assert workday is not None
    return workday.session


def test_a_plan_from_the_card_through_the_lock_to_the_inbox(worklist: WorklistPage, program: Program) -> None:
    hands, session = worklist.hands, at_work(program)
    session.change_site(session.site.model_copy(update={"kind": SiteKind.MUNICIPALITY}))
    lonni = session.patients.register(citizen("Lonni Test Lauridsen"))
    worklist.find("Lonni")

    hands.click("start_plan")
    screen = hands.find(PlanScreen, "plan_screen")
    goal = next(field for field in screen.findChildren(QPlainTextEdit) if field.objectName().startswith("goal."))
    hands.write(goal.objectName(), GOAL)
    hands.click("begin_plan")
    hands.click("confirm")
    assert "Egen læge har endnu ikke fået besked ved start." in hands.find(QLabel, "plan_status").text()

    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = UnlockPage(hands)
    page.write("login", FIRST_RUN.login).write("password", PASSWORD)
    hands.click("unlock")
    hands.find(PlanScreen, "plan_screen")
    (plan,) = at_work(program).plans.of_patient(lonni.id)
    assert plan.content.goals == (GOAL,)

    hands.click("close")
    hands.find(QWidget, "patient_screen")
    hands.click("go_to_inbox")
    hands.find(QWidget, "inbox_screen")
    hands.click(f"plan_{plan.id}_act_0")
    hands.find(PlanScreen, "plan_screen")


def test_a_call_some_weeks_after_treatment_is_made_from_the_inbox(worklist: WorklistPage, program: Program) -> None:
    hands, session = worklist.hands, at_work(program)
    session.change_site(session.site.model_copy(update={"kind": SiteKind.MUNICIPALITY}))
    lonni = session.patients.register(citizen("Lonni Test Lauridsen"))
    worklist.find("Lonni")
    hands.click("plan_call")
    assert hands.find(QLabel, "treatment_ended_on_error").text()
    hands.write("treatment_ended_on", "1-11-2026")
    hands.click("plan_call")
    (call,) = session.follow_up_calls.of_patient(lonni.id)
    hands.click("go_to_inbox")
    hands.click(f"call_{call.id}_act_1")
    hands.click(f"call_{call.id}_act_0")
    (made,) = session.follow_up_calls.of_patient(lonni.id)
    assert (len(made.attempts), made.is_open) == (2, False)
    assert not hands.sees(f"call_{call.id}_act_0")


def test_the_case_says_that_the_gp_is_still_to_be_told(worklist: WorklistPage, program: Program) -> None:
    hands, session = worklist.hands, at_work(program)
    session.change_site(session.site.model_copy(update={"kind": SiteKind.MUNICIPALITY}))
    lonni = session.patients.register(citizen("Lonni Test Lauridsen"))
    case = session.referrals.receive(
        lonni.id, ReferralDetails(source=ReferralSource.SELF, informed_on=session.now().date())
    )
    plan = session.plans.start(lonni.id)
    written = session.plans.save(plan, plan.content.model_copy(update={"goals": (GOAL,)}))
    session.plans.begin(written, session.now().date())
    assert session.referrals.get(case.id).status is ReferralStatus.PLAN_BEGUN
    hands.click("go_to_inbox")
    section = hands.find(PlansSection, "plans_section")
    assert "Mangler besked ved start" in words_on(section)
