"""A municipality to test in: what arrives there."""

from datetime import date, datetime

from needsform.models.assessment import ReferralSource
from needsform.models.identity import PatientId, ReferralId
from needsform.models.referral import Referral
from tests.clock import COPENHAGEN


def a_case_of(patient_id: PatientId) -> Referral:
    """A case that the store does not have."""
    return Referral(
        id=ReferralId("none"),
        patient_id=patient_id,
        source=ReferralSource.HOSPITAL,
        informed_on=date(2026, 11, 23),
        received_at=datetime(2026, 11, 23, 8, 0, tzinfo=COPENHAGEN),
        contact_by=date(2026, 11, 26),
    )
