"""One citizen's card: what is known, put right where it is wrong, and every assessment with what can be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from needsform.models.assessment import (
    REOPENABLE,
    SIGNED_OR_LATER,
    Assessment,
    AssessmentStatus,
    AssessmentSummary,
    Offered,
)
from needsform.models.delivery import Recipient
from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import AssessmentId, PatientId
from needsform.models.next_step import NextStep, next_step
from needsform.models.patient import Patient
from needsform.models.typed_patient import TypedPatient, completed_municipality, read_patient
from needsform.models.unfinished import dump_patient, load_patient
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.clock import Clock
from needsform.services.session import Session


class Asked(StrEnum):
    """What is asked before something is done to an assessment."""

    REOPEN = "reopen"
    """Why a new revision is made."""
    STOP = "stop"
    """Why an assessment that was begun is not finished."""


class StopReason(StrEnum):
    """Why an assessment that was begun is not finished."""

    DECLINED = "declined"
    TOO_ILL = "too_ill"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class AssessmentRow:
    """One assessment of the citizen, and what can be done with it."""

    summary: AssessmentSummary
    next_step: NextStep | None
    has_sheet: bool
    can_reopen: bool
    can_stop: bool
    missing: tuple[Recipient, ...] = ()
    """Who has not got it yet, of what is signed."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and of which assessment."""

    asked: Asked
    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class PatientState:
    """The card as it stands."""

    patient: Patient
    typed: TypedPatient
    """What is known, as it would be typed; while it is being corrected, what is typed."""
    assessments: tuple[AssessmentRow, ...]
    is_correcting: bool = False
    errors: Mapping[str, Message] = field(default_factory=dict)
    """By field of the citizen; "reason" for reopening."""
    question: Question | None = None
    """What has to be answered before something is done to an assessment."""
    holds_unsaved: bool = False
    """Whether something else was asked for while words are typed that would be lost by it."""


class PatientViewModel(QObject):
    """What staff does on a citizen's card.

    state_changed: anything of the state. refused: something typed is wrong or not kept yet; the state says
    what.
    failed: it could not be done.
    """

    state_changed = Signal(PatientState)
    refused = Signal()
    failed = Signal(Message)

    def __init__(self, session: Session, patient_id: PatientId, words: Words, clock: Clock) -> None:
        """Raises WorldError `patient.unknown`."""
        super().__init__()
        self._session, self.words, self._clock = session, words, clock
        self.places = reference_data.municipalities()
        patient = session.patients.get(patient_id)
        self.state = PatientState(patient, self._typed(patient), self._rows(patient))

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The names of today's municipalities, to complete what is typed."""
        return tuple(place.name for place in self.places.valid_on(self._today()))

    # The citizen's details -----------------------------------------------------------------------------------------

    def correct(self) -> None:
        """Begin to correct what is known."""
        self._show(replace(self.state, is_correcting=True, question=None, errors={}))

    def write(self, typed: TypedPatient) -> None:
        """Take the fields as they stand now."""
        self._show(replace(self.state, typed=typed, errors={}, holds_unsaved=False))

    def leave(self, name: str) -> None:
        """A field was left: say what is wrong with it."""
        typed = self.state.typed
        if name == "municipality":
            completed = completed_municipality(typed.municipality, self.places, self._today())
            self._show(replace(self.state, typed=replace(typed, municipality=completed)))
        found = read_patient(self.state.typed, self.places, self.words, self._today()).errors
        if name in found:
            self._show(replace(self.state, errors={**self.state.errors, name: found[name]}))

    def save(self) -> None:
        """Keep what is typed."""
        read = read_patient(self.state.typed, self.places, self.words, self._today())
        if read.details is None:
            self._refuse(read.errors)
            return
        try:
            patient = self._session.patients.correct(self.state.patient.id, read.details)
        except InputError as error:
            self._refuse({error.field: error.message})
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            state = replace(self.state, patient=patient, typed=self._typed(patient), is_correcting=False)
            self._show(replace(state, errors={}, holds_unsaved=False))

    def keeps_unsaved(self) -> bool:
        """Whether something is typed that is not kept yet; then it stays open, and that is told."""
        if not self._has_unsaved():
            return False
        self._show(replace(self.state, errors={}, holds_unsaved=True))
        self.refused.emit()
        return True

    def unfinished(self) -> bytes:
        """What is typed while the details are put right; nothing before the first letter."""
        return dump_patient(self.state.typed, self.words) if self._has_unsaved() else b""

    def take_up(self, words: bytes) -> None:
        """Go on with what was typed before the page was left or the screen locked."""
        self.correct()
        self.write(load_patient(words, self.words))

    def cancel(self) -> None:
        """Leave everything as it was."""
        state = replace(self.state, typed=self._typed(self.state.patient), is_correcting=False)
        self._show(replace(state, question=None, errors={}, holds_unsaved=False))

    def _has_unsaved(self) -> bool:
        return self.state.is_correcting and self.state.typed != self._typed(self.state.patient)

    # The assessments -----------------------------------------------------------------------------------------------

    def ask(self, asked: Asked, assessment_id: AssessmentId) -> None:
        """Ask what has to be known before the assessment is reopened or stopped, unless words would be lost by it."""
        if self.keeps_unsaved():
            return
        self._show(replace(self.state, question=Question(asked, assessment_id), is_correcting=False, errors={}))

    def reopen(self, reason: str) -> None:
        """Make a new revision of the assessment that was asked about."""
        assessments = self._session.assessments
        self._answer(lambda assessment: assessments.reopen(assessment, reason))

    def stop(self, reason: StopReason) -> None:
        """The assessment that was asked about is not going to be finished."""
        assessments = self._session.assessments
        if reason is StopReason.MISTAKE:
            self._answer(assessments.cancel)
        else:
            self._answer(lambda assessment: assessments.decline(assessment, Offered(reason.value)))

    def _answer(self, act: Callable[[Assessment], Assessment]) -> None:
        question = self.state.question
        if question is None:
            return
        try:
            act(self._session.assessments.get(question.assessment_id))
        except InputError as error:
            self._refuse({error.field: error.message})
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(replace(self.state, assessments=self._rows(self.state.patient), question=None, errors={}))

    def _rows(self, patient: Patient) -> tuple[AssessmentRow, ...]:
        summaries = self._session.assessments.of_patient(patient.id)
        signed = [summary.id for summary in summaries if summary.status in SIGNED_OR_LATER]
        handovers = self._session.deliveries.at_a_glance(signed)
        return tuple(
            AssessmentRow(
                summary=summary,
                next_step=next_step(summary),
                has_sheet=summary.status in SIGNED_OR_LATER,
                can_reopen=summary.status in REOPENABLE,
                can_stop=summary.status is AssessmentStatus.DRAFT,
                missing=handovers[summary.id].missing if summary.id in handovers else (),
            )
            for summary in summaries
        )

    def _typed(self, patient: Patient) -> TypedPatient:
        return TypedPatient.of(patient, self.places, self.words, self._today())

    def _today(self) -> date:
        return self._clock().date()

    def _refuse(self, errors: Mapping[str, Message]) -> None:
        self._show(replace(self.state, errors=errors, holds_unsaved=False))
        self.refused.emit()

    def _show(self, state: PatientState) -> None:
        self.state = state
        self.state_changed.emit(state)
