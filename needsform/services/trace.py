"""The trace for administrators: reviewed by page or sample, saved, given to a citizen, verified, let go of on time.

What takes long on a large trace is a job: asked for here, run on a worker, which reads the store by a connection of
its own. The row that somebody looked is left when the job is asked for, before anything is read.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, tzinfo
from pathlib import Path
from random import Random

from needsform.models.audit import Action, Actor, Head, TraceEntry, TraceQuery, Verdict
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import PatientId, PractitionerId
from needsform.models.patient import Patient
from needsform.models.site import Site
from needsform.models.words import Words
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.services.trace_keeping import TraceKeeping
from needsform.storage import audit_rows, audit_state
from needsform.storage.audit import first_broken_link
from needsform.storage.audit_anchor import anchorage, head
from needsform.storage.audit_retention import is_carried_right
from needsform.storage.database import Database
from needsform.storage.files import write_atomically
from needsform.storage.patients import load_patient

PAGE = 50
"""Entries of one page."""
LARGEST_SAMPLE = 200
SHORTEST_KEPT, LONGEST_KEPT = 6, 120
"""Months that the trace can be kept; six months unseen were part of a charge (TRUST 3.4)."""

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
    zone: tzinfo
    end: Head

    def page(self, before: int | None = None) -> TracePage:
        """The newest entries before the row of a number; run on the worker."""
        with closing(self.reader()) as database:
            start = self.end.seq if before is None else before
            found = audit_rows.entries(database, self.query, self.zone, before=start, limit=PAGE + 1)
        return TracePage(tuple(found[:PAGE]), len(found) > PAGE)

    def sample(self, count: int, seed: int) -> TracePage:
        """That many entries by chance, each with the same chance; run on the worker."""
        with closing(self.reader()) as database:
            numbers = [seq for seq in audit_rows.numbers(database, self.query, self.zone) if seq < self.end.seq]
            chosen = Random(seed).sample(numbers, min(count, len(numbers), LARGEST_SAMPLE))
            return TracePage(tuple(audit_rows.entries_of(database, chosen)), has_older=False)

    def rendered(self, words: Words, watch: Watch) -> bytes:
        """All entries as a table for a spreadsheet; run on the worker. Raises WorldError `trace.stopped`."""
        from needsform.export.trace_table import render_trace

        with closing(self.reader()) as database:
            return render_trace(self._all(database, watch), self.end, words)

    def _all(self, database: Database, watch: Watch) -> Iterator[TraceEntry]:
        for some in audit_rows.all_entries(database, self.query, self.zone, until=self.end.seq):
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
            pages = audit_rows.all_entries(database, review.query, review.zone, until=review.end.seq)
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


class Trace:
    """What an administrator does with the trace; each look at it leaves a row in it."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        keeping: TraceKeeping,
        clock: Clock,
        entropy: Entropy,
        reader: Reader,
    ) -> None:
        self._database, self._presence, self._keeping = database, presence, keeping
        self._clock, self._entropy, self._reader = clock, entropy, reader

    # Looking --------------------------------------------------------------------------------------------------------

    def staff(self) -> tuple[tuple[PractitionerId, str], ...]:
        """Whom entries can be by: everybody who works or worked here."""
        self._presence.require_administrator(Action.REVIEW_TRACE)
        return tuple(audit_rows.staff_in_trace(self._database))

    def row_count(self) -> int:
        """How many rows the trace has."""
        self._presence.require_administrator(Action.REVIEW_TRACE)
        return audit_rows.row_count(self._database)

    def review(self, query: TraceQuery) -> Review:
        """Look through what fits. Raises InputError `trace.dates_crossed` at "until"."""
        self._presence.require_administrator(Action.REVIEW_TRACE)
        return self._review(query, Action.REVIEW_TRACE)

    def sample(self, query: TraceQuery) -> tuple[Review, int]:
        """Look at some of what fits by chance: the review, and a seed from the system's own randomness."""
        self._presence.require_administrator(Action.SAMPLE_TRACE)
        return self._review(query, Action.SAMPLE_TRACE), int.from_bytes(self._entropy(16), "big")

    # Out of the program ---------------------------------------------------------------------------------------------

    def to_save(self, query: TraceQuery) -> Review:
        """What is to be saved; the row is left by `save_table`. Raises InputError as `review`."""
        self._presence.require_administrator(Action.EXPORT_TRACE)
        _require_in_order(query)
        return Review(self._reader, query, self._zone(), self._end())

    def save_table(self, review: Review, table: bytes, path: Path) -> None:
        """Write what was rendered where the user chose, and drop the anchor.

        Raises WorldError as `write_atomically`; then a row says that it failed.
        """
        self._presence.require_administrator(Action.EXPORT_TRACE)
        self._save(table, path, review.query.patient_id)
        self._keeping.drop_anchor()

    def extract(self, patient_id: PatientId, site: Site, words: Words) -> Extract:
        """What the citizen may be told of the use of their details. Raises WorldError `patient.unknown`."""
        self._presence.require_administrator(Action.EXTRACT_TRACE)
        with self._database.atomic():
            patient = load_patient(self._database, patient_id)
            self._presence.record(Action.EXTRACT_TRACE, self._clock(), patient_id=patient_id)
        review = Review(self._reader, TraceQuery(patient_id=patient_id), self._zone(), self._end())
        return Extract(review, patient, site, words, self._clock())

    def save_extract(self, patient_id: PatientId, pdf: bytes, path: Path) -> None:
        """Write the extract where the user chose. Raises as `save_table`."""
        self._presence.require_administrator(Action.EXPORT_TRACE)
        self._save(pdf, path, patient_id)

    # Verifying ------------------------------------------------------------------------------------------------------

    def verification(self) -> Verification:
        """To verify the whole trace; `record_verdict` leaves the row of what came of it."""
        self._presence.require_administrator(Action.VERIFY_TRACE)
        return Verification(self._reader, self._keeping.anchor_path, self._keeping.secret)

    def record_verdict(self, verdict: Verdict) -> None:
        """Leave the row of what came of verifying."""
        self._presence.require_administrator(Action.VERIFY_TRACE)
        outcome = "holds" if verdict.holds else "broken"
        with self._database.atomic():
            self._presence.record(Action.VERIFY_TRACE, self._clock(), detail=f"rows={verdict.rows} {outcome}")

    # How long it is kept --------------------------------------------------------------------------------------------

    @property
    def months_kept(self) -> int:
        """How long rows are kept."""
        return audit_state.months_kept(self._database)

    def keep_for(self, months: int) -> None:
        """Keep rows for so many months from now on. Raises InputError `trace.months` at "months"."""
        self._presence.require_administrator(Action.KEEP_TRACE)
        if not SHORTEST_KEPT <= months <= LONGEST_KEPT:
            raise InputError("trace.months", at="months", shortest=SHORTEST_KEPT, longest=LONGEST_KEPT)
        with self._database.atomic():
            audit_state.keep_for(self._database, months)
            self._presence.record(Action.KEEP_TRACE, self._clock(), detail=f"months={months}")

    def delete_due(self) -> int:
        """Let go of rows that were kept long enough; how many went. Every opening of the store does it too."""
        self._presence.require_administrator(Action.DELETE_TRACE)
        return self._keeping.delete_due(Actor.STAFF, self._presence.practitioner.id)

    # ----------------------------------------------------------------------------------------------------------------

    def _review(self, query: TraceQuery, action: Action) -> Review:
        _require_in_order(query)
        with self._database.atomic():
            self._presence.record(action, self._clock(), patient_id=query.patient_id)
        return Review(self._reader, query, self._zone(), self._end())

    def _save(self, data: bytes, path: Path, patient_id: PatientId | None) -> None:
        try:
            with self._database.atomic():
                self._presence.record(Action.EXPORT_TRACE, self._clock(), patient_id=patient_id)
                write_atomically(path, data)
        except WorldError as error:
            self._presence.record_failure(Action.EXPORT_FAILED, error, patient_id=patient_id)
            raise

    def _end(self) -> Head:
        end = head(self._database)
        assert end is not None  # noqa: S101 - the store was unlocked, and that is a row
        return end

    def _zone(self) -> tzinfo:
        zone = self._clock().tzinfo
        assert zone is not None  # noqa: S101 - every clock knows its zone
        return zone


def _require_in_order(query: TraceQuery) -> None:
    if query.since is not None and query.until is not None and query.until < query.since:
        raise InputError("trace.dates_crossed", at="until")
