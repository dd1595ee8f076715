"""The sheet a citizen takes home: what it says, in which order, aloud and in ink."""

from io import BytesIO
from pathlib import Path

import page
import pytest
from pikepdf import Pdf

from needsform.export.assessment_pdf import BUNDLE_NAME, render_sheet
from needsform.export.fhir import bundle_json
from needsform.models.assessment import FilledBy
from needsform.models.identity import LinkId
from needsform.models.patient import GeneralPractice, Relative
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import PRIORITY
from needsform.models.sheet import CopyName, SheetContent
from needsform.models.site import Site, SiteKind
from needsform.services import reference_data
from needsform.services.documents import render_sheet as render_for_the_ward
from tests.export.paper import collisions, ink_of
from tests.export.saying import said_by, spaced
from tests.export.sheets import (
    CASES,
    LATE_EFFECTS,
    STRESS,
    WARD_START,
    answered,
    changed,
    on_form,
    pdf_of,
    sheet_of,
    with_patient,
    with_plan,
)
from tests.export.site_forms import site_form, site_forms

LANGUAGES = reference_data.LANGUAGES


def headings(content: SheetContent) -> list[str]:
    return [element.says for element in said_by(render_sheet(content)).document.root.all("H1", "H2")]


def paragraphs(content: SheetContent) -> list[str]:
    return [spaced(element.says) for element in said_by(render_sheet(content)).document.root.all("P")]


def everything(content: SheetContent) -> str:
    return said_by(render_sheet(content)).everything


def rows_of(content: SheetContent, title: str) -> list[list[str]]:
    return said_by(render_sheet(content)).tables[title]


