"""The day on which the disk gives out: what was kept is said, and the way back is a few clicks long."""

import hashlib
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands, hands_on
from needsform.models.backup import Backup, BackupReason
from needsform.models.errors import Message
from needsform.models.settings import Settings
from needsform.services import backups as services
from needsform.services.one_program import claim, ring
from needsform.services.store_place import Surroundings
from needsform.services.store_state import KEYS_NAME, STORE_NAME
from needsform.services.unlocked import Unlocked
from needsform.storage.backups import GoOn, Source, backups_in, make_backup
from needsform.storage.database import open_database
from needsform.ui.dialogs import Dialogs
from tests.clock import StandingClock
from tests.e2e.pages import UnlockPage, WorklistPage
from tests.ui.conftest import sweep
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, entropy

FIVE = 5
"""Clicks: the most that may lie between the damage and the ward's work (TRUST, A15)."""


class CountingHands(Hands):
    """Counts how often the mouse is pressed."""

    clicks = 0

    def click(self, name: str) -> None:
        """As a person does."""
        self.clicks += 1
        super().click(name)


@pytest.fixture
def counted(program: Program) -> CountingHands:
    """Somebody who counts their clicks."""
    return CountingHands(program.window)


def back_up(program: Program, hands: Hands) -> None:
    """What the program does by itself when it locks."""
    program.journeys.lock()
    hands.wait_until_quiet(lambda: program.is_busy)


def spoil(store: Path) -> None:
    """Zero what the store begins with, but for the first bytes."""
    with store.open("rb+") as file:
        file.seek(20)
        file.write(bytes(3000))


def said(hands: Hands) -> str:
    """Everything that the screen says in words."""
    return "\n".join(label.text() for label in hands.window.findChildren(QLabel) if label.isVisible())


def unlock(hands: Hands) -> None:
    """Karin's login."""
    hands.write("login", FIRST_RUN.login)
    hands.write("password", PASSWORD)
    hands.click("unlock")


def test_a_damaged_store_gives_way_to_its_newest_backup_in_a_few_clicks(
    worklist: WorklistPage, program: Program, counted: CountingHands, folder: Path
) -> None:
    back_up(program, worklist.hands)
    spoil(folder / STORE_NAME)
    unlock(worklist.hands)
    worklist.hands.find(QWidget, "store_fault_screen")
    assert "Databasen er beskadiget" in said(worklist.hands)
    assert "slet" not in said(worklist.hands).lower()
    counted.click("restore")
    counted.find(QWidget, "login").setFocus()
    counted.wait_for(lambda: counted.sees("preview"), "the backups")
    assert "I denne sikkerhedskopi: 0 borgere, 0 behovsvurderinger" in said(counted)
    counted.type_text(FIRST_RUN.login)
    counted.find(QWidget, "password").setFocus()
    counted.type_text(PASSWORD)
    counted.click("restore")
    counted.find(QWidget, "unlock_screen")
    assert counted.clicks <= FIVE
    assert "Databasen er gendannet" in said(counted)
    unlock(counted)
    counted.find(QWidget, "worklist_screen")


def test_an_administrator_goes_back_to_an_earlier_backup_in_five_clicks(
    worklist: WorklistPage, program: Program, counted: CountingHands, folder: Path
) -> None:
    back_up(program, worklist.hands)
    unlock(worklist.hands)
    worklist.hands.find(QWidget, "worklist_screen")
    counted.click("go_to_administration")
    counted.click("administer_backups_act_0")
    counted.wait_for(lambda: counted.sees("preview"), "the backups")
    counted.click("restore")
    assert "alle skal låse op igen" in said(counted)
    counted.click("confirm_restore")
    counted.find(QWidget, "unlock_screen")
    assert counted.clicks <= FIVE
    reasons = [backup.reason.value for backup in backups_in(folder / "backups")]
    assert reasons == ["before_restore", "on_closing"]
    unlock(counted)
    counted.find(QWidget, "worklist_screen")


