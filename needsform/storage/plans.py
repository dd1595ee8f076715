"""Rows ↔ plans for rehabilitation. A write succeeds only on the state that its writer saw (`change`)."""

from datetime import date, datetime

from needsform.models.errors import WorldError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId, PatientId, PlanId, ReferralId
from needsform.models.rehabilitation_plan import PlanContent, PlanStatus, PlanSummary, RehabilitationPlan
from needsform.storage.database import Database, Row, Value


def add_plan(database: Database, plan: RehabilitationPlan) -> None:
    """Write a new plan."""
    database.execute(
        "INSERT INTO plans (id, patient_id, referral_id, assessment_id, created_at, updated_at, status, change,"
        " begun_on, ended_on, gp_told_at_start, gp_told_at_end, gp_declined, content)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            plan.id,
            plan.patient_id,
            plan.referral_id,
            plan.assessment_id,
            plan.created_at.isoformat(),
            plan.created_at.isoformat(),
            *_changing(plan),
            plan.content.model_dump_json(),
        ],
    )


def save_plan(database: Database, plan: RehabilitationPlan, at: datetime) -> RehabilitationPlan:
    """Write a plan as it now stands; the plan with its new `change`. Raises WorldError `plan.changed_elsewhere`.

    What an ended plan says is written no more, whoever has changed it: the store itself refuses.
    """
    saved = plan.model_copy(update={"change": plan.change + 1})
    stored = database.row("SELECT content FROM plans WHERE id = ? AND change = ?", [plan.id, plan.change])
    if stored is None:
        raise WorldError("plan.changed_elsewhere")
    is_same = PlanContent.model_validate_json(str(stored["content"])) == saved.content
    database.execute(
        "UPDATE plans SET updated_at = ?, status = ?, change = ?, begun_on = ?, ended_on = ?, gp_told_at_start = ?,"
        " gp_told_at_end = ?, gp_declined = ?, content = ? WHERE id = ?",
        [
            at.isoformat(),
            *_changing(saved),
            stored["content"] if is_same else saved.content.model_dump_json(),
            plan.id,
        ],
    )
    return saved


def discard_plan(database: Database, plan: RehabilitationPlan) -> None:
    """Take a plan away that never began. Raises WorldError `plan.changed_elsewhere`."""
    if database.execute("DELETE FROM plans WHERE id = ? AND change = ?", [plan.id, plan.change]) != 1:
        raise WorldError("plan.changed_elsewhere")


def load_plan(database: Database, plan_id: PlanId) -> RehabilitationPlan:
    """A plan as it stands on disk. Raises WorldError `plan.unknown`."""
    row = database.row("SELECT * FROM plans WHERE id = ?", [plan_id])
    if row is None:
        raise WorldError("plan.unknown")
    return _plan(row)


def plans_of_patient(database: Database, patient_id: PatientId) -> tuple[RehabilitationPlan, ...]:
    """A citizen's plans, newest first."""
    rows = database.rows("SELECT * FROM plans WHERE patient_id = ? ORDER BY rowid DESC", [patient_id])
    return tuple(_plan(row) for row in rows)


def plans_to_look_after(database: Database, limit: int) -> tuple[PlanSummary, ...]:
    """Plans that have not ended, and ended ones that the general practice was not told of; longest begun first.

    Drafts come last, in the order in which they were written.
    """
    rows = database.rows(
        "SELECT l.*, p.name, p.identifier_kind, p.identifier FROM plans l JOIN patients p ON p.id = l.patient_id"
        " WHERE l.status <> 'ended'"
        " OR (NOT l.gp_declined AND (l.gp_told_at_end IS NULL OR l.gp_told_at_start IS NULL))"
        " ORDER BY l.begun_on IS NULL, l.begun_on, l.rowid LIMIT ?",
        [limit],
    )
    return tuple(_summary(row) for row in rows)


def _changing(plan: RehabilitationPlan) -> tuple[Value, ...]:
    days = (plan.begun_on, plan.ended_on, plan.gp_told_at_start, plan.gp_told_at_end)
    told = (None if day is None else day.isoformat() for day in days)
    return plan.status.value, plan.change, *told, int(plan.gp_declined)


def _plan(row: Row) -> RehabilitationPlan:
    referral, assessment = row["referral_id"], row["assessment_id"]
    return RehabilitationPlan(
        id=PlanId(str(row["id"])),
        patient_id=PatientId(str(row["patient_id"])),
        referral_id=None if referral is None else ReferralId(str(referral)),
        assessment_id=None if assessment is None else AssessmentId(str(assessment)),
        status=PlanStatus(str(row["status"])),
        change=int(str(row["change"])),
        created_at=datetime.fromisoformat(str(row["created_at"])),
        begun_on=_day(row, "begun_on"),
        ended_on=_day(row, "ended_on"),
        gp_told_at_start=_day(row, "gp_told_at_start"),
        gp_told_at_end=_day(row, "gp_told_at_end"),
        gp_declined=bool(row["gp_declined"]),
        content=PlanContent.model_validate_json(str(row["content"])),
    )


def _day(row: Row, column: str) -> date | None:
    return None if row[column] is None else date.fromisoformat(str(row[column]))


def _summary(row: Row) -> PlanSummary:
    identifier = Identifier(kind=IdentifierKind(str(row["identifier_kind"])), value=str(row["identifier"]))
    return PlanSummary(plan=_plan(row), patient_name=str(row["name"]), patient_identifier=identifier.shown)
