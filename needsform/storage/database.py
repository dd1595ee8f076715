"""The encrypted store: opened with the raw data key; whatever the driver says comes as a sentence's id."""

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from sqlcipher3 import dbapi2 as driver

from needsform.models.errors import WorldError
from needsform.storage.files import sync_file, told
from needsform.storage.sqlcipher import (
    APPLICATION_ID,
    DOUBTFUL,
    OUT_OF_MEMORY,
    code_of,
    connect,
    give_key,
    require_safe_sqlite,
    sorted_errors,
    world_error,
)

if TYPE_CHECKING:
    import sqlite_utils

Value: TypeAlias = str | int | float | bytes | None
Row: TypeAlias = Mapping[str, Value]

_PAGE = 4096
"""Bytes of a page of SQLCipher 4."""
_PAGES_AT_ONCE = 256
"""How much of a store is copied between two looks at whether to go on: a megabyte."""


class Database:
    """One open connection to the store, usable from the thread that opened it.

    After an I/O error nothing more is acknowledged: every call raises `store.stopped` until the store is opened anew
    (TRUST, decision 2); so it is when memory ran out, with `store.no_memory`. Whatever is called after `close` raises
    the first.
    """

    def __init__(self, connection: driver.Connection, path: Path) -> None:
        self._connection, self._path = connection, path
        self._is_closed = False
        self.is_in_doubt = False
        """Whether nobody knows any more what is on the disk; whoever opens the store next must `verify` it."""
        self._has_memory = True

    @property
    def is_open(self) -> bool:
        """Whether it was not closed."""
        return not self._is_closed

    @property
    def path(self) -> Path:
        """The file of the store; what belongs to it lies beside it."""
        return self._path

    @property
    def tables(self) -> "sqlite_utils.Database":
        """The sqlite-utils view of the store, for migrations; used inside `atomic`."""
        import sqlite_utils  # only for a store whose shape is to be changed: it is a third of what unlocking imports

        return sqlite_utils.Database(self._connection, execute_plugins=False)

    @contextlib.contextmanager
    def atomic(self) -> Iterator[None]:
        """All or nothing, and on the disk when this returns; blocks do not nest.

        The right to write is taken at the beginning, so that nothing read inside can be outdated when it is written.
        """
        with self._translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._require_running()
                self._connection.execute("COMMIT")
            except BaseException:
                self._roll_back()
                raise

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment, whatever others write meanwhile; nothing may be written inside."""
        with self._translated():
            self._connection.execute("BEGIN")
            try:
                self._connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")  # the first read chooses the moment
                yield
            finally:
                self._connection.rollback()

    def copy_to(self, path: Path, key: bytes, on_step: Callable[[int, int], None]) -> None:
        """Copy every page to a new file with the same key, on the disk when this returns.

        `on_step` hears how many pages are left, of how many; what it raises ends the copy. Inside `snapshot` the copy
        is of that moment.
        """
        _make_empty(path)
        with self._translated():
            copy = driver.connect(str(path), isolation_level=None)
            try:
                give_key(copy, key)
                self._connection.backup(
                    copy, pages=_PAGES_AT_ONCE, progress=lambda _status, left, all_: on_step(left, all_)
                )
            finally:
                copy.close()
        sync_file(path)

    def scan(self, sql: str) -> Iterator[tuple[Value, ...]]:
        """The rows of a query one after the other, without holding all of them."""
        with self._translated():
            yield from self._connection.execute(sql)

    def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; the number of rows that it changed."""
        with self._translated():
            return int(self._connection.execute(sql, values).rowcount)

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """All rows of a query, each by column name."""
        with self._translated():
            cursor = self._connection.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of a query, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def verify(self) -> None:
        """Read every page of the store. Raises WorldError `store.damaged` if one is not what was written."""
        wrong_pages = self.rows("PRAGMA cipher_integrity_check")
        if wrong_pages or self.rows("PRAGMA integrity_check") != [{"integrity_check": "ok"}]:
            self.is_in_doubt = True
            raise WorldError("store.damaged")

    def fold_in(self) -> bool:
        """Fold the WAL into the file and empty it, so that nothing deleted is left in it; False while others read."""
        (result,) = self.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        return result["busy"] == 0

    def close(self) -> None:
        """Fold the WAL into the file and let go of it; once closed it stays closed.

        Raises nothing: what was acknowledged lies in the WAL, and the next opening folds that in.
        """
        self._is_closed = True
        with contextlib.suppress(driver.Error, MemoryError):
            if not self.is_in_doubt:
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._connection.close()

    def _require_running(self) -> None:
        if self._is_closed or self.is_in_doubt:
            raise WorldError("store.stopped" if self._has_memory else "store.no_memory")

    def _roll_back(self) -> None:
        try:
            self._connection.rollback()
        except (driver.Error, MemoryError):  # the error that led here is the one to tell
            self.is_in_doubt = True

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        self._require_running()
        try:
            yield
        except driver.DatabaseError as error:
            self.is_in_doubt = self.is_in_doubt or code_of(error) in DOUBTFUL
            raise world_error(error, self._path) from error
        except OUT_OF_MEMORY as error:  # what SQLCipher then makes of the pages that it holds cannot be relied on
            self.is_in_doubt = True
            raise self._refused_memory() from error

    def _refused_memory(self) -> WorldError:
        """What to say when the driver has no memory: SQLCipher says so too of a page that it could not decipher."""
        with contextlib.suppress(driver.DatabaseError, *OUT_OF_MEMORY):
            if self._connection.execute("PRAGMA cipher_integrity_check").fetchall():
                return WorldError("store.damaged")
        self._has_memory = False
        return WorldError("store.no_memory")


