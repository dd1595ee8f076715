"""Who was erased: in the store, and in a small sealed file beside it that outlives a damaged store.

A backup that is older than an erasure still holds the citizen; whoever restores it lays the tombstones over it. Only
ids of records stand here, random and without meaning anywhere else.
"""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from needsform.models import strict_json
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import PatientId
from needsform.storage.database import Database
from needsform.storage.files import told, write_atomically

Tombstones = Mapping[PatientId, str]
"""When each was erased, in ISO 8601, by the id of the record."""

_FORMAT = 1
_SEAL = b"nf-tombstones"


def bury(database: Database, patient_id: PatientId, at: datetime) -> bool:
    """Erase a citizen with everything that hangs on them, and remember the id; whether there was anybody.

    Must run inside the transaction of the act. The trace keeps its rows, which name nobody.
    """
    existed = database.execute("DELETE FROM patients WHERE id = ?", [patient_id]) == 1
    database.execute(
        "INSERT INTO erasures (patient_id, erased_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [patient_id, at.isoformat()],
    )
    return existed


def tombstones(database: Database) -> dict[PatientId, str]:
    """Everybody who was erased from this store."""
    rows = database.rows("SELECT patient_id, erased_at FROM erasures ORDER BY patient_id")
    return {PatientId(str(row["patient_id"])): str(row["erased_at"]) for row in rows}


def lay(database: Database, stones: Tombstones) -> int:
    """Erase again whoever came back with an older copy; how many there were. Runs inside a transaction.

    Whoever was to stay until further notice when the copy was made was let go of before they were erased.
    """
    database.execute("DELETE FROM holds WHERE patient_id IN (SELECT value FROM json_each(?))", [json.dumps([*stones])])
    return sum(bury(database, patient_id, datetime.fromisoformat(at)) for patient_id, at in stones.items())


def write_beside(path: Path, stones: Tombstones, key: bytes) -> None:
    """Keep the tombstones in a file, sealed with the store's key. Raises WorldError as `write_atomically` does."""
    content = {"format": _FORMAT, "erased": dict(sorted(stones.items()))}
    write_atomically(path, json.dumps({**content, "seal": _seal(content, key)}, indent=1).encode())


def read_beside(path: Path, key: bytes) -> dict[PatientId, str]:
    """The tombstones of a file; none where there is no file.

    Raises WorldError `tombstones.damaged` for a file that was not sealed with this key: nobody is erased on the word
    of whoever can write a file.
    """
    with told():
        if not path.exists():
            return {}
        data = path.read_bytes()
    try:
        match strict_json.loads(data, strict_json.OF_OUR_OWN):
            case {"format": 1, "erased": dict(erased), "seal": str(seal)}:
                content = {"format": _FORMAT, "erased": erased}
                if hmac.compare_digest(seal.encode(), _seal(content, key).encode()):
                    return {PatientId(patient_id): str(at) for patient_id, at in erased.items()}
    except InputError:
        pass
    raise WorldError("tombstones.damaged")


def _seal(content: Mapping[str, object], key: bytes) -> str:
    data = json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
    return hashlib.blake2b(data, key=key, person=_SEAL, digest_size=32).hexdigest()
