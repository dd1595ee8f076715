"""Unfinished work, by kind, each with the next thing to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from needsform.models.assessment import AssessmentSummary, FilledBy
from needsform.models.delivery import Recipient
from needsform.models.errors import Message, NeedsformError
from needsform.models.identity import LinkId
from needsform.models.next_step import NextStep, next_step
from needsform.models.questionnaire import PRIORITY, Questionnaire
from needsform.services.clock import Clock
from needsform.services.session import Session


class WorkKind(StrEnum):
    """The kinds of unfinished work, in the order of the screen."""

    BACK_MISSING = "back_missing"
    UNSIGNED = "unsigned"
    NOT_HANDED_OVER = "not_handed_over"
    WITH_CITIZEN = "with_citizen"


_Place = tuple[int, int]
"""Number of an area, from 1, of how many."""


@dataclass(frozen=True, slots=True)
class Work:
    """One assessment that waits for somebody."""

    summary: AssessmentSummary
    next_step: NextStep | None
    since: datetime
    """When it came to wait, on the workstation's clock."""
    area: _Place | None = None
    """Which area the citizen is at, of how many; None on paper, on another form, and for a finished front page."""
    missing: tuple[Recipient, ...] = ()
    """Who has not got it yet, of what is signed."""


@dataclass(frozen=True, slots=True)
class WorkSection:
    """One kind of unfinished work with its rows."""

    kind: WorkKind
    rows: tuple[Work, ...]


@dataclass(frozen=True, slots=True)
class WorklistState:
    """Everything that waits; sections without rows are left out."""

    sections: tuple[WorkSection, ...]
    today: date

    @property
    def count(self) -> int:
        """How many things wait."""
        return sum(len(section.rows) for section in self.sections)


class WorklistViewModel(QObject):
    """Reads the worklist when asked to.

    state_changed: it was read again. failed: it could not be.
    """

    state_changed = Signal(WorklistState)
    failed = Signal(Message)

    def __init__(self, session: Session, clock: Clock) -> None:
        super().__init__()
        self._session, self._clock = session, clock
        self.state = self._read()

    def refresh(self) -> None:
        """Read it again."""
        try:
            self.state = self._read()
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self.state_changed.emit(self.state)

    def _read(self) -> WorklistState:
        worklist = self._session.assessments.worklist()
        kinds = (
            (WorkKind.BACK_MISSING, worklist.back_missing),
            (WorkKind.UNSIGNED, worklist.unsigned),
            (WorkKind.NOT_HANDED_OVER, worklist.not_handed_over),
            (WorkKind.WITH_CITIZEN, worklist.with_citizen),
        )
        waiting = [summary.id for summary in worklist.not_handed_over]
        handovers = self._session.deliveries.at_a_glance(waiting)
        missing = {assessment_id: handover.missing for assessment_id, handover in handovers.items()}
        places = _places(self._session.questionnaires.default())
        sections = (
            WorkSection(kind, tuple(self._row(row, places, missing.get(row.id, ())) for row in rows))
            for kind, rows in kinds
            if rows
        )
        return WorklistState(tuple(sections), self._clock().date())

    def _row(
        self, summary: AssessmentSummary, places: Mapping[LinkId | None, _Place], missing: tuple[Recipient, ...]
    ) -> Work:
        since = (summary.signed_at or summary.front_completed_at or summary.created_at).astimezone(self._clock().tzinfo)
        is_with_citizen = summary.front_completed_at is None and summary.filled_by is not FilledBy.ON_PAPER
        area = places.get(summary.place) if is_with_citizen else None
        return Work(summary, next_step(summary), since, area, missing)


def _places(form: Questionnaire) -> dict[LinkId | None, _Place]:
    """The area in which each page and topic of a form stands; what matters most is asked on its last page."""
    count = len(form.areas)
    places: dict[LinkId | None, _Place] = {PRIORITY: (count, count), None: (1, count)}
    for number, area in enumerate(form.areas, start=1):
        others = () if area.other is None else (area.other.link_id,)
        lines = (area.link_id, *(topic.link_id for topic in area.topics), *others)
        places |= dict.fromkeys(lines, (number, count))
    return places
