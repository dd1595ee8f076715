"""The due list of assessments: who is to be assessed again, by day or occasion."""

from needsform.models.audit import Action
from needsform.models.planned_assessment import AHEAD, PlannedAssessment
from needsform.services.clock import Clock
from needsform.services.presence import Presence
from needsform.storage import planned_assessments as rows
from needsform.storage.database import Database

LONGEST_LIST = 200
"""Planned assessments that are listed at once."""


class PlannedAssessments:
    """What signing a back page has put on the list; signing the next one, or `dismiss`, takes it off."""

    def __init__(self, database: Database, presence: Presence, clock: Clock) -> None:
        self._database, self._presence, self._clock = database, presence, clock

    def due(self) -> tuple[PlannedAssessment, ...]:
        """What is due within a month, earliest first, and then what waits for an occasion."""
        self._presence.require_staff()
        now = self._clock()
        with self._database.atomic():
            found = rows.planned_until(self._database, now.date() + AHEAD, LONGEST_LIST)
            self._presence.record(Action.LIST_WORK, now, detail="planned")
        return found

    def dismiss(self, planned: PlannedAssessment) -> None:
        """It is not to be held. One that somebody else took off already stays off."""
        self._presence.require_staff()
        with self._database.atomic():
            if rows.close_planned(self._database, planned.assessment_id):
                self._presence.record(Action.DISMISS_PLANNED, self._clock(), patient_id=planned.patient_id)
