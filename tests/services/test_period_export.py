"""Many finished assessments written into one folder: whole or stopped, each with its row, and no name outside."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment
from needsform.models.errors import InputError, Stopped
from needsform.models.patient import Patient
from needsform.models.period_export import ExportKind
from needsform.services.documents import bundle_in_sheet
from needsform.services.period_export import PeriodExport
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.clock import StandingClock
from tests.ward import first_talk

TODAY = date(2026, 11, 23)


def signed(session: Session, patient: Patient) -> Assessment:
    begun = session.assessments.start(patient, first_talk())
    return session.back_pages.sign(session.back_pages.conclude_no_need(session.front_pages.complete(begun)))


@pytest.fixture
def finished(session: Session, patients: dict[str, Patient], clock: StandingClock) -> list[Assessment]:
    """Three on Monday, one on Tuesday, and one that is only begun."""
    first, second, third, fourth, fifth, _ = patients.values()
    monday = [signed(session, patient) for patient in (first, second, third)]
    session.assessments.start(fifth, first_talk())
    clock.advance(timedelta(days=1))
    return [*monday, signed(session, fourth)]


def job(
    session: Session, folder: Path, kind: ExportKind = ExportKind.SHEETS, until: date | None = None
) -> PeriodExport:
    return session.period_exports.export(kind, TODAY, until, folder, session.site)


def nothing(_: int) -> None:
    """Nobody looks on."""


def test_everything_that_was_signed_in_the_period_is_written(
    session: Session, finished: list[Assessment], tmp_path: Path
) -> None:
    outcome = job(session, tmp_path, until=TODAY).run(nothing)
    assert (outcome.written, outcome.wanted, outcome.failures, outcome.is_stopped) == (3, 3, (), False)
    files = sorted((tmp_path / outcome.folder).iterdir())
    assert [file.name for file in files] == sorted(f"behovsvurdering-2026-11-23-{a.id[:8]}.pdf" for a in finished[:3])
    for file in files:
        assert json.loads(bundle_in_sheet(file.read_bytes()))["resourceType"] == "Bundle"


def test_no_file_and_no_folder_is_called_after_anybody(
    session: Session, finished: list[Assessment], patients: dict[str, Patient], tmp_path: Path
) -> None:
    outcome = job(session, tmp_path, ExportKind.BUNDLES).run(nothing)
    assert outcome.written == len(finished)
    names = " ".join(str(path) for path in (tmp_path / outcome.folder).rglob("*"))
    for patient in patients.values():
        assert not any(word in names for word in (*patient.name.split(), patient.identifier.value))
    for path in (tmp_path / outcome.folder).iterdir():
        assert json.loads(path.read_bytes())["resourceType"] == "Bundle"


def test_each_file_has_its_row(
    session: Session, finished: list[Assessment], database: Database, tmp_path: Path
) -> None:
    job(session, tmp_path, ExportKind.BUNDLES).run(nothing)
    rows = database.rows("SELECT assessment_id, practitioner_id, detail FROM audit_events WHERE action = 'export'")
    by = session.practitioner.id
    told = [(row["assessment_id"], row["practitioner_id"], row["detail"]) for row in rows]
    assert told == [(a.id, by, "copy=citizen revision=1") for a in finished]


def test_what_was_written_before_it_was_stopped_is_there(
    session: Session, finished: list[Assessment], database: Database, tmp_path: Path
) -> None:
    heard: list[int] = []

    def stop_at_the_third(percent: int) -> None:
        heard.append(percent)
        if len(heard) == 3:
            raise Stopped("work.stopped")

    outcome = job(session, tmp_path, ExportKind.BUNDLES).run(stop_at_the_third)
    assert heard == [0, 25, 50]
    assert (outcome.written, outcome.wanted, outcome.is_stopped) == (2, len(finished), True)
    assert len(list((tmp_path / outcome.folder).iterdir())) == 2
    rows = database.row("SELECT count(*) AS n FROM audit_events WHERE action = 'export'")
    assert rows is not None
    assert rows["n"] == 2


def test_one_that_cannot_be_written_does_not_keep_back_the_others(
    session: Session, finished: list[Assessment], database: Database, tmp_path: Path
) -> None:
    name = f"behovsvurdering-2026-11-23-{finished[1].id[:8]}.fhir.json"

    def put_something_in_the_way(percent: int) -> None:
        if percent == 25:
            (folder,) = tmp_path.glob("behovsvurderinger *")
            (folder / name).mkdir()

    outcome = job(session, tmp_path, ExportKind.BUNDLES).run(put_something_in_the_way)
    assert outcome.written == 3
    ((failed, why),) = outcome.failures
    assert failed == name
    row = database.row("SELECT assessment_id, detail FROM audit_events WHERE action = 'export_failed'")
    assert row is not None
    assert (row["assessment_id"], row["detail"]) == (finished[1].id, f"reason={why.message_id}")


def test_a_second_export_gets_a_folder_of_its_own(session: Session, finished: list[Assessment], tmp_path: Path) -> None:
    first, second = (job(session, tmp_path, ExportKind.BUNDLES).run(nothing) for _ in range(2))
    assert first.folder != second.folder
    assert len(finished) == first.written == second.written


def test_a_period_without_anything_says_so(session: Session, finished: list[Assessment], tmp_path: Path) -> None:
    assert finished
    later = TODAY + timedelta(days=7)
    for since, until, message_id in ((later, None, "export.nothing"), (later, TODAY, "export.days_turned")):
        with pytest.raises(InputError) as caught:
            session.period_exports.export(ExportKind.SHEETS, since, until, tmp_path, session.site)
        assert caught.value.message.message_id == message_id
    assert list(tmp_path.glob("behovsvurderinger*")) == []
