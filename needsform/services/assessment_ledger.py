"""The one way in which an assessment changes on disk: with its row in the trace, both or neither."""

from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.audit import Action
from needsform.models.questionnaire import Questionnaire
from needsform.services.clock import Clock
from needsform.services.presence import Presence
from needsform.services.questionnaires import Questionnaires
from needsform.storage.assessments import save_assessment
from needsform.storage.database import Database


class AssessmentLedger:
    """What the services of the assessment share: who is here, the forms, the time, and saving with a trace."""

    def __init__(self, database: Database, presence: Presence, questionnaires: Questionnaires, clock: Clock) -> None:
        self.database, self.presence, self.now = database, presence, clock
        self.questionnaires = questionnaires
        """The forms that are known; replaced when the site takes in another."""

    def questionnaire(self, assessment: Assessment) -> Questionnaire:
        """The very form that the assessment was or is filled in on. Raises WorldError `questionnaire.unknown`."""
        response = assessment.response
        return self.questionnaires.get(response.questionnaire_url, response.questionnaire_version)

    def move(self, assessment: Assessment, status: AssessmentStatus, action: Action) -> Assessment:
        """Save the next status. Raises PermissionDenied as `Assessment.moved_to`, and as `save`."""
        return self.save(assessment.moved_to(status, self.now()), action)

    def save(self, assessment: Assessment, action: Action) -> Assessment:
        """Save, and leave the row that says so. Raises WorldError `assessment.changed_elsewhere`."""
        with self.database.atomic():
            saved = save_assessment(self.database, assessment)
            self.record(action, saved)
        return saved

    def record(self, action: Action, assessment: Assessment, detail: str = "") -> None:
        """Leave one row about an assessment in the trace, inside the caller's transaction."""
        self.presence.record(
            action, self.now(), patient_id=assessment.patient_id, assessment_id=assessment.id, detail=detail
        )
