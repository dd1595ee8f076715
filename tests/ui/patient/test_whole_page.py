"""A form that was filled in on paper, keyed in by a practised nurse who never touches the mouse."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QBoxLayout, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.assessment import Assessment
from needsform.models.errors import Message
from needsform.models.identity import LinkId
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.settings import Appearance, Settings
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.main_window import MainWindow
from needsform.ui.screens.whole_page_screen import WholePageScreen
from needsform.ui.viewmodels.assessment_view_model import AssessmentViewModel
from needsform.ui.widgets.tick_box import TickBox
from needsform.ui.widgets.topic_row import TopicRow
from needsform.ui.widgets.whole_paper import WholePaper
from tests.ui.accessible import controls
from tests.ui.patient.citizen import Wardrobe, settle
from tests.ui.patient.eyes import cut, outside, overlapping, text_contrast, texts

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Nurse:
    """Karin with a pile of papers."""

    session: Session
    assessment: Assessment
    wardrobe: Wardrobe
    qtbot: QtBot
    told: list[Message] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)

    def open(self, settings: Settings | None = None, size: tuple[int, int] = (1440, 900)) -> None:
        """Open the form at the window."""
        self.settings = settings or Settings()
        self.wardrobe.wear(self.settings)
        self.view_model = AssessmentViewModel(
            self.session.front_pages, self.session.assessments.get(self.assessment.id), self.settings.language
        )
        self.view_model.failed.connect(self.told.append)
        self.window = MainWindow(self.settings)
        self.window.resize(*size)
        self.window.open()
        self.qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.window.show_screen(self._screen)
        settle()

    def _screen(self, room: QWidget) -> QWidget:
        patient = self.session.patients.get(self.assessment.patient_id)
        self.screen = WholePageScreen(
            self.view_model, patient, reference_data.words(self.settings.language), parent=room
        )
        self.screen.finished.connect(lambda: self.facts.append("finished"))
        self.screen.back_requested.connect(lambda: self.facts.append("back"))
        return self.screen

    def close(self) -> None:
        """Go home."""
        self.view_model.flush()
        self.window.clear_screen()
        self.window.leave()
        self.window.deleteLater()
        settle()

    @property
    def on_disk(self) -> QuestionnaireResponse:
        """The answers as they lie in the store."""
        return self.session.assessments.get(self.assessment.id).response

    @property
    def focus(self) -> str:
        """What the keyboard acts on."""
        focused = QApplication.focusWidget()
        return "" if focused is None else focused.objectName()

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys, one after the other."""
        for key in keys:
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, key, modifier)
            settle()

    def type(self, text: str) -> None:
        """Write where the focus is."""
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClicks(focused, text)

    def box(self, name: str) -> TickBox:
        """A box."""
        found = self.screen.findChild(TickBox, name)
        assert found is not None
        return found


@pytest.fixture
def nurse(session: Session, draft: Assessment, dressed: Wardrobe, qtbot: QtBot) -> Iterator[Nurse]:
    """Karin, with Einer's paper in front of her."""
    karin = Nurse(session, draft, dressed, qtbot)
    karin.open()
    yield karin
    karin.close()


def test_all_fifty_topics_stand_on_one_page_in_the_order_of_the_form(nurse: Nurse) -> None:
    rows = [row.topic.link_id for block in nurse.screen.findChild(WholePaper).blocks for row in block.rows]  # type: ignore[union-attr]
    assert rows == list(nurse.view_model.state.questionnaire.topics)
    assert len(rows) == 50
    assert nurse.focus == "household_chores.problem"


def test_the_nurse_sees_whose_paper_she_keys_in(nurse: Nurse) -> None:
    said = [words for words, _ in texts(nurse.window)]
    assert "Einer Test Lauridsen" in said
    assert any(words.startswith("020160-9995") for words in said)


def test_a_note_opens_in_sight(nurse: Nurse) -> None:
    nurse.close()
    nurse.open(size=(1366, 768))
    nurse.press(Key.Key_PageDown, Key.Key_PageDown, Key.Key_N)
    assert nurse.focus == "partner.note"
    note = QApplication.focusWidget()
    assert note is not None
    nurse.qtbot.waitUntil(lambda: note.visibleRegion().boundingRect() == note.rect())


