"""A needs assessment: the front page with its back page, and the path it may take (DOMAIN 8.3)."""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

from needsform.models.care_plan import CarePlan
from needsform.models.errors import PermissionDenied
from needsform.models.frozen import FreeText, Frozen, Line, Name
from needsform.models.identifier import Identifier, age_on
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.practitioner import Signature
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.site import SiteKind

ADULT_AGE = 18
"""Years. The form is not used for children and young people in hospital (agreement 5.5.2)."""


class Occasion(StrEnum):
    """Why needs are assessed now."""

    TREATMENT_START = "treatment_start"
    DURING_TREATMENT = "during_treatment"
    END_OF_TREATMENT = "end_of_treatment"
    READMISSION = "readmission"
    MUNICIPAL_START = "municipal_start"
    MUNICIPAL_FOLLOW_UP = "municipal_follow_up"
    LATE_EFFECTS = "late_effects"
    GENERAL_PRACTICE = "gp"
    OTHER = "other"


class FilledBy(StrEnum):
    """Who filled in the front page."""

    SELF = "self"
    WITH_RELATIVE = "with_relative"
    WITH_STAFF = "with_staff"
    ON_PAPER = "on_paper"


class Offered(StrEnum):
    """Whether the citizen took the offer; all of these count in the 90 % indicator (agreement section 9)."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TOO_ILL = "too_ill"
    OTHER = "other"


class Gate(StrEnum):
    """Why this form is not the right one for the citizen."""

    NONE = "none"
    UNDER_18 = "under_18"
    PALLIATIVE = "palliative"


def age_gate(identifier: Identifier, setting: SiteKind, today: date) -> Gate:
    """What the citizen's age says: under 18 at a hospital this form is not used (agreement 5.5.2)."""
    born = identifier.born_on
    if setting is SiteKind.HOSPITAL and born is not None and age_on(born, today) < ADULT_AGE:
        return Gate.UNDER_18
    return Gate.NONE


class ReferralSource(StrEnum):
    """Who a municipality heard of the citizen from (an indicator of agreement section 9)."""

    HOSPITAL = "hospital"
    GENERAL_PRACTICE = "gp"
    SELF = "self"


class AssessmentStatus(StrEnum):
    """Where an assessment stands."""

    DRAFT = "draft"
    FRONT_COMPLETED = "front_completed"
    DIALOGUE_HELD = "dialogue_held"
    BACK_COMPLETED = "back_completed"
    NO_NEED_NOW = "no_need_now"
    SIGNED = "signed"
    HANDED_OVER = "handed_over"
    CONTACTED = "contacted"
    PLAN_STARTED = "plan_started"
    CLOSED = "closed"
    DECLINED = "declined"
    REDIRECTED = "redirected"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"


_S = AssessmentStatus
STEPS: dict[AssessmentStatus, frozenset[AssessmentStatus]] = {
    _S.DRAFT: frozenset({_S.FRONT_COMPLETED, _S.DECLINED, _S.REDIRECTED, _S.CANCELLED}),
    _S.FRONT_COMPLETED: frozenset({_S.DIALOGUE_HELD, _S.NO_NEED_NOW, _S.CANCELLED, _S.SUPERSEDED}),
    _S.DIALOGUE_HELD: frozenset({_S.BACK_COMPLETED, _S.NO_NEED_NOW, _S.CANCELLED, _S.SUPERSEDED}),
    _S.BACK_COMPLETED: frozenset({_S.DIALOGUE_HELD, _S.SIGNED, _S.CANCELLED}),
    _S.NO_NEED_NOW: frozenset({_S.DIALOGUE_HELD, _S.SIGNED, _S.CANCELLED}),
    _S.SIGNED: frozenset({_S.HANDED_OVER, _S.SUPERSEDED}),
    _S.HANDED_OVER: frozenset({_S.CONTACTED, _S.CLOSED, _S.SUPERSEDED}),
    _S.CONTACTED: frozenset({_S.PLAN_STARTED, _S.CLOSED}),
    _S.PLAN_STARTED: frozenset({_S.CLOSED}),
    _S.CLOSED: frozenset(),
    _S.DECLINED: frozenset(),
    _S.REDIRECTED: frozenset(),
    _S.CANCELLED: frozenset(),
    _S.SUPERSEDED: frozenset(),
}
"""The steps that exist. Reopening is not a step: it makes a new revision (`reopened`)."""

CORRECTIONS: dict[AssessmentStatus, frozenset[AssessmentStatus]] = {_S.HANDED_OVER: frozenset({_S.SIGNED})}
"""What was noted by mistake may be taken back (`called_back`); nobody comes this way by working on."""

BACK_PAGE_OPEN = frozenset({_S.FRONT_COMPLETED, _S.DIALOGUE_HELD})
REOPENABLE = frozenset(
    {_S.FRONT_COMPLETED, _S.DIALOGUE_HELD, _S.BACK_COMPLETED, _S.NO_NEED_NOW, _S.SIGNED, _S.HANDED_OVER}
)
SIGNED_OR_LATER = frozenset({_S.SIGNED, _S.HANDED_OVER, _S.CONTACTED, _S.PLAN_STARTED, _S.CLOSED})


