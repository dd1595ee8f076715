"""An assessment that came from somewhere else, as it was told; what the receiver makes of it is another matter."""

from datetime import datetime
from enum import StrEnum

from needsform.models.assessment import AssessmentDetails
from needsform.models.care_plan import CarePlan
from needsform.models.frozen import Frozen
from needsform.models.identity import AssessmentId
from needsform.models.patient import PatientDetails
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.site import Site


class ResponseStatus(StrEnum):
    """What a front page says of itself (FHIR `QuestionnaireResponse.status`)."""

    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    AMENDED = "amended"
    STOPPED = "stopped"
    ENTERED_IN_ERROR = "entered-in-error"


class ReadAssessment(Frozen):
    """One revision of an assessment as a Bundle tells it.

    The answers are whole but have not been held against their Questionnaire, which the receiver may not have.
    """

    assessment_id: AssessmentId
    number: int
    """Which of the citizen's assessments at the sender this is."""
    revision: int
    site: Site
    """The sender; where it stands by default is not told."""
    patient: PatientDetails
    """Without the address where it is protected."""
    details: AssessmentDetails
    status: ResponseStatus
    response: QuestionnaireResponse
    care_plan: CarePlan | None
    front_completed_at: datetime | None
    signed_at: datetime | None
    """None for a draft, which nobody has answered for yet."""