# The cases


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_the_sheet_of_a_case_can_be_read_aloud_and_kept(case: str, language: str, profile: str, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(pdf_of(case, language))
    report = page.validate_pdf(tmp_path / "sheet.pdf", profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.rules.passed > 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [WARD_START, LATE_EFFECTS])
def test_the_usual_case_is_front_and_back(case: str, language: str) -> None:
    said = said_by(pdf_of(case, language)).document.root
    assert [next(iter(title.pages)) for title in said.all("H1")] == [0, 1]
    assert len(ink_of(pdf_of(case, language))) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_under_stress_no_letter_stands_on_another(language: str) -> None:
    for ink in ink_of(pdf_of(STRESS, language)):
        assert collisions(ink) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", site_forms())
def test_a_form_of_the_sites_own_is_laid_out_as_carefully(name: str, language: str) -> None:
    for ink in ink_of(render_sheet(on_form(sheet_of(WARD_START, language), site_forms()[name]))):
        assert collisions(ink) == []


def test_ink_on_ink_is_found_where_it_is() -> None:
    """The negative control: a name that is drawn over another is seen by the test above."""
    from needsform.export.tagged_pdf import TaggedCanvas
    from needsform.export.text_wrapping import TextStyle
    from tests.export.sheets import PRINTED

    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    with canvas.element("P"):
        canvas.draw_text(20, 20, "Einer Test Lauridsen", TextStyle(9))
        canvas.draw_text(40, 21, "020160-9995", TextStyle(9))
        canvas.draw_tick_box(60, 60, 3.5, marked=True, spoken="Afkrydset: ")
        canvas.draw_text(62, 62, "kommunen", TextStyle(9))
        canvas.draw_text(20, 100, "Træthed", TextStyle(9))
        canvas.draw_rule((10, 99), (60, 99))
    [ink] = ink_of(canvas.finish(created_at=PRINTED))
    assert len(collisions(ink)) == 3


# What is heard


def test_the_sheet_is_read_in_the_order_of_the_form_and_then_of_the_talk() -> None:
    content = sheet_of()
    assert headings(content) == [
        "Behovsvurdering",
        *(area.text["da"] for area in content.questionnaire.areas),
        "Samtale og handlinger",
        "Hvilke områder er afdækket, som du ønsker støtte til?",
        "Handlinger",
    ]


def test_the_top_says_whose_it_is_when_and_where() -> None:
    assert paragraphs(sheet_of())[:7] == [
        "Rehabilitering i forbindelse med kræft · Start af behandling 23-11-2026",  # the code stands beside it
        "Udfyldt sammen med pårørende Kræftafdelingen, Test Universitetshospital",
        "Einer Test Lauridsen",
        "020160-9995 · tlf. +45 20 12 34 56 træffes bedst formiddag",
        "Aarhus Kommune Egen læge: Lægerne Testvej",
        "Den seneste uge, inklusive i dag. Sæt kryds ved det, der passer på dig. Du må gerne springe over.",
        "Prioritet 1 Prioritet 2 Prioritet 3 betyder mest for mig.",
    ]


def test_a_row_is_heard_as_topic_and_then_its_two_boxes() -> None:
    rows = rows_of(sheet_of(), "Krop og symptomer")
    assert rows[:3] == [
        ["Træthed, Prioritet 1", "Afkrydset: Fylder for mig", "Afkrydset: Brug for støtte?"],
        ["Søvn", "Afkrydset: Fylder for mig", "Ikke afkrydset: Brug for støtte?"],
        ["Smerter", "Ikke afkrydset: Fylder for mig", "Ikke afkrydset: Brug for støtte?"],
    ]
    assert rows[-1] == ["Andet: Kan ikke holde varmen i fødderne om natten"]


def test_none_of_these_is_an_answer_and_silence_is_none() -> None:
    content = sheet_of()
    said_no, silent = rows_of(content, "Tro, mening og eksistens"), rows_of(content, "Sundhed og livsstil")
    assert said_no[0] == ["Tro og åndelighed", "Svaret nej: Fylder for mig", "Svaret nej: Brug for støtte?"]
    assert said_no[-1] == ["Andet:", "Afkrydset: Ingen af disse"]
    assert silent[1] == ["Kost", "Ikke afkrydset: Fylder for mig", "Ikke afkrydset: Brug for støtte?"]
    assert silent[-1] == ["Andet:", "Ikke afkrydset: Ingen af disse"]


def test_the_english_sheet_is_english_throughout() -> None:
    content = sheet_of(WARD_START, "en")
    assert rows_of(content, "Body and symptoms")[0] == [
        "Fatigue, Priority 1",
        "Ticked: Concerns me",
        "Ticked: Need support?",
    ]
    with Pdf.open(_file(render_sheet(content))) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert str(pdf.trailer.Info.Title) == "Needs assessment"


def test_only_as_many_numbers_are_explained_as_were_given() -> None:
    content = sheet_of()
    for given in ((), ("fatigue",), ("fatigue", "worry")):
        response = content.assessment.response.with_answer(
            content.questionnaire, PRIORITY, tuple(map(LinkId, given)) or None
        )
        said = everything(changed(content, response=response))
        assert ("betyder mest for mig" in said) is bool(given)
        assert said.count("Prioritet") == 2 * len(given)


def test_a_form_that_has_no_lead_is_explained_by_the_sheet() -> None:
    base = sheet_of()
    for marks, sentence in (
        (("problem", "support"), "Sæt kryds ved det, der fylder for dig, og ved det, du har brug for støtte til."),
        (("support",), "Sæt kryds ved det, du har brug for støtte til."),
        (("problem",), "Sæt kryds ved det, der fylder for dig."),
    ):
        assert sentence in paragraphs(on_form(base, site_form(2, 6, marks=marks, lead="")))


def test_the_words_above_the_boxes_are_the_forms_own() -> None:
    content = on_form(sheet_of(), site_form(2, 6))
    said = said_by(render_sheet(content))
    heads = [cell.says for cell in said.document.root.all("TH") if cell.attributes.get("/Scope") == "/Column"]
    assert heads[:2] == ["Er det svært?", "Vil du tale om det?"]
    assert said.tables["Område 1"][0] == [
        "Emne nummer 1",
        "Ikke afkrydset: Er det svært?",
        "Ikke afkrydset: Vil du tale om det?",
    ]


def test_a_topic_with_one_box_and_an_area_without_an_other_line_have_no_empty_boxes() -> None:
    base = sheet_of()
    first, *rest = base.questionnaire.areas
    topics = (first.topics[0].model_copy(update={"problem": None}), *first.topics[1:])
    area = first.model_copy(update={"topics": topics, "other": None})
    form = base.questionnaire.model_copy(update={"areas": (area, *rest)})
    rows = rows_of(base.model_copy(update={"questionnaire": form}), "Hverdag og praktiske forhold")
    assert rows[0] == ["Husarbejde og indkøb", "", "Ikke afkrydset: Brug for støtte?"]
    assert rows[-1] == ["", "Ikke afkrydset: Ingen af disse"]


def test_the_0_10_line_is_shown_where_the_form_shows_it_and_only_there() -> None:
    shown = answered(on_form(sheet_of(), site_form(2, 6, shows_scale=True)), distress=4)
    asked = paragraphs(shown)
    line = asked[asked.index("Hvor belastet har du følt dig?") + 1]
    assert line.startswith("Slet ikke Ikke afkrydset: 0 ")
    assert line.count("Ikke afkrydset: ") == 10
    assert " Afkrydset: 4 " in line
    assert line.endswith(" 10 Meget")
    assert "Slet ikke" not in everything(sheet_of())


# Whose, which, when


@pytest.mark.parametrize("copy", CopyName)
def test_every_page_says_whose_copy_it_is_and_which_revision(copy: CopyName) -> None:
    content = changed(sheet_of(), revision=3).model_copy(update={"copy_name": copy})
    feet = said_by(render_sheet(content)).document.artifacts
    expected = [content.words.text(f"sheet.copy.{copy.value}"), "Revision 3 · udskrevet 23-11-2026 11.20"]
    for text in expected:
        assert feet.count(text) == 2
    assert [text for text in feet if text.startswith("Side")] == ["Side 1 af 2", "Side 2 af 2"]


def test_a_draft_says_so_at_the_top_and_at_the_foot_of_every_page() -> None:
    draft = sheet_of().model_copy(update={"is_draft": True})
    said = said_by(render_sheet(draft))
    assert said.everything.count("Kladde – ikke underskrevet") == 2
    assert said.document.artifacts.count("Kladde – ikke underskrevet · Borgerens eksemplar") == 2
    assert "Kladde" not in everything(sheet_of())


def test_the_copies_differ_in_nothing_but_their_name() -> None:
    first = sheet_of()
    other = first.model_copy(update={"copy_name": CopyName.MUNICIPALITY})
    assert everything(first) == everything(other)


def test_the_assessment_lies_in_the_sheet_as_a_bundle() -> None:
    content = sheet_of()
    with Pdf.open(_file(render_sheet(content))) as pdf:
        [name] = pdf.attachments
        assert name == BUNDLE_NAME
        assert pdf.attachments[name].get_file().read_bytes() == bundle_json(content)


def test_no_name_and_no_number_stand_in_what_the_file_says_of_itself() -> None:
    with Pdf.open(_file(render_sheet(sheet_of()))) as pdf:
        told = str(pdf.trailer.Info.Title) + pdf.Root.Metadata.read_bytes().decode()
    assert "Einer" not in told
    assert "020160" not in told


def test_the_same_sheet_is_the_same_bytes_by_whichever_door() -> None:
    assert render_sheet(sheet_of()) == render_sheet(sheet_of()) == render_for_the_ward(sheet_of())


# Whom it is about


def test_a_protected_address_never_reaches_paper() -> None:
    known = with_patient(sheet_of(), address="Prøvevej 1, 8000 Aarhus C")
    protected = with_patient(known, address_protected=True)
    assert "Prøvevej 1, 8000 Aarhus C · Aarhus Kommune" in everything(known)
    assert "Prøvevej" not in everything(protected)
    assert everything(protected).count("Navne- og adressebeskyttelse") == 2


def test_what_is_not_known_of_a_citizen_leaves_no_trace() -> None:
    content = with_patient(sheet_of(), phone="", best_time="", general_practice=GeneralPractice())
    content = content.model_copy(update={"municipality": None})
    assert paragraphs(content)[2:4] == ["Einer Test Lauridsen", "020160-9995"]
    assert "Min kommune" not in everything(content)


def test_a_name_in_arabic_letters_stands_at_the_left_and_is_read_as_it_was_written() -> None:
    name = "محمد عبد الرحمن الحسيني"
    content = with_patient(sheet_of(), name=name, relative=Relative(name="فاطمة الزهراء", relation="kone"))
    assert paragraphs(content)[2] == name
    front = ink_of(render_sheet(content))[0]
    of_name = min((ink for ink in front if ink.top < 20 and ink.left > 120), key=lambda ink: ink.top)
    assert of_name.left == pytest.approx(129.6, abs=0.8)
    assert collisions(front) == []


def test_who_came_along_is_told_once_with_their_number() -> None:
    present, absent = sheet_of(), changed(sheet_of(), relative_present=False)
    assert "Else Test Lauridsen (ægtefælle) deltog · tlf. +45 20 65 43 21" in everything(present)
    assert "Pårørende: Else Test Lauridsen (ægtefælle) · tlf. +45 20 65 43 21" in everything(absent)
    assert everything(present).count("Else Test Lauridsen (ægtefælle)") == 1
    known = with_patient(present, relative=Relative(name="Else Test Lauridsen"))
    assert "Else Test Lauridsen deltog" in everything(known)
    unnamed = with_patient(present, relative=Relative())
    assert "Samtale 23-11-2026 med Karin Prøve, sygeplejerske Pårørende deltog" in everything(unnamed)


def test_what_a_caller_should_know_is_told_on_the_back() -> None:
    content = with_patient(sheet_of(), children_under_18=True, language="ar", needs_interpreter=True)
    assert "Børn under 18 år i hjemmet · Sprog: arabisk · Tolk ønskes" in paragraphs(content)
    assert "Sprog: tegnsprog" in everything(with_patient(content, language="tegnsprog"))


def test_who_filled_it_in_is_told_in_words() -> None:
    for by in FilledBy:
        assert f"sheet.front.filled_by.{by.value}" in sheet_of().words.texts
        assert sheet_of().words.text(f"sheet.front.filled_by.{by.value}") in everything(
            changed(sheet_of(), filled_by=by)
        )


def test_a_unit_that_names_its_hospital_does_not_name_it_twice() -> None:
    site = Site(name="Test Universitetshospital", kind=SiteKind.HOSPITAL)
    content = sheet_of().model_copy(update={"site": site})
    assert paragraphs(content)[1].endswith("Kræftafdelingen, Test Universitetshospital")
    elsewhere = content.model_copy(update={"site": Site(name="Prøve Sygehus", kind=SiteKind.HOSPITAL)})
    assert paragraphs(elsewhere)[1].endswith("Kræftafdelingen, Test Universitetshospital, Prøve Sygehus")


# Whom to call


@pytest.mark.parametrize(
    ("setting", "contact", "take_along"),
    [
        (SiteKind.HOSPITAL, "Min kontakt på afdelingen", "til kommunen og din egen læge."),
        (SiteKind.MUNICIPALITY, "Min kontakt i kommunen", "til din egen læge."),
        (SiteKind.GENERAL_PRACTICE, "Min kontakt i lægepraksis", "til kommunen."),
    ],
)
def test_the_foot_names_the_citizens_contact_and_where_to_take_the_sheet(
    setting: SiteKind, contact: str, take_along: str
) -> None:
    said = everything(changed(sheet_of(), setting=setting))
    assert said.count(f"{contact} Karin Prøve, sygeplejerske tlf. +45 70 00 00 00") == 2
    assert f"Tag arket med {take_along} Kommunen afgør, hvilke tilbud du kan få." in said


def test_the_sites_own_contact_helpline_and_authority_are_used_where_there_are_any() -> None:
    site = Site(
        name="Test",
        kind=SiteKind.HOSPITAL,
        contact_name="Forløbskoordinatorerne",
        contact_phone="78 00 00 00",
        authority="Sundhedsrådet",
        helpline_name="Rådgivningen",
        helpline_phone="80 30 10 30",
    )
    said = everything(sheet_of().model_copy(update={"site": site}))
    assert said.count("Min kontakt på afdelingen Forløbskoordinatorerne tlf. 78 00 00 00") == 2
    assert "Rådgivningen Gratis rådgivning til dig og dine pårørende tlf. 80 30 10 30" in said
    assert "Min kommune Aarhus Kommune" in said
    assert "Sundhedsrådet afgør, hvilke rehabiliteringstilbud du i sidste ende kan få." in said
    assert "Sundhedsrådet kontakter dig senest tre hverdage efter vores besked." in said
    without = sheet_of().model_copy(update={"site": site.model_copy(update={"helpline_name": ""})})
    assert "Gratis rådgivning" not in everything(without)


def test_where_no_contact_is_known_there_are_lines_to_write_on() -> None:
    nobody = changed(sheet_of(), signature=Signature(name=""))
    assert everything(nobody).count("Min kontakt på afdelingen Navn: Telefon:") == 2


def test_nothing_in_a_sheet_is_markup() -> None:
    content = answered(sheet_of(), physical__other="<b>&amp;</b> {name} %s \\n <img src=x>")
    assert rows_of(content, "Krop og symptomer")[-1] == ["Andet: <b>&amp;</b> {name} %s \\n <img src=x>"]


def test_a_back_page_nobody_has_written_yet_is_left_to_a_pen() -> None:
    content = with_plan(sheet_of(), None)
    said = said_by(render_sheet(content))
    assert len(ink_of(render_sheet(content))) == 2
    assert all(not any(row) for row in said.tables["Handlinger"])
    assert len(said.tables["Handlinger"]) >= 4
    assert said.tables["Borgerens egne ord"] == [["Bekymring", "Mest om hvordan børnebørnene har det med det"]]
    assert "Fylder også for dig, uden kryds ved støtte" not in said.everything


def _file(data: bytes) -> BytesIO:
    return BytesIO(data)
