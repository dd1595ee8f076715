"""Citizens who come back: what begins is new and counted as itself, and linked to the course that had ended."""

from datetime import date, timedelta

import pytest

from needsform.models.assessment import AssessmentDetails, Occasion, ReferralSource
from needsform.models.errors import PermissionDenied, WorldError
from needsform.models.former_course import FormerCourse
from needsform.models.inbox import ReferralDetails
from needsform.models.patient import Patient
from needsform.models.practitioner import Signature
from needsform.models.referral import ClosingReason, ContactOutcome, Referral
from needsform.models.rehabilitation_plan import PlanContent, RehabilitationPlan
from needsform.models.site import SiteKind
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.storage.database import Database
from needsform.storage.returns import add_return
from tests.clock import StandingClock

FROM_HOSPITAL = ReferralDetails(source=ReferralSource.HOSPITAL, sender="Ward 3", informed_on=date(2026, 11, 20))
ON_THEIR_OWN = ReferralDetails(source=ReferralSource.SELF, informed_on=date(2026, 11, 23))
LATE_EFFECTS = AssessmentDetails(
    occasion=Occasion.LATE_EFFECTS,
    setting=SiteKind.MUNICIPALITY,
    held_on=date(2026, 11, 23),
    signature=Signature(name="Karin Prøve", title="Sygeplejerske"),
    referral_source=ReferralSource.GENERAL_PRACTICE,
)
TODAY = date(2026, 11, 23)


def begun_plan(session: Session, patient: Patient) -> RehabilitationPlan:
    """A plan that begins today."""
    plans = session.plans
    return plans.begin(plans.save(plans.start(patient.id), PlanContent(goals=("Gå ture igen",))), TODAY)


@pytest.fixture
def ended(session: Session, einer: Patient) -> Referral:
    """Einer's first course, which is over."""
    referrals = session.referrals
    reached = referrals.note_attempt(referrals.receive(einer.id, FROM_HOSPITAL), ContactOutcome.REACHED)
    plan = begun_plan(session, einer)
    session.plans.end(plan, TODAY, ClosingReason.COMPLETED)
    return referrals.get(reached.id)


def test_a_new_case_is_linked_to_the_one_that_ended(ended: Referral, session: Session, database: Database) -> None:
    former = FormerCourse(case_id=ended.id, ended_on=TODAY, reason=ClosingReason.COMPLETED)
    assert session.former_courses.latest(ended.patient_id) == former
    begun = session.referrals.receive(ended.patient_id, ON_THEIR_OWN, comes_back=True)
    (back,) = session.former_courses.of_patient(ended.patient_id)
    assert (back.former, back.case_id, back.source) == (former, begun.id, ReferralSource.SELF)
    row = database.row("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT 1")
    assert row is not None
    assert tuple(row.values()) == ("read_referral", "former=1")


def test_a_new_assessment_is_linked_with_its_own_source_and_occasion(
    ended: Referral, session: Session, einer: Patient
) -> None:
    begun = session.assessments.start(einer, LATE_EFFECTS, comes_back=True)
    (back,) = session.former_courses.of_patient(einer.id)
    assert (back.assessment_id, back.former.case_id) == (begun.id, ended.id)
    assert (back.occasion, back.source) == (Occasion.LATE_EFFECTS, ReferralSource.GENERAL_PRACTICE)


@pytest.mark.usefixtures("ended")
def test_who_began_by_mistake_and_began_again_came_back_once(session: Session, einer: Patient) -> None:
    session.assessments.cancel(session.assessments.start(einer, LATE_EFFECTS, comes_back=True))
    again = session.assessments.start(einer, LATE_EFFECTS, comes_back=True)
    assert [back.assessment_id for back in session.former_courses.of_patient(einer.id)] == [again.id]


def test_what_is_not_to_be_linked_stands_alone(ended: Referral, session: Session) -> None:
    session.referrals.receive(ended.patient_id, ON_THEIR_OWN)
    assert session.former_courses.of_patient(ended.patient_id) == ()


