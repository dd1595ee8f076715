"""A citizen who came back: the section that leads from the earlier course to the new one, and back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.identity import PatientId, PlanId, ReferralId
from needsform.ui.viewmodels.returns_view_model import ReturnsState, ReturnsViewModel
from needsform.ui.widgets.returns_section import ReturnsSection
from needsform.workday.desk import Desk
from needsform.workday.steps import ShowPlan, ShowReferral


def returns_of(desk: Desk, patient_id: PatientId, room: QWidget, *, here: ReferralId | None = None) -> QWidget:
    """The section of a citizen's card, or of the case that is `here`. Raises WorldError if the store cannot tell."""
    view_model = ReturnsViewModel(desk.session, patient_id, here)
    state = view_model.state
    section = ReturnsSection(state.returns, desk.stage.dressing.words, room, here=here, offered=state.offered)
    view_model.setParent(section)
    view_model.changed.connect(partial(_show, section))
    view_model.failed.connect(desk.tell)
    section.linked.connect(view_model.link)
    section.case_requested.connect(partial(_open_case, desk))
    section.plan_requested.connect(partial(_open_plan, desk, patient_id))
    return section


def _show(section: ReturnsSection, state: ReturnsState) -> None:
    section.show_returns(state.returns, state.offered)


def _open_case(desk: Desk, referral_id: str) -> None:
    desk.go(ShowReferral(ReferralId(referral_id)))


def _open_plan(desk: Desk, patient_id: PatientId, plan_id: str) -> None:
    desk.go(ShowPlan(patient_id, PlanId(plan_id)))
