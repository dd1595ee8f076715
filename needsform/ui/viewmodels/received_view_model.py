"""A sheet of another place, read and never changed; and the list of those of one citizen."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from needsform.models.identity import PatientId, ReceivedId
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.models.received_assessment import ReceivedAssessment
from needsform.models.sheet import SheetContent
from needsform.models.words import Words
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class ReceivedState:
    """The sheet, whose it is, and the form that it was filled in on."""

    received: ReceivedAssessment
    patient: Patient
    form: Questionnaire


class ReceivedViewModel(QObject):
    """One sheet as it came. Nothing can be done to it."""

    def __init__(self, session: Session, received_id: ReceivedId) -> None:
        """Raises WorldError `received.unknown`, `questionnaire.unknown`."""
        super().__init__()
        self._session = session
        received = session.intake.get(received_id)
        patient = session.patients.get(received.patient_id)
        self.state = ReceivedState(received, patient, session.intake.form_of(received))

    def content(self, words: Words) -> SheetContent:
        """What a copy of it says on paper."""
        state = self.state
        return self._session.received_papers.content(state.patient, state.received, state.form, words)


class ReceivedListViewModel(QObject):
    """Everything that came of one citizen, newest first."""

    def __init__(self, session: Session, patient_id: PatientId) -> None:
        super().__init__()
        self.received = session.intake.of_patient(patient_id)
