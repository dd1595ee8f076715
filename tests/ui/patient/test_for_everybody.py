"""Who sees little, hears the screen, or has a hand that shakes: the same form for them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QLabel, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import PRIORITY
from needsform.models.settings import Appearance, Settings
from needsform.ui.widgets.tick_box import TickBox
from tests.ui.accessible import accessible, controls
from tests.ui.patient.citizen import Citizen, settle
from tests.ui.patient.eyes import cut, outside, overlapping, text_contrast, texts

Role = QAccessible.Role


def fill_in(citizen: Citizen) -> None:
    """Something of everything: ticks, "none of these", words, a note, and what matters most."""
    form = citizen.view_model.state.questionnaire
    for topic in ("transport", "sick_leave", "worry", "fear_recurrence", "memory_concentration", "numbness_tingling"):
        citizen.view_model.toggle(LinkId(f"{topic}.problem"))
    for topic in ("worry", "memory_concentration"):
        citizen.view_model.toggle(LinkId(f"{topic}.support"))
        citizen.view_model.set_priority(LinkId(topic))
    citizen.view_model.none_of_these(form.areas[4])
    citizen.view_model.write(LinkId("physical.other"), "Kan ikke holde varmen i fødderne om natten " * 4)
    citizen.view_model.write(LinkId("worry.note"), "Mest om hvordan børnebørnene har det med det " * 3)
    citizen.view_model.flush()


def every_page(citizen: Citizen) -> Iterator[str]:
    """Every page and part of a page, a note's page, and the summing-up."""
    citizen.view_model.go_to(LinkId("practical"))
    settle()
    while True:
        yield f"{citizen.title} {citizen.part}"
        if citizen.view_model.state.place == "emotional":
            citizen.view_model.write_note(LinkId("worry"))
            settle()
            yield f"note: {citizen.title}"
            citizen.view_model.write_note(None)
            settle()
        if citizen.view_model.state.place == PRIORITY:
            return
        citizen.touch("next")


def test_every_control_has_a_name_a_role_and_a_state(citizen: Citizen) -> None:
    fill_in(citizen)
    for page in every_page(citizen):
        seen = controls(citizen.screen)
        assert [control.where for control in seen if not control.name.strip()] == [], page
        assert [control.where for control in seen if not (control.is_focusable or control.is_disabled)] == [], page
        for control in seen:
            if isinstance(control.widget, TickBox):
                assert control.role is Role.CheckBox
                assert control.is_checked == control.widget.isChecked()


def test_the_boxes_of_a_row_say_which_topic_and_which_column(citizen: Citizen) -> None:
    citizen.view_model.toggle(LinkId("worry.problem"))
    citizen.view_model.go_to(LinkId("emotional"))
    settle()
    problem, support = accessible(citizen.box("worry.problem")), accessible(citizen.box("worry.support"))
    assert (problem.role, problem.name, problem.is_checked) == (Role.CheckBox, "Bekymring – Fylder for mig", True)
    assert (support.role, support.name, support.is_checked) == (Role.CheckBox, "Bekymring – Brug for støtte?", False)


def test_controls_are_told_in_the_order_in_which_they_are_read(citizen: Citizen) -> None:
    for page in every_page(citizen):
        seen = [control.widget for control in controls(citizen.screen) if control.widget is not None]
        boxes = [widget for widget in seen if isinstance(widget, TickBox)]
        places = [(box.mapTo(citizen.screen, box.rect().topLeft())).toTuple() for box in boxes]
        assert places == sorted(places, key=lambda place: (place[1], place[0])), page


@pytest.mark.parametrize("percent", [100, 250])
def test_every_target_is_at_least_44_pixels(citizen: Citizen, percent: int) -> None:
    citizen.come_back(Settings(text_percent=percent), (1280, 720))
    fill_in(citizen)
    for page in every_page(citizen):
        for control in controls(citizen.screen):
            assert control.widget is not None
            size: QSize = control.widget.size()
            assert min(size.toTuple()) >= 44, f"{page}: {control.where} {size.toTuple()}"


