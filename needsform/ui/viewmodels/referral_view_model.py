"""One case at a receiver: where it came from, every attempt to reach the citizen, and how it ends."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import ReferralId
from needsform.models.inbox import require_day
from needsform.models.patient import Patient
from needsform.models.referral import ClosingReason, ContactOutcome, Referral
from needsform.models.typed_date import as_typed, required_date
from needsform.services.session import Session


class ReferralQuestion(StrEnum):
    """What is asked before something is kept."""

    CONTACT = "contact"
    CLOSE = "close"
    DAY = "day"
    """On which day it really was that this place heard of the citizen."""


@dataclass(frozen=True, slots=True)
class ReferralState:
    """The page as it stands."""

    referral: Referral
    patient: Patient
    days_left: int
    is_overdue: bool
    today: date
    asked: ReferralQuestion | None = None
    informed_on: str = ""
    """That day, as it is typed while it is asked about."""
    contact_by: date | None = None
    """The last day of contact that would follow; None while no day can be read."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    """At "note" of closing, and at "informed_on"."""


class ReferralViewModel(QObject):
    """What staff does with a case.

    state_changed: anything of the state. failed: it could not be done.
    """

    state_changed = Signal(ReferralState)
    failed = Signal(Message)

    def __init__(self, session: Session, referral_id: ReferralId) -> None:
        """Raises WorldError `referral.unknown`."""
        super().__init__()
        self._session = session
        referral = session.referrals.get(referral_id)
        self.state = self._state(referral, session.patients.get(referral.patient_id))

    def ask(self, asked: ReferralQuestion) -> None:
        """Ask what has to be known."""
        referral = self.state.referral
        day = as_typed(referral.informed_on)
        self._show(replace(self.state, asked=asked, informed_on=day, contact_by=referral.contact_by, errors={}))

    def write_day(self, typed: str) -> None:
        """Take the day as it stands now."""
        try:
            day = required_date(typed, "informed_on")
            require_day(day, self._session.now().date())
        except InputError:
            contact_by = None
        else:
            contact_by = self._session.referrals.contact_by(day)
        self._show(replace(self.state, informed_on=typed, contact_by=contact_by, errors={}))

    def correct_day(self) -> None:
        """Keep the day that was typed; the last day of contact follows."""
        typed = self.state.informed_on
        self._act(lambda case: self._session.referrals.correct_day(case, required_date(typed, "informed_on")))

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._show(replace(self.state, asked=None, errors={}))

    def note(self, outcome: ContactOutcome, note: str) -> None:
        """Keep an attempt to reach the citizen."""
        self._act(lambda referral: self._session.referrals.note_attempt(referral, outcome, note))

    def close(self, reason: ClosingReason, note: str) -> None:
        """Nothing more is to be done, and why."""
        self._act(lambda referral: self._session.referrals.close(referral, reason, note))

    def _act(self, act: Callable[[Referral], Referral]) -> None:
        try:
            self._show(self._state(act(self.state.referral), self.state.patient))
        except InputError as error:
            self._show(replace(self.state, errors={error.field: error.message}))
        except NeedsformError as error:
            self.failed.emit(error.message)

    def _state(self, referral: Referral, patient: Patient) -> ReferralState:
        today = self._session.now().date()
        days_left = self._session.referrals.calendar().days_left(today, referral.contact_by)
        return ReferralState(referral, patient, days_left, referral.is_overdue(today), today)

    def _show(self, state: ReferralState) -> None:
        self.state = state
        self.state_changed.emit(state)
