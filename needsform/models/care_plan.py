"""The back page: what the citizen wants support with, and what follows, by whom (agreement 5.2.3)."""

from enum import StrEnum

from needsform.models.contact import Contact
from needsform.models.frozen import FreeText, Frozen, Line, Name
from needsform.models.identity import ContactId, LinkId
from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.words import Words


class ActivityKind(StrEnum):
    """What happens with an action."""

    STARTED = "started"
    PROPOSED = "proposed"
    REFERRED = "referred"
    INFORMATION = "information"
    SELF_CARE = "self_care"
    FOLLOW_UP_CALL = "follow_up_call"
    NO_ACTION_NOW = "no_action_now"


class ResponsibleType(StrEnum):
    """Who could be responsible for an action."""

    HOSPITAL = "hospital"
    MUNICIPALITY = "municipality"
    GENERAL_PRACTICE = "gp"
    JOBCENTER = "jobcenter"
    CANCER_SOCIETY = "ngo"
    LATE_EFFECTS_CLINIC = "late_effects_clinic"
    CITIZEN = "citizen"
    OTHER = "other"


class RetrainingPlan(StrEnum):
    """Whether a "genoptræningsplan" was made."""

    NONE = "none"
    GENERAL = "general"
    SPECIALISED = "specialised"


class Conclusion(StrEnum):
    """Whether there is a need for rehabilitation: the tick that goes into the hospital's record."""

    NEED = "need"
    NO_NEED = "no_need"


class Need(Frozen):
    """One row of the first box. The citizen's words and the professional's observation are kept apart."""

    topic: LinkId
    patient_words: FreeText = ""
    observed: FreeText = ""
    take_further: bool = True


class Responsible(Frozen):
    """Who an action rests with."""

    type: ResponsibleType | None = None
    name: Name = ""

    def shown(self, words: Words) -> str:
        """As paper and screen say it: `Hospital: Socialrådgiver`, but `Jobcenter Aarhus` once and not twice."""
        if self.type is None or (self.type is ResponsibleType.OTHER and self.name):
            return self.name
        kind = words.of(self.type)
        if not self.name:
            return kind
        if self.name.casefold().startswith(kind.casefold()):
            return self.name
        return words.text("responsible.named", type=kind, name=self.name)


class Activity(Frozen):
    """One row of the second box."""

    kind: ActivityKind = ActivityKind.PROPOSED
    text: FreeText = ""
    topics: tuple[LinkId, ...] = ()
    responsible: Responsible = Responsible()
    when: Line = ""
    contact: ContactId | None = None
    """The entry of the directory that it was chosen from."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written anything here yet; that a call is asked for is said without a word."""
        is_call = self.kind is ActivityKind.FOLLOW_UP_CALL
        return not (self.text or self.topics or self.responsible.name or self.when or is_call)

    @property
    def lacks_words(self) -> bool:
        """Whether it says who or when, but not what; a call and "nothing now" say by their kind what happens."""
        says_by_kind = self.kind in (ActivityKind.FOLLOW_UP_CALL, ActivityKind.NO_ACTION_NOW)
        return not (self.is_empty or self.text or says_by_kind)


class CarePlan(Frozen):
    """The back page of one revision of an assessment."""

    needs: tuple[Need, ...] = ()
    activities: tuple[Activity, ...] = ()
    told_that_authority_decides: bool = False
    consent_municipality: bool | None = None
    consent_gp: bool | None = None
    retraining_plan: RetrainingPlan | None = None
    conclusion: Conclusion | None = None
    next_assessment: Line = ""
    contacts: tuple[Contact, ...] = ()
    """Whom the citizen can turn to for these actions, as the directory had them when the page was concluded."""

    @classmethod
    def prefilled(cls, questionnaire: Questionnaire, response: QuestionnaireResponse) -> "CarePlan":
        """The back page as it first opens: a row for each topic where support is wanted, priorities first."""
        return cls(needs=tuple(Need(topic=t.link_id) for t in response.supported_topics(questionnaire)))
