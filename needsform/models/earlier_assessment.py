"""An assessment to be looked at beside another one, whoever made it: ours, or one that arrived."""

from datetime import date

from needsform.models.assessment import SIGNED_OR_LATER, Assessment, AssessmentStatus, Occasion
from needsform.models.care_plan import CarePlan
from needsform.models.comparison import Filled
from needsform.models.frozen import Frozen, Name
from needsform.models.identity import AssessmentId
from needsform.models.questionnaire import Questionnaire
from needsform.models.received_assessment import ReceivedAssessment


class EarlierAssessment(Frozen):
    """What both kinds can tell."""

    assessment_id: AssessmentId
    held_on: date
    occasion: Occasion
    place: str = ""
    """Where it was held; empty where nobody said."""
    professional: Name = ""
    """Who held it; empty where nobody said."""
    filled: Filled
    is_received: bool = False
    is_verified: bool = True
    """Whether somebody known vouches for it; ours always."""
    lacks_words: bool = False
    """Whether the citizen also wrote words that did not come along."""
    is_finished: bool = True
    """Whether the citizen has handed the front page in."""
    care_plan: CarePlan | None = None
    """The back page, once somebody answers for it; None also where it did not come along."""

    @classmethod
    def of_own(cls, assessment: Assessment, form: Questionnaire) -> "EarlierAssessment":
        """One that was made here."""
        return cls(
            assessment_id=assessment.id,
            held_on=assessment.held_on,
            occasion=assessment.occasion,
            place=assessment.unit,
            professional=assessment.signature.name,
            filled=Filled(questionnaire=form, response=assessment.response),
            is_finished=assessment.status is not AssessmentStatus.DRAFT,
            care_plan=assessment.care_plan if assessment.status in SIGNED_OR_LATER else None,
        )

    @classmethod
    def of_received(cls, received: ReceivedAssessment, form: Questionnaire) -> "EarlierAssessment":
        """One that arrived."""
        facts = received.facts
        place = ", ".join(dict.fromkeys(filter(None, (facts.unit, facts.sender))))
        return cls(
            assessment_id=facts.assessment_id,
            held_on=facts.held_on,
            occasion=facts.occasion,
            place=place or received.verified_as,
            professional=facts.signature.name if facts.signature else "",
            filled=Filled(questionnaire=form, response=facts.response),
            is_received=True,
            is_verified=received.is_verified,
            lacks_words=facts.lacks_words,
            care_plan=facts.care_plan,
        )
