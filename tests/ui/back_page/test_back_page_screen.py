"""The talk at the screen: everything by keyboard, nothing lost, and the sheet beside it says what was just typed."""

import math

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QWidget

from needsform.export.page_image import _PDFIUM
from needsform.models.assessment import AssessmentStatus
from needsform.models.care_plan import Activity, ActivityKind, CarePlan, Conclusion, Need, ResponsibleType
from needsform.models.identity import AssessmentId, LinkId
from needsform.ui.screens.back_page_screen import BackPageScreen
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.page_view import PagePaper
from needsform.ui.widgets.wrapping_combo import WrappingCombo
from tests.ui.back_page.conftest import Morning
from tests.ui.back_page.talk import Talk, focus_name, press, tab_to
from tests.ward import citizen, first_talk

# Lists that open need a window system to hold the keyboard; without one Qt says so, and the keys come all the same.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def find(screen: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    """What is called that on a screen, if it can be seen."""
    found = screen.findChild(kind, name)
    assert found is not None, f"there is no {name}"
    return found


def text_of(screen: QWidget, name: str) -> str:
    """The words in a field or a label."""
    widget = find(screen, name)
    assert isinstance(widget, GrowingText | QLabel)
    return widget.text if isinstance(widget, GrowingText) else widget.text()


def shown_topics(screen: BackPageScreen) -> list[str]:
    """The topics of the first box, from top to bottom."""
    rows = [
        box for box in screen.findChildren(CheckBox) if box.isVisible() and box.objectName().endswith(".take_further")
    ]
    rows.sort(key=lambda box: box.mapTo(screen, box.rect().topLeft()).y())
    return [box.objectName().removesuffix(".take_further") for box in rows]


def words_of(pdf: bytes) -> str:
    """Everything that a PDF says, on one line."""
    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:  # the worker may be at it too
        return " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in document)


# Opening --------------------------------------------------------------------------------------------------------


def test_the_page_opens_with_what_the_citizen_wants_support_with_priorities_first(talk: Talk) -> None:
    screen = talk.show()
    assert shown_topics(screen) == ["fatigue", "sick_leave", "worry", "partner", "muscle_strength"]
    assert focus_name() == "fatigue.patient_words"


def test_opening_the_page_writes_nothing(talk: Talk) -> None:
    before = talk.session.assessments.get(talk.assessment.id)
    talk.show()
    assert talk.view_model.flush()
    after = talk.session.assessments.get(talk.assessment.id)
    assert after.care_plan is None
    assert (after.status, after.change) == (AssessmentStatus.FRONT_COMPLETED, before.change)


def test_the_header_says_who_it_is_and_who_came_along(talk: Talk) -> None:
    words = [label.text() for label in talk.show().findChildren(QLabel)]
    assert "Einer Test Lauridsen" in words
    assert "020160-9995 · Start af behandling · Else Test Lauridsen (ægtefælle) is here" in words


def test_no_window_flashes_up_while_the_page_is_built(talk: Talk) -> None:
    talk.show()
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert [window.objectName() for window in windows] == ["back_page_screen"]


# Writing --------------------------------------------------------------------------------------------------------


def choose(words: str) -> None:
    """In the list that has the focus, go to the answer that says this."""
    combo = QApplication.focusWidget()
    assert isinstance(combo, WrappingCombo)
    place = combo.findText(words)
    assert place >= 0, words
    for _ in range(combo.count()):
        if combo.currentIndex() != place:
            press(Qt.Key.Key_Down if combo.currentIndex() < place else Qt.Key.Key_Up)
    assert combo.currentIndex() == place


def link_to(topics: tuple[LinkId, ...]) -> None:
    """With the focus on the link of a row: tick exactly these areas."""
    press(Qt.Key.Key_Space)
    listed = QApplication.focusWidget()
    assert isinstance(listed, QListWidget)
    for row in range(listed.count()):
        item = listed.item(row)
        is_ticked = item.checkState() is Qt.CheckState.Checked
        if is_ticked != (item.data(Qt.ItemDataRole.UserRole) in topics):
            for _ in range(abs(listed.currentRow() - row)):
                press(Qt.Key.Key_Down if listed.currentRow() < row else Qt.Key.Key_Up)
            assert listed.currentRow() == row
            press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    QApplication.processEvents()


