"""A citizen who was assessed several times, over a real store."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.assessment import Assessment, AssessmentDetails
from needsform.models.identity import AssessmentId, LinkId
from needsform.models.patient import Patient
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.viewmodels.timeline_view_model import TimelineViewModel
from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.timeline_section import TimelineSection
from tests.ui.conftest import shown
from tests.ward import first_talk

Talk = Callable[..., AssessmentId]
"""A talk on a day of 2027, by its number, with these boxes ticked."""


@pytest.fixture
def talk(session: Session, einer: Patient) -> Talk:
    """Hold one."""

    def hold(day: int, *ticks: str, priorities: tuple[str, ...] = ()) -> AssessmentId:
        details = AssessmentDetails.model_validate({**dict(first_talk()), "held_on": date.fromordinal(739_982 + day)})
        assessment: Assessment = session.assessments.start(einer, details)
        for tick in ticks:
            assessment = session.front_pages.set_answer(assessment, LinkId(tick), True)
        if priorities:
            chosen = tuple(map(LinkId, priorities))
            assessment = session.front_pages.set_answer(assessment, LinkId("priority"), chosen)
        return session.front_pages.complete(assessment).id

    return hold


@pytest.fixture
def page(session: Session, einer: Patient, qtbot: QtBot) -> Callable[..., TimelineSection]:
    """The section on a page that scrolls, as the card has it."""
    pages: list[FollowingArea] = []

    def show(words: Words | None = None, width: int = 1100, height: int = 700) -> TimelineSection:
        words = words or reference_data.words("en")
        model = TimelineViewModel(session.timelines.of_patient(einer.id), ())
        section = TimelineSection(words, words.language)
        model.setParent(section)
        model.changed.connect(lambda state: section.render_timeline(state.timeline, state.actions))
        section.every_topic_wanted.connect(model.show_every_topic)
        section.render_timeline(model.state.timeline, model.state.actions)
        area = FollowingArea()
        listed = QWidget()
        QVBoxLayout(listed).addWidget(section)
        area.setWidget(listed)
        qtbot.addWidget(area)
        pages.append(area)
        with qtbot.waitActive(area):
            shown(area, width, height)
            area.activateWindow()
        return section

    return show
