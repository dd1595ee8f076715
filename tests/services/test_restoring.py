"""A damaged or missing store gives way to its newest backup, and never to wrong data."""

import os
import random
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment
from needsform.models.backup import Backup, BackupReason
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import LinkId
from needsform.services.access import Access
from needsform.services.restoring import Restoring
from needsform.services.session import Session
from needsform.services.store_state import ANCHOR_NAME, ERASED_NAME, KEYS_NAME, STORE_NAME, StoreState
from needsform.services.unlocked import Unlocked
from needsform.storage import audit, tombstones
from needsform.storage import restoring as steps
from needsform.storage.database import open_database
from needsform.storage.restoring import SET_ASIDE
from tests.clock import StandingClock
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, entropy

LOGIN = FIRST_RUN.login


@pytest.fixture
def restoring(folder: Path, access: Access, clock: StandingClock) -> Restoring:
    """The way back."""
    return Restoring(folder, access, clock)


@pytest.fixture
def backup(session: Session, draft: Assessment, clock: StandingClock) -> Backup:
    """A backup in which Einer is tired; since then he has worries too, and the program is closed."""
    draft = session.front_pages.set_answer(draft, LinkId("fatigue.problem"), True)
    outcome = session.backups.job(BackupReason.DURING_WORK).run(lambda _: None)
    clock.advance(timedelta(minutes=5))
    session.front_pages.set_answer(draft, LinkId("worry.problem"), True)
    session.close()
    return outcome.backup


def answers(access: Access, unlocked: Unlocked, draft: Assessment) -> set[str]:
    """What is ticked in the store as it is now."""
    session = access.open(unlocked)
    ticked = {str(link_id) for link_id in session.assessments.get(draft.id).response.answers}
    session.close()
    return ticked


def restore(restoring: Restoring, backup: Backup, login: str = LOGIN, secret: str = PASSWORD) -> None:
    """The whole way."""
    restoring.restore(restoring.permit(backup, login, secret), lambda _: None)


def spoil(path: Path) -> None:
    """Zero a page in the middle."""
    with path.open("rb+") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(bytes(4096))


def said(error: pytest.ExceptionInfo[InputError]) -> str:
    """The id of what was said."""
    return error.value.message.message_id


@pytest.mark.parametrize(
    "harm", [spoil, Path.unlink, lambda path: path.write_bytes(b""), lambda path: os.truncate(path, 9000)]
)
def test_the_ward_works_on_after_the_store_is_broken(
    harm: Callable[[Path], object],
    restoring: Restoring,
    backup: Backup,
    access: Access,
    unlocked: Unlocked,
    draft: Assessment,
    folder: Path,
) -> None:
    harm(folder / STORE_NAME)
    assert restoring.backups() == (backup,)
    restore(restoring, backup)
    assert answers(access, unlocked, draft) == {"fatigue.problem"}


def test_the_damaged_store_is_kept_aside_byte_for_byte(restoring: Restoring, backup: Backup, folder: Path) -> None:
    spoil(folder / STORE_NAME)
    damaged = (folder / STORE_NAME).read_bytes()
    restore(restoring, backup)
    (aside,) = (folder / SET_ASIDE).iterdir()
    assert (aside / STORE_NAME).read_bytes() == damaged


def test_the_trace_says_who_restored_which_backup_and_its_chain_holds(
    restoring: Restoring, backup: Backup, access: Access, unlocked: Unlocked, folder: Path
) -> None:
    restore(restoring, backup)
    session = access.open(unlocked)
    session.close()
    opened = open_database(folder / STORE_NAME, unlocked.key)
    (row,) = opened.rows("SELECT * FROM audit_events WHERE action = 'restore'")
    assert row["detail"] == f"at={backup.made_at.isoformat()}"
    assert row["practitioner_id"] == session.practitioner.id
    assert opened.rows("SELECT * FROM audit_events WHERE action = 'trace_fault'") == []
    assert audit.first_broken_link(opened) is None
    opened.close()


def test_without_the_right_password_nothing_is_restored(restoring: Restoring, backup: Backup, folder: Path) -> None:
    before = (folder / STORE_NAME).read_bytes()
    with pytest.raises(InputError) as error:
        restoring.permit(backup, LOGIN, "te uden mælk")
    assert said(error) == "unlock.wrong"
    assert (folder / STORE_NAME).read_bytes() == before


def test_missing_keys_come_back_with_the_backup(
    restoring: Restoring, backup: Backup, access: Access, draft: Assessment, folder: Path
) -> None:
    (folder / KEYS_NAME).unlink()
    (folder / STORE_NAME).unlink()
    restore(restoring, backup)
    assert answers(access, access.unlock(LOGIN, PASSWORD), draft) == {"fatigue.problem"}


def test_damaged_keys_come_back_with_the_backup(
    restoring: Restoring, backup: Backup, access: Access, draft: Assessment, folder: Path
) -> None:
    (folder / KEYS_NAME).write_bytes(b"{}")
    restore(restoring, backup)
    assert answers(access, access.unlock(LOGIN, PASSWORD), draft) == {"fatigue.problem"}