def test_whoever_says_no_keeps_the_store(worklist: WorklistPage, program: Program, hands: Hands, folder: Path) -> None:
    back_up(program, hands)
    unlock(hands)
    hands.click("go_to_administration")
    hands.click("administer_backups_act_0")
    hands.wait_for(lambda: hands.sees("preview"), "the backups")
    hands.click("restore")
    assert hands.window.focusWidget().objectName() == "cancel_restore"
    hands.click("cancel_restore")
    assert not hands.sees("confirm_restore")
    assert len(backups_in(folder / "backups")) == 1
    assert worklist.hands is hands


def test_damage_that_a_backup_finds_leads_out_of_the_store_at_once(
    worklist: WorklistPage, program: Program, hands: Hands, folder: Path, clock: StandingClock
) -> None:
    assert worklist.hands is hands
    spoil(folder / STORE_NAME)
    clock.advance(timedelta(minutes=31))
    assert program.journeys.workday is not None
    program.journeys.workday.keeper.look()
    hands.find(QWidget, "store_fault_screen")
    assert program.journeys.workday is None


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """A disk that takes no backup before this is set."""
    spins = threading.Event()

    def wait_for_disk(source: Source, folder: Path, made_at: datetime, reason: BackupReason, go_on: GoOn) -> Backup:
        assert spins.wait(30)
        return make_backup(source, folder, made_at, reason, go_on)

    monkeypatch.setattr(services, "make_backup", wait_for_disk)
    return spins


def show_backups(hands: Hands) -> None:
    """As an administrator goes there."""
    hands.click("go_to_administration")
    hands.click("administer_backups_act_0")
    hands.wait_for(lambda: "Der er ikke lavet nogen sikkerhedskopi endnu" in said(hands), "the empty page")


def test_the_ward_works_on_while_a_backup_is_made(
    worklist: WorklistPage, hands: Hands, folder: Path, slow_disk: threading.Event, program: Program
) -> None:
    assert worklist.hands is hands
    show_backups(hands)
    hands.click("make_backup")
    assert hands.sees("progress_of_work")
    assert not hands.sees("make_backup")
    hands.click("go_to_patients")
    hands.find(QWidget, "patients_screen")
    assert program.is_busy
    slow_disk.set()
    hands.wait_until_quiet(lambda: program.is_busy)
    hands.click("go_to_administration")
    hands.click("administer_backups_act_0")
    hands.wait_for(lambda: "Seneste gode sikkerhedskopi: 23-11-2026 kl. 10.42" in said(hands), "the backup")
    assert len(backups_in(folder / "backups")) == 1


def test_a_backup_by_hand_says_when_it_is_good(worklist: WorklistPage, hands: Hands) -> None:
    assert worklist.hands is hands
    show_backups(hands)
    hands.click("make_backup")
    hands.wait_for(lambda: "er lavet og læst igennem" in said(hands), "the backup")
    hands.wait_for(lambda: "Seneste gode sikkerhedskopi: 23-11-2026 kl. 10.42" in said(hands), "the list")


def test_a_backup_that_is_stopped_is_none(
    worklist: WorklistPage, hands: Hands, folder: Path, slow_disk: threading.Event
) -> None:
    assert worklist.hands is hands
    show_backups(hands)
    hands.click("make_backup")
    hands.click("stop")
    slow_disk.set()
    hands.wait_for(lambda: "Det blev stoppet" in said(hands), "the end")
    assert backups_in(folder / "backups") == ()
    assert list((folder / "backups").iterdir()) == []


def test_closing_the_program_leaves_a_backup_of_everything(
    worklist: WorklistPage, program: Program, folder: Path, unlocked: Unlocked
) -> None:
    assert worklist.rows == []
    program.leave()
    (backup,) = backups_in(folder / "backups")
    database = open_database(folder / STORE_NAME, unlocked.key)
    last = database.row("SELECT max(seq) AS seq FROM audit_events")
    database.close()
    assert last == {"seq": backup.last_event}


def test_a_screen_that_locks_itself_makes_no_backup_each_time(
    worklist: WorklistPage, program: Program, hands: Hands, folder: Path, clock: StandingClock
) -> None:
    assert worklist.hands is hands
    for _ in range(3):
        back_up(program, hands)
        clock.advance(timedelta(minutes=4))
        unlock(hands)
        hands.find(QWidget, "worklist_screen")
    assert len(backups_in(folder / "backups")) == 1
    back_up(program, hands)
    assert len(backups_in(folder / "backups")) == 2


