"""Taking in sheets of other places: each looked at beside what is here, and kept as it came or not at all.

`examine` says what a sheet is; `take_in` keeps it, registers its citizen if need be, and begins a case where the
citizen has none. Whatever a sheet is, nothing that is here is overwritten by it.
"""

from dataclasses import dataclass, replace
from datetime import date

from needsform.models.audit import Action
from needsform.models.errors import InputError, Message, WorldError
from needsform.models.follow_up_call import asks_for_call
from needsform.models.identity import PatientId, ReceivedId
from needsform.models.patient import Patient, PatientDetails
from needsform.models.questionnaire import PRIORITY, Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.received_assessment import (
    MAY_BE_TAKEN_IN,
    ArrivedAs,
    Finding,
    ReceivedAssessment,
    SheetFacts,
    judged,
    most_telling,
)
from needsform.models.referral import Referral
from needsform.models.scan_stack import BackPage
from needsform.models.sheet_code import SheetCode, form_fingerprint
from needsform.models.verification import SignatureCheck, Verification
from needsform.services.arrivals import Arrival, ArrivedBundle, ArrivedFront, Unread
from needsform.services.arriving_cases import case_of
from needsform.services.assessment_ledger import AssessmentLedger
from needsform.services.call_ledger import CallLedger
from needsform.services.clock import Entropy
from needsform.services.referral_ledger import ReferralLedger
from needsform.services.site_keys import SiteKeys
from needsform.storage import patients
from needsform.storage import received as rows
from needsform.storage.sites import load_site

Sheet = ArrivedBundle | ArrivedFront


