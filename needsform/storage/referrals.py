"""Rows ↔ cases at a receiver. A write succeeds only on the state that its writer saw (`change`)."""

from needsform.models.errors import WorldError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId, PatientId, ReferralId
from needsform.models.patient import Patient
from needsform.models.referral import Referral, ReferralStatus, ReferralSummary
from needsform.storage.database import Database, Row


def add_referral(database: Database, referral: Referral) -> None:
    """Write a new case."""
    database.execute(
        "INSERT INTO referrals (id, patient_id, assessment_id, status, contact_by, change, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            referral.id,
            referral.patient_id,
            referral.assessment_id,
            referral.status.value,
            referral.contact_by.isoformat(),
            referral.change,
            referral.model_dump_json(),
        ],
    )


def save_referral(database: Database, referral: Referral) -> Referral:
    """Write a case one step on; the case with its new `change`. Raises WorldError `referral.changed_elsewhere`."""
    saved = referral.model_copy(update={"change": referral.change + 1})
    changed = database.execute(
        "UPDATE referrals SET assessment_id = ?, status = ?, contact_by = ?, change = ?, data = ?"
        " WHERE id = ? AND change = ?",
        [
            saved.assessment_id,
            saved.status.value,
            saved.contact_by.isoformat(),
            saved.change,
            saved.model_dump_json(),
            referral.id,
            referral.change,
        ],
    )
    if changed != 1:
        raise WorldError("referral.changed_elsewhere")
    return saved


def load_referral(database: Database, referral_id: ReferralId) -> Referral:
    """A case as it stands on disk. Raises WorldError `referral.unknown`."""
    row = database.row("SELECT data FROM referrals WHERE id = ?", [referral_id])
    if row is None:
        raise WorldError("referral.unknown")
    return Referral.model_validate_json(str(row["data"]))


def open_referral_of(database: Database, patient_id: PatientId) -> Referral | None:
    """The citizen's newest case that is not closed."""
    row = database.row(
        "SELECT data FROM referrals WHERE patient_id = ? AND status <> 'closed' ORDER BY rowid DESC LIMIT 1",
        [patient_id],
    )
    return None if row is None else Referral.model_validate_json(str(row["data"]))


def referral_with(database: Database, assessment_id: AssessmentId) -> Referral | None:
    """The newest case that an assessment came along with, closed or not."""
    row = database.row(
        "SELECT data FROM referrals WHERE assessment_id = ? ORDER BY rowid DESC LIMIT 1", [assessment_id]
    )
    return None if row is None else Referral.model_validate_json(str(row["data"]))


def referrals_of_patient(database: Database, patient_id: PatientId) -> tuple[Referral, ...]:
    """A citizen's cases, newest first."""
    rows = database.rows("SELECT data FROM referrals WHERE patient_id = ? ORDER BY rowid DESC", [patient_id])
    return tuple(Referral.model_validate_json(str(row["data"])) for row in rows)


def referrals_by_due(database: Database, status: ReferralStatus, limit: int) -> tuple[ReferralSummary, ...]:
    """Rows of the inbox, what is due first; of what is due on the same day, what came first."""
    rows = database.rows(
        "SELECT r.data, p.name, p.identifier_kind, p.identifier, p.data AS patient FROM referrals r"
        " JOIN patients p ON p.id = r.patient_id WHERE r.status = ? ORDER BY r.contact_by, r.rowid LIMIT ?",
        [status.value, limit],
    )
    return tuple(_summary(row) for row in rows)


def count_by_status(database: Database, status: ReferralStatus) -> int:
    """How many cases stand there."""
    row = database.row("SELECT count(*) AS number FROM referrals WHERE status = ?", [status.value])
    return 0 if row is None else int(str(row["number"]))


def _summary(row: Row) -> ReferralSummary:
    identifier = Identifier(kind=IdentifierKind(str(row["identifier_kind"])), value=str(row["identifier"]))
    return ReferralSummary(
        referral=Referral.model_validate_json(str(row["data"])),
        patient_name=str(row["name"]),
        patient_identifier=identifier.shown,
        patient_phone=Patient.model_validate_json(str(row["patient"])).phone,
    )
