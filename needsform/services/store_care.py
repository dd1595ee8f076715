"""What a store may need before it is opened, and takes long: looked through after a bad end, brought up to date.

Runs on a worker with a connection of its own, which is closed when this returns.
"""

import contextlib
from pathlib import Path

from needsform.models.backup import BackupReason
from needsform.models.errors import WorldError
from needsform.services.backup_folders import BackupFolders
from needsform.services.clock import Clock
from needsform.services.store_state import ERASED_NAME
from needsform.storage.backups import Source, discard_unfinished, make_backup
from needsform.storage.database import Database, open_database
from needsform.storage.migrations import is_outdated, migrate
from needsform.storage.outgoing_files import take_away_unfinished
from needsform.storage.tombstones import lay, read_beside, tombstones, write_beside


def bring_up_to_date(source: Source, clock: Clock, *, is_in_doubt: bool, is_first: bool) -> None:
    """Read every page if nobody knows how the store was left, and give it today's shape, after a backup that counts.

    The first time since the program was started, when nothing can be under way, what a killed one left half done among
    the backups and in folders of the user's goes. Raises WorldError: `store.newer` with nothing changed,
    `store.damaged`, and as `make_backup`; then the store has the shape that it had.
    """
    database = open_database(source.store, source.key)
    folders = BackupFolders(source.store.parent)
    try:
        if is_in_doubt:
            database.verify()
        if is_first:
            discard_unfinished(folders.own)
        if is_outdated(database):
            make_backup(source, folders.own, clock(), BackupReason.BEFORE_MIGRATION, _go_on)
            migrate(database)
        if is_first:
            _take_away_unfinished(database)
    finally:
        database.close()


def keep_erased_away(database: Database, directory: Path, key: bytes) -> None:
    """Bring the store and the file beside it to agree on who was erased: whoever either knows of.

    A file that this store's key did not seal erases nobody, and is written anew.
    """
    path, in_store = directory / ERASED_NAME, tombstones(database)
    try:
        beside = read_beside(path, key)
    except WorldError:
        beside = {}
    missing = {patient_id: at for patient_id, at in beside.items() if patient_id not in in_store}
    if missing:
        with database.atomic():
            lay(database, missing)
    if beside != {**in_store, **missing}:
        with contextlib.suppress(WorldError):  # the store knows; the file is written at the next opening
            write_beside(path, {**in_store, **missing}, key)


def _take_away_unfinished(database: Database) -> None:
    """Nobody is kept out because the disk is full: then it is tried again at the next start."""
    try:
        take_away_unfinished(database)
    except WorldError as error:
        if error.message.message_id != "store.disk_full":
            raise


def _go_on(_percent: int) -> None:
    """Nobody can stop this: without a backup the shape is not changed."""
