"""The one way in which a case begins or changes on disk: with its row in the trace, both or neither."""

from collections.abc import Callable

from needsform.models.audit import Action
from needsform.models.identity import PatientId, ReferralId
from needsform.models.inbox import ReferralDetails
from needsform.models.referral import Referral
from needsform.models.working_days import Calendar, WorkingDays
from needsform.services import danish_holidays
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.storage import referrals as rows
from needsform.storage.database import Database
from needsform.storage.returns import add_return, ended_course_of


class ReferralLedger:
    """What the services of a case share: who is here, the calendar, the time, and saving with a trace."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        clock: Clock,
        entropy: Entropy,
        working_days: Callable[[], WorkingDays],
    ) -> None:
        """`working_days` tells how the site counts them at the moment."""
        self.database, self.presence, self.now, self._entropy = database, presence, clock, entropy
        self._working_days = working_days

    def calendar(self) -> Calendar:
        """The days as this site counts them."""
        return danish_holidays.calendar(self._working_days())

    def begin(self, patient_id: PatientId, details: ReferralDetails, *, comes_back: bool) -> Referral:
        """Begin a case inside the caller's transaction; `comes_back` links it to the course that ended last."""
        former = ended_course_of(self.database, patient_id) if comes_back else None
        referral = Referral(
            id=ReferralId(self._entropy(16).hex()),
            patient_id=patient_id,
            source=details.source,
            sender=details.sender,
            sender_contact=details.sender_contact,
            assessment_id=details.assessment_id,
            informed_on=details.informed_on,
            received_at=self.now(),
            contact_by=self.calendar().contact_by(details.informed_on),
        )
        rows.add_referral(self.database, referral)
        if former is not None:
            add_return(self.database, patient_id, former, case_id=referral.id)
        self.record(Action.RECEIVE_REFERRAL, referral, details.source.value)
        return referral

    def save(self, referral: Referral, action: Action, detail: str) -> Referral:
        """Save, and leave the row that says so. Raises WorldError `referral.changed_elsewhere`."""
        with self.database.atomic():
            saved = rows.save_referral(self.database, referral)
            self.record(action, saved, detail)
        return saved

    def record(self, action: Action, referral: Referral, detail: str = "") -> None:
        """Leave one row inside the caller's transaction.

        The case is told by its citizen: the trace has no room for its id, and does not need one.
        """
        self.presence.record(action, self.now(), patient_id=referral.patient_id, detail=detail)
