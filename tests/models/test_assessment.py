"""The path of an assessment: what may follow what, and what stays locked."""

from datetime import UTC, date, datetime

import pytest

from needsform.models.assessment import (
    BACK_PAGE_OPEN,
    REOPENABLE,
    SIGNED_OR_LATER,
    STEPS,
    Assessment,
    AssessmentStatus,
    AssessmentSummary,
    FilledBy,
    Occasion,
    Worklist,
)
from needsform.models.care_plan import CarePlan
from needsform.models.errors import PermissionDenied
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.practitioner import Signature
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.site import SiteKind

Status = AssessmentStatus
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 11, 20, tzinfo=UTC)


def assessment(status: Status = Status.DRAFT) -> Assessment:
    return Assessment(
        id=AssessmentId("a"),
        patient_id=PatientId("p"),
        number=1,
        status=status,
        occasion=Occasion.TREATMENT_START,
        setting=SiteKind.HOSPITAL,
        held_on=date(2026, 11, 23),
        signature=Signature(name="Karin Prøve", title="sygeplejerske"),
        place=LinkId("mind"),
        response=QuestionnaireResponse(questionnaire_url="urn:test:small", questionnaire_version="1"),
        care_plan=CarePlan(next_assessment="ved afslutning"),
        created_at=NOW,
        front_completed_at=NOW,
        signed_at=NOW,
        handed_over_at=NOW,
    )


def walk(*path: Status) -> Assessment:
    walked = assessment()
    for status in path:
        walked = walked.moved_to(status, LATER)
    return walked


def test_a_usual_morning_from_the_first_tick_to_the_closed_case() -> None:
    walked = walk(
        Status.FRONT_COMPLETED,
        Status.DIALOGUE_HELD,
        Status.BACK_COMPLETED,
        Status.SIGNED,
        Status.HANDED_OVER,
        Status.CONTACTED,
        Status.PLAN_STARTED,
        Status.CLOSED,
    )
    assert walked.status is Status.CLOSED


def test_no_needs_now_is_an_ending_of_its_own_that_can_be_thought_over() -> None:
    assert walk(Status.FRONT_COMPLETED, Status.NO_NEED_NOW, Status.SIGNED).status is Status.SIGNED
    walk(Status.FRONT_COMPLETED, Status.DIALOGUE_HELD, Status.NO_NEED_NOW, Status.DIALOGUE_HELD, Status.BACK_COMPLETED)


@pytest.mark.parametrize("ending", [Status.DECLINED, Status.REDIRECTED, Status.CANCELLED])
def test_what_was_declined_redirected_or_cancelled_at_the_start_stays_so(ending: Status) -> None:
    assert not STEPS[walk(ending).status]


@pytest.mark.parametrize("before", list(Status))
@pytest.mark.parametrize("after", list(Status))
def test_only_the_steps_that_exist_can_be_taken(before: Status, after: Status) -> None:
    if after in STEPS[before]:
        assert assessment(before).moved_to(after, LATER).status is after
    else:
        with pytest.raises(PermissionDenied) as caught:
            assessment(before).moved_to(after, LATER)
        assert caught.value.message.message_id == "assessment.no_such_step"
        assert caught.value.message.parameters == {"before": before.value, "after": after.value}


def test_nothing_signed_can_be_unsigned_by_a_step() -> None:
    unsigned = set(Status) - SIGNED_OR_LATER - {Status.SUPERSEDED}
    assert all(not STEPS[status] & unsigned for status in SIGNED_OR_LATER)


def test_every_status_can_be_reached_from_the_draft() -> None:
    reached, waiting = {Status.DRAFT}, [Status.DRAFT]
    while waiting:
        fresh = STEPS[waiting.pop()] - reached
        reached |= fresh
        waiting += fresh
    assert reached == set(Status)
    assert set(STEPS) == set(Status)


@pytest.mark.parametrize(
    ("status", "stamp", "came_from"),
    [
        (Status.FRONT_COMPLETED, "front_completed_at", Status.DRAFT),
        (Status.SIGNED, "signed_at", Status.BACK_COMPLETED),
        (Status.HANDED_OVER, "handed_over_at", Status.SIGNED),
    ],
)
def test_three_steps_leave_their_time(status: Status, stamp: str, came_from: Status) -> None:
    before = assessment(came_from)
    after = before.moved_to(status, LATER)
    stamps = ("front_completed_at", "signed_at", "handed_over_at")
    assert {name for name in stamps if getattr(after, name) != getattr(before, name)} == {stamp}
    assert getattr(after, stamp) == LATER


def test_the_citizens_answers_are_locked_once_the_front_is_done() -> None:
    assessment().require_front_open()
    for status in set(Status) - {Status.DRAFT}:
        locked = assessment(status)
        assert locked.is_front_locked
        with pytest.raises(PermissionDenied) as caught:
            locked.require_front_open()
        assert caught.value.message.message_id == "assessment.front_locked"


@pytest.mark.parametrize("status", list(Status))
def test_the_back_page_is_open_only_between_front_and_conclusion(status: Status) -> None:
    page = assessment(status)
    assert page.is_back_open is (status in BACK_PAGE_OPEN)
    if page.is_back_open:
        page.require_back_open()
    else:
        with pytest.raises(PermissionDenied) as caught:
            page.require_back_open()
        assert caught.value.message.message_id == "assessment.back_locked"


@pytest.mark.parametrize("status", sorted(REOPENABLE))
def test_reopening_makes_a_new_revision_and_keeps_what_was_written(status: Status) -> None:
    before = assessment(status)
    after = before.reopened()
    assert (after.status, after.revision, after.place) == (Status.DRAFT, before.revision + 1, None)
    assert (after.front_completed_at, after.signed_at, after.handed_over_at) == (None, None, None)
    assert (after.response, after.care_plan) == (before.response, before.care_plan)
    assert (after.id, after.number, after.created_at) == (before.id, before.number, before.created_at)
    after.require_front_open()


@pytest.mark.parametrize("status", sorted(set(Status) - REOPENABLE))
def test_what_is_open_or_over_cannot_be_reopened(status: Status) -> None:
    with pytest.raises(PermissionDenied) as caught:
        assessment(status).reopened()
    assert caught.value.message.message_id == "assessment.not_reopenable"


def test_an_empty_worklist_says_so() -> None:
    row = AssessmentSummary(
        id=AssessmentId("a"),
        patient_id=PatientId("p"),
        patient_name="Einer Test Lauridsen",
        patient_identifier="020160-9995",
        occasion=Occasion.READMISSION,
        filled_by=FilledBy.SELF,
        status=Status.DRAFT,
        revision=1,
        held_on=date(2026, 11, 23),
        created_at=NOW,
        front_completed_at=None,
        signed_at=None,
        handed_over_at=None,
        place=None,
    )
    assert Worklist().is_empty
    for section in Worklist.model_fields:
        assert not Worklist.model_validate({section: (row,)}).is_empty
