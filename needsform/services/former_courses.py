"""Courses that have ended, for the citizen who comes back: what a new case or assessment is linked to."""

from needsform.models.audit import Action
from needsform.models.errors import PermissionDenied
from needsform.models.former_course import ComingBack, FormerCourse
from needsform.models.identity import PatientId, ReferralId
from needsform.services.clock import Clock
from needsform.services.presence import Presence
from needsform.storage import returns as rows
from needsform.storage.database import Database
from needsform.storage.referrals import load_referral


class FormerCourses:
    """What staff sees of them. A link is made as the new one begins: by `Referrals.receive`, `Intake.take_in` and
    `Assessments.start`; that of a case can be put right while it is open.
    """

    def __init__(self, database: Database, presence: Presence, clock: Clock) -> None:
        self._database, self._presence, self._clock = database, presence, clock

    def latest(self, patient_id: PatientId) -> FormerCourse | None:
        """What the citizen would come back to; None in the middle of a course, and for whoever never ended one."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.ended_course_of(self._database, patient_id)
            self._record(patient_id, 0 if found is None else 1)
        return found

    def before(self, referral_id: ReferralId) -> FormerCourse | None:
        """What an open case could go on from; None for a closed one. Raises WorldError `referral.unknown`."""
        self._presence.require_staff()
        with self._database.atomic():
            case = load_referral(self._database, referral_id)
            found = rows.course_before(self._database, case)
            self._record(case.patient_id, 0 if found is None else 1)
        return found

    def link(self, referral_id: ReferralId, *, comes_back: bool) -> None:
        """Link a case to what it could go on from, or take that back.

        Raises PermissionDenied `referral.closed`, WorldError `referral.unknown`.
        """
        self._presence.require_staff()
        with self._database.atomic():
            case = load_referral(self._database, referral_id)
            if case.is_closed:
                raise PermissionDenied("referral.closed")
            former = rows.course_before(self._database, case) if comes_back else None
            rows.take_back_return_of_case(self._database, case.id)
            if former is not None:
                rows.add_return(self._database, case.patient_id, former, case_id=case.id)
            said = f"comes_back={'no' if former is None else 'yes'}"
            self._presence.record(Action.CORRECT_REFERRAL, self._clock(), patient_id=case.patient_id, detail=said)

    def of_patient(self, patient_id: PatientId) -> tuple[ComingBack, ...]:
        """Each time that the citizen came back, newest first."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.returns_of_patient(self._database, patient_id)
            self._record(patient_id, len(found))
        return found

    def _record(self, patient_id: PatientId, count: int) -> None:
        self._presence.record(Action.READ_REFERRAL, self._clock(), patient_id=patient_id, detail=f"former={count}")
