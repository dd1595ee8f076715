"""A citizen over time: rows that were ever marked, under their areas, across versions of the form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models.assessment import Occasion
from needsform.models.comparison import Filled, Marks, TopicChange
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.identity import AssessmentId, LinkId
from needsform.models.timeline import Timeline, TimelineRow
from tests.models.test_comparison import filled, with_words, without
from tests.strategies import responses, shipped_form

FATIGUE, SLEEP, WORK = LinkId("fatigue"), LinkId("sleep"), LinkId("work")


def held(day: int, *ticks: str, of: Filled | None = None, is_finished: bool = True) -> EarlierAssessment:
    """An assessment of a day in November with these boxes ticked."""
    return EarlierAssessment(
        assessment_id=AssessmentId(f"a{day}"),
        held_on=date(2026, 11, day),
        occasion=Occasion.OTHER,
        filled=of or filled(*ticks),
        is_finished=is_finished,
    )


def rows(timeline: Timeline) -> dict[LinkId, TimelineRow]:
    return {row.topic: row for area in timeline.areas for row in area.rows}


def test_nothing_is_shown_of_a_citizen_without_assessments() -> None:
    timeline = Timeline.of(())
    assert (timeline.assessments, timeline.areas, timeline.latest_two) == ((), (), None)


def test_assessments_stand_by_the_day_they_were_held() -> None:
    timeline = Timeline.of([held(20), held(2), held(11)])
    assert [one.held_on.day for one in timeline.assessments] == [2, 11, 20]
    assert timeline.latest_two is not None
    assert [one.held_on.day for one in timeline.latest_two] == [11, 20]


def test_only_rows_that_were_ever_marked_are_shown_unless_all_are_asked_for() -> None:
    assessments = [held(1, "work.problem"), held(2), held(3, "sleep.support")]
    assert set(rows(Timeline.of(assessments))) == {WORK, SLEEP}
    everything = rows(Timeline.of(assessments, every_topic=True))
    form = shipped_form()
    assert set(everything) == {*form.topics, *(area.other.link_id for area in form.areas if area.other)}


def test_a_mark_stands_under_its_day() -> None:
    row = rows(Timeline.of([held(1, "work.problem"), held(2), held(3, "work.problem", "work.support")]))[WORK]
    assert row.marks == (Marks(problem=True), Marks(), Marks(problem=True, support=True))


def test_what_became_of_a_topic_is_told_of_the_two_latest_alone() -> None:
    long_ago = held(1, "worry.problem")
    before, now = held(2, "sleep.problem", "work.problem"), held(3, "work.support", "fatigue.problem")
    found = rows(Timeline.of([long_ago, before, now]))
    changes = {topic: row.change for topic, row in found.items()}
    assert changes == {
        LinkId("worry"): None,
        SLEEP: TopicChange.GONE,
        WORK: TopicChange.STILL_THERE,
        FATIGUE: TopicChange.NEW,
    }


def test_one_assessment_alone_says_nothing_of_change() -> None:
    assert [row.change for row in rows(Timeline.of([held(1, "work.problem")])).values()] == [None]


def test_what_the_citizen_has_not_come_to_yet_is_not_gone() -> None:
    found = rows(Timeline.of([held(1, "work.problem"), held(2, "fatigue.problem", is_finished=False)]))
    assert found[WORK].change is TopicChange.NOT_ANSWERED


def test_a_topic_that_a_form_does_not_ask_has_no_marks_there() -> None:
    old = held(1, of=filled(form=without(SLEEP)))
    found = rows(Timeline.of([old, held(2, "sleep.problem")]))
    assert found[SLEEP].marks[0] is None
    assert found[SLEEP].was_not_asked
    gone = rows(Timeline.of([held(1, "sleep.problem"), held(2, of=filled(form=without(SLEEP)))]))
    assert gone[SLEEP].marks[1] is None
    assert gone[SLEEP].change is TopicChange.NOT_ON_FORM


def test_a_changed_wording_is_said_with_the_words_of_before() -> None:
    newer = held(2, of=filled("work.problem", form=with_words(WORK, "Job og arbejdsplads")))
    timeline = Timeline.of([held(1, "work.problem", "sleep.problem"), newer])
    found = rows(timeline)
    assert (found[WORK].is_reworded, found[SLEEP].is_reworded) == (True, False)
    assert timeline.heading_of(WORK, "da") == "Job og arbejdsplads"
    assert timeline.earlier_wordings(WORK, "da") == (shipped_form().heading(WORK, "da"),)
    assert timeline.earlier_wordings(SLEEP, "da") == ()


def test_words_of_no_form_are_no_ones() -> None:
    timeline = Timeline.of([held(1)])
    with pytest.raises(KeyError):
        timeline.heading_of(LinkId("nowhere"), "da")
    with pytest.raises(KeyError):
        timeline.title_of(LinkId("nowhere"), "da")


@given(st.lists(responses(shipped_form()), max_size=4))
def test_every_mark_of_every_form_stands_in_the_timeline_once(answers: list[object]) -> None:
    form = shipped_form()
    assessments = [
        held(day, of=Filled.model_validate({"questionnaire": form, "response": response}))
        for day, response in enumerate(answers, start=1)
    ]
    timeline = Timeline.of(assessments)
    shown = [row for area in timeline.areas for row in area.rows]
    assert len({row.topic for row in shown}) == len(shown)
    for place, one in enumerate(timeline.assessments):
        marked = {topic for topic in one.filled.topics() if (marks := one.filled.marks(topic)) and marks.is_marked}
        in_table = {row.topic for row in shown if (marks := row.marks[place]) and marks.is_marked}
        assert in_table == marked
