"""Half an hour of the ward's work is the most that a broken disk can take, and a backup can be trusted."""

from datetime import timedelta
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment
from needsform.models.backup import BackupReason
from needsform.models.errors import InputError, PermissionDenied, WorldError
from needsform.models.identity import LinkId
from needsform.services.access import Access
from needsform.services.backups import BackupJob, BackupOutcome
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.storage import audit
from needsform.storage.backups import check_backup, copy_backup
from needsform.storage.database import Database
from tests.clock import StandingClock
from tests.disk import needs_file_limits, no_file_beyond
from tests.ward import citizen


def run(job: BackupJob) -> BackupOutcome:
    """Make it, with nobody in the way."""
    return job.run(lambda _: None)


def back_up(session: Session) -> BackupOutcome:
    """A backup of now, told to the session."""
    outcome = run(session.backups.job(BackupReason.DURING_WORK))
    session.backups.made(outcome.backup)
    return outcome


def test_a_backup_is_due_when_a_change_is_half_an_hour_old(
    session: Session, draft: Assessment, clock: StandingClock
) -> None:
    back_up(session)
    assert not session.backups.is_due()
    clock.advance(timedelta(hours=5))
    assert not session.backups.is_due()
    session.front_pages.set_answer(draft, LinkId("fatigue.problem"), True)
    assert session.backups.is_behind()
    clock.advance(timedelta(minutes=29))
    assert not session.backups.is_due()
    clock.advance(timedelta(minutes=1))
    assert session.backups.is_due()
    back_up(session)
    assert not session.backups.is_due()
    assert not session.backups.is_behind()


def test_what_the_last_session_did_not_keep_is_due_in_the_next(
    access: Access, unlocked: Unlocked, clock: StandingClock
) -> None:
    session = access.open(unlocked)
    back_up(session)
    session.patients.register(citizen())
    session.close()
    clock.advance(timedelta(minutes=31))
    session = access.open(unlocked)
    assert session.backups.is_due()
    session.close()


def test_the_tick_of_a_moment_ago_is_in_the_backup(session: Session, draft: Assessment, unlocked: Unlocked) -> None:
    session.front_pages.set_answer(draft, LinkId("fatigue.problem"), True)
    outcome = back_up(session)
    assert (outcome.backup.citizens, outcome.backup.assessments) == (6, 1)
    assert outcome.backup.changed_at == session.now()
    check_backup(outcome.backup, unlocked.key)


def test_an_administrator_makes_one_by_hand_and_that_is_in_the_trace(session: Session, database: Database) -> None:
    outcome = run(session.backups.job_by_hand())
    assert outcome.backup.reason is BackupReason.BY_HAND
    rows = database.rows("SELECT action FROM audit_events ORDER BY seq DESC LIMIT 1")
    assert rows == [{"action": "back_up"}]
    assert audit.first_broken_link(database) is None


def test_the_citizen_can_neither_make_nor_list_backups(session: Session, draft: Assessment, unlocked: Unlocked) -> None:
    session.hand_to_citizen(draft.id)
    with pytest.raises(PermissionDenied):
        session.backups.job_by_hand()
    with pytest.raises(PermissionDenied):
        session.backups.list_job()
    with pytest.raises(PermissionDenied):
        session.backups.choose_second_folder(None)
    session.take_back(unlocked)


def test_the_second_folder_gets_a_copy_of_each(session: Session, tmp_path: Path, unlocked: Unlocked) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    session.backups.choose_second_folder(stick)
    outcome = back_up(session)
    assert outcome.second_fault is None
    (copy,) = stick.iterdir()
    assert copy.name == outcome.backup.folder.name
    assert session.backups.list_job()().backups == (outcome.backup,)
    (outcome.backup.folder / "needsform.db").unlink()
    (kept,) = session.backups.list_job()().backups
    assert kept.folder == copy
    check_backup(kept, unlocked.key)


def test_a_second_folder_that_is_not_plugged_in_does_not_undo_the_first(session: Session, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    session.backups.choose_second_folder(stick)
    stick.rmdir()
    outcome = back_up(session)
    assert outcome.second_fault is not None
    assert outcome.second_fault.message_id == "file.no_folder"
    assert session.backups.list_job()().backups == (outcome.backup,)


@pytest.mark.parametrize(
    ("name", "said"), [("OneDrive", "backup.folder_synchronised"), (".", "backup.folder_is_store")]
)
def test_a_second_folder_that_would_not_do_is_refused(session: Session, folder: Path, name: str, said: str) -> None:
    chosen = folder / name if name == "." else folder.parent / name
    chosen.mkdir(exist_ok=True)
    with pytest.raises(InputError) as error:
        session.backups.choose_second_folder(chosen)
    assert error.value.message.message_id == said
    assert session.backups.folders.second is None


def test_no_second_folder_is_a_choice_too(session: Session, tmp_path: Path) -> None:
    folders = session.backups.folders
    session.backups.choose_second_folder(tmp_path)
    chosen = [folders.second]
    session.backups.choose_second_folder(None)
    chosen.append(folders.second)
    (folders.directory / "needsform.backups.json").write_text("{")
    chosen.append(folders.second)
    assert chosen == [tmp_path, None, None]


@needs_file_limits
def test_a_disk_that_fills_up_leaves_the_backups_that_there_were(session: Session, unlocked: Unlocked) -> None:
    outcome = back_up(session)
    session.patients.register(citizen())
    with no_file_beyond(outcome.backup.size // 2), pytest.raises(WorldError):
        back_up(session)
    assert session.backups.list_job()().backups == (outcome.backup,)
    check_backup(outcome.backup, unlocked.key)
    assert session.backups.is_behind()


def test_thirty_backups_of_a_working_month_can_each_be_read(
    session: Session, draft: Assessment, unlocked: Unlocked, clock: StandingClock
) -> None:
    for day in range(30):
        draft = session.front_pages.set_answer(draft, LinkId("fatigue.problem"), day % 2 == 0 or None)
        back_up(session)
        clock.advance(timedelta(days=1))
    kept = session.backups.list_job()().backups
    assert 12 <= len(kept) <= 31
    for backup in kept:
        check_backup(backup, unlocked.key)


def test_a_backup_can_be_copied_by_hand(session: Session, tmp_path: Path, unlocked: Unlocked) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    check_backup(copy_backup(back_up(session).backup, elsewhere, lambda _: None), unlocked.key)
