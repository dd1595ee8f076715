"""A course that has ended, and the citizen who comes back: late effects arrive months or years later (DOMAIN 5.1).

What begins then is new, with its own source and occasion, and counted as itself; what was before is linked to it.
"""

from collections.abc import Iterable
from datetime import date

from needsform.models.assessment import Occasion, ReferralSource
from needsform.models.frozen import Frozen
from needsform.models.identity import AssessmentId, PlanId, ReferralId
from needsform.models.referral import ClosingReason, Referral
from needsform.models.rehabilitation_plan import RehabilitationPlan


class FormerCourse(Frozen):
    """A closed case, or a plan that ended at a place without cases: exactly one of the two ids."""

    case_id: ReferralId | None = None
    plan_id: PlanId | None = None
    ended_on: date
    reason: ClosingReason | None = None
    """Why the case was closed; a plan alone has no reason."""


class ComingBack(Frozen):
    """What began when the citizen came back: a case or an assessment, exactly one of the two ids."""

    former: FormerCourse
    case_id: ReferralId | None = None
    assessment_id: AssessmentId | None = None
    began_on: date
    source: ReferralSource | None = None
    """From whom this place heard of the citizen this time, where that is known."""
    occasion: Occasion | None = None
    """What the new assessment is for."""


def of_case(case: Referral) -> FormerCourse | None:
    """A case as a former course; None while it is open."""
    if case.closed_at is None:
        return None
    return FormerCourse(case_id=case.id, ended_on=case.closed_at.date(), reason=case.closing_reason)


def of_plan(plan: RehabilitationPlan) -> FormerCourse | None:
    """A plan without a case as a former course; None while it is open, and for one whose case tells of it."""
    if plan.ended_on is None or plan.referral_id is not None:
        return None
    return FormerCourse(plan_id=plan.id, ended_on=plan.ended_on)


def before_case(case: Referral, cases: Iterable[Referral], plans: Iterable[RehabilitationPlan]) -> FormerCourse | None:
    """What the citizen of an open case had ended when it began; None for a closed case."""
    if case.is_closed:
        return None
    others = (one for one in cases if one.id != case.id)
    former = latest_ended(others, (plan for plan in plans if plan.referral_id != case.id))
    return None if former is None or former.ended_on > case.received_at.date() else former


def latest_ended(cases: Iterable[Referral], plans: Iterable[RehabilitationPlan]) -> FormerCourse | None:
    """What a citizen comes back to; None for somebody who never ended a course, or who is in the middle of one."""
    cases, plans = tuple(cases), tuple(plans)
    if any(not case.is_closed for case in cases) or any(plan.is_open for plan in plans):
        return None
    ended = [course for course in (*map(of_case, cases), *map(of_plan, plans)) if course is not None]
    return max(ended, key=lambda course: course.ended_on, default=None)
