"""The inbox of a receiver: who is to be contacted and by when, and the attempts noted where one stands."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.models.identity import ReferralId
from needsform.models.referral import ContactOutcome, ReferralSummary
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class InboxCase:
    """One case, and how long there is."""

    summary: ReferralSummary
    days_left: int
    """Working days from tomorrow to the last one; 0 on that day and after it."""
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class InboxState:
    """The page as it stands."""

    to_contact: tuple[InboxCase, ...]
    contacted: tuple[InboxCase, ...]
    today: date
    noting: ReferralId | None = None
    """The case whose contact is being noted."""


class InboxViewModel(QObject):
    """What staff does in the inbox.

    state_changed: anything of the state. failed: it could not be done.
    """

    state_changed = Signal(InboxState)
    failed = Signal(Message)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.state = self._read()

    def refresh(self) -> None:
        """Read it again."""
        try:
            self._show(self._read())
        except NeedsformError as error:
            self.failed.emit(error.message)

    def begin_note(self, referral_id: ReferralId) -> None:
        """Ask what came of an attempt to reach the citizen of this case."""
        self._show(replace(self.state, noting=referral_id))

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._show(replace(self.state, noting=None))

    def note(self, outcome: ContactOutcome, note: str) -> None:
        """Keep the attempt that was asked about."""
        noting = self.state.noting
        if noting is None:
            return
        try:
            self._session.referrals.note_attempt(self._session.referrals.get(noting), outcome, note)
            self._show(self._read())
        except NeedsformError as error:
            self.failed.emit(error.message)

    def _read(self) -> InboxState:
        inbox, today = self._session.referrals.inbox(), self._session.now().date()
        calendar = self._session.referrals.calendar()

        def case(summary: ReferralSummary) -> InboxCase:
            last = summary.referral.contact_by
            return InboxCase(summary, calendar.days_left(today, last), summary.referral.is_overdue(today))

        return InboxState(tuple(map(case, inbox.to_contact)), tuple(map(case, inbox.contacted)), today)

    def _show(self, state: InboxState) -> None:
        self.state = state
        self.state_changed.emit(state)
