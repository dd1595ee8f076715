"""A date as it is typed: 23-11-2026, 23.11.26, 23/11 2026 or 2026-11-23."""

import re
from datetime import date

from needsform.models.errors import InputError

_DAY_FIRST = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})[-./ ]+(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
"""Whatever lies beyond is a slip of the finger."""
_CENTURY = 2000
"""Of a year that is typed with two digits: nothing here is older."""


def typed_date(text: str, at: str) -> date | None:
    """The day that was typed; None where nothing was. Raises InputError `date.unreadable` at `at`."""
    text = text.strip()
    if not text:
        return None
    if found := _DAY_FIRST.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
        year += _CENTURY if len(found[3]) == 2 else 0
    elif found := _YEAR_FIRST.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        raise InputError("date.unreadable", at=at)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InputError("date.unreadable", at=at)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise InputError("date.unreadable", at=at) from error


def required_date(text: str, at: str) -> date:
    """The day that was typed. Raises InputError `date.unreadable` at `at`, also where nothing was."""
    day = typed_date(text, at)
    if day is None:
        raise InputError("date.unreadable", at=at)
    return day


def as_typed(day: date | None) -> str:
    """How a day stands in a field, as somebody would have typed it; empty for none."""
    return "" if day is None else f"{day:%d-%m-%Y}"
