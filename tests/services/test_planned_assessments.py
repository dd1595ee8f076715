"""The due list: what a signed back page plans comes onto it, and the next signed one takes it off."""

from datetime import date

import pytest

from needsform.models.assessment import Assessment
from needsform.models.care_plan import CarePlan
from needsform.models.patient import Patient
from needsform.models.planned_assessment import PlannedDue, day_of
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.ward import first_talk

TODAY = date(2026, 11, 23)


def signed(session: Session, patient: Patient, planned: str = "") -> Assessment:
    draft = session.assessments.start(patient, first_talk())
    pages = session.back_pages
    written = pages.save(session.front_pages.complete(draft), CarePlan(next_assessment=planned))
    return pages.sign(pages.conclude_no_need(written))


def listed(session: Session) -> list[tuple[str, str]]:
    return [(row.patient_name, row.planned) for row in session.planned_assessments.due()]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("14-12-2026", date(2026, 12, 14)),
        ("14.12.26", date(2026, 12, 14)),
        ("2026-12-14", date(2026, 12, 14)),
        ("ved afslutning", None),
        ("31-02-2027", None),
        ("", None),
    ],
)
def test_a_day_is_read_and_an_occasion_is_left_as_it_is(written: str, day: date | None) -> None:
    assert day_of(written) == day


def test_days_come_first_the_earliest_first_and_then_occasions(session: Session, patients: dict[str, Patient]) -> None:
    einer, max_, lonni, *_ = patients.values()
    signed(session, max_, "ved afslutning af behandling")
    signed(session, einer, "20-12-2026")
    signed(session, lonni, "01-11-2026")
    assert [planned for _, planned in listed(session)] == ["01-11-2026", "20-12-2026", "ved afslutning af behandling"]
    dues = [row.due(TODAY) for row in session.planned_assessments.due()]
    assert dues == [PlannedDue.OVERDUE, PlannedDue.COMING, PlannedDue.ON_OCCASION]


def test_what_is_more_than_a_month_away_waits(session: Session, einer: Patient) -> None:
    signed(session, einer, "14-04-2027")
    assert listed(session) == []


def test_a_new_assessment_takes_it_off_while_it_is_under_way_and_for_good_when_signed(
    session: Session, einer: Patient
) -> None:
    signed(session, einer, "01-12-2026")
    begun = session.assessments.start(einer, first_talk())
    assert listed(session) == []
    session.assessments.cancel(begun)
    assert listed(session) == [(einer.name, "01-12-2026")]
    signed(session, einer, "15-12-2026")
    assert listed(session) == [(einer.name, "15-12-2026")]
    signed(session, einer)
    assert listed(session) == []


def test_a_new_revision_plans_anew(session: Session, einer: Patient) -> None:
    first = signed(session, einer, "01-12-2026")
    again = session.front_pages.complete(session.assessments.reopen(first, "Anden dato"))
    pages = session.back_pages
    written = pages.save(again, CarePlan(next_assessment="08-12-2026"))
    pages.sign(pages.conclude_no_need(written))
    assert listed(session) == [(einer.name, "08-12-2026")]


def test_what_is_not_needed_leaves_the_list_with_one_row(session: Session, einer: Patient, database: Database) -> None:
    signed(session, einer, "01-12-2026")
    (planned,) = session.planned_assessments.due()
    session.planned_assessments.dismiss(planned)
    session.planned_assessments.dismiss(planned)
    assert listed(session) == []
    found = database.rows("SELECT patient_id FROM audit_events WHERE action = 'dismiss_planned'")
    assert [row["patient_id"] for row in found] == [einer.id]


def again(session: Session, first: Assessment, planned: str) -> Assessment:
    """The same sheet, opened and signed once more."""
    opened = session.front_pages.complete(session.assessments.reopen(first, "Telefonnummer"))
    pages = session.back_pages
    plan = (opened.care_plan or CarePlan()).model_copy(update={"next_assessment": planned})
    return pages.sign(pages.conclude_no_need(pages.save(opened, plan)))


def test_what_is_not_needed_stays_away_when_the_same_is_signed_again(session: Session, einer: Patient) -> None:
    first = signed(session, einer, "01-12-2026")
    (planned,) = session.planned_assessments.due()
    session.planned_assessments.dismiss(planned)
    second = again(session, first, "01-12-2026")
    assert listed(session) == []
    third = again(session, second, "08-12-2026")
    assert listed(session) == [(einer.name, "08-12-2026")]
    again(session, again(session, third, ""), "08-12-2026")
    assert listed(session) == [(einer.name, "08-12-2026")]


def test_what_a_cancelled_assessment_planned_gives_way_to_the_plan_before(session: Session, einer: Patient) -> None:
    signed(session, einer, "ved afslutning")
    mistaken = signed(session, einer, "14-12-2026")
    session.assessments.cancel(session.assessments.reopen(mistaken, "Forkert borger"))
    assert listed(session) == [(einer.name, "ved afslutning")]
    (planned,) = session.planned_assessments.due()
    session.planned_assessments.dismiss(planned)
    session.assessments.cancel(session.assessments.start(einer, first_talk()))
    assert listed(session) == []
