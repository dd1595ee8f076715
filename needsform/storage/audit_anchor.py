"""The anchor of the trace: its last number and hash in a small signed file beside the store.

Rows cut off at the end of the chain, and an older copy of the whole store, leave no mark inside the store. They are
found because the anchor remembers more. It is dropped when the store is opened and closed and when the screen changes
hands, always after the rows are on the disk: a program that is killed leaves an anchor behind the end of the trace,
never one before it. What it does not promise: rows after the last anchor can be cut off unseen, and whoever puts back
an older store together with the older anchor is only found by the head that stands on an exported trace.
"""

import hashlib
import hmac
import json
from pathlib import Path

from needsform.models import strict_json
from needsform.models.audit import Anchorage, Head, Holding
from needsform.models.errors import InputError
from needsform.storage.database import Database
from needsform.storage.files import write_atomically

_FORMAT = 1


def head(database: Database) -> Head | None:
    """The end of the trace; None while it is empty."""
    row = database.row("SELECT seq, hash, recorded_at FROM audit_events ORDER BY seq DESC LIMIT 1")
    return None if row is None else Head(int(str(row["seq"])), str(row["hash"]), str(row["recorded_at"]))


def drop_anchor(path: Path, secret: bytes, end: Head) -> None:
    """Remember this end of the trace. Raises WorldError as `write_atomically`; then the older anchor holds on."""
    told = {"format": _FORMAT, "seq": end.seq, "hash": end.hash, "recorded_at": end.recorded_at}
    write_atomically(path, json.dumps({**told, "mac": _mac(secret, end)}, indent=1).encode())


def anchorage(database: Database, path: Path, secret: bytes, *, is_expected: bool) -> Anchorage:
    """Compare the trace with its anchor.

    `is_expected` says whether this history has left one; if not, whatever lies there is another history's.
    """
    if not is_expected:
        return Anchorage(Holding.HOLDS)
    try:
        anchored = _read(path, secret)
    except FileNotFoundError:
        return Anchorage(Holding.ANCHOR_MISSING)
    except (OSError, InputError):
        return Anchorage(Holding.ANCHOR_ALTERED)
    if anchored is None:
        return Anchorage(Holding.ANCHOR_ALTERED)
    end = head(database)
    if end is None or end.seq < anchored.seq:
        return Anchorage(Holding.ROWS_MISSING, end, anchored)
    found = database.row("SELECT hash FROM audit_events WHERE seq = ?", [anchored.seq])
    carried = database.row("SELECT max(seq) AS seq FROM audit_carried")
    if found is None and carried is not None and int(str(carried["seq"] or 0)) >= anchored.seq:
        return Anchorage(Holding.HOLDS, end, anchored)  # deleted on time since
    holds = found is not None and hmac.compare_digest(str(found["hash"]).encode(), anchored.hash.encode())
    return Anchorage(Holding.HOLDS if holds else Holding.ANOTHER_HISTORY, end, anchored)


def _read(path: Path, secret: bytes) -> Head | None:
    """The anchored end; None if its signature is not that of this store."""
    match strict_json.loads(path.read_bytes()):
        case {"format": 1, "seq": int(seq), "hash": str(digest), "recorded_at": str(recorded_at), "mac": str(mac)}:
            anchored = Head(seq, digest, recorded_at)
            return anchored if hmac.compare_digest(mac.encode(), _mac(secret, anchored).encode()) else None
    return None


def _mac(secret: bytes, end: Head) -> str:
    content = f"anchor|{_FORMAT}|{end.seq}|{end.hash}|{end.recorded_at}"
    return hmac.new(secret, content.encode(), hashlib.sha256).hexdigest()
