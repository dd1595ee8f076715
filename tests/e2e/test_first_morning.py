"""The very first morning: a place, a person, a key on paper, and only then a store that is in force."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.services.store_state import StoreState, store_state
from tests.e2e.pages import FirstRunPage, UnlockPage, WorklistPage
from tests.ward import PASSWORD


def test_three_steps_lead_to_an_empty_worklist(first_run: FirstRunPage, folder: Path) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD)
    key = page.key
    page.hands.click("next")
    page.type_groups(key)
    worklist = WorklistPage(page.hands)
    assert worklist.rows == []
    assert store_state(folder) is StoreState.READY
    assert not list(folder.glob("*.unconfirmed*"))


def test_nothing_is_in_force_before_the_key_is_confirmed(first_run: FirstRunPage, folder: Path) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD)
    assert len(page.key) == 8
    assert store_state(folder) is StoreState.ABSENT


def test_a_wrong_group_is_said_beside_its_field(first_run: FirstRunPage, folder: Path) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD)
    key = page.key
    page.hands.click("next")
    first, _ = page.asked()
    wrong = [*key]
    wrong[first - 1] = "0000"
    page.type_groups(wrong)
    assert str(first) in page.error("first_group")
    assert page.error("second_group") == ""
    assert store_state(folder) is StoreState.ABSENT


def test_the_key_is_not_on_the_page_that_asks_for_it(first_run: FirstRunPage) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD)
    page.hands.click("next")
    assert page.key == []
    page.hands.click("back")
    assert len(page.key) == 8


def test_the_place_needs_a_name_before_one_goes_on(first_run: FirstRunPage) -> None:
    assert first_run.tell_place("").error("site") != ""
    assert first_run.focus == "site"


def test_a_short_password_is_refused_with_what_is_long_enough(first_run: FirstRunPage) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", "kort")
    assert "10" in page.error("password")
    assert page.focus == "password"


def test_two_different_passwords_are_refused(first_run: FirstRunPage) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD, PASSWORD + "!")
    assert page.error("repeated") != ""


def test_what_is_wrong_is_told_in_sight_on_a_small_screen(first_run: FirstRunPage, qtbot: QtBot) -> None:
    first_run.hands.window.resize(1366, 768)
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD, PASSWORD + "!")
    said = page.hands.find(QLabel, "repeated_error")
    qtbot.waitUntil(lambda: said.visibleRegion().boundingRect() == said.rect())


def test_either_of_two_different_passwords_can_be_corrected(first_run: FirstRunPage) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD + "!", PASSWORD)
    page.hands.write("password", PASSWORD)
    assert (page.text("password"), page.text("repeated")) == (PASSWORD, PASSWORD)
    page.hands.click("next")
    page.hands.find(QWidget, "print_key")


def test_what_is_typed_survives_a_change_of_language(first_run: FirstRunPage) -> None:
    first_run.hands.write("site", "Test Universitetshospital")
    first_run.hands.click("language_en")
    assert first_run.text("site") == "Test Universitetshospital"
    assert first_run.sees("language_da")


def test_the_key_can_be_saved_as_text_by_whoever_wants_that(first_run: FirstRunPage, tmp_path: Path) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD)
    page.hands.click("save_key")
    saved = (tmp_path / "saved.txt").read_text(encoding="utf-8")
    assert all(group in saved for group in page.key)
    assert PASSWORD not in saved


def test_the_keyboard_alone_is_enough(first_run: FirstRunPage, program: Program) -> None:
    hands = first_run.hands
    hands.type_text("Test Universitetshospital")
    for _ in range(4):  # the name's Enter, then unit, contact and phone
        hands.press(Qt.Key.Key_Return)
    for text in ("Karin Prøve", "sygeplejerske", "+45 70 00 00 00", "kp", PASSWORD, PASSWORD):
        hands.type_text(text)
        hands.press(Qt.Key.Key_Return)
    hands.wait_for(lambda: bool(first_run.key), "the key")
    key = first_run.key
    hands.tab_to("next")
    hands.press(Qt.Key.Key_Space)
    for number in first_run.asked():
        hands.type_text(key[number - 1])
        hands.press(Qt.Key.Key_Return)
    assert WorklistPage(hands).focus == "new_assessment"
    assert program.journeys.workday is not None


def test_who_unlocks_next_time_needs_the_password(first_run: FirstRunPage) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD)
    key = page.key
    page.hands.click("next")
    page.type_groups(key)
    unlock = WorklistPage(page.hands).lock()
    assert unlock.try_password("kp", "en anden sætning").refusal != ""
    assert unlock.text("password") == ""
    unlock.unlock("kp", PASSWORD)


def test_a_forgotten_password_is_replaced_by_the_key_on_paper(first_run: FirstRunPage) -> None:
    page = first_run.tell_place("Test Universitetshospital").tell_person("Karin Prøve", "kp", PASSWORD)
    hands, key = page.hands, page.key
    hands.click("next")
    page.type_groups(key)
    WorklistPage(hands).lock()
    hands.click("forgotten")
    typed = {
        "recovery_key": " ".join(key).lower(),
        "login": "kp",
        "password": "te med citron",
        "repeated": "te med citron",
    }
    for field, text in typed.items():
        hands.write(field, text)
    hands.press(Qt.Key.Key_Return)
    WorklistPage(hands).lock()
    assert UnlockPage(hands).try_password("kp", PASSWORD).refusal != ""
    UnlockPage(hands).unlock("kp", "te med citron")


def test_a_recovery_key_with_a_wrong_letter_opens_nothing(morning: UnlockPage, hands: Hands) -> None:
    morning.hands.click("forgotten")
    for field, text in {
        "recovery_key": "0000-0000-0000-0000-0000-0000-0000-0000",
        "login": "Karin",
        "password": "te med citron",
        "repeated": "te med citron",
    }.items():
        hands.write(field, text)
    hands.click("recover")
    hands.wait_for(lambda: morning.error("recovery_key") != "", "the key to be tried")
    assert morning.error("password") == ""
