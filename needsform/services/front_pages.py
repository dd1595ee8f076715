"""The front page of the form, filled in by the citizen or with them: every tick is on disk before it is shown."""

from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.audit import Action
from needsform.models.errors import InputError
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Questionnaire
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.services.assessment_ledger import AssessmentLedger
from needsform.storage import assessments as rows


class FrontPages:
    """What the citizen does, and staff for them. Every verb returns the assessment as it then stands on disk."""

    def __init__(self, ledger: AssessmentLedger) -> None:
        self._ledger = ledger

    def questionnaire(self, assessment: Assessment) -> Questionnaire:
        """The very form that the assessment is filled in on. Raises WorldError `questionnaire.unknown`."""
        return self._ledger.questionnaire(assessment)

    def set_answer(self, assessment: Assessment, link_id: LinkId, answer: Answer | None) -> Assessment:
        """One tick, word or choice, on disk when this returns; None takes it away.

        Raises InputError as `QuestionnaireResponse.with_answer`, PermissionDenied `assessment.front_locked`,
        WorldError `assessment.changed_elsewhere`.
        """
        form = self._ledger.questionnaire(assessment)
        return self._answered(assessment, assessment.response.with_answer(form, link_id, answer))

    def answer_none_of_these(self, assessment: Assessment, area: Area) -> Assessment:
        """ "None of these" for an area: a real answer for every box that is not ticked. Raises as `set_answer`."""
        return self._answered(assessment, assessment.response.with_none_of_these(self._own(assessment, area)))

    def take_back_none_of_these(self, assessment: Assessment, area: Area) -> Assessment:
        """The boxes that said no are silent again. Raises as `set_answer`."""
        return self._answered(assessment, assessment.response.without_none_of_these(self._own(assessment, area)))

    def _own(self, assessment: Assessment, area: Area) -> Area:
        """The area as the assessment's own form has it: another form's boxes are no answers to this one."""
        for own in self._ledger.questionnaire(assessment).areas:
            if own.link_id == area.link_id:
                return own
        raise InputError("answer.unknown_item", link_id=area.link_id)

    def _answered(self, assessment: Assessment, response: QuestionnaireResponse) -> Assessment:
        self._ledger.presence.require_answering(assessment.id)
        assessment.require_front_open()
        changes = response.changed_from(assessment.response)
        if not changes:
            return assessment
        now = self._ledger.now()
        with self._ledger.database.atomic():
            change = rows.save_answers(self._ledger.database, assessment, changes, now)
            self._ledger.record(Action.ANSWER, assessment, " ".join(changes))
        return assessment.model_copy(update={"response": response, "change": change})

    def remember_place(self, assessment: Assessment, place: LinkId | None) -> Assessment:
        """Keep the page that the citizen has come to, until the front page is finished: no power cut loses it."""
        self._ledger.presence.require_answering(assessment.id)
        if assessment.is_front_locked:
            return assessment
        with self._ledger.database.atomic():
            rows.save_place(self._ledger.database, assessment.id, place)
        return assessment.model_copy(update={"place": place})

    def complete(self, assessment: Assessment) -> Assessment:
        """The citizen has finished: the answers are locked."""
        self._ledger.presence.require_answering(assessment.id)
        return self._ledger.move(assessment, AssessmentStatus.FRONT_COMPLETED, Action.COMPLETE_FRONT)
