"""Who is to be assessed again, on the worklist: words for when, one press to begin, one to take it off."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.care_plan import CarePlan
from needsform.models.patient import Patient
from needsform.models.settings import Appearance
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.viewmodels.planned_view_model import PlannedState, PlannedViewModel
from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.planned_section import PlannedSection
from tests.reading import words_on
from tests.ui.accessible import controls
from tests.ui.conftest import Dress, shown
from tests.ui.looks import cut, overlapping, settled, small_targets
from tests.ward import first_talk


@pytest.fixture
def planned(session: Session, patients: dict[str, Patient]) -> list[Patient]:
    """Two citizens: one overdue, one at the end of treatment."""
    pages, whom = session.back_pages, list(patients.values())[:2]
    for patient, when in zip(whom, ("01-11-2026", "ved afslutning af behandling"), strict=True):
        finished = session.front_pages.complete(session.assessments.start(patient, first_talk()))
        pages.sign(pages.conclude_no_need(pages.save(finished, CarePlan(next_assessment=when))))
    return whom


def opened(session: Session, words: Words, qtbot: QtBot) -> tuple[FollowingArea, PlannedSection]:
    model, section = PlannedViewModel(session), PlannedSection(words)
    model.setParent(section)

    def render(state: PlannedState) -> None:
        section.render_planned(state.planned, state.today)

    model.changed.connect(render)
    section.dismissed.connect(model.dismiss)
    render(model.state)
    page, listed = FollowingArea(), QWidget()
    column = QVBoxLayout(listed)
    column.addWidget(section)
    column.addStretch(1)
    page.setWidget(listed)
    qtbot.addWidget(page)
    settled(shown(page, 1000, 600))
    return page, section


def press(section: PlannedSection, name: str) -> None:
    button = section.findChild(QAbstractButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def reads(section: PlannedSection) -> list[str]:
    return words_on(section)


@pytest.mark.usefixtures("planned")
def test_what_is_overdue_is_said_in_words_and_stands_first(session: Session, qtbot: QtBot) -> None:
    page, section = opened(session, reference_data.words("en"), qtbot)
    said = reads(section)
    assert page.isVisible()
    assert said.index("Overdue") < said.index("On the occasion")
    assert {"01-11-2026", "ved afslutning af behandling"} <= set(said)


def test_a_new_one_is_one_press_away(session: Session, planned: list[Patient], qtbot: QtBot) -> None:
    page, section = opened(session, reference_data.words("en"), qtbot)
    with qtbot.waitSignal(section.new_requested) as asked:
        press(section, "planned_0_act_0")
    assert asked.args == [planned[0].id]
    assert page.isVisible()


@pytest.mark.usefixtures("planned")
def test_what_is_not_needed_leaves_the_list(session: Session, qtbot: QtBot) -> None:
    page, section = opened(session, reference_data.words("en"), qtbot)
    press(section, "planned_0_act_1")
    assert "Overdue" not in reads(section)
    press(section, "planned_0_act_1")
    assert page.isVisible()
    assert not section.isVisible()
    assert [one.due_on for one in session.planned_assessments.due()] == list[date | None]()


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize("percent", [100, 200, 250])
def test_nothing_is_cut_and_everything_can_be_heard(
    session: Session, qtbot: QtBot, dress: Dress, danish: Words, percent: int
) -> None:
    dress(Appearance.LIGHT, percent)
    page, _section = opened(session, danish, qtbot)
    assert [*cut(page), *overlapping(page), *small_targets(page)] == []
    assert [seen.where for seen in controls(page) if seen.is_focusable and not seen.name.strip()] == []
