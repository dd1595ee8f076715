"""A citizen over time: every assessment beside the others. Nothing is written here."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from needsform.models.identity import PatientId
from needsform.models.timeline import Timeline
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class TimelineState:
    """What is shown."""

    timeline: Timeline
    every_topic: bool = False
    """Whether topics that were never marked are shown too."""


class TimelineViewModel(QObject):
    """`changed(TimelineState)`: other rows are asked for."""

    changed = Signal(TimelineState)

    def __init__(self, session: Session, patient_id: PatientId) -> None:
        """Raises WorldError if the store cannot tell."""
        super().__init__()
        self._assessments = session.timelines.of_patient(patient_id)
        self.state = TimelineState(Timeline.of(self._assessments))

    def show_every_topic(self, is_wanted: bool) -> None:
        """Show all topics of the forms, or those alone that were ever marked."""
        if is_wanted != self.state.every_topic:
            self.state = TimelineState(Timeline.of(self._assessments, every_topic=is_wanted), is_wanted)
            self.changed.emit(self.state)
