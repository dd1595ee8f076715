"""Many sheets: each can be archived and read aloud, says exactly what is stored, and has no ink on other ink."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import page
import pytest
from pikepdf import Pdf

from needsform.export import sheet_frame as frame
from needsform.export.assessment_pdf import render_sheet
from needsform.models.care_plan import Activity, CarePlan
from needsform.models.sheet import SheetContent
from tests.export.paper import collisions, ink_of, outside
from tests.export.random_sheets import is_ordinary, random_sheet
from tests.export.saying import (
    Said,
    columns,
    expected_activities,
    expected_area,
    expected_needs,
    expected_own_words,
    said_by,
    spaced,
)
from tests.export.sheets import answered, with_plan
from tests.thoroughness import as_many_as

SHEETS = as_many_as(40, thorough=400)
BESIDE_THE_PEN = 0.4
"""How far a letter such as j may reach out of its line at the left, in mm."""


@pytest.mark.parametrize("seed", range(SHEETS))
def test_any_sheet_is_whole(seed: int, tmp_path: Path) -> None:
    content = random_sheet(seed)
    pdf = render_sheet(content)
    (tmp_path / "sheet.pdf").write_bytes(pdf)
    for profile in ("ua1", "3a"):
        report = page.validate_pdf(tmp_path / "sheet.pdf", profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    pages = ink_of(pdf)
    if is_ordinary(seed):
        assert len(pages) == 2
    for ink in pages:
        assert collisions(ink) == []
        reach = BESIDE_THE_PEN
        margins = (frame.LEFT - reach, frame.TOP - reach, frame.RIGHT + reach, frame.PAGE_LINE + 2)
        assert outside(ink, *margins) == []
    said = said_by(pdf)
    assert_front_is_stored_answers(content, said)
    assert_back_is_stored_plan(content, said)
    assert_every_page_says_which_it_is(content, said, len(pages))


def assert_front_is_stored_answers(content: SheetContent, said: Said) -> None:
    words, name = content.words, ""
    moved: dict[str, str] = {}
    for heading, text in said.tables.get(words.text("sheet.continued.front"), []):
        name = heading or name  # where a row is broken over pages its name stands on the first
        moved[name] = moved.get(name, "") + text
    for area in content.questionnaire.areas:
        name = area.text[words.language]
        rows = said.tables[name] + said.tables.get(f"{name} ({words.text('sheet.continued').lower()})", [])
        pointer = (
            rows[-1][0].removeprefix(f"{area.other.text[words.language]}: ") if name in moved and area.other else ""
        )
        assert rows == expected_area(content, area, pointer)
        if pointer:
            assert "".join(moved[name].split()) == "".join(content.assessment.response.text(area.other).split())


def assert_back_is_stored_plan(content: SheetContent, said: Said) -> None:
    words = content.words
    for key, expected in (
        ("sheet.back.needs", expected_needs(content)),
        ("sheet.back.activities", expected_activities(content)),
        ("sheet.front.notes", expected_own_words(content)),
    ):
        rows = [row for row in said.tables.get(words.text(key), []) if any(row)]
        assert columns(rows) == columns(expected)
    patient, assessment = content.patient, content.assessment
    plan = assessment.care_plan
    for fact in (
        patient.name,
        patient.identifier.shown,
        patient.phone,
        patient.best_time,
        "" if patient.address_protected else patient.address,
        patient.general_practice.name,
        patient.general_practice.phone,
        patient.relative.name,
        patient.relative.phone,
        content.municipality.full_name if content.municipality else "",
        assessment.unit,
        words.of(assessment.occasion),
        words.date(assessment.held_on),
        assessment.signature.name,
        plan.next_assessment if plan else "",
    ):
        assert spaced(fact) in said.everything
    if patient.address_protected:
        assert patient.address not in said.everything


def assert_every_page_says_which_it_is(content: SheetContent, said: Said, pages: int) -> None:
    words, printed = content.words, content.printed_at
    feet = [spaced(text) for text in said.document.artifacts]
    for number in range(1, pages + 1):
        assert feet.count(words.text("sheet.page", page=number, pages=pages)) == 1
    when = {"date": words.date(printed.date()), "time": words.time(printed)}
    assert feet.count(words.text("sheet.revision", revision=content.assessment.revision, **when)) == pages
    copy = words.text(f"sheet.copy.{content.copy_name.value}")
    marked = f"{words.text('sheet.draft')} · {copy}" if content.is_draft else copy
    assert feet.count(marked) == pages


def test_the_same_sheet_is_the_same_bytes_and_a_minute_later_it_is_not() -> None:
    content = random_sheet(7)
    later = content.model_copy(update={"printed_at": content.printed_at + timedelta(minutes=1)})
    assert render_sheet(content) == render_sheet(random_sheet(7))
    assert render_sheet(content) != render_sheet(later)


# The negative controls: the looking above sees what is wrong.


@pytest.mark.parametrize(("profile", "part"), [("ua1", "/StructTreeRoot"), ("3a", "/OutputIntents")])
def test_a_sheet_that_lacks_a_part_is_neither_readable_nor_kept(profile: str, part: str, tmp_path: Path) -> None:
    with Pdf.open(BytesIO(render_sheet(random_sheet(0)))) as pdf:
        del pdf.Root[part]
        pdf.save(tmp_path / "sheet.pdf")
    assert not page.validate_pdf(tmp_path / "sheet.pdf", profile=profile).is_compliant


def test_a_tick_a_word_and_a_row_too_few_are_found_out() -> None:
    content = random_sheet(0)
    said, form = said_by(render_sheet(content)), content.questionnaire
    silent = next(topic for topic in form.topics.values() if not content.assessment.response.is_marked(topic))
    for wrong in (
        answered(content, **{silent.marks()[0].link_id: True}),
        answered(content, **{f"{form.areas[-1].link_id}.other": "Mere"}),
    ):
        with pytest.raises(AssertionError):
            assert_front_is_stored_answers(wrong, said)
    plan = content.assessment.care_plan or CarePlan()
    more = plan.model_copy(update={"activities": (*plan.activities, Activity(text="Gåture"))})
    with pytest.raises(AssertionError):
        assert_back_is_stored_plan(with_plan(content, more), said)
