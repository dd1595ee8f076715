"""A citizen's case at a receiver: where it came from, by when they are to be contacted, and how far it has come.

FHIR's ServiceRequest with its handling (Task). Agreement 5.3.2: the citizen is contacted at the latest three weekdays
after the hospital informed.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

from needsform.models.assessment import ReferralSource
from needsform.models.errors import PermissionDenied
from needsform.models.frozen import Frozen, Line, Name
from needsform.models.identity import AssessmentId, PatientId, ReferralId
from needsform.models.practitioner import Signature


class ReferralStatus(StrEnum):
    """How far a case has come (DOMAIN 8.3, the municipality's part)."""

    RECEIVED = "received"
    CONTACTED = "contacted"
    PLAN_BEGUN = "plan_begun"
    CLOSED = "closed"


class ClosingReason(StrEnum):
    """Why a case was closed; KL's reasons for ending a preventive effort, in plain words (DOMAIN 6.6)."""

    COMPLETED = "completed"
    NO_NEED_CITIZEN = "no_need_citizen"
    NO_NEED_PROFESSIONAL = "no_need_professional"
    DECLINED = "declined"
    OTHER_ILLNESS = "other_illness"
    TRANSPORT = "transport"
    OTHER_OFFER = "other_offer"
    NOT_REACHED = "not_reached"
    MOVED = "moved"
    DIED = "died"
    OTHER = "other"


class ContactOutcome(StrEnum):
    """What came of an attempt to reach the citizen."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    MESSAGE_LEFT = "message_left"
    CALL_AGAIN = "call_again"


class ContactAttempt(Frozen):
    """One attempt to reach the citizen, in one line."""

    at: datetime
    by: Signature
    outcome: ContactOutcome
    note: Line = ""


_S = ReferralStatus
STEPS: dict[ReferralStatus, frozenset[ReferralStatus]] = {
    _S.RECEIVED: frozenset({_S.CONTACTED, _S.CLOSED}),
    _S.CONTACTED: frozenset({_S.PLAN_BEGUN, _S.CLOSED}),
    _S.PLAN_BEGUN: frozenset({_S.CLOSED}),
    _S.CLOSED: frozenset(),
}
"""The steps that exist. A closed case stays closed: the citizen who comes back gets a case of their own."""


class Referral(Frozen):
    """One case as it stands now."""

    id: ReferralId
    patient_id: PatientId
    status: ReferralStatus = ReferralStatus.RECEIVED
    change: int = 0
    """Grows by one with every write, so that two writers cannot overwrite each other unseen."""
    source: ReferralSource
    sender: Name = ""
    """The ward or practice that informed; empty where the citizen came on their own."""
    sender_contact: Line = ""
    """Whom to call there, and the number."""
    assessment_id: AssessmentId | None = None
    """The assessment that came along, as its sender named it; None if none did."""
    informed_on: date
    """Day 0 of the three working days."""
    received_at: datetime
    contact_by: date
    """The last day on which the citizen is contacted in time, by the calendar of when `informed_on` was written."""
    attempts: tuple[ContactAttempt, ...] = ()
    contacted_at: datetime | None = None
    plan_begun_on: date | None = None
    closed_at: datetime | None = None
    closing_reason: ClosingReason | None = None
    closing_note: Line = ""

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is to be done."""
        return self.status is ReferralStatus.CLOSED

    def is_overdue(self, today: date) -> bool:
        """Whether the day of contact has passed and nobody has reached the citizen."""
        return self.status is ReferralStatus.RECEIVED and today > self.contact_by

    def heard_on(self, informed_on: date, contact_by: date) -> Self:
        """It was another day than was written. Raises PermissionDenied `referral.closed`."""
        self._require_open()
        return self.model_copy(update={"informed_on": informed_on, "contact_by": contact_by})

    def with_attempt(self, attempt: ContactAttempt) -> Self:
        """One attempt more; the first that reached the citizen makes the case a contacted one.

        Raises PermissionDenied `referral.closed`.
        """
        self._require_open()
        update: dict[str, object] = {"attempts": (*self.attempts, attempt)}
        if attempt.outcome is ContactOutcome.REACHED and self.status is ReferralStatus.RECEIVED:
            update |= {"status": ReferralStatus.CONTACTED, "contacted_at": attempt.at}
        return self.model_copy(update=update)

    def plan_begun(self, on: date) -> Self:
        """The plan has begun, or has begun on another day than was noted.

        Raises PermissionDenied `referral.no_such_step`, `referral.closed`.
        """
        self._require_open()
        if self.status is ReferralStatus.PLAN_BEGUN:
            return self.model_copy(update={"plan_begun_on": on})
        return self._moved_to(ReferralStatus.PLAN_BEGUN, plan_begun_on=on)

    def closed(self, at: datetime, reason: ClosingReason, note: str = "") -> Self:
        """Nothing more is to be done, and why. Raises PermissionDenied `referral.closed`."""
        self._require_open()
        return self._moved_to(ReferralStatus.CLOSED, closed_at=at, closing_reason=reason, closing_note=note)

    def _require_open(self) -> None:
        if self.is_closed:
            raise PermissionDenied("referral.closed")

    def _moved_to(self, status: ReferralStatus, **stamps: object) -> Self:
        if status not in STEPS[self.status]:
            raise PermissionDenied("referral.no_such_step")
        return self.model_validate({**dict(self), "status": status, **stamps})


class ReferralSummary(Frozen):
    """A row of the inbox: the case and whose it is."""

    referral: Referral
    patient_name: str
    patient_identifier: str
    """As shown, with hyphen."""
    patient_phone: str
