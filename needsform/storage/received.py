"""Rows ↔ sheets that arrived from elsewhere. They are added and read; nothing changes one."""

from needsform.models.errors import WorldError
from needsform.models.identity import AssessmentId, PatientId, ReceivedId
from needsform.models.received_assessment import ReceivedAssessment
from needsform.storage.database import Database, Row


def add_received(database: Database, received: ReceivedAssessment) -> None:
    """Keep a sheet as it came."""
    database.execute(
        "INSERT INTO received_assessments (id, patient_id, assessment_id, revision, content_hash, received_at, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            received.id,
            received.patient_id,
            received.facts.assessment_id,
            received.facts.revision,
            received.content_hash,
            received.received_at.isoformat(),
            received.model_dump_json(),
        ],
    )


def load_received(database: Database, received_id: ReceivedId) -> ReceivedAssessment:
    """A sheet as it came. Raises WorldError `received.unknown`."""
    row = database.row("SELECT data FROM received_assessments WHERE id = ?", [received_id])
    if row is None:
        raise WorldError("received.unknown")
    return _received(row)


def received_of_assessment(database: Database, assessment_id: AssessmentId) -> tuple[ReceivedAssessment, ...]:
    """Everything that came of one assessment, oldest first."""
    rows = database.rows(
        "SELECT data FROM received_assessments WHERE assessment_id = ? ORDER BY rowid", [assessment_id]
    )
    return tuple(map(_received, rows))


def received_of_patient(database: Database, patient_id: PatientId) -> tuple[ReceivedAssessment, ...]:
    """Everything that came of one citizen, newest first."""
    rows = database.rows("SELECT data FROM received_assessments WHERE patient_id = ? ORDER BY rowid DESC", [patient_id])
    return tuple(map(_received, rows))


def is_of_this_store(database: Database, assessment_id: AssessmentId) -> bool:
    """Whether the assessment was made here."""
    return database.row("SELECT 1 FROM assessments WHERE id = ?", [assessment_id]) is not None


def _received(row: Row) -> ReceivedAssessment:
    return ReceivedAssessment.model_validate_json(str(row["data"]))
