"""What lies in the store's folder, told without opening anything.

Standard library only: which screen comes first is decided before anything heavy is imported.
"""

from enum import StrEnum
from pathlib import Path

from needsform.models.errors import WorldError

STORE_NAME = "needsform.db"
KEYS_NAME = "needsform.keys.json"
ANCHOR_NAME = "needsform.anchor.json"
"""The end of the trace, signed (`storage.audit_anchor`)."""
DOOR_LIST_NAME = "needsform.door.json"
"""What was tried while the store was closed, signed (`storage.door_list`)."""
ERASED_NAME = "needsform.erased.json"
"""Who was erased, by id, sealed (`storage.tombstones`)."""
RESTORE_NAME = "needsform.restore.json"
"""There while a backup takes the store's place (`storage.restoring`): opening completes it."""
UNCONFIRMED = ".unconfirmed"
"""Ends the names of a store and keys whose recovery key nobody has confirmed yet."""


class StoreState(StrEnum):
    """What lies in the store's folder."""

    ABSENT = "absent"
    READY = "ready"
    STORE_MISSING = "store_missing"
    KEYS_MISSING = "keys_missing"


def store_state(directory: Path) -> StoreState:
    """What is there. A store without keys, or keys without a store, is never silently begun anew.

    Keys in force beside an unconfirmed store are a confirmation that a power cut broke off: opening completes it, as
    it does a backup that was taking the store's place.
    Raises WorldError `file.no_permission` where the folder cannot be looked into.
    """
    store = directory / STORE_NAME
    try:
        has_keys = (directory / KEYS_NAME).is_file()
        has_store = store.is_file() or (has_keys and beside(store, UNCONFIRMED).is_file())
        is_traced = beside(store, "-wal").is_file()
        is_being_restored = (directory / RESTORE_NAME).is_file()
    except OSError as error:
        raise WorldError("file.no_permission") from error
    if is_being_restored:
        return StoreState.READY
    if has_store:
        return StoreState.READY if has_keys else StoreState.KEYS_MISSING
    return StoreState.STORE_MISSING if has_keys or is_traced else StoreState.ABSENT


def beside(path: Path, suffix: str) -> Path:
    """The file beside another whose name is longer by a suffix."""
    return path.with_name(f"{path.name}{suffix}")
