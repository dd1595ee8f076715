"""What became of actions: asked at the next talk with a press, and said beside the topic."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.action_status import ActionStatus
from needsform.models.assessment import Assessment
from needsform.models.care_plan import Activity, CarePlan, Responsible, ResponsibleType
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.settings import Appearance
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.actions_view_model import ActionsState, ActionsViewModel
from needsform.ui.viewmodels.timeline_view_model import TimelineViewModel
from needsform.ui.widgets.actions_section import LISTED_AT_ONCE, ActionsSection
from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.timeline_cells import TimelineWords
from tests.reading import words_on
from tests.ui.accessible import controls
from tests.ui.conftest import Dress, shown
from tests.ui.looks import cut, overlapping, settled, small_targets

TRAINING = Activity(
    text="Holdtræning to gange om ugen",
    topics=(LinkId("fatigue"),),
    responsible=Responsible(type=ResponsibleType.MUNICIPALITY),
    when="uge 3",
)
CALL = Activity(text="Ringe til jobcentret", topics=(LinkId("work"),))


@dataclass
class Talk:
    """Somebody asks what became of actions."""

    model: ActionsViewModel
    section: ActionsSection
    page: FollowingArea

    def press(self, name: str) -> None:
        button = self.section.findChild(QAbstractButton, name)
        assert button is not None
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def reads(self) -> list[str]:
        return words_on(self.section)


Open = Callable[[Words], Talk]


@pytest.fixture
def signed(session: Session, draft: Assessment) -> Assessment:
    ticked = session.front_pages.set_answer(draft, LinkId("work.problem"), True)
    finished = session.front_pages.complete(ticked)
    plan = CarePlan(activities=(TRAINING, CALL), told_that_authority_decides=True)
    pages = session.back_pages
    return pages.sign(pages.complete(pages.save(finished, plan)))


@pytest.fixture
def open_talk(session: Session, einer: Patient, qtbot: QtBot) -> Iterator[Open]:
    talks: list[Talk] = []

    def open_(words: Words) -> Talk:
        model = ActionsViewModel(session, einer.id)
        section = ActionsSection(words, lambda topic: model.heading(topic, words.language))

        def render(state: ActionsState) -> None:
            section.render_actions(state.actions, state.asked, sentence(state.error) if state.error else "")

        model.changed.connect(render)
        section.noted.connect(model.note)
        section.dropped.connect(model.drop)
        section.cancelled.connect(model.cancel)
        render(model.state)
        page, listed = FollowingArea(), QWidget()
        QVBoxLayout(listed).addWidget(section)
        page.setWidget(listed)
        qtbot.addWidget(page)
        talks.append(Talk(model, section, page))
        settled(shown(page, 1000, 600))
        return talks[-1]

    yield open_
    talks.clear()


@pytest.mark.usefixtures("signed")
def test_each_action_says_what_by_whom_and_how_far(open_talk: Open) -> None:
    words = open_talk(reference_data.words("en")).reads()
    for said in ("Holdtræning to gange om ugen", "Fatigue · 23 November 2026", "Municipality", "uge 3", "Planned"):
        assert said in words


@pytest.mark.usefixtures("signed")
def test_it_takes_the_focus_from_nobody_when_it_comes(open_talk: Open) -> None:
    talk = open_talk(reference_data.words("en"))
    elsewhere = QLineEdit(talk.page.widget())
    elsewhere.show()
    elsewhere.setFocus()
    talk.model.changed.emit(talk.model.state)
    assert talk.page.focusWidget() is elsewhere, "whoever opens a card begins at its top"


@pytest.mark.usefixtures("signed")
def test_one_press_notes_that_it_has_begun(open_talk: Open, session: Session, einer: Patient) -> None:
    talk = open_talk(reference_data.words("en"))
    talk.press("action_0_act_0")
    assert "Begun" in talk.reads()
    (note,) = session.action_notes.of_patient(einer.id)
    assert (note.activity, note.status) == (TRAINING, ActionStatus.BEGUN)


@pytest.mark.usefixtures("signed")
def test_what_is_dropped_needs_a_why(open_talk: Open, session: Session, einer: Patient) -> None:
    talk = open_talk(reference_data.words("en"))
    talk.press("action_1_act_2")
    talk.press("drop")
    assert "Write why the action was dropped." in talk.reads()
    assert session.action_notes.of_patient(einer.id) == ()
    reason = talk.section.findChild(QLineEdit, "drop_reason")
    assert reason is not None
    QTest.keyClicks(reason, "Har fundet arbejde")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    assert "23 November 2026, Har fundet arbejde" in talk.reads()
    (note,) = session.action_notes.of_patient(einer.id)
    assert (note.activity, note.status) == (CALL, ActionStatus.DROPPED)


@pytest.mark.usefixtures("signed")
def test_a_drop_can_be_thought_better_of(open_talk: Open, session: Session, einer: Patient) -> None:
    talk = open_talk(reference_data.words("en"))
    talk.press("action_0_act_2")
    assert "Why was this dropped: Holdtræning to gange om ugen?" in talk.reads()
    talk.press("cancel_drop")
    assert not any(said.startswith("Why was this dropped") for said in talk.reads())
    assert session.action_notes.of_patient(einer.id) == ()


def test_without_actions_there_is_no_section(open_talk: Open) -> None:
    assert not open_talk(reference_data.words("en")).section.isVisible()


def test_of_many_years_the_newest_stand_there_and_the_others_at_a_press(
    open_talk: Open, session: Session, draft: Assessment
) -> None:
    agreed = tuple(TRAINING.model_copy(update={"text": f"Aftale {number}"}) for number in range(LISTED_AT_ONCE + 2))
    finished = session.front_pages.complete(session.front_pages.set_answer(draft, LinkId("work.problem"), True))
    pages, plan = session.back_pages, CarePlan(activities=agreed, told_that_authority_decides=True)
    pages.sign(pages.complete(pages.save(finished, plan)))
    talk = open_talk(reference_data.words("en"))
    last = f"Aftale {LISTED_AT_ONCE + 1}"
    assert last not in talk.reads()
    talk.press("all_actions")
    assert last in talk.reads()
    assert not any(said.startswith("Show all") for said in talk.reads())
    focused = talk.section.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"action_{LISTED_AT_ONCE}_act_0"


@pytest.mark.usefixtures("signed")
def test_the_timeline_says_it_beside_the_topic(session: Session, einer: Patient) -> None:
    actions = ActionsViewModel(session, einer.id)
    actions.note(0, ActionStatus.DONE)
    over_time = TimelineViewModel(session.timelines.of_patient(einer.id), ())
    over_time.show_actions(actions.state.actions)
    words = TimelineWords(reference_data.words("en"), "en")
    heads = words.heads(over_time.state.timeline, over_time.state.actions)
    lines = {
        line.title: line.cells[-1].text
        for line in words.lines(over_time.state.timeline, over_time.state.actions)
        if not line.is_area
    }
    assert heads[-1] == "Actions"
    assert lines == {
        "Fatigue": "Holdtræning to gange om ugen: Done",
        "Work": "Ringe til jobcentret: Planned",
    }


@pytest.mark.usefixtures("signed")
@pytest.mark.parametrize("percent", [100, 200, 250])
def test_nothing_is_cut_and_everything_can_be_heard(open_talk: Open, dress: Dress, danish: Words, percent: int) -> None:
    dress(Appearance.LIGHT, percent)
    talk = open_talk(danish)
    talk.press("action_0_act_2")
    settled(talk.page)
    assert [*cut(talk.page), *overlapping(talk.page), *small_targets(talk.page)] == []
    assert [seen.where for seen in controls(talk.page) if seen.is_focusable and not seen.name.strip()] == []
