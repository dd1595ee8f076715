"""Calls some weeks after treatment: everybody's for the inbox, one citizen's for their card."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.follow_up_call import CallSummary, FollowUpCall
from needsform.models.identity import CallId, PatientId
from needsform.models.referral import ContactOutcome
from needsform.models.site import SiteKind
from needsform.models.typed_date import typed_date
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class CallsState:
    """What is listed."""

    calls: tuple[CallSummary, ...]
    today: date
    can_plan: bool = False
    """Whether a call can be put on the list from here: to one citizen who waits for none, at a receiver."""
    error: Message | None = None
    """What is wrong with the day that was typed."""


class CallsViewModel(QObject):
    """`changed(CallsState)`: anything of the list. `failed(Message)`: it could not be done."""

    changed = Signal(CallsState)
    failed = Signal(Message)

    def __init__(self, session: Session, patient_id: PatientId | None = None) -> None:
        """Everybody's calls, or those of one citizen. Raises WorldError if the store cannot tell."""
        super().__init__()
        self._session, self.patient_id = session, patient_id
        self.state = self._read()

    def plan(self, typed: str) -> None:
        """Put a call on the list; treatment ended on the day that was typed."""
        try:
            day = typed_date(typed, "treatment_ended_on")
            if day is None:
                raise InputError("call.day_missing", at="treatment_ended_on")
            if self.patient_id is not None:
                self._session.follow_up_calls.plan(self.patient_id, day)
        except InputError as error:
            self._show(replace(self.state, error=error.message))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(self._read())

    def note(self, call_id: CallId, outcome: ContactOutcome) -> None:
        """One attempt, and what came of it."""
        self._act(call_id, lambda call: self._session.follow_up_calls.note(call, outcome))

    def cancel(self, call_id: CallId) -> None:
        """Nobody needs to call any more."""
        self._act(call_id, self._session.follow_up_calls.cancel)

    def _act(self, call_id: CallId, act: Callable[[FollowUpCall], FollowUpCall]) -> None:
        for summary in self.state.calls:
            if summary.call.id == call_id:
                try:
                    act(summary.call)
                    self._show(self._read())
                except NeedsformError as error:
                    self.failed.emit(error.message)

    def _read(self) -> CallsState:
        today = self._session.now().date()
        if self.patient_id is None:
            return CallsState(self._session.follow_up_calls.to_make(), today)
        calls = self._session.follow_up_calls.of_patient(self.patient_id)
        is_receiver = self._session.site.kind is not SiteKind.HOSPITAL
        return CallsState(
            tuple(CallSummary(call=c, patient_name="", patient_identifier="", patient_phone="") for c in calls),
            today,
            can_plan=all(not c.is_open or c.treatment_ended_on is None for c in calls) and (is_receiver or bool(calls)),
        )

    def _show(self, state: CallsState) -> None:
        self.state = state
        self.changed.emit(state)