def pick(name: str) -> None:
    """With the focus on one of several answers, go to another with the arrow keys and pick it."""
    for _ in range(4):
        if focus_name() == name:
            break
        press(Qt.Key.Key_Up)
    assert focus_name() == name
    press(Qt.Key.Key_Space)


def test_a_nurse_writes_and_signs_the_whole_page_without_touching_the_mouse(talk: Talk) -> None:
    screen, case = talk.show(), talk.case
    wanted = talk.plan()
    for need in wanted.needs:
        tab_to(f"{need.topic}.patient_words")
        press(need.patient_words)
        press(Qt.Key.Key_Return)
        assert focus_name() == f"{need.topic}.observed"
        press(need.observed)
    texts = talk.view_model.words
    for activity in wanted.activities:
        row = f"activity.{talk.view_model.state.draft.rows[-1].key}"
        tab_to(f"{row}.kind")
        choose(texts.of(activity.kind))
        tab_to(f"{row}.text")
        press(activity.text)
        tab_to(f"{row}.topics")
        link_to(activity.topics)
        tab_to(f"{row}.responsible_type")
        assert activity.responsible.type is not None
        choose(texts.of(activity.responsible.type))
        tab_to(f"{row}.responsible")
        press(activity.responsible.name)
        tab_to(f"{row}.when")
        press(activity.when)
    tab_to("told_that_authority_decides")
    press(Qt.Key.Key_Space)
    for group, place in (("retraining_plan", 0), ("consent_municipality", 0), ("consent_gp", 0)):
        tab_to(group)
        pick(f"{group}.{place}")
    tab_to("next_assessment")
    press(case.back.next_assessment)
    signed: list[str] = []
    screen.signed.connect(signed.append)
    tab_to("sign")
    press(Qt.Key.Key_Return)

    assert signed == [talk.assessment.id]
    stored = talk.session.assessments.get(talk.assessment.id)
    assert stored.status is AssessmentStatus.SIGNED
    date_as_written = wanted.activities[-1].model_copy(update={"when": "30-11-2026"})
    assert stored.care_plan == wanted.model_copy(update={"activities": (*wanted.activities[:-1], date_as_written)})


def test_enter_goes_on_and_never_lands_on_what_removes_a_row(talk: Talk) -> None:
    talk.show()
    landed = []
    for _ in range(20):
        press(Qt.Key.Key_Return)
        focused = QApplication.focusWidget()
        assert focused is not None
        if isinstance(focused, QPushButton):
            break
        landed.append(focused.objectName())
    assert landed[:3] == ["fatigue.observed", "fatigue.take_further", "sick_leave.patient_words"]
    assert not any(name.endswith((".remove", ".topics")) for name in landed)
    assert len(talk.view_model.state.plan.needs) == 5


def test_shift_enter_begins_a_new_line_in_a_text_and_not_in_a_name(talk: Talk) -> None:
    screen = talk.show()
    for name, says in (("fatigue.observed", "går\nlangsomt"), ("activity.1.when", "går")):
        find(screen, name).setFocus()
        press("går")
        press(Qt.Key.Key_Return, SHIFT)
        press("langsomt")
        assert text_of(screen, name) == says


def test_what_the_professional_sees_stays_apart_from_what_the_citizen_says(talk: Talk) -> None:
    screen = talk.show()
    answers = talk.session.assessments.get(talk.assessment.id).response
    find(screen, "worry.patient_words").setFocus()
    press("Tankerne kører")
    press(Qt.Key.Key_Return)
    press("Virker rolig")
    press(Qt.Key.Key_Tab)
    need = next(need for need in talk.on_disk().needs if need.topic == "worry")
    assert (need.patient_words, need.observed) == ("Tankerne kører", "Virker rolig")
    assert talk.session.assessments.get(talk.assessment.id).response == answers


def open_areas(talk: Talk) -> None:
    """Alt+E opens the list of areas; a button that is pressed by its letter takes a moment."""
    press(Qt.Key.Key_E, ALT)
    talk.qtbot.waitUntil(lambda: focus_name() == "topic_search")


