"""The store is there or not, whole or not, and says which; nothing is half written and nothing is readable."""

import contextlib
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from sqlcipher3 import dbapi2 as driver

from needsform.models.errors import WorldError
from needsform.storage import sqlcipher
from needsform.storage.database import Database, create_database, open_database, open_unchanging, was_cut_off
from needsform.storage.migrations import migrate
from tests.disk import needs_file_limits, no_file_beyond

FLIPS = 120
PAGE, SECTOR = 4096, 512


def write(database: Database, name: str) -> None:
    """Put one row with a name where rows of any content may be."""
    with database.atomic():
        database.execute("INSERT INTO practitioners (id, login, data) VALUES (?, ?, ?)", [name, name, name])


def written(database: Database) -> list[str]:
    """The names that are there."""
    return [str(row["id"]) for row in database.rows("SELECT id FROM practitioners ORDER BY rowid")]


def told(error: pytest.ExceptionInfo[WorldError]) -> str:
    """What the user hears."""
    return error.value.message.message_id


def write_many(database: Database, width: int) -> None:
    """One change that is too large for a small disk."""
    with database.atomic():
        for number in range(1000):
            name = f"{number:05}" * width
            database.execute("INSERT INTO practitioners (id, login, data) VALUES (?, ?, ?)", [name, name, name])


def test_what_was_written_is_there_when_the_store_is_opened_again(database: Database, path: Path, key: bytes) -> None:
    write(database, "Karin")
    database.close()
    opened = open_database(path, key)
    assert written(opened) == ["Karin"]
    opened.close()


def test_the_store_is_opened_as_decided(database: Database) -> None:
    decided = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    for pragma, value in decided.items():
        assert database.row(f"PRAGMA {pragma}") == {pragma: value}
    assert database.row("PRAGMA mmap_size") in (None, {"mmap_size": 0})


def test_a_missing_store_is_said_to_be_missing_and_no_new_one_is_made(path: Path, key: bytes) -> None:
    with pytest.raises(WorldError) as error:
        open_database(path, key)
    assert told(error) == "store.missing"
    assert not path.exists()


def test_a_new_store_never_takes_the_place_of_another(database: Database, path: Path, key: bytes) -> None:
    database.close()
    before = path.read_bytes()
    with pytest.raises(WorldError) as error:
        create_database(path, key)
    assert told(error) == "store.exists"
    assert path.read_bytes() == before


def test_where_no_store_can_be_made_the_folder_is_named(tmp_path: Path, key: bytes) -> None:
    with pytest.raises(WorldError) as error:
        create_database(tmp_path / "nowhere" / "store.db", key)
    assert told(error) == "file.no_folder"


def test_a_wrong_key_opens_nothing_and_changes_nothing(database: Database, path: Path, key: bytes) -> None:
    database.close()
    before = path.read_bytes()
    with pytest.raises(WorldError) as error:
        open_database(path, bytes(reversed(key)))
    assert told(error) == "store.wrong_key_or_damaged"
    assert path.read_bytes() == before


