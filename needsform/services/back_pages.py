"""The back page of the form, written by the professional in the talk; concluded and signed."""

from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.audit import Action
from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.errors import InputError
from needsform.models.follow_up_call import asks_for_call
from needsform.services.assessment_ledger import AssessmentLedger
from needsform.services.call_ledger import CallLedger
from needsform.services.directory import Directory
from needsform.storage import assessments as rows
from needsform.storage.patients import load_patient
from needsform.storage.planned_assessments import plan_next

_S = AssessmentStatus


class BackPages:
    """What the professional writes. Every verb returns the assessment as it then stands on disk."""

    def __init__(self, ledger: AssessmentLedger, directory: Directory, calls: CallLedger) -> None:
        self._ledger, self._directory, self._calls = ledger, directory, calls

    def save(self, assessment: Assessment, care_plan: CarePlan) -> Assessment:
        """The back page as it is being written; the first word of it says that the talk is held."""
        self._ledger.presence.require_staff()
        assessment.require_back_open()
        self._check_topics(assessment, care_plan)
        if care_plan == assessment.care_plan:
            return assessment
        if assessment.status is _S.FRONT_COMPLETED:
            assessment = assessment.moved_to(_S.DIALOGUE_HELD, self._ledger.now())
        return self._ledger.save(assessment.model_copy(update={"care_plan": care_plan}), Action.WRITE_BACK)

    def complete(self, assessment: Assessment) -> Assessment:
        """The back page says what is needed and is ready to sign.

        Raises InputError: `back.no_needs` at "needs" when no area is taken further and there is no action,
        `back.action_without_words` at "activities", `back.authority_not_told` at "told_that_authority_decides".
        """
        self._ledger.presence.require_staff()
        plan = assessment.care_plan or CarePlan()
        activities = tuple(a for a in plan.activities if not a.is_empty)
        if not activities and not any(need.take_further for need in plan.needs):
            raise InputError("back.no_needs", at="needs")
        if any(activity.lacks_words for activity in activities):
            raise InputError("back.action_without_words", at="activities")
        if not plan.told_that_authority_decides:
            raise InputError("back.authority_not_told", at="told_that_authority_decides")
        plan = plan.model_copy(update={"activities": activities, "conclusion": plan.conclusion or Conclusion.NEED})
        return self._concluded(assessment, plan, _S.BACK_COMPLETED)

    def conclude_no_need(self, assessment: Assessment) -> Assessment:
        """ "No needs now": a good ending of its own, ready to sign."""
        self._ledger.presence.require_staff()
        plan = (assessment.care_plan or CarePlan()).model_copy(update={"conclusion": Conclusion.NO_NEED})
        return self._concluded(assessment, plan, _S.NO_NEED_NOW)

    def resume(self, assessment: Assessment) -> Assessment:
        """Back from the conclusion to writing, as long as nothing is signed."""
        self._ledger.presence.require_staff()
        resumed = assessment.moved_to(_S.DIALOGUE_HELD, self._ledger.now())
        plan = assessment.care_plan or CarePlan()
        with self._ledger.database.atomic():
            saved = rows.save_assessment(self._ledger.database, resumed)
            if plan.conclusion is Conclusion.NO_NEED:  # what was concluded is taken back, so that it can be asked anew
                plan = plan.model_copy(update={"conclusion": None})
                saved = rows.save_assessment(self._ledger.database, saved.model_copy(update={"care_plan": plan}))
            self._ledger.record(Action.WRITE_BACK, saved)
        return saved

    def sign(self, assessment: Assessment) -> Assessment:
        """Signed off by whoever is here: from now on only a new revision can change it.

        The next assessment that it plans comes onto the due list, in place of the one that was planned before; a call
        that it asks this place for comes onto the list of calls.
        """
        self._ledger.presence.require_staff()
        signed = assessment.model_copy(update={"signature": self._ledger.presence.practitioner.signature()})
        with self._ledger.database.atomic():
            saved = rows.save_assessment(self._ledger.database, signed.moved_to(_S.SIGNED, self._ledger.now()))
            plan_next(self._ledger.database, saved)
            self._ledger.record(Action.SIGN, saved)
            is_asked = asks_for_call(saved.care_plan, saved.setting, is_signed_here=True)
            self._calls.follow(saved.patient_id, saved.id, is_asked=is_asked)
        return saved

    def _concluded(self, assessment: Assessment, plan: CarePlan, status: AssessmentStatus) -> Assessment:
        """The page says so; whom the citizen can turn to is kept as it is told now."""
        assessment.require_back_open()
        self._check_topics(assessment, plan)
        now = self._ledger.now()
        plan = self._directory.filled_in(plan, load_patient(self._ledger.database, assessment.patient_id))
        with self._ledger.database.atomic():
            if assessment.status is _S.FRONT_COMPLETED:
                assessment = assessment.moved_to(_S.DIALOGUE_HELD, now)
            written = rows.save_assessment(self._ledger.database, assessment.model_copy(update={"care_plan": plan}))
            saved = rows.save_assessment(self._ledger.database, written.moved_to(status, now))
            self._ledger.record(Action.CONCLUDE, saved, status.value)
        return saved

    def _check_topics(self, assessment: Assessment, plan: CarePlan) -> None:
        """Every row must speak of something that is on the form."""
        form = self._ledger.questionnaire(assessment)
        known = {*form.topics, *(area.other.link_id for area in form.areas if area.other)}
        used = {need.topic for need in plan.needs} | {topic for a in plan.activities for topic in a.topics}
        for topic in used - known:
            raise InputError("answer.unknown_item", link_id=topic)
