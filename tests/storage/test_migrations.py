"""A store comes into its shape whole or stays what it was, and one from the future is left alone."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlite_utils

from needsform.models.errors import WorldError
from needsform.storage import migration_steps
from needsform.storage.database import Database, create_database, open_database
from needsform.storage.migration_steps import STEPS
from needsform.storage.migrations import KNOWN_STEPS, migrate
from needsform.storage.schema import FIRST_FLOOR

CHECKOUT = Path(__file__).resolve().parents[2]


def shape(database: Database) -> list[str]:
    """Every table, index and trigger by name."""
    return [str(row["name"]) for row in database.rows("SELECT name FROM sqlite_master ORDER BY name")]


def test_every_step_is_known_by_its_name(database: Database) -> None:
    assert {step.name for step in STEPS.applied(database.tables)} == KNOWN_STEPS
    assert STEPS.pending(database.tables) == []


def test_a_store_in_its_present_shape_is_not_touched(database: Database, path: Path, key: bytes) -> None:
    database.close()
    before = path.read_bytes()
    opened = open_database(path, key)
    migrate(opened)
    opened.close()
    assert path.read_bytes() == before


def test_a_store_that_a_newer_program_has_shaped_is_refused_untouched(
    database: Database, path: Path, key: bytes
) -> None:
    with database.atomic():
        database.tables.table("_sqlite_migrations").insert(
            {"migration_set": "needsform", "name": "second_floor", "applied_at": "2031"}
        )
    database.close()
    before = hashlib.sha256(path.read_bytes()).hexdigest()

    opened = open_database(path, key)
    with pytest.raises(WorldError) as error:
        migrate(opened)
    opened.close()

    assert error.value.message.message_id == "store.newer"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before


def test_a_step_that_fails_leaves_the_store_as_it_was(path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migration_steps, "FIRST_FLOOR", FIRST_FLOOR + "INSERT INTO patients VALUES (1);")
    database = create_database(path, key)
    with pytest.raises(Exception, match="patients"):
        migrate(database)
    assert shape(database) == []
    database.close()


KILLED_AT_STATEMENT = """
import os, signal, sys
from pathlib import Path
import sqlite_utils
from needsform.storage.database import open_database
from needsform.storage.migrations import migrate

path, key, last = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), int(sys.argv[3])
database = open_database(path, key)
seen = 0

def trace(sql: str) -> None:
    global seen
    seen += 1
    if seen == last:
        os.kill(os.getpid(), signal.SIGKILL)

database.tables.conn.set_trace_callback(trace)
migrate(database)
database.close()
print(seen)
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no kill -9")
def test_a_program_that_is_killed_at_any_statement_leaves_the_old_shape_or_the_new(
    database: Database, path: Path, key: bytes
) -> None:
    new = shape(database)
    database.close()

    def migrate_until(statement: int) -> tuple[list[str], str]:
        store = path.with_name(f"killed-{statement}.db")
        create_database(store, key).close()
        done = subprocess.run(
            [sys.executable, "-c", KILLED_AT_STATEMENT, str(store), key.hex(), str(statement)],
            cwd=CHECKOUT,
            capture_output=True,
            text=True,
            check=False,
        )
        opened = open_database(store, key)
        opened.verify()
        found = shape(opened)
        migrate(opened)
        assert shape(opened) == new
        opened.close()
        return found, done.stdout

    whole, statements = migrate_until(0)
    assert whole == new
    points = range(1, int(statements) + 1, max(1, int(statements) // 8))
    killed = [migrate_until(point) for point in points]
    assert [output for _, output in killed] == [""] * len(killed)
    assert [found for found, _ in killed if found not in ([], new)] == []
    assert [] in [found for found, _ in killed]


def test_the_view_of_sqlite_utils_is_of_the_same_connection(database: Database) -> None:
    tables: sqlite_utils.Database = database.tables
    with database.atomic():
        tables.table("practitioners").insert({"id": "k", "login": "karin", "data": "{}"})
    assert database.row("SELECT login FROM practitioners") == {"login": "karin"}