def create_database(path: Path, key: bytes) -> Database:
    """A new, empty store at a path where nothing may lie yet, for its owner alone to read.

    Raises WorldError `store.exists`, or as `files.told` does where no file can be made.
    """
    require_safe_sqlite()
    _make_empty(path)
    return Database(connect(path, key, is_new=True), path)


def open_database(path: Path, key: bytes) -> Database:
    """An existing store; nothing in it is changed by opening.

    Raises WorldError: `store.missing` (and makes no new one), `store.wrong_key_or_damaged`, `store.damaged`,
    `store.in_use`, `store.no_permission`, `store.no_memory`.
    """
    require_safe_sqlite()
    _require_written(path)
    try:
        return _marked(Database(_connected(path, key), path))
    except WorldError as error:
        if error.message.message_id == "store.wrong_key_or_damaged" and is_locked_by(path, key):
            raise WorldError("store.damaged") from error
        raise


def _connected(path: Path, key: bytes) -> driver.Connection:
    """A connection, also where a power cut spoilt the beginning of the file while the log was folded in.

    SQLCipher's salt stands there in clear, and without it no page can be read, not even those in the log. Closing what
    could not be opened folds the log in, which takes no key; the beginning is then as it was to be.
    """
    may_be_spoilt = was_cut_off(path)
    try:
        return connect(path, key)
    except WorldError as error:
        if not may_be_spoilt or error.message.message_id != "store.wrong_key_or_damaged":
            raise
    return connect(path, key)


def open_unchanging(path: Path, key: bytes) -> Database:
    """A store that nobody writes to, such as a backup: it is read without leaving a trace beside it.

    Raises as `open_database` does.
    """
    require_safe_sqlite()
    _require_written(path)
    with sorted_errors(path):
        connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        try:
            give_key(connection, key)
            connection.execute("SELECT count(*) FROM sqlite_master")
        except BaseException:
            connection.close()
            raise
    return _marked(Database(connection, path))


def is_locked_by(path: Path, key: bytes) -> bool:
    """Whether a store that does not open was written with this key: some of its pages still answer to it.

    Tells a damaged store from one that belongs to other keys. A file whose first bytes are damaged answers to no key.
    """
    try:
        connection = driver.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        try:
            give_key(connection, key)
            foreign = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
        finally:
            connection.close()
    except driver.DatabaseError:
        return False
    return foreign < path.stat().st_size // _PAGE


def _require_written(path: Path) -> None:
    with told():
        if not path.is_file():
            raise WorldError("store.missing")
        if path.stat().st_size == 0:  # the driver would take an emptied file for a new store
            raise WorldError("store.damaged")


def _make_empty(path: Path) -> None:
    with told():
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except FileExistsError as error:
            raise WorldError("store.exists") from error


def _marked(database: Database) -> Database:
    if database.row("PRAGMA application_id") != {"application_id": APPLICATION_ID}:
        database.close()
        raise WorldError("store.damaged")
    return database


def was_cut_off(path: Path) -> bool:
    """Whether the program that had the store last did not close it; asked before it is opened by anybody."""
    log = path.with_name(f"{path.name}-wal")
    with told():
        return log.is_file() and log.stat().st_size > 0
