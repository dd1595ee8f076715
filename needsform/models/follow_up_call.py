"""The call to a citizen three to four weeks after treatment, where there was no need at its end (DOMAIN 2, line 7).

The hospital asks for it, the receiver makes it. It falls due by the day on which treatment ended, and by nothing else;
until somebody has written that day it waits for it in sight. A back page that asks for a call makes one, and only one.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self

from needsform.models.care_plan import ActivityKind, CarePlan, ResponsibleType
from needsform.models.errors import PermissionDenied
from needsform.models.frozen import Frozen
from needsform.models.identity import AssessmentId, CallId, PatientId
from needsform.models.referral import ContactAttempt, ContactOutcome
from needsform.models.site import SiteKind

_CALLERS = {
    SiteKind.HOSPITAL: ResponsibleType.HOSPITAL,
    SiteKind.MUNICIPALITY: ResponsibleType.MUNICIPALITY,
    SiteKind.GENERAL_PRACTICE: ResponsibleType.GENERAL_PRACTICE,
}
EARLIEST, LATEST = timedelta(weeks=3), timedelta(weeks=4)
"""After the day on which treatment ended."""


class CallDue(StrEnum):
    """Whether it is time to call."""

    NO_DAY = "no_day"
    """Nobody has written yet when treatment ended."""
    WAITING = "waiting"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"


class FollowUpCall(Frozen):
    """One call, and every attempt at it."""

    id: CallId
    patient_id: PatientId
    change: int = 0
    """Grows by one with every write, so that two writers cannot overwrite each other unseen."""
    treatment_ended_on: date | None = None
    """None while it waits for the day to be written."""
    asked_by: tuple[AssessmentId, ...] = ()
    """The assessments whose back pages ask for it; none where it was put on the list by hand."""
    is_from_back_page: bool = False
    """Whether a back page has made it, and can take it off again."""
    created_at: datetime
    attempts: tuple[ContactAttempt, ...] = ()
    is_cancelled: bool = False
    """Whether it is not wanted any more."""

    @property
    def due_from(self) -> date | None:
        """The first day of the window."""
        return None if self.treatment_ended_on is None else self.treatment_ended_on + EARLIEST

    @property
    def due_by(self) -> date | None:
        """The last day of the window."""
        return None if self.treatment_ended_on is None else self.treatment_ended_on + LATEST

    @property
    def is_open(self) -> bool:
        """Whether the citizen is still to be reached."""
        return not self.is_cancelled and all(a.outcome is not ContactOutcome.REACHED for a in self.attempts)

    def due(self, today: date) -> CallDue:
        """Whether it is time to call."""
        if not self.is_open:
            return CallDue.DONE
        first, last = self.due_from, self.due_by
        if first is None or last is None:
            return CallDue.NO_DAY
        if today < first:
            return CallDue.WAITING
        return CallDue.DUE if today <= last else CallDue.OVERDUE

    def after(self, treatment_ended_on: date) -> Self:
        """Somebody has written when treatment ended. Raises PermissionDenied `call.closed`."""
        self._require_open()
        return self.model_copy(update={"treatment_ended_on": treatment_ended_on})

    def asked(self, assessment_id: AssessmentId) -> Self:
        """One more back page asks for it."""
        return self.model_copy(update={"asked_by": (*self.asked_by, assessment_id)})

    def no_longer_asked(self, assessment_id: AssessmentId) -> Self:
        """A back page that was put right asks for it no more; nobody needs a call that nobody else has taken up."""
        asked_by = tuple(other for other in self.asked_by if other != assessment_id)
        is_over = self.is_open and self.is_from_back_page and not asked_by and not self.attempts
        return self.model_copy(update={"asked_by": asked_by, "is_cancelled": self.is_cancelled or is_over})

    def with_attempt(self, attempt: ContactAttempt) -> Self:
        """One attempt more; the first that reaches the citizen closes it. Raises PermissionDenied `call.closed`."""
        self._require_open()
        return self.model_copy(update={"attempts": (*self.attempts, attempt)})

    def cancelled(self) -> Self:
        """Nobody needs to call any more. Raises PermissionDenied `call.closed`."""
        self._require_open()
        return self.model_copy(update={"is_cancelled": True})

    def _require_open(self) -> None:
        if not self.is_open:
            raise PermissionDenied("call.closed")


def asks_for_call(plan: CarePlan | None, place: SiteKind, *, is_signed_here: bool) -> bool:
    """Whether a back page asks this place for a call. One that names nobody rests with whoever signs it."""
    for activity in () if plan is None else plan.activities:
        if activity.kind is ActivityKind.FOLLOW_UP_CALL:
            by = activity.responsible.type
            if by == _CALLERS[place] or (is_signed_here and by in (None, ResponsibleType.OTHER)):
                return True
    return False


class CallSummary(Frozen):
    """A row of the list: the call and whom to call."""

    call: FollowUpCall
    patient_name: str
    patient_identifier: str
    """As shown, with hyphen."""
    patient_phone: str
