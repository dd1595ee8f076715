"""What is typed about an assessment that begins, and the record that it comes to."""

from dataclasses import replace
from datetime import date

import pytest

from needsform.models import typed_assessment
from needsform.models.assessment import AssessmentDetails, FilledBy, Gate, Occasion, Offered
from needsform.models.errors import InputError
from needsform.models.practitioner import Signature
from needsform.models.site import Site, SiteKind
from needsform.models.typed_assessment import Answer, TypedAssessment

WARD = Site(name="Test Universitetshospital", kind=SiteKind.HOSPITAL, unit="Kræftafdelingen")
KARIN = Signature(name="Karin Prøve")
BEGUN = TypedAssessment(occasion=Occasion.TREATMENT_START)


def details(typed: TypedAssessment, *, is_minor: bool = False, on_paper: bool = False) -> AssessmentDetails:
    return typed_assessment.details(
        typed, site=WARD, signature=KARIN, today=date(2026, 11, 23), is_minor=is_minor, on_paper=on_paper
    )


def test_an_accepted_offer_becomes_a_form_for_the_place_and_the_person() -> None:
    begun = details(replace(BEGUN, filled_by=FilledBy.WITH_RELATIVE, relative_present=True))
    assert (begun.setting, begun.unit, begun.signature) == (WARD.kind, WARD.unit, KARIN)
    assert (begun.filled_by, begun.offered, begun.gate) == (FilledBy.WITH_RELATIVE, Offered.ACCEPTED, Gate.NONE)


def test_paper_says_that_it_was_filled_in_on_paper() -> None:
    assert details(BEGUN, on_paper=True).filled_by is FilledBy.ON_PAPER


def test_a_child_is_recorded_whatever_was_answered() -> None:
    begun = details(replace(BEGUN, answer=Answer.DECLINED), is_minor=True)
    assert (begun.gate, begun.offered) == (Gate.UNDER_18, Offered.ACCEPTED)


def test_the_other_questionnaire_is_recorded_with_where_it_is_kept() -> None:
    begun = details(replace(BEGUN, answer=Answer.PALLIATIVE, filed_at="Mappe 3"))
    assert begun.gate is Gate.PALLIATIVE
    assert begun.other_instrument is not None
    assert begun.other_instrument.filed_at == "Mappe 3"


@pytest.mark.parametrize(
    ("answer", "offered"),
    [(Answer.DECLINED, Offered.DECLINED), (Answer.TOO_ILL, Offered.TOO_ILL), (Answer.OTHER, Offered.OTHER)],
)
def test_an_offer_that_was_not_taken_is_recorded(answer: Answer, offered: Offered) -> None:
    begun = details(replace(BEGUN, answer=answer, other_reason="Skal til undersøgelse"))
    assert begun.offered is offered
    assert begun.offered_reason == ("Skal til undersøgelse" if offered is Offered.OTHER else "")


def test_the_occasion_is_always_asked_for() -> None:
    assert set(typed_assessment.errors(TypedAssessment(), is_minor=True)) == {"occasion"}
    with pytest.raises(InputError) as caught:
        details(TypedAssessment())
    assert caught.value.field == "occasion"


@pytest.mark.parametrize(
    ("typed", "missing"),
    [
        (replace(BEGUN, answer=Answer.PALLIATIVE), {"filed_at"}),
        (replace(BEGUN, answer=Answer.PALLIATIVE, reason_not_filled="For træt"), set()),
        (replace(BEGUN, answer=Answer.OTHER), {"other_reason"}),
        (replace(BEGUN, answer=Answer.OTHER, other_reason="Udskrevet"), set()),
        (BEGUN, set()),
    ],
)
def test_a_record_needs_its_reason(typed: TypedAssessment, missing: set[str]) -> None:
    assert set(typed_assessment.errors(typed, is_minor=False)) == missing
    assert typed_assessment.errors(typed, is_minor=True) == {}
