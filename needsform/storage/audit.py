"""The trace in the store: numbered, and each row bound to the one before it by a hash."""

import hashlib
import json
from datetime import datetime

from needsform.models.audit import AuditEvent
from needsform.storage.database import Database, Row

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


def record(database: Database, event: AuditEvent, at: datetime) -> None:
    """Append one act. Must run inside the transaction of the act itself, so that neither is there without the other."""
    last = database.row("SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1")
    row: dict[str, str | int | float | bytes | None] = {
        "seq": int(last["seq"] or 0) + 1 if last else 1,
        "recorded_at": at.isoformat(),
        "practitioner_id": event.practitioner_id,
        "actor": event.actor.value,
        "action": event.action.value,
        "patient_id": event.patient_id,
        "assessment_id": event.assessment_id,
        "detail": event.detail,
        "previous_hash": str(last["hash"]) if last else _GENESIS,
    }
    row["hash"] = _hash_of(row)
    columns = (*_CHAINED, "hash")
    places = ", ".join("?" for _ in columns)
    database.execute(
        f"INSERT INTO audit_events ({', '.join(columns)}) VALUES ({places})",
        [row[column] for column in columns],
    )


def first_broken_link(database: Database) -> int | None:
    """The number of the first row that was altered, moved or removed; None if the chain holds."""
    previous, expected = _GENESIS, 1
    for row in database.rows("SELECT * FROM audit_events ORDER BY seq"):
        if row["seq"] != expected or row["previous_hash"] != previous or row["hash"] != _hash_of(row):
            return expected
        previous, expected = str(row["hash"]), expected + 1
    return None


def _hash_of(row: Row) -> str:
    content = json.dumps([row[column] for column in _CHAINED], ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()
