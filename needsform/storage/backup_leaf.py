"""The leaf in a backup's folder: what is in it, sealed with the key of the store."""

import hashlib
import json
from datetime import datetime
from pathlib import Path

from needsform.models import strict_json
from needsform.models.backup import Backup, BackupReason
from needsform.models.errors import InputError
from needsform.storage.database import Database

STORE_IN_BACKUP, KEYS_IN_BACKUP, LEAF = "needsform.db", "needsform.keys.json", "backup.json"
_FORMAT = 1
_SEAL = b"nf-backup"


def described(database: Database, folder: Path, made_at: datetime, reason: BackupReason, content: str) -> Backup:
    """What a copy of the store is to say of itself; `content` is the digest of its rows. Its size is not known yet."""
    counts = database.row("SELECT (SELECT count(*) FROM patients) AS p, (SELECT count(*) FROM assessments) AS a") or {}
    last = database.row("SELECT seq, recorded_at FROM audit_events ORDER BY seq DESC LIMIT 1")
    return Backup(
        folder=folder,
        made_at=made_at,
        reason=reason,
        citizens=int(counts["p"] or 0),
        assessments=int(counts["a"] or 0),
        changed_at=None if last is None else datetime.fromisoformat(str(last["recorded_at"])),
        last_event=0 if last is None else int(last["seq"] or 0),
        size=0,
        content=content,
    )


def sealed_leaf(backup: Backup, key: bytes) -> bytes:
    """The bytes of `backup.json`, sealed: whoever has the key can tell whether somebody else wrote it."""
    facts = {
        "format": _FORMAT,
        "made_at": backup.made_at.isoformat(),
        "reason": backup.reason.value,
        "citizens": backup.citizens,
        "assessments": backup.assessments,
        "changed_at": None if backup.changed_at is None else backup.changed_at.isoformat(),
        "last_event": backup.last_event,
        "size": backup.size,
        "content": backup.content,
    }
    seal = hashlib.blake2b(json.dumps(facts).encode(), key=key, person=_SEAL, digest_size=32).hexdigest()
    return json.dumps({**facts, "seal": seal}, indent=1).encode()


def read_leaf(folder: Path) -> Backup | None:
    """What a folder says of itself; None if it is no backup, or not a whole one. Whether it is true, nobody asks."""
    try:
        facts = strict_json.loads((folder / LEAF).read_bytes())
        is_whole = (folder / KEYS_IN_BACKUP).is_file()
        size = (folder / STORE_IN_BACKUP).stat().st_size
        match facts:
            case {
                "format": 1,
                "made_at": str(made_at),
                "reason": str(reason),
                "citizens": int(citizens),
                "assessments": int(assessments),
                "changed_at": None | str() as changed_at,
                "last_event": int(last_event),
                "size": int(told_size),
                "content": str(content),
            } if is_whole and size == told_size:
                return Backup(
                    folder=folder,
                    made_at=datetime.fromisoformat(made_at),
                    reason=BackupReason(reason),
                    citizens=citizens,
                    assessments=assessments,
                    changed_at=None if changed_at is None else datetime.fromisoformat(str(changed_at)),
                    last_event=last_event,
                    size=size,
                    content=content,
                )
    except (OSError, InputError, ValueError):
        pass
    return None
