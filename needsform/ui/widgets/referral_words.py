"""How days, senders and attempts of a case are said, the same in the list and on its own page."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from needsform.models.assessment import ReferralSource
from needsform.models.referral import Referral
from needsform.models.words import Words

_WEEKDAYS = 7


def short_day(day: date, today: date, words: Words) -> str:
    """`today`, `Thu 26-11` within a week or so, otherwise the whole date."""
    if day == today:
        return QCoreApplication.translate("ReferralWords", "today")
    if abs((day - today).days) > 2 * _WEEKDAYS:
        return words.date(day)
    return f"{words.text(f'weekday.{day.isoweekday()}')} {day.day:02}-{day.month:02}"


def time_left(days_left: int, today: date, last: date) -> str:
    """How long there is until the last day, in working days."""
    if last == today:
        return QCoreApplication.translate("ReferralWords", "this is the last day")
    if last == today + timedelta(days=1):
        return QCoreApplication.translate("ReferralWords", "tomorrow is the last day")
    if days_left == 1:
        return QCoreApplication.translate("ReferralWords", "in 1 working day")
    return QCoreApplication.translate("ReferralWords", "in {count} working days").format(count=days_left)


def sender(referral: Referral, words: Words) -> tuple[str, str]:
    """Where a case came from: the kind, and who it was."""
    kind = words.of(referral.source)
    if referral.source is ReferralSource.SELF or not referral.sender:
        return kind, ""
    return referral.sender, kind


def attempts(referral: Referral, words: Words) -> str:
    """How often somebody tried, and what came of it last: `2 · No answer`."""
    if not referral.attempts:
        return "–"
    return f"{len(referral.attempts)} · {words.of(referral.attempts[-1].outcome)}"
