"""The list of what was tried at the door while the store was closed, kept beside it until it is opened again.

A wrong password is told before anybody has a key, so the list cannot be signed with one. Each entry is signed with
the list's own key, and that key is replaced by its hash at once: whoever comes later can add to the list, but can
neither change nor take away what it says, because the store knows the key that it began with. Only a copy of the whole
list from before can be put back unseen.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from needsform.models import strict_json
from needsform.models.errors import InputError
from needsform.storage.files import write_atomically

_FORMAT = 1
MOST_KEPT = 2_000
"""Entries that the list holds until the store is opened; what is tried after that is counted, but not told apart."""
_MOST_COUNTED = 100_000


class DoorKind(StrEnum):
    """What was tried."""

    PASSWORD = "password"  # noqa: S105 - a kind of try, not a secret
    RECOVERY_KEY = "recovery_key"


@dataclass(frozen=True, slots=True)
class DoorTry:
    """One try that failed. `login` only where somebody has it: what is typed there by mistake may be a password."""

    kind: DoorKind
    login: str
    at: str
    """ISO 8601 with offset."""


@dataclass(frozen=True, slots=True)
class DoorList:
    """What the list says that the store does not know yet."""

    tries: tuple[DoorTry, ...]
    is_whole: bool
    """Whether nothing of it was changed or taken away."""
    count: int
    """How many tries there were since the store was made."""
    key: bytes
    """What the next one is signed with."""


def begin_door_list(path: Path, count: int, key: bytes) -> None:
    """An empty list that goes on from the tries that the store knows. Raises WorldError as `write_atomically`."""
    _write(path, count, key, [])


def add_try(path: Path, tried: DoorTry) -> None:
    """Put a try at the end of the list. A list that is not there or cannot be read is left to be found so.

    Raises WorldError as `write_atomically`.
    """
    read = _read(path)
    if read is None:
        return
    count, key, entries = read
    entry = {"number": count + 1, **asdict(tried)}
    entry["mac"] = _mac(key, entry)
    _write(path, count + 1, _next(key), [*entries, entry][:MOST_KEPT])


def read_door_list(path: Path, known: int, key: bytes) -> DoorList:
    """What was tried after the `known` first tries, each verified from the key that the store has."""
    read = _read(path)
    if read is None or read[0] < known or read[0] - known > _MOST_COUNTED:
        return DoorList((), is_whole=False, count=known, key=key)
    count, last_key, entries = read
    tries: list[DoorTry] = []
    expected = iter([entry for entry in entries if _number(entry) > known])
    is_whole = True
    for number in range(known + 1, count + 1):
        entry = next(expected, None)
        if entry is not None:
            tried = _try_from(entry)
            mac, expected_mac = str(entry.get("mac")).encode(), _mac(key, entry).encode()
            is_signed = _number(entry) == number and hmac.compare_digest(mac, expected_mac)
            is_whole = is_whole and is_signed and tried is not None
            tries += [] if tried is None else [tried]
        elif len(entries) < MOST_KEPT:
            is_whole = False
        key = _next(key)
    return DoorList(tuple(tries), is_whole and hmac.compare_digest(key, last_key), count, key)


Entry = dict[str, object]


def _read(path: Path) -> tuple[int, bytes, list[Entry]] | None:
    try:
        match strict_json.loads(path.read_bytes()):
            case {"format": 1, "count": int(count), "key": str(key), "tries": list(tries)}:
                return count, bytes.fromhex(key), list(_entries(tries))
    except (OSError, InputError, ValueError):
        return None
    return None


def _entries(tries: list[strict_json.Json]) -> Iterator[Entry]:
    for entry in tries:
        if isinstance(entry, dict):
            yield dict(entry)


def _write(path: Path, count: int, key: bytes, entries: list[Entry]) -> None:
    told = {"format": _FORMAT, "count": count, "key": key.hex(), "tries": entries}
    write_atomically(path, json.dumps(told, indent=1).encode())


def _number(entry: Entry) -> int:
    number = entry.get("number")
    return number if isinstance(number, int) else 0


def _try_from(entry: Entry) -> DoorTry | None:
    match entry:
        case {"kind": "password" | "recovery_key" as kind, "login": str(login), "at": str(at)}:
            return DoorTry(DoorKind(str(kind)), login, at)
    return None


def _mac(key: bytes, entry: Entry) -> str:
    content = json.dumps([entry.get(name) for name in ("number", "kind", "login", "at")])
    return hmac.new(key, content.encode(), hashlib.sha256).hexdigest()


def _next(key: bytes) -> bytes:
    return hashlib.sha256(b"needsform door list" + key).digest()