def test_a_paper_form_is_keyed_in_without_the_mouse(nurse: Nurse) -> None:
    nurse.press(Key.Key_Space, Key.Key_S)  # housework: both
    nurse.press(Key.Key_Down, Key.Key_Down, Key.Key_Space)  # childcare
    nurse.press(Key.Key_N)
    assert nurse.focus == "childcare.note"
    nurse.type("Kun om aftenen")
    nurse.press(Key.Key_Return)
    assert nurse.focus == "childcare.problem"
    nurse.press(Key.Key_1)  # childcare matters most
    nurse.press(Key.Key_Up, Key.Key_Up, Key.Key_2)  # then housework
    nurse.press(Key.Key_PageDown)
    assert nurse.focus == "work.problem"
    nurse.press(Key.Key_0)  # none of these
    nurse.press(Key.Key_PageDown, Key.Key_A)
    assert nurse.focus == "relations.other"
    nurse.type("Min hund")
    nurse.press(Key.Key_S, modifier=CONTROL)
    assert nurse.facts == ["finished"]
    answers = nurse.on_disk.answers
    ticked = [str(link_id) for link_id, answer in answers.items() if answer is True]
    assert sorted(ticked) == ["childcare.problem", "household_chores.problem", "household_chores.support"]
    assert answers[LinkId("childcare.note")] == "Kun om aftenen"
    assert answers[LinkId("relations.other")] == "Min hund"
    assert nurse.on_disk.priorities == ("childcare", "household_chores")
    assert sum(answer is False for answer in answers.values()) == 10
    assert nurse.session.assessments.get(nurse.assessment.id).is_front_locked


def test_enter_and_the_arrows_go_from_topic_to_topic(nurse: Nurse) -> None:
    nurse.press(Key.Key_Return)
    assert nurse.focus == "personal_care.problem"
    nurse.press(Key.Key_Right, Key.Key_Down)
    assert nurse.focus == "childcare.support"
    nurse.press(Key.Key_Left, Key.Key_Up, Key.Key_Up, Key.Key_Up)
    assert nurse.focus == "household_chores.problem"
    nurse.press(*[Key.Key_Down] * 6)
    assert nurse.focus == "work.problem"  # on into the next area
    nurse.press(Key.Key_PageUp)
    assert nurse.focus == "household_chores.problem"


def test_a_digit_gives_a_topic_its_place_and_takes_it_away_again(nurse: Nurse) -> None:
    nurse.press(Key.Key_Space, Key.Key_1, Key.Key_Down, Key.Key_Space, Key.Key_1)
    assert nurse.on_disk.priorities == ("personal_care", "household_chores")
    nurse.press(Key.Key_2)
    assert nurse.on_disk.priorities == ("household_chores", "personal_care")
    nurse.press(Key.Key_2)
    assert list(nurse.on_disk.priorities) == ["household_chores"]


def test_only_what_is_marked_can_matter_most(nurse: Nurse) -> None:
    nurse.press(Key.Key_1)
    assert nurse.on_disk.priorities == ()
    assert [message.message_id for message in nurse.told] == ["answer.not_marked"]


def test_a_fourth_that_matters_most_is_refused(nurse: Nurse) -> None:
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_3):
        nurse.press(Key.Key_Space, key, Key.Key_Down)
    assert len(nurse.on_disk.priorities) == 3
    assert [message.message_id for message in nurse.told] == ["answer.too_many"]


def test_letters_in_a_field_are_letters(nurse: Nurse) -> None:
    nurse.press(Key.Key_A)
    nurse.type("Snavs 0123")
    assert nurse.on_disk.priorities == ()
    nurse.view_model.flush()
    assert nurse.on_disk.answers == {"practical.other": "Snavs 0123"}


def test_a_slip_is_undone(nurse: Nurse) -> None:
    nurse.press(Key.Key_Space, Key.Key_0)
    nurse.press(Key.Key_Z, modifier=CONTROL)
    assert nurse.on_disk.answers == {"household_chores.problem": True}
    nurse.press(Key.Key_Z, modifier=CONTROL)
    assert nurse.on_disk.answers == {}
    assert not nurse.box("household_chores.problem").isChecked()


