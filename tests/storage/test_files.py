"""A file is the old one or the new one, and what hindered it is said in a sentence."""

import errno
import os
import stat
from pathlib import Path

import pytest

from needsform.models.errors import WorldError
from needsform.storage.files import (
    discard_scratch,
    private_directory,
    sync_directory,
    told,
    world_error,
    write_atomically,
)
from tests.disk import needs_file_limits, no_file_beyond

posix_only = pytest.mark.skipif(os.name != "posix", reason="on Windows the rights of the user's profile hold")


def names_in(folder: Path) -> list[str]:
    """Everything that lies in a folder, hidden or not."""
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_is_written_and_written_again(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    write_atomically(path, b"first")
    write_atomically(path, b"second")
    assert path.read_bytes() == b"second"
    assert names_in(tmp_path) == ["sheet.pdf"]


@posix_only
def test_only_its_owner_can_read_it_even_where_it_replaces_one_that_all_could_read(tmp_path: Path) -> None:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(b"")
    path.chmod(0o644)
    write_atomically(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@needs_file_limits
def test_on_a_disk_that_takes_no_more_the_old_file_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    write_atomically(path, b"old and whole")
    with no_file_beyond(1000), pytest.raises(WorldError) as error:
        write_atomically(path, b"n" * 5000)
    assert error.value.message.message_id == "file.cannot_write"
    assert error.value.message.parameters == {"number": str(errno.EFBIG)}
    assert path.read_bytes() == b"old and whole"
    assert names_in(tmp_path) == ["keys.json"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as error:
        write_atomically(tmp_path / "gone" / "sheet.pdf", b"")
    assert error.value.message.message_id == "file.no_folder"


def test_a_folder_in_the_place_of_the_file_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").mkdir()
    with pytest.raises(WorldError):
        write_atomically(tmp_path / "sheet.pdf", b"new")
    assert names_in(tmp_path) == ["sheet.pdf"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "file.disk_full"),
        (errno.EDQUOT, "file.disk_full"),
        (errno.EACCES, "file.no_permission"),
        (errno.EROFS, "file.no_permission"),
        (errno.ENOENT, "file.no_folder"),
        (errno.ENOTDIR, "file.no_folder"),
        (errno.EIO, "file.cannot_write"),
    ],
)
def test_each_refusal_of_the_system_has_its_sentence(number: int, sentence: str) -> None:
    assert world_error(OSError(number, "")).message.message_id == sentence
    with pytest.raises(WorldError) as error, told():
        raise OSError(number, "")
    assert error.value.message.message_id == sentence


def test_an_error_without_a_number_has_a_sentence_too() -> None:
    assert world_error(OSError("?")).message.parameters == {"number": "0"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_is_called_a_full_disk() -> None:
    with pytest.raises(WorldError) as error, told(), Path("/dev/full").open("wb", buffering=0) as full:
        full.write(b"one byte")
    assert error.value.message.message_id == "file.disk_full"


def test_a_private_folder_is_made_with_its_parents_and_may_be_there_already(tmp_path: Path) -> None:
    folder = tmp_path / "ward" / "needsform"
    assert private_directory(folder) == private_directory(folder) == folder
    assert folder.is_dir()


@posix_only
def test_a_folder_that_all_could_look_into_becomes_private(tmp_path: Path) -> None:
    (tmp_path / "needsform").mkdir(mode=0o755)
    assert stat.S_IMODE(private_directory(tmp_path / "needsform").stat().st_mode) == 0o700


@posix_only
def test_a_private_folder_is_not_open_to_others_even_before_its_rights_are_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program can be killed between the two."""
    rights: list[int] = []
    monkeypatch.setattr(Path, "chmod", lambda path, _mode: rights.append(stat.S_IMODE(path.stat().st_mode)))
    private_directory(tmp_path / "needsform")
    assert rights == [0o700]


def test_where_no_folder_can_be_made_the_reason_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WorldError):
        private_directory(tmp_path / "file" / "needsform")


def test_what_a_killed_program_left_half_written_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    for name in (".needsform-abc.part", "notes.part", "needsform.db"):
        (tmp_path / name).touch()
    (tmp_path / ".needsform-folder.part").mkdir()
    discard_scratch(tmp_path)
    assert names_in(tmp_path) == [".needsform-folder.part", "needsform.db", "notes.part"]


@posix_only
def test_a_folder_that_cannot_be_synced_is_no_error_but_a_missing_one_is(tmp_path: Path) -> None:
    sync_directory(tmp_path)
    if Path("/proc/self").exists():
        sync_directory(Path("/proc"))  # answers that it cannot
    with pytest.raises(WorldError) as error:
        sync_directory(tmp_path / "gone")
    assert error.value.message.message_id == "file.no_folder"


@posix_only
@pytest.mark.parametrize("fails_at", [1, 2])
def test_a_disk_that_fails_to_keep_what_it_was_given_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """First for the file, then for its name; no disk here can be made to fail, so the call is."""
    path, calls = tmp_path / "keys.json", iter(range(1, 9))
    write_atomically(path, b"old")

    def fail(_: int) -> None:
        if next(calls) == fails_at:
            raise OSError(errno.EIO, "")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(WorldError) as error:
        write_atomically(path, b"new")
    assert error.value.message.message_id == "file.cannot_write"
    assert path.read_bytes() == (b"old" if fails_at == 1 else b"new")
    assert names_in(tmp_path) == ["keys.json"]
