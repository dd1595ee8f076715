"""The assessment's way from the first tick to the sheet in the hand; every step is checked here, below the screens."""

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
from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.errors import InputError
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.patient import Patient
from needsform.models.questionnaire import Area, Questionnaire
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.models.site import SiteKind
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.services.questionnaires import Questionnaires
from needsform.storage import assessments as rows
from needsform.storage.database import Database

LONGEST_WORKLIST = 200
"""Rows of one kind of unfinished work."""

_S = AssessmentStatus


class Assessments:
    """What is done with assessments. Every verb returns the assessment as it then stands on disk."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        questionnaires: Questionnaires,
        clock: Clock,
        entropy: Entropy,
    ) -> None:
        self._database, self._presence = database, presence
        self.questionnaires = questionnaires
        self._clock, self._entropy = clock, entropy

    def questionnaire(self, assessment: Assessment) -> Questionnaire:
        """The very form that the assessment was or is filled in on."""
        response = assessment.response
        return self.questionnaires.get(response.questionnaire_url, response.questionnaire_version)

    def gate(self, patient: Patient, setting: SiteKind) -> Gate:
        """What the citizen's age says: under 18 at a hospital this form is not used (agreement 5.5.2)."""
        self._presence.require_staff()
        return age_gate(patient.identifier, setting, self._clock().date())

    def start(
        self, patient: Patient, details: AssessmentDetails, questionnaire: Questionnaire | None = None
    ) -> Assessment:
        """A new assessment: a draft, or the record that it was declined or that this form is not the right one.

        Raises InputError `assessment.under_18` when a child would get the form at a hospital, and
        `assessment.language` when the form has no words in the chosen language.
        """
        self._presence.require_staff()
        form = questionnaire or self.questionnaires.default()
        _require_language(details, form)
        if details.gate is Gate.NONE and self.gate(patient, details.setting) is Gate.UNDER_18:
            raise InputError("assessment.under_18", at="gate")
        now = self._clock()
        with self._database.atomic():
            assessment = Assessment(
                **_details(details),
                id=AssessmentId(self._entropy(16).hex()),
                patient_id=patient.id,
                number=rows.next_number(self._database, patient.id),
                status=_S.DRAFT,
                response=QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version),
                created_at=now,
            )
            if details.gate is not Gate.NONE:
                assessment = assessment.moved_to(_S.REDIRECTED, now)
            elif details.offered is not Offered.ACCEPTED:
                assessment = assessment.moved_to(_S.DECLINED, now)
            rows.add_assessment(self._database, assessment)
            self._record(Action.START, assessment, assessment.status.value)
        return assessment

    def get(self, assessment_id: AssessmentId) -> Assessment:
        """An assessment as it stands on disk. Raises WorldError `assessment.unknown`."""
        self._presence.require_answering(assessment_id)
        with self._database.atomic():
            assessment = rows.load_assessment(self._database, assessment_id)
            self._record(Action.READ, assessment)
        return assessment

    def revisions(self, assessment_id: AssessmentId) -> tuple[tuple[str, Assessment], ...]:
        """The closed revisions, oldest first, each with the reason why it was reopened."""
        self._presence.require_staff()
        with self._database.atomic():
            closed = rows.load_revisions(self._database, assessment_id)
            if closed:
                self._record(Action.READ, closed[-1][1], "revisions")
        return closed

    # The front page -------------------------------------------------------------------------------------------

    def set_answer(self, assessment: Assessment, link_id: LinkId, answer: Answer | None) -> Assessment:
        """One tick, word or choice, on disk when this returns; None takes it away.

        Raises InputError as `QuestionnaireResponse.with_answer`, PermissionDenied `assessment.front_locked`,
        WorldError `assessment.changed_elsewhere`.
        """
        form = self.questionnaire(assessment)
        return self._answered(assessment, assessment.response.with_answer(form, link_id, answer))

    def answer_none_of_these(self, assessment: Assessment, area: Area) -> Assessment:
        """ "None of these" for an area: a real answer for every box that is not ticked. Raises as `set_answer`."""
        return self._answered(assessment, assessment.response.with_none_of_these(self._own(assessment, area)))

    def take_back_none_of_these(self, assessment: Assessment, area: Area) -> Assessment:
        """The boxes that said no are silent again. Raises as `set_answer`."""
        return self._answered(assessment, assessment.response.without_none_of_these(self._own(assessment, area)))

    def _own(self, assessment: Assessment, area: Area) -> Area:
        """The area as the assessment's own form has it: another form's boxes are no answers to this one."""
        for own in self.questionnaire(assessment).areas:
            if own.link_id == area.link_id:
                return own
        raise InputError("answer.unknown_item", link_id=area.link_id)

    def _answered(self, assessment: Assessment, response: QuestionnaireResponse) -> Assessment:
        self._presence.require_answering(assessment.id)
        assessment.require_front_open()
        changes = response.changed_from(assessment.response)
        if not changes:
            return assessment
        now = self._clock()
        with self._database.atomic():
            change = rows.save_answers(self._database, assessment, changes, now)
            self._record(Action.ANSWER, assessment, " ".join(changes))
        return assessment.model_copy(update={"response": response, "change": change})

    def remember_place(self, assessment: Assessment, place: LinkId | None) -> Assessment:
        """Keep the page that the citizen has come to, until the front page is finished: no power cut loses it."""
        self._presence.require_answering(assessment.id)
        if assessment.is_front_locked:
            return assessment
        with self._database.atomic():
            rows.save_place(self._database, assessment.id, place)
        return assessment.model_copy(update={"place": place})

    def complete_front(self, assessment: Assessment) -> Assessment:
        """The citizen has finished: the answers are locked."""
        self._presence.require_answering(assessment.id)
        return self._moved(assessment, _S.FRONT_COMPLETED, Action.COMPLETE_FRONT)

    # The back page --------------------------------------------------------------------------------------------

    def save_care_plan(self, assessment: Assessment, care_plan: CarePlan) -> Assessment:
        """The back page as it is being written; the first word of it says that the talk is held."""
        self._presence.require_staff()
        assessment.require_back_open()
        self._check_topics(assessment, care_plan)
        if care_plan == assessment.care_plan:
            return assessment
        if assessment.status is _S.FRONT_COMPLETED:
            assessment = assessment.moved_to(_S.DIALOGUE_HELD, self._clock())
        return self._saved(assessment.model_copy(update={"care_plan": care_plan}), Action.WRITE_BACK)

    def complete_back(self, assessment: Assessment) -> Assessment:
        """The back page says what is needed and is ready to sign.

        Raises InputError: `back.no_needs` at "needs" when no area is taken further and there is no action,
        `back.authority_not_told` at "told_that_authority_decides".
        """
        self._presence.require_staff()
        plan = assessment.care_plan or CarePlan()
        activities = tuple(a for a in plan.activities if not a.is_empty)
        if not activities and not any(need.take_further for need in plan.needs):
            raise InputError("back.no_needs", at="needs")
        if not plan.told_that_authority_decides:
            raise InputError("back.authority_not_told", at="told_that_authority_decides")
        plan = plan.model_copy(update={"activities": activities, "conclusion": plan.conclusion or Conclusion.NEED})
        return self._concluded(assessment, plan, _S.BACK_COMPLETED)

    def conclude_no_need(self, assessment: Assessment) -> Assessment:
        """ "No needs now": a good ending of its own, ready to sign."""
        self._presence.require_staff()
        plan = (assessment.care_plan or CarePlan()).model_copy(update={"conclusion": Conclusion.NO_NEED})
        return self._concluded(assessment, plan, _S.NO_NEED_NOW)

    def resume_back(self, assessment: Assessment) -> Assessment:
        """Back from the conclusion to writing, as long as nothing is signed."""
        self._presence.require_staff()
        resumed = assessment.moved_to(_S.DIALOGUE_HELD, self._clock())
        plan = assessment.care_plan or CarePlan()
        with self._database.atomic():
            saved = rows.save_assessment(self._database, resumed)
            if plan.conclusion is Conclusion.NO_NEED:  # what was concluded is taken back, so that it can be asked anew
                plan = plan.model_copy(update={"conclusion": None})
                saved = rows.save_assessment(self._database, saved.model_copy(update={"care_plan": plan}))
            self._record(Action.WRITE_BACK, saved)
        return saved

    def sign(self, assessment: Assessment) -> Assessment:
        """Signed off by whoever is here: from now on only a new revision can change it."""
        self._presence.require_staff()
        signed = assessment.model_copy(update={"signature": self._presence.practitioner.signature()})
        return self._moved(signed, _S.SIGNED, Action.SIGN)

    def hand_over(self, assessment: Assessment) -> Assessment:
        """The sheet is in the citizen's hand."""
        self._presence.require_staff()
        return self._moved(assessment, _S.HANDED_OVER, Action.HAND_OVER)

    def _concluded(self, assessment: Assessment, plan: CarePlan, status: AssessmentStatus) -> Assessment:
        assessment.require_back_open()
        self._check_topics(assessment, plan)
        now = self._clock()
        with self._database.atomic():
            if assessment.status is _S.FRONT_COMPLETED:
                assessment = assessment.moved_to(_S.DIALOGUE_HELD, now)
            written = rows.save_assessment(self._database, assessment.model_copy(update={"care_plan": plan}))
            saved = rows.save_assessment(self._database, written.moved_to(status, now))
            self._record(Action.CONCLUDE, saved, status.value)
        return saved

    # Any time -------------------------------------------------------------------------------------------------

    def correct_details(self, assessment: Assessment, details: AssessmentDetails) -> Assessment:
        """Put occasion, unit, who filled it in … right, as long as nothing is concluded.

        Raises PermissionDenied `assessment.back_locked`, InputError `assessment.language` at "language".
        """
        self._presence.require_staff()
        if assessment.status not in (_S.DRAFT, _S.FRONT_COMPLETED, _S.DIALOGUE_HELD):
            assessment.require_back_open()
        _require_language(details, self.questionnaire(assessment))
        return self._saved(assessment.model_copy(update=_details(details)), Action.CORRECT_DETAILS)

    def reopen(self, assessment: Assessment, reason: str) -> Assessment:
        """A new revision with a reason; the old one is kept as it was.

        Raises InputError `assessment.reason_missing` at "reason", PermissionDenied `assessment.not_reopenable`.
        """
        self._presence.require_staff()
        if not reason.strip():
            raise InputError("assessment.reason_missing", at="reason")
        reopened = assessment.reopened()
        now = self._clock()
        with self._database.atomic():
            rows.keep_revision(self._database, assessment.id, reason.strip(), now)
            saved = rows.save_assessment(self._database, reopened)
            self._record(Action.REOPEN, saved, f"revision={saved.revision}")
        return saved

    def cancel(self, assessment: Assessment) -> Assessment:
        """Begun by mistake: it leaves the worklist and stays in the store."""
        self._presence.require_staff()
        return self._moved(assessment, _S.CANCELLED, Action.CANCEL)

    def decline(self, assessment: Assessment, offered: Offered, reason: str = "") -> Assessment:
        """The citizen would rather not, or is too ill, after the form was begun."""
        self._presence.require_staff()
        told = assessment.model_copy(update={"offered": offered, "offered_reason": reason.strip()})
        return self._moved(told, _S.DECLINED, Action.CANCEL)

    def redirect(self, assessment: Assessment, gate: Gate, instrument: OtherInstrument | None = None) -> Assessment:
        """Another instrument, or another way, is right for this citizen; that is recorded."""
        self._presence.require_staff()
        told = assessment.model_copy(update={"gate": gate, "other_instrument": instrument})
        return self._moved(told, _S.REDIRECTED, Action.CANCEL)

    # Lists ----------------------------------------------------------------------------------------------------

    def worklist(self) -> Worklist:
        """Unfinished work: with the citizen, back page missing, not signed, not handed over."""
        self._presence.require_staff()

        def rows_in(*statuses: AssessmentStatus) -> tuple[AssessmentSummary, ...]:
            return rows.summaries_by_status(self._database, statuses, LONGEST_WORKLIST)

        with self._database.atomic():
            worklist = Worklist(
                with_citizen=rows_in(_S.DRAFT),
                back_missing=rows_in(_S.FRONT_COMPLETED, _S.DIALOGUE_HELD),
                unsigned=rows_in(_S.BACK_COMPLETED, _S.NO_NEED_NOW),
                not_handed_over=rows_in(_S.SIGNED),
            )
            self._presence.record(Action.LIST_WORK, self._clock())
        return worklist

    def of_patient(self, patient_id: PatientId) -> tuple[AssessmentSummary, ...]:
        """A citizen's assessments, newest first."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.summaries_of_patient(self._database, patient_id)
            self._presence.record(Action.READ_PATIENT, self._clock(), patient_id=patient_id, detail="assessments")
        return found

    # ----------------------------------------------------------------------------------------------------------

    def _moved(self, assessment: Assessment, status: AssessmentStatus, action: Action) -> Assessment:
        return self._saved(assessment.moved_to(status, self._clock()), action)

    def _saved(self, assessment: Assessment, action: Action) -> Assessment:
        with self._database.atomic():
            saved = rows.save_assessment(self._database, assessment)
            self._record(action, saved)
        return saved

    def _record(self, action: Action, assessment: Assessment, detail: str = "") -> None:
        self._presence.record(
            action, self._clock(), patient_id=assessment.patient_id, assessment_id=assessment.id, detail=detail
        )

    def _check_topics(self, assessment: Assessment, plan: CarePlan) -> None:
        """Every row must speak of something that is on the form."""
        form = self.questionnaire(assessment)
        known = {*form.topics, *(area.other.link_id for area in form.areas if area.other)}
        used = {need.topic for need in plan.needs} | {topic for a in plan.activities for topic in a.topics}
        for topic in used - known:
            raise InputError("answer.unknown_item", link_id=topic)


def _details(details: AssessmentDetails) -> dict[str, object]:
    """The details alone, even if a whole assessment is given for them: its id and status stay behind."""
    return {name: getattr(details, name) for name in AssessmentDetails.model_fields}


def _require_language(details: AssessmentDetails, form: Questionnaire) -> None:
    if details.language not in form.languages:
        raise InputError("assessment.language", at="language")
