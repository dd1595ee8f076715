"""Whom the citizen can turn to stands on the back page: what there is to tell, in less room, or on a further page."""

from pathlib import Path

import page
import pytest

from needsform.export.assessment_pdf import render_sheet
from needsform.export.fhir import bundle_json
from needsform.models.contact import Contact, ContactKind
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.identity import ContactId
from needsform.models.sheet import SheetContent
from tests.export.paper import collisions, ink_of
from tests.export.saying import said_by
from tests.export.sheets import LATE_EFFECTS, STRESS, sheet_of, with_plan

DANISH = "Her kan du henvende dig"
CLINIC = Contact.model_validate(
    {
        "id": "clinic",
        "name": {"da": "Senfølgeklinikken", "en": "The late effects clinic"},
        "kind": "late_effects_clinic",
        "referrers": ["gp", "hospital"],
        "phone": "11 22 33 44",
        "hours": "hverdage 9-12",
        "address": "Prøvevej 1, 9999 Prøveby",
    }
)
LINE = Contact.model_validate(
    {
        "id": "line",
        "name": {"da": "Kræftlinjen", "en": "The helpline"},
        "kind": "helpline",
        "referrers": ["citizen"],
        "phone": "55 66 77 88",
        "web": "kraeftlinjen.example.dk",
    }
)


def sheet_with(*contacts: Contact, name: str = LATE_EFFECTS, language: str = "da") -> SheetContent:
    """A case with these contacts chosen."""
    content = sheet_of(name, language)
    plan = content.assessment.care_plan
    assert plan is not None
    return with_plan(content, plan.model_copy(update={"contacts": contacts}))


def test_the_box_tells_who_how_and_when() -> None:
    assert said_by(render_sheet(sheet_with(CLINIC, LINE))).tables[DANISH] == [
        [
            "Senfølgeklinikken",
            "11 22 33 44 hverdage 9-12",
            "Prøvevej 1, 9999 Prøveby",
            "Du skal henvises af din egen læge eller sygehuset.",
        ],
        ["Kræftlinjen", "55 66 77 88", "kraeftlinjen.example.dk", "Du kan selv henvende dig."],
    ]


def test_it_is_told_in_the_citizens_language() -> None:
    rows = said_by(render_sheet(sheet_with(CLINIC, language="en"))).tables["Where you can turn"]
    assert (rows[0][0], rows[0][3]) == (
        "The late effects clinic",
        "You need a referral from your own doctor or the hospital.",
    )


@pytest.mark.parametrize(
    ("referrers", "said"),
    [
        ((), ""),
        (("citizen",), "Du kan selv henvende dig."),
        (("gp",), "Du skal henvises af din egen læge."),
        (("citizen", "gp"), "Du kan selv henvende dig, eller din egen læge kan henvise dig."),
        (
            ("citizen", "gp", "hospital", "municipality"),
            "Du kan selv henvende dig, eller din egen læge, sygehuset eller kommunen kan henvise dig.",
        ),
    ],
)
def test_who_may_refer_is_a_sentence(referrers: tuple[str, ...], said: str) -> None:
    contact = Contact.model_validate({**LINE.model_dump(), "referrers": referrers})
    assert said_by(render_sheet(sheet_with(contact))).tables[DANISH][0][3] == said


def test_a_sheet_without_contacts_is_as_it_was() -> None:
    assert DANISH not in said_by(render_sheet(sheet_with())).everything


def test_two_contacts_leave_a_sheet_at_two_pages() -> None:
    for name in (LATE_EFFECTS, "1-ward-start"):
        pdf = render_sheet(sheet_with(CLINIC, LINE, name=name))
        assert len(ink_of(pdf)) == 2
        assert [collision for page in ink_of(pdf) for collision in collisions(page)] == []


@pytest.mark.parametrize("count", [2, 13])
def test_a_sheet_with_contacts_can_be_archived_and_read_aloud(count: int, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(render_sheet(sheet_with(LINE, *many(count - 1))))
    for profile in ("ua1", "3a"):
        report = page.validate_pdf(tmp_path / "sheet.pdf", profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []


def many(count: int) -> tuple[Contact, ...]:
    """So many different contacts."""
    return tuple(CLINIC.model_copy(update={"id": ContactId(str(number))}) for number in range(count))


def test_a_line_for_each_is_told_where_all_of_it_would_take_a_further_page() -> None:
    """Never a third page for addresses."""
    full, close = (render_sheet(sheet_with(*many(count))) for count in (12, 13))
    assert len(ink_of(full)) == len(ink_of(close)) == 2
    assert len(said_by(full).tables[DANISH]) == 12
    brief = said_by(close)
    assert DANISH not in brief.tables
    assert brief.everything.count("Senfølgeklinikken: tlf. 11 22 33 44, hverdage 9-12") == 13
    assert "Prøvevej" not in brief.everything


def test_whoever_has_no_telephone_is_told_by_what_there_is_in_a_line_too() -> None:
    web = CLINIC.model_copy(update={"phone": "", "web": "klinik.example.dk"})
    contacts = (web, web.model_copy(update={"web": ""}), *many(12))
    said = said_by(render_sheet(sheet_with(*contacts))).everything
    assert "Senfølgeklinikken: klinik.example.dk Senfølgeklinikken: Prøvevej 1, 9999 Prøveby" in said


def test_what_no_page_has_room_for_goes_on_to_a_further_one_and_nothing_is_lost() -> None:
    longest = Contact(
        id=ContactId("long"),
        name={"da": "W" * NAME_LENGTH},
        kind=ContactKind.OTHER,
        phone="4" * LINE_LENGTH,
        hours="h" * LINE_LENGTH,
        address="a" * LINE_LENGTH,
        web="w" * LINE_LENGTH,
    )
    contacts = tuple(longest.model_copy(update={"id": ContactId(str(number))}) for number in range(12))
    pdf = render_sheet(sheet_with(*contacts, name=STRESS))
    assert [collision for page in ink_of(pdf) for collision in collisions(page)] == []
    said = "".join(said_by(pdf).everything.split())
    assert said.count("4" * LINE_LENGTH) == 12


def test_the_bundle_says_nothing_of_them() -> None:
    """Whoever receives it has a directory of their own (docs/DECISIONS.md)."""
    assert bundle_json(sheet_with(CLINIC, LINE)) == bundle_json(sheet_with())
