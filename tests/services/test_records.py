"""A citizen asks what is known about them, and gets all of it: as paper, as data, with nobody's name on a file."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from needsform.export.fhir import read_bundle
from needsform.models.assessment import Assessment, Offered
from needsform.models.delivery import Recipient
from needsform.models.errors import WorldError
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.documents import bundle_in_sheet, page_count
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.ward import delivered, first_talk, unwanted


def go_on(_percent: int) -> None:
    """Nobody watches."""


@pytest.fixture
def words() -> Words:
    """Danish."""
    return reference_data.words("da")


@pytest.fixture
def reopened(session: Session, draft: Assessment) -> Assessment:
    """Einer's assessment was finished, and opened again."""
    ticked = session.front_pages.set_answer(draft, LinkId("fatigue.problem"), True)
    return session.assessments.reopen(session.front_pages.complete(ticked), "noget manglede")


def test_everything_is_in_the_folder_and_can_be_read_back(
    session: Session, einer: Patient, reopened: Assessment, words: Words, tmp_path: Path
) -> None:
    session.front_pages.set_answer(reopened, LinkId("sleep.problem"), True)
    session.assessments.decline(session.assessments.start(einer, first_talk()), Offered.DECLINED)
    record = session.records.read(einer.id, words)
    folder = session.records.save(record, record.render(go_on), tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == [
        "behovsvurdering-1-udgave-1.fhir.json",
        "behovsvurdering-1-udgave-1.pdf",
        "behovsvurdering-1-udgave-2.fhir.json",
        "behovsvurdering-1-udgave-2.pdf",
        "behovsvurdering-2.fhir.json",
        "behovsvurdering-2.pdf",
        "oversigt.pdf",
    ]
    for pdf in folder.glob("behov*.pdf"):
        bundle = pdf.with_name(f"{pdf.stem}.fhir.json").read_bytes()
        assert bundle_in_sheet(pdf.read_bytes()) == bundle
        assert read_bundle(bundle).patient == einer.details()
    first, second = (
        read_bundle((folder / f"behovsvurdering-1-udgave-{number}.fhir.json").read_bytes()) for number in (1, 2)
    )
    assert set(first.response.answers) == {"fatigue.problem"}
    assert set(second.response.answers) == {"fatigue.problem", "sleep.problem"}
    assert not any("Einer" in path.name or "0201" in path.name for path in tmp_path.rglob("*"))


def test_a_citizen_without_assessments_gets_what_is_known(
    session: Session, patients: dict[str, Patient], words: Words, tmp_path: Path
) -> None:
    record = session.records.read(patients["Else Test Lauridsen"].id, words)
    files = record.render(go_on)
    assert list(files) == ["oversigt.pdf"]
    assert page_count(files["oversigt.pdf"]) == 1
    assert session.records.save(record, files, tmp_path).is_dir()
    again = session.records.save(record, files, tmp_path)
    assert again.name.endswith("(2)")


def test_the_trace_says_that_it_was_handed_out(
    session: Session, einer: Patient, reopened: Assessment, words: Words, tmp_path: Path, database: Database
) -> None:
    record = session.records.read(einer.id, words)
    session.records.save(record, record.render(go_on), tmp_path)
    row = database.row("SELECT action, patient_id, detail FROM audit_events ORDER BY seq DESC LIMIT 1")
    assert row == {"action": "hand_out", "patient_id": einer.id, "detail": "files=5"}
    assert reopened.patient_id == einer.id


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(
    session: Session, einer: Patient, words: Words, tmp_path: Path, database: Database
) -> None:
    record = session.records.read(einer.id, words)
    with pytest.raises(WorldError) as error:
        session.records.save(record, record.render(go_on), tmp_path / "gone")
    assert error.value.message.message_id == "file.no_folder"
    row = database.row("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT 1")
    assert row == {"action": "export_failed", "detail": "reason=file.no_folder"}
    with pytest.raises(WorldError):
        session.records.save(record, {"a/b.pdf": b""}, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["needsform"]


def test_whom_it_was_passed_on_to_is_told(session: Session, einer: Patient, draft: Assessment, words: Words) -> None:
    concluded = session.back_pages.conclude_no_need(session.front_pages.complete(draft))
    given = session.deliveries.note(session.back_pages.sign(concluded), delivered(Recipient.CITIZEN))
    session.deliveries.note(given, unwanted(Recipient.GENERAL_PRACTICE))
    record = session.records.read(einer.id, words)
    assert [delivery.recipient for delivery in record.deliveries] == [Recipient.CITIZEN, Recipient.GENERAL_PRACTICE]
    with closing(pypdfium2.PdfDocument(record.render(go_on)["oversigt.pdf"])) as document:
        overview = " ".join(document[0].get_textpage().get_text_bounded().split())
    for told in ("Det, der er givet videre om dig", "Givet i hånden", "Egen læge", "Borgeren ønsker det ikke"):
        assert told in overview