def test_an_area_that_came_up_in_the_talk_is_found_by_a_few_letters(talk: Talk) -> None:
    talk.show()
    open_areas(talk)
    press("husar")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert focus_name() == "household_chores.patient_words"
    assert talk.on_disk().needs[-1].topic == "household_chores"


def test_what_the_citizen_marked_stands_first_among_the_areas_to_add(talk: Talk) -> None:
    screen = talk.show()
    open_areas(talk)
    listed = find(screen, "topic_list", QListWidget)
    assert isinstance(listed, QListWidget)
    first = [listed.item(row).text() for row in range(4)]
    assert first == ["Søvn", "Svimmelhed og balance", "Vægttab eller vægtøgning", "Krop og symptomer: andet"]
    press(Qt.Key.Key_Escape)


def test_a_removed_row_comes_back_where_it_stood_with_everything_in_it(talk: Talk) -> None:
    talk.save(talk.plan())
    screen = talk.show()
    find(screen, "worry.remove").setFocus()
    press(Qt.Key.Key_Space)
    assert "worry" not in shown_topics(screen)
    assert "worry" not in {need.topic for need in talk.on_disk().needs}
    assert text_of(screen, "removed") == "Removed: Bekymring"
    press(Qt.Key.Key_Z, CONTROL)
    assert shown_topics(screen)[2] == "worry"
    assert talk.on_disk() == talk.plan()
    assert text_of(screen, "worry.patient_words") == "Tankerne kører om aftenen"


def test_undo_takes_back_typing_before_it_brings_back_a_row(talk: Talk) -> None:
    screen = talk.show()
    find(screen, "worry.remove").setFocus()
    press(Qt.Key.Key_Space)
    field = find(screen, "fatigue.observed")
    field.setFocus()
    press("x")
    press(Qt.Key.Key_Z, CONTROL)
    assert (text_of(screen, "fatigue.observed"), "worry" in shown_topics(screen)) == ("", False)
    press(Qt.Key.Key_Z, CONTROL)
    assert "worry" in shown_topics(screen)


def test_a_removed_action_comes_back_too(talk: Talk) -> None:
    talk.save(talk.plan())
    screen = talk.show()
    find(screen, "activity.2.remove").setFocus()
    press(Qt.Key.Key_Space)
    assert len(talk.on_disk().activities) == 3
    find(screen, "undo").setFocus()
    press(Qt.Key.Key_Return)
    assert talk.on_disk() == talk.plan()


# Suggestions ----------------------------------------------------------------------------------------------------


def offered(screen: BackPageScreen) -> list[str]:
    """What is suggested, in order."""
    buttons = [find(screen, f"suggestion.{number}") for number in range(1, 7)]
    return [button.accessibleName() for button in buttons if not button.isHidden()]


def test_one_key_takes_a_suggestion_with_whom_it_rests_with_and_what_it_is_about(talk: Talk) -> None:
    screen = talk.show()
    first, second = offered(screen)[:2]
    assert first == "Fysisk træning på hold for borgere med kræft · Kommune"
    press(Qt.Key.Key_1, ALT)
    (taken,) = talk.on_disk().activities
    assert (taken.text, taken.kind) == ("Fysisk træning på hold for borgere med kræft", ActivityKind.PROPOSED)
    assert (taken.responsible.type, taken.responsible.name) == (ResponsibleType.MUNICIPALITY, "Aarhus Kommune")
    assert taken.topics == ("fatigue", "muscle_strength")
    assert offered(screen)[0] == second
    assert focus_name() == "fatigue.patient_words", "the hands stay where they are"


def test_suggestions_follow_the_areas_that_are_taken_further(talk: Talk) -> None:
    screen = talk.show()
    for topic in ("fatigue", "muscle_strength", "worry", "partner"):
        box = find(screen, f"{topic}.take_further")
        QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert offered(screen)[0] == "Samtale med socialrådgiver på hospitalet · Hospital"
    assert not any("Fysisk træning" in offer for offer in offered(screen))


