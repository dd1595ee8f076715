"""Calls three to four weeks after treatment: put on the list, tried, made, or not wanted any more."""

from datetime import date

from needsform.models.audit import Action
from needsform.models.errors import PermissionDenied
from needsform.models.follow_up_call import CallSummary, FollowUpCall
from needsform.models.identity import CallId, PatientId
from needsform.models.referral import ContactAttempt, ContactOutcome
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.storage import follow_up_calls as rows
from needsform.storage.database import Database

LONGEST_LIST = 200
"""Calls that are listed at once."""


class FollowUpCalls:
    """What staff does with these calls; each act leaves a row."""

    def __init__(self, database: Database, presence: Presence, clock: Clock, entropy: Entropy) -> None:
        self._database, self._presence, self._clock, self._entropy = database, presence, clock, entropy

    def to_make(self) -> tuple[CallSummary, ...]:
        """The calls that are still to be made, what is due first."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.open_calls_by_due(self._database, LONGEST_LIST)
            self._presence.record(Action.LIST_WORK, self._clock(), detail="calls")
        return found

    def of_patient(self, patient_id: PatientId) -> tuple[FollowUpCall, ...]:
        """A citizen's calls, newest first; leaves a row where there are any."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.calls_of_patient(self._database, patient_id)
            if found:
                self._presence.record(
                    Action.READ_PATIENT, self._clock(), patient_id=patient_id, detail=f"calls={len(found)}"
                )
        return found

    def plan(self, patient_id: PatientId, treatment_ended_on: date) -> FollowUpCall:
        """Put a call on the list, or say of the one that waits for it when treatment ended.

        Raises PermissionDenied `call.open_already`: one call at a time.
        """
        self._presence.require_staff()
        now = self._clock()
        with self._database.atomic():
            open_one = next((c for c in rows.calls_of_patient(self._database, patient_id) if c.is_open), None)
            if open_one is not None and open_one.treatment_ended_on is not None:
                raise PermissionDenied("call.open_already")
            if open_one is not None:
                return self._saved(open_one.after(treatment_ended_on), Action.PLAN_CALL, "day")
            call = FollowUpCall(
                id=CallId(self._entropy(16).hex()),
                patient_id=patient_id,
                treatment_ended_on=treatment_ended_on,
                created_at=now,
            )
            rows.add_call(self._database, call)
            self._presence.record(Action.PLAN_CALL, now, patient_id=patient_id)
        return call

    def note(self, call: FollowUpCall, outcome: ContactOutcome, note: str = "") -> FollowUpCall:
        """One attempt. Raises PermissionDenied `call.closed`, WorldError `call.changed_elsewhere`."""
        self._presence.require_staff()
        by = self._presence.practitioner.signature()
        tried = call.with_attempt(ContactAttempt(at=self._clock(), by=by, outcome=outcome, note=note))
        return self._save(tried, Action.NOTE_CALL, outcome.value)

    def cancel(self, call: FollowUpCall) -> FollowUpCall:
        """Nobody needs to call any more. Raises as `note`."""
        self._presence.require_staff()
        return self._save(call.cancelled(), Action.NOTE_CALL, "cancelled")

    def _save(self, call: FollowUpCall, action: Action, detail: str) -> FollowUpCall:
        with self._database.atomic():
            return self._saved(call, action, detail)

    def _saved(self, call: FollowUpCall, action: Action, detail: str) -> FollowUpCall:
        """Inside the caller's transaction."""
        now = self._clock()
        saved = rows.save_call(self._database, call, now)
        self._presence.record(action, now, patient_id=call.patient_id, detail=detail)
        return saved
