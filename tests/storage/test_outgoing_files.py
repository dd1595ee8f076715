"""What a kill leaves half written in a folder of the user's is taken away at the next start, and nothing else is."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from needsform.models.errors import WorldError
from needsform.storage import outgoing_files
from needsform.storage.database import Database, create_database
from needsform.storage.files import scratch_in
from needsform.storage.migrations import migrate
from needsform.storage.outgoing_files import made_ready_outside, noted, take_away_unfinished


@pytest.fixture
def store(tmp_path: Path) -> Database:
    """An empty store."""
    database = create_database(tmp_path / "needsform.db", bytes(32))
    migrate(database)
    return database


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    """A folder that the user chose."""
    folder = tmp_path / "chosen"
    folder.mkdir()
    return folder


def broken_off(store: Database, scratch: Path, leave: Callable[[Path], object]) -> None:
    """What a kill leaves: the note, and whatever lay there at that moment."""
    store.execute("INSERT INTO outgoing_files (path) VALUES (?)", [os.fsencode(scratch)])
    leave(scratch)


def notes(store: Database) -> list[Path]:
    """Where something is still expected."""
    paths = [row["path"] for row in store.rows("SELECT path FROM outgoing_files")]
    return [Path(os.fsdecode(path)) for path in paths if isinstance(path, bytes)]


def test_a_file_that_came_into_its_place_leaves_no_note(store: Database, chosen: Path) -> None:
    with made_ready_outside(store, chosen / "sheet.pdf", b"whole") as put_in_place:
        (scratch,) = notes(store)
        assert scratch.parent == chosen
        assert scratch.read_bytes() == b"whole"
        if os.name == "posix":
            assert stat.S_IMODE(scratch.stat().st_mode) == 0o600
        put_in_place()
    assert [path.name for path in chosen.iterdir()] == ["sheet.pdf"]
    assert notes(store) == []


def test_what_was_not_put_in_its_place_is_gone_and_so_is_its_note(store: Database, chosen: Path) -> None:
    with pytest.raises(KeyboardInterrupt), made_ready_outside(store, chosen / "sheet.pdf", b"whole"):
        raise KeyboardInterrupt
    assert list(chosen.iterdir()) == []
    assert notes(store) == []


def test_where_the_store_takes_no_note_nothing_is_written(store: Database, chosen: Path) -> None:
    store.close()
    with (
        pytest.raises(WorldError, match=r"store\.stopped"),
        made_ready_outside(store, chosen / "sheet.pdf", b"whole") as put_in_place,
    ):
        put_in_place()
    assert list(chosen.iterdir()) == []


def test_a_file_and_a_folder_that_a_kill_left_are_taken_away(store: Database, chosen: Path) -> None:
    broken_off(store, scratch_in(chosen), lambda path: path.write_bytes(b"half"))

    def half_a_record(path: Path) -> None:
        path.mkdir()
        (path / "sheet.pdf").write_bytes(b"half")

    broken_off(store, scratch_in(chosen), half_a_record)
    broken_off(store, scratch_in(chosen), lambda _path: None)  # the kill came before the file
    take_away_unfinished(store)
    assert list(chosen.iterdir()) == []
    assert notes(store) == []


def test_a_stick_that_is_not_plugged_in_is_tried_again_for_most_of_a_year(store: Database, chosen: Path) -> None:
    scratch = scratch_in(chosen / "stick")
    broken_off(store, scratch, lambda _path: None)
    take_away_unfinished(store)
    assert notes(store) == [scratch]
    scratch.parent.mkdir()
    scratch.write_bytes(b"half")
    take_away_unfinished(store)
    assert not scratch.exists()
    assert notes(store) == []


def test_a_folder_that_never_comes_back_is_forgotten(
    store: Database, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing_files, "_MOST_TRIES", 3)
    broken_off(store, scratch_in(chosen / "stick"), lambda _path: None)
    for left in (1, 1, 0):
        take_away_unfinished(store)
        assert len(notes(store)) == left


def test_what_is_not_ours_by_its_name_stays_whatever_the_note_says(store: Database, chosen: Path) -> None:
    letter = chosen / "letter.pdf"
    broken_off(store, letter, lambda path: path.write_bytes(b"somebody else's"))
    take_away_unfinished(store)
    assert letter.read_bytes() == b"somebody else's"


@pytest.mark.skipif(os.name != "posix", reason="on Windows a link needs rights that nobody has")
def test_a_link_of_our_name_is_not_followed(store: Database, chosen: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "letter.pdf").write_bytes(b"somebody else's")
    broken_off(store, scratch_in(chosen), lambda path: path.symlink_to(kept))
    take_away_unfinished(store)
    assert (kept / "letter.pdf").read_bytes() == b"somebody else's"


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root can give a file away")
def test_a_file_of_our_name_that_is_another_owners_stays(store: Database, chosen: Path) -> None:
    scratch = scratch_in(chosen)
    broken_off(store, scratch, lambda path: path.write_bytes(b"somebody else's"))
    os.chown(scratch, 12345, 12345)
    take_away_unfinished(store)
    assert scratch.exists()


def test_a_drive_that_does_not_answer_keeps_nobody_waiting(
    store: Database, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Event()
    monkeypatch.setattr(outgoing_files, "_take_away", lambda _path: answers.wait())
    scratch = scratch_in(chosen)
    broken_off(store, scratch, lambda path: path.write_bytes(b"half"))
    take_away_unfinished(store, longest=0.01)
    assert notes(store) == [scratch]
    answers.set()


def test_a_folder_that_cannot_be_reached_while_it_is_written_keeps_its_note(store: Database, chosen: Path) -> None:
    folder = chosen / "stick"
    folder.mkdir()
    scratch = scratch_in(folder)
    with noted(store, scratch):
        folder.rmdir()
    assert notes(store) == [scratch]
