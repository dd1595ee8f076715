"""From page to page: one area at a time, the same two buttons, and the place is found again."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from needsform import resources
from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.questionnaire import DISTRESS, PRIORITY
from needsform.models.settings import Appearance, Settings
from needsform.services.session import Session
from needsform.ui.widgets.topic_row import TopicRow
from tests.ui.patient.citizen import Citizen, Wardrobe, settle
from tests.ward import first_talk

NARROW = (1280, 720)


def test_the_first_page_is_the_first_area_and_there_is_no_way_back_from_it(citizen: Citizen) -> None:
    assert (citizen.title, citizen.progress) == ("Hverdag og praktiske forhold", "1 af 7")
    assert not citizen.button("back").isEnabled()


def test_every_area_comes_once_and_then_the_summing_up(citizen: Citizen) -> None:
    seen = [citizen.title]
    while citizen.view_model.state.place != PRIORITY:
        citizen.touch("next")
        if citizen.title != seen[-1]:
            seen.append(citizen.title)
    areas = citizen.view_model.state.questionnaire.areas
    assert seen == [*(area.text["da"] for area in areas), "Det har du markeret"]


def test_a_double_click_turns_one_page_and_never_finishes_the_form(citizen: Citizen) -> None:
    citizen.touch_twice("next")
    assert citizen.progress == "2 af 7"
    citizen.touch_twice("back")
    assert citizen.progress == "1 af 7"
    citizen.turn_to("lifestyle")
    citizen.touch_twice("next")
    assert citizen.title == "Det har du markeret"
    assert citizen.facts == []


def test_a_key_that_is_held_turns_one_page(citizen: Citizen) -> None:
    for is_repeated in (False, True, True, True):
        focused = QApplication.focusWidget()
        assert focused is not None
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", is_repeated)
        QApplication.sendEvent(focused, press)
        settle()
    assert citizen.progress == "2 af 7"


def test_the_two_ways_stand_in_the_same_place_on_every_page(citizen: Citizen) -> None:
    places = set()
    while citizen.view_model.state.place != PRIORITY:
        places.add((citizen.button("back").pos().toTuple(), citizen.button("next").pos().toTuple()))
        citizen.touch("next")
    assert len(places) == 1


@pytest.mark.parametrize(
    ("size", "parts"), [((1280, 720), [7, 6, 6]), ((1366, 768), [7, 6, 6]), ((1280, 1024), [10, 9])]
)
def test_a_long_area_is_split_and_not_scrolled(citizen: Citizen, size: tuple[int, int], parts: list[int]) -> None:
    citizen.come_back(size=size)
    citizen.turn_to("physical")
    seen = []
    for number in range(len(parts)):
        assert citizen.title == "Krop og symptomer"
        assert citizen.part == f"{number + 1} af {len(parts)}"
        assert citizen.progress == "6 af 7"
        assert citizen.screen._sheet.verticalScrollBar().maximum() == 0
        seen.append(len(citizen.topics))
        citizen.touch("next")
    assert sorted(seen, reverse=True) == parts
    assert citizen.title == "Sundhed og livsstil"


@pytest.mark.parametrize("size", [(1280, 720), (1366, 768), (1280, 1024)])
def test_at_the_usual_text_size_nothing_is_scrolled(citizen: Citizen, size: tuple[int, int]) -> None:
    citizen.come_back(size=size)
    while citizen.view_model.state.place != PRIORITY:
        assert citizen.screen._sheet.verticalScrollBar().maximum() == 0, citizen.title
        citizen.touch("next")


def test_back_leads_through_the_same_parts_the_other_way(citizen: Citizen) -> None:
    citizen.come_back(size=NARROW)
    forth = []
    while citizen.view_model.state.place != PRIORITY:
        forth.append(citizen.topics)
        citizen.touch("next")
    back = []
    while citizen.button("back").isEnabled():
        citizen.touch("back")
        back.append(citizen.topics)
    assert back == forth[::-1]


def test_the_place_is_found_again_after_the_program_was_killed(citizen: Citizen) -> None:
    citizen.come_back(size=NARROW)
    citizen.turn_to("nausea")
    here = citizen.title, citizen.part, citizen.topics
    citizen.touch("nausea.problem")
    citizen.come_back()
    assert (citizen.title, citizen.part, citizen.topics) == here
    assert citizen.box("nausea.problem").isChecked()


def test_a_place_that_the_form_does_not_have_is_its_beginning(citizen: Citizen) -> None:
    citizen.session.front_pages.remember_place(citizen.assessment, LinkId("no_such_place"))
    citizen.come_back()
    assert citizen.progress == "1 af 7"


def test_larger_text_keeps_the_place_the_ticks_and_the_focus(citizen: Citizen) -> None:
    citizen.turn_to("emotional")
    citizen.touch("worry.problem")
    citizen.tab_to("text_larger")
    citizen.press(Qt.Key.Key_Space)
    assert citizen.settings.text_percent == 125
    assert citizen.title == "Tanker og følelser"
    assert citizen.box("worry.problem").isChecked()
    assert citizen.focus == "text_larger"


def test_text_size_by_key_keeps_the_focus_in_the_form(citizen: Citizen) -> None:
    citizen.press(Qt.Key.Key_Down)
    assert citizen.focus == "personal_care.problem"
    citizen.press(Qt.Key.Key_Plus, modifier=Qt.KeyboardModifier.ControlModifier)
    assert (citizen.settings.text_percent, citizen.focus) == (125, "personal_care.problem")
    citizen.press(Qt.Key.Key_Minus, modifier=Qt.KeyboardModifier.ControlModifier)
    assert (citizen.settings.text_percent, citizen.focus) == (100, "personal_care.problem")


def test_the_text_grows_to_250_percent_and_no_further(citizen: Citizen) -> None:
    seen = [citizen.settings.text_percent]
    while citizen.button("text_larger").isEnabled():
        citizen.touch("text_larger")
        seen.append(citizen.settings.text_percent)
    assert seen == [100, 125, 150, 175, 200, 225, 250]
    assert citizen.button("text_smaller").isEnabled()


def test_contrast_is_one_tap_away_and_back(citizen: Citizen) -> None:
    citizen.touch("contrast")
    assert citizen.settings.appearance is Appearance.HIGH_CONTRAST
    assert citizen.button("contrast").isChecked()
    citizen.touch("contrast")
    assert citizen.settings == Settings()


def test_the_language_is_changed_without_a_restart_and_on_the_same_page(citizen: Citizen) -> None:
    citizen.turn_to("emotional")
    citizen.touch("worry.problem")
    choose_language(citizen, "English")
    assert (citizen.title, citizen.progress) == ("Thoughts and feelings", "4 of 7")
    assert citizen.button("next").text() == "Next"
    assert citizen.box("worry.problem").accessibleName() == "Worry – Concerns me"
    assert citizen.box("worry.problem").isChecked()
    choose_language(citizen, "Dansk")
    assert (citizen.title, citizen.button("next").text()) == ("Tanker og følelser", "Videre")


def choose_language(citizen: Citizen, name: str) -> None:
    """Choose a language from the menu."""
    menu = citizen.button("language").menu()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.findChildren(QAction) if action.text() == name)
    action.trigger()
    settle()


def test_the_whole_form_can_be_filled_in_by_keyboard_alone(citizen: Citizen) -> None:
    citizen.press(Qt.Key.Key_Space)  # housework: a problem
    citizen.press(Qt.Key.Key_Right, Qt.Key.Key_Space)  # and support wanted
    citizen.press(Qt.Key.Key_Return)  # on to work
    citizen.tab_to("work_finance.none")
    citizen.press(Qt.Key.Key_Space, Qt.Key.Key_Return)  # none of these; on to relations
    citizen.tab_to("relations.other")
    citizen.type("Min hund")
    citizen.press(Qt.Key.Key_Return)  # from the words to the button
    assert citizen.focus == "next"
    citizen.press(Qt.Key.Key_Return)  # on to thoughts
    citizen.press(Qt.Key.Key_Down, Qt.Key.Key_Space)  # anxiety
    for _ in range(20):
        if citizen.view_model.state.place == PRIORITY:
            break
        citizen.press(Qt.Key.Key_Return)
    assert citizen.title == "Det har du markeret"
    citizen.tab_to("anxiety.priority")
    citizen.press(Qt.Key.Key_Space)
    citizen.tab_to("next")
    citizen.press(Qt.Key.Key_Return)
    assert citizen.facts == ["finished"]
    answers = citizen.on_disk.answers
    assert answers[LinkId("household_chores.problem")] is True
    assert answers[LinkId("household_chores.support")] is True
    assert answers[LinkId("finances.problem")] is False
    assert answers[LinkId("relations.other")] == "Min hund"
    assert citizen.on_disk.priorities == (LinkId("anxiety"),)
    status = citizen.session.assessments.get(citizen.assessment.id).status
    assert status is AssessmentStatus.FRONT_COMPLETED


def test_the_keyboard_goes_through_the_screen_as_it_is_read(citizen: Citizen) -> None:
    citizen.turn_to("existential")
    citizen.tab_to("text_larger")
    order = []
    for _ in range(14):
        order.append(citizen.focus)
        citizen.press(Qt.Key.Key_Tab)
    start = order.index("text_larger")
    assert order[start:] == [
        *("text_larger", "contrast", "language", "staff"),
        *("faith.problem", "faith.support", "meaning.problem", "meaning.support"),
        *("death_dying.problem", "death_dying.support", "existential.none", "existential.other"),
        *("back", "next"),
    ]


def test_a_page_opened_by_touch_shows_no_frame_and_the_first_key_shows_it(citizen: Citizen) -> None:
    citizen.touch("next")
    assert citizen.focus == "work.problem"
    assert not citizen.box("work.problem").is_focus_seen
    citizen.press(Qt.Key.Key_Right)
    assert citizen.box("work.support").is_focus_seen


def test_staff_asks_for_the_screen_and_nothing_is_lost(citizen: Citizen) -> None:
    citizen.touch("household_chores.problem")
    citizen.tab_to("practical.other")
    citizen.type("Trappen")
    citizen.touch("staff")
    assert citizen.facts == ["leave_requested"]
    assert citizen.on_disk.answers == {"household_chores.problem": True, "practical.other": "Trappen"}
    assert citizen.session.is_with_citizen  # it takes a password to change that


def test_without_a_voice_there_is_no_button_to_read_aloud(citizen: Citizen) -> None:
    assert not citizen.button("read_aloud").isVisible()


# Other forms ------------------------------------------------------------------------------------------------------


def own_form(session: Session, patient: Patient, change: str) -> Assessment:
    """An assessment on a form of the site's own, made from the shipped one."""
    raw = json.loads(resources.read_text("questionnaires/behovsvurdering/1.0/questionnaire.json"))
    raw["url"] = f"urn:test:{change}"
    for item in raw["item"]:
        if change == "line" and item["linkId"] == DISTRESS:
            item["extension"] = [e for e in item["extension"] if not e["url"].endswith("hidden")]
        for topic in item.get("item", []):
            if change == "support" and "item" in topic:
                topic["item"] = [box for box in topic["item"] if not box["linkId"].endswith(".problem")]
    session.add_questionnaire(json.dumps(raw).encode(), "form.json")
    form = session.questionnaires.get(raw["url"], raw["version"])
    return session.assessments.start(patient, first_talk(), form)


