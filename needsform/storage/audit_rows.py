"""Rows → entries of the trace for whoever reviews it: by page, by number, by what is looked for."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from needsform.models.audit import Action, Actor, ClockJump, TraceEntry, TraceQuery
from needsform.models.identity import AssessmentId, PatientId, PractitionerId
from needsform.storage.database import Database, Row, Value

_ENTRIES = (
    "SELECT e.*, json_extract(s.data, '$.name') AS practitioner_name, c.name AS patient_name,"
    " json_extract(k.data, '$.name') AS colleague_name FROM audit_events e"
    " LEFT JOIN practitioners s ON s.id = e.practitioner_id LEFT JOIN patients c ON c.id = e.patient_id"
    " LEFT JOIN practitioners k ON e.detail LIKE 'practitioner=%' AND k.id = substr(e.detail, 14)"
)
_DAY = "substr(e.recorded_at, 1, 10)"
"""The day on the wall when the row was written: clocks may have changed since."""
_AT_ONCE = 2_000
"""Rows read at once where all are wanted, and numbers asked for in one statement."""


def entries(database: Database, query: TraceQuery, *, before: int | None, limit: int) -> list[TraceEntry]:
    """The newest entries that were recorded before the row of a number; without one, the newest of all."""
    conditions, values = _conditions(query)
    if before is not None:
        conditions.append("e.seq < ?")
        values.append(before)
    rows = database.rows(f"{_ENTRIES}{_where(conditions)} ORDER BY e.seq DESC LIMIT ?", [*values, limit])
    return [_entry(row) for row in rows]


def all_entries(database: Database, query: TraceQuery, *, until: int) -> Iterator[list[TraceEntry]]:
    """Every entry up to the row of a number, oldest first, some thousands at a time."""
    conditions, values = _conditions(query)
    where = _where([*conditions, "e.seq > ?", "e.seq <= ?"])
    last = 0
    while rows := database.rows(f"{_ENTRIES}{where} ORDER BY e.seq LIMIT ?", [*values, last, until, _AT_ONCE]):
        found = [_entry(row) for row in rows]
        yield found
        last = found[-1].seq


def numbers(database: Database, query: TraceQuery) -> list[int]:
    """The numbers of all rows that are looked for, in order."""
    conditions, values = _conditions(query)
    found = database.rows(f"SELECT e.seq FROM audit_events e{_where(conditions)} ORDER BY e.seq", values)
    return [int(str(row["seq"])) for row in found]


def entries_of(database: Database, seqs: Sequence[int]) -> list[TraceEntry]:
    """The entries with these numbers, newest first; at most some thousands."""
    marks = ", ".join("?" for _ in seqs)
    return [_entry(row) for row in database.rows(f"{_ENTRIES} WHERE e.seq IN ({marks}) ORDER BY e.seq DESC", seqs)]


def row_count(database: Database) -> int:
    """How many rows there are, without counting them: they are numbered without a gap."""
    row = database.row("SELECT (SELECT max(seq) FROM audit_events) - (SELECT min(seq) FROM audit_events) + 1 AS n")
    return int(str(row["n"] or 0)) if row else 0


def staff_in_trace(database: Database) -> list[tuple[PractitionerId, str]]:
    """Everybody who works or worked here, by name."""
    rows = database.rows("SELECT id, json_extract(data, '$.name') AS name FROM practitioners ORDER BY name")
    return [(PractitionerId(str(row["id"])), str(row["name"])) for row in rows]


def _conditions(query: TraceQuery) -> tuple[list[str], list[Value]]:
    conditions: list[str] = []
    values: list[Value] = []

    def add(condition: str, value: Value) -> None:
        conditions.append(condition)
        values.append(value)

    if query.since is not None:
        add(f"{_DAY} >= ?", query.since.isoformat())
    if query.until is not None:
        add(f"{_DAY} <= ?", query.until.isoformat())
    if query.practitioner_id is not None:
        add("e.practitioner_id = ?", query.practitioner_id)
    if query.patient_id is not None:
        add("e.patient_id = ?", query.patient_id)
    if query.action is not None:
        add("e.action = ?", query.action.value)
        if query.action is not Action.ANSWER:  # the words by which SQLite knows the index that leaves the ticks out
            conditions.append("e.action <> 'answer'")
    return conditions, values


def _where(conditions: Sequence[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _entry(row: Row) -> TraceEntry:
    def text(column: str) -> str:
        return str(row[column] or "")

    return TraceEntry(
        seq=int(str(row["seq"])),
        recorded_at=datetime.fromisoformat(text("recorded_at")),
        action=Action(text("action")),
        actor=Actor(text("actor")),
        practitioner_id=PractitionerId(text("practitioner_id")) if row["practitioner_id"] else None,
        practitioner_name=text("practitioner_name"),
        patient_id=PatientId(text("patient_id")) if row["patient_id"] else None,
        patient_name=text("patient_name"),
        colleague_name=text("colleague_name"),
        assessment_id=AssessmentId(text("assessment_id")) if row["assessment_id"] else None,
        detail=text("detail"),
        clock_jump=ClockJump(text("clock_jump")),
        hash=text("hash"),
    )
