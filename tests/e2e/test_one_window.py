"""However many screens come and go, there is one window: nothing flashes up beside it on the citizen's way."""

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication

from needsform.app import Program
from needsform.demo.citizen import Citizen
from needsform.demo.hands import Hands
from needsform.demo.player import Player, WallClock
from needsform.demo.reception import receive
from needsform.services import reference_data
from needsform.services.questionnaires import Questionnaires
from tests.clock import COPENHAGEN
from tests.e2e.pages import WorklistPage
from tools.case_store import case


class Windows:
    """Remembers every window that the focus has been in: whatever flashes up takes it along."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def remember(self, window: QWindow | None) -> None:
        """The focus is in another window."""
        if window is not None:
            self.seen.add(window.objectName())


def test_no_window_flashes_up_from_the_first_question_to_the_thanks(
    worklist: WorklistPage, program: Program, hands: Hands, qapp: QApplication, tmp_path: Path
) -> None:
    windows, told, form = Windows(), case(1), Questionnaires().default()
    language = program.dressing.worn.language
    clock = WallClock(datetime(2026, 11, 23, 10, 42, tzinfo=COPENHAGEN))
    player = Player(program, hands, clock, tmp_path, reference_data.words(language))
    assert isinstance(qapp, QGuiApplication)
    receive(player, told, form, "da")
    qapp.focusWindowChanged.connect(windows.remember)
    try:
        Citizen(player, told.front, form, "da").fill_in()
    finally:
        qapp.focusWindowChanged.disconnect(windows.remember)
    assert worklist.hands.sees("thank_you_screen")
    assert windows.seen <= {program.window.windowHandle().objectName()}
