"""Somebody walks away: the screen warns, locks, and leads back to the same place with nothing lost."""

import gc
import random
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.assessment import Assessment, FilledBy
from needsform.services.session import Session
from needsform.ui.widgets.idle_warning import IdleWarning
from needsform.watch import Watch
from tests.clock import StandingClock
from tests.e2e.pages import UnlockPage, WorklistPage
from tests.e2e.test_lock_and_resume import CPR, NAME, told_anywhere
from tests.ward import FIRST_RUN, PASSWORD, citizen, first_talk

CONTROL = Qt.KeyboardModifier.ControlModifier


class Ward:
    """Karin's workstation, and the time that passes on it."""

    def __init__(self, program: Program, hands: Hands, clock: StandingClock) -> None:
        self.program, self.hands, self.clock = program, hands, clock

    @property
    def watch(self) -> Watch:
        """Over this screen."""
        assert self.program.watch is not None
        return self.program.watch

    @property
    def session(self) -> Session:
        """Karin's."""
        workday = self.program.journeys.workday
        assert workday is not None
        return workday.session

    @property
    def warning(self) -> str:
        """What the warning says; empty when there is none."""
        shown = self.program.window.findChild(IdleWarning)
        assert shown is not None
        return " ".join(label.text() for label in shown.findChildren(QLabel)) if shown.isVisible() else ""

    def wait(self, seconds: int) -> None:
        """Nobody touches anything."""
        for _ in range(seconds):
            self.clock.advance(timedelta(seconds=1))
            self.watch.inactivity.look()
        QApplication.processEvents()

    def unlock(self) -> None:
        """Karin comes back."""
        UnlockPage(self.hands).try_password(FIRST_RUN.login, PASSWORD)

    # Where she may have been ------------------------------------------------------------------------------------

    def assessment(self, steps: int) -> Assessment:
        """Einer's, so many steps on its way."""
        details = first_talk().model_copy(update={"filled_by": FilledBy.ON_PAPER})
        assessment = self.session.assessments.start(self.session.patients.register(citizen(NAME)), details)
        acts = (
            self.session.front_pages.complete,
            self.session.back_pages.conclude_no_need,
            self.session.back_pages.sign,
        )
        for act in acts[:steps]:
            assessment = act(assessment)
        self.hands.click("refresh")
        return assessment

    def go_on(self, steps: int) -> None:
        """To the screen that comes after so many steps."""
        self.assessment(steps)
        WorklistPage(self.hands).take_next_step(NAME)

    def see_worklist(self) -> str:
        self.assessment(0)
        return "worklist_screen"

    def see_card(self) -> str:
        self.assessment(0)
        WorklistPage(self.hands).find(NAME)
        return "patient_screen"

    def see_search(self) -> str:
        self.assessment(0)
        self.hands.press(Qt.Key.Key_F, CONTROL)
        self.hands.write("search", "Einer")
        return "patients_screen"

    def see_new_assessment(self) -> str:
        page = WorklistPage(self.hands).begin_new()
        page.write("identifier", CPR).write("name", NAME)
        return "new_assessment_screen"

    def see_form(self) -> str:
        page = WorklistPage(self.hands).begin_new()
        page.write("identifier", CPR).write("name", NAME).write("municipality", "Aarhus").give_screen()
        self.hands.click("transport.problem")
        self.hands.click("practical.other")
        self.hands.type_text(f"Min datter kender {NAME}")
        return "patient_mode_screen"

    def see_staff_door(self) -> str:
        self.see_form()
        self.hands.click("staff")
        return "patient_mode_screen"  # the password that was being typed is nobody's to come back to

    def see_paper(self) -> str:
        self.go_on(0)
        return "whole_page_screen"

    def see_back_page(self) -> str:
        self.go_on(1)
        return "back_page_screen"

    def see_sheet(self) -> str:
        self.go_on(3)
        self.hands.click("citizen_sheet")
        self.hands.find(QWidget, "sheet_screen")
        return "sheet_screen"

    def see_settings(self) -> str:
        self.assessment(0)
        self.hands.click("go_to_settings")
        return "settings_screen"

    def see_site_settings(self) -> str:
        self.hands.click("go_to_administration")
        self.hands.click("administer_site_act_0")
        return "site_settings_screen"

    def see_shortcuts(self) -> str:
        self.see_card()
        self.hands.press(Qt.Key.Key_F1)
        assert QApplication.activeModalWidget() is not None
        return "patient_screen"

    def see_open_list(self) -> str:
        self.see_new_assessment()
        self.hands.find(QWidget, "occasion").setFocus(Qt.FocusReason.TabFocusReason)
        self.hands.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert QApplication.activePopupWidget() is not None
        return "new_assessment_screen"

    def see_file_dialog(self) -> str:
        self.see_card()
        dialog = QFileDialog(self.program.window)
        dialog.open()
        self.hands.settle()
        assert QApplication.activeModalWidget() is dialog
        return "patient_screen"


PLACES: tuple[Callable[[Ward], str], ...] = (
    Ward.see_worklist,
    Ward.see_card,
    Ward.see_search,
    Ward.see_new_assessment,
    Ward.see_form,
    Ward.see_staff_door,
    Ward.see_paper,
    Ward.see_back_page,
    Ward.see_sheet,
    Ward.see_settings,
    Ward.see_site_settings,
    Ward.see_shortcuts,
    Ward.see_open_list,
    Ward.see_file_dialog,
)


