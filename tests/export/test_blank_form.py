"""The blank form asks what the screen asks, and has room for a pen."""

from pathlib import Path

import page
import pytest

from needsform.export.blank_form import render_blank
from needsform.models.questionnaire import Questionnaire
from needsform.models.site import Site, SiteKind
from needsform.services import reference_data
from tests.export.paper import collisions, ink_of
from tests.export.reading_aloud import Element
from tests.export.saying import said_by
from tests.export.sheets import PRINTED
from tests.export.site_forms import site_form, site_forms
from tests.strategies import shipped_form

LANGUAGES = reference_data.LANGUAGES


def blank(form: Questionnaire | None = None, language: str = "da", site: Site | None = None) -> bytes:
    return render_blank(form or shipped_form(), reference_data.words(language), site, PRINTED)


def paragraphs(pdf: bytes) -> list[str]:
    return [element.says.strip() for element in said_by(pdf).document.root.all("P")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_it_can_be_read_aloud_and_kept(language: str, profile: str, tmp_path: Path) -> None:
    (tmp_path / "blank.pdf").write_bytes(blank(language=language))
    assert page.validate_pdf(tmp_path / "blank.pdf", profile=profile).failures == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_two_pages_for_the_shipped_form_and_for_58_topics(language: str) -> None:
    assert len(ink_of(blank(language=language))) == 2
    assert len(ink_of(blank(site_form(6, 58), language))) == 2


@pytest.mark.parametrize("name", site_forms())
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_ink_is_on_other_ink_whatever_the_form(name: str, language: str) -> None:
    for ink in ink_of(blank(site_forms()[name], language)):
        assert collisions(ink) == []


def test_it_asks_every_topic_and_nothing_is_ticked() -> None:
    form = shipped_form()
    said = said_by(blank())
    asked = [row[0] for area in form.areas for row in said.tables[area.text["da"]][:-1]]
    assert asked == [topic.text["da"] for topic in form.topics.values()]
    assert "Afkrydset: " not in said.everything.replace("Ikke afkrydset: ", "")
    assert "Svaret nej" not in said.everything


def test_a_person_can_write_who_they_are_and_who_held_the_pen() -> None:
    said = paragraphs(blank())
    for label in ("Navn:", "CPR-nummer:", "Telefon:", "Kommune:", "Egen læge:", "Dato: Anledning:"):
        assert label in said
    assert said[said.index("Hvem har udfyldt skemaet?") + 1 :][:3] == [
        "Ikke afkrydset: Jeg selv",
        "Ikke afkrydset: Jeg sammen med en pårørende",
        "Ikke afkrydset: Jeg med hjælp fra personalet",
    ]


def test_what_matters_most_is_asked_after_the_areas_with_a_line_for_each() -> None:
    document = said_by(blank()).document.root
    order = [element for element in document.all("H2", "P") if element.says.strip()]
    asked = next(i for i, e in enumerate(order) if e.says.startswith("Hvad betyder mest for dig lige nu?"))
    assert order[asked - 1].says.strip() == "Sundhed og livsstil"
    assert order[asked + 1].says.split() == ["Prioritet", "1", "Prioritet", "2", "Prioritet", "3"]


def test_a_form_without_priorities_does_not_ask_for_them() -> None:
    form = shipped_form().model_copy(update={"priority": None})
    assert "Hvad betyder mest" not in said_by(blank(form)).everything


def test_the_back_says_only_so_much_of_whose_it_is_as_keeps_the_pages_together() -> None:
    said = said_by(blank()).document.root
    back: list[Element] = [element for element in said.all("P") if element.pages == {1}]
    labels = [element.says.strip() for element in back]
    assert labels[:4] == ["Samtale med:", "Dato: Deltog også:", "Navn:", "CPR-nummer:"]
    assert "Egen læge:" not in labels


def test_what_is_to_be_concluded_has_a_box_for_each_answer() -> None:
    said = said_by(blank()).everything
    assert (
        "Konklusion: Ikke afkrydset: behov for rehabilitering Ikke afkrydset: ikke behov for rehabilitering nu" in said
    )
    assert (
        "Genoptræningsplan: Ikke afkrydset: nej Ikke afkrydset: ja, almen genoptræning "
        "Ikke afkrydset: ja, specialiseret genoptræning Næste behovsvurdering:" in said
    )
    assert "du i sidste ende kan få. Ikke afkrydset: Det har vi talt om i dag." in said


def test_the_boxes_of_the_back_fill_the_page() -> None:
    said = said_by(blank())
    rows = [
        len(said.tables[title]) for title in ("Hvilke områder er afdækket, som du ønsker støtte til?", "Handlinger")
    ]
    assert min(rows) >= 6
    assert max(rows) - min(rows) <= 1


def test_a_site_has_its_own_contact_filled_in_and_else_there_are_lines_to_write_on() -> None:
    site = Site(
        name="Test Sundhedscenter",
        kind=SiteKind.MUNICIPALITY,
        contact_name="Kræftkoordinator",
        contact_phone="89 00 00 00",
        helpline_phone="80 30 10 30",
        authority="Sundhedsrådet",
    )
    filled, empty = said_by(blank(site=site)).everything, said_by(blank()).everything
    assert filled.count("Min kontakt i kommunen Kræftkoordinator tlf. 89 00 00 00") == 2
    assert "Tag arket med til din egen læge. Sundhedsrådet afgør, hvilke tilbud du kan få." in filled
    assert "Kræftlinjen Gratis rådgivning til dig og dine pårørende tlf. 80 30 10 30" in filled
    assert empty.count("Min kontakt på afdelingen Navn: Telefon:") == 2


def test_every_page_says_which_form_it_is_and_when_it_was_printed() -> None:
    feet = said_by(blank()).document.artifacts
    assert [text for text in feet if text.startswith("Skema")] == ["Skema 1.0 · udskrevet 23-11-2026 11.20"] * 2
    assert [text for text in feet if text.startswith("Side")] == ["Side 1 af 2", "Side 2 af 2"]


def test_the_same_form_is_the_same_bytes() -> None:
    assert blank() == blank()
