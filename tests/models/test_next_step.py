"""What comes next, for every state that an assessment can be in."""

from datetime import UTC, date, datetime

import pytest

from needsform.models.assessment import AssessmentStatus, AssessmentSummary, FilledBy, Occasion
from needsform.models.identity import AssessmentId, PatientId
from needsform.models.next_step import NextStep, next_step

NEXT = {
    AssessmentStatus.DRAFT: NextStep.CONTINUE,
    AssessmentStatus.FRONT_COMPLETED: NextStep.WRITE_BACK,
    AssessmentStatus.DIALOGUE_HELD: NextStep.WRITE_BACK,
    AssessmentStatus.BACK_COMPLETED: NextStep.SIGN,
    AssessmentStatus.NO_NEED_NOW: NextStep.SIGN,
    AssessmentStatus.SIGNED: NextStep.HAND_OVER,
}


def summary(status: AssessmentStatus, filled_by: FilledBy = FilledBy.SELF) -> AssessmentSummary:
    return AssessmentSummary(
        id=AssessmentId("a"),
        patient_id=PatientId("p"),
        patient_name="Einer Test Lauridsen",
        patient_identifier="020160-9995",
        occasion=Occasion.TREATMENT_START,
        filled_by=filled_by,
        status=status,
        revision=1,
        held_on=date(2026, 11, 23),
        created_at=datetime(2026, 11, 23, 9, 42, tzinfo=UTC),
        front_completed_at=None,
        signed_at=None,
        handed_over_at=None,
        place=None,
    )


@pytest.mark.parametrize("status", AssessmentStatus)
def test_each_state_has_its_next_step_or_waits_for_nobody(status: AssessmentStatus) -> None:
    assert next_step(summary(status)) is NEXT.get(status)


def test_a_paper_form_is_keyed_in_and_not_given_to_the_citizen() -> None:
    assert next_step(summary(AssessmentStatus.DRAFT, FilledBy.ON_PAPER)) is NextStep.KEY_IN
