"""A receiver's plans: one that is written with the citizen, and where plans are listed."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.identity import PatientId, PlanId
from needsform.models.rehabilitation_plan import RehabilitationPlan
from needsform.services.session import Session
from needsform.ui.messages import sentence
from needsform.ui.screens.consultation_screen import ConsultationScreen
from needsform.ui.screens.plan_screen import PlanScreen
from needsform.ui.viewmodels.calls_view_model import CallsState, CallsViewModel
from needsform.ui.viewmodels.consultation_view_model import ConsultationViewModel
from needsform.ui.viewmodels.plan_printing import PlanPrinting
from needsform.ui.viewmodels.plan_view_model import PlanViewModel
from needsform.ui.viewmodels.plans_view_model import PlansViewModel
from needsform.ui.widgets.calls_section import CallsSection
from needsform.ui.widgets.plans_section import PlansSection
from needsform.workday.course import take_next
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import ShowConsultation, ShowPatient, ShowPlan
from needsform.workday.timeline import actions_of


def plan(desk: Desk, step: ShowPlan) -> Scene:
    """The citizen's plan: the open one, or else a new one. Raises WorldError if the store cannot tell."""
    stage, session = desk.stage, desk.session
    patient = session.patients.get(step.patient_id)
    view_model = PlanViewModel(session, patient, _plan_of(session, step), stage.dressing.words, stage.background)
    out = PlanPrinting(session, view_model.content, stage.dressing.words, stage.background)
    view_model.failed.connect(desk.tell)
    out.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = PlanScreen(view_model, out, stage.dialogs.choose_save_path, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowPatient(step.patient_id)))
        screen.print_requested.connect(stage.print_text)
        return screen

    def settle() -> None:
        view_model.flush()
        out.flush()

    return desk.scene(build, settle)


def plans_under_way(desk: Desk, room: QWidget) -> QWidget:
    """The section of the inbox; empty room where there is no plan. Raises WorldError if the store cannot tell."""
    return _section(desk, PlansViewModel(desk.session), room)


def plans_of(desk: Desk, patient_id: PatientId, room: QWidget) -> QWidget:
    """The section of a citizen's card. Raises WorldError if the store cannot tell."""
    section = _section(desk, PlansViewModel(desk.session, patient_id), room)
    section.start_requested.connect(partial(desk.go, ShowPlan(patient_id)))
    section.consultation_requested.connect(partial(desk.go, ShowConsultation(patient_id)))
    return section


def consultation(desk: Desk, step: ShowConsultation) -> Scene:
    """The assessments of a citizen beside each other. Raises WorldError if the store cannot tell."""
    dressing, patient_id = desk.stage.dressing, step.patient_id
    view_model = ConsultationViewModel(desk.session, patient_id, dressing.words, dressing.worn.language)

    def build(room: QWidget) -> QWidget:
        screen = ConsultationScreen(view_model, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowPatient(patient_id)))
        screen.new_requested.connect(partial(desk.go_to_new_assessment, patient_id))
        screen.plan_requested.connect(partial(desk.go, ShowPlan(patient_id)))
        screen.step_requested.connect(partial(take_next, desk))
        screen.add_section(actions_of(desk, patient_id, screen))
        return screen

    return desk.scene(build)


def calls(desk: Desk, patient_id: PatientId | None, room: QWidget) -> QWidget:
    """The calls after treatment, everybody's or one citizen's. Raises WorldError if the store cannot tell."""
    view_model = CallsViewModel(desk.session, patient_id)
    section = CallsSection(desk.stage.dressing.words, is_card=patient_id is not None, parent=room)
    view_model.setParent(section)
    view_model.changed.connect(partial(_render_calls, section))
    view_model.failed.connect(desk.tell)
    section.planned.connect(view_model.plan)
    section.noted.connect(view_model.note)
    section.cancelled.connect(view_model.cancel)
    section.patient_requested.connect(desk.go_to_patient)
    _render_calls(section, view_model.state)
    return section


def _render_calls(section: CallsSection, state: CallsState) -> None:
    error = sentence(state.error) if state.error else ""
    section.render_calls(state.calls, state.today, can_plan=state.can_plan, error=error)


def _section(desk: Desk, view_model: PlansViewModel, room: QWidget) -> PlansSection:
    state, is_card = view_model.state, view_model.patient_id is not None
    words = desk.stage.dressing.words
    section = PlansSection(state.plans, words, is_card=is_card, can_start=state.can_start, parent=room)
    section.plan_requested.connect(partial(_open_plan, desk))
    section.patient_requested.connect(desk.go_to_patient)
    return section


def _open_plan(desk: Desk, patient_id: str, plan_id: str) -> None:
    desk.go(ShowPlan(PatientId(patient_id), PlanId(plan_id)))


def _plan_of(session: Session, step: ShowPlan) -> RehabilitationPlan:
    """The one that is asked for, else the open one, else a new one."""
    if step.plan_id is not None:
        return session.plans.get(step.plan_id)
    plans = session.plans.of_patient(step.patient_id)
    return next((plan for plan in plans if plan.is_open), None) or session.plans.start(step.patient_id)
