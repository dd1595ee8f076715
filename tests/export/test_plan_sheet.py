"""The printed plan: what stands on it, that it can be read aloud and kept, and that no word is ever cut."""

from datetime import date
from pathlib import Path

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needsform.export.plan_sheet import render_plan
from needsform.models.care_plan import RetrainingPlan
from needsform.models.identity import PlanId
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.rehabilitation_plan import Agreed, EffortLevel, Offer, OfferKind, PlanContent, RehabilitationPlan
from needsform.services import reference_data
from tests.export.paper import collisions, ink_of
from tests.export.saying import said_by
from tests.export.sheets import LATE_EFFECTS, PRINTED, sheet_of
from tests.strategies import lines, names, paragraphs

LANGUAGES = reference_data.LANGUAGES
SHEET = sheet_of(LATE_EFFECTS)
SAYS = PlanContent.model_validate(
    {
        "goals": ["Tilbage på 25 timer om ugen til sommer"],
        "offers": [
            {
                "kind": "physical",
                "name": "Balance- og styrketræning",
                "begins": "01-12-2026",
                "ends": "uge 8",
                "responsible": "Sundhedscenter Test",
            }
        ],
        "responsible": "Mads Måske, fysioterapeut",
        "responsible_phone": "+45 89 00 00 00",
        "effort": "professionally_led",
        "retraining_plan": "general",
    }
)


def plan_sheet(content: PlanContent = SAYS, language: str = "da", **plan: object) -> PlanSheetContent:
    begun = {"begun_on": date(2026, 12, 1), "status": "begun", **plan}
    return PlanSheetContent(
        site=SHEET.site,
        patient=SHEET.patient,
        municipality=SHEET.municipality,
        plan=RehabilitationPlan.model_validate(
            {"id": PlanId("p"), "patient_id": SHEET.patient.id, "created_at": PRINTED, "content": content, **begun}
        ),
        words=reference_data.words(language),
        copy_name=SHEET.copy_name,
        printed_at=PRINTED,
    )


def everything(content: PlanSheetContent) -> str:
    return said_by(render_plan(content)).everything


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_it_can_be_read_aloud_and_kept(language: str, profile: str, tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(render_plan(plan_sheet(language=language)))
    assert page.validate_pdf(tmp_path / "plan.pdf", profile=profile).failures == []


def test_the_same_plan_is_the_same_file() -> None:
    assert render_plan(plan_sheet()) == render_plan(plan_sheet())


def test_it_says_goals_offers_and_whom_to_call() -> None:
    said = said_by(render_plan(plan_sheet()))
    assert said.tables["Mål"] == [["1", "Tilbage på 25 timer om ugen til sommer"]]
    assert said.tables["Tilbud"] == [
        ["Balance- og styrketræning", "Fysisk", "Sundhedscenter Test", "01-12-2026", "uge 8"]
    ]
    for words in (
        "Plan for rehabilitering",
        "Begynder 01-12-2026",
        "professionelt ledet",
        "ja, almen genoptræning",
        "Mads Måske, fysioterapeut",
        "+45 89 00 00 00",
        "Kommunen afgør, hvilke tilbud du kan få.",
    ):
        assert words in said.everything


def test_a_plan_agreed_orally_says_so_and_asks_for_no_signature() -> None:
    orally = SAYS.model_copy(update={"agreed": Agreed.ORALLY})
    assert "Aftalt mundtligt og noteret her" in everything(plan_sheet(orally))
    assert len(_rules(plan_sheet())) == len(_rules(plan_sheet(orally))) + 2


def _rules(content: PlanSheetContent) -> list[object]:
    return [ink for ink in ink_of(render_plan(content))[0] if ink.kind == "rule"]


def test_a_plan_that_has_not_begun_says_so() -> None:
    assert "planen er ikke begyndt" in everything(plan_sheet(status="draft", begun_on=None))
    assert "planen er ikke begyndt" not in everything(plan_sheet())


def test_what_nobody_wrote_has_no_heading_of_its_own_on_the_paper() -> None:
    content = SAYS.model_copy(update={"offers": (Offer(name="Balance- og styrketræning", begins="01-12-2026"),)})
    said = everything(plan_sheet(content))
    assert "Begynder" in said
    for heading in ("Slutter", "Område", "Ansvarlig"):
        assert heading not in said
    assert all(heading in everything(plan_sheet()) for heading in ("Slutter", "Område", "Ansvarlig"))


def test_it_says_whether_the_general_practice_was_told() -> None:
    told = everything(plan_sheet(gp_told_at_start=date(2026, 12, 1)))
    assert "Fik besked ved start: 01-12-2026." in told
    assert "Får besked ved afslutning." in told
    assert "Du ønsker ikke, at din læge får besked om planen." in everything(plan_sheet(gp_declined=True))


@pytest.mark.parametrize("kind", OfferKind)
@pytest.mark.parametrize("effort", EffortLevel)
def test_every_choice_has_its_words(kind: OfferKind, effort: EffortLevel) -> None:
    words = reference_data.words("da")
    offer = SAYS.offers[0].model_copy(update={"kind": kind})
    chosen = {"offers": (offer,), "effort": effort, "retraining_plan": RetrainingPlan.NONE}
    said = everything(plan_sheet(SAYS.model_copy(update=chosen)))
    assert words.of(kind) in said
    assert words.of(effort).lower() in said.lower()


def plans() -> st.SearchStrategy[PlanContent]:
    """Any plan, from an empty one to one that takes several pages."""
    offer = st.builds(
        Offer,
        kind=st.none() | st.sampled_from(OfferKind),
        name=paragraphs(),
        responsible=names(),
        begins=lines(),
        ends=lines(),
    )
    return st.builds(
        PlanContent,
        agreed=st.sampled_from(Agreed),
        goals=st.lists(paragraphs().filter(bool), max_size=9).map(tuple),
        offers=(st.lists(offer, max_size=4) | offer.map(lambda one: [one] * 16)).map(tuple),
        responsible=names(),
        responsible_phone=lines(),
        effort=st.none() | st.sampled_from(EffortLevel),
        retraining_plan=st.none() | st.sampled_from(RetrainingPlan),
        closing_status=paragraphs(),
    )


@given(content=plans())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_is_lost_and_no_ink_is_on_other_ink_whatever_is_written(content: PlanContent) -> None:
    pdf = render_plan(plan_sheet(content))
    said = "".join(said_by(pdf).everything.split())
    written = [*content.goals, *(offer.name for offer in content.offers), content.closing_status]
    assert [text for text in written if "".join(text.split()) not in said] == []
    assert [hit for ink in ink_of(pdf) for hit in collisions(ink)] == []
