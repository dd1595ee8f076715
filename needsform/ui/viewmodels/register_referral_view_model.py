"""A referral that somebody types: who it is about, who told us, and when; the day of contact follows at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from pydantic import TypeAdapter
from PySide6.QtCore import QObject, Signal

from needsform.models.assessment import ReferralSource
from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.former_course import FormerCourse
from needsform.models.inbox import ReferralDetails
from needsform.models.municipality import MunicipalityList
from needsform.models.patient import Patient
from needsform.models.typed_date import as_typed, required_date, typed_date
from needsform.models.typed_patient import TypedPatient, completed_municipality, read_patient
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.session import Session

SHORTEST_IDENTIFIER = 10
"""Characters of a CPR number without its hyphen."""


@dataclass(frozen=True, slots=True)
class TypedReferral:
    """The fields about the referral, as they stand."""

    source: ReferralSource = ReferralSource.HOSPITAL
    sender: str = ""
    sender_contact: str = ""
    informed_on: str = ""
    comes_back: bool = True
    """Whether the case is linked to the course that the citizen ended, if there is one."""


@dataclass(frozen=True, slots=True)
class RegisterReferralState:
    """The page as it stands."""

    patient: TypedPatient
    referral: TypedReferral
    contact_by: date | None
    """The last day of contact; None while no day can be read."""
    known: Patient | None = None
    former: FormerCourse | None = None
    """What the citizen would come back to."""
    errors: Mapping[str, Message] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Unfinished:
    patient: TypedPatient
    referral: TypedReferral


_UNFINISHED = TypeAdapter(_Unfinished)


class RegisterReferralViewModel(QObject):
    """Finds what is known, never asks for it twice, and begins the case.

    state_changed: anything of the state. refused: something is missing or wrong; the errors say what.
    registered: the case has begun; carries its id. failed: the store did not take it.
    """

    state_changed = Signal(RegisterReferralState)
    refused = Signal()
    registered = Signal(str)
    failed = Signal(Message)

    def __init__(self, session: Session, words: Words) -> None:
        super().__init__()
        self._session, self.words = session, words
        self.places: MunicipalityList = reference_data.municipalities()
        today = self._today()
        typed = TypedReferral(informed_on=as_typed(today))
        self.state = RegisterReferralState(self._empty_patient(), typed, session.referrals.contact_by(today))
        self._untouched = (self.state.patient, self.state.referral)

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The names of today's municipalities, to complete what is typed."""
        return tuple(place.name for place in self.places.valid_on(self._today()))

    def write_patient(self, typed: TypedPatient) -> None:
        """Take the citizen's fields as they stand now; a number that is known fills in the rest."""
        before = self.state.patient
        if (typed.identifier, typed.has_other_id) != (before.identifier, before.has_other_id):
            self._write_identifier(typed)
        else:
            changed = {f.name for f in fields(typed) if getattr(typed, f.name) != getattr(before, f.name)}
            self._show(replace(self.state, patient=typed, errors=self._errors_without(*changed)))

    def write_referral(self, typed: TypedReferral) -> None:
        """Take the fields about the referral as they stand now."""
        self._show(
            replace(
                self.state,
                referral=typed,
                contact_by=self._contact_by(typed),
                errors=self._errors_without("informed_on"),
            )
        )

    def leave(self, name: str) -> None:
        """A field of the citizen was left: complete what is in it, and say what is wrong unless it is still empty."""
        if name == "municipality":
            completed = completed_municipality(self.state.patient.municipality, self.places, self._today())
            self._show(replace(self.state, patient=replace(self.state.patient, municipality=completed)))
        if str(getattr(self.state.patient, name)).strip():
            found = read_patient(self.state.patient, self.places, self.words, self._today()).errors
            if name in found:
                self._show(replace(self.state, errors={**self.state.errors, name: found[name]}))

    def register(self) -> None:
        """Begin the case, of a citizen who is registered with it if need be."""
        read = read_patient(self.state.patient, self.places, self.words, self._today())
        errors = dict(read.errors)
        details: ReferralDetails | None = None
        try:
            details = self._details()
        except InputError as error:
            errors[error.field] = error.message
        if errors or read.details is None or details is None:
            self._refuse(errors)
            return
        try:
            known = self.state.known
            if known is None:
                known = self._session.patients.register(read.details)
            elif known.details() != read.details:
                known = self._session.patients.correct(known.id, read.details)
            self._show(replace(self.state, known=known))
            referral = self._session.referrals.receive(known.id, details, comes_back=self.state.referral.comes_back)
        except InputError as error:
            self._refuse({error.field: error.message})
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._untouched = (self.state.patient, self.state.referral)  # nothing of it is unsaved any more
            self.registered.emit(referral.id)

    def unfinished(self) -> bytes:
        """What is typed; nothing before the first letter or choice."""
        if (self.state.patient, self.state.referral) == self._untouched:
            return b""
        return _UNFINISHED.dump_json(_Unfinished(self.state.patient.in_codes(self.words), self.state.referral))

    def take_up(self, words: bytes) -> None:
        """Go on with what was typed before the page was left or the screen locked."""
        kept = _UNFINISHED.validate_json(words)
        patient = kept.patient.in_words(self.words)
        self._write_identifier(patient)
        self._show(replace(self.state, patient=patient))
        self.write_referral(kept.referral)

    # ------------------------------------------------------------------------------------------------------------------

    def _write_identifier(self, typed: TypedPatient) -> None:
        if self.state.known is not None:
            # Another number is another citizen: nothing of the one before may be left.
            typed = replace(self._empty_patient(), identifier=typed.identifier, has_other_id=typed.has_other_id)
        errors = self._errors_without("identifier", "name", "municipality")
        state = replace(self.state, patient=typed, known=None, former=None, errors=errors)
        if sum(map(str.isalnum, typed.identifier)) < SHORTEST_IDENTIFIER or typed.has_other_id:
            self._show(state)
            return
        try:
            known = self._session.patients.with_identifier(typed.parsed_identifier(self._today()))
            former = None if known is None else self._session.former_courses.latest(known.id)
        except InputError as error:
            self._show(replace(state, errors={**errors, "identifier": error.message}))
        except NeedsformError as error:
            self._show(state)  # what is typed stands, whatever became of looking it up
            self.failed.emit(error.message)
        else:
            if known is not None:
                typed = TypedPatient.of(known, self.places, self.words, self._today())
            self._show(replace(state, patient=typed, known=known, former=former))

    def _details(self) -> ReferralDetails:
        typed = self.state.referral
        informed_on = required_date(typed.informed_on, "informed_on")
        details = ReferralDetails(
            source=typed.source,
            sender="" if typed.source is ReferralSource.SELF else typed.sender,
            sender_contact="" if typed.source is ReferralSource.SELF else typed.sender_contact,
            informed_on=informed_on,
        )
        details.require_plausible(self._today())
        return details

    def _contact_by(self, typed: TypedReferral) -> date | None:
        try:
            informed_on = typed_date(typed.informed_on, "informed_on")
        except InputError:
            return None
        return None if informed_on is None else self._session.referrals.contact_by(informed_on)

    def _empty_patient(self) -> TypedPatient:
        place = self.places.find(self._session.site.default_municipality_code, self._today())
        return TypedPatient(municipality="" if place is None else place.name, language=self.words.text("language.da"))

    def _today(self) -> date:
        return self._session.now().date()

    def _errors_without(self, *names: str) -> dict[str, Message]:
        return {name: message for name, message in self.state.errors.items() if name not in names}

    def _refuse(self, errors: Mapping[str, Message]) -> None:
        self._show(replace(self.state, errors=errors))
        self.refused.emit()

    def _show(self, state: RegisterReferralState) -> None:
        self.state = state
        self.state_changed.emit(state)
