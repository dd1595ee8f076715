"""From staff to the citizen and back again, through the program's own window."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.dressing import Dressing
from needsform.models.assessment import Assessment
from needsform.models.patient import Patient
from needsform.models.questionnaire import PRIORITY
from needsform.models.settings import Appearance
from needsform.services.access import Access
from needsform.services.restoring import Restoring
from needsform.services.session import Session
from needsform.stage import Stage
from needsform.ui.background import Background
from needsform.ui.clipboard_guard import ClipboardGuard
from needsform.ui.dialogs import Dialogs
from needsform.ui.main_window import MainWindow
from needsform.ui.screens.patient_mode_screen import PatientModeScreen
from needsform.ui.screens.staff_door_screen import StaffDoorScreen
from needsform.ui.screens.thank_you_screen import ThankYouScreen
from needsform.workday.handover import Handover
from tests.clock import StandingClock
from tests.ui.patient.citizen import settle
from tests.ward import PASSWORD, entropy, first_talk


@dataclass
class Ward:
    """The window at the bedside."""

    stage: Stage
    session: Session
    handovers: list[Handover] = field(default_factory=list)

    @property
    def shown(self) -> QWidget:
        """The screen that is shown."""
        screen = self.stage.window.screen_shown
        assert screen is not None
        return screen

    def shows(self, kind: type[QWidget]) -> bool:
        """Whether such a screen is shown."""
        return isinstance(self.shown, kind)

    @property
    def is_with_citizen(self) -> bool:
        """Who has the screen."""
        return self.session.is_with_citizen

    def hand_over(self, assessment: Assessment) -> Handover:
        """Give the screen to the citizen."""
        handover = Handover(self.stage, self.session, assessment)
        self.handovers.append(handover)
        handover.begin()
        settle()
        return handover

    def touch(self, name: str) -> None:
        """Press a button, or tick a box."""
        found = self.shown.findChild(QWidget, name)
        assert found is not None, name
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        settle()

    def say_password(self, password: str) -> None:
        """Type a password at the staff's door."""
        field = self.shown.findChild(QLineEdit, "staff_password")
        assert field is not None
        QTest.keyClicks(field, password)
        QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def ward(
    qapp: QApplication,
    access: Access,
    session: Session,
    background: Background,
    dialogs: Dialogs,
    clock: StandingClock,
    tmp_path: Path,
    qtbot: QtBot,
) -> Iterator[Ward]:
    """Karin's workstation."""
    dressing = Dressing(qapp, tmp_path)
    window = MainWindow(dressing.worn)
    dressing.changed.connect(window.rebuild_screen)
    window.open()
    qtbot.waitExposed(window)
    window.activateWindow()
    stage = Stage(
        tmp_path,
        lambda: access,
        window,
        dressing,
        background,
        ClipboardGuard(),
        dialogs,
        clock,
        entropy(),
        background,
        lambda: None,
        lambda: Restoring(tmp_path, access, clock),
    )
    yield Ward(stage, session)
    window.clear_screen()
    window.leave()
    window.deleteLater()
    settle()
    qapp.setStyleSheet("")
    dressing._translation.use("en")


def test_the_citizen_fills_in_and_staff_takes_the_screen_back(ward: Ward, draft: Assessment, qtbot: QtBot) -> None:
    handover = ward.hand_over(draft)
    ward.touch("transport.problem")
    for _ in range(20):
        if ward.session.assessments.get(draft.id).place == PRIORITY:
            break
        ward.touch("next")
    ward.touch("next")
    assert ward.shows(ThankYouScreen)
    before = ward.is_with_citizen
    with qtbot.waitSignal(handover.taken_back):
        ward.say_password(PASSWORD)
    assert (before, ward.is_with_citizen) == (True, False)
    assert ward.session.assessments.get(draft.id).is_front_locked


def test_staff_comes_before_it_is_finished_and_goes_away_again(ward: Ward, draft: Assessment) -> None:
    ward.hand_over(draft)
    ward.touch("next")
    ward.touch("work.problem")
    ward.touch("staff")
    assert ward.shows(StaffDoorScreen)
    ward.touch("return_to_form")
    assert ward.shows(PatientModeScreen)
    title = ward.shown.findChild(QLabel, "page_title")
    assert title is not None
    assert title.text() == "Arbejde, uddannelse og økonomi"
    assert ward.session.assessments.get(draft.id).response.answers == {"work.problem": True}


def test_the_screen_speaks_the_citizen_s_language_and_staff_s_again_afterwards(
    ward: Ward, einer: Patient, qtbot: QtBot
) -> None:
    english = ward.session.assessments.start(einer, first_talk().model_copy(update={"language": "en"}))
    handover = ward.hand_over(english)
    button = ward.shown.findChild(QPushButton, "next")
    assert button is not None
    assert button.text() == "Next"
    ward.touch("staff")
    with qtbot.waitSignal(handover.taken_back):
        ward.say_password(PASSWORD)
    assert ward.stage.dressing.worn.language == "da"


def test_what_the_citizen_wears_is_not_kept(ward: Ward, draft: Assessment, qtbot: QtBot) -> None:
    handover = ward.hand_over(draft)
    ward.touch("contrast")
    ward.touch("text_larger")
    worn = ward.stage.dressing.worn
    assert (worn.appearance, worn.text_percent) == (Appearance.HIGH_CONTRAST, 125)
    ward.touch("staff")
    with qtbot.waitSignal(handover.taken_back):
        ward.say_password(PASSWORD)
    assert ward.stage.dressing.worn == ward.stage.dressing.kept


def test_the_window_never_names_anybody(ward: Ward, draft: Assessment) -> None:
    titles = {ward.stage.window.windowTitle()}
    ward.hand_over(draft)
    titles.add(ward.stage.window.windowTitle())
    ward.touch("staff")
    titles.add(ward.stage.window.windowTitle())
    assert titles == {"Behovsvurdering"}
