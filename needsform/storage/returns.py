"""Rows ↔ citizens who came back to a course that had ended."""

from needsform.models.assessment import AssessmentDetails
from needsform.models.former_course import ComingBack, FormerCourse, before_case, latest_ended, of_case, of_plan
from needsform.models.identity import AssessmentId, PatientId, PlanId, ReferralId
from needsform.models.referral import Referral
from needsform.storage.database import Database, Row
from needsform.storage.plans import load_plan, plans_of_patient
from needsform.storage.referrals import load_referral, referrals_of_patient


def ended_course_of(database: Database, patient_id: PatientId) -> FormerCourse | None:
    """As `latest_ended`, of all that is known here."""
    return latest_ended(referrals_of_patient(database, patient_id), plans_of_patient(database, patient_id))


def course_before(database: Database, case: Referral) -> FormerCourse | None:
    """As `before_case`, of all that is known here."""
    known = referrals_of_patient(database, case.patient_id), plans_of_patient(database, case.patient_id)
    return before_case(case, *known)


def add_return(
    database: Database,
    patient_id: PatientId,
    former: FormerCourse,
    *,
    case_id: ReferralId | None = None,
    assessment_id: AssessmentId | None = None,
) -> None:
    """Link what has just begun, in the transaction of its beginning."""
    database.execute(
        "INSERT INTO returns (patient_id, case_id, assessment_id, former_case_id, former_plan_id)"
        " VALUES (?, ?, ?, ?, ?)",
        [patient_id, case_id, assessment_id, former.case_id, former.plan_id],
    )


def take_back_return(database: Database, assessment_id: AssessmentId) -> None:
    """Nobody came back by an assessment that was begun by mistake."""
    database.execute("DELETE FROM returns WHERE assessment_id = ?", [assessment_id])


def take_back_return_of_case(database: Database, case_id: ReferralId) -> None:
    """What began with this case has nothing to do with what was before."""
    database.execute("DELETE FROM returns WHERE case_id = ?", [case_id])


def returns_of_patient(database: Database, patient_id: PatientId) -> tuple[ComingBack, ...]:
    """Each time that a citizen came back, newest first."""
    rows = database.rows(
        "SELECT b.*, r.data AS case_data, a.details FROM returns b LEFT JOIN referrals r ON r.id = b.case_id"
        " LEFT JOIN assessments a ON a.id = b.assessment_id WHERE b.patient_id = ? ORDER BY b.number DESC",
        [patient_id],
    )
    return tuple(_coming_back(database, row) for row in rows)


def _coming_back(database: Database, row: Row) -> ComingBack:
    former = _former(database, row)
    if row["case_id"] is not None:
        case = Referral.model_validate_json(str(row["case_data"]))
        return ComingBack(former=former, case_id=case.id, began_on=case.informed_on, source=case.source)
    details = AssessmentDetails.model_validate_json(str(row["details"]))
    return ComingBack(
        former=former,
        assessment_id=AssessmentId(str(row["assessment_id"])),
        began_on=details.held_on,
        source=details.referral_source,
        occasion=details.occasion,
    )


def _former(database: Database, row: Row) -> FormerCourse:
    """The store takes no link to a course that has not ended, and none begins again."""
    if row["former_case_id"] is not None:
        former = of_case(load_referral(database, ReferralId(str(row["former_case_id"]))))
    else:
        former = of_plan(load_plan(database, PlanId(str(row["former_plan_id"]))))
    if former is None:
        raise ValueError("a former course is open")
    return former
