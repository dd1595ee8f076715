"""The calls that back pages ask for: made when one is signed or taken in, and never twice for the same one."""

from datetime import date

from needsform.models.audit import Action
from needsform.models.follow_up_call import FollowUpCall
from needsform.models.identity import AssessmentId, CallId, PatientId
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.storage import follow_up_calls as rows
from needsform.storage.database import Database


class CallLedger:
    """What signing and taking in say of calls. Everything here is inside the caller's transaction."""

    def __init__(self, database: Database, presence: Presence, clock: Clock, entropy: Entropy) -> None:
        self._database, self._presence, self._clock, self._entropy = database, presence, clock, entropy

    def follow(self, patient_id: PatientId, assessment_id: AssessmentId, *, is_asked: bool) -> None:
        """A back page asks for a call, or does not; it may have said something else when it was signed before."""
        calls = rows.calls_of_patient(self._database, patient_id)
        its_own = next((call for call in calls if assessment_id in call.asked_by), None)
        if is_asked and its_own is None:
            self._ask(patient_id, assessment_id, calls)
        elif its_own is not None and not is_asked:
            self._save(its_own, its_own.no_longer_asked(assessment_id))

    def _ask(self, patient_id: PatientId, assessment_id: AssessmentId, calls: tuple[FollowUpCall, ...]) -> None:
        waiting = next((call for call in calls if call.is_open), None)
        if waiting is not None:  # the citizen is called once, whoever asks
            self._save(waiting, waiting.asked(assessment_id))
            return
        now = self._clock()
        call = FollowUpCall(
            id=CallId(self._entropy(16).hex()),
            patient_id=patient_id,
            treatment_ended_on=_known_day(calls, now.date()),
            asked_by=(assessment_id,),
            is_from_back_page=True,
            created_at=now,
        )
        rows.add_call(self._database, call)
        self._record(Action.PLAN_CALL, call)

    def _save(self, before: FollowUpCall, after: FollowUpCall) -> None:
        saved = rows.save_call(self._database, after, self._clock())
        if before.is_open and not saved.is_open:
            self._record(Action.NOTE_CALL, saved, "cancelled")

    def _record(self, action: Action, call: FollowUpCall, detail: str = "") -> None:
        self._presence.record(action, self._clock(), patient_id=call.patient_id, detail=detail)


def _known_day(calls: tuple[FollowUpCall, ...], today: date) -> date | None:
    """When treatment ended, as it stands on the card; a day whose weeks have passed is that of another course."""
    return next((c.treatment_ended_on for c in calls if c.due_by is not None and c.due_by >= today), None)
