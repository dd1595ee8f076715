"""What a plan may become, and when the general practice is still to be told."""

from datetime import UTC, date, datetime
from functools import partial

import pytest

from needsform.models.errors import PermissionDenied
from needsform.models.identity import PatientId, PlanId
from needsform.models.plan_draft import GoalRow, OfferRow, PlanDraft
from needsform.models.rehabilitation_plan import (
    Agreed,
    EffortLevel,
    GpMoment,
    Offer,
    PlanContent,
    PlanStatus,
    RehabilitationPlan,
)

GOAL = "Tilbage på 25 timer om ugen til sommer"
TRAINING = Offer(name="Balance- og styrketræning", begins="01-12-2026", responsible="Sundhedscenter Test")
BEGINS, ENDS = date(2026, 12, 1), date(2027, 3, 1)


@pytest.fixture
def plan() -> RehabilitationPlan:
    """Nothing agreed yet."""
    return RehabilitationPlan(
        id=PlanId("p"), patient_id=PatientId("e"), created_at=datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    )


def test_nobody_is_to_be_told_of_a_plan_that_has_not_begun(plan: RehabilitationPlan) -> None:
    assert plan.gp_missing == ()


def test_the_general_practice_is_to_be_told_at_the_start_and_at_the_end(plan: RehabilitationPlan) -> None:
    begun = plan.begun(BEGINS)
    assert begun.gp_missing == (GpMoment.START,)
    told = begun.gp_told(GpMoment.START, BEGINS)
    assert told.gp_missing == ()
    assert told.ended(ENDS).gp_missing == (GpMoment.END,)
    assert begun.ended(ENDS).gp_missing == (GpMoment.START, GpMoment.END)
    assert told.ended(ENDS).gp_told(GpMoment.END, ENDS).gp_missing == ()


def test_a_note_that_was_wrong_can_be_taken_back(plan: RehabilitationPlan) -> None:
    told = plan.begun(BEGINS).gp_told(GpMoment.START, BEGINS)
    assert told.gp_told(GpMoment.START, None).gp_missing == (GpMoment.START,)


def test_a_citizen_who_does_not_want_it_told_is_asked_no_more(plan: RehabilitationPlan) -> None:
    declined = plan.begun(BEGINS).gp_not_wanted(True)
    assert declined.gp_missing == ()
    assert declined.gp_not_wanted(False).gp_missing == (GpMoment.START,)


def test_a_plan_that_has_ended_is_written_no_more(plan: RehabilitationPlan) -> None:
    ended = plan.begun(BEGINS).ended(ENDS)
    refused: list[str] = []
    for act in (partial(ended.written, PlanContent()), partial(ended.begun, BEGINS), partial(ended.ended, ENDS)):
        with pytest.raises(PermissionDenied) as error:
            act()
        refused.append(error.value.message.message_id)
    assert refused == ["plan.ended"] * 3


def test_only_what_has_begun_can_end(plan: RehabilitationPlan) -> None:
    with pytest.raises(PermissionDenied) as refused:
        plan.ended(ENDS)
    assert refused.value.message.message_id == "plan.not_begun"
    assert plan.begun(BEGINS).begun(ENDS).begun_on == ENDS


# While it is written ------------------------------------------------------------------------------------------------


def test_one_empty_row_waits_below_the_goals_and_one_below_the_offers() -> None:
    draft = PlanDraft.of(PlanContent(goals=(GOAL,), offers=(TRAINING,)))
    assert [row.goal for row in draft.goals] == [GOAL, ""]
    assert [row.offer for row in draft.offers] == [TRAINING, Offer()]
    keys = [*(row.key for row in draft.goals), *(row.key for row in draft.offers)]
    assert len(keys) == len(set(keys))


def test_what_is_written_in_the_empty_row_is_part_of_the_plan() -> None:
    draft = PlanDraft.of(PlanContent())
    draft = draft.with_row(GoalRow(draft.goals[-1].key, GOAL)).with_row(OfferRow(draft.offers[-1].key, TRAINING))
    assert (draft.content.goals, draft.content.offers) == ((GOAL,), (TRAINING,))
    assert (len(draft.goals), len(draft.offers)) == (2, 2)


def test_what_was_removed_last_comes_back_where_it_stood() -> None:
    first = PlanDraft.of(PlanContent(goals=(GOAL, "Cykle til arbejde"), offers=(TRAINING,)))
    without = first.without_row(first.goals[0].key).without_row(first.offers[0].key)
    assert without.content == PlanContent(goals=("Cykle til arbejde",))
    offer_back = without.with_last_removed()
    assert offer_back.content.offers == (TRAINING,)
    back = offer_back.with_last_removed()
    assert back.content == first.content
    assert back.with_last_removed() == back


def test_an_empty_row_is_removed_for_good() -> None:
    draft = PlanDraft.of(PlanContent())
    assert draft.without_row(draft.goals[0].key).removed == ()


def test_facts_leave_goals_and_offers_as_they_are() -> None:
    draft = PlanDraft.of(PlanContent(goals=(GOAL,), offers=(TRAINING,)))
    facts = PlanContent(agreed=Agreed.ORALLY, effort=EffortLevel.COMPLEX)
    changed = draft.with_facts(facts).content
    assert (changed.agreed, changed.effort) == (Agreed.ORALLY, EffortLevel.COMPLEX)
    assert (changed.goals, changed.offers) == ((GOAL,), (TRAINING,))


def test_a_new_plan_is_written_and_not_begun(plan: RehabilitationPlan) -> None:
    assert (plan.status, plan.content.agreed, plan.is_open) == (PlanStatus.DRAFT, Agreed.WRITTEN, True)
