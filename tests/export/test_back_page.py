"""The back page: the two boxes of the agreement, what follows from them, and pages to go on to where words are many."""

from itertools import pairwise

import pytest

from needsform.export import sheet_frame as frame
from needsform.export.assessment_pdf import render_sheet
from needsform.models.care_plan import (
    Activity,
    ActivityKind,
    CarePlan,
    Conclusion,
    Need,
    Responsible,
    ResponsibleType,
    RetrainingPlan,
)
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH, TEXT_LENGTH
from needsform.models.identity import LinkId
from needsform.models.patient import GeneralPractice, Relative
from needsform.models.practitioner import Signature
from needsform.models.sheet import SheetContent
from needsform.models.site import Site
from needsform.services import reference_data
from tests.export.paper import collisions, ink_of, outside
from tests.export.saying import Said, columns, expected_activities, expected_needs, said_by, spaced
from tests.export.sheets import (
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
from tests.export.site_forms import site_form

NEEDS = "Hvilke områder er afdækket, som du ønsker støtte til?"
ACTIONS = "Handlinger"
LANGUAGES = reference_data.LANGUAGES


def plan(**parts: object) -> CarePlan:
    return CarePlan.model_validate({"told_that_authority_decides": True, "conclusion": Conclusion.NEED, **parts})


def said_with(care_plan: CarePlan, content: SheetContent | None = None) -> Said:
    return said_by(render_sheet(with_plan(content or sheet_of(), care_plan)))


def pages_of(content: SheetContent) -> int:
    return len(ink_of(render_sheet(content)))


def busy(content: SheetContent, needs: int, actions: int) -> SheetContent:
    """The sheet with so many rows of short texts."""
    topics = list(content.questionnaire.topics)
    return with_plan(
        content,
        plan(
            needs=[
                Need(topic=topic, patient_words="Jeg sover til middag og er træt", observed="Rejser sig langsomt")
                for topic in topics[20 : 20 + needs]
            ],
            activities=[
                Activity(
                    text="Fysisk træning på hold for borgere",
                    topics=(topics[20 + number],),
                    responsible=Responsible(type=ResponsibleType.MUNICIPALITY, name="Kræftkoordinator"),
                    when="i næste uge",
                )
                for number in range(actions)
            ],
            consent_municipality=True,
        ),
    )


# The two boxes


def test_a_need_keeps_the_citizens_words_apart_from_what_was_observed() -> None:
    rows = said_by(pdf_of()).tables[NEEDS]
    assert rows[0] == [
        "1 Træthed",
        "Jeg sover til middag hver dag og er stadig træt",
        "Rejser sig langsomt, går uden støtte",
    ]
    assert rows[1] == ["Nedsat muskelkraft", "", "Let nedsat kraft i benene"]


def test_the_note_of_the_front_stands_with_the_words_of_the_talk_and_is_not_said_twice() -> None:
    note = "Mest om hvordan børnebørnene har det med det"
    worry = Need(topic=LinkId("worry"), patient_words="Tankerne kører om aftenen")
    assert said_with(plan(needs=[worry])).tables[NEEDS] == [["3 Bekymring", f"Tankerne kører om aftenen {note}", ""]]
    copied = worry.model_copy(update={"patient_words": note})
    assert said_with(plan(needs=[copied])).tables[NEEDS] == [["3 Bekymring", note, ""]]


def test_what_is_not_taken_further_says_so() -> None:
    need = Need(topic=LinkId("fatigue"), take_further=False)
    assert said_with(plan(needs=[need])).tables[NEEDS][0][0] == "1 Træthed Tages ikke videre nu"


def test_an_other_line_that_became_a_need_bears_the_name_of_its_area() -> None:
    need = Need(topic=LinkId("physical.other"))
    assert said_with(plan(needs=[need])).tables[NEEDS] == [
        ["Krop og symptomer", "Kan ikke holde varmen i fødderne om natten", ""]
    ]


def test_an_action_says_what_happens_about_what_by_whom_and_when() -> None:
    assert said_by(pdf_of()).tables[ACTIONS] == [
        [
            "Foreslået",
            "Fysisk træning på hold for borgere med kræft Træthed · Nedsat muskelkraft",
            "Kommune: Kræftkoordinator, Aarhus Kommune",
            "efter 2. kemobehandling",
        ],
        ["Information", "Åben rådgivning, folder udleveret Bekymring", "Kræftens Bekæmpelse", ""],
        [
            "Foreslået",
            "Samtale om sygedagpenge og delvis raskmelding Sygemelding og sygedagpenge",
            "Jobcenter Aarhus",
            "",
        ],
        [
            "Sat i gang",
            "Samtale for ægtefælle aftalt på afdelingen Partner",
            "Hospital: Socialrådgiver, afdelingen",
            "2026-11-30",
        ],
    ]


def test_rows_nobody_has_written_in_are_left_out() -> None:
    rows = said_with(plan(activities=[Activity(), Activity(kind=ActivityKind.SELF_CARE, text="Gåture")])).tables[
        ACTIONS
    ]
    assert rows == [["Egen indsats", "Gåture", "", ""]]


def test_a_box_left_empty_in_a_page_that_was_begun_has_room_for_a_pen() -> None:
    said = said_with(CarePlan())
    assert [len(said.tables[title]) for title in (NEEDS, ACTIONS)] == [2, 2]


def test_words_at_a_topic_that_is_not_taken_up_are_not_lost() -> None:
    content = answered(sheet_of(), sleep__note="Vågner kl. 3", sleep__problem=True)
    said = said_with(plan(needs=[Need(topic=LinkId("fatigue"))]), content)
    assert said.tables["Borgerens egne ord"] == [
        ["Bekymring", "Mest om hvordan børnebørnene har det med det"],
        ["Søvn", "Vågner kl. 3"],
    ]


def test_a_problem_without_a_wish_for_support_is_told_in_words() -> None:
    said = said_by(pdf_of()).everything
    assert (
        "Fylder også for dig, uden kryds ved støtte: Søvn · Svimmelhed og balance · Vægttab eller vægtøgning · "
        "Fysisk aktivitet" in said
    )
    taken = said_with(plan(needs=[Need(topic=LinkId("sleep"))])).everything
    assert "Fylder også for dig, uden kryds ved støtte: Svimmelhed og balance" in taken


def test_very_many_such_problems_have_a_box_of_their_own() -> None:
    content = on_form(sheet_of(), site_form(6, 120))
    ticked = content.assessment.response
    for topic in content.questionnaire.topics:
        ticked = ticked.with_answer(content.questionnaire, LinkId(f"{topic}.problem"), True)
    said = said_with(plan(needs=[]), changed(content, response=ticked))
    rows = said.tables["Fylder også for dig, uden kryds ved støtte"]
    assert [row[0] for row in rows if row[0]] == [area.text["da"] for area in content.questionnaire.areas]
    assert " ".join(row[1] for row in rows).count("Emne nummer") == 120


# The endings


def test_no_needs_now_is_a_good_ending_in_words_to_the_citizen() -> None:
    content = with_plan(sheet_of(), plan(conclusion=Conclusion.NO_NEED))
    said = said_by(render_sheet(content))
    assert "Ingen behov nu. Vi har talt sammen, og du ønsker ikke støtte lige nu." in said.everything
    assert "Konklusion: ikke behov for rehabilitering nu" in said.everything
    assert ACTIONS not in said.tables
    assert NEEDS not in said.tables
    assert pages_of(content) == 2


def test_words_that_were_written_stand_beside_the_good_ending() -> None:
    need = Need(topic=LinkId("fatigue"), patient_words="Det går nok", take_further=False)
    said = said_with(plan(needs=[need], conclusion=Conclusion.NO_NEED))
    assert said.tables[NEEDS] == [["1 Træthed Tages ikke videre nu", "Det går nok", ""]]
    assert "Ingen behov nu. Vi har talt sammen" in said.everything


def test_what_was_concluded_is_told_and_what_is_open_is_asked() -> None:
    told = said_with(
        plan(
            needs=[Need(topic=LinkId("fatigue"))],
            retraining_plan=RetrainingPlan.SPECIALISED,
            next_assessment="ved afslutning",
            consent_municipality=True,
            consent_gp=False,
        )
    ).everything
    assert (
        "Konklusion: behov for rehabilitering Genoptræningsplan: ja, specialiseret genoptræning "
        "Næste behovsvurdering: ved afslutning Samtykke til at give besked: Afkrydset: kommunen "
        "Ikke afkrydset: egen læge (nej) Kommunen kontakter dig senest tre hverdage efter vores besked." in told
    )
    asked = said_with(CarePlan(needs=(Need(topic=LinkId("fatigue")),))).everything
    assert "Konklusion: Ikke afkrydset: behov for rehabilitering Ikke afkrydset: ikke behov" in asked
    assert "Kommunen kontakter dig" not in asked


def test_who_decides_is_always_told_and_that_it_was_said_only_if_it_was() -> None:
    sentence = "Kommunen afgør, hvilke rehabiliteringstilbud du i sidste ende kan få."
    assert f"{sentence} Det har vi talt om i dag." in said_with(plan()).everything
    not_told = said_with(plan(told_that_authority_decides=False)).everything
    assert f"{sentence} Ikke afkrydset: Det har vi talt om i dag." in not_told


def test_a_municipality_does_not_promise_to_call_itself() -> None:
    content = sheet_of(LATE_EFFECTS)
    assert content.assessment.care_plan is not None
    assert content.assessment.care_plan.consent_municipality
    assert "senest tre hverdage" not in said_by(render_sheet(content)).everything


# Room


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", [WARD_START, LATE_EFFECTS])
def test_ten_needs_and_eight_actions_of_short_words_stay_on_the_back(case: str, language: str) -> None:
    content = busy(sheet_of(case, language), needs=10, actions=8)
    assert pages_of(content) == 2
    for ink in ink_of(render_sheet(content)):
        assert collisions(ink) == []


def test_letters_are_as_large_on_a_full_page_as_on_an_empty_one() -> None:
    def height_of(word: str, content: SheetContent) -> float:
        back = ink_of(render_sheet(content))[1]
        return next(ink.bottom - ink.top for ink in back if ink.text.strip() == word)

    few, many = busy(sheet_of(), 2, 2), busy(sheet_of(), 10, 8)
    assert height_of("Foreslået", few) == pytest.approx(height_of("Foreslået", many), abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
def test_under_stress_every_row_is_there_once_and_every_pointer_is_right(language: str) -> None:
    content = sheet_of(STRESS, language)
    said, words = said_by(pdf_of(STRESS, language)), content.words
    assert said.tables[words.text("sheet.back.needs")] == expected_needs(content)
    assert said.tables[words.text("sheet.back.activities")] == expected_activities(content)
    assert_pointers_are_right(said, content)


def assert_pointers_are_right(said: Said, content: SheetContent) -> None:
    """Where a box says that it goes on, the next box of that name is on that page."""
    begins = content.words.texts["sheet.continued.on_page"].partition("{")[0]
    boxes = said.document.root.all("H2", "P")
    for key in ("sheet.back.needs", "sheet.back.activities"):
        title = content.words.text(key)
        of_title = [place for place, element in enumerate(boxes) if element.role == "H2" and element.says == title]
        assert len(of_title) > 2
        for here, there in pairwise(of_title):
            pointer = next(element.says for element in boxes[here:there] if element.says.startswith(begins))
            [page] = boxes[there].pages
            assert pointer == content.words.text("sheet.continued.on_page", page=page + 1)


def test_consent_decision_and_signatures_stay_on_the_back_page_however_much_there_is() -> None:
    said = said_by(pdf_of(STRESS)).document.root
    for start in ("Kommunen afgør, hvilke rehab", "Konklusion:", "Samtykke til", "Øjvind Åstrup-Sørensen, udv"):
        found = [e for e in said.all("P") if e.says.startswith(start)]
        assert {page for element in found for page in element.pages} >= {1}


def test_a_text_taller_than_a_page_is_broken_and_whole() -> None:
    tall = "nej\n" * (TEXT_LENGTH // 4)
    need = Need(topic=LinkId("fatigue"), patient_words=tall.strip(), observed="kort")
    content = with_plan(sheet_of(), plan(needs=[need, Need(topic=LinkId("sleep"), observed="y" * TEXT_LENGTH)]))
    said = said_by(render_sheet(content))
    rows = said.tables[NEEDS]
    assert len(rows) > 2
    assert columns(rows) == columns(expected_needs(content))
    assert spaced(*(row[1] for row in rows)).count("nej") == TEXT_LENGTH // 4


def test_two_texts_in_one_cell_are_broken_one_after_the_other() -> None:
    content = answered(sheet_of(), fatigue__note="ja\n" * 60)
    need = Need(topic=LinkId("fatigue"), patient_words="nej\n" * 70, observed="y\n" * 240)
    rows = said_by(render_sheet(with_plan(content, plan(needs=[need])))).tables[NEEDS]
    assert columns(rows) == ["1Træthed", "nej" * 70 + "ja" * 60, "y" * 240]


def test_the_pages_it_goes_on_to_say_whose_they_are() -> None:
    content = sheet_of(STRESS)
    pages = ink_of(pdf_of(STRESS))
    assert len(pages) > 3
    for ink in pages:
        assert any(content.patient.identifier.shown in piece.text for piece in ink)
    titles = [element.says for element in said_by(pdf_of(STRESS)).document.root.all("H1")]
    assert titles == [
        "Behovsvurdering",
        "Samtale og handlinger",
        *["Samtale og handlinger, fortsat"] * (len(pages) - 2),
    ]


def test_names_too_long_for_their_line_go_on_to_the_next() -> None:
    back = ink_of(pdf_of(STRESS))[1]
    below_line = [ink for ink in back if ink.text.strip() and ink.left > 108 and 200 < ink.top < 260]
    assert len({round(ink.top) for ink in below_line}) >= 2


# The longest of everything


def widest(content: SheetContent, letter: str) -> SheetContent:
    """The sheet on which every name, number and line is as long as is accepted, of a wide letter."""
    name, line = letter * NAME_LENGTH, letter * LINE_LENGTH
    site = Site(
        name=name,
        kind=content.site.kind,
        contact_name=name,
        contact_phone=line,
        authority=line,
        helpline_name=line,
        helpline_phone=line,
    )
    content = with_patient(
        content.model_copy(update={"site": site}),
        name=name,
        phone=line,
        best_time=line,
        address=line,
        address_protected=False,
        general_practice=GeneralPractice(name=name, phone=line),
        relative=Relative(name=name, relation=line, phone=line),
        language=line,
    )
    assert content.assessment.care_plan is not None
    return changed(
        content,
        unit=name,
        relative_present=True,
        signature=Signature(name=name, title=line, phone=line),
        care_plan=content.assessment.care_plan.model_copy(update={"next_assessment": line}),
    )


@pytest.mark.parametrize("case", [WARD_START, STRESS])
@pytest.mark.parametrize("letter", ["W", "\u05e9"])  # the widest of ours, and one that stands on paper as a box
def test_where_names_fill_the_page_the_closing_has_a_page_of_its_own_and_nothing_is_cut(case: str, letter: str) -> None:
    content = widest(sheet_of(case), letter)
    pdf = render_sheet(content)
    for ink in ink_of(pdf):
        assert collisions(ink) == []
        assert outside(ink, frame.LEFT - 0.4, frame.TOP - 0.4, frame.RIGHT + 0.4, frame.PAGE_LINE + 2) == []
    said = said_by(pdf)
    assert columns(row for row in said.tables[NEEDS] if any(row)) == columns(expected_needs(content))
    closing = content.words.text("sheet.back.next_assessment")
    assert said.everything.count(closing) == 1
    assert letter * LINE_LENGTH in "".join(said.everything.split(closing)[1].split())
