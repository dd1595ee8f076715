"""A backup counts when it was read again and says what the store said; whatever is cut off leaves none."""

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from needsform.models.backup import Backup, BackupReason
from needsform.models.errors import WorldError
from needsform.models.identity import PatientId
from needsform.storage import backups
from needsform.storage.backup_leaf import LEAF, STORE_IN_BACKUP
from needsform.storage.backups import UNFINISHED, Source, backups_in, make_backup
from needsform.storage.database import Database, open_database, open_unchanging
from tests.clock import COPENHAGEN
from tests.disk import needs_file_limits, no_file_beyond

AT = datetime(2026, 11, 23, 10, 42, tzinfo=COPENHAGEN)
Make = Callable[..., Backup]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the backups go."""
    return tmp_path / "backups"


@pytest.fixture
def source(database: Database, path: Path, key: bytes, tmp_path: Path) -> Source:
    """A store that is open while it is copied, with some hundred pages in it."""
    keys = tmp_path / "needsform.keys.json"
    keys.write_text("{}")
    with database.atomic():
        for number in range(400):
            database.execute(
                "INSERT INTO patients VALUES (?, 'cpr', ?, ?, '0751', ?, '', '')",
                [f"p{number}", f"{number:010}", f"name {number}", json.dumps({"filling": "x" * 900})],
            )
    return Source(path, keys, key)


@pytest.fixture
def make(source: Source, folder: Path) -> Make:
    """Make a backup of it."""

    def make_one(at: datetime = AT, go_on: backups.GoOn = lambda _: None) -> Backup:
        return make_backup(source, folder, at, BackupReason.BY_HAND, go_on)

    return make_one


def heard(error: pytest.ExceptionInfo[WorldError]) -> str:
    """The id of what was said."""
    return error.value.message.message_id


def test_a_backup_is_listed_with_what_is_in_it(make: Make, folder: Path, key: bytes) -> None:
    made = make()
    (listed,) = backups_in(folder)
    assert listed == made
    assert (listed.made_at, listed.citizens, listed.assessments, listed.changed_at) == (AT, 400, 0, None)
    assert listed.size == (listed.folder / STORE_IN_BACKUP).stat().st_size > 400_000
    backups.check_backup(listed, key)


def test_a_backup_can_be_read_only_with_the_key_and_only_by_its_owner(make: Make) -> None:
    made = make()
    assert b"name 7" not in (made.folder / STORE_IN_BACKUP).read_bytes()
    with pytest.raises(WorldError) as error:
        backups.check_backup(made, bytes(32))
    assert heard(error) == "backup.not_sound"
    if os.name == "posix":
        assert {oct(path.stat().st_mode & 0o777) for path in made.folder.iterdir()} == {"0o600"}
        assert oct(made.folder.stat().st_mode & 0o777) == "0o700"


def test_a_backup_is_of_one_moment_while_the_ward_writes_on(make: Make, database: Database, key: bytes) -> None:
    def write_meanwhile(_: int) -> None:
        database.execute("UPDATE patients SET name = name || '!'")

    made = make(go_on=write_meanwhile)
    copy = open_unchanging(made.folder / STORE_IN_BACKUP, key)
    names = {str(row["name"]).count("!") for row in copy.rows("SELECT name FROM patients")}
    copy.close()
    assert len(names) == 1
    backups.check_backup(made, key)


def test_looking_at_a_backup_leaves_no_file_beside_it(make: Make, key: bytes) -> None:
    made = make()
    backups.check_backup(made, key)
    assert sorted(path.name for path in made.folder.iterdir()) == sorted([STORE_IN_BACKUP, "needsform.keys.json", LEAF])


def test_two_backups_of_one_second_are_two(make: Make, folder: Path) -> None:
    assert make().folder != make().folder
    assert len(backups_in(folder)) == 2


class Stopped(Exception):
    """Somebody pressed the button."""


def test_a_backup_that_is_stopped_anywhere_leaves_nothing(make: Make, folder: Path) -> None:
    seen: list[int] = []
    make(go_on=seen.append)
    assert len(seen) > 8
    assert seen == sorted(seen)
    shutil.rmtree(folder)
    for last in range(len(seen)):
        steps = iter(range(last))

        def stop(_: int, steps: Iterator[int] = steps) -> None:
            if next(steps, None) is None:
                raise Stopped

        with pytest.raises(Stopped):
            make(go_on=stop)
        assert list(folder.iterdir()) == []


@needs_file_limits
def test_a_full_disk_leaves_nothing_and_says_so(make: Make, folder: Path) -> None:
    whole = make().size
    shutil.rmtree(folder)
    for share in range(12):
        with no_file_beyond(whole * share // 12), pytest.raises(WorldError) as error:
            make()
        assert heard(error) in ("backup.disk_full", "backup.io_error", "file.cannot_write")
        assert list(folder.iterdir()) == []


def test_a_disk_without_room_is_not_even_begun(make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 400_000))
    with pytest.raises(WorldError) as error:
        make()
    assert heard(error) == "backup.disk_full"
    assert list(folder.iterdir()) == []


def test_what_a_killed_program_left_does_not_count_and_is_taken_away(make: Make, folder: Path) -> None:
    made = make()
    shutil.copytree(made.folder, folder / f"{UNFINISHED}0")
    assert backups_in(folder) == (made,)
    backups.discard_unfinished(folder)
    assert list(folder.iterdir()) == [made.folder]


def test_a_copy_that_is_not_what_was_read_does_not_count(
    make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Database.copy_to

    def spoil(self: Database, path: Path, key: bytes, on_step: Callable[[int, int], None]) -> None:
        whole(self, path, key, on_step)
        spoilt = open_database(path, key)
        spoilt.execute("UPDATE patients SET name = 'somebody else' WHERE id = 'p7'")
        spoilt.close()

    monkeypatch.setattr(Database, "copy_to", spoil)
    with pytest.raises(WorldError) as error:
        make()
    assert heard(error) == "backup.not_sound"
    assert list(folder.iterdir()) == []


def test_a_damaged_store_is_not_kept_as_a_backup(make: Make, database: Database, path: Path, folder: Path) -> None:
    database.close()
    with path.open("rb+") as file:
        file.seek(4096 * 20 + 99)
        file.write(b"\0\0\0\0")
    with pytest.raises(WorldError) as error:
        make()
    assert heard(error) == "store.damaged"
    assert list(folder.iterdir()) == []


def test_every_change_of_a_backup_is_noticed(make: Make, key: bytes) -> None:
    made = make()
    chance = random.Random(20261123)
    for name in (STORE_IN_BACKUP, LEAF):
        whole = (made.folder / name).read_bytes()
        for _ in range(40):
            spoilt = bytearray(whole)
            spoilt[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
            (made.folder / name).write_bytes(spoilt)
            (listed,) = backups_in(made.folder.parent) or (made,)
            with pytest.raises(WorldError) as error:
                backups.check_backup(listed, key)
            assert heard(error) == "backup.not_sound"
        (made.folder / name).write_bytes(whole)
    backups.check_backup(made, key)


def test_a_backup_that_was_cut_short_does_not_count(make: Make, folder: Path) -> None:
    made = make()
    os.truncate(made.folder / STORE_IN_BACKUP, made.size - 4096)
    assert backups_in(folder) == ()


def test_the_same_backup_lies_in_a_second_folder(make: Make, tmp_path: Path, key: bytes) -> None:
    made, elsewhere = make(), tmp_path / "stick"
    elsewhere.mkdir()
    copied = backups.copy_backup(made, elsewhere, lambda _: None)
    assert backups_in(elsewhere) == (copied,)
    assert copied.content == made.content
    backups.check_backup(copied, key)


def test_thinning_out_leaves_the_newest_and_what_is_not_ours(make: Make, folder: Path) -> None:
    made = make()
    for days in range(1, 60):
        older = folder / f"older-{days}"
        shutil.copytree(made.folder, older)
        facts = json.loads((older / LEAF).read_bytes())
        (older / LEAF).write_text(json.dumps({**facts, "made_at": (AT - timedelta(days=days)).isoformat()}))
    (folder / "notes of the ward").mkdir()
    (folder / "notes of the ward" / "read me").write_text("ours")
    backups.thin_out(folder, AT)
    left = backups_in(folder)
    assert left[0] == made
    assert 12 <= len(left) <= 12 + 10 + 9
    assert (folder / "notes of the ward" / "read me").read_text() == "ours"
    backups.thin_out(folder, AT + timedelta(days=4000))
    assert backups_in(folder)[0] == made


def test_a_folder_that_is_not_there_has_no_backups(tmp_path: Path) -> None:
    assert backups_in(tmp_path / "nowhere") == ()


def test_who_was_erased_goes_from_the_backups_too(make: Make, folder: Path, key: bytes) -> None:
    older, newer = make(), make(AT + timedelta(hours=1))
    gone = {PatientId("p7"): AT.isoformat()}
    assert backups.forget_in(folder, key, gone, lambda _: None) == 2
    left = backups_in(folder)
    assert [(backup.made_at, backup.citizens) for backup in left] == [(newer.made_at, 399), (older.made_at, 399)]
    for backup in left:
        backups.check_backup(backup, key)
        copy = open_unchanging(backup.folder / STORE_IN_BACKUP, key)
        assert copy.row("SELECT 1 FROM patients WHERE id = 'p7'") is None
        copy.close()
    assert backups.forget_in(folder, key, gone, lambda _: None) == 0


def test_a_damaged_backup_keeps_nobody_in_the_others(make: Make, folder: Path, key: bytes) -> None:
    older, damaged, newer = (make(AT + timedelta(hours=hour)) for hour in range(3))
    store = damaged.folder / STORE_IN_BACKUP
    store.write_bytes(bytes(store.stat().st_size))
    with pytest.raises(WorldError):
        backups.forget_in(folder, key, {PatientId("p7"): AT.isoformat()}, lambda _: None)
    left = {backup.made_at: backup.citizens for backup in backups_in(folder)}
    assert left == {newer.made_at: 399, damaged.made_at: 400, older.made_at: 399}
