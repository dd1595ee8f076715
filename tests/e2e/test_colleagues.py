"""Several people on one workstation: Mads begins, works, forgets, leaves; the keys are renewed, and nothing is lost."""

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.errors import WorldError
from needsform.models.practitioner import Role
from needsform.services.clock import system_uptime
from needsform.services.session import Session
from needsform.services.throttle import FREE_TRIES, LONGEST_WAIT, Throttle
from needsform.services.unlocked import Unlocked
from needsform.storage.database import open_database
from needsform.storage.key_file import read_key_file
from tests.e2e.pages import OwnPasswordPage, PatientFormPage, StaffPage, UnlockPage, WorklistPage
from tests.ward import FIRST_RUN, PASSWORD, citizen, first_talk

OWN = "te uden sukker kl. 9"
NAME = "Einer Test Lauridsen"


def session_of(program: Program) -> Session:
    """The open store."""
    assert program.journeys.workday is not None
    return program.journeys.workday.session


@pytest.fixture
def staff(worklist: WorklistPage) -> StaffPage:
    """Karin looks at her colleagues."""
    return StaffPage.go_to(worklist.hands)


@pytest.fixture
def first_password(staff: StaffPage) -> str:
    """Karin has added Mads."""
    return staff.add("Mads Måske", "mads")


def lock(hands: Hands) -> UnlockPage:
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    return UnlockPage(hands)


def come_in_first_time(hands: Hands, first_password: str) -> WorklistPage:
    """Mads unlocks with what he was handed, and chooses his own."""
    UnlockPage(hands).try_password("mads", first_password)
    OwnPasswordPage(hands).change(first_password, OWN)
    return WorklistPage(hands)


def test_karin_adds_mads_who_works_and_whom_she_lets_go(first_password: str, hands: Hands, program: Program) -> None:
    lock(hands)
    mads = come_in_first_time(hands, first_password)
    assert session_of(program).practitioner.name == "Mads Måske"
    assert "Mads Måske" in hands.find(QLabel, "who_is_here").text()
    assert not mads.sees("go_to_administration")
    mads.begin_new().write("identifier", "020160-9995").write("name", NAME).write(
        "municipality", "Aarhus"
    ).give_screen()
    hands.click("staff")
    hands.write("staff_password", OWN)
    hands.click("take_back")
    assert any(NAME in row for row in WorklistPage(hands).rows)

    lock(hands).unlock(FIRST_RUN.login, PASSWORD)
    assert any(NAME in row for row in WorklistPage(hands).rows)
    list_ = StaffPage.go_to(hands).open("mads").take_access_away()
    assert any("Mads" in row and "Ingen adgang" in row for row in list_.rows)
    unlock = lock(hands).try_password("mads", OWN)
    assert unlock.refusal != ""
    assert program.journeys.workday is None


def test_whoever_has_a_first_password_chooses_their_own_before_anything_else(
    first_password: str, hands: Hands, program: Program
) -> None:
    lock(hands).try_password("mads", first_password)
    page = OwnPasswordPage(hands)
    hands.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert page.sees("own_password_screen")
    assert not page.sees("navigation")
    page.change(first_password, first_password)
    assert page.error("password") != ""
    page.change(first_password, OWN, "noget helt andet")
    assert page.error("repeated") != ""
    page.change("gætværk gætværk", OWN)
    hands.wait_for(lambda: page.error("old") != "", "the old password to be tried")
    hands.click("back")  # away from the screen: locked
    UnlockPage(hands).try_password("mads", first_password)
    OwnPasswordPage(hands).change(first_password, OWN)
    assert WorklistPage(hands).message != ""
    assert session_of(program).staff.has_own_password()


