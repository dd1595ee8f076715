"""A citizen over time: every assessment beside the others. Nothing is written here."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from needsform.models.action_status import FollowedAction
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.timeline import Timeline


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

    def __init__(self, assessments: tuple[EarlierAssessment, ...], actions: tuple[FollowedAction, ...]) -> None:
        """The citizen's assessments, in any order, and what became of what was agreed."""
        super().__init__()
        self._whole = Timeline.of(assessments, every_topic=True)
        self.state = self._state(actions, every_topic=False)

    def show_every_topic(self, is_wanted: bool) -> None:
        """Show all topics of the forms, or those alone that were ever marked or that an action is about."""
        self._show(self.state.actions, is_wanted)

    def show_actions(self, actions: tuple[FollowedAction, ...]) -> None:
        """Show what became of these."""
        self._show(actions, self.state.every_topic)

    def _show(self, actions: tuple[FollowedAction, ...], every_topic: bool) -> None:
        if (actions, every_topic) != (self.state.actions, self.state.every_topic):
            self.state = self._state(actions, every_topic=every_topic)
            self.changed.emit(self.state)

    def _state(self, actions: tuple[FollowedAction, ...], *, every_topic: bool) -> TimelineState:
        also = {topic for action in actions for topic in action.activity.topics}
        return TimelineState(self._whole if every_topic else self._whole.of_marked(also), actions, every_topic)