def test_a_key_of_another_length_is_a_fault_of_the_program(path: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        create_database(path, b"short")


def test_an_emptied_file_is_damage_and_not_a_new_store(database: Database, path: Path, key: bytes) -> None:
    database.close()
    os.truncate(path, 0)
    with pytest.raises(WorldError) as error:
        open_database(path, key)
    assert told(error) == "store.damaged"
    assert path.stat().st_size == 0


def test_a_store_of_another_program_is_not_taken_for_ours(database: Database, path: Path, key: bytes) -> None:
    database.execute("PRAGMA application_id = 1")
    database.close()
    with pytest.raises(WorldError) as error:
        open_database(path, key)
    assert told(error) == "store.damaged"


def test_an_sqlite_that_can_corrupt_a_store_is_refused_before_the_file_is_touched(
    database: Database, path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.close()
    monkeypatch.setattr(sqlcipher, "FIRST_SAFE_SQLITE", (99, 0, 0))
    for attempt, place in ((open_database, path), (create_database, path.with_name("new.db"))):
        with pytest.raises(WorldError) as error:
            attempt(place, key)
        assert told(error) == "store.unsafe_sqlite"
        assert error.value.message.parameters == {"version": driver.sqlite_version}
    assert not path.with_name("new.db").exists()


def test_a_damaged_page_is_found_and_never_shown(database: Database, path: Path, key: bytes) -> None:
    names = [f"{number:04}" * 20 for number in range(400)]
    for name in names:
        database.execute("INSERT INTO practitioners (id, login, data) VALUES (?, ?, ?)", [name, name, name])
    database.close()
    whole, copy, chance = path.read_bytes(), path.with_name("flipped.db"), Random(14)

    def read_everything() -> None:
        with contextlib.closing(open_database(copy, key)) as opened:
            assert written(opened) == names
            opened.verify()

    for _ in range(FLIPS):
        flipped = bytearray(whole)
        flipped[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        copy.write_bytes(flipped)
        with pytest.raises(WorldError) as error:  # at the door, at the page, or when every page is read
            read_everything()
        assert told(error) in ("store.damaged", "store.wrong_key_or_damaged")


def test_a_whole_store_passes_the_reading_of_every_page(database: Database) -> None:
    write(database, "Karin")
    database.verify()
    assert written(database) == ["Karin"]


def test_after_damage_nothing_more_is_acknowledged(database: Database, path: Path, key: bytes) -> None:
    for number in range(100):
        write(database, f"{number:04}" * 100)
    database.close()
    with path.open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        file.write(bytes(100))
    opened = open_database(path, key)
    with pytest.raises(WorldError) as error:
        opened.verify()
    assert told(error) == "store.damaged"
    with pytest.raises(WorldError) as error:
        write(opened, "Karin")
    assert told(error) == "store.stopped"
    opened.close()


def test_a_change_that_fails_is_undone_whole(database: Database) -> None:
    write(database, "Karin")

    def fail_in_the_middle() -> None:
        with database.atomic():
            database.execute("DELETE FROM practitioners")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_in_the_middle()
    assert written(database) == ["Karin"]


def test_what_is_written_outside_a_change_is_on_disk_at_once(database: Database, path: Path, key: bytes) -> None:
    database.execute("INSERT INTO practitioners (id, login, data) VALUES ('Karin', 'Karin', 'Karin')")
    second = open_database(path, key)
    assert written(second) == ["Karin"]
    second.close()


def test_a_second_writer_is_kept_out_from_the_first_word_of_a_change(
    database: Database, path: Path, key: bytes
) -> None:
    second = open_database(path, key)
    second.execute("PRAGMA busy_timeout = 0")
    with database.atomic():
        with pytest.raises(WorldError) as error, second.atomic():
            pass
        assert told(error) == "store.in_use"
    write(second, "Mads")
    assert written(database) == ["Mads"]
    second.close()


def test_a_full_disk_undoes_one_change_and_stops_nothing(database: Database) -> None:
    write(database, "Karin")
    database.rows("PRAGMA max_page_count = 1")  # which SQLite takes as: no more than there are
    with pytest.raises(WorldError) as error:
        write_many(database, width=20)
    assert told(error) == "store.disk_full"
    assert written(database) == ["Karin"]
    database.rows("PRAGMA max_page_count = 1000000")
    write(database, "Mads")
    assert written(database) == ["Karin", "Mads"]


@needs_file_limits
def test_after_an_input_output_error_nothing_is_acknowledged_until_the_store_is_opened_anew(
    database: Database, path: Path, key: bytes
) -> None:
    write(database, "Karin")
    acknowledged = ["Karin"]
    log = path.with_name("store.db-wal")

    def write_until_it_fails() -> None:
        for number in range(1000):
            write(database, f"{number}")
            acknowledged.append(f"{number}")

    with no_file_beyond(log.stat().st_size + 20_000), pytest.raises(WorldError) as error:
        write_until_it_fails()
    assert told(error) == "store.io_error"
    assert len(acknowledged) > 1
    for attempt in (lambda: write(database, "Mads"), lambda: written(database), lambda: database.verify()):
        with pytest.raises(WorldError) as error:
            attempt()
        assert told(error) == "store.stopped"
    database.close()

    opened = open_database(path, key)
    opened.verify()
    assert written(opened) == acknowledged
    opened.close()


@needs_file_limits
def test_an_input_output_error_for_want_of_room_is_called_a_full_disk_and_stops_all_the_same(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`tests/faults` meets it on a disk that is really full; here any disk counts as one."""
    monkeypatch.setattr(sqlcipher, "_ROOM", 2**62)
    with no_file_beyond(10), pytest.raises(WorldError) as error:
        write(database, "Karin")
    assert told(error) == "store.disk_full"
    assert database.is_in_doubt
    with pytest.raises(WorldError) as error:
        write(database, "Karin")
    assert told(error) == "store.stopped"


@needs_file_limits
def test_when_memory_runs_out_nothing_is_acknowledged_until_the_store_is_opened_anew(
    database: Database, path: Path, key: bytes
) -> None:
    write(database, "Karin Prøve")

    def run_out() -> None:
        with database.atomic():
            database.execute("INSERT INTO practitioners (id, login, data) VALUES ('1', '1', '1')")
            raise MemoryError

    with pytest.raises(WorldError) as error:
        run_out()
    assert told(error) == "store.no_memory"
    assert database.is_in_doubt
    with pytest.raises(WorldError, match=r"store\.no_memory"):
        written(database)
    database.close()
    again = open_database(path, key)
    again.verify()
    assert written(again) == ["Karin Prøve"]
    again.close()


def test_a_page_that_cannot_be_deciphered_is_damage_and_not_a_lack_of_memory(
    database: Database, path: Path, key: bytes
) -> None:
    rows = "INSERT INTO practitioners (id, login, data) VALUES (?, ?, ?)"
    database.execute(rows, ["1", "1", "x" * PAGE])
    database.execute("DELETE FROM practitioners")  # the one page that it filled is free to be used again
    database.close()
    sound, heard = path.read_bytes(), set[str]()
    for at in range(PAGE, len(sound), PAGE):
        path.write_bytes(sound[: at + 16] + bytes(16) + sound[at + 32 :])
        try:
            with contextlib.closing(open_database(path, key)) as damaged:
                damaged.execute(rows, ["2", "2", "y" * PAGE])
        except WorldError as error:
            heard.add(error.message.message_id)
    assert heard == {"store.damaged"}


def test_a_cut_that_spoils_the_beginning_of_the_file_while_the_log_is_folded_in_loses_nothing(
    database: Database, path: Path, key: bytes, tmp_path: Path
) -> None:
    for number in range(8):
        write(database, f"{number:02}" * PAGE)  # the file grows, so its first page is in the log
    left = tmp_path / "left" / path.name
    left.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{left}{ending}")
    with left.open("r+b") as file:
        file.write(Random(1).randbytes(SECTOR))
    again = open_database(left, key)
    assert len(written(again)) == 8
    again.close()
    healed = open_database(left, key)
    healed.verify()
    assert len(written(healed)) == 8
    healed.close()


@pytest.mark.parametrize("log", [b"", b"x" * 20, bytes(5000), Random(2).randbytes(9000)])
def test_a_log_that_is_none_opens_no_file_that_is_spoilt(
    log: bytes, database: Database, path: Path, key: bytes
) -> None:
    write(database, "Karin")
    database.close()
    with path.open("r+b") as file:
        file.write(Random(1).randbytes(SECTOR))
    path.with_name(f"{path.name}-wal").write_bytes(log)
    with pytest.raises(WorldError, match=r"store\.(damaged|wrong_key_or_damaged)"):
        open_database(path, key)


@pytest.mark.parametrize("opening", [open_database, open_unchanging])
def test_a_store_for_which_there_is_no_memory_is_not_called_damaged(
    opening: Callable[[Path, bytes], Database],
    database: Database,
    path: Path,
    key: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    database.close()

    def no_memory(*_arguments: object, **_options: object) -> None:
        raise MemoryError

    monkeypatch.setattr(driver, "connect", no_memory)
    with pytest.raises(WorldError, match=r"store\.no_memory"):
        opening(path, key)


def test_an_error_that_somebody_hushed_up_inside_a_change_still_prevents_it(database: Database, path: Path) -> None:
    database.execute("PRAGMA cache_size = 1")  # so that pages are written before the end of the change

    def hush_it_up() -> None:
        with database.atomic(), contextlib.suppress(WorldError):
            for number in range(1000):
                database.execute(
                    "INSERT INTO practitioners (id, login, data) VALUES (?, ?, ?)", [number, number, "x" * 999]
                )

    with no_file_beyond(path.with_name("store.db-wal").stat().st_size + 20_000), pytest.raises(WorldError) as error:
        hush_it_up()
    assert told(error) == "store.stopped"


def test_a_store_that_is_closed_in_the_middle_of_a_change_loses_the_change_and_says_so(
    database: Database, path: Path, key: bytes
) -> None:
    def close_in_the_middle() -> None:
        with database.atomic():
            database.execute("INSERT INTO practitioners (id, login, data) VALUES ('Karin', 'Karin', 'Karin')")
            database.close()

    with pytest.raises(WorldError) as error:
        close_in_the_middle()
    assert told(error) == "store.stopped"
    opened = open_database(path, key)
    assert written(opened) == []
    opened.close()


def test_a_closed_store_stays_closed(database: Database) -> None:
    database.close()
    database.close()
    with pytest.raises(WorldError) as error:
        write(database, "Karin")
    assert told(error) == "store.stopped"


def test_closing_folds_the_log_into_the_file(database: Database, path: Path) -> None:
    write(database, "Karin")
    assert was_cut_off(path)  # as long as it is open, it looks to others as if it had been cut off
    database.close()
    assert not was_cut_off(path)
    assert [file.name for file in path.parent.iterdir()] == ["store.db"]


def test_a_slip_of_the_program_is_not_blamed_on_the_disk(database: Database) -> None:
    with pytest.raises(driver.OperationalError, match="no such table"):
        database.rows("SELECT * FROM nowhere")
    with pytest.raises(driver.OperationalError, match="within a transaction"), database.atomic(), database.atomic():
        pass
    write(database, "Karin")
    assert written(database) == ["Karin"]


@pytest.mark.skipif(os.name != "posix", reason="on Windows the rights of the user's profile hold")
def test_only_its_owner_can_read_any_file_of_the_store(tmp_path: Path, key: bytes) -> None:
    usual = os.umask(0)
    try:
        database = create_database(tmp_path / "store.db", key)
        migrate(database)
    finally:
        os.umask(usual)
    files = sorted(tmp_path.iterdir())
    assert [file.name for file in files] == ["store.db", "store.db-shm", "store.db-wal"]
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    database.close()


def test_no_file_of_the_store_can_be_read_without_the_key(database: Database, path: Path) -> None:
    write(database, "Einer Test Lauridsen")
    plain = sqlite3.connect(path.with_name("plain.db"))
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("CREATE TABLE practitioners (name TEXT)")
    plain.execute("INSERT INTO practitioners VALUES ('Einer Test Lauridsen')")
    plain.commit()

    found = {file.name for file in path.parent.iterdir() if b"Einer Test Lauridsen" in file.read_bytes()}
    plain.close()
    assert found == {"plain.db-wal"}  # the unencrypted one, so the search does find what is there
