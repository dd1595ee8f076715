"""Rows ↔ what became of actions: added and never changed; of two about one action the later one holds."""

from needsform.models.action_status import ActionNote
from needsform.models.identity import PatientId
from needsform.storage.database import Database


def add_note(database: Database, patient_id: PatientId, note: ActionNote) -> None:
    """Add one at the end."""
    database.execute(
        "INSERT INTO action_notes (patient_id, noted_at, data) VALUES (?, ?, ?)",
        [patient_id, note.at.isoformat(), note.model_dump_json()],
    )


def notes_of_patient(database: Database, patient_id: PatientId) -> tuple[ActionNote, ...]:
    """Everything that was noted of a citizen's actions, oldest first."""
    rows = database.rows("SELECT data FROM action_notes WHERE patient_id = ? ORDER BY number", [patient_id])
    return tuple(ActionNote.model_validate_json(str(row["data"])) for row in rows)
