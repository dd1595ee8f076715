"""Denmark's holidays, asked of `holidays` and kept by the year: the library takes a fifth of a second to import.

Store bededag was one up to 2023 and is none since; the library knows.
"""

from datetime import date
from functools import cache

from needsform.models.working_days import Calendar, WorkingDays


def calendar(rule: WorkingDays) -> Calendar:
    """The country's days as a receiver counts them."""
    return Calendar(rule, is_public_holiday, is_half_holiday)


def is_public_holiday(day: date) -> bool:
    """Whether the country has the day off."""
    return day in _of(day.year, "public")


def is_half_holiday(day: date) -> bool:
    """Whether it is 1 May, 5 June, 24 or 31 December: no public holidays, and many are closed."""
    return day in _of(day.year, "optional")


@cache
def _of(year: int, category: str) -> frozenset[date]:
    from holidays import country_holidays

    return frozenset(country_holidays("DK", years=year, categories=(category,)))
