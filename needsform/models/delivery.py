"""What must leave once an assessment is signed, to whom it went, and what is still missing (UX journey 4).

A sheet was handed over when nothing is missing: each of its receivers has it, or it is said why not. Everything here
counts for one revision; a newer one leaves anew.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from typing import Self

from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.errors import InputError
from needsform.models.frozen import Frozen, Line, Name
from needsform.models.identity import AssessmentId
from needsform.models.practitioner import Signature
from needsform.models.site import SiteKind


class Recipient(StrEnum):
    """Who an assessment leaves for (agreement 5.2.3, 5.2.5)."""

    CITIZEN = "citizen"
    MUNICIPALITY = "municipality"
    GENERAL_PRACTICE = "gp"
    RECORD = "record"
    """The site's own record of the citizen (EPJ)."""


class DeliveryState(StrEnum):
    """What became of it."""

    MISSING = "missing"
    DONE = "done"
    NOT_WANTED = "not_wanted"


class Channel(StrEnum):
    """How it left. The program itself sends nothing: somebody says so."""

    BY_HAND = "by_hand"
    CARRIED = "carried"
    """The citizen takes it along."""
    CORRESPONDENCE = "correspondence"
    SECURE_MAIL = "secure_mail"
    DIGITAL_POST = "digital_post"
    LETTER = "letter"
    PHONE = "phone"
    RECORD = "record"
    OTHER = "other"


class NotWantedReason(StrEnum):
    """Why something does not leave."""

    CONSENT_REFUSED = "consent_refused"
    NO_NEED = "no_need"
    CITIZEN_DECLINES = "citizen_declines"
    NO_RECEIVER = "no_receiver"
    ELSEWHERE = "elsewhere"
    OTHER = "other"


class Consent(StrEnum):
    """What the back page says of the citizen's consent to tell a receiver."""

    NOT_NEEDED = "not_needed"
    NOT_ASKED = "not_asked"
    GIVEN = "given"
    REFUSED = "refused"


_R = Recipient
RECIPIENTS: dict[SiteKind, tuple[Recipient, ...]] = {
    SiteKind.HOSPITAL: (_R.CITIZEN, _R.MUNICIPALITY, _R.GENERAL_PRACTICE, _R.RECORD),
    SiteKind.MUNICIPALITY: (_R.CITIZEN, _R.GENERAL_PRACTICE, _R.RECORD),
    SiteKind.GENERAL_PRACTICE: (_R.CITIZEN, _R.MUNICIPALITY, _R.RECORD),
}
"""Who an assessment leaves for, by where it was made: nobody tells themselves."""

CHANNELS: dict[Recipient, tuple[Channel, ...]] = {
    _R.CITIZEN: (Channel.BY_HAND, Channel.LETTER, Channel.DIGITAL_POST, Channel.OTHER),
    _R.MUNICIPALITY: (
        Channel.SECURE_MAIL,
        Channel.CORRESPONDENCE,
        Channel.DIGITAL_POST,
        Channel.LETTER,
        Channel.PHONE,
        Channel.CARRIED,
        Channel.OTHER,
    ),
    _R.GENERAL_PRACTICE: (
        Channel.CORRESPONDENCE,
        Channel.SECURE_MAIL,
        Channel.LETTER,
        Channel.PHONE,
        Channel.CARRIED,
        Channel.OTHER,
    ),
    _R.RECORD: (Channel.RECORD,),
}
"""How it may leave, the usual way first."""


class DeliveryNote(Frozen):
    """What is said of one receiver: it went there, it is not wanted, or what was said before was wrong."""

    recipient: Recipient
    state: DeliveryState
    channel: Channel | None = None
    receiver: Name = ""
    """By name, as it was when it left."""
    reason: NotWantedReason | None = None
    note: Line = ""

    def require_whole(self) -> None:
        """Raise InputError beside what is missing.

        `delivery.channel_missing` at "channel", `delivery.receiver_missing` at "receiver", `delivery.reason_missing`
        at "reason", `delivery.note_missing` at "note".
        """
        if self.state is DeliveryState.DONE:
            if self.channel is None or self.channel not in CHANNELS[self.recipient]:
                raise InputError("delivery.channel_missing", at="channel")
            if not self.receiver and self.recipient in (_R.MUNICIPALITY, _R.GENERAL_PRACTICE):
                raise InputError("delivery.receiver_missing", at="receiver")
        if self.state is DeliveryState.NOT_WANTED:
            if self.reason is None:
                raise InputError("delivery.reason_missing", at="reason")
            if self.reason is NotWantedReason.OTHER and not self.note:
                raise InputError("delivery.note_missing", at="note")


