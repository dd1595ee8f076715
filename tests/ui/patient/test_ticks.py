"""A tick from the finger to the disk: nothing is shown that is not kept, and nothing is kept that is not shown."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from needsform.models.assessment import Assessment
from needsform.models.errors import PermissionDenied
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.questionnaire_response import Answered
from needsform.storage.assessments import load_assessment
from needsform.storage.database import Database
from needsform.ui.widgets.choice_button import NoneButton
from tests.ui.patient.citizen import Citizen
from tests.ward import first_talk

CHORES = "household_chores"


def test_a_tap_on_the_words_of_a_topic_ticks_that_it_is_a_problem(citizen: Citizen) -> None:
    citizen.touch(f"{CHORES}.problem", QPoint(30, 12))
    assert citizen.on_disk.answers == {f"{CHORES}.problem": True}
    assert citizen.box(f"{CHORES}.problem").isChecked()
    assert not citizen.box(f"{CHORES}.support").isChecked()


def test_a_tap_in_the_right_column_asks_for_support(citizen: Citizen) -> None:
    citizen.touch(f"{CHORES}.support")
    assert citizen.on_disk.answers == {f"{CHORES}.support": True}


def test_unticking_a_box_removes_the_answer(citizen: Citizen) -> None:
    citizen.touch(f"{CHORES}.problem")
    citizen.touch(f"{CHORES}.problem")
    assert citizen.on_disk.answers == {}
    assert not citizen.box(f"{CHORES}.problem").isChecked()


@pytest.mark.parametrize("name", [f"{CHORES}.problem", "practical.none"])
def test_a_double_click_ticks_once(citizen: Citizen, name: str) -> None:
    citizen.touch_twice(name)
    assert citizen.box(name).isChecked()
    kept = citizen.on_disk
    assert kept.answers
    citizen.touch(name)
    assert citizen.on_disk.answers == {}


def test_a_finger_that_slips_off_a_box_ticks_nothing(citizen: Citizen) -> None:
    box = citizen.box(f"{CHORES}.problem")
    QTest.mousePress(box, Qt.MouseButton.LeftButton, pos=QPoint(30, 12))
    assert box.isDown()
    QTest.mouseRelease(box, Qt.MouseButton.LeftButton, pos=QPoint(30, -40))
    assert citizen.on_disk.answers == {}
    assert not box.isChecked()


def test_space_ticks_where_the_focus_is(citizen: Citizen) -> None:
    citizen.press(Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert citizen.focus == "personal_care.support"
    assert citizen.on_disk.answers == {"personal_care.support": True}


def test_assistive_technology_ticks_a_box_and_it_is_kept(citizen: Citizen) -> None:
    box = citizen.box(f"{CHORES}.problem")
    interface = QAccessible.queryAccessibleInterface(box)
    assert interface is not None
    actions = interface.actionInterface()
    assert actions is not None
    actions.doAction("Toggle")
    assert citizen.on_disk.answers == {f"{CHORES}.problem": True}
    assert box.isChecked()
    assert interface.state().checked


def test_a_tick_is_on_the_disk_before_the_screen_hears_of_it(
    database: Database,
    citizen: Citizen,
) -> None:
    kept_and_shown: list[tuple[object, bool]] = []

    def look() -> None:
        on_disk = load_assessment(database, citizen.assessment.id).response.answers.get(LinkId(f"{CHORES}.problem"))
        kept_and_shown.append((on_disk, box.isChecked()))

    box = citizen.box(f"{CHORES}.problem")
    box.toggled.connect(look)
    citizen.touch(f"{CHORES}.problem")
    assert kept_and_shown == [(True, True)]  # and never (None, True): shown, but not kept


def test_a_tick_that_cannot_be_kept_is_not_shown(citizen: Citizen) -> None:
    changed_elsewhere(citizen)
    citizen.touch(f"{CHORES}.problem")
    assert not citizen.box(f"{CHORES}.problem").isChecked()
    assert f"{CHORES}.problem" not in citizen.on_disk.answers
    assert [message.message_id for message in citizen.told] == ["assessment.changed_elsewhere"]


def test_a_tick_that_assistive_technology_makes_and_that_cannot_be_kept_is_not_shown(citizen: Citizen) -> None:
    changed_elsewhere(citizen)
    interface = QAccessible.queryAccessibleInterface(citizen.box(f"{CHORES}.problem"))
    assert interface is not None
    actions = interface.actionInterface()
    assert actions is not None
    actions.doAction("Toggle")
    assert not citizen.box(f"{CHORES}.problem").isChecked()
    assert f"{CHORES}.problem" not in citizen.on_disk.answers


def changed_elsewhere(citizen: Citizen) -> None:
    """Let the same form be answered in another place, so that the store refuses what is pressed here."""
    citizen.session.front_pages.set_answer(
        citizen.session.assessments.get(citizen.assessment.id), LinkId("sleep.problem"), True
    )


def test_none_of_these_answers_every_box_that_is_not_ticked(citizen: Citizen) -> None:
    area = citizen.view_model.state.questionnaire.areas[0]
    citizen.touch("practical.none")
    assert citizen.on_disk.answered(area) is Answered.NONE_OF_THESE
    assert citizen.box("practical.none").isChecked()
    assert citizen.box("practical.none").text() == "Ingen af disse"


def test_none_of_these_is_taken_back_by_a_second_tap(citizen: Citizen) -> None:
    citizen.touch("practical.none")
    citizen.touch("practical.none")
    assert citizen.on_disk.answers == {}
    assert not citizen.box("practical.none").isChecked()


def test_with_a_tick_none_of_these_speaks_of_the_others_and_keeps_the_tick(citizen: Citizen) -> None:
    citizen.touch(f"{CHORES}.problem")
    none = citizen.box("practical.none")
    assert isinstance(none, NoneButton)
    assert none.text() == "Ingen af de andre"
    citizen.touch("practical.none")
    assert citizen.on_disk.answers[LinkId(f"{CHORES}.problem")] is True
    assert citizen.on_disk.answers[LinkId("transport.problem")] is False
    assert none.isChecked()


def test_the_last_act_of_a_page_can_be_undone_and_the_one_before_it_too(citizen: Citizen) -> None:
    citizen.touch(f"{CHORES}.problem")
    citizen.touch("practical.none")
    control = Qt.KeyboardModifier.ControlModifier
    citizen.press(Qt.Key.Key_Z, modifier=control)
    assert citizen.on_disk.answers == {f"{CHORES}.problem": True}
    citizen.press(Qt.Key.Key_Z, modifier=control)
    assert citizen.on_disk.answers == {}
    assert not citizen.box(f"{CHORES}.problem").isChecked()
    citizen.press(Qt.Key.Key_Z, modifier=control)
    assert citizen.on_disk.answers == {}


def test_undo_does_not_reach_behind_the_page_of_a_note(citizen: Citizen) -> None:
    citizen.touch(f"{CHORES}.problem")
    citizen.touch(f"{CHORES}.note_button")
    citizen.tab_to("next")
    citizen.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert citizen.on_disk.answers == {f"{CHORES}.problem": True}
    citizen.touch("back")
    citizen.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert citizen.on_disk.answers == {}


def test_undo_does_not_reach_back_to_another_page(citizen: Citizen) -> None:
    citizen.touch(f"{CHORES}.problem")
    citizen.touch("next")
    citizen.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert citizen.on_disk.answers == {f"{CHORES}.problem": True}


def test_while_the_citizen_has_the_screen_no_other_form_can_be_begun(
    citizen: Citizen, patients: dict[str, Patient]
) -> None:
    with pytest.raises(PermissionDenied) as refused:
        citizen.session.assessments.start(patients["Max Test Berggren"], first_talk())
    assert refused.value.message.message_id == "presence.citizen_has_screen"


def test_after_staff_locked_the_form_a_tick_is_refused_and_not_shown(citizen: Citizen, draft: Assessment) -> None:
    citizen.session.front_pages.complete(draft)
    citizen.touch(f"{CHORES}.problem")
    assert not citizen.box(f"{CHORES}.problem").isChecked()
    assert len(citizen.told) == 1
