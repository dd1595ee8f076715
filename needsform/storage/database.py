"""The encrypted store: opened with the raw data key, and every error of the driver turned into a sentence's id.

The only module that touches the driver. SQLCipher must stand in `sys.modules` as `pysqlite3` before sqlite-utils
is imported: sqlite-utils then catches this driver's exceptions and not those of the standard library's.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import sqlcipher3
from sqlcipher3 import dbapi2 as driver

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", driver)

import sqlite_utils  # noqa: E402

from needsform.models.errors import WorldError  # noqa: E402

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = Mapping[str, Value]

KEY_LENGTH = 32
"""Bytes of the raw key; SQLCipher derives nothing from a raw key."""
APPLICATION_ID = 0x4E465242
"""Marks the file as this program's (SQLite header, `PRAGMA application_id`)."""
FIRST_SAFE_SQLITE = (3, 51, 3)
"""3.7.0 to 3.51.2 can corrupt a WAL when it is reset (TRUST, decision 1)."""


class Database:
    """One open connection to the store, usable from the thread that opened it.

    After an I/O error nothing more is acknowledged: every call raises `store.stopped` until the store is opened
    anew (TRUST, decision 2).
    """

    def __init__(self, connection: driver.Connection) -> None:
        self._connection = connection
        self._tables = sqlite_utils.Database(connection, execute_plugins=False)
        self._stopped = False

    @property
    def tables(self) -> sqlite_utils.Database:
        """The sqlite-utils view of the store, for migrations and plain inserts."""
        return self._tables

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """All or nothing; nested blocks are savepoints. On return from the outermost the data is on disk."""
        with self._translated(), self._tables.atomic():
            yield

    def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; the number of rows that it changed."""
        with self._translated():
            return int(self._connection.execute(sql, tuple(values)).rowcount)

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query, each by column name."""
        with self._translated():
            cursor = self._connection.execute(sql, tuple(values))
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def close(self) -> None:
        """Fold the WAL into the file and let go of it."""
        try:
            if not self._stopped:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._connection.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        if self._stopped:
            raise WorldError("store.stopped")
        try:
            yield
        except driver.DatabaseError as error:
            translated = _world_error(error)
            self._stopped = translated.message.message_id in ("store.disk_full", "store.io_error", "store.damaged")
            raise translated from error


def create_database(path: Path, key: bytes) -> Database:
    """A new, empty store at a path where nothing may lie yet. Raises WorldError `store.exists`."""
    if path.exists():
        raise WorldError("store.exists")
    return _connect(path, key)


def open_database(path: Path, key: bytes) -> Database:
    """An existing store.

    Raises WorldError: `store.missing` (and makes no new one), `store.wrong_key_or_damaged`, `store.in_use`.
    """
    if not path.is_file():
        raise WorldError("store.missing")
    return _connect(path, key)


def _connect(path: Path, key: bytes) -> Database:
    if tuple(int(part) for part in driver.sqlite_version.split(".")) < FIRST_SAFE_SQLITE:
        raise WorldError("store.unsafe_sqlite", version=driver.sqlite_version)
    if len(key) != KEY_LENGTH:
        raise ValueError("a data key is 32 bytes")
    try:
        connection = driver.connect(str(path), timeout=2.0)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        except BaseException:
            connection.close()
            raise
    except driver.DatabaseError as error:
        raise _world_error(error) from error
    path.chmod(0o600)
    return Database(connection)


def _world_error(error: driver.DatabaseError) -> WorldError:
    """Sort what the driver says by what the user can do about it."""
    text = str(error).lower()
    if "not a database" in text or "hmac" in text:
        return WorldError("store.wrong_key_or_damaged")
    if "malformed" in text:
        return WorldError("store.damaged")
    if "full" in text:
        return WorldError("store.disk_full")
    if "locked" in text or "busy" in text:
        return WorldError("store.in_use")
    if "readonly" in text or "unable to open" in text:
        return WorldError("store.no_permission")
    if isinstance(error, driver.IntegrityError):
        return WorldError("store.refused")
    return WorldError("store.io_error")
