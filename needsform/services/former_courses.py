"""Courses that have ended, for the citizen who comes back: what a new case or assessment is linked to."""

from needsform.models.audit import Action
from needsform.models.former_course import ComingBack, FormerCourse
from needsform.models.identity import PatientId
from needsform.services.clock import Clock
from needsform.services.presence import Presence
from needsform.storage import returns as rows
from needsform.storage.database import Database


class FormerCourses:
    """What staff sees of them. A link is made by `Referrals.receive` and `Assessments.start`, as the new one begins."""

    def __init__(self, database: Database, presence: Presence, clock: Clock) -> None:
        self._database, self._presence, self._clock = database, presence, clock

    def latest(self, patient_id: PatientId) -> FormerCourse | None:
        """What the citizen would come back to; None in the middle of a course, and for whoever never ended one."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.ended_course_of(self._database, patient_id)
            self._record(patient_id, 0 if found is None else 1)
        return found

    def of_patient(self, patient_id: PatientId) -> tuple[ComingBack, ...]:
        """Each time that the citizen came back, newest first."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.returns_of_patient(self._database, patient_id)
            self._record(patient_id, len(found))
        return found

    def _record(self, patient_id: PatientId, count: int) -> None:
        self._presence.record(Action.READ_REFERRAL, self._clock(), patient_id=patient_id, detail=f"former={count}")
