"""What somebody can do with the screen in their hands, and what they see; nothing here reaches around the screen."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.assessment import Assessment
from needsform.models.errors import Message
from needsform.models.identity import LinkId
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.settings import Settings
from needsform.services.session import Session
from needsform.ui import theme
from needsform.ui.main_window import MainWindow
from needsform.ui.screens.patient_mode_screen import PatientModeScreen
from needsform.ui.speech import Speech
from needsform.ui.theme import Theme
from needsform.ui.translation import Translation
from needsform.ui.viewmodels.assessment_view_model import AssessmentViewModel
from needsform.ui.widgets.tick_box import TickBox
from needsform.ui.widgets.topic_row import TopicRow


def settle() -> None:
    """Let happen what is due, as the program's own loop does: also the end of what is no longer shown."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class Wardrobe:
    """Dresses the running program."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._translation = Translation(application)
        self._worn: Settings | None = None
        theme.load_fonts()

    def wear(self, settings: Settings | None = None) -> None:
        """Wear these settings; without any, those of a new workstation."""
        worn = settings or Settings()
        if worn == self._worn:
            return
        self._worn = worn
        theme.apply(self._application, Theme(worn.appearance, worn.text_percent))
        self._translation.use(worn.language)

    def take_off(self) -> None:
        """As the program is before it is dressed."""
        self._worn = None
        self._application.setStyleSheet("")
        self._translation.use("en")


@dataclass
class Citizen:
    """One person at the screen."""

    session: Session
    assessment: Assessment
    wardrobe: Wardrobe
    qtbot: QtBot
    settings: Settings = field(default_factory=Settings)
    size: tuple[int, int] = (1280, 800)
    told: list[Message] = field(default_factory=list)
    """What could not be kept."""
    facts: list[str] = field(default_factory=list)
    """What the screen said that happened."""

    def come(self, language: str = "") -> None:
        """Sit down at the window; what lies on disk is shown."""
        self.view_model = AssessmentViewModel(
            self.session.front_pages,
            self.session.assessments.get(self.assessment.id),
            language or self.assessment.language,
        )
        self.view_model.failed.connect(self.told.append)
        self.window = MainWindow(self.settings)
        self.window.resize(*self.size)
        self.window.open()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.wardrobe.wear(self.settings)
        self.window.show_screen(self._screen)
        settle()

    def go(self) -> None:
        """Get up; nothing stays on the screen."""
        self.view_model.flush()
        self.window.clear_screen()
        self.window.leave()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def come_back(self, settings: Settings | None = None, size: tuple[int, int] | None = None) -> None:
        """The program was started again in between."""
        self.go()
        self.settings, self.size = settings or self.settings, size or self.size
        self.come(self.view_model.state.language)

    def _screen(self, room: QWidget) -> QWidget:
        self.screen = PatientModeScreen(self.view_model, self.settings, Speech(None), parent=room)
        self.screen.settings_changed.connect(self._wear)
        self.screen.finished.connect(self._remember_finished)
        self.screen.leave_requested.connect(self._remember_leaving)
        return self.screen

    def _wear(self, settings: Settings) -> None:
        self.settings = settings
        self.wardrobe.wear(settings)
        self.window.rebuild_screen()
        settle()

    def _remember_finished(self) -> None:
        self.facts.append("finished")

    def _remember_leaving(self) -> None:
        self.facts.append("leave_requested")

    # What they see --------------------------------------------------------------------------------------------

    @property
    def on_disk(self) -> QuestionnaireResponse:
        """The answers as they lie in the store."""
        return self.session.assessments.get(self.assessment.id).response

    @property
    def title(self) -> str:
        """What the page is about."""
        return self.label("page_title")

    @property
    def progress(self) -> str:
        """How far they have come, in words."""
        return self.label("progress")

    @property
    def part(self) -> str:
        """Which part of a page is shown, if it is split."""
        part = self.screen.findChild(QLabel, "page_part")
        assert part is not None
        return part.text() if part.isVisible() else ""

    @property
    def topics(self) -> list[str]:
        """The topics that are shown, from top to bottom."""
        rows = [row for row in self.screen.findChildren(TopicRow) if row.isVisible()]
        return [row.topic.link_id for row in sorted(rows, key=lambda row: row.y())]

    def label(self, name: str) -> str:
        """The words of a label."""
        found = self.screen.findChild(QLabel, name)
        assert found is not None, name
        return found.text()

    def box(self, name: str) -> TickBox:
        """A box that can be ticked."""
        found = self.screen.findChild(TickBox, name)
        assert found is not None, name
        return found

    def button(self, name: str) -> QPushButton:
        """A button."""
        found = self.screen.findChild(QPushButton, name)
        assert found is not None, name
        return found

    @property
    def focus(self) -> str:
        """What the keyboard acts on."""
        focused = QApplication.focusWidget()
        return "" if focused is None else focused.objectName()

    # What they do ---------------------------------------------------------------------------------------------

    def touch(self, name: str, at: QPoint | None = None) -> None:
        """Tap on a box or a button, in its middle or elsewhere on it."""
        found = self.screen.findChild(QWidget, name)
        assert found is not None, name
        assert found.isVisible(), name
        QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=at or found.rect().center())
        settle()

    def touch_twice(self, name: str) -> None:
        """Tap twice, faster than two taps are told apart: the second press is that of a double click."""
        found = self.screen.findChild(QWidget, name)
        assert found is not None, name
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(found, Qt.MouseButton.LeftButton)
        QTest.mouseRelease(found, Qt.MouseButton.LeftButton)
        settle()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys, one after the other, wherever the focus is."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key, modifier)
            settle()

    def type(self, text: str) -> None:
        """Write something where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def tab_to(self, name: str) -> None:
        """Press Tab until something has the focus."""
        for _ in range(200):
            if self.focus == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name}")

    def turn_to(self, place: str) -> None:
        """Go on, page by page, until a page is shown."""
        for _ in range(40):
            if self.view_model.state.place == LinkId(place) or place in self.topics:
                return
            self.touch("next")
        raise AssertionError(f"there is no page with {place}")

    def change_settings(self, **changes: object) -> None:
        """Have other settings from the start, as somebody at another workstation would."""
        self.come_back(replace(self.settings, **changes))  # type: ignore[arg-type]
