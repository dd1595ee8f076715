"""The back page opens with what the citizen wished for, and says who does what."""

import pytest

from needsform.models.care_plan import Activity, ActivityKind, CarePlan, Need, Responsible, ResponsibleType
from needsform.models.identity import LinkId
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.services.reference_data import words
from tests.small_form import small_form


def test_the_back_page_opens_with_what_is_wished_for_priorities_first() -> None:
    form = small_form()
    response = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    for link_id in ("fatigue.support", "sleep.problem", "worry.support"):
        response = response.with_answer(form, LinkId(link_id), True)
    response = response.with_answer(form, LinkId("priority"), (LinkId("worry"),))
    plan = CarePlan.prefilled(form, response)
    assert plan == CarePlan(needs=(Need(topic=LinkId("worry")), Need(topic=LinkId("fatigue"))))
    assert all(need.take_further and not need.observed for need in plan.needs)


def test_nothing_is_agreed_told_or_concluded_before_somebody_says_so() -> None:
    plan = CarePlan()
    assert not plan.told_that_authority_decides
    assert (plan.consent_municipality, plan.consent_gp, plan.conclusion, plan.retraining_plan) == (None,) * 4


@pytest.mark.parametrize(
    "written",
    [
        {"text": "Fysisk træning"},
        {"topics": (LinkId("fatigue"),)},
        {"responsible": Responsible(name="Jobcenter Aarhus")},
        {"when": "efter jul"},
    ],
)
def test_a_row_with_anything_in_it_is_not_empty(written: dict[str, object]) -> None:
    assert Activity().is_empty
    assert Activity(responsible=Responsible(type=ResponsibleType.HOSPITAL)).is_empty
    assert not Activity.model_validate(written).is_empty


@pytest.mark.parametrize(
    ("kind", "name", "shown"),
    [
        (ResponsibleType.HOSPITAL, "Socialrådgiver, afdelingen", "Hospital: Socialrådgiver, afdelingen"),
        (ResponsibleType.MUNICIPALITY, "Kræftkoordinator, Aarhus Kommune", "Kommune: Kræftkoordinator, Aarhus Kommune"),
        (ResponsibleType.JOBCENTER, "Jobcenter Aarhus", "Jobcenter Aarhus"),
        (ResponsibleType.CANCER_SOCIETY, "Kræftens Bekæmpelse", "Kræftens Bekæmpelse"),
        (ResponsibleType.CITIZEN, "", "Borgeren selv"),
        (ResponsibleType.OTHER, "Senfølgerforeningen", "Senfølgerforeningen"),
        (ResponsibleType.OTHER, "", "Andre"),
        (None, "Naboen", "Naboen"),
        (None, "", ""),
    ],
)
def test_the_one_responsible_is_said_once(kind: ResponsibleType | None, name: str, shown: str) -> None:
    assert Responsible(type=kind, name=name).shown(words("da")) == shown


def test_an_action_says_what_unless_its_kind_does() -> None:
    assert Activity(when="fredag").lacks_words
    assert not Activity(kind=ActivityKind.FOLLOW_UP_CALL, when="uge 3").lacks_words
    assert not Activity(kind=ActivityKind.NO_ACTION_NOW, topics=(LinkId("fatigue"),)).lacks_words
    assert not Activity().lacks_words
