"""Indicators for administrators: counted for a period, led back to their rows, written out, and added up from files.

What takes long on a large store is asked for here, where it leaves its row in the trace, and run on a worker.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from needsform.models.audit import Action
from needsform.models.errors import InputError, Message, WorldError
from needsform.models.indicator import Indicator
from needsform.models.indicator_counts import IndicatorCounts, IndicatorQuery, IndicatorRow
from needsform.models.indicator_file import LARGEST_FILE, AddedUp, IndicatorFile, add_up, read_file, to_json
from needsform.models.site import Site
from needsform.services.clock import Clock
from needsform.services.incoming import read_incoming
from needsform.services.presence import Presence
from needsform.services.signing import signature_holds
from needsform.services.site_keys import SiteKeys
from needsform.storage import indicators as rows
from needsform.storage.database import Database
from needsform.storage.outgoing_files import made_ready_outside

PAGE = 50
"""Rows of one page."""
Reader = Callable[[], Database]
"""Opens the store once more, on the thread that calls it."""


@dataclass(frozen=True, slots=True)
class Counting:
    """All figures of a period, for a worker."""

    reader: Reader = field(repr=False)
    query: IndicatorQuery
    today: date
    site: str

    def run(self) -> IndicatorCounts:
        """Count."""
        with closing(self.reader()) as database, database.snapshot():
            counts = rows.count(database, self.query, self.today)
        return IndicatorCounts(query=self.query, counted_on=self.today, sites=(self.site,), counts=counts)


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """Some rows, newest first, and whether there are older ones."""

    rows: tuple[IndicatorRow, ...]
    has_older: bool


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a figure, for a worker, page by page."""

    reader: Reader = field(repr=False)
    indicator: Indicator
    query: IndicatorQuery
    today: date

    def page(self, number: int) -> IndicatorPage:
        """One page, from 0."""
        with closing(self.reader()) as database:
            found = rows.rows_behind(
                database, self.indicator, self.query, self.today, skip=number * PAGE, limit=PAGE + 1
            )
        return IndicatorPage(found[:PAGE], len(found) > PAGE)


class Indicators:
    """What an administrator does with the figures. They lead to citizens, so nobody else may."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        site: Callable[[], Site],
        site_keys: SiteKeys,
        clock: Clock,
        reader: Reader,
    ) -> None:
        self._database, self._presence, self._site = database, presence, site
        self._site_keys, self._clock, self._reader = site_keys, clock, reader

    def units(self) -> tuple[str, ...]:
        """The units that can be counted alone."""
        self._presence.require_administrator(Action.COUNT_INDICATORS)
        return rows.units(self._database)

    def counting(self, query: IndicatorQuery) -> Counting:
        """Count a period. Raises InputError `indicators.dates_crossed` at "until"."""
        self._presence.require_administrator(Action.COUNT_INDICATORS)
        query.require_in_order()
        now = self._clock()
        with self._database.atomic():
            self._presence.record(Action.COUNT_INDICATORS, now)
        return Counting(self._reader, query, now.date(), self._site().name)

    def behind(self, indicator: Indicator, query: IndicatorQuery) -> Behind:
        """Whom a figure counts."""
        self._presence.require_administrator(Action.LIST_INDICATOR)
        now = self._clock()
        with self._database.atomic():
            self._presence.record(Action.LIST_INDICATOR, now, detail=f"indicator={indicator.value}")
        return Behind(self._reader, indicator, query, now.date())

    def save(self, report: bytes, path: Path) -> None:
        """Write what was rendered where the user chose. Raises WorldError as `write_atomically`."""
        self._presence.require_administrator(Action.EXPORT_INDICATORS)
        try:
            with made_ready_outside(self._database, path, report) as put_in_place:
                with self._database.atomic():
                    self._presence.record(Action.EXPORT_INDICATORS, self._clock())
                put_in_place()
        except WorldError as error:
            self._presence.record_failure(Action.EXPORT_FAILED, error)
            raise

    def record_print(self) -> None:
        """Leave the row that the report was sent to the printer, which is all that the program can know."""
        self._presence.require_administrator(Action.EXPORT_INDICATORS)
        with self._database.atomic():
            self._presence.record(Action.EXPORT_INDICATORS, self._clock())

    def record_print_failure(self, error: WorldError) -> None:
        """Leave the row that the printer did not take it."""
        self._presence.require_administrator(Action.EXPORT_INDICATORS)
        self._presence.record_failure(Action.PRINT_FAILED, error)

    def file(self, counts: IndicatorCounts) -> bytes:
        """The figures as a file to be added up elsewhere; `save` writes it."""
        self._presence.require_administrator(Action.EXPORT_INDICATORS)
        signer = self._site_keys.signer()
        return to_json(IndicatorFile(signer.public_key, self._clock(), counts), signer.sign)

    def add_up(self, paths: Sequence[Path]) -> AddedUp:
        """Read any number of files and add them up, each store once; what cannot be taken is told by its name."""
        self._presence.require_administrator(Action.COUNT_INDICATORS)
        read: list[tuple[str, IndicatorFile]] = []
        faults: list[tuple[str, Message]] = []
        for path in paths:
            try:
                read.append((path.name, read_file(read_incoming(path, LARGEST_FILE), signature_holds)))
            except InputError as error:
                faults.append((path.name, error.message))
        with self._database.atomic():
            self._presence.record(Action.COUNT_INDICATORS, self._clock(), detail=f"found={len(read)}")
        added = add_up(read)
        return AddedUp(added.counts, (*faults, *added.left_out))
