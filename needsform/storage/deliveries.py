"""Rows ↔ what is said of every receiver: added and never changed; of two about one receiver the later one holds."""

from collections.abc import Iterable, Mapping

from needsform.models.assessment import AssessmentDetails
from needsform.models.care_plan import CarePlan
from needsform.models.delivery import Delivery, Handover, handover_of
from needsform.models.identity import AssessmentId, PatientId
from needsform.storage.database import Database


def add_delivery(database: Database, delivery: Delivery) -> None:
    """Add one at the end; the store takes it only for the revision that is signed."""
    database.execute(
        "INSERT INTO deliveries (assessment_id, revision, recipient, state, data) VALUES (?, ?, ?, ?, ?)",
        [
            delivery.assessment_id,
            delivery.revision,
            delivery.recipient.value,
            delivery.state.value,
            delivery.model_dump_json(),
        ],
    )


def deliveries_of(database: Database, assessment_id: AssessmentId) -> tuple[Delivery, ...]:
    """Everything that was noted of an assessment, of all revisions, oldest first."""
    rows = database.rows("SELECT data FROM deliveries WHERE assessment_id = ? ORDER BY number", [assessment_id])
    return tuple(Delivery.model_validate_json(str(row["data"])) for row in rows)


def deliveries_of_patient(database: Database, patient_id: PatientId) -> tuple[Delivery, ...]:
    """Everything that was noted of a citizen's assessments, oldest first."""
    rows = database.rows(
        "SELECT d.data FROM deliveries d JOIN assessments a ON a.id = d.assessment_id WHERE a.patient_id = ?"
        " ORDER BY d.number",
        [patient_id],
    )
    return tuple(Delivery.model_validate_json(str(row["data"])) for row in rows)


def handovers(database: Database, assessment_ids: Iterable[AssessmentId]) -> Mapping[AssessmentId, Handover]:
    """How the present revision of each stands; without its answers, so that a list is read quickly."""
    return {
        assessment_id: handover
        for assessment_id in assessment_ids
        if (handover := _handover(database, assessment_id)) is not None
    }


def _handover(database: Database, assessment_id: AssessmentId) -> Handover | None:
    row = database.row("SELECT revision, details, care_plan FROM assessments WHERE id = ?", [assessment_id])
    if row is None:
        return None
    plan = row["care_plan"]
    return handover_of(
        AssessmentDetails.model_validate_json(str(row["details"])).setting,
        None if plan is None else CarePlan.model_validate_json(str(plan)),
        int(str(row["revision"])),
        deliveries_of(database, assessment_id),
    )
