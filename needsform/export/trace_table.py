"""The trace as a table for a spreadsheet: who, when, what, whom in words, and the chain, to be verified elsewhere.

A citizen is told by the record's number alone: the file lies outside the encrypted store.
"""

from collections.abc import Iterable
from datetime import datetime

from needsform.export.csv_table import csv_bytes
from needsform.models import trace_words
from needsform.models.audit import Head, TraceEntry
from needsform.models.words import Words

_COLUMNS = ("number", "when", "who", "what", "record", "detail", "clock", "link")


def render_trace(entries: Iterable[TraceEntry], end: Head, words: Words) -> bytes:
    """The entries, oldest first, and in the last line the end of the whole trace: a printed anchor."""
    return csv_bytes([words.text(f"trace.column.{column}") for column in _COLUMNS], _rows(entries, end, words))


def _rows(entries: Iterable[TraceEntry], end: Head, words: Words) -> Iterable[tuple[str, ...]]:
    for entry in entries:
        yield (
            str(entry.seq),
            entry.recorded_at.isoformat(timespec="seconds"),
            trace_words.who(entry, words),
            words.of(entry.action),
            entry.patient_id or "",
            trace_words.detail(entry, words),
            trace_words.clock(entry, words),
            entry.hash,
        )
    at = datetime.fromisoformat(end.recorded_at).isoformat(timespec="seconds")
    yield str(end.seq), at, "", words.text("trace.head"), "", "", "", end.hash
