"""Cases at a receiver: received, contacted in time, closed with a reason. What is due is asked of the calendar here."""

from collections.abc import Callable
from datetime import date

from needsform.models.audit import Action
from needsform.models.errors import InputError
from needsform.models.frozen import LINE_LENGTH, on_one_line
from needsform.models.identity import PatientId, ReferralId
from needsform.models.inbox import Inbox, ReferralDetails
from needsform.models.referral import ClosingReason, ContactAttempt, ContactOutcome, Referral, ReferralStatus
from needsform.models.working_days import Calendar, WorkingDays
from needsform.services import danish_holidays
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.storage import referrals as rows
from needsform.storage.database import Database
from needsform.storage.patients import load_patient

LONGEST_INBOX = 200
"""Rows of one list of the inbox."""


class Referrals:
    """What staff does with cases. Every verb returns the case as it then stands on disk."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        clock: Clock,
        entropy: Entropy,
        working_days: Callable[[], WorkingDays],
    ) -> None:
        """`working_days` tells how the site counts them at the moment."""
        self._database, self._presence, self._clock, self._entropy = database, presence, clock, entropy
        self._working_days = working_days

    # When -------------------------------------------------------------------------------------------------------------

    def calendar(self) -> Calendar:
        """The days as this site counts them."""
        return danish_holidays.calendar(self._working_days())

    def contact_by(self, informed_on: date) -> date:
        """The last day on which a citizen is contacted in time, if a case began with this day."""
        return self.calendar().contact_by(informed_on)

    # A case -----------------------------------------------------------------------------------------------------------

    def receive(self, patient_id: PatientId, details: ReferralDetails) -> Referral:
        """Begin a case of a citizen who is registered.

        Raises InputError `referral.informed_later` at "informed_on", `referral.open_already` at "identifier" while
        the citizen has a case that is not closed, WorldError `patient.unknown`.
        """
        self._presence.require_staff()
        now = self._clock()
        details.require_plausible(now.date())
        with self._database.atomic():
            load_patient(self._database, patient_id)
            if rows.open_referral_of(self._database, patient_id) is not None:
                raise InputError("referral.open_already", at="identifier")
            return self._begin(patient_id, details)

    def get(self, referral_id: ReferralId) -> Referral:
        """A case as it stands on disk. Raises WorldError `referral.unknown`."""
        self._presence.require_staff()
        with self._database.atomic():
            referral = rows.load_referral(self._database, referral_id)
            self._record(Action.READ_REFERRAL, referral)
        return referral

    def of_patient(self, patient_id: PatientId) -> tuple[Referral, ...]:
        """A citizen's cases, newest first."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.referrals_of_patient(self._database, patient_id)
            self._presence.record(
                Action.READ_REFERRAL, self._clock(), patient_id=patient_id, detail=f"found={len(found)}"
            )
        return found

    def note_attempt(self, referral: Referral, outcome: ContactOutcome, note: str = "") -> Referral:
        """Write down one attempt to reach the citizen.

        Raises PermissionDenied `referral.closed`, WorldError `referral.changed_elsewhere`.
        """
        self._presence.require_staff()
        attempt = ContactAttempt(
            at=self._clock(),
            by=self._presence.practitioner.signature(),
            outcome=outcome,
            note=on_one_line(note)[:LINE_LENGTH],
        )
        return self._save(referral.with_attempt(attempt), Action.NOTE_CONTACT, outcome.value)

    def close(self, referral: Referral, reason: ClosingReason, note: str = "") -> Referral:
        """Nothing more is to be done, and why. Raises as `note_attempt`.

        Raises InputError `referral.reason_missing` at "note" where the reason is another one and nobody says which.
        """
        self._presence.require_staff()
        told = on_one_line(note)[:LINE_LENGTH]
        if reason is ClosingReason.OTHER and not told:
            raise InputError("referral.reason_missing", at="note")
        return self._save(referral.closed(self._clock(), reason, told), Action.CLOSE_REFERRAL, reason.value)

    # Lists ------------------------------------------------------------------------------------------------------------

    def inbox(self) -> Inbox:
        """Who is to be contacted and who has been, by what is due first."""
        self._presence.require_staff()
        with self._database.atomic():
            inbox = Inbox(
                to_contact=rows.referrals_by_due(self._database, ReferralStatus.RECEIVED, LONGEST_INBOX),
                contacted=rows.referrals_by_due(self._database, ReferralStatus.CONTACTED, LONGEST_INBOX),
            )
            self._presence.record(Action.LIST_INBOX, self._clock())
        return inbox

    def waiting(self) -> int:
        """How many citizens are to be contacted; a number that tells of nobody."""
        self._presence.require_staff()
        return rows.count_by_status(self._database, ReferralStatus.RECEIVED)

    # ------------------------------------------------------------------------------------------------------------------

    def _begin(self, patient_id: PatientId, details: ReferralDetails) -> Referral:
        """Inside the caller's transaction."""
        referral = Referral(
            id=ReferralId(self._entropy(16).hex()),
            patient_id=patient_id,
            source=details.source,
            sender=details.sender,
            sender_contact=details.sender_contact,
            assessment_id=details.assessment_id,
            informed_on=details.informed_on,
            received_at=self._clock(),
            contact_by=self.contact_by(details.informed_on),
        )
        rows.add_referral(self._database, referral)
        self._record(Action.RECEIVE_REFERRAL, referral, details.source.value)
        return referral

    def _save(self, referral: Referral, action: Action, detail: str) -> Referral:
        with self._database.atomic():
            saved = rows.save_referral(self._database, referral)
            self._record(action, saved, detail)
        return saved

    def _record(self, action: Action, referral: Referral, detail: str = "") -> None:
        """The case is told by its citizen: the trace has no room for its id, and does not need one."""
        self._presence.record(action, self._clock(), patient_id=referral.patient_id, detail=detail)
