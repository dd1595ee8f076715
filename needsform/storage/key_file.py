"""The slots as they lie in the key file beside the store, and as the store itself keeps them.

The store's own copy is the one that holds: it changes in one transaction with the trace. The file is written after it,
and brought up to it at the next opening if a power cut came between.
"""

import base64
import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from needsform.models import strict_json
from needsform.models.errors import InputError, WorldError
from needsform.models.strict_json import Json
from needsform.storage.database import Database
from needsform.storage.files import world_error, write_atomically
from needsform.storage.key_slots import (
    NONCE_BYTES,
    PUBLIC_BYTES,
    SALT_BYTES,
    SEALED_BYTES,
    WRAPPED_BYTES,
    KdfParameters,
    KeySlot,
    KeySlots,
    SlotKind,
)

_FORMAT = 2


def read_key_file(path: Path) -> KeySlots:
    """The slots in a key file. Raises WorldError `keys.missing`, `keys.damaged`, `keys.newer`."""
    try:
        return _slots_from(path.read_bytes())
    except FileNotFoundError as error:
        raise WorldError("keys.missing") from error
    except OSError as error:
        raise world_error(error) from error


def write_key_file(path: Path, slots: KeySlots) -> None:
    """Write the slots in one step. Raises WorldError as `write_atomically` does."""
    write_atomically(path, _slots_to(slots))


def load_slots(database: Database) -> KeySlots | None:
    """The slots as the store keeps them; None in a store that has not kept any yet."""
    row = database.row("SELECT data FROM key_slots")
    return None if row is None else _slots_from(str(row["data"]).encode())


def save_slots(database: Database, slots: KeySlots) -> None:
    """Keep the slots in the store; inside the transaction of whoever changes them."""
    database.execute(
        "INSERT INTO key_slots (id, data) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET data = excluded.data",
        [_slots_to(slots).decode()],
    )


def former_keys(database: Database) -> tuple[bytes, ...]:
    """The keys that this store had before, the latest first: backups from then open with them."""
    rows = database.rows("SELECT key FROM former_keys ORDER BY rowid DESC")
    return tuple(key for row in rows if isinstance(key := row["key"], bytes))


def save_former_key(database: Database, key: bytes, at: datetime) -> None:
    """Remember a key that the store has no longer."""
    database.execute("INSERT OR REPLACE INTO former_keys VALUES (?, ?)", [key, at.isoformat()])


def _slots_to(slots: KeySlots) -> bytes:
    entries = [_slot_to(slot) for slot in slots.slots]
    data = {"format": _FORMAT, "store": slots.store_id, "generation": slots.generation, "slots": entries}
    return json.dumps(data, indent=1).encode()


def _slots_from(data: bytes) -> KeySlots:
    try:
        read = strict_json.loads(data)
    except InputError as error:
        raise WorldError("keys.damaged") from error
    match read:
        case {"format": int(number)} if number > _FORMAT:
            raise WorldError("keys.newer")
        case {"format": 1, "store": str(store_id), "slots": list(entries)}:
            return KeySlots(store_id, tuple(_slot_from(entry) for entry in entries))
        case {"format": 2, "store": str(store_id), "generation": int(generation), "slots": list(entries)}:
            return KeySlots(store_id, tuple(_slot_from(entry) for entry in entries), generation)
    raise WorldError("keys.damaged")


def _slot_to(slot: KeySlot) -> dict[str, object]:
    kdf: dict[str, object] = {"name": "argon2id", **asdict(slot.kdf)}
    named = {"salt": slot.salt, "nonce": slot.nonce, "wrapped": slot.wrapped}
    paired = {"public": slot.public, "sealed": slot.sealed, "sealed_next": slot.sealed_next}
    written = {name: base64.b64encode(raw).decode() for name, raw in (named | paired).items() if raw}
    return {"holder": slot.holder, "kind": slot.kind.value, "kdf": kdf, **written}


def _slot_from(entry: Json) -> KeySlot:
    match entry:
        case {
            "holder": str(holder),
            "kind": "password" | "recovery" as kind,
            "kdf": {
                "name": "argon2id",
                "memory_kib": int(memory_kib),
                "iterations": int(iterations),
                "lanes": int(lanes),
            },
            "salt": str(salt),
            "nonce": str(nonce),
            "wrapped": str(wrapped),
            **pair,
        }:
            kdf = KdfParameters(memory_kib, iterations, lanes)
            if kdf.are_sound:
                raw = (_bytes(salt, SALT_BYTES), _bytes(nonce, NONCE_BYTES), _bytes(wrapped, WRAPPED_BYTES))
                return KeySlot(holder, SlotKind(str(kind)), kdf, *raw, *_pair_from(pair))
    raise WorldError("keys.damaged")


def _pair_from(entry: dict[object, object]) -> tuple[bytes, ...]:
    match entry:
        case {"public": str(public), "sealed": str(sealed), "sealed_next": str(sealed_next)}:
            pass
        case {"public": str(public), "sealed": str(sealed)}:
            sealed_next = ""
        case {"public": _} | {"sealed": _} | {"sealed_next": _}:
            raise WorldError("keys.damaged")
        case _:
            return ()
    both = _bytes(public, PUBLIC_BYTES), _bytes(sealed, SEALED_BYTES)
    return (*both, _bytes(sealed_next, SEALED_BYTES)) if sealed_next else both


def _bytes(text: str, length: int) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise WorldError("keys.damaged") from error
    if len(raw) != length:
        raise WorldError("keys.damaged")
    return raw