def test_whoever_takes_the_screen_back_with_a_first_password_chooses_their_own_before_anything_else(
    first_password: str, hands: Hands, program: Program
) -> None:
    session = session_of(program)
    session.assessments.start(session.patients.register(citizen(NAME)), first_talk())
    hands.click("go_to_worklist")
    WorklistPage(hands).take_next_step(NAME)
    PatientFormPage(hands)
    hands.click("staff")
    hands.click("other_login")
    hands.write("staff_login", "mads")
    hands.write("staff_password", first_password)
    hands.press(Qt.Key.Key_Return)
    page = OwnPasswordPage(hands)
    assert not session.is_with_citizen
    for key in (Qt.Key.Key_N, Qt.Key.Key_F):
        hands.press(key, Qt.KeyboardModifier.ControlModifier)
        assert page.sees("own_password_screen")
    assert not page.sees("navigation")
    hands.click("back")  # away from the screen: locked, and asked again
    UnlockPage(hands).try_password("mads", first_password)
    OwnPasswordPage(hands).change(first_password, OWN)
    assert WorklistPage(hands).rows
    assert session_of(program).practitioner.login == "mads"


def test_karin_changes_her_own_password_under_settings(worklist: WorklistPage, hands: Hands) -> None:
    hands.click("go_to_settings")
    hands.click("own_password")
    OwnPasswordPage(hands).change(PASSWORD, OWN)
    hands.find(QWidget, "settings_screen")
    assert worklist.message != ""
    unlock = lock(hands).try_password(FIRST_RUN.login, PASSWORD)
    assert unlock.refusal != ""
    unlock.try_password(FIRST_RUN.login, OWN)
    hands.find(QWidget, "settings_screen")


def test_a_forgotten_password_is_replaced_by_a_colleague(first_password: str, hands: Hands) -> None:
    second = StaffPage(hands).open("mads").give_password()
    assert second != first_password
    unlock = lock(hands).try_password("mads", first_password)
    assert unlock.refusal != ""
    come_in_first_time(hands, second)


def test_a_colleague_is_corrected_and_becomes_administrator(
    first_password: str, hands: Hands, program: Program
) -> None:
    assert first_password
    StaffPage(hands).open("mads")
    hands.write("name", "Mads Mulig")
    hands.click("role_1")
    hands.click("save")
    rows = StaffPage(hands).rows
    assert any("Mads Mulig" in row for row in rows)
    (mads,) = (who for who in session_of(program).staff.everybody() if who.practitioner.login == "mads")
    assert mads.practitioner.role is Role.ADMINISTRATOR


def test_what_is_missing_of_a_new_colleague_is_said_beside_its_field(staff: StaffPage, hands: Hands) -> None:
    hands.click("add_colleague")
    hands.click("save")
    assert staff.error("name") != ""
    hands.write("name", "Karin To")
    hands.write("login", FIRST_RUN.login)
    hands.click("save")
    assert staff.error("login") != ""
    hands.click("back")
    assert len(StaffPage(hands).rows) == 1


def test_whoever_changes_their_mind_keeps_mads(first_password: str, hands: Hands) -> None:
    page = StaffPage(hands).open("mads")
    hands.click("take_access_away")
    hands.click("keep_access")
    assert page.focus == "name"
    hands.click("back")
    lock(hands)
    come_in_first_time(hands, first_password)


def test_a_colleague_takes_the_screen_back_as_themselves(
    first_password: str, hands: Hands, program: Program, unlocked: Unlocked
) -> None:
    session = session_of(program)
    karin = session.practitioner.id
    draft = session.assessments.start(session.patients.register(citizen(NAME)), first_talk())
    hands.click("go_to_worklist")
    WorklistPage(hands).take_next_step(NAME)
    PatientFormPage(hands)
    hands.click("staff")
    hands.click("other_login")
    hands.write("staff_login", "mads")
    hands.press(Qt.Key.Key_Return)
    hands.type_text(first_password)
    hands.press(Qt.Key.Key_Return)
    OwnPasswordPage(hands).change(first_password, OWN)
    WorklistPage(hands)
    assert session.practitioner.login == "mads"
    assert "Mads Måske" in hands.find(QLabel, "who_is_here").text()
    database = open_database(program.directory / "needsform.db", unlocked.key)
    rows = database.rows(
        "SELECT action, practitioner_id FROM audit_events WHERE action IN ('hand_to_citizen', 'take_back') ORDER BY seq"
    )
    database.close()
    assert [row["action"] for row in rows] == ["hand_to_citizen", "take_back"]
    assert rows[0]["practitioner_id"] == karin
    assert rows[1]["practitioner_id"] == session.practitioner.id != karin
    assert draft.patient_id


