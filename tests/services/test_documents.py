"""What stands on a copy is what is on disk, and what leaves the house leaves a row."""

from datetime import timedelta
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment
from needsform.models.care_plan import CarePlan, Need
from needsform.models.errors import WorldError
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.models.sheet import CopyName
from needsform.services import documents, reference_data
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.clock import StandingClock
from tests.disk import needs_file_limits, no_file_beyond


def trace(database: Database) -> list[tuple[object, ...]]:
    """What the trace tells of papers."""
    rows = database.rows(
        "SELECT action, patient_id, assessment_id, detail FROM audit_events"
        " WHERE action IN ('print', 'export') ORDER BY seq"
    )
    return [tuple(row.values()) for row in rows]


def test_a_copy_says_what_was_saved_and_when_it_was_printed(
    session: Session, einer: Patient, draft: Assessment, form: Questionnaire, clock: StandingClock
) -> None:
    clock.advance(timedelta(hours=1))
    content = session.documents.content(einer, draft, CopyName.GENERAL_PRACTICE)
    assert (content.site, content.patient, content.assessment, content.questionnaire) == (
        session.site,
        einer,
        draft,
        form,
    )
    assert (content.copy_name, content.printed_at, content.words.language) == (
        CopyName.GENERAL_PRACTICE,
        clock(),
        "da",
    )
    assert content.municipality is not None
    assert content.municipality.full_name == "Aarhus Kommune"


def test_a_citizen_of_a_municipality_that_nobody_knows_gets_a_sheet_all_the_same(
    session: Session, einer: Patient, draft: Assessment
) -> None:
    moved = einer.model_copy(update={"municipality_code": "9999"})
    assert session.documents.content(moved, draft).municipality is None


@pytest.mark.parametrize(
    ("asked", "shown"), [(None, "da"), ("en", "en"), ("da", "da"), ("pl", "da"), ("kl", "da"), ("", "da")]
)
def test_a_sheet_is_in_a_language_that_the_form_has_words_in(
    session: Session, einer: Patient, draft: Assessment, asked: str | None, shown: str
) -> None:
    assert session.documents.content(einer, draft, language=asked).words.language == shown


def test_a_form_may_speak_a_language_that_the_program_does_not(
    session: Session, einer: Patient, draft: Assessment, form: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    polish = form.model_copy(update={"languages": ("da", "pl")})
    monkeypatch.setattr(session.assessments, "questionnaire", lambda _: polish)
    assert session.documents.content(einer, draft, language="pl").words.language == "da"
    assert session.documents.content(einer, draft, language="en").words.language == "da"


def test_the_live_page_shows_the_back_page_that_is_being_written_and_is_a_draft(
    session: Session, einer: Patient, draft: Assessment
) -> None:
    finished = session.front_pages.complete(draft)
    written = CarePlan(needs=(Need(topic=LinkId("fatigue")),))
    live = session.documents.content(einer, finished, care_plan=written)
    assert (live.assessment.care_plan, live.is_draft) == (written, True)
    assert session.assessments.get(draft.id).care_plan is None


def test_only_what_is_signed_and_on_disk_is_no_draft(session: Session, einer: Patient, draft: Assessment) -> None:
    finished = session.front_pages.complete(draft)
    concluded = session.back_pages.conclude_no_need(finished)
    signed = session.back_pages.sign(concluded)
    assert [session.documents.content(einer, a).is_draft for a in (draft, finished, concluded, signed)] == [
        True,
        True,
        True,
        False,
    ]
    assert not session.documents.content(einer, signed, care_plan=signed.care_plan).is_draft
    assert session.documents.content(einer, signed, care_plan=CarePlan()).is_draft


def test_a_print_and_a_file_leave_one_row_each(
    session: Session, einer: Patient, draft: Assessment, database: Database, tmp_path: Path
) -> None:
    content = session.documents.content(einer, draft, CopyName.MUNICIPALITY)
    session.documents.record_print(content)
    session.documents.save_pdf(content, b"%PDF", tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == b"%PDF"
    detail = "copy=municipality revision=1"
    assert trace(database) == [("print", einer.id, draft.id, detail), ("export", einer.id, draft.id, detail)]


def test_a_file_that_could_not_be_written_leaves_no_row(
    session: Session, einer: Patient, draft: Assessment, database: Database, tmp_path: Path
) -> None:
    content = session.documents.content(einer, draft)
    with pytest.raises(WorldError) as error:
        session.documents.save_pdf(content, b"%PDF", tmp_path / "gone" / "sheet.pdf")
    assert error.value.message.message_id == "file.no_folder"
    assert trace(database) == []


@needs_file_limits
def test_on_a_disk_that_takes_no_more_the_earlier_file_stays_whole_and_no_row_is_left(
    session: Session, einer: Patient, draft: Assessment, database: Database, tmp_path: Path
) -> None:
    content, path = session.documents.content(einer, draft), tmp_path / "sheet.pdf"
    session.documents.save_pdf(content, b"the earlier one", path)
    with no_file_beyond(2_000_000), pytest.raises(WorldError) as error:
        session.documents.save_pdf(content, bytes(3_000_000), path)
    assert error.value.message.message_id == "file.cannot_write"
    assert path.read_bytes() == b"the earlier one"
    assert len(trace(database)) == 1


def test_a_signed_sheet_has_two_pages_and_carries_the_assessment_itself(
    session: Session, einer: Patient, draft: Assessment
) -> None:
    finished = session.front_pages.complete(draft)
    signed = session.back_pages.sign(session.back_pages.conclude_no_need(finished))
    content = session.documents.content(einer, signed)
    sheet = documents.render_sheet(content)
    assert documents.render_sheet(content) == sheet
    assert documents.page_count(sheet) == 2
    assert documents.bundle_in_sheet(sheet) == documents.bundle_json(content)
    picture = documents.page_image(sheet, 1, 300)
    assert picture.width == 300
    assert set(picture.pixels) != {255}  # something is on it


def test_the_blank_form_has_two_pages_in_each_language(
    session: Session, form: Questionnaire, clock: StandingClock
) -> None:
    for language in reference_data.LANGUAGES:
        blank = documents.render_blank(form, language, clock(), session.site)
        assert documents.page_count(blank) == 2
