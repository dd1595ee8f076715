"""The call to a citizen three to four weeks after treatment, where there was no need at its end (DOMAIN 2, line 7).

The hospital asks for it, the receiver makes it. It falls due by the day on which treatment ended, and by nothing else.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self

from needsform.models.errors import PermissionDenied
from needsform.models.frozen import Frozen
from needsform.models.identity import CallId, PatientId
from needsform.models.referral import ContactAttempt, ContactOutcome

EARLIEST, LATEST = timedelta(weeks=3), timedelta(weeks=4)
"""After the day on which treatment ended."""


class CallDue(StrEnum):
    """Whether it is time to call."""

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
    treatment_ended_on: date
    created_at: datetime
    attempts: tuple[ContactAttempt, ...] = ()
    is_cancelled: bool = False
    """Whether it is not wanted any more."""

    @property
    def due_from(self) -> date:
        """The first day of the window."""
        return self.treatment_ended_on + EARLIEST

    @property
    def due_by(self) -> date:
        """The last day of the window."""
        return self.treatment_ended_on + LATEST

    @property
    def is_open(self) -> bool:
        """Whether the citizen is still to be reached."""
        return not self.is_cancelled and all(a.outcome is not ContactOutcome.REACHED for a in self.attempts)

    def due(self, today: date) -> CallDue:
        """Whether it is time to call."""
        if not self.is_open:
            return CallDue.DONE
        if today < self.due_from:
            return CallDue.WAITING
        return CallDue.DUE if today <= self.due_by else CallDue.OVERDUE

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


class CallSummary(Frozen):
    """A row of the list: the call and whom to call."""

    call: FollowUpCall
    patient_name: str
    patient_identifier: str
    """As shown, with hyphen."""
    patient_phone: str
