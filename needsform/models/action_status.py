"""What became of an action that was agreed on a back page: planned, begun, done, or dropped with why.

A back page that is signed never changes, so what happens afterwards is noted beside it. The last note holds.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum

from needsform.models.care_plan import Activity, ActivityKind
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.errors import InputError
from needsform.models.frozen import FreeText, Frozen
from needsform.models.identity import AssessmentId, LinkId
from needsform.models.practitioner import Signature


class ActionStatus(StrEnum):
    """How far an action is."""

    PLANNED = "planned"
    BEGUN = "begun"
    DONE = "done"
    DROPPED = "dropped"


class ActionNote(Frozen):
    """One time that somebody asked what became of an action."""

    assessment_id: AssessmentId
    """On whose back page the action stands, as the place that made it named it."""
    activity: Activity
    """The action, word for word: after a new revision another wording is another action."""
    status: ActionStatus
    reason: FreeText = ""
    """Why it was dropped; may be said of the others too."""
    at: datetime
    by: Signature


class FollowedAction(Frozen):
    """An action with what became of it."""

    assessment_id: AssessmentId
    agreed_on: date
    activity: Activity
    notes: tuple[ActionNote, ...] = ()
    """Oldest first."""

    @property
    def status(self) -> ActionStatus:
        """What was noted last; before that, what the back page says: started, or else planned."""
        if self.notes:
            return self.notes[-1].status
        return ActionStatus.BEGUN if self.activity.kind is ActivityKind.STARTED else ActionStatus.PLANNED

    @property
    def reason(self) -> str:
        """Why it stands so."""
        return self.notes[-1].reason if self.notes else ""

    @property
    def noted_on(self) -> date | None:
        """When somebody last asked; None for never."""
        return self.notes[-1].at.date() if self.notes else None

    @property
    def is_open(self) -> bool:
        """Whether it is worth asking about at the next talk."""
        return self.status in (ActionStatus.PLANNED, ActionStatus.BEGUN)

    def noted(self, status: ActionStatus, reason: str, at: datetime, by: Signature) -> ActionNote:
        """One more note. Raises InputError `action.reason_missing` at "reason" for one that is dropped without why."""
        reason = reason.strip()
        if status is ActionStatus.DROPPED and not reason:
            raise InputError("action.reason_missing", at="reason")
        return ActionNote(
            assessment_id=self.assessment_id, activity=self.activity, status=status, reason=reason, at=at, by=by
        )


def followed(assessments: Iterable[EarlierAssessment], notes: Iterable[ActionNote]) -> tuple[FollowedAction, ...]:
    """Every action of back pages that are signed, newest talk first, with its notes, given oldest first."""
    noted = tuple(notes)
    found: list[FollowedAction] = []
    for one in sorted(assessments, key=lambda one: one.held_on, reverse=True):
        activities = () if one.care_plan is None else one.care_plan.activities
        for activity in dict.fromkeys(activities):
            if activity.is_empty or activity.kind is ActivityKind.NO_ACTION_NOW:
                continue
            about = tuple(n for n in noted if (n.assessment_id, n.activity) == (one.assessment_id, activity))
            found.append(
                FollowedAction(assessment_id=one.assessment_id, agreed_on=one.held_on, activity=activity, notes=about)
            )
    return tuple(found)


def about(topic: LinkId, actions: Iterable[FollowedAction]) -> tuple[FollowedAction, ...]:
    """The actions that are about a topic, in their order."""
    return tuple(action for action in actions if topic in action.activity.topics)
