"""What a citizen gets of the log can be kept and read aloud, and goes on to further pages."""

from datetime import datetime, timedelta
from pathlib import Path

import page
import pypdfium2
import pytest

from needsform.export.trace_extract import extract_lines, render_extract
from needsform.models.audit import Action, Actor, ClockJump, TraceEntry
from needsform.models.identity import PatientId, PractitionerId
from needsform.models.patient import Patient
from needsform.models.site import Site, SiteKind
from needsform.services import reference_data
from tests.clock import COPENHAGEN
from tests.ward import citizen

START = datetime(2026, 11, 23, 10, 42, tzinfo=COPENHAGEN)
EINER = Patient(id=PatientId("e"), **{name: getattr(citizen(), name) for name in type(citizen()).model_fields})
SITE = Site(name="Test Universitetshospital", kind=SiteKind.HOSPITAL)


def entry(number: int, action: Action = Action.READ, actor: Actor = Actor.STAFF, days: int = 0) -> TraceEntry:
    """One act of Karin's on Einer's record."""
    return TraceEntry(
        seq=number,
        recorded_at=START + timedelta(days=days, minutes=number),
        action=action,
        actor=actor,
        practitioner_id=PractitionerId("k"),
        practitioner_name="Karin Prøve",
        patient_id=EINER.id,
        patient_name=EINER.name,
        colleague_name="",
        assessment_id=None,
        detail="",
        clock_jump=ClockJump.NONE,
        hash="",
    )


def extract(entries: list[TraceEntry], language: str = "da") -> bytes:
    return render_extract(entries, EINER, SITE, reference_data.words(language), START)


def text_of(pdf: bytes) -> list[str]:
    """What stands on each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(one.get_textpage().get_text_bounded().split()) for one in document]
    finally:
        document.close()


@pytest.mark.parametrize("language", reference_data.LANGUAGES)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("count", [0, 3, 150])
def test_it_can_be_read_aloud_and_kept(language: str, profile: str, count: int, tmp_path: Path) -> None:
    entries = [entry(n, list(Action)[n % len(Action)], list(Actor)[n % 4], days=n) for n in range(count)]
    (tmp_path / "extract.pdf").write_bytes(extract(entries, language))
    assert page.validate_pdf(tmp_path / "extract.pdf", profile=profile).failures == []


def test_every_day_is_there_on_as_many_pages_as_it_takes() -> None:
    pages = text_of(extract([entry(0, days=n) for n in range(150)]))
    assert len(pages) > 1
    together = " ".join(pages)
    words = reference_data.words("da")
    days = [words.date((START + timedelta(days=n)).date()) for n in range(150)]
    assert [day for day in days if day not in together] == []


def test_the_same_again_and_again_is_one_line_and_another_day_another() -> None:
    words = reference_data.words("da")
    ticks = [entry(n, Action.ANSWER, Actor.CITIZEN) for n in range(5)]
    lines = extract_lines([*ticks, entry(6), entry(7, Action.ANSWER, Actor.CITIZEN, days=1)], words)
    assert [(line.when, line.what, line.by) for line in lines] == [
        ("23-11-2026 10.42", "Der blev svaret på skemaet (5 gange)", "Dig selv"),
        ("23-11-2026 10.48", "Behovsvurderingen blev vist", "Personalet"),
        ("24-11-2026 10.49", "Der blev svaret på skemaet", "Dig selv"),
    ]


def test_nobody_of_the_staff_is_named() -> None:
    assert "Karin" not in " ".join(text_of(extract([entry(1)])))


def test_a_log_without_a_line_says_so() -> None:
    assert "Der står ikke noget om dig i loggen." in text_of(extract([]))[0]