class OtherInstrument(Frozen):
    """A record that EORTC QLQ-C15-PAL is used instead (agreement 5.2.3). No text of it is shipped or shown."""

    filed_at: Line = ""
    """Where the filled-in questionnaire lies."""
    reason_not_filled: FreeText = ""


class AssessmentDetails(Frozen):
    """What is known when an assessment begins."""

    occasion: Occasion
    setting: SiteKind
    unit: Name = ""
    held_on: date
    signature: Signature
    filled_by: FilledBy = FilledBy.SELF
    offered: Offered = Offered.ACCEPTED
    offered_reason: FreeText = ""
    gate: Gate = Gate.NONE
    other_instrument: OtherInstrument | None = None
    language: str = "da"
    """The language in which the citizen reads the form."""
    relative_present: bool = False
    referral_source: ReferralSource | None = None


class Assessment(AssessmentDetails):
    """One assessment as it stands now: its newest revision."""

    id: AssessmentId
    patient_id: PatientId
    number: int
    """1 for the citizen's first assessment in this store, 2 for the next, ..."""
    status: AssessmentStatus
    revision: int = 1
    change: int = 0
    """Grows by one with every write, so that two writers cannot overwrite each other unseen."""
    place: LinkId | None = None
    """The page the citizen has come to: an area, or None at the beginning."""
    response: QuestionnaireResponse
    care_plan: CarePlan | None = None
    created_at: datetime
    front_completed_at: datetime | None = None
    signed_at: datetime | None = None
    handed_over_at: datetime | None = None

    @property
    def is_front_locked(self) -> bool:
        """Whether the citizen's answers may no longer change."""
        return self.status is not AssessmentStatus.DRAFT

    @property
    def is_back_open(self) -> bool:
        """Whether the back page may be written."""
        return self.status in BACK_PAGE_OPEN

    def require_front_open(self) -> None:
        """Raise PermissionDenied `assessment.front_locked` if the answers are locked."""
        if self.is_front_locked:
            raise PermissionDenied("assessment.front_locked")

    def require_back_open(self) -> None:
        """Raise PermissionDenied `assessment.back_locked` unless the back page may be written."""
        if not self.is_back_open:
            raise PermissionDenied("assessment.back_locked")

    def moved_to(self, status: AssessmentStatus, at: datetime) -> Self:
        """The assessment one step on. Raises PermissionDenied `assessment.no_such_step`."""
        if status not in STEPS[self.status]:
            raise PermissionDenied("assessment.no_such_step", before=self.status, after=status)
        stamps = {
            AssessmentStatus.FRONT_COMPLETED: "front_completed_at",
            AssessmentStatus.SIGNED: "signed_at",
            AssessmentStatus.HANDED_OVER: "handed_over_at",
        }
        update: dict[str, object] = {"status": status}
        if status in stamps:
            update[stamps[status]] = at
        return self.model_copy(update=update)

    def called_back(self) -> Self:
        """Handed over was said too soon: it waits again, signed as it is.

        Raises PermissionDenied `assessment.no_such_step`.
        """
        if AssessmentStatus.SIGNED not in CORRECTIONS.get(self.status, frozenset()):
            raise PermissionDenied("assessment.no_such_step", before=self.status, after=AssessmentStatus.SIGNED)
        return self.model_copy(update={"status": AssessmentStatus.SIGNED, "handed_over_at": None})

    def reopened(self) -> Self:
        """A new revision in which front and back can be changed again; the old one is kept by the store.

        Raises PermissionDenied `assessment.not_reopenable`.
        """
        if self.status not in REOPENABLE:
            raise PermissionDenied("assessment.not_reopenable")
        return self.model_copy(
            update={
                "status": AssessmentStatus.DRAFT,
                "revision": self.revision + 1,
                "front_completed_at": None,
                "signed_at": None,
                "handed_over_at": None,
                "place": None,
            }
        )


class AssessmentSummary(Frozen):
    """One row of a list: enough to know what to do next."""

    id: AssessmentId
    patient_id: PatientId
    patient_name: str
    patient_identifier: str
    """As shown, with hyphen."""
    occasion: Occasion
    filled_by: FilledBy
    status: AssessmentStatus
    revision: int
    held_on: date
    created_at: datetime
    front_completed_at: datetime | None
    signed_at: datetime | None
    handed_over_at: datetime | None
    place: LinkId | None
    """The page the citizen has come to."""


class Worklist(Frozen):
    """Unfinished work, by kind: what a ward must not lose sight of."""

    with_citizen: tuple[AssessmentSummary, ...] = ()
    back_missing: tuple[AssessmentSummary, ...] = ()
    unsigned: tuple[AssessmentSummary, ...] = ()
    not_handed_over: tuple[AssessmentSummary, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether everything has been finished."""
        return not (self.with_citizen or self.back_missing or self.unsigned or self.not_handed_over)
