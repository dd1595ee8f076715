"""Backups: each a folder with a copy of the store, its keys, and a sealed leaf that says what is in it.

A backup is made under a name that does not count, read again from the disk, compared with the store row by row, and
only then given its name. Whatever is cut off on the way leaves nothing that could be taken for a backup.
"""

import contextlib
import hashlib
import hmac
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from needsform.models.backup import Backup, BackupReason, kept
from needsform.models.errors import WorldError
from needsform.storage import tombstones
from needsform.storage.backup_leaf import KEYS_IN_BACKUP, LEAF, STORE_IN_BACKUP, described, read_leaf, sealed_leaf
from needsform.storage.content import content_of
from needsform.storage.database import open_database, open_unchanging
from needsform.storage.files import private_directory, sync_directory, sync_file, told, write_atomically
from needsform.storage.migrations import migrate

UNFINISHED = ".unfinished-"
"""Begins the name of what is no backup yet, or no more."""
_ROOM = 1024 * 1024
"""Bytes beyond its own size that a backup leaves free: the store must be able to go on."""
_BLOCK = 1024 * 1024

GoOn = Callable[[int], None]
"""Hears how far the work has come, in percent; raises to end it."""


@dataclass(frozen=True, slots=True)
class Source:
    """The store that is copied."""

    store: Path
    keys: Path
    key: bytes


