"""What the citizen ticks, says no to, leaves alone, writes and puts first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models.errors import InputError
from needsform.models.identity import LinkId
from needsform.models.questionnaire import DISTRESS, PRIORITY
from needsform.models.questionnaire_response import Answer, Answered, QuestionnaireResponse
from tests.small_form import fhir, read, small_form

FORM = small_form()
BODY, MIND = FORM.areas


def empty() -> QuestionnaireResponse:
    return QuestionnaireResponse(questionnaire_url=FORM.url, questionnaire_version=FORM.version)


def first(*topics: str) -> tuple[LinkId, ...]:
    """What matters most, in that order."""
    return tuple(LinkId(topic) for topic in topics)


def answered(**answers: Answer) -> QuestionnaireResponse:
    """A response after the given answers, in that order; `fatigue_problem` stands for `fatigue.problem`."""
    response = empty()
    for name, answer in answers.items():
        response = response.with_answer(FORM, LinkId(name.replace("_", ".")), answer)
    return response


def refusal(response: QuestionnaireResponse, link_id: str, answer: Answer) -> tuple[str, dict[str, str]]:
    with pytest.raises(InputError) as caught:
        response.with_answer(FORM, LinkId(link_id), answer)
    return caught.value.message.message_id, caught.value.message.parameters


# three states


def test_an_untouched_form_is_silent_and_does_not_say_no() -> None:
    assert empty().answers == {}
    assert [empty().answered(area) for area in FORM.areas] == [Answered.UNTOUCHED, Answered.UNTOUCHED]
    assert empty().answer(FORM.items[LinkId("worry.problem")]) is None
    assert empty().answer(None) is None


def test_ticking_a_box_marks_its_topic_and_its_area() -> None:
    response = answered(fatigue_problem=True)
    assert response.is_ticked(FORM.items[LinkId("fatigue.problem")])
    assert not response.is_ticked(FORM.items[LinkId("fatigue.support")])
    assert [topic.link_id for topic in response.marked_topics(FORM)] == ["fatigue"]
    assert response.answered(BODY) is Answered.MARKED
    assert response.answered(MIND) is Answered.UNTOUCHED


def test_unticking_a_box_removes_the_answer() -> None:
    assert answered(fatigue_problem=True).with_answer(FORM, LinkId("fatigue.problem"), None) == empty()
    assert empty().with_answer(FORM, LinkId("fatigue.problem"), None) == empty()


def test_none_of_these_is_an_answer_to_every_box() -> None:
    response = empty().with_none_of_these(MIND)
    assert response.answers == {"worry.problem": False, "worry.support": False}
    assert response.answered(MIND) is Answered.NONE_OF_THESE
    assert response.marked_topics(FORM) == ()


def test_none_of_these_can_be_taken_back() -> None:
    assert empty().with_none_of_these(MIND).without_none_of_these(MIND) == empty()


def test_none_of_these_leaves_ticks_words_and_other_areas_alone() -> None:
    before = answered(fatigue_problem=True, sleep_note="Vågner kl. 4", worry_problem=True)
    after = before.with_none_of_these(BODY)
    assert after.is_ticked(FORM.items[LinkId("fatigue.problem")])
    assert after.answer(FORM.items[LinkId("sleep.problem")]) is False
    assert after.answered(BODY) is Answered.MARKED
    assert after.without_none_of_these(BODY) == before


def test_one_silent_box_is_enough_not_to_have_said_none() -> None:
    response = empty().with_none_of_these(MIND).with_answer(FORM, LinkId("worry.support"), None)
    assert response.answered(MIND) is Answered.UNTOUCHED


def test_a_line_of_their_own_marks_the_area() -> None:
    assert answered(body_other="Kolde fødder").answered(BODY) is Answered.MARKED


def test_support_may_be_wanted_without_a_problem() -> None:
    response = answered(worry_support=True)
    assert [topic.link_id for topic in response.marked_topics(FORM)] == ["worry"]
    assert [topic.link_id for topic in response.supported_topics(FORM)] == ["worry"]


def test_a_problem_without_a_wish_for_support_is_not_a_wish() -> None:
    assert answered(worry_problem=True).supported_topics(FORM) == ()


def test_in_a_form_without_the_support_column_the_marks_stand_for_it() -> None:
    resource = fhir()
    for area in resource["item"][1:3]:
        for topic in area["item"]:
            if topic["type"] == "group":
                del topic["item"][1]
    form = read(resource)
    response = empty().with_answer(form, LinkId("worry.problem"), True)
    assert [topic.link_id for topic in response.supported_topics(form)] == ["worry"]


# words


def test_words_are_kept_as_they_were_written() -> None:
    response = answered(worry_note="  Mest om natten.\nSå er der stille. ")
    assert response.text(FORM.items[LinkId("worry.note")]) == "Mest om natten.\nSå er der stille."
    assert response.text(FORM.items[LinkId("sleep.note")]) == ""


@pytest.mark.parametrize("blank", ["", "   ", "\n\t", "\x00"])
def test_rubbing_words_out_leaves_silence(blank: str) -> None:
    assert answered(worry_note="Mest om natten").with_answer(FORM, LinkId("worry.note"), blank) == empty()


def test_the_longest_note_is_kept_whole_and_one_more_is_refused() -> None:
    assert len(str(answered(worry_note="å" * 200 + "  ").answers[LinkId("worry.note")])) == 200
    assert refusal(empty(), "worry.note", "å" * 201) == ("answer.too_long", {"link_id": "worry.note", "longest": "200"})


# what matters most


def test_what_matters_most_keeps_its_order_and_comes_first() -> None:
    response = answered(
        fatigue_support=True, sleep_support=True, worry_support=True, priority=first("worry", "fatigue")
    )
    assert response.priorities == ("worry", "fatigue")
    assert [topic.link_id for topic in response.supported_topics(FORM)] == ["worry", "fatigue", "sleep"]


def test_nothing_unmarked_can_matter_most() -> None:
    assert refusal(empty(), PRIORITY, first("worry")) == ("answer.not_marked", {"link_id": "worry"})


def test_unticking_the_last_box_of_a_topic_takes_its_priority_away() -> None:
    both = answered(worry_problem=True, worry_support=True, fatigue_problem=True, priority=first("worry", "fatigue"))
    one = both.with_answer(FORM, LinkId("worry.support"), None)
    assert one.priorities == ("worry", "fatigue")
    none = one.with_answer(FORM, LinkId("worry.problem"), None)
    assert none.priorities == ("fatigue",)
    assert none.with_answer(FORM, LinkId("fatigue.problem"), None) == empty()


def test_priorities_can_all_be_taken_back() -> None:
    response = answered(worry_problem=True, priority=first("worry"))
    assert response.with_answer(FORM, PRIORITY, ()) == answered(worry_problem=True)
    assert response.with_answer(FORM, PRIORITY, None) == answered(worry_problem=True)


def test_a_topic_matters_most_once_and_only_if_the_form_has_it() -> None:
    response = answered(worry_problem=True)
    twice = first("worry", "worry")
    assert refusal(response, PRIORITY, twice) == ("answer.unknown_option", {"link_id": "priority"})
    assert refusal(response, PRIORITY, first("money"))[0] == "answer.unknown_option"


def test_no_more_can_matter_most_than_the_form_asks_for() -> None:
    resource = fhir()
    resource["item"][3]["repeats"] = False
    form = read(resource)
    response = answered(worry_problem=True, sleep_problem=True)
    with pytest.raises(InputError) as caught:
        response.with_answer(form, PRIORITY, first("worry", "sleep"))
    assert caught.value.message.message_id == "answer.too_many"
    assert caught.value.message.parameters == {"link_id": "priority", "most": "1"}


# what is refused


def test_the_line_goes_from_0_to_10() -> None:
    assert answered(distress=0).answers == {DISTRESS: 0}
    assert answered(distress=10).answers == {DISTRESS: 10}
    assert refusal(empty(), DISTRESS, 11) == ("answer.out_of_bounds", {"link_id": "distress"})
    assert refusal(empty(), DISTRESS, -1)[0] == "answer.out_of_bounds"


def test_an_item_that_the_form_does_not_have_cannot_be_answered() -> None:
    assert refusal(empty(), "money.problem", True) == ("answer.unknown_item", {"link_id": "money.problem"})
    assert refusal(empty(), "worry", True)[0] == "answer.unknown_item"


@pytest.mark.parametrize(
    ("link_id", "answer"),
    [
        ("worry.problem", "ja"),
        ("worry.problem", 1),
        ("worry.note", True),
        ("worry.note", first("worry")),
        ("distress", "5"),
        ("distress", True),
        ("priority", "worry"),
        ("priority", True),
    ],
)
def test_an_answer_of_another_kind_is_refused(link_id: str, answer: Answer) -> None:
    assert refusal(empty(), link_id, answer) == ("answer.wrong_type", {"link_id": link_id})


def test_a_refused_answer_changes_nothing() -> None:
    response = answered(worry_problem=True)
    refusal(response, "worry.note", "å" * 201)
    assert response == answered(worry_problem=True)


# what goes to disk

BOXES = sorted(box.link_id for area in FORM.areas for box in area.boxes())
ORDERS = st.lists(st.sampled_from(sorted(FORM.topics)), max_size=3, unique=True).map(tuple)
STEPS = st.one_of(
    st.tuples(st.sampled_from(BOXES), st.sampled_from([True, None])),
    st.tuples(st.sampled_from(["worry.note", "body.other"]), st.text(max_size=20) | st.none()),
    st.tuples(st.just("priority"), ORDERS),
    st.tuples(st.just("distress"), st.integers(0, 10) | st.none()),
    st.tuples(st.sampled_from(["none", "some"]), st.sampled_from([0, 1])),
)


def step(before: QuestionnaireResponse, name: str, value: Answer | None) -> QuestionnaireResponse:
    """One act of the citizen; putting an unmarked topic first is refused and changes nothing."""
    if name == "none":
        return before.with_none_of_these(FORM.areas[value == 1])
    if name == "some":
        return before.without_none_of_these(FORM.areas[value == 1])
    try:
        return before.with_answer(FORM, LinkId(name), value)
    except InputError:
        return before


@given(st.lists(STEPS, max_size=12))
def test_the_written_changes_always_lead_from_one_state_to_the_next(steps: list[tuple[str, Answer | None]]) -> None:
    before = empty()
    for name, value in steps:
        after = step(before, name, value)
        disk = dict(before.answers)
        for link_id, answer in after.changed_from(before).items():
            if answer is None:
                del disk[link_id]
            else:
                disk[link_id] = answer
        assert disk == after.answers
        assert before.changed_from(before) == {}
        assert set(after.priorities) <= {topic.link_id for topic in after.marked_topics(FORM)}
        assert "" not in after.answers.values()
        assert QuestionnaireResponse.model_validate_json(after.model_dump_json()) == after
        before = after
