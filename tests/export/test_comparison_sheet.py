"""The printed comparison: what stands on it, that it can be read aloud and kept, and that no word is ever cut."""

from datetime import date
from pathlib import Path

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needsform.export.comparison_sheet import render_comparison
from needsform.models.comparison import Filled
from needsform.models.comparison_sheet import ComparisonSheetContent
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.identity import LinkId
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.services import reference_data
from tests.export.paper import collisions, ink_of
from tests.export.saying import said_by
from tests.export.sheets import LATE_EFFECTS, PRINTED, sheet_of
from tests.models.test_comparison import filled, with_words, without
from tests.models.test_timeline import held
from tests.strategies import responses, shipped_form

LANGUAGES = reference_data.LANGUAGES
SHEET = sheet_of(LATE_EFFECTS)
BEFORE = held(2, of=filled("work.problem", "sleep.support", "fatigue.problem"))
NOW = held(20, of=filled("work.problem", "work.support", "memory_concentration.problem"))


def comparison(
    before: EarlierAssessment = BEFORE, now: EarlierAssessment = NOW, language: str = "da"
) -> ComparisonSheetContent:
    return ComparisonSheetContent(
        site=SHEET.site,
        patient=SHEET.patient,
        municipality=SHEET.municipality,
        before=before,
        now=now,
        words=reference_data.words(language),
        copy_name=SHEET.copy_name,
        printed_at=PRINTED,
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_it_can_be_read_aloud_and_kept(language: str, profile: str, tmp_path: Path) -> None:
    (tmp_path / "comparison.pdf").write_bytes(render_comparison(comparison(language=language)))
    assert page.validate_pdf(tmp_path / "comparison.pdf", profile=profile).failures == []


def test_the_same_two_are_the_same_file() -> None:
    assert render_comparison(comparison()) == render_comparison(comparison())


def test_each_topic_says_before_now_and_what_became_of_it() -> None:
    tables = said_by(render_comparison(comparison())).tables
    assert tables["Arbejde, uddannelse og økonomi"] == [["Arbejde", "Fylder", "Fylder, støtte", "Er der stadig"]]
    rows = [row for area in tables.values() for row in area]
    assert ["Søvn", "Støtte", "", "Ikke mere"] in rows
    assert ["Hukommelse og koncentration", "", "Fylder", "Nyt"] in rows


def test_it_says_when_why_and_with_whom_both_were_held() -> None:
    before = BEFORE.model_copy(update={"place": "Kræftafdelingen", "professional": "Karin Prøve"})
    said = said_by(render_comparison(comparison(before))).everything
    for words in ("Før og nu", "02-11-2026", "20-11-2026", "Kræftafdelingen", "Karin Prøve", SHEET.patient.name):
        assert words in said


def test_what_matters_most_and_the_citizens_own_words_stand_with_the_mark() -> None:
    form = shipped_form()
    response = NOW.filled.response
    for link_id, answer in (("priority", (LinkId("work"),)), ("work.note", "Jeg glemmer aftaler")):
        response = response.with_answer(form, LinkId(link_id), answer)
    now = held(20, of=Filled(questionnaire=form, response=response))
    said = said_by(render_comparison(comparison(now=now))).everything
    assert "betyder mest: 1" in said
    assert "Jeg glemmer aftaler" in said


def test_other_words_and_topics_that_were_not_asked_are_said() -> None:
    reworded = held(20, of=filled("work.problem", form=with_words(LinkId("work"), "Job og arbejdsplads")))
    said = said_by(render_comparison(comparison(now=reworded))).everything
    assert "Job og arbejdsplads" in said
    assert "Før spurgt som: Arbejde" in said
    shorter = held(20, of=filled("work.problem", form=without(LinkId("sleep"))))
    assert "stod ikke i skemaet" in said_by(render_comparison(comparison(now=shorter))).everything


def test_what_is_doubtful_is_said() -> None:
    received = BEFORE.model_copy(update={"is_received": True, "is_verified": False})
    begun = NOW.model_copy(update={"is_finished": False})
    said = said_by(render_comparison(comparison(received, begun))).everything
    assert "ikke bekræftet af afsenderen" in said
    assert "ikke færdig" in said


def test_two_empty_forms_say_so() -> None:
    said = said_by(render_comparison(comparison(held(2), held(20)))).everything
    assert "Der er ikke sat kryds i nogen af de to skemaer." in said


def test_nothing_like_a_score_stands_on_it() -> None:
    said = said_by(render_comparison(comparison())).everything.casefold()
    assert not any(word in said for word in ("score", "sum", "point", "%", "i alt"))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.tuples(responses(shipped_form()), responses(shipped_form())))
def test_whatever_was_answered_nothing_collides_and_no_topic_is_lost(
    answers: tuple[QuestionnaireResponse, QuestionnaireResponse],
) -> None:
    form = shipped_form()
    before, now = (
        EarlierAssessment(
            assessment_id=BEFORE.assessment_id,
            held_on=date(2026, 11, day),
            occasion=BEFORE.occasion,
            filled=Filled(questionnaire=form, response=response),
        )
        for day, response in zip((2, 20), answers, strict=True)
    )
    pdf = render_comparison(comparison(before, now))
    assert [collisions(page_ink) for page_ink in ink_of(pdf)] == [[] for _ in ink_of(pdf)]
    said = said_by(pdf).everything
    for one in (before, now):
        for topic in one.filled.response.marked_topics(form):
            assert topic.text["da"] in said
