"""The plan for rehabilitation that a receiver makes with the citizen (agreement 5.3.2); FHIR's CarePlan.

It builds on the needs assessment, the talk and any "genoptræningsplan", is written or agreed orally, and no law gives a
right to it (agreement 2.2). The general practice is told when it starts and, with a short status, when it ends.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

from needsform.models.care_plan import RetrainingPlan
from needsform.models.errors import PermissionDenied
from needsform.models.frozen import FreeText, Frozen, Line, Name
from needsform.models.identity import AssessmentId, PatientId, PlanId, ReferralId


class Agreed(StrEnum):
    """How the plan was made: the agreement takes either."""

    WRITTEN = "written"
    ORALLY = "orally"


class OfferKind(StrEnum):
    """The side of life that an offer is about."""

    PHYSICAL = "physical"
    PSYCHOLOGICAL = "psychological"
    SOCIAL = "social"
    WORK = "work"


class EffortLevel(StrEnum):
    """How much the citizen needs others for, as the professional sees it. Nothing in the program derives it."""

    OWN_MASTERY = "own_mastery"
    PROFESSIONALLY_LED = "professionally_led"
    COMPLEX = "complex"


class PlanStatus(StrEnum):
    """How far a plan has come."""

    DRAFT = "draft"
    BEGUN = "begun"
    ENDED = "ended"


class GpMoment(StrEnum):
    """When the general practice is told (agreement 5.3.2)."""

    START = "start"
    END = "end"


class Offer(Frozen):
    """Something that the citizen takes part in."""

    kind: OfferKind | None = None
    name: FreeText = ""
    responsible: Name = ""
    begins: Line = ""
    ends: Line = ""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written anything here yet."""
        return not (self.name or self.responsible or self.begins or self.ends)


class PlanContent(Frozen):
    """What stands on the plan; all of it may change until the plan ends."""

    agreed: Agreed = Agreed.WRITTEN
    goals: tuple[FreeText, ...] = ()
    """In the citizen's own words."""
    offers: tuple[Offer, ...] = ()
    responsible: Name = ""
    """Whom the citizen calls about the plan."""
    responsible_phone: Line = ""
    effort: EffortLevel | None = None
    retraining_plan: RetrainingPlan | None = None
    closing_status: FreeText = ""
    """How things stand when the plan ends, in a few words; the general practice is told."""


class RehabilitationPlan(Frozen):
    """One plan as it stands now."""

    id: PlanId
    patient_id: PatientId
    referral_id: ReferralId | None = None
    """The case that it belongs to; None where there is none, as at a place without an inbox."""
    assessment_id: AssessmentId | None = None
    """The assessment in this store that it builds on."""
    status: PlanStatus = PlanStatus.DRAFT
    change: int = 0
    """Grows by one with every write, so that two writers cannot overwrite each other unseen."""
    created_at: datetime
    begun_on: date | None = None
    ended_on: date | None = None
    gp_told_at_start: date | None = None
    gp_told_at_end: date | None = None
    gp_declined: bool = False
    """Whether the citizen does not want the general practice to be told."""
    content: PlanContent = PlanContent()

    @property
    def is_open(self) -> bool:
        """Whether it can still be written."""
        return self.status is not PlanStatus.ENDED

    @property
    def gp_missing(self) -> tuple[GpMoment, ...]:
        """The moments that have come and of which the general practice was not told."""
        if self.gp_declined:
            return ()
        moments = (
            (GpMoment.START, self.begun_on, self.gp_told_at_start),
            (GpMoment.END, self.ended_on, self.gp_told_at_end),
        )
        return tuple(moment for moment, came_on, told_on in moments if came_on and told_on is None)

    def written(self, content: PlanContent) -> Self:
        """The plan says something else. Raises PermissionDenied `plan.ended`."""
        self._require_open()
        return self.model_copy(update={"content": content})

    def begun(self, on: date) -> Self:
        """The plan begins, or has begun on another day than was noted. Raises PermissionDenied `plan.ended`."""
        self._require_open()
        return self.model_copy(update={"status": PlanStatus.BEGUN, "begun_on": on})

    def ended(self, on: date) -> Self:
        """The plan has come to its end. Raises PermissionDenied `plan.ended`, `plan.not_begun`."""
        self._require_open()
        if self.status is not PlanStatus.BEGUN:
            raise PermissionDenied("plan.not_begun")
        return self.model_copy(update={"status": PlanStatus.ENDED, "ended_on": on})

    def gp_told(self, moment: GpMoment, on: date | None) -> Self:
        """The general practice was told on a day; None takes a note back that was wrong."""
        field = "gp_told_at_start" if moment is GpMoment.START else "gp_told_at_end"
        return self.model_copy(update={field: on})

    def gp_not_wanted(self, is_declined: bool) -> Self:
        """The citizen does not want the general practice to be told, or does after all."""
        return self.model_copy(update={"gp_declined": is_declined})

    def _require_open(self) -> None:
        if not self.is_open:
            raise PermissionDenied("plan.ended")


class PlanSummary(Frozen):
    """A row of the list of plans: the plan and whose it is."""

    plan: RehabilitationPlan
    patient_name: str
    patient_identifier: str
    """As shown, with hyphen."""
