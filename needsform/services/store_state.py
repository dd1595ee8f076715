"""What lies in the store's folder, told without opening anything.

Standard library only: which screen comes first is decided before anything heavy is imported.
"""

from enum import StrEnum
from pathlib import Path

STORE_NAME = "needsform.db"
KEYS_NAME = "needsform.keys.json"


class StoreState(StrEnum):
    """What lies in the store's folder."""

    ABSENT = "absent"
    READY = "ready"
    STORE_MISSING = "store_missing"
    KEYS_MISSING = "keys_missing"


def store_state(directory: Path) -> StoreState:
    """What is there. A store without keys, or keys without a store, is never silently begun anew."""
    has_store, has_keys = (directory / STORE_NAME).is_file(), (directory / KEYS_NAME).is_file()
    if has_store and has_keys:
        return StoreState.READY
    if has_keys:
        return StoreState.STORE_MISSING
    return StoreState.KEYS_MISSING if has_store else StoreState.ABSENT