@dataclass(frozen=True, slots=True)
class Examined:
    """A sheet beside what is here."""

    arrival: Sheet
    facts: SheetFacts
    form: Questionnaire
    check: SignatureCheck
    finding: Finding
    patient: Patient | None
    """The citizen, if they are registered here."""
    told: PatientDetails | None
    """What the sheet itself tells of the citizen."""
    is_contested: bool
    """Whether the same assessment was taken in of another citizen: its sender has put a number right, say."""

    @property
    def may_be_taken_in(self) -> bool:
        """Whether it can be kept; the citizen may still have to be named."""
        return self.finding in MAY_BE_TAKEN_IN or self.finding is Finding.MIXED_UP

    @property
    def is_clear(self) -> bool:
        """Whether nobody has to decide anything: a known site signed it, and its citizen is known or told in full."""
        is_named = self.patient is not None or (self.told is not None and bool(self.told.municipality_code))
        is_believed = self.check.verification is Verification.VERIFIED and not self.is_contested
        return self.finding in MAY_BE_TAKEN_IN and is_believed and is_named


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was kept, and the case that began with it or that it came to."""

    received: ReceivedAssessment
    patient: Patient
    referral: Referral | None


class Intake:
    """What staff does with sheets that arrive, on the window's own connection; reading the files is not done here."""

    def __init__(
        self,
        ledger: AssessmentLedger,
        cases: ReferralLedger,
        calls: CallLedger,
        site_keys: SiteKeys,
        entropy: Entropy,
    ) -> None:
        self._ledger, self._cases, self._calls = ledger, cases, calls
        self._site_keys, self._entropy = site_keys, entropy

    def examine(self, arrival: Arrival) -> Examined:
        """What a sheet is. Leaves a row that it was looked at, with what it turned out to be.

        Raises InputError: why the file could not be read, `intake.form_unknown` (parameter `version`) for a form that
        is not loaded here, `intake.form_differs` for answers that the form does not have.
        """
        self._ledger.presence.require_staff()
        try:
            examined = self._examined(arrival)
        except InputError as error:
            with self._ledger.database.atomic():
                self._record(Action.EXAMINE_SHEET, None, error.message.message_id)
            raise
        with self._ledger.database.atomic():
            self._record(Action.EXAMINE_SHEET, examined.patient, examined.finding.value)
        return examined

    def take_in(
        self, examined: Examined, typed: PatientDetails | None = None, informed_on: date | None = None
    ) -> TakenIn:
        """Keep a sheet. `typed` is the citizen as the professional wrote them, where the sheet does not tell enough;
        `informed_on` the day on which it reached this place, None for today: the days of its case count from it.

        Raises InputError `intake.<finding>` for a sheet that is not to be kept, now that all others are,
        `intake.sender_withdrawn` for one whose signature counted when it was looked at and counts no more,
        `intake.another_citizen` at "identifier", beside a field of the citizen that is missing, and as `case_of`.
        """
        self._ledger.presence.require_staff()
        database, now = self._ledger.database, self._ledger.now()
        with database.atomic():
            check, trusted = self._checked(examined.arrival), Verification.VERIFIED
            if examined.check.verification is trusted and check.verification is not trusted:
                raise InputError("intake.sender_withdrawn")
            examined = replace(examined, check=check)
            finding = self._judged(examined.arrival, examined.facts, check)
            if finding not in MAY_BE_TAKEN_IN:
                raise InputError(f"intake.{finding.value}", revision=examined.facts.revision)
            patient = self._citizen(examined, typed)
            received = ReceivedAssessment(
                id=ReceivedId(self._entropy(16).hex()),
                patient_id=patient.id,
                facts=examined.facts,
                arrived_as=ArrivedAs.SCAN
                if isinstance(examined.arrival, ArrivedFront)
                else examined.arrival.arrived_as,
                verification=examined.check.verification,
                verified_as=examined.check.site_name,
                fingerprint=examined.check.fingerprint,
                content_hash=examined.arrival.content_hash,
                received_at=now,
                received_by=self._ledger.presence.practitioner.signature(),
            )
            rows.add_received(database, received)
            self._record(Action.TAKE_IN, patient, f"{finding.value} {received.verification.value}")
            self._follow_calls(received)
            return TakenIn(received, patient, case_of(self._cases, received, informed_on))

    def get(self, received_id: ReceivedId) -> ReceivedAssessment:
        """A sheet as it came. Raises WorldError `received.unknown`."""
        self._ledger.presence.require_staff()
        with self._ledger.database.atomic():
            received = rows.load_received(self._ledger.database, received_id)
            self._ledger.presence.record(Action.READ_RECEIVED, self._ledger.now(), patient_id=received.patient_id)
        return received

    def of_patient(self, patient_id: PatientId) -> tuple[ReceivedAssessment, ...]:
        """Everything that came of a citizen, newest first; leaves a row where there is anything."""
        self._ledger.presence.require_staff()
        with self._ledger.database.atomic():
            found = rows.received_of_patient(self._ledger.database, patient_id)
            if found:
                self._ledger.presence.record(
                    Action.READ_RECEIVED, self._ledger.now(), patient_id=patient_id, detail=f"found={len(found)}"
                )
        return found

    def form_of(self, received: ReceivedAssessment) -> Questionnaire:
        """The form that a sheet was filled in on. Raises WorldError `questionnaire.unknown`."""
        response = received.facts.response
        return self._ledger.questionnaires.get(response.questionnaire_url, response.questionnaire_version)

    # ------------------------------------------------------------------------------------------------------------------

    def _examined(self, arrival: Arrival) -> Examined:
        told: PatientDetails | None = None
        match arrival:
            case Unread():
                raise InputError(arrival.message.message_id, **arrival.message.parameters)
            case ArrivedBundle():
                check = self._checked(arrival)
                facts = SheetFacts.of_bundle(arrival.read)
                form = self._form(facts.response)
                patient = patients.patient_by_identifier(self._ledger.database, arrival.read.patient.identifier)
                told = arrival.read.patient
            case ArrivedFront(code=code):
                check = self._checked(arrival)
                form = self._form_of_code(code)
                facts = SheetFacts.of_code(code, code.response(form))
                patient = patients.patient_who(self._ledger.database, code.is_of)
        finding = self._judged(arrival, facts, check)
        if finding in MAY_BE_TAKEN_IN and isinstance(arrival, ArrivedFront) and arrival.back is BackPage.ANOTHERS:
            finding = Finding.MIXED_UP
        is_contested = self._is_told_of_another(facts, check, patient)
        return Examined(arrival, facts, form, check, finding, patient, told, is_contested)

    def _checked(self, arrival: Sheet) -> SignatureCheck:
        """How far a sheet can be believed at this moment."""
        if isinstance(arrival, ArrivedFront):
            return self._site_keys.verify_code(arrival.data).check
        return self._site_keys.verify_bundle(arrival.data)

    def _judged(self, arrival: Sheet, facts: SheetFacts, check: SignatureCheck) -> Finding:
        return judged(
            facts,
            check.verification,
            arrival.content_hash,
            rows.received_of_assessment(self._ledger.database, facts.assessment_id),
            # What this store signed and no longer has was erased, and does not come back by the post.
            is_own=rows.is_of_this_store(self._ledger.database, facts.assessment_id) or self._site_keys.is_own(check),
            is_signed_off=isinstance(arrival, ArrivedFront) or arrival.read.signed_at is not None,
        )

    def _form(self, response: QuestionnaireResponse) -> Questionnaire:
        """The form, which has every answer of the sheet."""
        try:
            form = self._ledger.questionnaires.get(response.questionnaire_url, response.questionnaire_version)
        except WorldError as error:
            raise InputError("intake.form_unknown", version=response.questionnaire_version) from error
        held = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
        answers = sorted(response.answers.items(), key=lambda answer: answer[0] == PRIORITY)  # marks come first
        try:
            for link_id, answer in answers:
                held = held.with_answer(form, link_id, answer)
        except InputError as error:
            raise InputError("intake.form_differs") from error
        if held.answers != response.answers:
            raise InputError("intake.form_differs")
        return form

    def _form_of_code(self, code: SheetCode) -> Questionnaire:
        """The form whose boxes the ticks of a code stand for."""
        forms = self._ledger.questionnaires
        for form in (*forms.released(), *forms.loaded()):
            if form_fingerprint(form) == code.form:
                return form
        raise InputError("intake.form_of_code_unknown")

    def _citizen(self, examined: Examined, typed: PatientDetails | None) -> Patient:
        """Whose sheet it is, registered now if they were not; inside the caller's transaction."""
        database = self._ledger.database
        details = typed or examined.told
        if examined.patient is not None:
            patient = patients.load_patient(database, examined.patient.id)
        elif details is None:
            raise InputError("identifier.missing", at="identifier")
        else:
            found = patients.patient_by_identifier(database, details.identifier)
            patient = found or self._register(details)
        if examined.told is not None and patient.identifier != examined.told.identifier:
            raise InputError("intake.another_citizen", at="identifier")
        if isinstance(examined.arrival, ArrivedFront) and not examined.arrival.code.is_of(patient.identifier):
            raise InputError("intake.another_citizen", at="identifier")
        if self._is_told_of_another(examined.facts, examined.check, patient):
            raise InputError("intake.another_citizen", at="identifier")
        return patient

    def _is_told_of_another(self, facts: SheetFacts, check: SignatureCheck, patient: Patient | None) -> bool:
        """Whether the same assessment was taken in of another citizen; what nobody vouches for counts for nothing."""
        is_verified = check.verification is Verification.VERIFIED
        others = rows.received_of_assessment(self._ledger.database, facts.assessment_id)
        believed = (received for received in others if received.is_verified or not is_verified)
        return any(patient is None or received.patient_id != patient.id for received in believed)

    def _follow_calls(self, received: ReceivedAssessment) -> None:
        """As the back page says that can be believed most: what nobody vouches for takes no call off the list."""
        came = rows.received_of_assessment(self._ledger.database, received.facts.assessment_id)
        here = load_site(self._ledger.database).kind
        for one in most_telling(r for r in came if r.facts.has_back_page and r.patient_id == received.patient_id):
            is_asked = asks_for_call(one.facts.care_plan, here, is_signed_here=False)
            self._calls.follow(one.patient_id, one.facts.assessment_id, is_asked=is_asked)

    def _register(self, details: PatientDetails) -> Patient:
        details.require_complete()
        told = {name: getattr(details, name) for name in PatientDetails.model_fields}
        patient = Patient(id=PatientId(self._entropy(16).hex()), **told)
        patients.add_patient(self._ledger.database, patient, self._ledger.now())
        self._record(Action.REGISTER_PATIENT, patient)
        return patient

    def _record(self, action: Action, patient: Patient | None, detail: str = "") -> None:
        self._ledger.presence.record(
            action, self._ledger.now(), patient_id=None if patient is None else patient.id, detail=detail
        )


def message_of(examined: Examined) -> Message:
    """What a sheet is, as a sentence."""
    return Message(f"intake.{examined.finding.value}", {"revision": str(examined.facts.revision)})
