"""The summing-up: what was marked, the few that matter most, and everything can still be changed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from needsform.models.identity import LinkId
from needsform.models.questionnaire import PRIORITY
from needsform.ui.widgets.summary_page import SummaryPage
from tests.ui.patient.citizen import Citizen

MARKED = ("sick_leave", "worry", "fear_recurrence", "fatigue")


@pytest.fixture
def summing_up(citizen: Citizen) -> Citizen:
    """Einer has marked four topics, said "none of these" once, and has come to the end."""
    for topic in MARKED:
        citizen.turn_to(topic)
        citizen.touch(f"{topic}.problem")
    citizen.view_model.go_to(LinkId("existential"))
    citizen.touch("existential.none")
    citizen.turn_to(PRIORITY)
    return citizen


def texts(citizen: Citizen) -> list[str]:
    """Every text on the page, from top to bottom."""
    labels = [label for label in citizen.screen._sheet.findChildren(QLabel) if label.isVisible() and label.text()]
    labels.sort(key=lambda label: label.mapTo(citizen.screen, label.rect().topLeft()).y())
    return [label.text() for label in labels]


def test_it_shows_what_was_marked_by_area_and_what_was_not(summing_up: Citizen) -> None:
    boxes = [f"{topic}.priority" for topic in MARKED]
    assert [summing_up.box(name).text() for name in boxes] == [
        "Sygemelding og sygedagpenge",
        "Bekymring",
        "Frygt for tilbagefald",
        "Træthed",
    ]
    shown = texts(summing_up)
    assert shown[0] == "Det har du markeret"
    areas = ["Arbejde, uddannelse og økonomi", "Tanker og følelser", "Krop og symptomer", "Resten af skemaet"]
    assert [text for text in shown if text in areas] == areas
    assert "Ingen af disse" in shown
    assert shown.count("Ikke udfyldt") == 3


def test_a_circle_becomes_a_number_in_the_order_of_the_choice(summing_up: Citizen) -> None:
    summing_up.touch("fatigue.priority")
    summing_up.touch("worry.priority")
    assert summing_up.on_disk.priorities == ("fatigue", "worry")
    assert summing_up.box("fatigue.priority").isChecked()
    assert "nummer 1" in summing_up.box("fatigue.priority").accessibleName()
    assert "nummer 2" in summing_up.box("worry.priority").accessibleName()


def test_letting_go_of_the_first_lets_the_second_move_up(summing_up: Citizen) -> None:
    summing_up.touch("fatigue.priority")
    summing_up.touch("worry.priority")
    summing_up.touch("fatigue.priority")
    assert summing_up.on_disk.priorities == ("worry",)
    assert "nummer 1" in summing_up.box("worry.priority").accessibleName()


def test_a_fourth_is_told_kindly_that_three_is_the_most(summing_up: Citizen) -> None:
    for topic in MARKED:
        summing_up.touch(f"{topic}.priority")
    assert summing_up.on_disk.priorities == MARKED[:3]
    assert summing_up.label("notice").startswith("Du kan vælge højst 3.")
    assert not summing_up.box("fatigue.priority").isChecked()
    assert summing_up.told == []
    summing_up.touch("worry.priority")
    assert summing_up.label("notice") == ""


def test_change_leads_to_the_topic_and_the_focus_is_there(summing_up: Citizen) -> None:
    summing_up.touch("fear_recurrence.correct")
    assert summing_up.title == "Tanker og følelser"
    assert summing_up.focus == "fear_recurrence.problem"
    summing_up.press(Qt.Key.Key_Space)
    assert LinkId("fear_recurrence.problem") not in summing_up.on_disk.answers


def test_unmarking_a_topic_takes_it_out_of_what_matters_most(summing_up: Citizen) -> None:
    summing_up.touch("worry.priority")
    summing_up.touch("fatigue.priority")
    summing_up.touch("worry.correct")
    summing_up.touch("worry.problem")
    assert summing_up.on_disk.priorities == ("fatigue",)
    summing_up.turn_to(PRIORITY)
    assert "nummer 1" in summing_up.box("fatigue.priority").accessibleName()


def test_an_area_that_was_passed_over_can_be_gone_back_to(summing_up: Citizen) -> None:
    summing_up.touch("relations.correct")
    assert summing_up.title == "Familie og netværk"


def test_who_has_marked_nothing_hears_that_it_is_all_right(citizen: Citizen) -> None:
    citizen.view_model.go_to(PRIORITY)
    assert any("helt i orden" in text for text in texts(citizen))
    citizen.touch("next")
    assert citizen.facts == ["finished"]


def test_a_choice_can_be_undone(summing_up: Citizen) -> None:
    summing_up.touch("fatigue.priority")
    summing_up.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert summing_up.on_disk.priorities == ()
    assert not summing_up.box("fatigue.priority").isChecked()


def test_the_place_is_the_summing_up_after_a_restart(summing_up: Citizen) -> None:
    summing_up.touch("fatigue.priority")
    summing_up.come_back()
    assert summing_up.title == "Det har du markeret"
    assert summing_up.box("fatigue.priority").isChecked()


def test_finishing_locks_the_answers_and_the_place(summing_up: Citizen) -> None:
    summing_up.touch("next")
    assert summing_up.facts == ["finished"]
    assert summing_up.session.assessments.get(summing_up.assessment.id).is_front_locked


@pytest.fixture
def everything_marked(citizen: Citizen) -> Citizen:
    """Einer has ticked every box of the form, and has just come to the end."""
    form = citizen.view_model.state.questionnaire
    for topic in form.topics.values():
        for box in topic.marks():
            citizen.view_model.set_answer(box.link_id, True)
    citizen.view_model.go_to(PRIORITY)
    return citizen


def the_page(citizen: Citizen) -> SummaryPage:
    page = citizen.screen._page
    assert isinstance(page, SummaryPage)
    return page


def lines_of(page: SummaryPage) -> list[str]:
    """The lines that have come so far, by the topics whose circles they begin with."""
    return [widget.objectName().removesuffix(".priority") for widget in page.focus_order()[::3]]


def test_a_long_summing_up_is_there_at_once_and_its_end_soon(everything_marked: Citizen, qtbot: QtBot) -> None:
    page, topics = the_page(everything_marked), list(everything_marked.view_model.state.questionnaire.topics)
    at_once = lines_of(page)
    assert at_once == topics[: len(at_once)]
    assert page.spoken()[-1].startswith("Alkohol")  # all of it can be read aloud meanwhile
    assert len(at_once) < len(topics)
    qtbot.waitUntil(lambda: lines_of(page) == topics)
    assert everything_marked.box(f"{topics[-1]}.priority").isVisible()


def test_the_tab_key_goes_on_from_the_last_line_of_a_long_summing_up(everything_marked: Citizen, qtbot: QtBot) -> None:
    page, topics = the_page(everything_marked), list(everything_marked.view_model.state.questionnaire.topics)
    qtbot.waitUntil(lambda: lines_of(page) == topics)
    page.focus_order()[-1].setFocus(Qt.FocusReason.TabFocusReason)
    everything_marked.press(Qt.Key.Key_Tab)
    assert everything_marked.focus == "back"
    everything_marked.press(Qt.Key.Key_Backtab)
    assert everything_marked.focus == f"{topics[-1]}.correct"


def test_who_wrote_a_note_far_down_a_long_summing_up_is_there_again(everything_marked: Citizen, qtbot: QtBot) -> None:
    page, topics = the_page(everything_marked), list(everything_marked.view_model.state.questionnaire.topics)
    qtbot.waitUntil(lambda: lines_of(page) == topics)
    everything_marked.touch(f"{topics[-1]}.note_button")
    everything_marked.press(Qt.Key.Key_Return)
    assert everything_marked.focus == f"{topics[-1]}.note_button"
