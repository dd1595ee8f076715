"""What became of the actions of a citizen's earlier talks: shown, and noted at the next one."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from needsform.models.action_status import ActionStatus, FollowedAction, followed
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import LinkId, PatientId
from needsform.models.timeline import Timeline
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class ActionsState:
    """The actions, newest talk first."""

    actions: tuple[FollowedAction, ...]
    asked: int | None = None
    """Of which one it is being asked why it was dropped."""
    error: Message | None = None
    """What is wrong with the answer."""


class ActionsViewModel(QObject):
    """`changed(ActionsState)`: something was noted or is asked. `failed(Message)`: it could not be noted."""

    changed = Signal(ActionsState)
    failed = Signal(Message)

    def __init__(
        self, session: Session, patient_id: PatientId, assessments: tuple[EarlierAssessment, ...] | None = None
    ) -> None:
        """`assessments`: the citizen's, if they have been read already. Raises WorldError if the store cannot tell."""
        super().__init__()
        self._session, self._patient_id = session, patient_id
        self._assessments = session.timelines.of_patient(patient_id) if assessments is None else assessments
        self._timeline = Timeline.without_rows(self._assessments)
        self.state = self._read()

    def heading(self, topic: LinkId, language: str) -> str:
        """What a topic is called, by the newest form that asks it; nothing for a topic that none here asks."""
        try:
            return self._timeline.heading_of(topic, language)
        except KeyError:
            return ""

    def note(self, place: int, status: ActionStatus) -> None:
        """Note how far an action is; for one that is dropped, ask why first."""
        if status is ActionStatus.DROPPED:
            self._show(replace(self.state, asked=place, error=None))
        else:
            self._note(place, status, "")

    def drop(self, reason: str) -> None:
        """The answer to why the action was dropped."""
        if self.state.asked is not None:
            self._note(self.state.asked, ActionStatus.DROPPED, reason)

    def cancel(self) -> None:
        """It is not dropped after all."""
        self._show(replace(self.state, asked=None, error=None))

    def _note(self, place: int, status: ActionStatus, reason: str) -> None:
        try:
            self._session.action_notes.note(self._patient_id, self.state.actions[place], status, reason)
            state = self._read()
        except InputError as error:
            self._show(replace(self.state, error=error.message))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(state)

    def _read(self) -> ActionsState:
        return ActionsState(followed(self._assessments, self._session.action_notes.of_patient(self._patient_id)))

    def _show(self, state: ActionsState) -> None:
        self.state = state
        self.changed.emit(state)
