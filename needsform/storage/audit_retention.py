"""Old rows of the trace are let go of, and the chain still holds: the last of them is carried on as a signed mark."""

import calendar
import hashlib
import hmac
from datetime import datetime, timedelta

from needsform.models.audit import Head
from needsform.storage.database import Database, Row

MOST_AT_ONCE = 20_000
"""Rows that one deletion takes: what is over waits for the next."""
_SETTLED_AFTER = timedelta(days=7)
"""How long a clock that has jumped ahead must have gone on from there before anything is deleted by it."""


def due(database: Database, months: int, now: datetime) -> Head | None:
    """The last row that is older than so many months and has only such rows before it; None if none is due.

    A row from a time that has not come yet says nothing about its age, and a clock that has just jumped ahead says
    nothing about anybody's: then nothing is due.
    """
    if jumped_ahead_lately(database, now):
        return None
    limit, present = int(_months_before(now, months).timestamp()), int(now.timestamp())
    first = database.row("SELECT min(seq) AS seq FROM audit_events")
    bound = int(str(first["seq"] or 0)) + MOST_AT_ONCE if first else 0
    young = database.row(
        "SELECT seq FROM audit_events WHERE unixepoch(recorded_at) > ? AND unixepoch(recorded_at) <= ?"
        " ORDER BY seq LIMIT 1",
        [limit, present],
    )
    if young is not None:
        bound = min(bound, int(str(young["seq"])))
    row = database.row(
        "SELECT seq, hash, recorded_at FROM audit_events WHERE seq < ? AND unixepoch(recorded_at) <= ?"
        " ORDER BY seq DESC LIMIT 1",
        [bound, limit],
    )
    return None if row is None else Head(int(str(row["seq"])), str(row["hash"]), str(row["recorded_at"]))


def let_go(database: Database, last: Head, secret: bytes, at: datetime) -> int:
    """Delete all rows up to this one and carry its hash on; how many went. Inside the caller's transaction.

    Raises WorldError `store.refused` for a row that is not half a year older than the newest.
    """
    signature = _signature(secret, last.seq, last.hash)
    database.execute("INSERT INTO audit_carried VALUES (?, ?, ?, ?)", [last.seq, last.hash, at.isoformat(), signature])
    return database.execute("DELETE FROM audit_events WHERE seq <= ?", [last.seq])


def is_carried_right(database: Database, secret: bytes) -> bool:
    """Whether every mark of a deletion was signed by this store."""
    return all(_is_signed(row, secret) for row in database.rows("SELECT seq, hash, signature FROM audit_carried"))


def _is_signed(row: Row, secret: bytes) -> bool:
    signature = _signature(secret, int(str(row["seq"])), str(row["hash"]))
    return hmac.compare_digest(str(row["signature"]).encode(), signature.encode())


def _signature(secret: bytes, seq: int, digest: str) -> str:
    return hmac.new(secret, f"carried|{seq}|{digest}".encode(), hashlib.sha256).hexdigest()


def jumped_ahead_lately(database: Database, now: datetime) -> bool:
    """Whether the clock jumped ahead a short while ago, so that nobody can say what is old."""
    row = database.row(
        "SELECT max(unixepoch(recorded_at)) AS at FROM audit_events"
        " WHERE clock_jump = 'ahead' AND clock_jump <> '' AND unixepoch(recorded_at) <= ?",
        [int(now.timestamp())],
    )
    jumped_at = None if row is None else row["at"]
    return jumped_at is not None and now.timestamp() - int(str(jumped_at)) < _SETTLED_AFTER.total_seconds()


def _months_before(now: datetime, months: int) -> datetime:
    year, month = divmod(now.year * 12 + now.month - 1 - months, 12)
    return now.replace(year=year, month=month + 1, day=min(now.day, calendar.monthrange(year, month + 1)[1]))
