"""Cases at a receiver: received, contacted in time, closed with a reason. What is due is asked of the calendar here."""

from datetime import date

from needsform.models.audit import Action
from needsform.models.errors import InputError
from needsform.models.frozen import LINE_LENGTH, on_one_line
from needsform.models.identity import PatientId, ReferralId
from needsform.models.inbox import Inbox, ReferralDetails, require_day
from needsform.models.referral import ClosingReason, ContactAttempt, ContactOutcome, Referral, ReferralStatus
from needsform.models.working_days import Calendar
from needsform.services.referral_ledger import ReferralLedger
from needsform.storage import referrals as rows
from needsform.storage.patients import load_patient
from needsform.storage.received import received_of_assessment

LONGEST_INBOX = 200
"""Rows of one list of the inbox."""


class Referrals:
    """What staff does with cases. Every verb returns the case as it then stands on disk."""

    def __init__(self, ledger: ReferralLedger) -> None:
        self._ledger = ledger

    # When -------------------------------------------------------------------------------------------------------------

    def calendar(self) -> Calendar:
        """The days as this site counts them."""
        return self._ledger.calendar()

    def contact_by(self, informed_on: date) -> date:
        """The last day on which a citizen is contacted in time, if a case began with this day."""
        return self.calendar().contact_by(informed_on)

    # A case -----------------------------------------------------------------------------------------------------------

    def receive(self, patient_id: PatientId, details: ReferralDetails, *, comes_back: bool = False) -> Referral:
        """Begin a case of a citizen who is registered; `comes_back` links it to the course that they ended last.

        Raises InputError `referral.informed_later` at "informed_on", `referral.open_already` at "identifier" while
        the citizen has a case that is not closed, WorldError `patient.unknown`.
        """
        self._ledger.presence.require_staff()
        now = self._ledger.now()
        details.require_plausible(now.date())
        with self._ledger.database.atomic():
            load_patient(self._ledger.database, patient_id)
            if rows.open_referral_of(self._ledger.database, patient_id) is not None:
                raise InputError("referral.open_already", at="identifier")
            return self._ledger.begin(patient_id, details, comes_back=comes_back)

    def get(self, referral_id: ReferralId) -> Referral:
        """A case as it stands on disk. Raises WorldError `referral.unknown`."""
        self._ledger.presence.require_staff()
        with self._ledger.database.atomic():
            referral = rows.load_referral(self._ledger.database, referral_id)
            self._ledger.record(Action.READ_REFERRAL, referral)
        return referral

    def of_patient(self, patient_id: PatientId) -> tuple[Referral, ...]:
        """A citizen's cases, newest first."""
        self._ledger.presence.require_staff()
        with self._ledger.database.atomic():
            found = rows.referrals_of_patient(self._ledger.database, patient_id)
            self._ledger.presence.record(
                Action.READ_REFERRAL, self._ledger.now(), patient_id=patient_id, detail=f"found={len(found)}"
            )
        return found

    def correct_day(self, referral: Referral, informed_on: date) -> Referral:
        """We heard of the citizen on another day than was written; the last day of contact follows.

        Raises InputError as `require_day`, PermissionDenied `referral.closed`, WorldError `referral.changed_elsewhere`.
        """
        self._ledger.presence.require_staff()
        tried = min((attempt.at.date() for attempt in referral.attempts), default=None)
        require_day(informed_on, self._ledger.now().date(), self._earliest(referral), tried)
        if informed_on == referral.informed_on:
            return referral
        corrected = referral.heard_on(informed_on, self.contact_by(informed_on))
        detail = f"informed_on={referral.informed_on} now={informed_on}"
        return self._ledger.save(corrected, Action.CORRECT_REFERRAL, detail)

    def note_attempt(self, referral: Referral, outcome: ContactOutcome, note: str = "") -> Referral:
        """Write down one attempt to reach the citizen.

        Raises PermissionDenied `referral.closed`, WorldError `referral.changed_elsewhere`.
        """
        self._ledger.presence.require_staff()
        attempt = ContactAttempt(
            at=self._ledger.now(),
            by=self._ledger.presence.practitioner.signature(),
            outcome=outcome,
            note=on_one_line(note)[:LINE_LENGTH],
        )
        return self._ledger.save(referral.with_attempt(attempt), Action.NOTE_CONTACT, outcome.value)

    def close(self, referral: Referral, closing_reason: ClosingReason, note: str = "") -> Referral:
        """Nothing more is to be done, and why. Raises as `note_attempt`.

        Raises InputError `referral.reason_missing` at "note" where the reason is another one and nobody says which.
        """
        self._ledger.presence.require_staff()
        told = on_one_line(note)[:LINE_LENGTH]
        if closing_reason is ClosingReason.OTHER and not told:
            raise InputError("referral.reason_missing", at="note")
        closed = referral.closed(self._ledger.now(), closing_reason, told)
        return self._ledger.save(closed, Action.CLOSE_REFERRAL, closing_reason.value)

    # Lists ------------------------------------------------------------------------------------------------------------

    def inbox(self) -> Inbox:
        """Who is to be contacted and who has been, by what is due first."""
        self._ledger.presence.require_staff()
        with self._ledger.database.atomic():
            inbox = Inbox(
                to_contact=rows.referrals_by_due(self._ledger.database, ReferralStatus.RECEIVED, LONGEST_INBOX),
                contacted=rows.referrals_by_due(self._ledger.database, ReferralStatus.CONTACTED, LONGEST_INBOX),
            )
            self._ledger.presence.record(Action.LIST_INBOX, self._ledger.now())
        return inbox

    def waiting(self) -> int:
        """How many citizens are to be contacted; a number that tells of nobody."""
        self._ledger.presence.require_staff()
        return rows.count_by_status(self._ledger.database, ReferralStatus.RECEIVED)

    # ------------------------------------------------------------------------------------------------------------------

    def _earliest(self, referral: Referral) -> date | None:
        """The day of the sheet that the case began with; None where it began without one, whatever came to it later."""
        if referral.assessment_id is None:
            return None
        came = received_of_assessment(self._ledger.database, referral.assessment_id)
        began = (s for s in came if s.patient_id == referral.patient_id and s.received_at <= referral.received_at)
        return min((sheet.facts.earliest for sheet in began), default=None)
