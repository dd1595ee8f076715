"""A backup takes the store's place whole or not at all, wherever the program is ended."""

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from needsform.models.backup import Backup, BackupReason
from needsform.models.errors import WorldError
from needsform.models.identity import PatientId
from needsform.storage import restoring, tombstones
from needsform.storage.backup_leaf import STORE_IN_BACKUP
from needsform.storage.backups import Source, make_backup
from needsform.storage.database import Database, open_database
from needsform.storage.restoring import RestoringKeys
from tests.clock import COPENHAGEN

AT = datetime(2026, 11, 23, 10, 42, tzinfo=COPENHAGEN)
CHECKOUT = Path(__file__).resolve().parents[2]
EINER = PatientId("einer")
NOTHING: dict[PatientId, str] = {}


def register(database: Database, patient_id: str) -> None:
    """A citizen."""
    database.execute(
        "INSERT INTO patients VALUES (?, 'cpr', ?, 'n', '0751', '{}', '', '')", [patient_id, f"cpr of {patient_id}"]
    )


def registered(path: Path, key: bytes) -> set[str]:
    """Who is in a store."""
    opened = open_database(path, key)
    opened.verify()
    found = {str(row["id"]) for row in opened.rows("SELECT id FROM patients")}
    opened.close()
    return found


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """The key file."""
    path = tmp_path / "store.keys.json"
    path.write_text('{"keys": "then"}')
    return path


@pytest.fixture
def backup(database: Database, path: Path, keys: Path, key: bytes, tmp_path: Path) -> Backup:
    """A backup with Einer in it; Else came to the ward later, and the program is closed."""
    register(database, EINER)
    made = make_backup(Source(path, keys, key), tmp_path / "backups", AT, BackupReason.BY_HAND, lambda _: None)
    register(database, "else")
    database.close()
    keys.write_text('{"keys": "today"}')
    return made


def say_nothing(_: Database) -> None:
    """Nothing to add."""


def restore(backup: Backup, path: Path, keys: Path, key: bytes, *, with_keys: bool = False) -> None:
    """The whole way."""
    restoring.make_ready(backup, path, RestoringKeys(key, key), NOTHING, say_nothing, lambda _: None)
    restoring.put_in_place(path, keys, AT, backup if with_keys else None)


def test_the_backup_is_the_store_and_what_was_there_is_kept_aside(
    backup: Backup, path: Path, keys: Path, key: bytes
) -> None:
    restore(backup, path, keys, key)
    assert registered(path, key) == {EINER}
    assert keys.read_text() == '{"keys": "today"}'
    (aside,) = (path.parent / restoring.SET_ASIDE).iterdir()
    assert registered(aside / path.name, key) == {EINER, "else"}
    assert not restoring.is_decided(path)
    assert list(path.parent.glob(f"*{restoring.SIDE}*")) == []


def test_the_keys_come_along_where_those_of_today_do_not_fit(
    backup: Backup, path: Path, keys: Path, key: bytes
) -> None:
    restore(backup, path, keys, key, with_keys=True)
    assert keys.read_text() == '{"keys": "then"}'
    (aside,) = (path.parent / restoring.SET_ASIDE).iterdir()
    assert (aside / keys.name).read_text() == '{"keys": "today"}'


def test_a_store_that_is_not_there_is_restored_too(backup: Backup, path: Path, keys: Path, key: bytes) -> None:
    path.unlink()
    restore(backup, path, keys, key)
    assert registered(path, key) == {EINER}
    assert list((path.parent / restoring.SET_ASIDE).iterdir()) == []


def test_the_log_of_the_damaged_store_is_set_aside_with_it(backup: Backup, path: Path, keys: Path, key: bytes) -> None:
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"what the damaged store had not folded in")
    restore(backup, path, keys, key)
    assert registered(path, key) == {EINER}
    (aside,) = (path.parent / restoring.SET_ASIDE).iterdir()
    assert (aside / log.name).read_bytes() == b"what the damaged store had not folded in"


def test_restoring_twice_keeps_both_of_what_was_there(backup: Backup, path: Path, keys: Path, key: bytes) -> None:
    restore(backup, path, keys, key)
    restore(backup, path, keys, key)
    assert len(list((path.parent / restoring.SET_ASIDE).iterdir())) == 2


def test_who_was_erased_since_does_not_come_back(backup: Backup, path: Path, keys: Path, key: bytes) -> None:
    restoring.make_ready(backup, path, RestoringKeys(key, key), {EINER: AT.isoformat()}, say_nothing, lambda _: None)
    restoring.put_in_place(path, keys, AT, None)
    assert registered(path, key) == set()
    opened = open_database(path, key)
    assert tombstones.tombstones(opened) == {EINER: AT.isoformat()}
    opened.close()
    assert b"cpr of einer" not in path.read_bytes()


