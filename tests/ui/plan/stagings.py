"""The screens of the receiver's plan, in the states worth looking at: the late effects of the second case."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from needsform.demo.case import longest
from needsform.models.assessment import Assessment
from needsform.models.identity import LinkId
from needsform.models.patient import GeneralPractice, Patient
from needsform.models.plan_draft import PlanQuestion
from needsform.models.referral import ClosingReason
from needsform.models.rehabilitation_plan import (
    EffortLevel,
    GpMoment,
    Offer,
    OfferKind,
    PlanContent,
    RehabilitationPlan,
)
from needsform.models.words import Words
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.screens.consultation_screen import ConsultationScreen
from needsform.ui.screens.plan_screen import PlanScreen
from needsform.ui.viewmodels.consultation_view_model import ConsultationViewModel
from needsform.ui.viewmodels.plan_printing import PlanPrinting
from needsform.ui.viewmodels.plan_view_model import PlanViewModel
from tests.ward import citizen, first_talk

GOAL = "Tilbage på 25 timer om ugen til sommer"
OFFER = Offer(
    kind=OfferKind.PHYSICAL,
    name="Balance- og styrketræning",
    begins="01-12-2026",
    responsible="Sundhedscenter Test",
)
BEGINS = date(2026, 12, 1)
TODAY = date(2026, 11, 23)
Build = Callable[[], QWidget]


@dataclass(frozen=True)
class Room:
    """What the screens are made of."""

    session: Session
    background: Background
    words: Words
    patient: Patient
    saved_as: Path

    def plan(self) -> RehabilitationPlan:
        """A plan that is written and has not begun."""
        plans = self.session.plans
        plan = plans.start(self.patient.id)
        says = {"goals": (GOAL, "Læse en bog igen"), "offers": (OFFER,), "effort": EffortLevel.PROFESSIONALLY_LED}
        return plans.save(plan, plan.content.model_copy(update=says))

    def shown(self, plan: RehabilitationPlan) -> tuple[PlanViewModel, Build]:
        """The screen over a plan, and its view-model."""
        model = PlanViewModel(self.session, self.patient, plan, self.words, self.background)
        out = PlanPrinting(self.session, model.content, self.words, self.background)
        return model, lambda: PlanScreen(model, out, lambda *_: self.saved_as)


Stage = Callable[[Room], Build]


def registered(session: Session) -> Patient:
    """Lonni, with her doctor."""
    details = citizen("Lonni Test Lauridsen").model_copy(
        update={"general_practice": GeneralPractice(name="Lægehuset Prøvegade"), "phone": "+45 30 11 22 33"}
    )
    return session.patients.register(details)


def plan_empty(room: Room) -> Build:
    return room.shown(room.session.plans.start(room.patient.id))[1]


def plan_draft(room: Room) -> Build:
    return room.shown(room.plan())[1]


def plan_begun(room: Room) -> Build:
    model, build = room.shown(room.session.plans.begin(room.plan(), BEGINS))
    model.remove_row(model.state.draft.goals[1].key)
    return build


def plan_missing(room: Room) -> Build:
    """Nothing is agreed, and somebody wants to begin."""
    model, build = room.shown(room.session.plans.start(room.patient.id))
    model.begin("01-12-2026")
    return build


def plan_begin(room: Room) -> Build:
    model, build = room.shown(room.plan())
    model.ask(PlanQuestion.BEGIN)
    model.begin("i morgen")
    return build


def plan_end(room: Room) -> Build:
    model, build = room.shown(room.session.plans.begin(room.plan(), BEGINS))
    model.ask(PlanQuestion.END)
    return build


def plan_tell(room: Room) -> Build:
    model, build = room.shown(room.session.plans.begin(room.plan(), BEGINS))
    model.ask(PlanQuestion.TELL_START)
    return build


def plan_ended(room: Room) -> Build:
    plans = room.session.plans
    begins = date(2026, 9, 1)
    plan = plans.tell_gp(plans.begin(room.plan(), begins), GpMoment.START, begins)
    return room.shown(plans.end(plan, TODAY, ClosingReason.COMPLETED))[1]


def plan_full(room: Room) -> Build:
    """The longest texts, in many rows."""
    plans = room.session.plans
    offer = Offer(
        kind=OfferKind.PSYCHOLOGICAL,
        name=longest(500),
        responsible=longest(120),
        begins="01-12-2026",
        ends="når Lonni siger til",
    )
    says = PlanContent(
        goals=(longest(500),) * 2, offers=(offer,) * 3, closing_status=longest(500), responsible=longest(120)
    )
    return room.shown(plans.save(plans.start(room.patient.id), says))[1]


def talked(room: Room, *ticks: str, is_finished: bool = True) -> Assessment:
    """An assessment with these boxes ticked."""
    session = room.session
    patient = session.patients.get(room.patient.id)
    assessment = session.assessments.start(patient, first_talk())
    for tick in ticks:
        assessment = session.front_pages.set_answer(assessment, LinkId(tick), True)
    return session.front_pages.complete(assessment) if is_finished else assessment


def shown_consultation(room: Room) -> Build:
    model = ConsultationViewModel(room.session, room.patient.id, room.words, room.words.language)
    return lambda: ConsultationScreen(model)


def consultation(room: Room) -> Build:
    talked(room, "fatigue.problem", "fatigue.support", "work.problem", "worry.problem", "sleep.problem")
    talked(room, "memory_concentration.problem", "memory_concentration.support", "work.problem", "work.support")
    return shown_consultation(room)


def consultation_begun(room: Room) -> Build:
    """The newer one is not finished."""
    talked(room, "fatigue.problem", "work.problem")
    talked(room, "work.problem", is_finished=False)
    return shown_consultation(room)


def consultation_empty(room: Room) -> Build:
    return shown_consultation(room)


STAGES: dict[str, Stage] = {
    "consultation": consultation,
    "consultation-begun": consultation_begun,
    "consultation-empty": consultation_empty,
    "plan-empty": plan_empty,
    "plan-draft": plan_draft,
    "plan-begun": plan_begun,
    "plan-missing": plan_missing,
    "plan-begin": plan_begin,
    "plan-end": plan_end,
    "plan-tell": plan_tell,
    "plan-ended": plan_ended,
    "plan-full": plan_full,
}
