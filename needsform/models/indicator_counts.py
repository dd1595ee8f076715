"""What was counted for a period and a unit, and how it is shown: nothing small is told, nor what it follows from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from needsform.models.assessment import AssessmentStatus, Occasion, ReferralSource
from needsform.models.errors import InputError
from needsform.models.frozen import Frozen, FrozenMapping, Name
from needsform.models.identity import PatientId
from needsform.models.indicator import OF_WHOLE_SITE, TABLES, Indicator, IndicatorTable
from needsform.models.indicator_hiding import hidden_of, told_as_small
from needsform.models.referral import ReferralStatus
from needsform.models.rehabilitation_plan import PlanStatus


class IndicatorPaper(StrEnum):
    """As what figures leave the program; the value is how such a file's name ends."""

    REPORT = "pdf"
    CSV = "csv"
    WORKBOOK = "xlsx"


class IndicatorQuery(Frozen):
    """Which period, both days included, and which unit; None is the whole site."""

    since: date
    until: date
    unit: Name | None = None

    def require_in_order(self) -> None:
        """Raise InputError `indicators.dates_crossed` at "until"."""
        if self.until < self.since:
            raise InputError("indicators.dates_crossed", at="until")


class IndicatorCounts(Frozen):
    """The figures of one place, or of several that were added up."""

    query: IndicatorQuery
    counted_on: date
    """Whether a case is overdue is seen from this day."""
    sites: tuple[Name, ...]
    """Whose figures these are, each store once."""
    counts: FrozenMapping[Indicator, int]
    units: tuple[Name | None, ...] = ()
    """Of which units figures were added up, each name once; None for a whole place. Empty where nothing was."""

    @property
    def is_of_whole_places(self) -> bool:
        """Whether everything of each place is counted, so that what belongs to no unit is among it."""
        return set(self.units or (self.query.unit,)) == {None}

    def of(self, indicator: Indicator) -> int:
        """One figure."""
        return self.counts.get(indicator, 0)


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as it is shown: the count, or why it is not told."""

    count: int | None
    is_small: bool = False
    """There are some, but fewer than `SMALLEST_SHOWN`, and it may be said."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of a table."""

    indicator: Indicator
    shown: Shown
    percent: int | None
    """Of the whole, rounded to the nearest; None for the whole, of nothing, and where it would tell what is hidden."""


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as it is shown: the whole in the first line."""

    table: IndicatorTable
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """What stands behind a figure: one form, case, plan or citizen."""

    patient_id: PatientId
    patient_name: str
    patient_identifier: str
    """As shown, with hyphen."""
    on: date
    unit: str
    reason: Occasion | ReferralSource | None
    status: AssessmentStatus | ReferralStatus | PlanStatus | None


def shown_tables(counts: IndicatorCounts, *, hides_small: bool) -> tuple[ShownTable, ...]:
    """All tables that there are for the unit, with what is small hidden if that is wanted."""
    hidden = hidden_of(counts.counts) if hides_small else frozenset()
    small = told_as_small(counts.counts, hidden)
    tables = (table for table in TABLES if counts.is_of_whole_places or table.kind not in OF_WHOLE_SITE)
    return tuple(_shown(table, counts, hidden, small) for table in tables)


def percent_of(part: int, whole: int) -> int | None:
    """The share in percent, rounded to the nearest, a half upwards; None of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else None


def _shown(
    table: IndicatorTable, counts: IndicatorCounts, hidden: frozenset[Indicator], small: frozenset[Indicator]
) -> ShownTable:
    whole = counts.of(table.whole)

    def line(indicator: Indicator) -> ShownLine:
        count = counts.of(indicator)
        if indicator in hidden:
            return ShownLine(indicator, Shown(None, indicator in small), None)
        is_told = indicator is not table.whole and table.whole not in hidden
        return ShownLine(indicator, Shown(count), percent_of(count, whole) if is_told else None)

    return ShownTable(table, tuple(line(indicator) for indicator in (table.whole, *table.parts)))
