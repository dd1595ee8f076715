"""What takes long on a large trace: pages, samples, tables, extracts, verifying. Run on a worker.

Each opens the store by a connection of its own and touches nothing of the window's.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from random import Random

from needsform.models.audit import Head, TraceEntry, TraceQuery, Verdict
from needsform.models.errors import WorldError
from needsform.models.patient import Patient
from needsform.models.site import Site
from needsform.models.words import Words
from needsform.storage import audit_rows
from needsform.storage.audit import first_broken_link
from needsform.storage.audit_anchor import anchorage
from needsform.storage.audit_retention import is_carried_right
from needsform.storage.database import Database

PAGE = 50
"""Entries of one page."""
LARGEST_SAMPLE = 200

Reader = Callable[[], Database]
"""Opens the store once more, on the thread that calls it."""


class Watch:
    """How far a job is, and whether it is to stop. Shared by the worker and whoever waits: each only ever sets."""

    def __init__(self) -> None:
        self.read = 0
        """Rows that were read so far."""
        self._is_stopped = False

    def stop(self) -> None:
        """Ask the job to end."""
        self._is_stopped = True

    def hear(self, read: int) -> None:
        """Called by the job. Raises WorldError `trace.stopped` when it is to end."""
        self.read = read
        if self._is_stopped:
            raise WorldError("trace.stopped")


@dataclass(frozen=True, slots=True)
class TracePage:
    """Some entries, newest first, and whether there are older ones."""

    entries: tuple[TraceEntry, ...]
    has_older: bool


@dataclass(frozen=True, slots=True)
class Review:
    """What is looked for, up to the row with which the looking began: later pages are of the same trace."""

    reader: Reader
    query: TraceQuery
    end: Head

    def page(self, before: int | None = None) -> TracePage:
        """The newest entries before the row of a number; run on the worker."""
        with closing(self.reader()) as database:
            start = self.end.seq if before is None else before
            found = audit_rows.entries(database, self.query, before=start, limit=PAGE + 1)
        return TracePage(tuple(found[:PAGE]), len(found) > PAGE)

    def sample(self, count: int, seed: int) -> TracePage:
        """That many entries by chance, each with the same chance; run on the worker."""
        with closing(self.reader()) as database:
            numbers = [seq for seq in audit_rows.numbers(database, self.query) if seq < self.end.seq]
            chosen = Random(seed).sample(numbers, min(count, len(numbers), LARGEST_SAMPLE))
            return TracePage(tuple(audit_rows.entries_of(database, chosen)), has_older=False)

    def rendered(self, words: Words, watch: Watch) -> bytes:
        """All entries as a table for a spreadsheet; run on the worker. Raises WorldError `trace.stopped`."""
        from needsform.export.trace_table import render_trace

        with closing(self.reader()) as database:
            return render_trace(self._all(database, watch), self.end, words)

    def _all(self, database: Database, watch: Watch) -> Iterator[TraceEntry]:
        for some in audit_rows.all_entries(database, self.query, until=self.end.seq):
            watch.hear(some[-1].seq)
            yield from some


@dataclass(frozen=True, slots=True)
class Extract:
    """What one citizen may be told of the use of their details."""

    review: Review
    patient: Patient
    site: Site
    words: Words
    made_at: datetime

    def rendered(self) -> bytes:
        """The extract as a PDF; run on the worker."""
        from needsform.export.trace_extract import render_extract

        review = self.review
        with closing(review.reader()) as database:
            pages = audit_rows.all_entries(database, review.query, until=review.end.seq)
            entries = [entry for some in pages for entry in some]
        return render_extract(entries, self.patient, self.site, self.words, self.made_at)


@dataclass(frozen=True, slots=True)
class Verification:
    """The whole trace is read again, row by row."""

    reader: Reader
    anchor: Path
    secret: bytes

    def run(self, watch: Watch) -> Verdict:
        """Run on the worker. Raises WorldError `trace.stopped`."""
        with closing(self.reader()) as database:
            return Verdict(
                rows=audit_rows.row_count(database),
                first_broken=first_broken_link(database, watch.hear),
                is_carried_right=is_carried_right(database, self.secret),
                anchorage=anchorage(database, self.anchor, self.secret, is_expected=True),
            )