def test_the_number_line_is_a_page_where_the_form_shows_it(
    session: Session, einer: Patient, dressed: Wardrobe, qtbot: QtBot
) -> None:
    assessment = own_form(session, einer, "line")
    session.hand_to_citizen(assessment.id)
    citizen = Citizen(session, assessment, dressed, qtbot)
    citizen.come()
    assert citizen.progress == "1 af 8"
    citizen.turn_to("distress")
    assert citizen.title == "Hvor belastet har du følt dig den seneste uge, inklusive i dag?"
    citizen.touch("distress.4")
    assert citizen.on_disk.answers == {"distress": 4}
    citizen.press(Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert citizen.on_disk.answers == {"distress": 5}
    assert [n for n in range(11) if citizen.box(f"distress.{n}").isChecked()] == [5]
    citizen.touch("distress.5")
    assert citizen.on_disk.answers == {}
    citizen.touch("distress.0")
    assert citizen.on_disk.answers == {"distress": 0}
    assert citizen.box("distress.0").isChecked()
    citizen.go()


def test_a_form_with_the_support_column_alone_can_be_filled_in(
    session: Session, einer: Patient, dressed: Wardrobe, qtbot: QtBot
) -> None:
    assessment = own_form(session, einer, "support")
    session.hand_to_citizen(assessment.id)
    citizen = Citizen(session, assessment, dressed, qtbot)
    citizen.come()
    box = citizen.box("household_chores.support")
    row = next(row for row in citizen.screen.findChildren(TopicRow) if box in row.boxes.values())
    assert box.size() == row.size()  # all of it is the target
    citizen.touch("household_chores.support")
    assert citizen.on_disk.answers == {"household_chores.support": True}
    citizen.turn_to(PRIORITY)
    citizen.touch("household_chores.priority")
    assert citizen.on_disk.priorities == (LinkId("household_chores"),)
    citizen.go()


def test_settings_of_the_citizen_are_only_told_and_not_kept(citizen: Citizen) -> None:
    citizen.touch("text_larger")
    assert citizen.settings == replace(Settings(), text_percent=125)