class Delivery(DeliveryNote):
    """One note that was kept: when and by whom. Never changed; what was wrong is corrected by a later one."""

    assessment_id: AssessmentId
    revision: int
    at: datetime
    by: Signature

    @classmethod
    def of(cls, note: DeliveryNote, assessment_id: AssessmentId, revision: int, at: datetime, by: Signature) -> Self:
        """A note as it is kept."""
        return cls(**dict(note), assessment_id=assessment_id, revision=revision, at=at, by=by)


class Standing(Frozen):
    """How it stands with one receiver."""

    recipient: Recipient
    state: DeliveryState
    consent: Consent
    reason: NotWantedReason | None = None
    """Why it is not wanted, said by somebody or following from the back page."""
    delivery: Delivery | None = None
    """The note that holds; None where nobody has said anything, or it was taken back."""
    earlier: Delivery | None = None
    """What the receiver has of an earlier revision, while this one has not left."""

    @property
    def may_leave(self) -> bool:
        """Whether the citizen agreed, where that is needed."""
        return self.consent in (Consent.NOT_NEEDED, Consent.GIVEN)


class Handover(Frozen):
    """How it stands with everything that leaves of one revision."""

    revision: int
    standings: tuple[Standing, ...]

    @property
    def missing(self) -> tuple[Recipient, ...]:
        """Whom nobody has said anything of yet."""
        return tuple(s.recipient for s in self.standings if s.state is DeliveryState.MISSING)

    @property
    def is_complete(self) -> bool:
        """Whether everything has left that is to leave."""
        return not self.missing

    def standing(self, recipient: Recipient) -> Standing:
        """How it stands with one. Raises InputError `delivery.no_such_recipient`."""
        for standing in self.standings:
            if standing.recipient is recipient:
                return standing
        raise InputError("delivery.no_such_recipient", at="recipient")

    def require_may_leave(self, recipient: Recipient) -> None:
        """Raise InputError `delivery.consent_refused` or `delivery.consent_not_asked` at "consent"."""
        consent = self.standing(recipient).consent
        if consent in (Consent.REFUSED, Consent.NOT_ASKED):
            raise InputError(f"delivery.consent_{consent.value}", at="consent")


def handover_of(
    setting: SiteKind, care_plan: CarePlan | None, revision: int, deliveries: Iterable[Delivery]
) -> Handover:
    """How a revision stands; `deliveries` are those of all revisions, in the order in which they were noted."""
    noted = tuple(deliveries)
    return Handover(
        revision=revision,
        standings=tuple(_standing(r, care_plan or CarePlan(), revision, noted) for r in RECIPIENTS[setting]),
    )


def _standing(recipient: Recipient, plan: CarePlan, revision: int, noted: tuple[Delivery, ...]) -> Standing:
    last: dict[int, Delivery] = {d.revision: d for d in noted if d.recipient is recipient}
    now = last.get(revision)
    consent = _consent(recipient, plan)
    if now is not None and now.state is not DeliveryState.MISSING:
        return Standing(recipient=recipient, state=now.state, consent=consent, reason=now.reason, delivery=now)
    before = [d for number, d in sorted(last.items()) if number < revision and d.state is DeliveryState.DONE]
    reason = _reason_of_back_page(consent, plan)
    return Standing(
        recipient=recipient,
        state=DeliveryState.MISSING if reason is None else DeliveryState.NOT_WANTED,
        consent=consent,
        reason=reason,
        earlier=before[-1] if before else None,
    )


def _consent(recipient: Recipient, plan: CarePlan) -> Consent:
    if recipient is Recipient.MUNICIPALITY:
        said = plan.consent_municipality
    elif recipient is Recipient.GENERAL_PRACTICE:
        said = plan.consent_gp
    else:
        return Consent.NOT_NEEDED
    return {None: Consent.NOT_ASKED, True: Consent.GIVEN, False: Consent.REFUSED}[said]


def _reason_of_back_page(consent: Consent, plan: CarePlan) -> NotWantedReason | None:
    """Refused is not wanted; and where nothing is needed and nobody asked, there is nothing to tell."""
    if consent is Consent.REFUSED:
        return NotWantedReason.CONSENT_REFUSED
    if consent is Consent.NOT_ASKED and plan.conclusion is Conclusion.NO_NEED:
        return NotWantedReason.NO_NEED
    return None
