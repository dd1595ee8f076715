"""Everything that a day has left, read by the program's own ways, as the next start would."""

import contextlib
import hashlib
import json
import re
import stat
from collections.abc import Iterator
from dataclasses import asdict
from itertools import count
from pathlib import Path

from needsform.models.errors import InputError
from needsform.services.access import Access
from needsform.services.restoring import Restoring
from needsform.services.store_state import STORE_NAME, StoreState
from needsform.services.workstation import load_settings
from needsform.storage.audit import first_broken_link
from needsform.storage.backups import UNFINISHED, check_backup
from needsform.storage.content import table_names
from needsform.storage.database import Database, open_database
from tests.clock import StandingClock
from tests.faults.day import FIRST_PASSWORD, NEW_PASSWORD
from tests.faults.ticking import MORNING
from tests.ward import CHEAP, PASSWORD, entropy

Facts = dict[str, object]
"""What a person would find, as JSON, with ids numbered in the order in which they appear."""

_KEPT_ASIDE = {"audit_state", "key_slots", "former_keys", "audit_carried", "audit_events", "_sqlite_migrations"}
"""Tables that time and chance fill; what they are for is tried by opening and by verifying."""
_COMES_AND_GOES = {"log_in", "lock", "refused", "export_failed", "print_failed", "unlock_failed", "trace_fault"}
"""Rows of the trace that tell of the faults themselves."""
_LEFT_OVER = re.compile(rf"\.part$|\.unconfirmed|\.rekeyed|\.restoring|-journal$|^{re.escape(UNFINISHED)}")
_ID = re.compile(r"[0-9a-f]{32}")


def found(folder: Path) -> Facts:
    """Open what lies in the folder of a day as a person would, and tell what they find.

    Raises AssertionError for whatever must never be: a damaged store, a broken trace, something half or left over.
    """
    store = folder / "store"
    door = Access(store, StandingClock(MORNING), entropy(), CHEAP, uptime=_hours().__next__)
    if door.state() is not StoreState.READY:
        assert door.state() is StoreState.ABSENT, door.state()
        return {"state": "absent", "exports": _exports(folder)}
    password = _password(door)
    key = door.unlock("karin", password).key
    facts: Facts = {
        "state": "ready",
        "password": password,
        "colleague": _has_colleague(door),
        "settings": asdict(load_settings(store)),
        "backups": _sound_backups(store, door, key),
        "exports": _exports(folder),
    }
    door.leave()
    database = open_database(store / STORE_NAME, key)
    try:
        database.verify()
        assert first_broken_link(database) is None, "the trace is broken"
        facts["rows"] = _rows(database)
        facts["alarms"] = database.rows("SELECT detail FROM audit_events WHERE action = 'trace_fault'")
    finally:
        database.close()
    _require_tidy(folder)
    return facts


def _password(door: Access) -> str:
    """Whichever password is Karin's now. Whatever has to be completed or tidied away is, by opening with it."""
    for password in (PASSWORD, NEW_PASSWORD):
        with contextlib.suppress(InputError):
            door.open(door.unlock("karin", password)).close()
            return password
    raise AssertionError("no password opens the store")


def _has_colleague(door: Access) -> bool:
    try:
        door.open(door.unlock("mads", FIRST_PASSWORD)).close()
    except InputError:
        return False
    return True


def _sound_backups(store: Path, door: Access, key: bytes) -> int:
    """How many backups count; each of them is read through."""
    backups = Restoring(store, door, StandingClock(MORNING)).backups()
    for backup in backups:
        check_backup(backup, key)
    return len(backups)


def _exports(folder: Path) -> dict[str, str]:
    """What the user saved; nothing else may be left there."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (folder / "exports").iterdir()}


def _rows(database: Database) -> dict[str, object]:
    tables: dict[str, list[dict[str, object]]] = {}
    for name in table_names(database):
        if name not in _KEPT_ASIDE:
            tables[name] = [dict(row) for row in database.rows(f'SELECT * FROM "{name}"')]
    acts = [str(row["action"]) for row in database.rows("SELECT action FROM audit_events ORDER BY seq")]
    told: dict[str, object] = {**tables, "acts": [act for act in acts if act not in _COMES_AND_GOES]}
    numbers: dict[str, str] = {}
    text = json.dumps(told, sort_keys=True, default=bytes.hex)
    numbered = _ID.sub(lambda found: numbers.setdefault(found[0], f"id-{len(numbers)}"), text)
    read: dict[str, object] = json.loads(numbered)
    return read


def _require_tidy(folder: Path) -> None:
    """Nothing is left over once the program was opened again, and nobody else can look into anything."""
    for path in (folder / "store", *(folder / "store").rglob("*")):
        assert not _LEFT_OVER.search(path.name), f"{path.name} is left over"
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), f"{path.name} has mode {mode:o}"


def _hours() -> Iterator[float]:
    """Between two passwords an hour passes, so that nobody is slowed."""
    return count(10_000_000.0, 4_000.0)
