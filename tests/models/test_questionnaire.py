"""The form answers what it is made of."""

import pytest

from needsform.models.identity import LinkId
from needsform.models.questionnaire import DISTRESS, PRIORITY, Mark
from tests.small_form import fhir, read, small_form


def test_everything_that_can_be_answered_is_listed_in_reading_order() -> None:
    assert list(small_form().items) == [
        *("fatigue.problem", "fatigue.support", "fatigue.note"),
        *("sleep.problem", "sleep.support", "sleep.note"),
        "body.other",
        *("worry.problem", "worry.support", "worry.note"),
        *(PRIORITY, DISTRESS),
    ]


def test_a_form_without_extras_has_only_its_boxes() -> None:
    resource = fhir()
    resource["item"] = resource["item"][2:3]
    del resource["item"][0]["item"][0]["item"][2]
    assert list(read(resource).items) == ["worry.problem", "worry.support"]


def test_topics_and_other_lines_know_their_area_and_heading() -> None:
    form = small_form()
    assert list(form.topics) == ["fatigue", "sleep", "worry"]
    assert form.area_of(LinkId("sleep")).link_id == "body"
    assert form.area_of(LinkId("body.other")).link_id == "body"
    assert form.heading(LinkId("worry"), "da") == "Bekymring"
    assert form.heading(LinkId("body.other"), "en") == "Body"
    with pytest.raises(KeyError):
        form.area_of(LinkId("money"))
    with pytest.raises(KeyError):
        form.heading(LinkId("fatigue.problem"), "da")


def test_the_boxes_of_an_area_stand_line_by_line() -> None:
    body = small_form().areas[0]
    assert [box.link_id for box in body.boxes()] == [
        "fatigue.problem",
        "fatigue.support",
        "sleep.problem",
        "sleep.support",
    ]


def test_a_site_may_ask_for_support_only() -> None:
    resource = fhir()
    for area in resource["item"][1:3]:
        for topic in area["item"]:
            if topic["type"] == "group":
                del topic["item"][0]
    assert small_form().has_column == {Mark.PROBLEM: True, Mark.SUPPORT: True}
    assert read(resource).has_column == {Mark.PROBLEM: False, Mark.SUPPORT: True}
