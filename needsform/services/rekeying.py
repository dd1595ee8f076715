"""Another data key for the whole store: written to a copy, verified, and put in the store's place in one step.

In between, the key file opens both: whichever store a power cut leaves there, everybody's password opens it.
"""

from datetime import datetime
from pathlib import Path

from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.errors import PermissionDenied, WorldError
from needsform.models.practitioner import Role
from needsform.services.key_ring import told_as_behind
from needsform.services.store_state import beside
from needsform.services.unlocked import Unlocked
from needsform.storage import audit
from needsform.storage.database import Database, open_database, was_cut_off
from needsform.storage.files import sync_directory, told
from needsform.storage.key_file import load_slots, save_former_key, save_slots, write_key_file
from needsform.storage.key_slots import KeySlots
from needsform.storage.practitioners import has_first_password, practitioner_by_login

_COPY = ".rekeyed"


def change_key(store: Path, key_file: Path, unlocked: Unlocked, key: bytes, at: datetime) -> None:
    """Bring the store, which nobody has open, from the key in `unlocked` to another.

    Raises PermissionDenied `presence.administrator_only`, `presence.first_password`, and `rekey.old_recovery_key` if
    the printed key cannot come along because it is from before slots had key pairs; WorldError as the files do, with
    the store as it was, and `keys.behind` where it has its new key, but the key file still opens both.
    """
    copy = beside(store, _COPY)
    discard_copy(store)
    try:
        before, coming = _write_copy(store, copy, unlocked, key, at)
        if was_cut_off(store):  # its last pages are not in the file that was copied
            raise WorldError("store.in_use")
        write_key_file(key_file, before.on_the_way_to(coming))
        with told():
            copy.replace(store)
        sync_directory(store.parent)
    except BaseException:
        discard_copy(store)
        raise
    with told_as_behind():
        write_key_file(key_file, coming)


def discard_copy(store: Path) -> None:
    """Take away a copy that never took the store's place."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with told():
            beside(beside(store, _COPY), suffix).unlink(missing_ok=True)


def _write_copy(store: Path, copy: Path, unlocked: Unlocked, key: bytes, at: datetime) -> tuple[KeySlots, KeySlots]:
    """The slots before and after; the copy is whole, verified and on the disk."""
    database = open_database(store, unlocked.key)
    try:
        slots, event = _allowed(database, unlocked)
        database.copy_to(copy, key, _go_on)
    finally:
        database.close()
    coming = slots.sealed_anew(key)
    changed = open_database(copy, key)
    try:
        with changed.atomic():
            save_slots(changed, coming)
            save_former_key(changed, unlocked.key, at)
            audit.record(changed, event, at)
        changed.verify()
    finally:
        changed.close()
    return slots, coming


def _allowed(database: Database, unlocked: Unlocked) -> tuple[KeySlots, AuditEvent]:
    practitioner = practitioner_by_login(database, unlocked.login)
    if practitioner is None or practitioner.role is not Role.ADMINISTRATOR:
        raise PermissionDenied("presence.administrator_only")
    if has_first_password(database, practitioner.id):
        raise PermissionDenied("presence.first_password")
    slots = load_slots(database)
    if slots is None or slots.recovery_slot is None or slots.recovery_slot.version == 1:
        raise PermissionDenied("rekey.old_recovery_key")
    return slots, AuditEvent(action=Action.CHANGE_KEY, actor=Actor.STAFF, practitioner_id=practitioner.id)


def _go_on(_left: int, _all: int) -> None:
    """Nothing stops the copy."""
