"""The pictures of a municipality: a sheet that came, plan, assessments beside each other, calls; and their store."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from needsform.demo.hands import Hands
from needsform.demo.office_scan import scan_of
from needsform.models.assessment import Occasion
from needsform.models.identity import LinkId
from needsform.models.rehabilitation_plan import EffortLevel, Offer, OfferKind
from needsform.services.documents import render_sheet
from needsform.services.session import Session
from tools.case_login import unlock
from tools.case_store import CaseStore, begin, case, play, register
from tools.screenshots.camera import EVERY_LOOK, LARGE, LIGHT, Camera
from tools.screenshots.ward import PERSONS, WalkingClock

_MARKS = ("work.problem", "work.support", "memory_concentration.problem", "sleep.problem", "sleep.support")
"""What the citizen ticks half a year later."""


def lay_out(folder: Path) -> None:
    """The citizen of the second case with her plan, a newer assessment, and somebody to call; a known ward."""
    store = CaseStore.found(folder, case(2), WalkingClock())
    session = store.open()
    try:
        _fill(session)
        session.site_keys.know(session.site_keys.read_card(_sent_by_ward(folder.with_name("sender"), folder)))
    finally:
        session.close()
        store.access.leave()


def arrived(folder: Path) -> Path:
    """What the ward's sheet was scanned to."""
    return folder / "skanning.pdf"


def _sent_by_ward(sender: Path, folder: Path) -> Path:
    """The sheet of the first case, scanned; the card of its ward."""
    store = CaseStore.found(sender, case(1), WalkingClock(), seed=1)
    session = store.open()
    try:
        arrived(folder).write_bytes(scan_of(render_sheet(session.documents.content(*play(session, case(1))))))
        session.site_keys.save_card(sender / "card.json")
    finally:
        session.close()
        store.access.leave()
    return sender / "card.json"


def _fill(session: Session) -> None:
    told = case(2)
    lonni, _ = play(session, told)
    plan = session.plans.start(lonni.id)
    offer = Offer(
        kind=OfferKind.PHYSICAL,
        name="Balance- og styrketræning",
        responsible="Sundhedscenter Test",
        begins="01-12-2026",
    )
    says = {
        "goals": ("Tilbage på 25 timer om ugen til sommer",),
        "offers": (offer,),
        "effort": EffortLevel.PROFESSIONALLY_LED,
    }
    session.plans.begin(session.plans.save(plan, plan.content.model_copy(update=says)), date(2026, 12, 1))
    later = told.assessment.model_copy(update={"occasion": Occasion.MUNICIPAL_FOLLOW_UP})
    newer = begin(session, lonni, told.model_copy(update={"assessment": later}))
    for mark in _MARKS:
        newer = session.front_pages.set_answer(newer, LinkId(mark), True)
    session.front_pages.complete(newer)
    name, cpr = PERSONS["talked"]
    another = register(
        session, told.model_copy(update={"citizen": told.citizen.model_copy(update={"name": name, "cpr": cpr})})
    )
    session.follow_up_calls.plan(another.id, session.now().date() - timedelta(days=23))


class ReceiverScenes:
    """What is seen there."""

    def __init__(self, hands: Hands, camera: Camera) -> None:
        self._hands, self._camera = hands, camera

    def take_in(self) -> None:
        """From the door to the sheet as it came."""
        hands, camera, citizen = self._hands, self._camera, case(1).citizen
        camera.stand_before_staff()
        unlock(hands)
        hands.click("go_to_inbox")
        hands.click("take_in")
        hands.click("open_files")
        hands.find(QWidget, "sheet_0_act_0")
        camera.take("intake-scan", LIGHT, LARGE)
        hands.click("sheet_0_act_0")
        for field, text in (("identifier", citizen.cpr), ("name", citizen.name), ("phone", citizen.phone)):
            hands.write(field, text)
        hands.write("municipality", "Aarhus")
        camera.take("intake-citizen", LIGHT, LARGE)
        hands.click("take_in_named")
        hands.click("sheet_0_act_0")
        hands.find(QWidget, "received_screen")
        camera.take("received", *EVERY_LOOK)

    def plan(self) -> None:
        """From the inbox to the card, the plan and the text to the general practice."""
        hands, camera = self._hands, self._camera
        hands.click("go_to_inbox")
        hands.find(QWidget, "plans_section")
        camera.take("inbox-plans", LIGHT, LARGE)
        hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        hands.write("search", "Lonni")
        hands.press(Qt.Key.Key_Return)
        hands.find(QWidget, "plans_section")
        camera.take("citizen-card-plan", LIGHT, LARGE)
        hands.click("open_consultation")
        hands.find(QWidget, "consultation_screen")
        camera.take("consultation", *EVERY_LOOK)
        hands.click("plan")
        hands.find(QWidget, "plan_screen")
        camera.take("plan", *EVERY_LOOK)
        hands.click("tell_gp.start")
        camera.take("plan-gp-text", LIGHT, LARGE)
        hands.click("cancel")
        hands.click("end_plan")
        camera.take("plan-end")
        hands.click("cancel")
        hands.click("close")