def test_a_backup_with_a_former_key_is_restored_under_the_key_of_today(
    backup: Backup, path: Path, keys: Path, key: bytes
) -> None:
    today = bytes(reversed(key))
    restoring.make_ready(backup, path, RestoringKeys(key, today), NOTHING, say_nothing, lambda _: None)
    restoring.put_in_place(path, keys, AT, None)
    assert registered(path, today) == {EINER}


def test_a_damaged_backup_leaves_the_store_alone(backup: Backup, path: Path, keys: Path, key: bytes) -> None:
    copy = backup.folder / STORE_IN_BACKUP
    copy.write_bytes(copy.read_bytes()[:-4000] + bytes(4000))
    before = path.read_bytes()
    with pytest.raises(WorldError) as error:
        restore(backup, path, keys, key)
    assert error.value.message.message_id == "backup.not_sound"
    assert path.read_bytes() == before
    assert not restoring.is_decided(path)


def test_what_was_made_ready_and_not_decided_is_thrown_away(backup: Backup, path: Path, keys: Path, key: bytes) -> None:
    restoring.make_ready(backup, path, RestoringKeys(key, key), NOTHING, say_nothing, lambda _: None)
    restoring.discard_unready(path)
    assert registered(path, key) == {EINER, "else"}
    assert list(path.parent.glob(f"*{restoring.SIDE}*")) == []
    assert keys.exists()


KILLED_AT_EVERY_STEP = """
import os, shutil, signal, sys
from datetime import datetime
from pathlib import Path
from needsform.storage import restoring
from needsform.storage.backups import backups_in

whole, store, keys, key, at = Path(sys.argv[1]), sys.argv[2], sys.argv[3], bytes.fromhex(sys.argv[4]), sys.argv[5]
(backup,) = backups_in(whole / "backups")
seen = last = 0

def watch(event, _):
    global seen
    if event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "open"):
        seen += 1
        if seen == last:
            os.kill(os.getpid(), signal.SIGKILL)

while True:
    last += 1
    folder = whole / f"killed-{last:03}"
    folder.mkdir()
    for name in (store, keys):
        shutil.copyfile(whole / name, folder / name)
    if (child := os.fork()) == 0:
        sys.addaudithook(watch)
        same_key = restoring.RestoringKeys(key, key)
        restoring.make_ready(backup, folder / store, same_key, {}, lambda _: None, lambda _: None)
        restoring.put_in_place(folder / store, folder / keys, datetime.fromisoformat(at), backup)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no kill -9")
def test_a_program_that_is_killed_at_any_step_leaves_the_old_store_or_the_new_one(
    backup: Backup, path: Path, keys: Path, key: bytes, tmp_path: Path
) -> None:
    assert backup.folder.parent == tmp_path / "backups"
    subprocess.run(
        [sys.executable, "-c", KILLED_AT_EVERY_STEP, tmp_path, path.name, keys.name, key.hex(), AT.isoformat()],
        cwd=CHECKOUT,
        check=True,
    )

    def end_of(folder: Path) -> tuple[set[str], str]:
        store, slots = folder / path.name, folder / keys.name
        if restoring.is_decided(store):
            restoring.carry_out(store, slots)
        restoring.discard_unready(store)
        return registered(store, key), slots.read_text()

    old, new = ({EINER, "else"}, '{"keys": "today"}'), ({EINER}, '{"keys": "then"}')
    ends = [end_of(folder) for folder in sorted(tmp_path.glob("killed-*"))]
    assert len(ends) > 20
    assert [end for end in ends if end not in (old, new)] == []
    assert ends[0] == old
    assert ends[-1] == new
    assert ends == sorted(ends, key=lambda end: end == new)


@pytest.mark.parametrize("spoilt", ["", "[]", '{"aside": "../.."}'])
def test_a_decided_change_is_carried_out_even_if_the_order_is_damaged(
    backup: Backup, path: Path, keys: Path, key: bytes, spoilt: str
) -> None:
    restoring.make_ready(backup, path, RestoringKeys(key, key), NOTHING, say_nothing, lambda _: None)
    path.with_name(restoring.ORDER).write_text(spoilt)
    restoring.carry_out(path, keys)
    assert registered(path, key) == {EINER}
    assert registered(path.parent / restoring.SET_ASIDE / "unnamed" / path.name, key) == {EINER, "else"}