def test_every_suggestion_can_be_reached_a_few_at_a_time_in_the_order_of_the_list(talk: Talk) -> None:
    screen = talk.show()
    first, seen = offered(screen), offered(screen)
    press(Qt.Key.Key_0, ALT)
    for _ in range(20):
        if offered(screen) == first:
            break
        seen += offered(screen)
        press(Qt.Key.Key_0, ALT)
    further = talk.view_model.state.draft.further
    catalogue = [offer.text["da"] for offer in talk.view_model.catalogue.for_topics(further)]
    assert [says.rpartition(" · ")[0] for says in seen] == catalogue


def test_a_double_click_takes_one_suggestion_and_not_two(talk: Talk) -> None:
    screen = talk.show()
    button = find(screen, "suggestion.1")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
    assert len(talk.on_disk().activities) == 1


# On disk --------------------------------------------------------------------------------------------------------


def test_a_tick_is_on_disk_at_once_and_words_when_the_hands_pause(talk: Talk) -> None:
    screen = talk.show()
    QTest.mouseClick(find(screen, "worry.take_further"), Qt.MouseButton.LeftButton)
    assert not next(need for need in talk.on_disk().needs if need.topic == "worry").take_further
    find(screen, "fatigue.observed").setFocus()
    press("Rejser sig langsomt")
    assert talk.on_disk().needs[0].observed == ""
    assert not find(screen, "saved").isVisible(), "what is not on disk is not called saved"
    talk.qtbot.waitUntil(lambda: talk.on_disk().needs[0].observed == "Rejser sig langsomt")
    assert text_of(screen, "saved") == "Saved 10.42"


def test_leaving_a_field_writes_it(talk: Talk) -> None:
    screen = talk.show()
    press("Jeg er træt")
    press(Qt.Key.Key_Tab)
    assert talk.on_disk().needs[0].patient_words == "Jeg er træt"
    assert text_of(screen, "saved") == "Saved 10.42"


@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, "close", "correct_details"])
def test_leaving_the_page_writes_what_was_just_typed(talk: Talk, leave: Qt.Key | str) -> None:
    screen = talk.show()
    asked: list[str] = []
    screen.closed_requested.connect(lambda: asked.append("close"))
    screen.details_requested.connect(asked.append)
    press("Jeg er træt")
    if isinstance(leave, str):
        find(screen, leave, QPushButton).click()  # type: ignore[attr-defined]
    else:
        press(leave)
    assert talk.on_disk().needs[0].patient_words == "Jeg er træt"
    assert asked == [talk.patient.id if leave == "correct_details" else "close"]


def test_the_page_comes_back_as_it_was_left(talk: Talk) -> None:
    talk.save(talk.plan())
    first = talk.show()
    texts = {field.objectName(): field.text for field in first.findChildren(GrowingText)}
    talk.open()
    again = talk.show()
    assert {field.objectName(): field.text for field in again.findChildren(GrowingText)} == texts
    assert talk.view_model.state.plan == talk.plan()


def next_citizen(talk: Talk) -> AssessmentId:
    """Another citizen's front page, begun: while it is in their hands nobody writes a back page."""
    other = talk.session.patients.register(citizen("Else Test Lauridsen"))
    return talk.session.assessments.start(other, first_talk()).id


def test_a_page_that_cannot_be_saved_is_not_left_and_says_why(talk: Talk, morning: Morning) -> None:
    screen = talk.show()
    asked: list[str] = []
    screen.closed_requested.connect(lambda: asked.append("close"))
    press("Jeg er træt")
    other = next_citizen(talk)
    talk.session.hand_to_citizen(other)
    press(Qt.Key.Key_Escape)
    assert asked == []
    assert text_of(screen, "problem") == "The citizen has the screen. Take it back first."
    assert text_of(screen, "fatigue.patient_words") == "Jeg er træt"
    assert not find(screen, "saved").isVisible()
    talk.session.take_back(morning.key)
    press(Qt.Key.Key_Escape)
    assert asked == ["close"]
    assert talk.on_disk().needs[0].patient_words == "Jeg er træt"


# Endings --------------------------------------------------------------------------------------------------------


