"""Passwords and keys take a moment to make, and somebody goes elsewhere in it: what holds then is told, or does not."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.errors import Message
from needsform.services.session import Session
from needsform.ui.messages import sentence
from needsform.ui.widgets.problem_dialog import ProblemDialog
from needsform.workday.steps import StartAssessment
from tests.e2e.pages import ColleaguePage, FirstRunPage, OwnPasswordPage, StaffPage, UnlockPage, WorklistPage
from tests.ward import FIRST_RUN, PASSWORD

NEW_PASSWORD = "et helt nyt kodeord 7"
Leave = Callable[[Hands, Program], None]


class NewKeyPage(FirstRunPage):
    """A new recovery key, shown and confirmed as on the first day."""

    SCREEN = "keys_screen"


def by_navigation(hands: Hands, _: Program) -> None:
    """To the worklist."""
    press(hands, "go_to_worklist")


def by_lock(_: Hands, program: Program) -> None:
    """Away from the screen."""
    program.journeys.lock()


WAYS = pytest.mark.parametrize("leave", [by_navigation, by_lock])


def press(hands: Hands, name: str) -> None:
    """Click something, and let nothing else happen yet: the worker's result is still on its way."""
    button = hands.find(QWidget, name)
    hands.scroll_to(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_and_leave(hands: Hands, program: Program, name: str, leave: Leave) -> None:
    """Begin something that takes a moment, be gone in the same moment, and wait until all is over."""
    press(hands, name)
    assert program.is_busy
    leave(hands, program)
    hands.wait_until_quiet(lambda: program.is_busy)
    assert hands.window.findChildren(ProblemDialog) == []


def session_of(program: Program) -> Session:
    """Of whoever is at work."""
    assert program.journeys.workday is not None
    return program.journeys.workday.session


def logins(program: Program) -> list[str]:
    """Everybody who has an account."""
    return [colleague.practitioner.login for colleague in session_of(program).staff.everybody()]


def begin_colleague(hands: Hands) -> None:
    """Somebody new, typed and not saved."""
    StaffPage.go_to(hands)
    hands.click("add_colleague")
    hands.write("name", "Lone Prøve")
    hands.write("login", "Lone")


def begin_own_password(hands: Hands, old: str = PASSWORD) -> None:
    """The old one and the new one, typed."""
    hands.click("go_to_settings")
    hands.click("own_password")
    page = OwnPasswordPage(hands)
    for field, text in (("old", old), ("password", NEW_PASSWORD), ("repeated", NEW_PASSWORD)):
        page.hands.write(field, text)


def begin_keys(hands: Hands) -> None:
    """The page of the keys."""
    hands.click("go_to_administration")
    hands.click("administer_keys_act_0")


def test_nobody_has_an_account_whose_password_was_not_seen(worklist: WorklistPage, program: Program) -> None:
    hands = worklist.hands
    before = logins(program)
    begin_colleague(hands)
    press_and_leave(hands, program, "save", by_navigation)
    assert logins(program) == before
    assert worklist.message == sentence(Message("words.left"))
    hands.click("message_way_back")
    assert hands.find(QLineEdit, "login").text() == "Lone"
    hands.click("save")
    assert hands.find(QWidget, "first_password")
    assert logins(program) != before


def test_after_the_lock_a_colleague_is_still_to_be_saved(worklist: WorklistPage, program: Program) -> None:
    hands = worklist.hands
    begin_colleague(hands)
    press_and_leave(hands, program, "save", by_lock)
    UnlockPage(hands).try_password(FIRST_RUN.login, PASSWORD)
    page = ColleaguePage(hands)
    assert page.text("login") == "Lone"
    hands.click("save")
    assert hands.find(QWidget, "first_password")


def test_a_new_first_password_that_nobody_saw_is_not_given(worklist: WorklistPage, program: Program) -> None:
    hands = worklist.hands
    first = StaffPage.go_to(hands).add("Lone Prøve", "Lone")
    StaffPage.go_to(hands).open("lone")
    press_and_leave(hands, program, "give_password", by_navigation)
    assert worklist.message == sentence(Message("work.stopped"))
    worklist.lock().try_password("Lone", first)
    assert OwnPasswordPage(hands)


@WAYS
def test_a_recovery_key_that_was_confirmed_holds_and_that_is_told(
    worklist: WorklistPage, program: Program, leave: Leave
) -> None:
    hands = worklist.hands
    begin_keys(hands)
    hands.write("password", PASSWORD)
    hands.click("renew")
    hands.find(QWidget, "print_key")
    page = NewKeyPage(hands)
    key = page.key
    hands.click("next")
    first, second = page.asked()
    hands.write("first_group", key[first - 1])
    hands.write("second_group", key[second - 1])
    press_and_leave(hands, program, "next", leave)
    assert worklist.message == sentence(Message("keys.recovery_renewed"))


@WAYS
def test_an_own_password_that_was_changed_holds_and_that_is_told(
    worklist: WorklistPage, program: Program, leave: Leave
) -> None:
    hands = worklist.hands
    begin_own_password(hands)
    press_and_leave(hands, program, "change", leave)
    assert worklist.message == sentence(Message("password.changed"))
    if leave is by_navigation:
        worklist.lock()
    UnlockPage(hands).try_password(FIRST_RUN.login, NEW_PASSWORD)
    hands.wait_for(lambda: hands.sees("go_to_worklist"), "the new password to let somebody in")


def test_a_change_of_password_throws_nobody_out_of_a_form(worklist: WorklistPage, program: Program) -> None:
    hands = worklist.hands
    begin_own_password(hands)

    def to_new_assessment(_hands: Hands, _program: Program) -> None:
        assert program.journeys.workday is not None
        program.journeys.workday._leave_for(StartAssessment())
        name = hands.window.findChild(QLineEdit, "name")
        assert name is not None
        name.insert("Else Test Lauridsen")

    press_and_leave(hands, program, "change", to_new_assessment)
    assert worklist.message == sentence(Message("password.changed"))
    assert hands.find(QLineEdit, "name").text() == "Else Test Lauridsen"


def test_a_password_that_was_not_changed_is_told_to_whoever_has_left(worklist: WorklistPage, program: Program) -> None:
    hands = worklist.hands
    begin_own_password(hands, old="another one altogether")
    press_and_leave(hands, program, "change", by_navigation)
    assert worklist.message == sentence(Message("password.old_wrong"))


@WAYS
def test_a_change_of_the_key_is_given_up_by_whoever_leaves(
    worklist: WorklistPage, program: Program, leave: Leave
) -> None:
    hands = worklist.hands
    begin_keys(hands)
    hands.write("password", PASSWORD)
    press_and_leave(hands, program, "change_key", leave)
    assert worklist.message == sentence(Message("work.stopped"))
    assert hands.sees("worklist_screen" if leave is by_navigation else "unlock_screen")
