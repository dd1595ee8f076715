"""What is typed about an assessment that begins, and what it comes to: a form to fill in, or a record of why not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from needsform.models.assessment import (
    AssessmentDetails,
    FilledBy,
    Gate,
    Occasion,
    Offered,
    OtherInstrument,
    ReferralSource,
)
from needsform.models.errors import InputError, Message
from needsform.models.practitioner import Signature
from needsform.models.site import Site


class Answer(StrEnum):
    """What the citizen, or staff on the citizen's behalf, answers to the offer of an assessment."""

    ACCEPTED = "accepted"
    PALLIATIVE = "palliative"
    DECLINED = "declined"
    TOO_ILL = "too_ill"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TypedAssessment:
    """What is said of the assessment itself."""

    occasion: Occasion | None = None
    filled_by: FilledBy = FilledBy.SELF
    language: str = "da"
    relative_present: bool = False
    referral_source: ReferralSource | None = None
    form: int = 0
    """Which of the forms."""
    answer: Answer = Answer.ACCEPTED
    filed_at: str = ""
    reason_not_filled: str = ""
    other_reason: str = ""
    comes_back: bool = True
    """Whether it is linked to the course that the citizen ended, if there is one."""


def errors(typed: TypedAssessment, *, is_minor: bool) -> dict[str, Message]:
    """What is missing, by field: "occasion", "filed_at", "other_reason". A child's record needs no more than that."""
    found: dict[str, Message] = {}
    if typed.occasion is None:
        found["occasion"] = Message("assessment.occasion_missing")
    if is_minor:
        return found
    if typed.answer is Answer.PALLIATIVE and not (typed.filed_at.strip() or typed.reason_not_filled.strip()):
        found["filed_at"] = Message("assessment.instrument_missing")
    if typed.answer is Answer.OTHER and not typed.other_reason.strip():
        found["other_reason"] = Message("assessment.other_reason_missing")
    return found


def details(
    typed: TypedAssessment, *, site: Site, signature: Signature, today: date, is_minor: bool, on_paper: bool
) -> AssessmentDetails:
    """The details of what begins today. Raises InputError `assessment.occasion_missing` at "occasion"."""
    if typed.occasion is None:
        raise InputError("assessment.occasion_missing", at="occasion")
    gate, offered, instrument = Gate.NONE, Offered.ACCEPTED, None
    if is_minor:
        gate = Gate.UNDER_18
    elif typed.answer is Answer.PALLIATIVE:
        gate = Gate.PALLIATIVE
        instrument = OtherInstrument(filed_at=typed.filed_at, reason_not_filled=typed.reason_not_filled)
    elif typed.answer is not Answer.ACCEPTED:
        offered = Offered(typed.answer.value)
    return AssessmentDetails(
        occasion=typed.occasion,
        setting=site.kind,
        unit=site.unit,
        held_on=today,
        signature=signature,
        filled_by=FilledBy.ON_PAPER if on_paper else typed.filled_by,
        offered=offered,
        offered_reason=typed.other_reason if offered is Offered.OTHER else "",
        gate=gate,
        other_instrument=instrument,
        language=typed.language,
        relative_present=typed.relative_present,
        referral_source=typed.referral_source,
    )