def test_escape_leaves_a_note_first_and_then_the_page(nurse: Nurse) -> None:
    nurse.press(Key.Key_N)
    nurse.type("Gulvet")
    nurse.press(Key.Key_Escape)
    assert (nurse.focus, nurse.facts) == ("household_chores.problem", [])
    nurse.press(Key.Key_Escape)
    assert nurse.facts == ["back"]
    assert nurse.on_disk.answers == {"household_chores.note": "Gulvet"}


def test_an_empty_note_that_was_opened_by_mistake_closes_again(nurse: Nurse) -> None:
    nurse.press(Key.Key_N, Key.Key_Return)
    note = nurse.screen.findChild(QPlainTextEdit, "household_chores.note")
    assert note is not None
    assert not note.isVisible()


def test_what_was_keyed_in_is_there_the_next_time(nurse: Nurse) -> None:
    nurse.press(Key.Key_Space, Key.Key_1, Key.Key_N)
    nurse.type("Gulvet")
    nurse.press(Key.Key_Return, Key.Key_PageDown, Key.Key_0)
    nurse.close()
    nurse.open()
    assert nurse.box("household_chores.problem").isChecked()
    assert nurse.box("work_finance.none").isChecked()
    note = nurse.screen.findChild(QPlainTextEdit, "household_chores.note")
    assert note is not None
    assert (note.isVisible(), note.toPlainText()) == (True, "Gulvet")


def test_the_page_says_which_keys_there_are(nurse: Nurse) -> None:
    said = " ".join(words for words, _ in texts(nurse.window))
    for key in ("Piletaster", "Mellemrum", "S: støtte", "N: note", "1–3", "Ctrl+S"):
        assert key in said


def test_every_control_has_a_name_and_is_large_enough_for_a_mouse(nurse: Nurse) -> None:
    nurse.press(Key.Key_Space)
    seen = controls(nurse.screen)
    assert len(seen) > 100
    assert [control.where for control in seen if not control.name.strip()] == []
    for control in seen:
        assert control.widget is not None
        assert min(control.widget.width(), control.widget.height()) >= 24, control.where
    rows = [row for row in nurse.screen.findChildren(TopicRow) if row.isVisible()]
    assert min(row.height() for row in rows) >= 32


@pytest.mark.parametrize(
    ("percent", "size", "language"),
    [(100, (1280, 720), "da"), (100, (1440, 900), "en"), (200, (1280, 720), "da"), (250, (1366, 768), "en")],
)
def test_nothing_is_cut_or_covered(nurse: Nurse, percent: int, size: tuple[int, int], language: str) -> None:
    nurse.press(Key.Key_Space, Key.Key_N)
    nurse.type("Gulvet og vinduerne, og især trappen " * 4)
    nurse.press(Key.Key_Return)
    nurse.close()
    nurse.open(Settings(text_percent=percent, language=language), size)
    assert cut(nurse.screen) == []
    assert outside(nurse.screen) == []
    assert overlapping(nurse.screen) == []


def test_two_columns_become_one_where_the_text_is_large(nurse: Nurse) -> None:
    def direction() -> QBoxLayout.Direction:
        layout = nurse.screen.findChild(WholePaper).layout()  # type: ignore[union-attr]
        assert isinstance(layout, QBoxLayout)
        return layout.direction()

    assert direction() is QBoxLayout.Direction.LeftToRight
    nurse.close()
    nurse.open(Settings(text_percent=200), (1280, 720))
    assert direction() is QBoxLayout.Direction.TopToBottom


@pytest.mark.parametrize("appearance", list(Appearance))
def test_every_text_stands_out(nurse: Nurse, appearance: Appearance) -> None:
    nurse.press(Key.Key_Space, Key.Key_1)
    nurse.close()
    nurse.open(Settings(appearance=appearance))
    image = nurse.window.grab().toImage()
    ratios = {words: text_contrast(image, area) for words, area in texts(nurse.window)}
    assert len(ratios) > 30
    assert {words: ratio for words, ratio in ratios.items() if ratio < 7} == {}


def test_the_buttons_do_the_same_as_the_keys(nurse: Nurse) -> None:
    finish = nurse.screen.findChild(QPushButton, "finish")
    assert finish is not None
    QTest.mouseClick(finish, Qt.MouseButton.LeftButton)
    assert nurse.facts == ["finished"]
