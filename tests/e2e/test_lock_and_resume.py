"""Leaving the screen: nothing of anybody stays, and whoever comes back is where they were."""

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.assessment import FilledBy
from needsform.services.documents import bundle_in_sheet
from needsform.workday.workday import Workday
from tests.e2e.pages import NewAssessmentPage, PatientFormPage, PatientPage, UnlockPage, WorklistPage
from tests.reading import words_on
from tests.ward import FIRST_RUN, PASSWORD, citizen, first_talk

NAME, CPR = "Einer Test Lauridsen", "020160-9995"


def told_anywhere() -> str:
    """Every word of every widget that still exists, shown or not."""
    texts = []
    for widget in QApplication.allWidgets():
        if isinstance(widget, QLabel | QPushButton | QLineEdit):
            texts.append(widget.text())
        texts += [widget.windowTitle(), widget.accessibleName(), widget.toolTip()]
    return "\n".join(texts)


@pytest.fixture
def received(worklist: WorklistPage) -> WorklistPage:
    """Einer has begun, and staff has the screen back."""
    page = worklist.begin_new()
    page.write("identifier", CPR).write("name", NAME).write("municipality", "Aarhus").give_screen()
    take_back(page.hands)
    return WorklistPage(page.hands)


def take_back(hands: Hands) -> None:
    """By the staff's door, before the citizen has finished."""
    hands.click("staff")
    hands.write("staff_password", PASSWORD)
    hands.press(Qt.Key.Key_Return)
    hands.wait_for(lambda: hands.sees("worklist_screen"), "the password to be tried")


def lock(hands: Hands) -> UnlockPage:
    hands.window.activateWindow()
    hands.settle()
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    return UnlockPage(hands)


def close(hands: Hands) -> None:
    hands.window.close()


def test_nothing_of_a_citizen_outlives_the_lock(received: WorklistPage, program: Program) -> None:
    received.find("Einer")
    assert NAME in told_anywhere()
    lock(received.hands)
    received.hands.settle()
    gc.collect()
    assert NAME not in told_anywhere()
    assert CPR not in told_anywhere()
    assert program.journeys.workday is None
    assert [thing for thing in gc.get_objects() if isinstance(thing, Workday)] == []


def test_unlocking_leads_back_to_the_same_card(received: WorklistPage) -> None:
    received.find("Einer")
    lock(received.hands).try_password(FIRST_RUN.login, PASSWORD)
    assert NAME in words_on(PatientPage(received.hands).hands.window)


def test_unlocking_leads_back_to_a_new_assessment(received: WorklistPage) -> None:
    received.begin_new()
    lock(received.hands).try_password(FIRST_RUN.login, PASSWORD)
    NewAssessmentPage(received.hands)


def test_a_screen_that_was_with_the_citizen_goes_back_to_the_citizen(received: WorklistPage, program: Program) -> None:
    received.take_next_step(NAME)
    PatientFormPage(received.hands)
    program.journeys.lock()
    received.hands.settle()
    assert not program.window.isFullScreen()
    UnlockPage(received.hands).try_password(FIRST_RUN.login, PASSWORD)
    PatientFormPage(received.hands)
    assert program.journeys.is_with_citizen


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_L, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3])
def test_no_staff_key_leads_out_of_the_citizens_hands(
    received: WorklistPage, program: Program, hands: Hands, key: Qt.Key
) -> None:
    received.take_next_step(NAME)
    page = PatientFormPage(hands)
    hands.press(key, Qt.KeyboardModifier.ControlModifier)
    hands.press(Qt.Key.Key_F1)
    assert page.sees(PatientFormPage.SCREEN)
    assert not hands.sees("shortcuts_dialog")
    assert program.journeys.is_with_citizen


def test_the_window_does_not_close_in_the_citizens_hands(received: WorklistPage, program: Program) -> None:
    received.take_next_step(NAME)
    page = PatientFormPage(received.hands)
    program.window.close()
    received.hands.settle()
    assert program.window.isVisible()
    assert page.sees(PatientFormPage.SCREEN)


def test_the_citizens_text_size_is_theirs_alone(received: WorklistPage, program: Program) -> None:
    received.take_next_step(NAME)
    PatientFormPage(received.hands)
    program.dressing.wear(replace(program.dressing.worn, text_percent=200))
    take_back(received.hands)
    assert program.dressing.worn.text_percent == 100
    assert program.dressing.kept.text_percent == 100


def test_closing_the_program_lets_go_of_the_store(received: WorklistPage, program: Program) -> None:
    program.window.resize(1300, 790)
    program.window.close()
    received.hands.settle()
    assert not program.window.isVisible()
    assert program.journeys.workday is None
    assert (program.dressing.kept.window_width, program.dressing.kept.window_height) == (1300, 790)


def test_a_dialog_is_closed_by_the_lock(received: WorklistPage, program: Program) -> None:
    received.hands.press(Qt.Key.Key_F1)
    assert received.sees("shortcuts_dialog")
    program.journeys.lock()
    received.hands.settle()
    assert program.window.findChildren(QWidget, "shortcuts_dialog") == []