def test_signing_without_saying_who_decides_is_told_beside_the_box_and_loses_nothing(talk: Talk) -> None:
    talk.save(talk.plan().model_copy(update={"told_that_authority_decides": False}))
    screen = talk.show()
    find(screen, "sign").setFocus()
    press(Qt.Key.Key_Return)
    error = find(screen, "told_that_authority_decides.error")
    assert error.isVisible()
    assert text_of(screen, "told_that_authority_decides.error").startswith("Tell the citizen who decides")
    assert focus_name() == "told_that_authority_decides"
    box = find(screen, "told_that_authority_decides")
    below = error.mapTo(screen, error.rect().topLeft()).y() - box.mapTo(screen, box.rect().bottomLeft()).y()
    assert 0 <= below < 30
    assert screen.rect().contains(box.mapTo(screen, box.rect().center()))
    assert talk.session.assessments.get(talk.assessment.id).status is AssessmentStatus.DIALOGUE_HELD
    press(Qt.Key.Key_Space)
    assert not error.isVisible()
    assert talk.on_disk() == talk.plan()


def test_an_action_that_says_when_but_not_what_is_asked_for(talk: Talk) -> None:
    plan = talk.plan()
    silent = plan.activities[1].model_copy(update={"text": ""})
    talk.save(plan.model_copy(update={"activities": (plan.activities[0], silent)}))
    screen = talk.show()
    find(screen, "sign").setFocus()
    press(Qt.Key.Key_Return)
    assert find(screen, "activities.error").isVisible()
    row = talk.view_model.state.draft.rows[1]
    assert focus_name() == f"activity.{row.key}.text"


def test_signing_an_empty_page_is_told_under_the_first_box(talk: Talk) -> None:
    talk.save(CarePlan())
    screen = talk.show()
    find(screen, "sign").setFocus()
    press(Qt.Key.Key_Return)
    assert find(screen, "needs.error").isVisible()
    assert focus_name() == "add_need"


def test_no_needs_now_is_an_ending_of_its_own(talk: Talk) -> None:
    screen = talk.show()
    QTest.mouseClick(find(screen, "no_need"), Qt.MouseButton.LeftButton)
    stored = talk.session.assessments.get(talk.assessment.id)
    assert (stored.status, stored.care_plan) == (
        AssessmentStatus.NO_NEED_NOW,
        CarePlan(conclusion=Conclusion.NO_NEED),
    )
    words = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert talk.view_model.words.text("sheet.back.no_need.text") in words
    assert focus_name() == "sign"
    press(Qt.Key.Key_Return)
    assert talk.session.assessments.get(talk.assessment.id).status is AssessmentStatus.SIGNED


def test_after_no_needs_now_one_can_write_on_from_where_one_was(talk: Talk) -> None:
    talk.save(talk.plan())
    screen = talk.show()
    QTest.mouseClick(find(screen, "no_need"), Qt.MouseButton.LeftButton)
    kept = talk.on_disk()
    assert {need.topic for need in kept.needs} == {"fatigue", "muscle_strength", "worry", "sick_leave", "partner"}
    assert not any(need.take_further for need in kept.needs)
    QTest.mouseClick(find(screen, "resume"), Qt.MouseButton.LeftButton)
    assert talk.on_disk() == talk.plan()
    assert text_of(screen, "worry.patient_words") == "Tankerne kører om aftenen"


def test_a_concluded_page_that_was_closed_can_be_opened_and_written_on(talk: Talk) -> None:
    talk.view_model.conclude_no_need()
    talk.open()
    screen = talk.show()
    assert not find(screen, "no_need").isVisible()
    QTest.mouseClick(find(screen, "resume"), Qt.MouseButton.LeftButton)
    assert shown_topics(screen) == ["fatigue", "sick_leave", "worry", "partner", "muscle_strength"]
    assert talk.on_disk().conclusion is Conclusion.NEED


def test_a_page_that_waits_for_its_signature_shows_everything_and_changes_nothing(talk: Talk) -> None:
    talk.save(talk.plan())
    talk.session.back_pages.complete(talk.session.assessments.get(talk.assessment.id))
    talk.open()
    screen = talk.show()
    assert text_of(screen, "worry.patient_words") == "Tankerne kører om aftenen"
    assert not find(screen, "worry.patient_words").isEnabled()
    press(Qt.Key.Key_1, ALT)
    assert talk.on_disk() == talk.plan()


