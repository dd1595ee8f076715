"""By when a citizen is contacted: so many working days on, as the receiver counts them.

The agreement (5.3.2) says three "hverdage" and does not say what one is. Monday to Friday without public holidays is
the usual reading; whether Saturday counts, and when a receiver is closed besides, is the receiver's own setting.
"""

from collections.abc import Callable
from datetime import date, timedelta

from needsform.models.errors import InputError
from needsform.models.frozen import Frozen
from needsform.models.typed_date import typed_date

CONTACT_WITHIN = 3
"""Working days; the day on which the receiver was informed is day 0."""
MOST_CLOSED_DAYS = 100
"""Own closing days that can be written down."""

_SATURDAY, _SUNDAY = 5, 6
IsHoliday = Callable[[date], bool]
"""Whether a day is one on which nobody works. Handed in: the calendar comes with a library of its own."""


class WorkingDays(Frozen):
    """Which days count at one receiver."""

    saturday_counts: bool = False
    closed_on_half_holidays: bool = False
    """Whether 1 May, 5 June, 24 and 31 December are days off here."""
    closed_on: tuple[date, ...] = ()
    """The receiver's own closing days."""

    def counts(self, day: date, is_public_holiday: IsHoliday, is_half_holiday: IsHoliday) -> bool:
        """Whether somebody works on this day."""
        if day.weekday() == _SUNDAY or (day.weekday() == _SATURDAY and not self.saturday_counts):
            return False
        if day in self.closed_on or is_public_holiday(day):
            return False
        return not (self.closed_on_half_holidays and is_half_holiday(day))


class Calendar:
    """The receiver's days together with the country's; one for each reading of the setting."""

    def __init__(self, rule: WorkingDays, is_public_holiday: IsHoliday, is_half_holiday: IsHoliday) -> None:
        self._rule, self._is_public, self._is_half = rule, is_public_holiday, is_half_holiday

    def counts(self, day: date) -> bool:
        """Whether somebody works on this day."""
        return self._rule.counts(day, self._is_public, self._is_half)

    def contact_by(self, informed_on: date) -> date:
        """The last day on which a citizen is contacted in time."""
        day, left = informed_on, CONTACT_WITHIN
        while left:
            day += timedelta(days=1)
            left -= self.counts(day)
        return day

    def days_left(self, today: date, last: date) -> int:
        """How many working days there are from tomorrow to the last day; 0 on that day and after it."""
        days = (today + timedelta(days=number) for number in range(1, (last - today).days + 1))
        return sum(map(self.counts, days))


def typed_closing_days(text: str, at: str) -> tuple[date, ...]:
    """Days as they are typed, each on a line of its own or after a comma; in order and each once.

    Raises InputError at `at`: `date.unreadable`, `working_days.too_many`.
    """
    found = (typed_date(part, at) for part in text.replace("\n", ",").split(","))
    days = tuple(sorted({day for day in found if day is not None}))
    if len(days) > MOST_CLOSED_DAYS:
        raise InputError("working_days.too_many", at=at, most=MOST_CLOSED_DAYS)
    return days