def test_whether_an_open_case_goes_on_from_an_earlier_course_can_be_put_right(
    ended: Referral, session: Session, database: Database
) -> None:
    case = session.referrals.receive(ended.patient_id, ON_THEIR_OWN)
    courses = session.former_courses
    assert courses.before(case.id) == FormerCourse(case_id=ended.id, ended_on=TODAY, reason=ClosingReason.COMPLETED)
    for comes_back, said in ((True, "yes"), (True, "yes"), (False, "no"), (True, "yes")):
        courses.link(case.id, comes_back=comes_back)
        rows = database.rows("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT 1")
        assert [tuple(row.values()) for row in rows] == [("correct_referral", f"comes_back={said}")]
        assert [back.case_id for back in courses.of_patient(ended.patient_id)] == [case.id] * comes_back


def test_what_a_closed_case_went_on_from_stays(ended: Referral, session: Session) -> None:
    case = session.referrals.receive(ended.patient_id, ON_THEIR_OWN, comes_back=True)
    session.referrals.close(case, ClosingReason.MOVED)
    assert session.former_courses.before(case.id) is None
    with pytest.raises(PermissionDenied, match=r"referral\.closed"):
        session.former_courses.link(case.id, comes_back=False)
    assert len(session.former_courses.of_patient(ended.patient_id)) == 1


def test_the_first_case_and_one_that_began_before_the_other_course_ended_go_on_from_nothing(
    session: Session, einer: Patient, clock: StandingClock
) -> None:
    plan = begun_plan(session, einer)
    case = session.referrals.receive(einer.id, FROM_HOSPITAL)
    assert session.former_courses.before(case.id) is None
    clock.advance(timedelta(days=1))
    session.plans.end(plan, clock().date(), ClosingReason.COMPLETED)
    assert session.former_courses.before(case.id) is None


def test_in_the_middle_of_a_course_there_is_nothing_to_come_back_to(session: Session, einer: Patient) -> None:
    assert session.former_courses.latest(einer.id) is None
    session.referrals.receive(einer.id, FROM_HOSPITAL, comes_back=True)
    assert session.former_courses.latest(einer.id) is None
    session.assessments.start(einer, LATE_EFFECTS, comes_back=True)
    assert session.former_courses.of_patient(einer.id) == ()


def test_a_plan_without_a_case_is_a_course_too(session: Session, einer: Patient) -> None:
    plan = begun_plan(session, einer)
    session.plans.end(plan, TODAY, ClosingReason.COMPLETED)
    session.referrals.receive(einer.id, ON_THEIR_OWN, comes_back=True)
    (back,) = session.former_courses.of_patient(einer.id)
    assert back.former == FormerCourse(plan_id=plan.id, ended_on=TODAY)


def test_the_new_course_is_counted_once_with_its_own_source(
    ended: Referral, session: Session, einer: Patient, database: Database
) -> None:
    case = session.referrals.receive(ended.patient_id, ON_THEIR_OWN, comes_back=True)
    session.referrals.note_attempt(case, ContactOutcome.REACHED)
    begun_plan(session, einer)
    counted = database.rows("SELECT source, count(*) AS courses FROM indicator_courses GROUP BY source ORDER BY source")
    assert [tuple(row.values()) for row in counted] == [("hospital", 1), ("self", 1)]


def test_the_store_takes_no_link_to_a_course_that_goes_on_or_is_somebody_elses(
    ended: Referral, session: Session, database: Database, patients: dict[str, Patient]
) -> None:
    max_ = patients["Max Test Berggren"]
    case = session.referrals.receive(max_.id, FROM_HOSPITAL)
    course = FormerCourse(case_id=ended.id, ended_on=TODAY)
    with pytest.raises(WorldError):
        add_return(database, max_.id, course, case_id=case.id)
    begun = session.referrals.receive(ended.patient_id, ON_THEIR_OWN)
    with pytest.raises(WorldError):
        add_return(database, max_.id, FormerCourse(case_id=begun.id, ended_on=TODAY), case_id=case.id)


def test_whoever_asks_what_is_known_of_them_is_told_that_they_came_back(ended: Referral, session: Session) -> None:
    session.referrals.receive(ended.patient_id, ON_THEIR_OWN, comes_back=True)
    record = session.records.read(ended.patient_id, reference_data.words("da"))
    told = "23-11-2026, borgeren selv, efter et forløb, der sluttede 23-11-2026, forløbet er gennemført"
    assert dict(record._facts())["Kom igen"] == told
