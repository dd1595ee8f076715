"""Everything that a citizen ever answered here, in two questions to the store however many assessments there are."""

from collections import defaultdict

from needsform.models.assessment import Assessment
from needsform.models.identity import PatientId
from needsform.storage.assessments import assessment_of
from needsform.storage.database import Database, Row


def assessments_of_patient(database: Database, patient_id: PatientId) -> tuple[Assessment, ...]:
    """A citizen's assessments with answers and back page, oldest first."""
    answers: defaultdict[str, list[Row]] = defaultdict(list)
    for answer in database.rows(
        "SELECT n.assessment_id, n.link_id, n.value FROM assessments a JOIN answers n ON n.assessment_id = a.id"
        " WHERE a.patient_id = ?",
        [patient_id],
    ):
        answers[str(answer["assessment_id"])].append(answer)
    rows = database.rows("SELECT * FROM assessments WHERE patient_id = ? ORDER BY number", [patient_id])
    return tuple(assessment_of(row, answers[str(row["id"])]) for row in rows)
