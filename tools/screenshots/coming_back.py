"""The pictures of a citizen who comes back: where it is ticked, what the card says of it, and the new case."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from needsform.demo.hands import Hands
from needsform.models.assessment import ReferralSource
from needsform.models.inbox import ReferralDetails
from needsform.models.referral import ClosingReason
from needsform.models.rehabilitation_plan import PlanContent
from needsform.services.session import Session
from tools.case_login import MONDAY, unlock
from tools.case_store import CaseStore, case, register
from tools.screenshots.camera import EVERY_LOOK, LARGE, LIGHT, Camera

_HALF_A_YEAR = timedelta(days=182)
_TOLD = case(2)


def lay_out(folder: Path) -> None:
    """A municipality at which the citizen of the second case ended a course half a year ago."""
    store = CaseStore.found(folder, _TOLD, lambda: MONDAY - _HALF_A_YEAR)
    session = store.open()
    try:
        _course(session)
    finally:
        session.close()
        store.access.leave()


def _course(session: Session) -> None:
    citizen, today = register(session, _TOLD), session.now().date()
    sender = "Kræftafdelingen, Test Universitetshospital"
    session.referrals.receive(
        citizen.id, ReferralDetails(source=ReferralSource.HOSPITAL, sender=sender, informed_on=today)
    )
    draft = session.plans.start(citizen.id)
    plan = session.plans.save(draft, PlanContent(goals=("Tilbage på 25 timer om ugen til sommer",)))
    session.plans.end(session.plans.begin(plan, today), today, ClosingReason.COMPLETED)


def take(hands: Hands, camera: Camera) -> None:
    """From the door to both places where it is ticked, the card, and the case."""
    citizen = _TOLD.citizen
    camera.stand_before_staff()
    unlock(hands)
    hands.click("new_assessment")
    hands.write("identifier", citizen.cpr)
    _look_at(hands, "comes_back")
    camera.take("coming-back-new-assessment", LIGHT, LARGE)
    hands.click("go_to_inbox")
    hands.click("register")
    hands.write("identifier", citizen.cpr)
    hands.click(f"source_{list(ReferralSource).index(ReferralSource.SELF)}")
    camera.take("coming-back-register", LIGHT, LARGE)
    hands.click("save")
    hands.find(QWidget, "inbox_screen")
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.write("search", citizen.name)
    hands.press(Qt.Key.Key_Return)
    hands.find(QWidget, "returns_section")
    camera.take("coming-back-card", *EVERY_LOOK)
    hands.click("return_0_act_1")
    hands.find(QWidget, "referral_screen")
    _look_at(hands, "comes_back")
    camera.take("coming-back-case", LIGHT, LARGE)
    hands.click("go_to_worklist")


def _look_at(hands: Hands, name: str) -> None:
    """The keys come to it, and the page with them."""
    hands.find(QWidget, name).setFocus()
    hands.settle()
