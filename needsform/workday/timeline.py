"""A citizen over time: on their card, and the two latest assessments on paper."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.identity import PatientId
from needsform.ui.screens.comparison_sheet_screen import ComparisonSheetScreen
from needsform.ui.viewmodels.comparison_sheet_view_model import ComparisonSheetViewModel
from needsform.ui.viewmodels.timeline_view_model import TimelineState, TimelineViewModel
from needsform.ui.widgets.timeline_section import TimelineSection
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import ShowComparison, ShowPatient


def timeline_of(desk: Desk, patient_id: PatientId) -> QWidget:
    """The section of a citizen's card. Raises WorldError if the store cannot tell."""
    dressing = desk.stage.dressing
    view_model = TimelineViewModel(desk.session, patient_id)
    section = TimelineSection(dressing.words, dressing.worn.language)
    view_model.setParent(section)

    def render(state: TimelineState) -> None:
        section.render_timeline(state.timeline)

    view_model.changed.connect(render)
    section.every_topic_wanted.connect(view_model.show_every_topic)
    section.paper_requested.connect(partial(desk.go, ShowComparison(patient_id)))
    render(view_model.state)
    return section


def comparison_sheet(desk: Desk, step: ShowComparison) -> Scene:
    """The two latest on paper. Raises WorldError if there are no longer two, or the store cannot tell."""
    stage = desk.stage
    view_model = ComparisonSheetViewModel(desk.session, step.patient_id, stage.dressing.words, stage.background)
    view_model.pages.failed.connect(desk.tell)
    view_model.printing.failed.connect(desk.tell)

    def build() -> QWidget:
        screen = ComparisonSheetScreen(view_model, stage.dialogs.choose_save_path)
        screen.closed_requested.connect(partial(desk.go, ShowPatient(step.patient_id)))
        return screen

    return desk.scene(build, view_model.printing.flush)
