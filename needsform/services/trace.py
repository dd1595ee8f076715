"""The trace for administrators: reviewed by page or sample, saved, given to a citizen, verified, let go of on time.

What takes long on a large trace is asked for here and run on a worker (`trace_reading`). The row that somebody looked
is left when it is asked for, before anything is read.
"""

from pathlib import Path

from needsform.models.audit import Action, Actor, Head, TraceQuery, Verdict
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import PatientId, PractitionerId
from needsform.models.site import Site
from needsform.models.words import Words
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.services.trace_keeping import TraceKeeping
from needsform.services.trace_reading import Extract, Reader, Review, Verification
from needsform.storage import audit_rows, audit_state
from needsform.storage.audit_anchor import head
from needsform.storage.database import Database
from needsform.storage.outgoing_files import made_ready_outside
from needsform.storage.patients import load_patient

SHORTEST_KEPT, LONGEST_KEPT = 6, 120
"""Months that the trace can be kept; six months unseen were part of a charge (TRUST 3.4)."""


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

    def review(self, wanted: TraceQuery) -> Review:
        """Look through what fits. Raises InputError `trace.dates_crossed` at "until"."""
        self._presence.require_administrator(Action.REVIEW_TRACE)
        return self._review(wanted, Action.REVIEW_TRACE)

    def sample(self, wanted: TraceQuery) -> tuple[Review, int]:
        """Look at some of what fits by chance: the review, and a seed from the system's own randomness."""
        self._presence.require_administrator(Action.SAMPLE_TRACE)
        return self._review(wanted, Action.SAMPLE_TRACE), int.from_bytes(self._entropy(16), "big")

    # Out of the program ---------------------------------------------------------------------------------------------

    def to_save(self, wanted: TraceQuery) -> Review:
        """What is to be saved; the row is left by `save_table`. Raises InputError as `review`."""
        self._presence.require_administrator(Action.EXPORT_TRACE)
        _require_in_order(wanted)
        return Review(self._reader, wanted, self._end())

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
        review = Review(self._reader, TraceQuery(patient_id=patient_id), self._end())
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

    def months_kept(self) -> int:
        """How long rows are kept."""
        self._presence.require_administrator(Action.KEEP_TRACE)
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

    def _review(self, wanted: TraceQuery, action: Action) -> Review:
        _require_in_order(wanted)
        with self._database.atomic():
            self._presence.record(action, self._clock(), patient_id=wanted.patient_id)
        return Review(self._reader, wanted, self._end())

    def _save(self, data: bytes, path: Path, patient_id: PatientId | None) -> None:
        try:
            with made_ready_outside(self._database, path, data) as put_in_place:
                with self._database.atomic():
                    self._presence.record(Action.EXPORT_TRACE, self._clock(), patient_id=patient_id)
                put_in_place()
        except WorldError as error:
            self._presence.record_failure(Action.EXPORT_FAILED, error, patient_id=patient_id)
            raise

    def _end(self) -> Head:
        end = head(self._database)
        assert end is not None  # noqa: S101 - the store was unlocked, and that is a row
        return end


def _require_in_order(query: TraceQuery) -> None:
    if query.since is not None and query.until is not None and query.until < query.since:
        raise InputError("trace.dates_crossed", at="until")