def test_a_store_that_has_gone_is_told_on_a_page_of_its_own(morning: UnlockPage, program: Program) -> None:
    for path in (program.directory / "needsform.db",):
        path.rename(path.with_name("moved-by-somebody.db"))
    program.journeys.start()
    assert morning.sees("store_fault_screen")
    (program.directory / "moved-by-somebody.db").rename(program.directory / "needsform.db")
    morning.hands.click("try_again")
    UnlockPage(morning.hands).unlock(FIRST_RUN.login, PASSWORD)


@pytest.mark.parametrize(
    ("steps", "screen"),
    [(0, "whole_page_screen"), (1, "back_page_screen"), (2, "back_page_screen"), (3, "sheet_screen")],
)
def test_every_paper_is_let_go_of_and_come_back_to(
    worklist: WorklistPage, program: Program, hands: Hands, steps: int, screen: str
) -> None:
    assert program.journeys.workday is not None
    session = program.journeys.workday.session
    details = first_talk().model_copy(update={"filled_by": FilledBy.ON_PAPER})
    assessment = session.assessments.start(session.patients.register(citizen(NAME)), details)
    acts = (session.front_pages.complete, session.back_pages.conclude_no_need, session.back_pages.sign)
    for act in acts[:steps]:
        assessment = act(assessment)
    hands.click("refresh")
    worklist.take_next_step(NAME)
    if screen == "sheet_screen":
        hands.click("citizen_sheet")
    hands.find(QWidget, screen)
    unlock = lock(hands)  # while the sheet may still be being drawn
    hands.wait_until_quiet(lambda: program.is_busy)
    gc.collect()
    assert NAME not in told_anywhere()
    unlock.try_password(FIRST_RUN.login, PASSWORD)
    hands.find(QWidget, screen)
    hands.wait_until_quiet(lambda: program.is_busy)


@pytest.mark.parametrize("leaves", [lock, close])
def test_a_pdf_on_its_way_to_the_disk_arrives_there_whatever_is_pressed_next(
    leaves: Callable[[Hands], object], worklist: WorklistPage, program: Program, tmp_path: Path
) -> None:
    assert program.journeys.workday is not None
    session = program.journeys.workday.session
    draft = session.assessments.start(session.patients.register(citizen(NAME)), first_talk())
    session.back_pages.sign(session.back_pages.conclude_no_need(session.front_pages.complete(draft)))
    worklist.find("Einer").hands.click(f"assessment_{draft.id}_act_0")
    worklist.hands.click("citizen_sheet")
    worklist.hands.find(QWidget, "sheet_screen")
    worklist.hands.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    leaves(worklist.hands)
    assert bundle_in_sheet((tmp_path / "saved.txt").read_bytes())


def test_what_is_typed_of_a_new_citizen_is_typed_still_after_the_lock(worklist: WorklistPage) -> None:
    page = worklist.begin_new()
    page.write("identifier", CPR).write("name", NAME).write("phone", "55 66 77 88").write("municipality", "Aarhus")
    page.hands.choose_place("occasion", 2)
    chosen = page.chosen("occasion")
    locked = lock(page.hands)
    gc.collect()
    assert NAME not in told_anywhere()
    locked.try_password(FIRST_RUN.login, PASSWORD)
    page = NewAssessmentPage(locked.hands)
    assert [page.text(name) for name in ("identifier", "name", "phone", "municipality")] == [
        CPR,
        NAME,
        "55 66 77 88",
        "Aarhus",
    ]
    assert page.chosen("occasion") == chosen
    page.give_screen()


def test_a_known_citizen_is_known_still_after_the_lock(received: WorklistPage, program: Program) -> None:
    page = received.begin_new()
    page.write("identifier", CPR).write("phone", "55 66 77 88")
    locked = lock(page.hands)
    locked.try_password(FIRST_RUN.login, PASSWORD)
    page = NewAssessmentPage(locked.hands)
    assert page.sees("known")
    assert (page.text("name"), page.text("phone")) == (NAME, "55 66 77 88")
    page.hands.choose_place("occasion", 2)
    page.give_screen()
    assert program.journeys.workday is not None
    assert program.journeys.workday.is_with_citizen


def test_a_correction_is_typed_still_after_the_lock_and_not_kept_before_it_is_saved(
    received: WorklistPage, program: Program
) -> None:
    page = received.find("Einer")
    page.hands.click("correct")
    page.write("phone", "55 66 77 88")
    locked = lock(page.hands)
    locked.try_password(FIRST_RUN.login, PASSWORD)
    page = PatientPage(locked.hands)
    assert page.text("phone") == "55 66 77 88"
    assert program.journeys.workday is not None
    patients = program.journeys.workday.session.patients
    (einer,) = patients.find("Einer")
    assert patients.get(einer.id).phone == ""
    page.hands.click("save")
    assert patients.get(einer.id).phone == "55 66 77 88"


def test_an_untouched_form_is_still_empty_after_the_lock(worklist: WorklistPage) -> None:
    locked = lock(worklist.begin_new().hands)
    locked.try_password(FIRST_RUN.login, PASSWORD)
    assert NewAssessmentPage(locked.hands).text("name") == ""