def tried_in_vain(folder: Path, times: int) -> None:
    """Somebody has been guessing, the last time just now."""
    store_id = read_key_file(folder / "needsform.keys.json").store_id
    for more in reversed(range(times)):
        moment = system_uptime() - more * (LONGEST_WAIT + 1)
        Throttle(folder / "needsform.tries.json", itertools.repeat(moment).__next__, store_id).count("karin")


def test_after_too_many_guesses_nobody_can_try_before_the_wait_is_over(
    morning: UnlockPage, hands: Hands, program: Program
) -> None:
    tried_in_vain(program.directory, 8)
    morning.try_password(FIRST_RUN.login, PASSWORD)
    hands.wait_for(lambda: bool(morning.error("unlock")), "how long to wait")
    assert any(str(seconds) in morning.error("unlock") for seconds in range(20, 33))
    assert not morning.sees("unlock")  # the button; the fields can be written in
    first = morning.error("unlock")
    hands.write("password", PASSWORD)
    hands.wait_for(lambda: morning.error("unlock") != first, "a second to pass")
    assert morning.text("password") == PASSWORD
    hands.press(Qt.Key.Key_Return)
    assert morning.text("password") == PASSWORD
    assert program.journeys.workday is None


def test_after_the_wait_the_right_password_works(morning: UnlockPage, hands: Hands) -> None:
    for _ in range(FREE_TRIES):
        morning.try_password(FIRST_RUN.login, "gætværk gætværk")
        assert morning.refusal != ""
        hands.wait_for(lambda: morning.sees("unlock"), "the wait to be over")
    morning.unlock(FIRST_RUN.login, PASSWORD)


def test_a_new_recovery_key_is_confirmed_from_the_paper_before_it_holds(worklist: WorklistPage, hands: Hands) -> None:
    hands.click("go_to_administration")
    hands.click("administer_keys_act_0")
    hands.click("renew")  # an administrator's screen that was left alone
    hands.wait_for(lambda: worklist.error("password") != "", "the password to be asked for")
    hands.write("password", PASSWORD)
    hands.click("renew")
    hands.find(QWidget, "print_key")
    labels = hands.window.findChildren(QLabel)
    key = [label.text() for label in labels if label.property("role") == "recovery-key" and label.isVisible()]
    assert len(key) == 8
    hands.click("next")
    hands.write("first_group", "0000")
    hands.write("second_group", "0000")
    hands.click("next")
    assert worklist.error("first_group") != ""
    numbers = [
        int(label.text().split()[-1])
        for label in hands.window.findChildren(QLabel)
        if label.isVisible() and label.buddy() is not None and label.buddy().objectName().endswith("_group")
    ]
    for field, number in zip(("first_group", "second_group"), numbers, strict=True):
        hands.write(field, key[number - 1].lower())
    hands.click("next")
    hands.find(QLabel, "keys_notice")
    lock(hands)
    hands.click("forgotten")
    for field, text in {
        "recovery_key": " ".join(key),
        "login": FIRST_RUN.login,
        "password": OWN,
        "repeated": OWN,
    }.items():
        hands.write(field, text)
    hands.click("recover")
    hands.find(QWidget, "keys_screen")  # where Karin was before the lock


def test_the_store_gets_a_new_key_and_karin_goes_on_where_she_was(
    worklist: WorklistPage, hands: Hands, program: Program, unlocked: Unlocked
) -> None:
    session_of(program).patients.register(citizen(NAME))
    hands.click("go_to_administration")
    hands.click("administer_keys_act_0")
    hands.write("password", "gætværk gætværk")
    hands.click("change_key")
    hands.wait_for(lambda: worklist.error("password") != "", "the password to be tried")
    hands.write("password", PASSWORD)
    hands.click("change_key")
    hands.wait_for(lambda: worklist.message != "", "the new key")
    hands.find(QWidget, "keys_screen")
    assert [patient.name for patient in session_of(program).patients.find("Einer")] == [NAME]
    with pytest.raises(WorldError):
        open_database(program.directory / "needsform.db", unlocked.key)
    lock(hands).try_password(FIRST_RUN.login, PASSWORD)
    hands.find(QWidget, "keys_screen")
