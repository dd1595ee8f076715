"""A backup takes the place of the store: made ready beside it, checked, and put in place by one rename that counts.

Until the order is written nothing has happened, and what was made ready is thrown away. From then on the change is
carried out to its end, now or by whoever opens the store next. At every moment there is the old store or the new one.
"""

import contextlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from needsform.models import strict_json
from needsform.models.backup import Backup
from needsform.models.errors import InputError, WorldError
from needsform.storage import tombstones
from needsform.storage.backup_leaf import KEYS_IN_BACKUP, STORE_IN_BACKUP
from needsform.storage.backups import GoOn, is_sealed_with
from needsform.storage.content import content_of
from needsform.storage.database import Database, open_database, open_unchanging
from needsform.storage.files import private_directory, sync_directory, sync_file, told, write_atomically
from needsform.storage.migrations import migrate

ORDER = "needsform.restore.json"
"""While this file is there, the change is decided and not yet carried out."""
SIDE = ".restoring"
"""Ends the names of what is made ready beside the store."""
SET_ASIDE = "set-aside"
"""The folder that keeps what was replaced, as it was."""
KEPT_ASIDE = timedelta(days=30)
"""So long what was replaced can still be looked at."""
_LOGS = ("-wal", "-shm", "-journal")
_UNSOUND = {"store.damaged", "store.wrong_key_or_damaged", "store.missing", "file.no_folder"}
"""What is said of a backup that cannot be read."""


@dataclass(frozen=True, slots=True)
class RestoringKeys:
    """The key that a backup was made with, and the one that the store is to have: today's."""

    backup: bytes
    store: bytes


def make_ready(
    backup: Backup,
    store: Path,
    keys: RestoringKeys,
    stones: tombstones.Tombstones,
    finish: Callable[[Database], None],
    go_on: GoOn,
) -> None:
    """Lay a checked copy of a backup beside the store, in today's shape and without whoever was erased since.

    `finish` writes what the new store is to say of this, in the same transaction. Raises WorldError
    `backup.not_sound`, `store.newer`, and as `files.told` does; the store is untouched.
    """
    go_on(0)
    discard_unready(store)
    side = _beside(store, SIDE)
    _copy_checked(backup, side, keys, go_on)
    database = open_database(side, keys.store)
    try:
        migrate(database)
        with database.atomic():
            tombstones.lay(database, stones)
            finish(database)
        if stones:
            database.execute("VACUUM")
        go_on(90)
        database.verify()
    finally:
        database.close()
    sync_file(side)
    sync_directory(store.parent)


def _copy_checked(backup: Backup, side: Path, keys: RestoringKeys, go_on: GoOn) -> None:
    """The copy has today's key, and is compared with what the backup said of itself when it was made."""
    try:
        if not is_sealed_with(backup, keys.backup):
            raise WorldError("backup.not_sound")
        original = open_unchanging(backup.folder / STORE_IN_BACKUP, keys.backup)
        try:
            original.copy_to(side, keys.store, lambda left, pages: go_on(40 * (pages - left) // max(pages, 1)))
        finally:
            original.close()
        copy = open_unchanging(side, keys.store)
        try:
            copy.verify()
            if content_of(copy, keys.backup, lambda: go_on(60)) != backup.content:
                raise WorldError("backup.not_sound")
        finally:
            copy.close()
    except WorldError as error:
        if error.message.message_id in _UNSOUND:
            raise WorldError("backup.not_sound") from error
        raise


def put_in_place(store: Path, keys: Path, at: datetime, backup_with_keys: Backup | None) -> None:
    """Decide the change and carry it out. With a backup given, its keys come along."""
    if backup_with_keys is not None:
        write_atomically(_beside(keys, SIDE), (backup_with_keys.folder / KEYS_IN_BACKUP).read_bytes())
    aside = _free_name(private_directory(store.parent / SET_ASIDE), at.strftime("%Y-%m-%dT%H-%M-%S"))
    private_directory(aside)
    sync_directory(aside.parent)
    write_atomically(store.with_name(ORDER), json.dumps({"aside": aside.name}).encode())
    carry_out(store, keys)


def is_decided(store: Path) -> bool:
    """Whether a change was decided and not carried out to its end."""
    return store.with_name(ORDER).is_file()


def carry_out(store: Path, keys: Path) -> None:
    """Finish a change that was decided; each step does nothing if it was done before. Raises as `files.told` does."""
    order = store.with_name(ORDER)
    with told():
        aside = private_directory(store.parent / SET_ASIDE / _aside_in(order))
        for path, logs in ((store, _LOGS), (keys, ())):
            side = _beside(path, SIDE)
            if not side.exists():  # this one is in place already, or nothing was to take its place
                continue
            for name in ("", *logs):
                part = _beside(path, name)
                if part.exists():
                    part.replace(aside / part.name)
            sync_directory(aside)
            sync_directory(store.parent)
            side.replace(path)
            sync_directory(store.parent)
        order.unlink(missing_ok=True)
    sync_directory(store.parent)
    with contextlib.suppress(OSError):
        aside.rmdir()  # there was nothing to set aside


def discard_unready(store: Path) -> None:
    """Take away what was made ready and never decided."""
    for path in store.parent.glob(f"*{SIDE}*"):
        with contextlib.suppress(OSError):
            path.unlink()


def let_go_of_set_aside(store: Path, now: datetime) -> None:
    """Let go of what was replaced a month ago: it may hold people who were erased since."""
    folder = store.parent / SET_ASIDE
    for aside in folder.iterdir() if folder.is_dir() else ():
        with contextlib.suppress(OSError):
            if datetime.fromtimestamp(aside.stat().st_mtime, now.tzinfo) < now - KEPT_ASIDE:
                shutil.rmtree(aside, ignore_errors=True)


def _aside_in(order: Path) -> str:
    """Where the order says that the old one goes; a damaged order still means that the change is decided."""
    try:
        match strict_json.loads(order.read_bytes()):
            case {"aside": str(name)} if Path(name).name == name and name not in ("", ".", ".."):
                return name
    except InputError:
        pass
    return "unnamed"


def _free_name(folder: Path, wanted: str) -> Path:
    path, number = folder / wanted, 1
    while path.exists():
        number += 1
        path = folder / f"{wanted}-{number}"
    return path


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f"{path.name}{suffix}")
