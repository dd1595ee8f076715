"""Writing the back page, step by step, without a screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models.care_plan import Activity, ActivityKind, CarePlan, Conclusion, Need, Responsible
from needsform.models.care_plan_draft import CarePlanDraft, tidied_date
from needsform.models.identity import LinkId
from needsform.services import reference_data

FATIGUE, WORRY, SLEEP = LinkId("fatigue"), LinkId("worry"), LinkId("sleep")
TRAINING = Activity(text="Fysisk træning på hold")
PLAN = CarePlan(needs=(Need(topic=FATIGUE), Need(topic=WORRY, observed="virker rolig")), activities=(TRAINING,))


def test_after_the_actions_stands_one_empty_row_to_write_in() -> None:
    draft = CarePlanDraft.of(PLAN)
    assert [row.activity for row in draft.rows] == [TRAINING, Activity()]
    assert draft.plan.activities == (TRAINING,)


def test_writing_in_the_empty_row_makes_another_one() -> None:
    draft = CarePlanDraft.of(PLAN)
    key = draft.rows[-1].key
    draft = draft.with_activity_changed(key, Activity(text="Åben rådgivning"))
    assert [row.activity.text for row in draft.rows] == ["Fysisk træning på hold", "Åben rådgivning", ""]
    assert draft.rows[1].key == key


def test_the_first_word_of_an_action_links_it_to_the_area_that_is_talked_about() -> None:
    draft = CarePlanDraft.of(PLAN).attending(WORRY)
    draft = draft.with_activity_changed(draft.rows[-1].key, Activity(text="Å"))
    assert draft.plan.activities[-1].topics == (WORRY,)


def test_links_that_somebody_took_away_do_not_come_back_with_the_next_word() -> None:
    draft = CarePlanDraft.of(PLAN).attending(WORRY)
    key = draft.rows[-1].key
    for text in ("Å", "Åb"):
        draft = draft.with_activity_changed(key, Activity(text=text))
    assert draft.plan.activities[-1].topics == ()


def test_nothing_is_linked_while_it_is_not_clear_what_is_talked_about() -> None:
    assert CarePlanDraft.of(PLAN).topics_to_link == ()
    assert CarePlanDraft.of(PLAN.model_copy(update={"needs": (Need(topic=SLEEP),)})).topics_to_link == (SLEEP,)
    assert CarePlanDraft.of(PLAN).attending(SLEEP).topics_to_link == ()


def test_an_action_of_which_every_word_was_deleted_is_none() -> None:
    draft = CarePlanDraft.of(PLAN).attending(WORRY)
    key = draft.rows[-1].key
    draft = draft.with_activity_changed(key, Activity(text="Å"))
    written = draft.rows[-2].activity
    draft = draft.with_activity_changed(key, written.model_copy(update={"text": ""}))
    assert draft.plan.activities == (TRAINING,)


def test_an_area_has_one_row() -> None:
    draft = CarePlanDraft.of(PLAN).with_need(SLEEP).with_need(FATIGUE)
    assert [need.topic for need in draft.plan.needs] == [FATIGUE, WORRY, SLEEP]


@pytest.mark.parametrize("topic", [FATIGUE, WORRY])
def test_a_removed_row_comes_back_where_it_stood(topic: LinkId) -> None:
    before = CarePlanDraft.of(PLAN)
    after = before.without_need(topic).with_last_removed()
    assert after.plan == before.plan


def test_rows_come_back_last_removed_first() -> None:
    draft = CarePlanDraft.of(PLAN).without_need(FATIGUE).without_activity(1)
    assert (draft.plan.needs, draft.plan.activities) == (PLAN.needs[1:], ())
    draft = draft.with_last_removed()
    assert draft.plan.activities == (TRAINING,)
    assert draft.with_last_removed().plan.needs == PLAN.needs
    assert draft.with_last_removed().with_last_removed().removed == ()


def test_an_area_that_was_added_again_meanwhile_is_not_there_twice() -> None:
    draft = CarePlanDraft.of(PLAN).without_need(WORRY).with_need(WORRY).with_last_removed()
    assert draft.plan.needs == PLAN.needs


def test_removing_what_is_not_there_changes_nothing() -> None:
    draft = CarePlanDraft.of(PLAN)
    assert draft.without_need(SLEEP) == draft
    assert draft.without_activity(99) == draft
    assert draft.with_last_removed() == draft


def test_the_empty_row_can_not_be_removed_for_good() -> None:
    draft = CarePlanDraft.of(PLAN)
    draft = draft.without_activity(draft.rows[-1].key)
    assert [row.activity for row in draft.rows] == [TRAINING, Activity()]
    assert draft.removed == ()


def test_a_page_that_takes_something_up_concludes_that_there_is_a_need() -> None:
    assert CarePlanDraft.of(CarePlan()).plan.conclusion is None
    assert CarePlanDraft.of(CarePlan(needs=(Need(topic=WORRY, take_further=False),))).plan.conclusion is None
    assert CarePlanDraft.of(PLAN).plan.conclusion is Conclusion.NEED
    decided = PLAN.model_copy(update={"conclusion": Conclusion.NO_NEED})
    assert CarePlanDraft.of(decided).plan.conclusion is Conclusion.NO_NEED


def test_the_ending_does_not_touch_the_boxes() -> None:
    draft = CarePlanDraft.of(PLAN).with_ending(CarePlan(told_that_authority_decides=True, conclusion=Conclusion.NEED))
    assert draft.plan.told_that_authority_decides
    assert (draft.plan.needs, draft.plan.activities) == (PLAN.needs, PLAN.activities)


def test_no_needs_now_keeps_what_was_written_and_takes_nothing_further() -> None:
    plan = CarePlanDraft.of(PLAN).without_needs_now()
    assert plan.needs == (Need(topic=WORRY, observed="virker rolig", take_further=False),)


@pytest.mark.parametrize("typed", ["30-11-2026", "30.11.2026", "30/11/2026", "2026-11-30"])
def test_a_date_is_written_as_dates_are(typed: str) -> None:
    assert tidied_date(typed, reference_data.words("da")) == "30-11-2026"
    assert tidied_date(typed, reference_data.words("en")) == "30 November 2026"


@pytest.mark.parametrize("typed", ["efter 2. kemobehandling", "31-11-2026", "30-11", "uge 48", ""])
def test_other_words_stay_as_they_were_typed(typed: str) -> None:
    assert tidied_date(typed, reference_data.words("da")) == typed


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["need", "no_need", "write", "take", "remove", "undo"]),
        st.sampled_from([FATIGUE, WORRY, SLEEP]),
        st.integers(0, 4),
    ),
    max_size=20,
)


@given(STEPS)
def test_whatever_is_done_plan_and_rows_agree(steps: list[tuple[str, LinkId, int]]) -> None:
    draft = CarePlanDraft.of(PLAN)
    for step, topic, place in steps:
        key = draft.rows[place % len(draft.rows)].key
        match step:
            case "need":
                draft = draft.with_need(topic)
            case "no_need":
                draft = draft.without_need(topic)
            case "write":
                kind = list(ActivityKind)[place]
                draft = draft.with_activity_changed(
                    key, Activity(kind=kind, text="ord", responsible=Responsible(name="Karin"))
                )
            case "take":
                draft = draft.with_activity(Activity(text="forslag"))
            case "remove":
                draft = draft.without_activity(key)
            case _:
                draft = draft.with_last_removed()
        assert draft.plan.activities == tuple(row.activity for row in draft.rows if not row.activity.is_empty)
        assert draft.rows[-1].activity.is_empty
        assert len({row.key for row in draft.rows}) == len(draft.rows)
        assert len({need.topic for need in draft.plan.needs}) == len(draft.plan.needs)