@pytest.mark.parametrize("appearance", list(Appearance))
def test_every_text_stands_out_seven_to_one(citizen: Citizen, appearance: Appearance) -> None:
    citizen.come_back(Settings(appearance=appearance, text_percent=125))
    fill_in(citizen)
    for page in every_page(citizen):
        image = citizen.window.grab().toImage()
        read = 0
        for words, area in texts(citizen.window):
            ratio = text_contrast(image, area)
            assert ratio >= 7, f"{page}: {words!r} {ratio:.1f}"
            read += 1
        assert read > 8, page


def test_a_tick_is_seen_without_colour(citizen: Citizen) -> None:
    box = citizen.box("transport.problem")
    before = grey(citizen, box)
    citizen.touch("transport.problem")
    citizen.tab_to("next")
    after = grey(citizen, box)
    changed = sum(abs(one - other) > 100 for one, other in zip(before, after, strict=True))
    assert changed > 34 * 34 / 2  # more than half of the box itself


def grey(citizen: Citizen, box: QWidget) -> list[int]:
    """A box and the row beneath it, in shades of grey."""
    place = box.mapTo(citizen.window, box.rect().topLeft())
    image = citizen.window.grab().toImage()
    return [
        image.pixelColor(place.x() + x, place.y() + y).lightness()
        for y in range(box.height())
        for x in range(box.width())
    ]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    ("percent", "size"),
    [
        (100, (1280, 720)),
        (100, (1024, 768)),
        (150, (1280, 720)),
        (200, (1024, 768)),
        (250, (1280, 720)),
        (250, (1024, 768)),
    ],
)
def test_nothing_is_cut_or_covered_at_any_text_size(
    citizen: Citizen, language: str, percent: int, size: tuple[int, int]
) -> None:
    citizen.view_model.set_language(language)
    citizen.come_back(Settings(language=language, text_percent=percent), size)
    fill_in(citizen)
    for page in every_page(citizen):
        assert cut(citizen.screen) == [], page
        assert outside(citizen.screen) == [], page
        assert overlapping(citizen.screen) == [], page


def test_what_is_cut_covered_or_pale_would_be_found(citizen: Citizen) -> None:
    title = next(label for label in citizen.screen.findChildren(QLabel) if label.objectName() == "page_title")
    title.setFixedHeight(20)
    assert any("page_title" in fault and "higher" in fault for fault in cut(citizen.screen))
    title.setFixedSize(100, 40)
    assert any("page_title" in fault and "wider" in fault for fault in cut(citizen.screen))
    citizen.button("next").move(citizen.button("back").pos())
    assert "next and back" in overlapping(citizen.screen)
    citizen.button("next").move(-20, 10)
    assert any("next" in fault for fault in outside(citizen.screen))
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    image.setPixel(10, 10, 0x767676)  # the grey that WCAG AA just allows
    assert 4.5 <= text_contrast(image, image.rect()) < 4.6


def test_a_row_does_not_move_under_the_finger_when_it_is_marked(citizen: Citizen) -> None:
    for percent in (100, 200, 250):
        citizen.come_back(Settings(text_percent=percent), (1024, 768))
        citizen.view_model.go_to(LinkId("physical"))
        settle()
        before = [citizen.box(f"{topic}.problem").parentWidget().geometry() for topic in citizen.topics]  # type: ignore[union-attr]
        for topic in citizen.topics:
            citizen.view_model.toggle(LinkId(f"{topic}.problem"))
        settle()
        after = [citizen.box(f"{topic}.problem").parentWidget().geometry() for topic in citizen.topics]  # type: ignore[union-attr]
        assert before == after
        for topic in citizen.topics:
            citizen.view_model.toggle(LinkId(f"{topic}.problem"))


def test_what_has_the_focus_is_always_in_view(citizen: Citizen) -> None:
    citizen.come_back(Settings(text_percent=250), (1024, 768))
    citizen.view_model.go_to(LinkId("emotional"))
    settle()
    citizen.tab_to("worry.problem")
    for _ in range(18):
        focused = citizen.window.focusWidget()
        assert focused is not None
        assert not focused.visibleRegion().isEmpty(), focused.objectName()
        citizen.press(Qt.Key.Key_Tab)
