"""The indicators of the agreement (section 9): what each counts, written once for figures and for the rows behind them.

They are counts of forms, cases, plans and dates, and say nothing of anybody's illness.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from needsform.models.assessment import (
    SIGNED_OR_LATER,
    AssessmentStatus,
    Gate,
    Occasion,
    Offered,
    ReferralSource,
)
from needsform.models.care_plan import Conclusion
from needsform.models.site import SiteKind

COVERAGE_GOAL: Final = 90
"""Percent of the citizens whose needs are assessed before their course at the hospital ends (agreement, section 9)."""


class Indicator(StrEnum):
    """Every figure that there is."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    TOO_ILL = "too_ill"
    OFFERED_OTHER = "offered_other"
    IN_COURSE = "in_course"
    ASSESSED = "assessed"
    NOT_ASSESSED = "not_assessed"
    SIGNED = "signed"
    NEED = "need"
    NO_NEED = "no_need"
    NEED_NOT_SAID = "need_not_said"
    WITH_CITIZEN = "with_citizen"
    BACK_MISSING = "back_missing"
    UNSIGNED = "unsigned"
    NOT_HANDED_OVER = "not_handed_over"
    HANDED_OVER = "handed_over"
    AT_TREATMENT_START = "at_treatment_start"
    DURING_TREATMENT = "during_treatment"
    AT_END_OF_TREATMENT = "at_end_of_treatment"
    AT_READMISSION = "at_readmission"
    AT_MUNICIPAL_START = "at_municipal_start"
    AT_MUNICIPAL_FOLLOW_UP = "at_municipal_follow_up"
    AT_LATE_EFFECTS = "at_late_effects"
    AT_GENERAL_PRACTICE = "at_gp"
    AT_OTHER = "at_other"
    NOT_FOR_FORM = "not_for_form"
    UNDER_18 = "under_18"
    PALLIATIVE = "palliative"
    INFORMED = "informed"
    CONTACTED_IN_TIME = "contacted_in_time"
    CONTACTED_LATE = "contacted_late"
    TO_CONTACT = "to_contact"
    OVERDUE = "overdue"
    CLOSED_UNCONTACTED = "closed_uncontacted"
    BEGUN = "begun"
    BEGUN_FROM_HOSPITAL = "begun_from_hospital"
    BEGUN_FROM_GP = "begun_from_gp"
    BEGUN_FROM_SELF = "begun_from_self"
    BEGUN_FROM_UNKNOWN = "begun_from_unknown"


class TableKind(StrEnum):
    """The tables in which the figures are shown."""

    OFFER = "offer"
    COVERAGE = "coverage"
    CONCLUSION = "conclusion"
    PROGRESS = "progress"
    OCCASION = "occasion"
    ANOTHER_WAY = "another_way"
    CONTACT = "contact"
    COURSES = "courses"


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """Figures that add up: the denominator, and the numerators that each are a part of it."""

    kind: TableKind
    whole: Indicator
    parts: tuple[Indicator, ...]
    goal: int | None = None
    """Percent of the whole that the first part is to reach."""


_I = Indicator
_OCCASIONS: Final[dict[Occasion, Indicator]] = {
    Occasion.TREATMENT_START: _I.AT_TREATMENT_START,
    Occasion.DURING_TREATMENT: _I.DURING_TREATMENT,
    Occasion.END_OF_TREATMENT: _I.AT_END_OF_TREATMENT,
    Occasion.READMISSION: _I.AT_READMISSION,
    Occasion.MUNICIPAL_START: _I.AT_MUNICIPAL_START,
    Occasion.MUNICIPAL_FOLLOW_UP: _I.AT_MUNICIPAL_FOLLOW_UP,
    Occasion.LATE_EFFECTS: _I.AT_LATE_EFFECTS,
    Occasion.GENERAL_PRACTICE: _I.AT_GENERAL_PRACTICE,
    Occasion.OTHER: _I.AT_OTHER,
}
_ANSWERS: Final[dict[Offered, Indicator]] = {
    Offered.ACCEPTED: _I.ACCEPTED,
    Offered.DECLINED: _I.DECLINED,
    Offered.TOO_ILL: _I.TOO_ILL,
    Offered.OTHER: _I.OFFERED_OTHER,
}
_GATES: Final[dict[Gate, Indicator]] = {Gate.UNDER_18: _I.UNDER_18, Gate.PALLIATIVE: _I.PALLIATIVE}
_SOURCES: Final[dict[ReferralSource, Indicator]] = {
    ReferralSource.HOSPITAL: _I.BEGUN_FROM_HOSPITAL,
    ReferralSource.GENERAL_PRACTICE: _I.BEGUN_FROM_GP,
    ReferralSource.SELF: _I.BEGUN_FROM_SELF,
}

TABLES: Final = (
    IndicatorTable(TableKind.OFFER, _I.OFFERED, tuple(_ANSWERS.values())),
    IndicatorTable(TableKind.COVERAGE, _I.IN_COURSE, (_I.ASSESSED, _I.NOT_ASSESSED), COVERAGE_GOAL),
    IndicatorTable(TableKind.CONCLUSION, _I.SIGNED, (_I.NEED, _I.NO_NEED, _I.NEED_NOT_SAID)),
    IndicatorTable(
        TableKind.PROGRESS,
        _I.ACCEPTED,
        (_I.WITH_CITIZEN, _I.BACK_MISSING, _I.UNSIGNED, _I.NOT_HANDED_OVER, _I.HANDED_OVER),
    ),
    IndicatorTable(TableKind.OCCASION, _I.OFFERED, tuple(_OCCASIONS.values())),
    IndicatorTable(TableKind.ANOTHER_WAY, _I.NOT_FOR_FORM, tuple(_GATES.values())),
    IndicatorTable(
        TableKind.CONTACT,
        _I.INFORMED,
        (_I.CONTACTED_IN_TIME, _I.CONTACTED_LATE, _I.TO_CONTACT, _I.OVERDUE, _I.CLOSED_UNCONTACTED),
    ),
    IndicatorTable(TableKind.COURSES, _I.BEGUN, (*_SOURCES.values(), _I.BEGUN_FROM_UNKNOWN)),
)
"""In the order in which they are read."""
OF_WHOLE_SITE: Final = frozenset({TableKind.CONTACT, TableKind.COURSES})
"""Cases and courses belong to no unit."""