# The live page --------------------------------------------------------------------------------------------------


def test_the_live_page_says_what_was_just_typed_and_shows_those_very_bytes(talk: Talk) -> None:
    screen = talk.show()
    talk.next_picture()
    press("Jeg sover til middag")
    picture = talk.next_picture(lambda picture: "Jeg sover til middag" in words_of(picture.pdf))
    assert "Kladde" in words_of(picture.pdf)
    paper = find(screen, "page_paper", PagePaper)
    assert isinstance(paper, PagePaper)
    with _PDFIUM, pypdfium2.PdfDocument(picture.pdf) as document:
        page = document[picture.index]
        scale = math.nextafter(picture.width, 0) / page.get_width()
        pixels = bytes(page.render(scale=scale, prefer_bgrx=True, maybe_alpha=False).buffer)
    assert bytes(paper.image.constBits()) == pixels
    assert paper.image.width() == round(paper.width() * paper.devicePixelRatioF())


def test_the_old_picture_stays_until_the_new_one_is_there(talk: Talk) -> None:
    screen = talk.show()
    talk.next_picture()
    paper = find(screen, "page_paper", PagePaper)
    assert isinstance(paper, PagePaper)
    before = bytes(paper.image.constBits())
    press("x")
    assert bytes(paper.image.constBits()) == before
    talk.next_picture()
    assert bytes(paper.image.constBits()) != before


def test_front_and_back_can_be_turned_and_a_third_page_has_its_tab(stress: Talk) -> None:
    stress.save(stress.plan())
    screen = stress.show()
    picture = stress.next_picture()
    assert (picture.index, picture.count > 2) == (1, True)
    assert [find(screen, f"page.{number}").isVisible() for number in (1, 2, 3)] == [True] * 3
    QTest.mouseClick(find(screen, "page.1"), Qt.MouseButton.LeftButton)
    stress.next_picture(lambda picture: picture.index == 0)
    QTest.mouseClick(find(screen, "page.3"), Qt.MouseButton.LeftButton)
    stress.next_picture(lambda picture: picture.index == 2)


def test_text_on_the_screen_is_the_text_on_disk_and_on_the_sheet(talk: Talk) -> None:
    talk.save(talk.plan())
    screen = talk.show()
    stored, sheet = talk.on_disk(), words_of(talk.next_picture().pdf)
    on_screen = {field.objectName(): field.text for field in screen.findChildren(GrowingText) if field.text}
    on_disk: dict[str, str] = {}
    for need in stored.needs:
        on_disk |= {f"{need.topic}.patient_words": need.patient_words, f"{need.topic}.observed": need.observed}
    for key, activity in enumerate(stored.activities, start=1):
        on_disk |= {
            f"activity.{key}.text": activity.text,
            f"activity.{key}.responsible": activity.responsible.name,
            f"activity.{key}.when": activity.when,
        }
    on_disk["next_assessment"] = stored.next_assessment
    assert on_screen == {name: text for name, text in on_disk.items() if text}
    missing = [text for text in on_screen.values() if not all(word in sheet for word in text.split())]
    assert missing == []


def test_a_screen_built_anew_shows_the_page_at_once(talk: Talk) -> None:
    talk.show()
    talk.next_picture()
    again = talk.show()
    paper = find(again, "page_paper", PagePaper)
    assert isinstance(paper, PagePaper)
    assert not paper.image.isNull()


def test_an_empty_row_is_no_action(talk: Talk) -> None:
    screen = talk.show()
    find(screen, "activity.1.kind").setFocus()
    press(Qt.Key.Key_Down)
    assert talk.on_disk().activities == ()
    find(screen, "activity.1.text").setFocus()
    press("Fysisk træning")
    press(Qt.Key.Key_Tab)
    (written,) = talk.on_disk().activities
    assert written == Activity(kind=ActivityKind.REFERRED, text="Fysisk træning", topics=(LinkId("fatigue"),))
    assert Need(topic=LinkId("fatigue")) in talk.on_disk().needs
