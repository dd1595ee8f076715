"""SQLCipher's driver: a connection with its key, and every error turned into the id of a sentence.

SQLCipher must stand in `sys.modules` as `pysqlite3` before sqlite-utils is imported, by whoever is the first: it then
catches this driver's exceptions and not those of the standard library's. Only `storage.database` opens by this.
"""

import contextlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import sqlcipher3
from sqlcipher3 import dbapi2 as driver

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", driver)

from needsform.models.errors import WorldError  # noqa: E402

KEY_LENGTH = 32
"""Bytes of the raw key; SQLCipher derives nothing from a raw key."""
APPLICATION_ID = 0x4E465242
"""Marks the file as this program's (SQLite header, `PRAGMA application_id`)."""
FIRST_SAFE_SQLITE = (3, 51, 3)
"""3.7.0 to 3.51.2 can corrupt a WAL when it is reset (TRUST, decision 1)."""

_WORLD = {
    driver.SQLITE_FULL: "store.disk_full",
    driver.SQLITE_IOERR: "store.io_error",
    driver.SQLITE_CORRUPT: "store.damaged",
    driver.SQLITE_NOTADB: "store.wrong_key_or_damaged",
    driver.SQLITE_BUSY: "store.in_use",
    driver.SQLITE_LOCKED: "store.in_use",
    driver.SQLITE_CANTOPEN: "store.no_permission",
    driver.SQLITE_READONLY: "store.no_permission",
    driver.SQLITE_PERM: "store.no_permission",
    driver.SQLITE_CONSTRAINT: "store.refused",
}
"""What the world can do to a store, by SQLite's primary code. Any other code is our own fault and stays what it is."""

_SAID = {
    "database or disk is full": driver.SQLITE_FULL,
    "disk I/O error": driver.SQLITE_IOERR,
    "database disk image is malformed": driver.SQLITE_CORRUPT,
    "file is not a database": driver.SQLITE_NOTADB,
    "database is locked": driver.SQLITE_BUSY,
    "unable to open database file": driver.SQLITE_CANTOPEN,
}
"""The codes behind SQLite's sentences: an error while copying comes without its code."""

DOUBTFUL = frozenset({driver.SQLITE_IOERR, driver.SQLITE_CORRUPT, driver.SQLITE_NOTADB})
"""After these nobody knows what is on the disk. A full disk is none of them: that change alone is undone."""
OUT_OF_MEMORY = (MemoryError, driver.InterfaceError)
"""The second when there is none for a value that is handed over; values that SQLite does not know, mypy keeps out."""
_CAUSED_BY_FULL_DISK = frozenset({driver.SQLITE_IOERR, driver.SQLITE_CANTOPEN})
"""What SQLite says when there is no room for the small files beside the store."""
_ROOM = 256 * 1024
"""Bytes that must be free for the files beside the store."""


def require_safe_sqlite() -> None:
    """Raises WorldError `store.unsafe_sqlite` for a library that can corrupt a store."""
    if tuple(int(part) for part in driver.sqlite_version.split(".")) < FIRST_SAFE_SQLITE:
        raise WorldError("store.unsafe_sqlite", version=driver.sqlite_version)


def connect(path: Path, key: bytes, *, is_new: bool = False) -> driver.Connection:
    """A connection to a store that lies there, or to an empty file that is to become one. Raises WorldError."""
    if len(key) != KEY_LENGTH:
        raise ValueError("a data key is 32 bytes")
    with sorted_errors(path):
        # Without an isolation level the driver begins nothing by itself: what is not in `atomic` is on disk at once.
        connection = driver.connect(str(path), timeout=2.0, isolation_level=None)
        try:
            give_key(connection, key)
            if is_new:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("SELECT count(*) FROM sqlite_master")  # the key is tried by the first page that is read
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            # Without it, putting a row in place of another would not set off what keeps the other (`schema`).
            connection.execute("PRAGMA recursive_triggers = ON")
        except BaseException:
            connection.close()
            raise
    return connection


@contextlib.contextmanager
def sorted_errors(path: Path) -> Iterator[None]:
    """What the driver says while a store is opened, as what the user can do about it."""
    try:
        yield
    except driver.DatabaseError as error:
        raise world_error(error, path) from error
    except OUT_OF_MEMORY as error:
        raise WorldError("store.no_memory") from error


def give_key(connection: driver.Connection, key: bytes) -> None:
    """The raw key, before anything is read; nothing is logged."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")


def world_error(error: driver.DatabaseError, path: Path) -> WorldError:
    """Sort what the driver says by what the user can do about it; what is our own fault is raised as it is."""
    message_id = _WORLD.get(code_of(error))
    if message_id is None:
        raise error
    if code_of(error) in _CAUSED_BY_FULL_DISK and shutil.disk_usage(path.parent).free < _ROOM:
        return WorldError("store.disk_full")
    return WorldError(message_id)


def code_of(error: driver.DatabaseError) -> int | None:
    """SQLite's primary result code; None where the driver itself complains."""
    return getattr(error, "sqlite_errorcode", None) or _SAID.get(str(error))
