"""Rows ↔ assessments that are planned. A citizen has one open at most: what the latest signed back page says."""

from collections.abc import Sequence
from datetime import date

from needsform.models.assessment import Assessment
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId, PatientId
from needsform.models.planned_assessment import PlannedAssessment, day_of
from needsform.storage.database import Database, Row

_SIGNED_LATER = "SELECT 1 FROM assessments WHERE patient_id = ? AND number > ? AND signed_at IS NOT NULL"


def plan_next(database: Database, signed: Assessment) -> None:
    """What was planned for the citizen is held; what this signed back page plans, if anything, comes instead.

    An older assessment that is put right and signed again changes nothing of what a later one plans; and what somebody
    has taken off the list stays off while the back page plans the same.
    """
    if database.row(_SIGNED_LATER, [signed.patient_id, signed.number]) is not None:
        return
    database.execute("UPDATE planned_assessments SET is_open = 0 WHERE patient_id = ? AND is_open", [signed.patient_id])
    planned = signed.care_plan.next_assessment if signed.care_plan else ""
    day = day_of(planned)
    if not planned:
        database.execute("DELETE FROM planned_assessments WHERE assessment_id = ?", [signed.id])
    else:
        database.execute(
            "INSERT INTO planned_assessments (assessment_id, patient_id, planned, due_on, is_open)"
            " VALUES (?, ?, ?, ?, 1) ON CONFLICT (assessment_id) DO UPDATE SET planned = excluded.planned,"
            " due_on = excluded.due_on, is_dismissed = is_dismissed AND planned = excluded.planned,"
            " is_open = NOT (is_dismissed AND planned = excluded.planned)",
            [signed.id, signed.patient_id, planned, None if day is None else day.isoformat()],
        )


def plan_no_more(database: Database, ended: Assessment) -> None:
    """What an assessment that ended unsigned once planned is forgotten; the plan of the latest signed one holds."""
    database.execute("DELETE FROM planned_assessments WHERE assessment_id = ?", [ended.id])
    database.execute(
        "UPDATE planned_assessments SET is_open = 1 WHERE NOT is_dismissed AND assessment_id = (SELECT id"
        " FROM assessments WHERE patient_id = ? AND signed_at IS NOT NULL ORDER BY number DESC LIMIT 1)"
        " AND NOT EXISTS (SELECT 1 FROM planned_assessments WHERE patient_id = ? AND is_open)",
        [ended.patient_id, ended.patient_id],
    )


def close_planned(database: Database, assessment_id: AssessmentId) -> bool:
    """It is not to be held; whether it was open."""
    changed = database.execute(
        "UPDATE planned_assessments SET is_open = 0, is_dismissed = 1 WHERE assessment_id = ? AND is_open",
        [assessment_id],
    )
    return changed == 1


def planned_until(database: Database, last: date, limit: int) -> tuple[PlannedAssessment, ...]:
    """What is due until a day, earliest first, and then what waits for an occasion.

    Who has an assessment under way, or is having one written, is not listed: it is on the worklist itself.
    """
    due = _open_where(database, "n.due_on <= ?", [last.isoformat()], limit)
    waiting = _open_where(database, "n.due_on IS NULL", [], limit - len(due)) if len(due) < limit else []
    return tuple(_planned(row) for row in (*due, *waiting))


def _open_where(database: Database, condition: str, values: Sequence[str], limit: int) -> list[Row]:
    """In the order of the index, so that only those are looked at that are listed."""
    return database.rows(
        "SELECT n.assessment_id, n.patient_id, n.planned, n.due_on, p.name, p.identifier_kind, p.identifier"
        " FROM planned_assessments n INDEXED BY planned_assessments_by_due JOIN patients p ON p.id = n.patient_id"
        f" WHERE n.is_open AND {condition} AND NOT EXISTS (SELECT 1 FROM assessments a"
        " WHERE a.patient_id = n.patient_id AND a.status IN"
        " ('draft', 'front_completed', 'dialogue_held', 'back_completed', 'no_need_now'))"
        " ORDER BY n.due_on, n.assessment_id LIMIT ?",
        [*values, limit],
    )


def _planned(row: Row) -> PlannedAssessment:
    identifier = Identifier(kind=IdentifierKind(str(row["identifier_kind"])), value=str(row["identifier"]))
    return PlannedAssessment(
        assessment_id=AssessmentId(str(row["assessment_id"])),
        patient_id=PatientId(str(row["patient_id"])),
        patient_name=str(row["name"]),
        patient_identifier=identifier.shown,
        planned=str(row["planned"]),
        due_on=None if row["due_on"] is None else date.fromisoformat(str(row["due_on"])),
    )
