"""A new assessment: who it is about, what it is for, and whether this form is the right one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from needsform.models import typed_assessment
from needsform.models.assessment import (
    AssessmentDetails,
    AssessmentStatus,
    FilledBy,
    Gate,
    Occasion,
    age_gate,
)
from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.former_course import FormerCourse
from needsform.models.identity import PatientId
from needsform.models.municipality import MunicipalityList
from needsform.models.patient import Patient, PatientSummary
from needsform.models.questionnaire import Questionnaire
from needsform.models.site import SiteKind
from needsform.models.typed_assessment import Answer, TypedAssessment
from needsform.models.typed_patient import TypedPatient, completed_municipality, read_patient
from needsform.models.unfinished import UnfinishedAssessment
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.clock import Clock
from needsform.services.session import Session

SETTLED_AFTER = 200
"""Milliseconds without a key until a name that is being typed is looked up."""
MOST_SUGGESTED = 5
SHORTEST_IDENTIFIER = 10
"""Characters of a CPR number without its hyphen."""


@dataclass(frozen=True, slots=True)
class NewAssessmentState:
    """The page as it stands."""

    patient: TypedPatient
    assessment: TypedAssessment
    forms: tuple[Questionnaire, ...]
    known: Patient | None = None
    former: FormerCourse | None = None
    """What the citizen would come back to."""
    """The citizen, if they are in the store already."""
    has_unfinished: bool = False
    """Whether that citizen has an assessment that was begun and not finished."""
    is_minor: bool = False
    """Whether this is a child at a hospital, where the form is not used."""
    suggestions: tuple[PatientSummary, ...] = ()
    """Citizens whose names begin like the one that is being typed."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    """By field."""

    @property
    def form(self) -> Questionnaire:
        """The form that is chosen."""
        return self.forms[self.assessment.form]

    @property
    def is_offered(self) -> bool:
        """Whether the form is going to be filled in; otherwise only a record is made."""
        return not self.is_minor and self.assessment.answer is Answer.ACCEPTED


class NewAssessmentViewModel(QObject):
    """Finds what is known, never asks for it twice, and starts or records.

    state_changed: anything of the state. refused: something is missing or wrong; the errors say what.
    started: a front page can be filled in; carries the assessment's id. recorded: it will not be, and why is kept.
    failed: the store did not take it.
    """

    state_changed = Signal(NewAssessmentState)
    refused = Signal()
    started = Signal(str)
    recorded = Signal(Message)
    failed = Signal(Message)

    def __init__(self, session: Session, words: Words, clock: Clock, patient: Patient | None = None) -> None:
        """`patient` is known already when one comes from the citizen's own card."""
        super().__init__()
        self._session, self.words, self._clock = session, words, clock
        self.places: MunicipalityList = reference_data.municipalities()
        self._has_chosen_occasion = False
        forms = (session.questionnaires.default(), *session.questionnaires.loaded())
        self.state = NewAssessmentState(
            patient=self._empty_patient(),
            assessment=TypedAssessment(
                occasion=_FIRST_OCCASIONS[session.site.kind], language=words.language, form=len(forms) - 1
            ),
            forms=forms,
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLED_AFTER)
        self._timer.timeout.connect(self.look_up_name)
        if patient is not None:
            self._know(patient)
        self._untouched = (self.state.patient, self.state.assessment)

    @property
    def setting(self) -> SiteKind:
        """Where the citizen is."""
        return self._session.site.kind

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The names of today's municipalities, to complete what is typed."""
        return tuple(place.name for place in self.places.valid_on(self._today()))

    # What is typed -------------------------------------------------------------------------------------------------

    def write_patient(self, typed: TypedPatient) -> None:
        """Take the citizen's fields as they stand now; what was wrong with the changed ones is no longer said."""
        before = self.state.patient
        if (typed.identifier, typed.has_other_id) != (before.identifier, before.has_other_id):
            self._write_identifier(typed)
            return
        self._show(replace(self.state, patient=typed, errors=self._errors_without(*_changed(before, typed))))
        if typed.name != before.name and self.state.known is None:
            self._timer.start()

    def write_assessment(self, typed: TypedAssessment) -> None:
        """Take the choices as they stand now."""
        before = self.state.assessment
        changed = _changed(before, typed)
        if "occasion" in changed:
            self._has_chosen_occasion = True
        if "filled_by" in changed:
            typed = replace(typed, relative_present=typed.filled_by is FilledBy.WITH_RELATIVE)
        languages = self.state.forms[typed.form].languages
        if typed.language not in languages:
            typed = replace(typed, language=languages[0])
        if changed & {"answer", "filed_at", "reason_not_filled"}:
            changed |= {"filed_at", "other_reason"}
        self._show(replace(self.state, assessment=typed, errors=self._errors_without(*changed)))

    def leave(self, name: str) -> None:
        """A field of the citizen was left: complete what is in it, and say what is wrong unless it is still empty."""
        if name == "identifier":
            self._show(replace(self.state, patient=_as_shown(self.state.patient, self._today())))
        if name == "municipality":
            completed = completed_municipality(self.state.patient.municipality, self.places, self._today())
            self._show(replace(self.state, patient=replace(self.state.patient, municipality=completed)))
        if str(getattr(self.state.patient, name)).strip():
            found = read_patient(self.state.patient, self.places, self.words, self._today()).errors
            if name in found:
                self._show(replace(self.state, errors={**self.state.errors, name: found[name]}))

    # Who it is about -----------------------------------------------------------------------------------------------

    def look_up_name(self) -> None:
        """Find citizens whose names begin like the one that is typed."""
        self._timer.stop()
        if self.state.known is not None:
            return
        try:
            found = self._session.patients.find(self.state.patient.name)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(replace(self.state, suggestions=found[:MOST_SUGGESTED]))

    def rest(self) -> None:
        """The screen is left: nothing that was typed is looked up any more."""
        self._timer.stop()

    def unfinished(self) -> bytes:
        """What is typed; nothing before the first letter or choice."""
        state, known = self.state, self.state.known
        if (state.patient, state.assessment) == self._untouched:
            return b""
        return UnfinishedAssessment(state.patient, state.assessment, None if known is None else known.id).dump(
            self.words
        )

    def take_up(self, words: bytes) -> None:
        """Go on with what was typed before the page was left or the screen locked."""
        kept = UnfinishedAssessment.load(words, self.words)
        if kept.known is None:
            self._write_identifier(kept.patient)
        else:
            self.choose(kept.known)
        self._has_chosen_occasion = True
        self._show(replace(self.state, patient=kept.patient, assessment=kept.assessment))

    def choose(self, patient_id: PatientId) -> None:
        """It is this citizen: everything that is known is filled in."""
        try:
            self._know(self._session.patients.get(patient_id))
        except NeedsformError as error:
            self.failed.emit(error.message)

    def _write_identifier(self, typed: TypedPatient) -> None:
        if self.state.known is not None:
            # Another number is another citizen: nothing of the one before may be left.
            typed = replace(self._empty_patient(), identifier=typed.identifier, has_other_id=typed.has_other_id)
        assessment = self.state.assessment
        if not self._has_chosen_occasion:
            assessment = replace(assessment, occasion=_FIRST_OCCASIONS[self.setting])
        state = replace(
            self.state,
            patient=typed,
            assessment=assessment,
            known=None,
            former=None,
            has_unfinished=False,
            is_minor=False,
            errors=self._errors_without("identifier", "name", "municipality", "occasion"),
        )
        compact = "".join(c for c in typed.identifier if c.isalnum())
        if len(compact) < SHORTEST_IDENTIFIER or typed.has_other_id:
            self._show(state)
            return
        try:
            identifier = typed.parsed_identifier(self._today())
        except InputError as error:
            self._show(replace(state, errors={**state.errors, "identifier": error.message}))
            return
        gate = age_gate(identifier, self.setting, self._today())
        self._show(replace(state, is_minor=gate is Gate.UNDER_18))  # it stands, whatever becomes of looking it up
        try:
            known = self._session.patients.with_identifier(identifier)
            if known is not None:
                self._know(known)
        except NeedsformError as error:
            self.failed.emit(error.message)

    def _know(self, patient: Patient) -> None:
        self._timer.stop()
        earlier = self._session.assessments.of_patient(patient.id)
        assessment = self.state.assessment
        if earlier and not self._has_chosen_occasion:
            assessment = replace(assessment, occasion=None)  # a second one has another occasion: it must be said
        self._show(
            replace(
                self.state,
                patient=TypedPatient.of(patient, self.places, self.words, self._today()),
                assessment=assessment,
                known=patient,
                former=self._session.former_courses.latest(patient.id),
                has_unfinished=any(summary.status is AssessmentStatus.DRAFT for summary in earlier),
                is_minor=age_gate(patient.identifier, self.setting, self._today()) is Gate.UNDER_18,
                suggestions=(),
                errors={},
            )
        )

    def _empty_patient(self) -> TypedPatient:
        """What stands in the fields before anything is typed: the site's own municipality, and its language."""
        place = self.places.find(self._session.site.default_municipality_code, self._today())
        return TypedPatient(municipality="" if place is None else place.name, language=self.words.text("language.da"))

    # Starting ------------------------------------------------------------------------------------------------------

    def begin(self, *, on_paper: bool = False) -> None:
        """Start the assessment for the citizen's hands, or to be keyed in from paper; or record why it is not."""
        read = read_patient(self.state.patient, self.places, self.words, self._today())
        errors = {**read.errors, **typed_assessment.errors(self.state.assessment, is_minor=self.state.is_minor)}
        if errors or read.details is None:
            self._show(replace(self.state, errors=errors, suggestions=()))
            self.refused.emit()
            return
        try:
            known = self.state.known
            if known is None:
                known = self._session.patients.register(read.details)
            elif known.details() != read.details:
                known = self._session.patients.correct(known.id, read.details)
            self._show(replace(self.state, known=known, suggestions=()))
            assessment = self._session.assessments.start(
                known,
                self._details(on_paper=on_paper),
                self.state.form,
                comes_back=self.state.assessment.comes_back,
            )
        except InputError as error:
            self._show(replace(self.state, errors={error.field: error.message}))
            self.refused.emit()
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._untouched = (self.state.patient, self.state.assessment)  # nothing of it is unsaved any more
            if assessment.status is AssessmentStatus.DRAFT:
                self.started.emit(assessment.id)
            else:
                self.recorded.emit(_RECORDED[assessment.status])

    def _details(self, *, on_paper: bool) -> AssessmentDetails:
        return typed_assessment.details(
            self.state.assessment,
            site=self._session.site,
            signature=self._session.practitioner.signature(),
            today=self._today(),
            is_minor=self.state.is_minor,
            on_paper=on_paper,
        )

    def _today(self) -> date:
        return self._clock().date()

    def _errors_without(self, *names: str) -> dict[str, Message]:
        return {name: message for name, message in self.state.errors.items() if name not in names}

    def _show(self, state: NewAssessmentState) -> None:
        self.state = state
        self.state_changed.emit(state)


_FIRST_OCCASIONS = {
    SiteKind.HOSPITAL: Occasion.TREATMENT_START,
    SiteKind.MUNICIPALITY: Occasion.MUNICIPAL_START,
    SiteKind.GENERAL_PRACTICE: Occasion.GENERAL_PRACTICE,
}
"""What a citizen's first assessment at a place is usually for."""

_RECORDED = {
    AssessmentStatus.DECLINED: Message("assessment.declined_recorded"),
    AssessmentStatus.REDIRECTED: Message("assessment.redirected_recorded"),
}


def _as_shown(typed: TypedPatient, today: date) -> TypedPatient:
    """With the identifier as people write it, once it is one."""
    try:
        return replace(typed, identifier=typed.parsed_identifier(today).shown)
    except InputError:
        return typed


def _changed(before: TypedPatient | TypedAssessment, after: TypedPatient | TypedAssessment) -> set[str]:
    """The names of the fields that differ."""
    return {f.name for f in fields(before) if getattr(before, f.name) != getattr(after, f.name)}