@pytest.fixture
def ward(worklist: WorklistPage, program: Program, clock: StandingClock) -> Ward:
    """Karin has unlocked."""
    return Ward(program, worklist.hands, clock)


@pytest.mark.parametrize("go", PLACES)
def test_from_every_place_the_screen_locks_on_time_and_leads_back(ward: Ward, go: Callable[[Ward], str]) -> None:
    place = go(ward)
    allowed = 300 if ward.session.is_with_citizen else 120
    ward.watch.inactivity.touch()
    ward.wait(allowed - 1)
    assert not ward.hands.sees("unlock_screen")
    assert "1" in ward.warning
    ward.wait(1)
    unlock = UnlockPage(ward.hands)
    assert unlock.message.startswith("Skærmen blev låst, fordi ingen brugte den.")
    assert ward.warning == ""
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    ward.hands.wait_until_quiet(lambda: ward.program.is_busy)
    gc.collect()
    assert NAME not in told_anywhere()
    assert CPR not in told_anywhere()
    ward.unlock()
    ward.hands.find(QWidget, place)
    ward.hands.wait_until_quiet(lambda: ward.program.is_busy)


def test_the_warning_comes_in_time_and_a_key_takes_it_away(ward: Ward) -> None:
    ward.see_card()
    ward.watch.inactivity.touch()
    ward.wait(99)
    assert ward.warning == ""
    ward.wait(1)
    assert ward.warning == (
        "Skærmen låses om 20 sekunder Rør ved musen, eller tryk på en tast for at blive."
        " Låser du op senere, fortsætter du, hvor du slap."
    )
    QTest.keyClick(ward.program.window.windowHandle(), Qt.Key.Key_Shift)
    ward.hands.settle()
    assert ward.warning == ""
    ward.wait(99)
    assert ward.hands.sees("patient_screen")


def test_the_citizen_has_more_time_and_is_asked_in_their_words(ward: Ward) -> None:
    ward.see_form()
    ward.watch.inactivity.touch()
    ward.wait(290)
    assert ward.warning == (
        "Er du der stadig? Skærmen låses om 10 sekunder, så andre ikke ser dine svar. De er gemt."
        " Rør ved skærmen for at fortsætte."
    )
    ward.wait(10)
    assert UnlockPage(ward.hands).message.endswith("Dine svar er gemt. Sig det til personalet.")


def test_a_touch_on_the_warning_ticks_nothing_beneath_it(ward: Ward) -> None:
    ward.see_form()
    ward.watch.inactivity.touch()
    ward.wait(290)
    window = ward.program.window
    shown = window.findChild(IdleWarning)
    assert shown is not None
    at = shown.geometry().center()
    boxes = {box.objectName(): box.isChecked() for box in window.findChildren(QCheckBox)}
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    ward.hands.settle()
    assert ward.warning == ""
    assert {box.objectName(): box.isChecked() for box in window.findChildren(QCheckBox)} == boxes
    assert ward.hands.sees("patient_mode_screen")


def test_what_the_citizen_wrote_is_there_when_staff_has_unlocked(ward: Ward) -> None:
    ward.see_form()
    ward.wait(301)
    ward.unlock()
    ward.hands.find(QWidget, "patient_mode_screen")
    handed_over = ward.session._presence.handed_over
    assert handed_over is not None
    answers = ward.session.assessments.get(handed_over).response.answers
    assert answers == {"transport.problem": True, "practical.other": f"Min datter kender {NAME}"}


def test_the_locked_workstation_locks_the_program_too(ward: Ward) -> None:
    ward.see_card()
    ward.watch.system_lock.locked.emit()
    UnlockPage(ward.hands)
    ward.hands.settle()
    gc.collect()
    assert NAME not in told_anywhere()
    ward.watch.system_lock.locked.emit()  # a second time there is nothing left to lock
    ward.unlock()
    ward.hands.find(QWidget, "patient_screen")


def test_nothing_that_is_done_to_a_locked_screen_changes_anything(ward: Ward) -> None:
    ward.see_form()
    ward.wait(301)
    UnlockPage(ward.hands)
    store = ward.program.directory / "needsform.db"
    before = store.read_bytes()
    chance = random.Random(20261123)
    window = ward.program.window
    for _ in range(100):
        if chance.random() < 0.5:
            key = chance.choice([Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_N, Qt.Key.Key_F1])
            held = chance.choice([Qt.KeyboardModifier.NoModifier, CONTROL, Qt.KeyboardModifier.AltModifier])
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(window.focusWidget() or window, QKeyEvent(kind, key, held))
        else:
            at = QPointF(chance.randrange(window.width()), chance.randrange(window.height()))
            met = window.childAt(at.toPoint()) or window
            if met.objectName() in ("forgotten", "language_da", "dismiss_message"):
                continue  # these lead to another closed door, and back
            for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
                left = Qt.MouseButton.LeftButton
                point = met.mapFrom(window, at)
                event = QMouseEvent(kind, point, met.mapToGlobal(point), left, left, Qt.KeyboardModifier.NoModifier)
                QApplication.sendEvent(met, event)
        QApplication.processEvents()
        assert ward.program.journeys.workday is None
    assert store.read_bytes() == before
    assert NAME not in told_anywhere()
