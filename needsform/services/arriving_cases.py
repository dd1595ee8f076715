"""The case that a sheet begins at its receiver, or the one that it comes to."""

from datetime import date

from needsform.models.assessment import ReferralSource
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.inbox import ReferralDetails, require_day
from needsform.models.received_assessment import ReceivedAssessment
from needsform.models.referral import Referral
from needsform.models.site import SiteKind
from needsform.services.referral_ledger import ReferralLedger
from needsform.storage import referrals

_SOURCES = {
    SiteKind.HOSPITAL: ReferralSource.HOSPITAL,
    SiteKind.GENERAL_PRACTICE: ReferralSource.GENERAL_PRACTICE,
}
"""Who told us, by where the sheet was made. Another municipality is no source of the agreement: no case begins."""


def case_of(ledger: ReferralLedger, received: ReceivedAssessment, informed_on: date | None) -> Referral | None:
    """The citizen's open case, which the sheet came to, or one that begins with it on `informed_on`, None for today.

    A case that begins is linked to the course that the citizen ended last; whoever opens it can take that back.
    Inside the caller's transaction. Raises InputError as `require_day`, where a case begins.
    """
    facts, database, today = received.facts, ledger.database, received.received_at.date()
    referral = referrals.open_referral_of(database, received.patient_id)
    if referral is not None:
        if referral.assessment_id is None:
            referral = referrals.save_referral(
                database, referral.model_copy(update={"assessment_id": facts.assessment_id})
            )
        return referral
    source = _SOURCES.get(facts.setting)
    if source is None or referrals.referral_with(database, facts.assessment_id) is not None:
        return None
    day = informed_on or today
    require_day(day, today, facts.earliest)
    signature = facts.signature
    contact = "" if signature is None else ", ".join(filter(None, (signature.name, signature.phone)))
    details = ReferralDetails(
        source=source,
        sender=_sender(received),
        sender_contact=contact[:LINE_LENGTH],
        informed_on=day,
        assessment_id=facts.assessment_id,
    )
    return ledger.begin(received.patient_id, details, comes_back=True)


def _sender(received: ReceivedAssessment) -> str:
    """The place by the name that is known for its key, or else as the sheet calls it."""
    place = received.verified_as or received.facts.sender
    return ", ".join(filter(None, (received.unit, place)))[:NAME_LENGTH]
