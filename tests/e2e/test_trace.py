"""The log from the administrator's door to the file; and what staff hears when the store is not the one it was."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from needsform.app import Program
from needsform.services.access import Access
from needsform.services.unlocked import Unlocked
from needsform.ui.widgets.row_table import RowTable
from tests.clock import StandingClock
from tests.e2e.pages import UnlockPage, WorklistPage
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, citizen, entropy


def test_the_administrator_looks_through_the_log_and_the_lock_leads_back_to_it(
    worklist: WorklistPage, program: Program
) -> None:
    hands = worklist.hands
    hands.click("go_to_administration")
    hands.click("administer_trace_act_0")
    hands.find(QWidget, "trace_screen")
    hands.click("show_entries")
    table = hands.find(RowTable, "trace_entries")
    hands.wait_for(lambda: table.model().rowCount() > 0, "the log")
    hands.window.activateWindow()
    hands.settle()
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    UnlockPage(hands).try_password(FIRST_RUN.login, PASSWORD)
    hands.wait_for(lambda: hands.sees("trace_screen"), "the same place")
    assert program.journeys.workday is not None
    assert not hands.sees("trace_entries")  # what was found is not kept


def test_an_older_store_is_told_above_whatever_staff_sees(
    unlocked: Unlocked, folder: Path, clock: StandingClock, morning: UnlockPage
) -> None:
    door = Access(folder, clock, entropy(1), CHEAP)
    door.open(unlocked).close()
    yesterday = (folder / "needsform.db").read_bytes()
    today = door.open(unlocked)
    today.patients.register(citizen())
    today.close()
    door.leave()
    (folder / "needsform.db").write_bytes(yesterday)

    worklist = morning.unlock(FIRST_RUN.login, PASSWORD)
    told = worklist.hands.find(QLabel, "message_text").text()
    assert "De sidste 3 linjer i loggen mangler: nr. 4 til 6" in told
