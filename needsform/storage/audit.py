"""The trace in the store: numbered, and each row bound to the one before it by a hash."""

import hashlib
import json
from datetime import datetime

from needsform.models.audit import AuditEvent
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
_LAST = "SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1"
_APPEND = f"INSERT INTO audit_events ({', '.join(_CHAINED)}, hash) VALUES ({', '.join('?' for _ in _CHAINED)}, ?)"


def record(database: Database, event: AuditEvent, at: datetime) -> None:
    """Append one act. Must run inside the transaction of the act itself, so that neither is there without the other."""
    last = database.row(_LAST) or {"seq": 0, "hash": _GENESIS}
    seq = last["seq"]
    assert isinstance(seq, int)  # noqa: S101 - an INTEGER column of a STRICT table
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
    database.execute(_APPEND, [*values, _hash_of(values)])


def first_broken_link(database: Database) -> int | None:
    """The number of the first row that was altered, moved or removed; None if the chain holds.

    Rows cut off at the end leave no mark in the chain itself.
    """
    previous, expected = _GENESIS, 1
    for row in database.rows("SELECT * FROM audit_events ORDER BY seq"):
        if row["seq"] != expected or row["previous_hash"] != previous or row["hash"] != _hash_of_row(row):
            return expected
        previous, expected = str(row["hash"]), expected + 1
    return None


def _hash_of_row(row: Row) -> str:
    return _hash_of([row[column] for column in _CHAINED])


def _hash_of(values: list[Value]) -> str:
    content = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()
