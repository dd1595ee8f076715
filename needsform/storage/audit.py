"""The trace in the store: numbered, and each row bound to the one before it by a hash."""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime

from needsform.models.audit import AuditEvent, ClockJump, clock_jump
from needsform.storage.database import Database, Row, Value

_GENESIS = "0" * 64
_CHAINED = (
    "seq",
    "recorded_at",
    "practitioner_id",
    "actor",
    "action",
    "patient_id",
    "assessment_id",
    "detail",
    "previous_hash",
)
_LAST = "SELECT seq, hash, recorded_at FROM audit_events ORDER BY seq DESC LIMIT 1"
_NEXT = "SELECT * FROM audit_events WHERE seq > ? ORDER BY seq LIMIT ?"
_AT_ONCE = 2_000
"""Rows that are read at once, so that whoever waits can be told, and can stop."""
_APPEND = (
    f"INSERT INTO audit_events ({', '.join(_CHAINED)}, clock_jump, hash)"
    f" VALUES ({', '.join('?' for _ in _CHAINED)}, ?, ?)"
)


def record(database: Database, event: AuditEvent, at: datetime) -> ClockJump:
    """Append one act; returns whether the clock jumped, which the row says too.

    Must run inside the transaction of the act itself, so that neither is there without the other.
    """
    last = database.row(_LAST) or {"seq": 0, "hash": _GENESIS, "recorded_at": at.isoformat()}
    seq = last["seq"]
    assert isinstance(seq, int)  # noqa: S101 - an INTEGER column of a STRICT table
    jump = clock_jump(datetime.fromisoformat(str(last["recorded_at"])), at)
    values: list[Value] = [
        seq + 1,
        at.isoformat(),
        event.practitioner_id,
        event.actor.value,
        event.action.value,
        event.patient_id,
        event.assessment_id,
        event.detail,
        last["hash"],
    ]
    database.execute(_APPEND, [*values, jump.value, _hash_of(values, jump)])
    return jump


def first_broken_link(database: Database, heard: Callable[[int], None] | None = None) -> int | None:
    """The number of the first row that was altered, moved or removed; None if the chain holds.

    The chain begins where rows were let go of, or with the first act. `heard` is told how many rows were read, after
    every few thousand, and may raise to stop. Rows cut off at the end leave no mark here: see `audit_anchor`.
    """
    beginning = database.row("SELECT seq, hash FROM audit_carried ORDER BY seq DESC LIMIT 1")
    last, previous = (int(str(beginning["seq"])), str(beginning["hash"])) if beginning else (0, _GENESIS)
    if database.row("SELECT 1 FROM audit_events WHERE seq <= ?", [last]) is not None:
        return last
    read = 0
    while rows := database.rows(_NEXT, [last, _AT_ONCE]):
        for row in rows:
            if row["seq"] != last + 1 or row["previous_hash"] != previous or row["hash"] != _hash_of_row(row):
                return last + 1
            last, previous = last + 1, str(row["hash"])
        read += len(rows)
        if heard is not None:
            heard(read)
    return None


def _hash_of_row(row: Row) -> str:
    return _hash_of([row[column] for column in _CHAINED], row["clock_jump"])


def _hash_of(values: list[Value], jump: Value) -> str:
    """The hash of a row. Where the clock did not jump it is that of a row from before jumps were told."""
    content = json.dumps([*values, jump] if jump else values, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()
