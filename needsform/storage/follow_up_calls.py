"""Rows ↔ calls some weeks after treatment. A write succeeds only on the state that its writer saw (`change`)."""

from datetime import datetime

from needsform.models.errors import WorldError
from needsform.models.follow_up_call import CallSummary, FollowUpCall
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import PatientId
from needsform.models.patient import Patient
from needsform.storage.database import Database, Row


def add_call(database: Database, call: FollowUpCall) -> None:
    """Write a new call."""
    database.execute(
        "INSERT INTO follow_up_calls (id, patient_id, due_from, is_open, change, updated_at, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            call.id,
            call.patient_id,
            _first_day(call),
            int(call.is_open),
            call.change,
            call.created_at.isoformat(),
            call.model_dump_json(),
        ],
    )


def save_call(database: Database, call: FollowUpCall, at: datetime) -> FollowUpCall:
    """Write a call one step on; the call with its new `change`. Raises WorldError `call.changed_elsewhere`."""
    saved = call.model_copy(update={"change": call.change + 1})
    changed = database.execute(
        "UPDATE follow_up_calls SET due_from = ?, is_open = ?, change = ?, updated_at = ?, data = ?"
        " WHERE id = ? AND change = ?",
        [
            _first_day(saved),
            int(saved.is_open),
            saved.change,
            at.isoformat(),
            saved.model_dump_json(),
            call.id,
            call.change,
        ],
    )
    if changed != 1:
        raise WorldError("call.changed_elsewhere")
    return saved


def calls_of_patient(database: Database, patient_id: PatientId) -> tuple[FollowUpCall, ...]:
    """A citizen's calls, newest first."""
    rows = database.rows("SELECT data FROM follow_up_calls WHERE patient_id = ? ORDER BY rowid DESC", [patient_id])
    return tuple(FollowUpCall.model_validate_json(str(row["data"])) for row in rows)


def open_calls_by_due(database: Database, limit: int) -> tuple[CallSummary, ...]:
    """The calls that are still to be made, what is due first, and then what waits for its day."""
    rows = database.rows(
        "SELECT c.data, p.name, p.identifier_kind, p.identifier, p.data AS patient FROM follow_up_calls c"
        " JOIN patients p ON p.id = c.patient_id WHERE c.is_open"
        " ORDER BY c.due_from IS NULL, c.due_from, c.rowid LIMIT ?",
        [limit],
    )
    return tuple(_summary(row) for row in rows)


def _first_day(call: FollowUpCall) -> str | None:
    return None if call.due_from is None else call.due_from.isoformat()


def _summary(row: Row) -> CallSummary:
    identifier = Identifier(kind=IdentifierKind(str(row["identifier_kind"])), value=str(row["identifier"]))
    return CallSummary(
        call=FollowUpCall.model_validate_json(str(row["data"])),
        patient_name=str(row["name"]),
        patient_identifier=identifier.shown,
        patient_phone=Patient.model_validate_json(str(row["patient"])).phone,
    )
