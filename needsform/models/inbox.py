"""What a receiver types of a case, and the list of cases by what is due."""

from datetime import date

from needsform.models.assessment import ReferralSource
from needsform.models.errors import InputError
from needsform.models.frozen import Frozen, Line, Name
from needsform.models.identity import AssessmentId
from needsform.models.referral import ReferralSummary


class ReferralDetails(Frozen):
    """What is known when a case begins."""

    source: ReferralSource
    sender: Name = ""
    sender_contact: Line = ""
    informed_on: date
    assessment_id: AssessmentId | None = None
    """The assessment that came along."""

    def require_plausible(self, today: date) -> None:
        """Raise InputError `referral.informed_later` at "informed_on" for a day that has not come yet."""
        if self.informed_on > today:
            raise InputError("referral.informed_later", at="informed_on")


class Inbox(Frozen):
    """Cases that somebody works with, each list by the day that is due first."""

    to_contact: tuple[ReferralSummary, ...] = ()
    contacted: tuple[ReferralSummary, ...] = ()
    """Reached, and no plan begun yet."""
