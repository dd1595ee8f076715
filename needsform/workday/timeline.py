"""A citizen over time: on their card, and the two latest assessments on paper."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.identity import LinkId, PatientId
from needsform.ui.messages import sentence
from needsform.ui.screens.comparison_sheet_screen import ComparisonSheetScreen
from needsform.ui.viewmodels.actions_view_model import ActionsState, ActionsViewModel
from needsform.ui.viewmodels.comparison_sheet_view_model import ComparisonSheetViewModel
from needsform.ui.viewmodels.planned_view_model import PlannedState, PlannedViewModel
from needsform.ui.viewmodels.timeline_view_model import TimelineState, TimelineViewModel
from needsform.ui.widgets.actions_section import ActionsSection
from needsform.ui.widgets.labelled_field import column_in
from needsform.ui.widgets.planned_section import PlannedSection
from needsform.ui.widgets.timeline_section import TimelineSection
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import ShowComparison, ShowPatient


def timeline_of(desk: Desk, patient_id: PatientId, room: QWidget) -> QWidget:
    """The sections of a citizen's card: over time, and what became of actions. Raises WorldError as the store."""
    dressing = desk.stage.dressing
    both = QWidget(room)
    column = column_in(both, spacing=0)
    section = TimelineSection(dressing.words, dressing.worn.language, both)
    assessments = desk.session.timelines.of_patient(patient_id)
    model = ActionsViewModel(desk.session, patient_id, assessments)
    view_model = TimelineViewModel(assessments, model.state.actions)
    view_model.setParent(section)

    def render(state: TimelineState) -> None:
        section.render_timeline(state.timeline, state.actions)

    def follow(state: ActionsState) -> None:
        view_model.show_actions(state.actions)

    model.changed.connect(follow)
    view_model.changed.connect(render)
    section.every_topic_wanted.connect(view_model.show_every_topic)
    section.paper_requested.connect(partial(desk.go, ShowComparison(patient_id)))
    column.addWidget(section)
    column.addWidget(_section(desk, model, both))
    render(view_model.state)
    return both


def actions_of(desk: Desk, patient_id: PatientId, room: QWidget) -> QWidget:
    """What became of the actions of earlier talks, to be asked at this one. Raises WorldError as the store."""
    return _section(desk, ActionsViewModel(desk.session, patient_id), room)


def _section(desk: Desk, model: ActionsViewModel, room: QWidget) -> ActionsSection:
    dressing = desk.stage.dressing
    section = ActionsSection(dressing.words, partial(_heading, model, dressing.worn.language), room)
    model.setParent(section)

    def render(state: ActionsState) -> None:
        section.render_actions(state.actions, state.asked, sentence(state.error) if state.error else "")

    model.changed.connect(render)
    model.failed.connect(desk.tell)
    section.noted.connect(model.note)
    section.dropped.connect(model.drop)
    section.cancelled.connect(model.cancel)
    render(model.state)
    return section


def _heading(model: ActionsViewModel, language: str, topic: LinkId) -> str:
    return model.heading(topic, language)


def planned(desk: Desk, room: QWidget) -> QWidget:
    """The section of the worklist: who is to be assessed again. Raises WorldError if the store cannot tell."""
    view_model = PlannedViewModel(desk.session)
    section = PlannedSection(desk.stage.dressing.words, room)
    view_model.setParent(section)

    def render(state: PlannedState) -> None:
        section.render_planned(state.planned, state.today)

    def begin(patient_id: str) -> None:
        desk.go_to_new_assessment(PatientId(patient_id))

    view_model.changed.connect(render)
    view_model.failed.connect(desk.tell)
    section.new_requested.connect(begin)
    section.dismissed.connect(view_model.dismiss)
    section.patient_requested.connect(desk.go_to_patient)
    render(view_model.state)
    return section


def comparison_sheet(desk: Desk, step: ShowComparison) -> Scene:
    """The two latest on paper. Raises WorldError if there are no longer two, or the store cannot tell."""
    stage = desk.stage
    view_model = ComparisonSheetViewModel(desk.session, step.patient_id, stage.dressing.words, stage.background)
    view_model.pages.failed.connect(desk.tell)
    view_model.printing.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = ComparisonSheetScreen(view_model, stage.dialogs.choose_save_path, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowPatient(step.patient_id)))
        return screen

    return desk.scene(build, view_model.printing.flush)
