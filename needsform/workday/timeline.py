"""A citizen over time, on their card."""

from PySide6.QtWidgets import QWidget

from needsform.models.identity import PatientId
from needsform.ui.viewmodels.timeline_view_model import TimelineState, TimelineViewModel
from needsform.ui.widgets.timeline_section import TimelineSection
from needsform.workday.desk import Desk


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
    render(view_model.state)
    return section
