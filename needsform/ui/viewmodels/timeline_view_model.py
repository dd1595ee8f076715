"""A citizen over time: every assessment beside the others. Nothing is written here."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from needsform.models.action_status import FollowedAction
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.identity import PatientId
from needsform.models.timeline import Timeline
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class TimelineState:
    """What is shown."""

    timeline: Timeline
    actions: tuple[FollowedAction, ...] = ()
    """What was agreed, newest talk first."""
    every_topic: bool = False
    """Whether topics that were never marked are shown too."""


class TimelineViewModel(QObject):
    """`changed(TimelineState)`: other rows are asked for, or something became of an action."""

    changed = Signal(TimelineState)

    def __init__(self, session: Session, patient_id: PatientId) -> None:
        """Raises WorldError if the store cannot tell."""
        super().__init__()
        self.assessments: tuple[EarlierAssessment, ...] = session.timelines.of_patient(patient_id)
        self.state = TimelineState(Timeline.of(self.assessments))

    def show_every_topic(self, is_wanted: bool) -> None:
        """Show all topics of the forms, or those alone that were ever marked or that an action is about."""
        self._show(self.state.actions, is_wanted)

    def show_actions(self, actions: tuple[FollowedAction, ...]) -> None:
        """Show what became of these."""
        self._show(actions, self.state.every_topic)

    def _show(self, actions: tuple[FollowedAction, ...], every_topic: bool) -> None:
        also = {topic for action in actions for topic in action.activity.topics}
        timeline = Timeline.of(self.assessments, every_topic=every_topic, also=also)
        state = TimelineState(timeline, actions, every_topic)
        if state != self.state:
            self.state = state
            self.changed.emit(state)
