"""The page that the citizen is at: made to show what is on disk, and its wishes go to the view-model."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.questionnaire import DISTRESS, Area, Item, Topic
from needsform.ui.viewmodels.assessment_view_model import AssessmentViewModel
from needsform.ui.widgets.area_page import AreaPage
from needsform.ui.widgets.distress_page import DistressPage
from needsform.ui.widgets.note_page import NotePage
from needsform.ui.widgets.patient_page import PatientPage
from needsform.ui.widgets.private_text import Written
from needsform.ui.widgets.summary_page import SummaryPage


def new_page(view_model: AssessmentViewModel, room: QWidget) -> PatientPage:
    """The page of the place where the view-model is, standing in `room`. Where to go from it is for the screen."""
    state = view_model.state
    form, area = state.questionnaire, state.page.area
    topic = None if state.note_topic is None else form.topics[state.note_topic]
    if topic is not None and topic.note is not None:
        page: PatientPage = _note_page(view_model, topic, topic.note, room)
    elif area is not None:
        page = _area_page(view_model, area, room)
    elif state.page.place == DISTRESS and form.distress is not None:
        page = _distress_page(view_model, form.distress, room)
    else:
        page = _summary_page(view_model, room)
    page.written.connect(partial(_write, view_model))
    page.settled.connect(view_model.flush)
    return page


def _note_page(view_model: AssessmentViewModel, topic: Topic, note: Item, room: QWidget) -> NotePage:
    page = NotePage(topic, note, view_model.state.language, room)
    page.field.show_text(view_model.state.text(note))
    return page


def _area_page(view_model: AssessmentViewModel, area: Area, room: QWidget) -> AreaPage:
    state = view_model.state
    page = AreaPage(area, state.questionnaire.lead[state.language], state.language, view_model.words, room)
    page.show_response(state.response, has_said_none=state.has_said_none(area), other=state.text(area.other))
    page.toggle_requested.connect(view_model.toggle)
    page.none_requested.connect(partial(view_model.none_of_these, area))
    return page


def _distress_page(view_model: AssessmentViewModel, line: Item, room: QWidget) -> DistressPage:
    page = DistressPage(line, view_model.state.language, view_model.words, room)
    page.show_response(view_model.state.response)
    page.chosen.connect(partial(_choose_number, view_model))
    return page


def _summary_page(view_model: AssessmentViewModel, room: QWidget) -> SummaryPage:
    state = view_model.state
    page = SummaryPage(state.questionnaire, state.response, state.language, view_model.words, room)
    page.priority_requested.connect(view_model.set_priority)
    return page


def _write(view_model: AssessmentViewModel, written: Written) -> None:
    view_model.write(written.link_id, written.text)


def _choose_number(view_model: AssessmentViewModel, number: int) -> None:
    """The number that is chosen already is taken back."""
    chosen = view_model.state.response.answers.get(DISTRESS)
    view_model.set_answer(DISTRESS, None if chosen == number else number)