SUMS: Final[tuple[tuple[Indicator, tuple[Indicator, ...]], ...]] = (
    *((table.whole, table.parts) for table in TABLES),
    (_I.SIGNED, (_I.NOT_HANDED_OVER, _I.HANDED_OVER)),
    (_I.ACCEPTED, (_I.WITH_CITIZEN, _I.BACK_MISSING, _I.UNSIGNED, _I.SIGNED)),
)
"""Which figures others add up to, in a table or across two of them: whatever somebody could subtract."""

OF_CITIZENS: Final = frozenset({_I.IN_COURSE, _I.ASSESSED, _I.NOT_ASSESSED})
"""Figures that count each citizen once, however many assessments they have."""
OF_CASES: Final = frozenset({_I.INFORMED, *TABLES[6].parts})
OF_PLANS: Final = frozenset({_I.BEGUN, *TABLES[7].parts})

_S = AssessmentStatus
NOT_COUNTED: Final = frozenset({_S.CANCELLED, _S.SUPERSEDED})
"""Begun by mistake, or replaced by another one that is counted."""
IN_COURSE: Final = frozenset(
    {Occasion.TREATMENT_START, Occasion.DURING_TREATMENT, Occasion.END_OF_TREATMENT, Occasion.READMISSION}
)
"""Occasions before a course at the hospital ends, its last talk included."""
CONCLUDED: Final = frozenset({_S.BACK_COMPLETED, _S.NO_NEED_NOW, *SIGNED_OR_LATER})
"""The talk was held and its back page concluded: need or no need."""
_PROGRESS: Final[dict[AssessmentStatus, Indicator]] = {
    _S.DRAFT: _I.WITH_CITIZEN,
    _S.FRONT_COMPLETED: _I.BACK_MISSING,
    _S.DIALOGUE_HELD: _I.BACK_MISSING,
    _S.BACK_COMPLETED: _I.UNSIGNED,
    _S.NO_NEED_NOW: _I.UNSIGNED,
    _S.SIGNED: _I.NOT_HANDED_OVER,
    **dict.fromkeys(SIGNED_OR_LATER - {_S.SIGNED}, _I.HANDED_OVER),
}
_CONCLUSIONS: Final[dict[Conclusion | None, Indicator]] = {
    Conclusion.NEED: _I.NEED,
    Conclusion.NO_NEED: _I.NO_NEED,
    None: _I.NEED_NOT_SAID,
}


@dataclass(frozen=True, slots=True)
class AssessmentFacts:
    """What of an assessment decides where it is counted."""

    setting: SiteKind
    occasion: Occasion
    offered: Offered
    gate: Gate
    status: AssessmentStatus
    conclusion: Conclusion | None

    @property
    def is_in_course(self) -> bool:
        """Whether the citizen was in a course at a hospital then, and this form is for them."""
        is_counted = self.gate is Gate.NONE and self.status not in NOT_COUNTED
        return is_counted and self.setting is SiteKind.HOSPITAL and self.occasion in IN_COURSE

    @property
    def is_assessed(self) -> bool:
        """Whether the citizen's needs were assessed, before the course ended."""
        return self.is_in_course and self.status in CONCLUDED


def indicators_of(facts: AssessmentFacts) -> frozenset[Indicator]:
    """Which figures of forms count an assessment; those of citizens are `is_in_course` and `is_assessed`."""
    if facts.status in NOT_COUNTED:
        return frozenset()
    if facts.gate is not Gate.NONE:
        return frozenset({Indicator.NOT_FOR_FORM, _GATES[facts.gate]})
    counted = {Indicator.OFFERED, _ANSWERS[facts.offered], _OCCASIONS[facts.occasion]}
    if facts.offered is Offered.ACCEPTED:
        counted.add(_PROGRESS[facts.status])
        if facts.status in SIGNED_OR_LATER:
            counted |= {Indicator.SIGNED, _CONCLUSIONS[facts.conclusion]}
    return frozenset(counted)


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What of a case decides where it is counted."""

    is_contacted: bool
    is_past: bool
    """Whether the citizen was reached after the last day, or that day has gone by without."""
    is_closed: bool


def indicator_of_case(facts: CaseFacts) -> Indicator:
    """Where among the cases of the period a case stands."""
    if facts.is_contacted:
        return Indicator.CONTACTED_LATE if facts.is_past else Indicator.CONTACTED_IN_TIME
    if facts.is_closed:
        return Indicator.CLOSED_UNCONTACTED
    return Indicator.OVERDUE if facts.is_past else Indicator.TO_CONTACT


def indicator_of_plan(source: ReferralSource | None) -> Indicator:
    """Where among the courses of the period a plan stands, by who sent the citizen."""
    return Indicator.BEGUN_FROM_UNKNOWN if source is None else _SOURCES.get(source, Indicator.BEGUN_FROM_UNKNOWN)