def test_missing_keys_are_told_and_come_back_with_the_backup(
    worklist: WorklistPage, program: Program, hands: Hands, folder: Path
) -> None:
    assert worklist.hands is hands
    back_up(program, hands)
    (folder / KEYS_NAME).unlink()
    program.journeys.start()
    assert "Nøglerne er ikke i deres mappe" in said(hands)
    hands.click("restore")
    hands.write("login", FIRST_RUN.login)
    hands.write("password", PASSWORD)
    hands.click("restore")
    hands.find(QWidget, "unlock_screen")
    UnlockPage(hands).unlock(FIRST_RUN.login, PASSWORD)


def test_a_wrong_password_restores_nothing_and_is_said_beside_its_field(
    worklist: WorklistPage, program: Program, hands: Hands, folder: Path
) -> None:
    assert worklist.hands is hands
    back_up(program, hands)
    spoil(folder / STORE_NAME)
    before = (folder / STORE_NAME).read_bytes()
    program.journeys.show_fault(Message("store.damaged"))
    hands.click("restore")
    hands.write("login", FIRST_RUN.login)
    hands.write("password", "te uden mælk og sukker")
    hands.click("restore")
    hands.wait_for(lambda: hands.sees("password_error"), "what is wrong")
    assert (folder / STORE_NAME).read_bytes() == before


StartOn = Callable[[str], tuple[Program, Hands]]


@pytest.fixture
def start_on(qapp: QApplication, folder: Path, clock: StandingClock, dialogs: Dialogs) -> Iterator[StartOn]:
    """Start the program on a disk of some kind."""
    started: list[Program] = []

    def start(kind: str) -> tuple[Program, Hands]:
        surroundings = Surroundings(lambda _: kind)
        running = Program(
            qapp, folder, clock=clock, entropy=entropy(), dialogs=dialogs, kdf=CHEAP, surroundings=surroundings
        )
        started.append(running)
        running.start()
        return running, Hands(running.window)

    yield start
    for running in started:
        running.leave()
        running.dressing.wear(Settings(language="en"))
        running.window.deleteLater()
    sweep()
    qapp.setStyleSheet("")


def all_in(folder: Path) -> dict[str, str]:
    """Every file with its digest."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb2", "smb3", "fuse.sshfs", "fuse.rclone", "9p", "ceph"])
def test_a_store_on_a_network_drive_is_refused_with_nothing_touched(
    unlocked: Unlocked, folder: Path, start_on: StartOn, kind: str
) -> None:
    assert unlocked.login
    before = all_in(folder)
    program, hands = start_on(kind)
    assert f"({kind})" in said(hands)
    assert not hands.sees("restore")
    hands.click("try_again")
    hands.find(QWidget, "store_fault_screen")
    program.leave()
    assert all_in(folder) == before


def test_nothing_is_made_where_no_store_may_lie(folder: Path, start_on: StartOn) -> None:
    program, _ = start_on("nfs")
    program.leave()
    assert not folder.exists()


def test_a_second_start_brings_the_window_to_the_front(
    unlocked: Unlocked, qapp: QApplication, folder: Path, clock: StandingClock, dialogs: Dialogs
) -> None:
    assert unlocked.login
    lock = claim(folder)
    first = Program(qapp, folder, clock=clock, entropy=entropy(), dialogs=dialogs, kdf=CHEAP, lock=lock)
    with hands_on(first.window) as hands:
        first.start()
        first.window.showMinimized()
        hands.settle()
        assert ring(folder, pause=lambda _: hands.settle())
        hands.wait_for(lambda: not first.window.isMinimized(), "the window")
        assert hands.sees("login")
        UnlockPage(hands).unlock(FIRST_RUN.login, PASSWORD)
        first.journeys.lock()
        hands.wait_until_quiet(lambda: first.is_busy)
    first.leave()
    lock.release()
    first.dressing.wear(Settings(language="en"))
    first.window.deleteLater()
    sweep()
    qapp.setStyleSheet("")
