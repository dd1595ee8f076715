"""Danish personal identifiers: what is accepted, what is caught beside the field, and what birth date it tells.

Modulus 11 is never asked for: numbers without it have been issued since 1 October 2007 and are fully valid
(CPR-kontoret, "Personnumre uden kontrolciffer"). Shapes of replacement numbers follow HL7 dk-core.
"""

import re
from datetime import date
from enum import StrEnum

from needsform.models.errors import InputError
from needsform.models.frozen import Frozen, Line, on_one_line

OLDEST_PLAUSIBLE_AGE = 120
"""Years; a CPR that tells of an older person is a slip of the seventh digit (5-8 with 58-99 means the 1800s)."""


class IdentifierKind(StrEnum):
    """Which kind of identifier a citizen is known by."""

    CPR = "cpr"
    NATIONAL_REPLACEMENT = "national_replacement"
    REGIONAL_REPLACEMENT = "regional_replacement"
    OTHER = "other"


SYSTEMS = {
    IdentifierKind.CPR: "urn:oid:1.2.208.176.1.2",
    IdentifierKind.NATIONAL_REPLACEMENT: "urn:oid:1.2.208.176.1.6.1.1",
    IdentifierKind.REGIONAL_REPLACEMENT: "urn:oid:1.2.208.176.1.6.1.3",
}
"""The FHIR identifier systems of dk-core; an "other" identifier has none."""

_LONGEST_OTHER = 40

_SHAPE = re.compile(r"[0-9]{10}")
_REPLACEMENTS = {
    re.compile(r"[0-9]{6}[17][A-Z]{2}[0-9]"): IdentifierKind.NATIONAL_REPLACEMENT,
    re.compile(r"[0-9]{6}[056][A-Z]{2}[0-9]"): IdentifierKind.REGIONAL_REPLACEMENT,
}


class Identifier(Frozen):
    """A citizen's identifier, stored without hyphen."""

    kind: IdentifierKind
    value: Line

    @property
    def shown(self) -> str:
        """As people write it."""
        return shown(self.kind, self.value)

    @property
    def born_on(self) -> date | None:
        """The birth date that a CPR tells; None where the identifier is not a CPR."""
        return born_on(self.value) if self.kind is IdentifierKind.CPR else None


def shown(kind: IdentifierKind, value: str) -> str:
    """A stored identifier as people write it: `ddmmåå-xxxx` for CPR and its replacements."""
    return value if kind is IdentifierKind.OTHER else f"{value[:6]}-{value[6:]}"


def born_on(cpr: str) -> date | None:
    """The birth date in a ten-digit CPR, or None if there is no such day.

    The seventh digit gives the century: 0-3 the 1900s; 4 and 9 the 2000s up to year 36, else the 1900s;
    5-8 the 2000s up to year 57, else the 1800s (CPR-kontoret, "Opbygning af CPR-nummeret").
    """
    day, month, year, seventh = int(cpr[:2]), int(cpr[2:4]), int(cpr[4:6]), int(cpr[6])
    if seventh <= 3:
        century = 1900
    elif seventh in (4, 9):
        century = 2000 if year <= 36 else 1900
    else:
        century = 2000 if year <= 57 else 1800
    try:
        return date(century + year, month, day)
    except ValueError:
        return None


def _is_day_of_some_year(identifier: str) -> bool:
    """Whether a replacement number begins with a day and month; its seventh sign tells no century."""
    try:
        date(2000, int(identifier[2:4]), int(identifier[:2]))
    except ValueError:
        return False
    return True


def age_on(born: date, day: date) -> int:
    """Whole years lived on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def parse_identifier(text: str, *, today: date, other: bool = False) -> Identifier:
    """Read what was typed: CPR, either kind of replacement CPR by its shape, or any other id when `other`.

    Raises InputError at "identifier": `identifier.missing`, `identifier.too_long`, `identifier.shape`,
    `identifier.no_such_date`, `identifier.not_born_yet`, `identifier.too_old`.
    """
    typed = on_one_line(text)
    compact = re.sub(r"[\s\-‐–]", "", typed).upper()
    if not compact:
        raise InputError("identifier.missing", at="identifier")
    if other:
        if len(typed) > _LONGEST_OTHER:
            raise InputError("identifier.too_long", at="identifier")
        return Identifier(kind=IdentifierKind.OTHER, value=typed)
    for shape, kind in _REPLACEMENTS.items():
        if shape.fullmatch(compact):
            if not _is_day_of_some_year(compact):
                raise InputError("identifier.no_such_date", at="identifier")
            return Identifier(kind=kind, value=compact)
    if not _SHAPE.fullmatch(compact):
        raise InputError("identifier.shape", at="identifier")
    born = born_on(compact)
    if born is None:
        raise InputError("identifier.no_such_date", at="identifier")
    if born > today:
        raise InputError("identifier.not_born_yet", at="identifier", year=born.year)
    if age_on(born, today) > OLDEST_PLAUSIBLE_AGE:
        raise InputError("identifier.too_old", at="identifier", year=born.year)
    return Identifier(kind=IdentifierKind.CPR, value=compact)
