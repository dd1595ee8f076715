"""Municipalities and regions with the dates they are valid for.

Authority for parts of rehabilitation moves on 1 January 2027, and two regions merge the same day, so nothing
here may be assumed to stay: every entry carries its dates.
"""

from datetime import date
from functools import cached_property

from needsform.models.frozen import Frozen


class Region(Frozen):
    """A region, by its ISO 3166-2 code while it exists."""

    code: str
    name: str
    valid_from: date | None = None
    valid_to: date | None = None


class Municipality(Frozen):
    """A municipality by its four-digit code; `region_code` is the region it lies in on that date.

    Empty for Christiansø, which belongs to no region.
    """

    code: str
    name: str
    """The short name that lists are sorted by, such as `København`."""
    full_name: str
    """What the authority is called, such as `Københavns Kommune`: this is what a sheet says."""
    region_code: str
    valid_from: date | None = None
    valid_to: date | None = None


class MunicipalityList(Frozen):
    """The shipped list: 98 municipalities, Christiansø and Greenland."""

    regions: tuple[Region, ...]
    municipalities: tuple[Municipality, ...]

    @cached_property
    def _by_code(self) -> dict[str, list[Municipality]]:
        by_code: dict[str, list[Municipality]] = {}
        for municipality in self.municipalities:
            by_code.setdefault(municipality.code, []).append(municipality)
        return by_code

    def valid_on(self, day: date) -> tuple[Municipality, ...]:
        """Those that exist on a day, by name as a Dane would sort them."""
        rows = [m for m in self.municipalities if _holds(m.valid_from, m.valid_to, day)]
        return tuple(sorted(rows, key=lambda m: _danish_order(m.name)))

    def find(self, code: str, day: date) -> Municipality | None:
        """The municipality with a code on a day; the latest known one if it no longer exists then."""
        rows = self._by_code.get(code, ())
        current = [m for m in rows if _holds(m.valid_from, m.valid_to, day)]
        known = current or rows
        return known[-1] if known else None


def _holds(start: date | None, end: date | None, day: date) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def _danish_order(name: str) -> str:
    """Æ, Ø and Å stand last in the Danish alphabet, in that order; Aa sorts as Å."""
    table = str.maketrans({"æ": "{", "ø": "|", "å": "}"})
    return name.casefold().replace("aa", "å").translate(table)
