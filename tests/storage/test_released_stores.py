"""A store of every released shape comes into today's with every row as it was, wherever the program is killed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from needsform.models.errors import WorldError
from needsform.services.access import Access
from needsform.services.backup_folders import BackupFolders
from needsform.services.store_state import KEYS_NAME, STORE_NAME
from needsform.storage import audit
from needsform.storage.backups import check_backup
from needsform.storage.content import content_of, table_names
from needsform.storage.database import Database, open_database, open_unchanging
from needsform.storage.key_file import read_key_file
from needsform.storage.migrations import is_outdated, migrate
from needsform.storage.patients import find_patients, name_words
from tests.clock import StandingClock
from tests.ward import entropy
from tools.case_login import LOGIN, PASSWORD
from tools.case_store import CHEAP
from tools.released_store import STORES

CHECKOUT = Path(__file__).resolve().parents[2]
STRIDE = os.environ.get("NEEDSFORM_STRIDE", "7")
"""Statements between two kills; 1 kills at each of them."""
RELEASED = sorted(path.stem for path in STORES.glob("*.store"))


@pytest.fixture(params=RELEASED)
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store as that version left it."""
    lay_out(tmp_path, request.param)
    return tmp_path


def lay_out(folder: Path, schema: str) -> None:
    """Put a released store into a folder."""
    shutil.copyfile(STORES / f"{schema}.store", folder / STORE_NAME)
    shutil.copyfile(STORES / f"{schema}.keys.json", folder / KEYS_NAME)


def key_of(folder: Path) -> bytes:
    """The data key, by the password that is known."""
    return read_key_file(folder / KEYS_NAME).unlock(LOGIN, PASSWORD)[0]


def rows_of(database: Database, key: bytes, tables: tuple[str, ...], columns: dict[str, str]) -> list[str]:
    """What the tables of an older shape say, in the columns that they had."""
    return [
        repr(list(database.scan(f'SELECT {columns[table]} FROM "{table}" ORDER BY 1, 2'))) + table for table in tables
    ] + [content_of(database, key, tables=("answers", "answer_history", "revisions"))]


def shape_of(database: Database) -> tuple[tuple[str, ...], dict[str, str]]:
    """The tables that hold the ward's rows, and their columns."""
    tables = tuple(name for name in table_names(database) if not name.startswith("_"))
    columns = {
        table: ", ".join(str(row["name"]) for row in database.rows("SELECT name FROM pragma_table_info(?)", [table]))
        for table in tables
    }
    return tables, columns


def test_there_is_a_store_of_the_first_released_shape() -> None:
    assert "schema-1" in RELEASED


def test_every_row_is_as_it_was(folder: Path) -> None:
    key = key_of(folder)
    database = open_database(folder / STORE_NAME, key)
    assert is_outdated(database)
    tables, columns = shape_of(database)
    before = rows_of(database, key, tables, columns)
    assert sum(len(rows) for rows in before) > 10_000
    migrate(database)
    assert not is_outdated(database)
    assert rows_of(database, key, tables, columns) == before
    database.verify()
    database.close()


def test_everybody_is_found_by_every_word_of_their_name(folder: Path) -> None:
    database = open_database(folder / STORE_NAME, key_of(folder))
    migrate(database)
    citizens = database.rows("SELECT id, name, identifier, municipality_code FROM patients")
    assert citizens
    for citizen in citizens:
        for word in name_words(str(citizen["name"])):
            (meant,) = (one for one in find_patients(database, word, 1_000) if one.id == citizen["id"])
            told = (meant.name, meant.identifier.value, meant.municipality_code)
            assert told == (citizen["name"], citizen["identifier"], citizen["municipality_code"])
    database.close()


def test_it_opens_by_its_password_after_a_backup_that_counts(folder: Path, clock: StandingClock) -> None:
    access = Access(folder, clock, entropy(), CHEAP)
    unlocked = access.unlock(LOGIN, PASSWORD)
    access.prepare(unlocked)
    (backup,) = BackupFolders(folder).backups()
    check_backup(backup, unlocked.key)
    assert backup.reason.value == "before_migration"
    old = open_unchanging(backup.folder / STORE_NAME, unlocked.key)
    assert is_outdated(old)
    old.close()
    session = access.open(unlocked)
    assert session.practitioner.login == LOGIN
    session.close()
    access.leave()
    new = open_unchanging(folder / STORE_NAME, unlocked.key)
    assert audit.first_broken_link(new) is None
    new.close()


def test_without_room_for_the_backup_the_store_keeps_its_shape(
    folder: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / STORE_NAME).read_bytes()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 0))
    access = Access(folder, clock, entropy(), CHEAP)
    with pytest.raises(WorldError) as error:
        access.prepare(access.unlock(LOGIN, PASSWORD))
    assert error.value.message.message_id == "backup.disk_full"
    assert (folder / STORE_NAME).read_bytes() == before
    access.leave()


LEFT_AT_STATEMENTS = """
import os, shutil, sys
from pathlib import Path
from needsform.storage.database import open_database
from needsform.storage.migrations import migrate

store, key, stride = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
moving = store.with_name("moving.db")
shutil.copyfile(store, moving)

def leave(statement):
    if (child := os.fork()) == 0:  # this process has locks on the files, which it would lose by closing them
        for beside in ("", "-wal"):
            if (lies := Path(f"{moving}{beside}")).exists():
                shutil.copyfile(lies, store.with_name(f"left-{statement:04}.db{beside}"))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0

seen = 0
def trace(_):
    global seen
    if seen % stride == 0:
        leave(seen)
    seen += 1

database = open_database(moving, key)
database.tables.conn.set_trace_callback(trace)
migrate(database)
leave(seen)
"""
"""What a kill would leave at every so many statements: the files as they lie, which is what it leaves of a process."""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no fork")
def test_killed_at_any_statement_the_store_has_the_old_shape_or_the_new_one(folder: Path) -> None:
    key = key_of(folder)
    database = open_database(folder / STORE_NAME, key)
    tables, columns = shape_of(database)
    rows = rows_of(database, key, tables, columns)
    database.close()
    subprocess.run(
        [sys.executable, "-c", LEFT_AT_STATEMENTS, folder / STORE_NAME, key.hex(), STRIDE], cwd=CHECKOUT, check=True
    )
    shapes = []
    for store in sorted(folder.glob("left-*.db")):
        database = open_database(store, key)
        database.verify()
        shapes.append((shape_of(database)[0], is_outdated(database)))
        assert rows_of(database, key, tables, columns) == rows
        migrate(database)
        assert rows_of(database, key, tables, columns) == rows
        database.close()
    assert len(shapes) > 5
    assert shapes[0] == (tables, True)
    assert not shapes[-1][1]
    assert set(shapes[:-1]) <= {shapes[0], shapes[-1]}