def make_backup(source: Source, folder: Path, made_at: datetime, reason: BackupReason, go_on: GoOn) -> Backup:
    """Copy the store while it may be in use, read the copy again, and keep it. Uses a connection of its own.

    Raises WorldError: `backup.disk_full`, `backup.io_error`, `backup.not_sound` if the copy is not what was read,
    `store.damaged` if the store itself is, and as `files.told` does; then nothing is left in the folder.
    """
    private_directory(folder)
    with _unfinished(folder) as unfinished, _told():
        _require_room(folder, source.store)
        copy = unfinished / STORE_IN_BACKUP
        database = open_database(source.store, source.key)
        try:
            with database.snapshot():
                go_on(0)
                content = content_of(database, source.key, lambda: go_on(5))
                database.copy_to(copy, source.key, lambda left, pages: go_on(25 + 40 * (pages - left) // max(pages, 1)))
                backup = described(database, folder, made_at, reason, content)
        finally:
            database.close()
        write_atomically(unfinished / KEYS_IN_BACKUP, source.keys.read_bytes())
        backup = replace(backup, size=copy.stat().st_size)
        write_atomically(unfinished / LEAF, sealed_leaf(backup, source.key))
        go_on(70)
        check_backup(replace(backup, folder=unfinished), source.key, lambda: go_on(85))
        go_on(95)
        return _name(unfinished, folder, backup)


def copy_backup(backup: Backup, folder: Path, go_on: GoOn) -> Backup:
    """Keep the same backup in another folder too, which may lie on another machine: plain files, read back.

    Raises WorldError as `make_backup` does.
    """
    with _unfinished(folder) as unfinished, _told():
        _require_room(folder, backup.folder / STORE_IN_BACKUP)
        for name in (STORE_IN_BACKUP, KEYS_IN_BACKUP, LEAF):
            written = _copy(backup.folder / name, unfinished / name, lambda: go_on(0))
            if _digest(unfinished / name, lambda: go_on(50)) != written:
                raise WorldError("backup.not_sound")
        return _name(unfinished, folder, backup)


def is_sealed_with(backup: Backup, key: bytes) -> bool:
    """Whether a backup was made with this key, and says of itself what it said then."""
    with told():
        return hmac.compare_digest((backup.folder / LEAF).read_bytes(), sealed_leaf(backup, key))


def check_backup(backup: Backup, key: bytes, go_on: Callable[[], None] | None = None) -> None:
    """Read every page and every row of a backup. Raises WorldError `backup.not_sound`."""
    try:
        if not is_sealed_with(backup, key):
            raise WorldError("backup.not_sound")
        database = open_unchanging(backup.folder / STORE_IN_BACKUP, key)
        try:
            database.verify()
            if not hmac.compare_digest(content_of(database, key, go_on).encode(), backup.content.encode()):
                raise WorldError("backup.not_sound")
        finally:
            database.close()
    except WorldError as error:
        if error.message.message_id.startswith(("store.", "file.")):
            raise WorldError("backup.not_sound") from error
        raise


def forget_in(folder: Path, key: bytes, stones: tombstones.Tombstones, go_on: GoOn) -> int:
    """Make every backup there anew that still holds somebody who was erased; how many that were.

    The old one goes when the new one counts. Backups with another key are left alone: nobody can read them here.
    Raises as `make_backup`, once the others are done: one that is damaged keeps nobody in the rest.
    """
    anew, failed = 0, list[WorldError]()
    for backup in backups_in(folder):
        try:
            if is_sealed_with(backup, key) and _holds(backup, key, stones):
                _without(backup, folder, key, stones, go_on)
                _discard(backup.folder)
                anew += 1
        except WorldError as error:
            failed.append(error)
    if failed:
        raise failed[0]
    return anew


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """What counts as a backup there, newest first; what cannot be read does not count, and is left alone."""
    try:
        folders = [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(UNFINISHED)]
    except OSError:
        return ()
    found = [backup for path in folders if (backup := read_leaf(path)) is not None]
    return tuple(sorted(found, key=lambda backup: (backup.made_at, backup.folder.name), reverse=True))


def thin_out(folder: Path, now: datetime) -> None:
    """Let go of the backups that no day, week or month needs; never of the newest, nor of what is no backup of ours.

    What cannot be taken away stays: a backup too many hurts nobody.
    """
    backups = backups_in(folder)
    staying = kept((backup.made_at for backup in backups), now)
    for backup in backups[1:]:
        if backup.made_at not in staying:
            _discard(backup.folder)


def discard_unfinished(folder: Path) -> None:
    """Take away what a program left that was ended from outside while it made a backup."""
    for path in folder.glob(f"{UNFINISHED}*"):
        shutil.rmtree(path, ignore_errors=True)


def _holds(backup: Backup, key: bytes, stones: tombstones.Tombstones) -> bool:
    database = open_unchanging(backup.folder / STORE_IN_BACKUP, key)
    try:
        return any(database.row("SELECT 1 FROM patients WHERE id = ?", [patient_id]) for patient_id in stones)
    finally:
        database.close()


def _without(backup: Backup, folder: Path, key: bytes, stones: tombstones.Tombstones, go_on: GoOn) -> None:
    with _unfinished(folder) as unfinished, _told():
        _require_room(folder, backup.folder / STORE_IN_BACKUP)
        copy = unfinished / STORE_IN_BACKUP
        _copy(backup.folder / STORE_IN_BACKUP, copy, lambda: go_on(0))
        database = open_database(copy, key)
        try:
            migrate(database)
            with database.atomic():
                tombstones.lay(database, stones)
            database.execute("VACUUM")
            anew = described(database, folder, backup.made_at, backup.reason, content_of(database, key))
        finally:
            database.close()
        sync_file(copy)
        write_atomically(unfinished / KEYS_IN_BACKUP, (backup.folder / KEYS_IN_BACKUP).read_bytes())
        anew = replace(anew, size=copy.stat().st_size)
        write_atomically(unfinished / LEAF, sealed_leaf(anew, key))
        go_on(50)
        check_backup(replace(anew, folder=unfinished), key, lambda: go_on(75))
        _name(unfinished, folder, anew)


@contextlib.contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """A folder to work in, which is gone afterwards unless it was given its name."""
    path = folder / f"{UNFINISHED}{secrets.token_hex(8)}"
    with told():
        path.mkdir(mode=0o700)
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """A disk that refuses is told as what it is here: nothing of the ward's work is at stake."""
    try:
        with told():
            yield
    except WorldError as error:
        if error.message.message_id in ("store.disk_full", "file.disk_full"):
            raise WorldError("backup.disk_full") from error
        if error.message.message_id == "store.io_error":
            raise WorldError("backup.io_error") from error
        raise


def _require_room(folder: Path, store: Path) -> None:
    if shutil.disk_usage(folder).free < store.stat().st_size + _ROOM:
        raise WorldError("backup.disk_full")


def _name(unfinished: Path, folder: Path, backup: Backup) -> Backup:
    """The moment from which on it is a backup."""
    sync_directory(unfinished)
    stamp = backup.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H-%M-%SZ")
    path, number = folder / stamp, 1
    while path.exists():
        number += 1
        path = folder / f"{stamp}-{number}"
    unfinished.rename(path)
    sync_directory(folder)
    return replace(backup, folder=path)


def _discard(folder: Path) -> None:
    """Out of the list at once, and then file by file: what is half gone must not look like a backup."""
    with contextlib.suppress(OSError):
        shutil.rmtree(folder.rename(folder.with_name(f"{UNFINISHED}{secrets.token_hex(8)}")), ignore_errors=True)


def _copy(source: Path, target: Path, go_on: Callable[[], None]) -> bytes:
    """Copy a file to the disk, for its owner alone to read; returns the digest of what was read."""
    digest = hashlib.blake2b()
    with (
        source.open("rb") as reading,
        os.fdopen(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as writing,
    ):
        while block := reading.read(_BLOCK):
            go_on()
            digest.update(block)
            writing.write(block)
        writing.flush()
        os.fsync(writing.fileno())
    return digest.digest()


def _digest(path: Path, go_on: Callable[[], None]) -> bytes:
    digest = hashlib.blake2b()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            go_on()
            digest.update(block)
    return digest.digest()
