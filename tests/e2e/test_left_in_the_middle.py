"""Somebody leaves a page while its work is under way: what was confirmed happens, and whoever asked is told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.errors import Message
from needsform.services.session import Session
from needsform.storage import tombstones
from needsform.ui.background import Background
from needsform.ui.dialogs import Dialogs
from needsform.ui.messages import sentence
from needsform.ui.widgets.problem_dialog import ProblemDialog
from tests.e2e.pages import UnlockPage, WorklistPage
from tests.e2e.test_lock_and_resume import CPR, NAME
from tests.ward import FIRST_RUN, PASSWORD, citizen

CONTROL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 30


class Gate:
    """Something that a worker is busy with until it is told to go on, such as the backup of a large store."""

    def __init__(self, worker: Background) -> None:
        self._opened = Event()
        worker.run(self._stand, self._over)

    def open(self) -> None:
        """The worker goes on to what waits."""
        self._opened.set()

    def _stand(self) -> bool:
        return self._opened.wait(PATIENCE)

    def _over(self, was_opened: bool) -> None:
        assert was_opened


@pytest.fixture
def dialogs(dialogs: Dialogs, tmp_path: Path) -> Dialogs:
    """Somebody who always chooses the same folder, too."""
    return replace(dialogs, choose_folder=lambda *_: tmp_path)


def session_of(program: Program) -> Session:
    """Of whoever is at work."""
    assert program.journeys.workday is not None
    return program.journeys.workday.session


@pytest.fixture
def einer(worklist: WorklistPage, program: Program) -> WorklistPage:
    """Einer is known."""
    session_of(program).patients.register(citizen(NAME))
    return worklist


@pytest.fixture
def backup(einer: WorklistPage, program: Program) -> Iterator[Gate]:  # noqa: ARG001 - the store is open by then
    """A backup that takes its time."""
    gate = Gate(program._archive)
    yield gate
    gate.open()


def erase(page: WorklistPage) -> None:
    """Einer, for good."""
    page.find("Einer")
    page.hands.click("record")
    page.hands.write("typed", CPR)
    page.hands.click("erase")


def finish(hands: Hands, program: Program, gate: Gate) -> None:
    """Everything that waited behind the backup is over."""
    gate.open()
    hands.wait_until_quiet(lambda: program.is_busy)


def test_an_erasure_that_waits_behind_a_backup_happens_and_is_told_elsewhere(
    einer: WorklistPage, program: Program, backup: Gate
) -> None:
    hands = einer.hands
    erase(einer)
    hands.click("go_to_worklist")
    page = WorklistPage(hands)
    assert page.message == ""
    finish(hands, program, backup)
    assert page.message == sentence(Message("erase.done"))
    assert session_of(program).patients.find("Einer") == ()


def test_an_erasure_that_is_over_late_throws_nobody_out_of_a_form(
    einer: WorklistPage, program: Program, backup: Gate
) -> None:
    hands = einer.hands
    erase(einer)
    hands.press(Qt.Key.Key_N, CONTROL)
    hands.write("name", "Else Test Lauridsen")
    finish(hands, program, backup)
    assert einer.message == sentence(Message("erase.done"))
    assert hands.find(QLineEdit, "name").text() == "Else Test Lauridsen"
    assert hands.sees("new_assessment_screen")


def test_stopped_while_it_waits_nothing_is_erased_and_that_is_told_wherever_one_is(
    einer: WorklistPage, program: Program, backup: Gate
) -> None:
    hands = einer.hands
    erase(einer)
    hands.click("stop")
    hands.click("go_to_worklist")
    finish(hands, program, backup)
    assert WorklistPage(hands).message == sentence(Message("work.stopped"))
    assert session_of(program).patients.find("Einer")


def test_files_that_were_to_be_handed_out_are_not_made_for_whoever_has_left(
    einer: WorklistPage, program: Program, backup: Gate, tmp_path: Path
) -> None:
    hands = einer.hands
    einer.find("Einer")
    hands.click("record")
    hands.click("hand_out")
    hands.click("go_to_worklist")
    finish(hands, program, backup)
    assert WorklistPage(hands).message == sentence(Message("work.stopped"))
    assert list(tmp_path.glob("needsform 2*")) == []


def test_a_record_that_is_kept_meanwhile_is_not_said_to_be_erased(
    einer: WorklistPage, program: Program, backup: Gate
) -> None:
    hands = einer.hands
    erase(einer)
    hands.click("go_to_worklist")
    einer.find("Einer")
    hands.click("record")
    hands.write("keep_reason", "a complaint")
    hands.click("keep")
    finish(hands, program, backup)
    assert einer.message == sentence(Message("erase.held"))
    assert session_of(program).patients.find("Einer")


def test_the_screen_can_be_locked_during_an_erasure(einer: WorklistPage, program: Program, backup: Gate) -> None:
    hands = einer.hands
    erase(einer)
    program.journeys.lock()
    page = UnlockPage(hands)
    finish(hands, program, backup)
    assert hands.window.findChildren(ProblemDialog) == []
    page.unlock(FIRST_RUN.login, PASSWORD)
    assert session_of(program).patients.find("Einer") == ()


def test_what_is_swept_is_told_to_whoever_has_left_the_list(
    einer: WorklistPage, program: Program, backup: Gate
) -> None:
    hands = einer.hands
    session = session_of(program)
    (found,) = session.patients.find("Einer")
    with session._database.atomic():
        tombstones.bury(session._database, found.id, session.now())
    hands.click("go_to_administration")
    hands.click("administer_retention_act_0")
    hands.click("sweep")
    hands.click("go_to_worklist")
    finish(hands, program, backup)
    assert WorklistPage(hands).message == sentence(Message("erase.swept"))