def test_a_new_computer_is_set_up_from_a_backup_alone(
    backup: Backup, draft: Assessment, tmp_path: Path, clock: StandingClock
) -> None:
    folder = tmp_path / "new computer"
    folder.mkdir()
    shutil.copytree(backup.folder.parent, folder / "backups")
    access = Access(folder, clock, entropy(4), CHEAP)
    way_back = Restoring(folder, access, clock)
    restore(way_back, way_back.backups()[0])
    assert answers(access, access.unlock(LOGIN, PASSWORD), draft) == {"fatigue.problem"}
    access.leave()


def test_a_backup_from_before_a_change_of_the_key_is_restored_under_todays_key(
    restoring: Restoring, backup: Backup, access: Access, unlocked: Unlocked, draft: Assessment
) -> None:
    changed = access.change_key(unlocked)
    restore(restoring, backup)
    assert answers(access, changed, draft) == {"fatigue.problem"}
    assert access.unlock(LOGIN, PASSWORD).key == changed.key


def test_after_a_change_of_the_key_a_damaged_store_is_restored_with_the_password_alone(
    restoring: Restoring, backup: Backup, access: Access, unlocked: Unlocked, draft: Assessment, folder: Path
) -> None:
    changed = access.change_key(unlocked)
    (folder / STORE_NAME).write_bytes(bytes(9000))
    restore(restoring, backup)
    assert answers(access, changed, draft) == {"fatigue.problem"}


def test_somebody_erased_since_stays_erased(
    restoring: Restoring, backup: Backup, access: Access, unlocked: Unlocked, draft: Assessment, folder: Path
) -> None:
    database = open_database(folder / STORE_NAME, unlocked.key)
    with database.atomic():
        tombstones.bury(database, draft.patient_id, backup.made_at)
    database.close()
    access.open(unlocked).close()
    assert (folder / ERASED_NAME).is_file()
    spoil(folder / STORE_NAME)
    restore(restoring, backup)
    session = access.open(unlocked)
    with pytest.raises(WorldError):
        session.patients.get(draft.patient_id)
    session.close()


def test_a_store_that_was_put_back_by_hand_forgets_them_again(
    backup: Backup, access: Access, unlocked: Unlocked, draft: Assessment, folder: Path
) -> None:
    before = (folder / STORE_NAME).read_bytes()
    database = open_database(folder / STORE_NAME, unlocked.key)
    with database.atomic():
        tombstones.bury(database, draft.patient_id, backup.made_at)
    database.close()
    access.open(unlocked).close()
    (folder / STORE_NAME).write_bytes(before)
    session = access.open(unlocked)
    with pytest.raises(WorldError):
        session.patients.get(draft.patient_id)
    session.close()


def test_a_restore_that_was_cut_off_after_it_was_decided_is_completed_at_the_next_login(
    restoring: Restoring,
    backup: Backup,
    access: Access,
    draft: Assessment,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: Path) -> None:
        raise WorldError("file.cannot_write", number=5)

    with monkeypatch.context() as patch:
        patch.setattr(steps, "carry_out", fail)
        with pytest.raises(WorldError):
            restore(restoring, backup)
    (folder / STORE_NAME).unlink()
    assert access.state() is StoreState.READY
    assert answers(access, access.unlock(LOGIN, PASSWORD), draft) == {"fatigue.problem"}


def test_a_damaged_store_never_shows_a_wrong_answer(
    backup: Backup, access: Access, unlocked: Unlocked, draft: Assessment, folder: Path
) -> None:
    whole = (folder / STORE_NAME).read_bytes()
    chance, right, told = random.Random(20261123), {"fatigue.problem", "worry.problem"}, set()
    assert backup.folder.exists()
    for number in range(40):
        spoilt = bytearray(whole)
        at, other = (chance.randrange(len(whole) // 4096) * 4096 for _ in range(2))
        if number % 4 == 0:
            spoilt[at + chance.randrange(4096)] ^= 1 << chance.randrange(8)
        elif number % 4 == 1:
            spoilt[at : at + 4096] = bytes(4096)
        elif number % 4 == 2:
            del spoilt[at + chance.randrange(4096) :]
        else:
            spoilt[at : at + 4096], spoilt[other : other + 4096] = whole[other : other + 4096], whole[at : at + 4096]
        (folder / STORE_NAME).write_bytes(spoilt)
        for log in ("-wal", "-shm"):
            (folder / f"{STORE_NAME}{log}").unlink(missing_ok=True)
        try:
            assert answers(access, unlocked, draft) == right
        except WorldError as error:
            told.add(error.message.message_id)
        access.leave()
    assert told <= {"store.damaged", "store.wrong_key_or_damaged", "store.stopped"}
    assert "store.damaged" in told


def test_the_trace_of_a_restored_store_is_not_suspected_even_if_the_program_was_killed_at_once(
    restoring: Restoring, backup: Backup, access: Access, unlocked: Unlocked, folder: Path
) -> None:
    anchor = folder / ANCHOR_NAME
    of_the_other_history = anchor.read_bytes()
    restore(restoring, backup)
    assert anchor.read_bytes() == of_the_other_history, "nothing is written beside the store after its place was taken"
    assert findings(access, unlocked) == []
    assert anchor.read_bytes() != of_the_other_history
    anchor.write_bytes(of_the_other_history)
    assert findings(access, unlocked) == ["trace.another_history"], "the restored store has an anchor of its own by now"


def findings(access: Access, unlocked: Unlocked) -> list[str]:
    """What staff hears at the door."""
    session = access.open(unlocked)
    heard = [message.message_id for message in session.take_findings()]
    session.close()
    return heard
