"""From the administration to a figure, to whom it counts, to the citizen's card; and the lock leads back to it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from needsform.app import Program
from needsform.ui.widgets.row_table import RowTable
from tests.e2e.pages import UnlockPage, WorklistPage
from tests.ward import FIRST_RUN, PASSWORD, citizen, first_talk


def test_an_administrator_follows_a_figure_to_its_citizen_and_finds_the_way_back(
    worklist: WorklistPage, program: Program
) -> None:
    hands = worklist.hands
    assert program.journeys.workday is not None
    session = program.journeys.workday.session
    session.assessments.start(session.patients.register(citizen()), first_talk())
    hands.click("go_to_administration")
    hands.click("administer_indicators_act_0")
    figure = "rows_progress_with_citizen"
    hands.wait_for(lambda: hands.sees(figure), "the figures")
    assert hands.find(QPushButton, figure).text() == "<5"
    hands.click(figure)
    hands.find(QWidget, "indicator_rows_screen")
    table = hands.find(RowTable, "indicator_rows")
    hands.wait_for(lambda: table.model().rowCount() == 1, "the row behind it")
    hands.window.activateWindow()
    hands.settle()
    hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    UnlockPage(hands).try_password(FIRST_RUN.login, PASSWORD)
    hands.wait_for(lambda: hands.sees("indicator_rows"), "the same place")
    hands.click("close")
    hands.wait_for(lambda: hands.sees(figure), "the figures again")
    hands.click(figure)
    hands.wait_for(lambda: hands.sees("indicator_rows"), "the rows")
    table = hands.find(RowTable, "indicator_rows")
    hands.wait_for(lambda: table.model().rowCount() == 1, "the row again")
    table.choose_current()
    hands.wait_for(lambda: hands.sees("patient_screen"), "the citizen's card")
