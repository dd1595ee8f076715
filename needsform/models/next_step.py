"""What comes next for an assessment, told from where it stands; lists put it on a button."""

from enum import StrEnum

from needsform.models.assessment import AssessmentStatus, AssessmentSummary, FilledBy


class NextStep(StrEnum):
    """The next thing to do with an assessment."""

    CONTINUE = "continue"
    """Give the screen to the citizen again."""
    KEY_IN = "key_in"
    """Go on with what stands on paper."""
    WRITE_BACK = "write_back"
    SIGN = "sign"
    HAND_OVER = "hand_over"


_BY_STATUS = {
    AssessmentStatus.DRAFT: NextStep.CONTINUE,
    AssessmentStatus.FRONT_COMPLETED: NextStep.WRITE_BACK,
    AssessmentStatus.DIALOGUE_HELD: NextStep.WRITE_BACK,
    AssessmentStatus.BACK_COMPLETED: NextStep.SIGN,
    AssessmentStatus.NO_NEED_NOW: NextStep.SIGN,
    AssessmentStatus.SIGNED: NextStep.HAND_OVER,
}


def next_step(summary: AssessmentSummary) -> NextStep | None:
    """The next thing to do; None for an assessment that waits for nobody."""
    step = _BY_STATUS.get(summary.status)
    if step is NextStep.CONTINUE and summary.filled_by is FilledBy.ON_PAPER:
        return NextStep.KEY_IN
    return step
