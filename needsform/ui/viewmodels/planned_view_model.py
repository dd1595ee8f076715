"""Who is to be assessed again: the due list on the worklist."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.models.planned_assessment import PlannedAssessment
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class PlannedState:
    """What is listed."""

    planned: tuple[PlannedAssessment, ...]
    today: date


class PlannedViewModel(QObject):
    """`changed(PlannedState)`: one was taken off the list. `failed(Message)`: it could not be."""

    changed = Signal(PlannedState)
    failed = Signal(Message)

    def __init__(self, session: Session) -> None:
        """Raises WorldError if the store cannot tell."""
        super().__init__()
        self._session = session
        self.state = self._read()

    def dismiss(self, place: int) -> None:
        """That one is not to be held."""
        try:
            self._session.planned_assessments.dismiss(self.state.planned[place])
            self.state = self._read()
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self.changed.emit(self.state)

    def _read(self) -> PlannedState:
        return PlannedState(self._session.planned_assessments.due(), self._session.now().date())
