"""A received sheet on paper: it says first how it came, and cannot be taken for the sender's own."""

from io import BytesIO
from pathlib import Path

import page
import pytest
from pikepdf import Pdf

from needsform.models.errors import InputError, WorldError
from needsform.models.received_assessment import ReceivedAssessment
from needsform.models.sheet import SheetContent
from needsform.services import reference_data
from needsform.services.arrivals import read_arrivals
from needsform.services.documents import bundle_in_sheet, render_sheet
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.export.saying import said_by
from tests.services.intake.conftest import Post

WORDS = reference_data.words("da")


def received_from(session: Session, path: Path) -> ReceivedAssessment:
    """What lies in a file, taken in."""
    (arrival,) = read_arrivals([path], lambda _percent: None)
    return session.intake.take_in(session.intake.examine(arrival)).received


def on_paper(session: Session, received: ReceivedAssessment) -> SheetContent:
    """What its paper says."""
    patient = session.patients.get(received.patient_id)
    return session.received_papers.content(patient, received, session.intake.form_of(received), WORDS)


@pytest.fixture
def unverified(session: Session, post: Post) -> ReceivedAssessment:
    """One that nobody here knows the sender of."""
    return received_from(session, post.pdf(*post.assessment()))


def test_what_came_unverified_says_so_on_every_page(
    session: Session, unverified: ReceivedAssessment, tmp_path: Path
) -> None:
    pdf = render_sheet(on_paper(session, unverified))
    (tmp_path / "copy.pdf").write_bytes(pdf)
    for profile in ("ua1", "3a"):
        assert page.validate_pdf(tmp_path / "copy.pdf", profile=profile).failures == []
    told = said_by(pdf).everything
    pages = len(Pdf.open(BytesIO(pdf)).pages)
    assert told.count("Det kom ubekræftet: Spørg afsenderen, før du regner med det.") == pages
    assert "Træthed" in told


@pytest.mark.usefixtures("knows_ward")
def test_what_a_known_site_signed_says_that_instead(session: Session, post: Post) -> None:
    received = received_from(session, post.pdf(*post.assessment()))
    told = said_by(render_sheet(on_paper(session, received))).everything
    assert "er bekræftet af afsenderens nøgle" in told
    assert "ubekræftet" not in told


def test_the_copy_carries_nothing_that_could_be_taken_in_as_the_senders(
    session: Session, unverified: ReceivedAssessment
) -> None:
    content = on_paper(session, unverified)
    assert content.signer is None
    with pytest.raises(InputError) as refused:
        bundle_in_sheet(render_sheet(content))
    assert refused.value.message.message_id == "sheet.no_bundle"


def test_every_way_out_leaves_a_row(
    session: Session, unverified: ReceivedAssessment, database: Database, tmp_path: Path
) -> None:
    papers, content = session.received_papers, on_paper(session, unverified)
    papers.save_pdf(content, b"%PDF", tmp_path / "copy.pdf")
    papers.record_print(content)
    papers.record_print_failure(content, WorldError("print.not_begun"))
    with pytest.raises(WorldError):
        papers.save_pdf(content, b"%PDF", tmp_path / "nowhere" / "copy.pdf")
    rows = database.rows("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT 4")
    assert [str(row["action"]) for row in rows] == ["export_failed", "print_failed", "print", "export"]
    assert [str(row["detail"]) for row in rows[2:]] == ["received", "received"]
