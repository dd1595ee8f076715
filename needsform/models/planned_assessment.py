"""The next assessment that a signed back page plans: on a day, or on an occasion in words."""

from datetime import date, timedelta
from enum import StrEnum

from needsform.models.errors import InputError
from needsform.models.frozen import Frozen, Line
from needsform.models.identity import AssessmentId, PatientId
from needsform.models.typed_date import typed_date

AHEAD = timedelta(days=30)
"""How long before its day a planned assessment comes onto the list."""


class PlannedDue(StrEnum):
    """When it is to be held, seen from a day."""

    OVERDUE = "overdue"
    TODAY = "today"
    COMING = "coming"
    ON_OCCASION = "on_occasion"
    """No day was written, and nobody but staff can know when the occasion is there."""


class PlannedAssessment(Frozen):
    """What the latest signed back page of a citizen says of the next time."""

    assessment_id: AssessmentId
    """Whose back page plans it."""
    patient_id: PatientId
    patient_name: str
    patient_identifier: str
    """As shown, with hyphen."""
    planned: Line
    """As it was written."""
    due_on: date | None
    """None where it is an occasion and not a day."""

    def due(self, today: date) -> PlannedDue:
        """How it stands on a day."""
        if self.due_on is None:
            return PlannedDue.ON_OCCASION
        if self.due_on == today:
            return PlannedDue.TODAY
        return PlannedDue.OVERDUE if self.due_on < today else PlannedDue.COMING


def day_of(planned: str) -> date | None:
    """The day that was written, if a day was written and nothing else."""
    try:
        return typed_date(planned, "next_assessment")
    except InputError:
        return None
