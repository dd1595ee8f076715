"""Two assessments beside each other: new, still there, gone; and what nobody can know."""

import pytest
from hypothesis import given

from needsform.models.comparison import Filled, Marks, TopicChange, TopicComparison, compared
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.services import reference_data
from tests.strategies import responses, shipped_form

FATIGUE, SLEEP, WORK = LinkId("fatigue"), LinkId("sleep"), LinkId("work")


def filled(*ticks: str, form: Questionnaire | None = None, none_in: tuple[str, ...] = ()) -> Filled:
    """A form with these boxes ticked, and "none of these" said in some areas."""
    form = form or shipped_form()
    response = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    for tick in ticks:
        response = response.with_answer(form, LinkId(tick), True)
    for area in form.areas:
        if area.link_id in none_in:
            response = response.with_none_of_these(area)
    return Filled(questionnaire=form, response=response)


def rewritten(form: Questionnaire, areas: tuple[Area, ...]) -> Questionnaire:
    """The next version of a form."""
    kept = {name: getattr(form, name) for name in Questionnaire.model_fields}
    return Questionnaire.model_validate({**kept, "areas": areas, "version": "2.0"})


def with_words(topic: LinkId, text: str) -> Questionnaire:
    """The shipped form, in which one topic is asked in other words."""
    form = shipped_form()
    areas = tuple(
        area.model_copy(
            update={
                "topics": tuple(
                    one.model_copy(update={"text": {**one.text, "da": text}}) if one.link_id == topic else one
                    for one in area.topics
                )
            }
        )
        for area in form.areas
    )
    return rewritten(form, areas)


def without(topic: LinkId) -> Questionnaire:
    """The shipped form without a topic."""
    form = shipped_form()
    areas = tuple(
        area.model_copy(update={"topics": tuple(one for one in area.topics if one.link_id != topic)})
        for area in form.areas
    )
    return rewritten(form, areas)


def changes(found: tuple[TopicComparison, ...]) -> dict[str, str]:
    return {one.topic: one.change.value for one in found}


def test_each_topic_is_new_still_there_or_gone() -> None:
    before, now = filled("fatigue.problem", "sleep.support"), filled("sleep.problem", "work.problem")
    assert changes(compared(before, now)) == {"work": "new", "fatigue": "gone", "sleep": "still_there"}


def test_the_marks_of_both_are_told() -> None:
    (one,) = compared(filled("sleep.problem"), filled("sleep.problem", "sleep.support"))
    assert (one.before, one.now) == (Marks(problem=True), Marks(problem=True, support=True))


def test_what_the_citizen_has_not_come_to_is_not_gone() -> None:
    before = filled("fatigue.problem", "work.problem")
    begun = filled("sleep.problem")
    assert changes(compared(before, begun, is_finished=False)) == {
        "fatigue": "gone",  # something is marked in its area, and it is not
        "sleep": "new",
        "work": "not_answered",
    }
    assert changes(compared(before, begun)) == {"fatigue": "gone", "sleep": "new", "work": "gone"}


def test_none_of_these_is_an_answer() -> None:
    area = shipped_form().area_of(WORK).link_id
    (one,) = compared(filled("work.problem"), filled(none_in=(area,)), is_finished=False)
    assert one.change is TopicChange.GONE


def test_other_words_for_the_same_topic_are_told() -> None:
    before, now = filled("sleep.problem"), filled("sleep.problem", form=with_words(SLEEP, "Søvnen"))
    (one,) = compared(before, now)
    assert (one.change, one.has_changed_wording) == (TopicChange.STILL_THERE, True)
    (same,) = compared(before, before)
    assert not same.has_changed_wording


def test_a_topic_that_only_one_form_asks_is_told_so() -> None:
    shorter = without(SLEEP)
    (gone,) = compared(filled("sleep.problem"), filled(form=shorter))
    assert gone.change is TopicChange.NOT_ON_FORM
    (new,) = compared(filled(form=shorter), filled("sleep.problem"))
    assert (new.change, new.was_not_asked) == (TopicChange.NEW, True)


def test_what_was_written_on_the_line_for_others_is_compared_too() -> None:
    form = shipped_form()
    other = next(area.other for area in form.areas if area.other is not None)
    response = filled().response.with_answer(form, other.link_id, "Mine briller")
    written = Filled(questionnaire=form, response=response)
    (one,) = compared(filled(), written)
    assert (one.topic, one.change, one.now.words) == (other.link_id, TopicChange.NEW, "Mine briller")


@given(responses(shipped_form()), responses(shipped_form()))
def test_swapping_the_two_swaps_new_and_gone(one: QuestionnaireResponse, other: QuestionnaireResponse) -> None:
    form = shipped_form()
    first, second = (Filled(questionnaire=form, response=response) for response in (one, other))
    there, back = changes(compared(first, second)), changes(compared(second, first))
    swapped = {"new": "gone", "gone": "new", "still_there": "still_there"}
    assert {topic: swapped[change] for topic, change in there.items()} == back
    marked = {topic for topic in first.topics() if (m := first.marks(topic)) and m.is_marked}
    marked |= {topic for topic in second.topics() if (m := second.marks(topic)) and m.is_marked}
    assert set(there) == marked


@pytest.mark.parametrize("change", TopicChange)
def test_every_change_has_its_words(change: TopicChange) -> None:
    for language in ("da", "en"):
        assert reference_data.words(language).of(change)
