"""The assessment as a whole: begun, found again, put right, opened anew, ended early; checked below the screens."""

from needsform.models.assessment import (
    Assessment,
    AssessmentDetails,
    AssessmentStatus,
    AssessmentSummary,
    Gate,
    Offered,
    OtherInstrument,
    Worklist,
    age_gate,
)
from needsform.models.audit import Action
from needsform.models.errors import InputError
from needsform.models.identity import AssessmentId, PatientId
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.site import SiteKind
from needsform.services.assessment_ledger import AssessmentLedger
from needsform.services.call_ledger import CallLedger
from needsform.services.clock import Entropy
from needsform.storage import assessments as rows
from needsform.storage.planned_assessments import plan_no_more
from needsform.storage.returns import add_return, ended_course_of, take_back_return

LONGEST_WORKLIST = 200
"""Rows of one kind of unfinished work."""

_S = AssessmentStatus


class Assessments:
    """What staff does with assessments. Every verb returns the assessment as it then stands on disk."""

    def __init__(self, ledger: AssessmentLedger, calls: CallLedger, entropy: Entropy) -> None:
        self._ledger, self._calls, self._entropy = ledger, calls, entropy

    def questionnaire(self, assessment: Assessment) -> Questionnaire:
        """The very form that the assessment was or is filled in on. Raises WorldError `questionnaire.unknown`."""
        return self._ledger.questionnaire(assessment)

    def gate(self, patient: Patient, setting: SiteKind) -> Gate:
        """What the citizen's age says: under 18 at a hospital this form is not used (agreement 5.5.2)."""
        self._ledger.presence.require_staff()
        return age_gate(patient.identifier, setting, self._ledger.now().date())

    def start(
        self,
        patient: Patient,
        details: AssessmentDetails,
        questionnaire: Questionnaire | None = None,
        *,
        comes_back: bool = False,
    ) -> Assessment:
        """A new assessment: a draft, or the record that it was declined or that this form is not the right one.

        `comes_back` links it to the course that the citizen ended last.
        Raises InputError `assessment.under_18` when a child would get the form at a hospital, and
        `assessment.language` when the form has no words in the chosen language.
        """
        self._ledger.presence.require_staff()
        form = questionnaire or self._ledger.questionnaires.default()
        _require_language(details, form)
        if details.gate is Gate.NONE and self.gate(patient, details.setting) is Gate.UNDER_18:
            raise InputError("assessment.under_18", at="gate")
        now = self._ledger.now()
        with self._ledger.database.atomic():
            assessment = Assessment(
                **_details(details),
                id=AssessmentId(self._entropy(16).hex()),
                patient_id=patient.id,
                number=rows.next_number(self._ledger.database, patient.id),
                status=_S.DRAFT,
                response=QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version),
                created_at=now,
            )
            if details.gate is not Gate.NONE:
                assessment = assessment.moved_to(_S.REDIRECTED, now)
            elif details.offered is not Offered.ACCEPTED:
                assessment = assessment.moved_to(_S.DECLINED, now)
            former = ended_course_of(self._ledger.database, patient.id) if comes_back else None
            rows.add_assessment(self._ledger.database, assessment)
            if former is not None:
                add_return(self._ledger.database, patient.id, former, assessment_id=assessment.id)
            self._ledger.record(Action.START, assessment, assessment.status.value)
        return assessment

    def get(self, assessment_id: AssessmentId) -> Assessment:
        """An assessment as it stands on disk. Raises WorldError `assessment.unknown`."""
        self._ledger.presence.require_answering(assessment_id)
        with self._ledger.database.atomic():
            assessment = rows.load_assessment(self._ledger.database, assessment_id)
            self._ledger.record(Action.READ, assessment)
        return assessment

    def revisions(self, assessment_id: AssessmentId) -> tuple[tuple[str, Assessment], ...]:
        """The closed revisions, oldest first, each with the reason why it was reopened."""
        self._ledger.presence.require_staff()
        with self._ledger.database.atomic():
            closed = rows.load_revisions(self._ledger.database, assessment_id)
            if closed:
                self._ledger.record(Action.READ, closed[-1][1], "revisions")
        return closed

    # Any time -------------------------------------------------------------------------------------------------

    def correct_details(self, assessment: Assessment, details: AssessmentDetails) -> Assessment:
        """Put occasion, unit, who filled it in … right, as long as nothing is concluded.

        Raises PermissionDenied `assessment.back_locked`, InputError `assessment.language` at "language".
        """
        self._ledger.presence.require_staff()
        if assessment.status not in (_S.DRAFT, _S.FRONT_COMPLETED, _S.DIALOGUE_HELD):
            assessment.require_back_open()
        _require_language(details, self._ledger.questionnaire(assessment))
        return self._ledger.save(assessment.model_copy(update=_details(details)), Action.CORRECT_DETAILS)

    def reopen(self, assessment: Assessment, reason: str) -> Assessment:
        """A new revision with a reason; the old one is kept as it was.

        Raises InputError `assessment.reason_missing` at "reason", PermissionDenied `assessment.not_reopenable`.
        """
        self._ledger.presence.require_staff()
        if not reason.strip():
            raise InputError("assessment.reason_missing", at="reason")
        reopened = assessment.reopened()
        now = self._ledger.now()
        with self._ledger.database.atomic():
            rows.keep_revision(self._ledger.database, assessment.id, reason.strip(), now)
            saved = rows.save_assessment(self._ledger.database, reopened)
            self._ledger.record(Action.REOPEN, saved, f"revision={saved.revision}")
        return saved

    def cancel(self, assessment: Assessment) -> Assessment:
        """Begun by mistake: it leaves the worklist and stays in the store."""
        self._ledger.presence.require_staff()
        return self._end_early(assessment, _S.CANCELLED)

    def decline(self, assessment: Assessment, offered: Offered, reason: str = "") -> Assessment:
        """The citizen would rather not, or is too ill, after the form was begun."""
        self._ledger.presence.require_staff()
        told = Assessment.model_validate({**dict(assessment), "offered": offered, "offered_reason": reason})
        return self._end_early(told, _S.DECLINED)

    def redirect(self, assessment: Assessment, gate: Gate, instrument: OtherInstrument | None = None) -> Assessment:
        """Another instrument, or another way, is right for this citizen; that is recorded."""
        self._ledger.presence.require_staff()
        told = assessment.model_copy(update={"gate": gate, "other_instrument": instrument})
        return self._end_early(told, _S.REDIRECTED)

    def _end_early(self, assessment: Assessment, status: AssessmentStatus) -> Assessment:
        """A revision that was signed before may have asked for a call or a next assessment: nobody asks for it now."""
        with self._ledger.database.atomic():
            ended = rows.save_assessment(self._ledger.database, assessment.moved_to(status, self._ledger.now()))
            self._ledger.record(Action.CANCEL, ended)
            plan_no_more(self._ledger.database, ended)
            if status is _S.CANCELLED:
                take_back_return(self._ledger.database, ended.id)
            self._calls.follow(ended.patient_id, ended.id, is_asked=False)
        return ended

    # Lists ----------------------------------------------------------------------------------------------------

    def worklist(self) -> Worklist:
        """Unfinished work: with the citizen, back page missing, not signed, not handed over."""
        self._ledger.presence.require_staff()

        def rows_in(*statuses: AssessmentStatus) -> tuple[AssessmentSummary, ...]:
            return rows.summaries_by_status(self._ledger.database, statuses, LONGEST_WORKLIST)

        with self._ledger.database.atomic():
            worklist = Worklist(
                with_citizen=rows_in(_S.DRAFT),
                back_missing=rows_in(_S.FRONT_COMPLETED, _S.DIALOGUE_HELD),
                unsigned=rows_in(_S.BACK_COMPLETED, _S.NO_NEED_NOW),
                not_handed_over=rows_in(_S.SIGNED),
            )
            self._ledger.presence.record(Action.LIST_WORK, self._ledger.now())
        return worklist

    def of_patient(self, patient_id: PatientId) -> tuple[AssessmentSummary, ...]:
        """A citizen's assessments, newest first."""
        self._ledger.presence.require_staff()
        with self._ledger.database.atomic():
            found = rows.summaries_of_patient(self._ledger.database, patient_id)
            self._ledger.presence.record(
                Action.READ_PATIENT, self._ledger.now(), patient_id=patient_id, detail="assessments"
            )
        return found


def _details(details: AssessmentDetails) -> dict[str, object]:
    """The details alone, even if a whole assessment is given for them: its id and status stay behind."""
    return {name: getattr(details, name) for name in AssessmentDetails.model_fields}


def _require_language(details: AssessmentDetails, form: Questionnaire) -> None:
    if details.language not in form.languages:
        raise InputError("assessment.language", at="language")
