"""Who was erased is gone: from every page of the store and its log, from every backup, and from what comes back."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment
from needsform.models.backup import BackupReason
from needsform.models.errors import InputError, Message, PermissionDenied, Stopped, WorldError
from needsform.models.identity import LinkId, PatientId
from needsform.models.patient import Patient
from needsform.models.retention import EraseReason
from needsform.services.access import Access
from needsform.services.erasure import ErasureOutcome
from needsform.services.restoring import Restoring
from needsform.services.session import Session
from needsform.services.store_state import KEYS_NAME, STORE_NAME
from needsform.services.unlocked import Unlocked
from needsform.storage import audit, tombstones
from needsform.storage.backups import Source, backups_in, make_backup
from needsform.storage.database import Database, open_database
from needsform.storage.key_file import save_former_key
from needsform.storage.restoring import SET_ASIDE
from tests.clock import StandingClock
from tests.plain_pages import plain_pages
from tests.ward import FIRST_RUN, PASSWORD, PUBLIC_TEST_PERSONS, citizen, first_talk

MARKER = "Zyxomarkør"
"""Words that stand nowhere else."""


def go_on(_percent: int) -> None:
    """Nobody watches."""


def stop_at_once(_percent: int) -> None:
    """Somebody has pressed the button before it is asked whether they have."""
    raise Stopped("work.stopped")


def occurrences(path: Path, key: bytes) -> int:
    """How often the marker stands in a store, in any of the ways in which it was written."""
    pages = plain_pages(path, key)
    words = (MARKER, MARKER.casefold(), "zyxomarkor", "0201609995")
    return sum(pages.count(word.encode()) for word in words)


@pytest.fixture
def marked(session: Session) -> Patient:
    """A citizen whose name, answers, reasons, back page and closed revision all say the same strange word."""
    patient = session.patients.register(citizen().model_copy(update={"name": f"Einer {MARKER}", "address": MARKER}))
    draft = session.assessments.start(patient, first_talk().model_copy(update={"unit": MARKER}))
    draft = session.front_pages.set_answer(draft, LinkId("fatigue.note"), MARKER * 10)
    draft = session.front_pages.set_answer(draft, LinkId("fatigue.note"), MARKER)
    done = session.front_pages.complete(draft)
    session.assessments.reopen(done, MARKER)
    corrected = patient.details().model_copy(update={"best_time": MARKER})
    return session.patients.correct(patient.id, corrected)


def erase(session: Session, patient: Patient) -> ErasureOutcome:
    """As an administrator does it on the card."""
    job = session.retention.erasure_of(patient.id, "020160-9995", EraseReason.CITIZEN_ASKED)
    return job.run(go_on)


def test_not_one_byte_is_left_in_the_store_nor_in_its_log(
    session: Session, marked: Patient, folder: Path, unlocked: Unlocked
) -> None:
    assert occurrences(folder / STORE_NAME, unlocked.key) > 10  # or this looks in the wrong place
    assert erase(session, marked) == ErasureOutcome(erased=1, held=0, left_behind=None)
    assert occurrences(folder / STORE_NAME, unlocked.key) == 0
    assert session.patients.find(MARKER) == ()
    session.close()
    assert occurrences(folder / STORE_NAME, unlocked.key) == 0


def test_without_folding_the_log_in_it_would_still_be_there(
    session: Session, marked: Patient, database: Database, folder: Path, unlocked: Unlocked, clock: StandingClock
) -> None:
    """The control: deleting alone leaves every word in the log."""
    with database.atomic():
        tombstones.bury(database, marked.id, clock())
    assert occurrences(folder / STORE_NAME, unlocked.key) > 10
    assert not session.is_with_citizen


def test_not_one_byte_is_left_in_any_backup_beside_the_store_or_elsewhere(
    session: Session, marked: Patient, folder: Path, unlocked: Unlocked, tmp_path: Path, clock: StandingClock
) -> None:
    second = tmp_path / "memory stick"
    second.mkdir()
    session.backups.choose_second_folder(second)
    for _ in range(3):
        session.backups.job(BackupReason.DURING_WORK).run(go_on)
        clock.advance(timedelta(days=1))
    stores = [*folder.glob("backups/*/*.db"), *second.glob("*/*.db")]
    assert len(stores) == 6
    assert all(occurrences(path, unlocked.key) for path in stores)

    assert erase(session, marked).left_behind is None

    stores = [*folder.glob("backups/*/*.db"), *second.glob("*/*.db")]
    assert len(stores) == 6
    assert [occurrences(path, unlocked.key) for path in stores] == [0] * 6
    assert not session.retention.has_left_behind()


def test_any_older_backup_comes_back_without_who_was_erased(
    session: Session, marked: Patient, access: Access, folder: Path, unlocked: Unlocked, clock: StandingClock
) -> None:
    """Kept where nobody could reach it, as on a stick in a drawer, so that it is as it was made."""
    drawer = folder.parent / "drawer"
    session.backups.job(BackupReason.DURING_WORK).run(go_on)
    clock.advance(timedelta(days=1))
    session.retention.place_hold(marked.id, "a complaint")
    session.backups.job(BackupReason.DURING_WORK).run(go_on)
    shutil.copytree(folder / "backups", drawer)
    session.retention.lift_hold(marked.id)
    erase(session, marked)
    session.close()
    shutil.rmtree(folder / "backups")
    shutil.copytree(drawer, folder / "backups")
    for backup in backups_in(folder / "backups"):
        assert occurrences(backup.folder / STORE_NAME, unlocked.key) > 10
        restoring = Restoring(folder, access, clock)
        restoring.restore(restoring.permit(backup, FIRST_RUN.login, PASSWORD), go_on)
        assert occurrences(folder / STORE_NAME, unlocked.key) == 0
        opened = access.open(unlocked)
        assert opened.patients.find(MARKER) == opened.patients.find("Einer") == ()
        with pytest.raises(WorldError):
            opened.patients.get(marked.id)
        opened.close()


def test_a_folder_that_is_not_there_is_told_and_swept_when_it_is(
    session: Session, marked: Patient, folder: Path, unlocked: Unlocked, tmp_path: Path
) -> None:
    second, away = tmp_path / "stick", tmp_path / "away"
    second.mkdir()
    session.backups.choose_second_folder(second)
    session.backups.job(BackupReason.DURING_WORK).run(go_on)
    second.rename(away)
    assert erase(session, marked).left_behind == Message("erase.second_missing")
    assert session.retention.has_left_behind()
    (own,) = folder.glob("backups/*/*.db")
    assert occurrences(own, unlocked.key) == 0
    away.rename(second)
    assert session.retention.sweep().run(go_on) is None
    assert not session.retention.has_left_behind()
    (store,) = second.glob("*/*.db")
    assert occurrences(store, unlocked.key) == 0


def test_what_was_set_aside_goes_unless_it_is_known_to_be_free_of_them(
    session: Session, marked: Patient, folder: Path, unlocked: Unlocked
) -> None:
    session.backups.job(BackupReason.DURING_WORK).run(go_on)
    (copy,) = folder.glob("backups/*/needsform.db")
    for name in ("whole", "damaged", "other"):
        (folder / SET_ASIDE / name).mkdir(parents=True)
        shutil.copy(copy, folder / SET_ASIDE / name / STORE_NAME)
    (folder / SET_ASIDE / "damaged" / STORE_NAME).write_bytes(copy.read_bytes()[:9000])
    free = open_database(folder / SET_ASIDE / "other" / STORE_NAME, unlocked.key)
    with free.atomic():
        free.execute("DELETE FROM patients")
    free.close()
    erase(session, marked)
    assert [path.name for path in (folder / SET_ASIDE).iterdir()] == ["other"]


def test_the_trace_keeps_its_rows_and_names_nobody(session: Session, marked: Patient, database: Database) -> None:
    before = database.rows("SELECT * FROM audit_events WHERE patient_id = ?", [marked.id])
    erase(session, marked)
    rows = database.rows("SELECT * FROM audit_events WHERE patient_id = ? ORDER BY seq", [marked.id])
    assert rows[: len(before)] == before
    assert rows[-1]["action"] == "erase"
    assert rows[-1]["detail"] == "cause=citizen_asked"
    assert audit.first_broken_link(database) is None
    assert not any(MARKER in str(value) for row in rows for value in row.values())


def test_nobody_is_erased_on_a_slip(session: Session, marked: Patient) -> None:
    for typed in ("", "020160", "0201609996", PUBLIC_TEST_PERSONS["Max Test Berggren"]):
        with pytest.raises(InputError) as error:
            session.retention.erasure_of(marked.id, typed, EraseReason.MISTAKE)
        assert error.value.message.message_id == "erase.identifier_differs"
    session.retention.place_hold(marked.id, "a complaint")
    with pytest.raises(PermissionDenied) as denied:
        session.retention.erasure_of(marked.id, "0201609995", EraseReason.MISTAKE)
    assert denied.value.message.message_id == "erase.held"
    assert session.patients.get(marked.id).id == marked.id


def test_whoever_is_held_meanwhile_stays_and_the_others_go(session: Session, patients: dict[str, Patient]) -> None:
    ids = tuple(patient.id for patient in patients.values())
    job = session.retention.erasure(ids)
    session.retention.place_hold(ids[2], "a complaint")
    assert job.run(go_on) == ErasureOutcome(erased=5, held=1, left_behind=None)
    assert [found.id for found in session.patients.find("Test")] == [ids[2]]


def test_stopping_erases_some_and_nobody_by_half(
    session: Session, patients: dict[str, Patient], other: Assessment, folder: Path, unlocked: Unlocked
) -> None:
    ids = tuple(patient.id for patient in patients.values())

    def stop_at_the_third(percent: int) -> None:
        if percent >= 40 * 2 // len(ids):
            raise Stopped("work.stopped")

    with pytest.raises(Stopped) as stopped:
        session.retention.erasure(ids).run(stop_at_the_third)
    assert stopped.value.message == Message("erase.stopped", {"count": "2"})
    left = {found.id for found in session.patients.find("Test")}
    assert left == set(ids[2:])
    assert session.retention.has_left_behind()
    stones = tombstones.read_beside(folder / "needsform.erased.json", unlocked.key)
    assert set(stones) == set(ids[:2])
    assert session.assessments.get(other.id).patient_id in left


def test_stopped_before_anybody_went_everything_is_as_it_was(session: Session, marked: Patient) -> None:
    with pytest.raises(Stopped) as stopped:
        session.retention.erasure((marked.id,)).run(stop_at_once)
    assert stopped.value.message == Message("work.stopped")
    assert session.patients.get(marked.id)
    assert not session.retention.has_left_behind()


def test_stopped_among_the_backups_it_says_that_the_citizen_is_erased_and_the_backups_are_not(
    session: Session, marked: Patient, folder: Path, unlocked: Unlocked
) -> None:
    """Neither the next backup nor the next start makes up for it: the next erasure does, or looking through again."""
    session.backups.job(BackupReason.DURING_WORK).run(go_on)

    def stop_after_the_store(percent: int) -> None:
        if percent >= 40:
            raise Stopped("work.stopped")

    job = session.retention.erasure((marked.id,))
    assert job.run(stop_after_the_store) == ErasureOutcome(1, 0, Message("erase.sweep_stopped"))
    assert session.patients.find(MARKER) == ()
    (backup,) = folder.glob("backups/*/*.db")
    assert occurrences(backup, unlocked.key) > 10
    assert session.retention.has_left_behind()
    assert session.retention.sweep().run(stop_at_once) == Message("erase.sweep_stopped")
    assert job.run(go_on) == ErasureOutcome(erased=0, held=0, left_behind=None)
    (backup,) = folder.glob("backups/*/*.db")
    assert occurrences(backup, unlocked.key) == 0
    assert not session.retention.has_left_behind()


@pytest.mark.parametrize(
    ("free", "told"), [(0, "erase.sweep_no_room"), (None, "erase.sweep_failed")], ids=["no room", "damaged"]
)
def test_what_keeps_the_backups_from_being_made_anew_is_told_beside_that_the_citizen_is_erased(
    session: Session, marked: Patient, folder: Path, monkeypatch: pytest.MonkeyPatch, free: int | None, told: str
) -> None:
    session.backups.job(BackupReason.DURING_WORK).run(go_on)
    if free is None:
        (backup,) = folder.glob("backups/*/*.db")
        backup.write_bytes(bytes(backup.stat().st_size))
    else:
        usage = shutil.disk_usage(folder)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=free))
    assert erase(session, marked) == ErasureOutcome(1, 0, Message(told))
    assert session.patients.find(MARKER) == ()
    assert session.retention.has_left_behind()


def test_a_second_erasure_of_the_same_citizen_does_nothing(session: Session, marked: Patient) -> None:
    job = session.retention.erasure((marked.id, PatientId("f" * 32)))
    assert job.run(go_on).erased == 1
    assert job.run(go_on) == ErasureOutcome(erased=0, held=0, left_behind=None)


def test_backups_from_before_the_key_was_changed_are_swept_too(
    session: Session, marked: Patient, folder: Path, database: Database, tmp_path: Path, clock: StandingClock
) -> None:
    before = bytes(range(32))
    database.copy_to(tmp_path / "before.db", before, lambda _left, _pages: None)
    source = Source(tmp_path / "before.db", folder / KEYS_NAME, before)
    made = make_backup(source, folder / "backups", clock(), BackupReason.DURING_WORK, go_on)
    assert occurrences(made.folder / STORE_NAME, before) > 10
    with database.atomic():
        save_former_key(database, before, clock())
    erase(session, marked)
    (backup,) = backups_in(folder / "backups")
    assert occurrences(backup.folder / STORE_NAME, before) == 0
