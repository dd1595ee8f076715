"""What a receiver types of a case, and the list of cases by what is due."""

from datetime import date

from needsform.models.assessment import ReferralSource
from needsform.models.errors import InputError
from needsform.models.frozen import Frozen, Line, Name
from needsform.models.identity import AssessmentId
from needsform.models.referral import ReferralSummary
from needsform.models.typed_date import as_typed


class ReferralDetails(Frozen):
    """What is known when a case begins."""

    source: ReferralSource
    sender: Name = ""
    sender_contact: Line = ""
    informed_on: date
    assessment_id: AssessmentId | None = None
    """The assessment that came along."""

    def require_plausible(self, today: date) -> None:
        """Raise InputError as `require_day`."""
        require_day(self.informed_on, today)


def require_day(
    informed_on: date, today: date, earliest: date | None = None, first_attempt: date | None = None
) -> None:
    """Raise InputError at "informed_on" for a day on which nobody can have heard of the citizen.

    `referral.informed_later` for one that has not come yet; `referral.informed_before` (parameter `day`) for one before
    `earliest`, the day of the sheet that came along; `referral.informed_after` (parameter `day`) for one after somebody
    tried to reach the citizen. What a clock that is ahead dated later than today came today.
    """
    if informed_on > today:
        raise InputError("referral.informed_later", at="informed_on")
    if earliest is not None and informed_on < min(earliest, today):
        raise InputError("referral.informed_before", at="informed_on", day=as_typed(earliest))
    if first_attempt is not None and informed_on > first_attempt:
        raise InputError("referral.informed_after", at="informed_on", day=as_typed(first_attempt))


class Inbox(Frozen):
    """Cases that somebody works with, each list by the day that is due first."""

    to_contact: tuple[ReferralSummary, ...] = ()
    contacted: tuple[ReferralSummary, ...] = ()
    """Reached, and no plan begun yet."""
