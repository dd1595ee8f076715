"""What became of the actions that were agreed, asked about at the next talk."""

from needsform.models.action_status import ActionNote, ActionStatus, FollowedAction
from needsform.models.audit import Action
from needsform.models.identity import PatientId
from needsform.services.clock import Clock
from needsform.services.presence import Presence
from needsform.storage import action_notes as rows
from needsform.storage.database import Database


class ActionNotes:
    """What staff notes of actions; each act leaves a row."""

    def __init__(self, database: Database, presence: Presence, clock: Clock) -> None:
        self._database, self._presence, self._clock = database, presence, clock

    def of_patient(self, patient_id: PatientId) -> tuple[ActionNote, ...]:
        """Everything that was noted of a citizen's actions, oldest first; leaves a row where there is anything."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.notes_of_patient(self._database, patient_id)
            if found:
                self._presence.record(
                    Action.READ_PATIENT, self._clock(), patient_id=patient_id, detail=f"action_notes={len(found)}"
                )
        return found

    def note(self, patient_id: PatientId, action: FollowedAction, status: ActionStatus, reason: str = "") -> ActionNote:
        """Note how far it is. Raises InputError `action.reason_missing` at "reason" for one dropped without why."""
        self._presence.require_staff()
        now = self._clock()
        note = action.noted(status, reason, now, self._presence.practitioner.signature())
        with self._database.atomic():
            rows.add_note(self._database, patient_id, note)
            self._presence.record(Action.FOLLOW_UP, now, patient_id=patient_id, detail=f"status={status.value}")
        return note
