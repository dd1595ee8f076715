"""Cases at a municipality: received, contacted within three working days, closed; each act leaves a row."""

from datetime import date, timedelta

import pytest

from needsform.models.assessment import ReferralSource
from needsform.models.errors import InputError, PermissionDenied, WorldError
from needsform.models.identity import PatientId
from needsform.models.inbox import ReferralDetails
from needsform.models.patient import Patient
from needsform.models.referral import ClosingReason, ContactOutcome, Referral, ReferralStatus
from needsform.models.working_days import WorkingDays
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.clock import StandingClock

FROM_HOSPITAL = ReferralDetails(
    source=ReferralSource.HOSPITAL,
    sender="Kræftafdelingen, Test Universitetshospital",
    sender_contact="Karin Prøve, +45 70 00 00 00",
    informed_on=date(2026, 11, 20),
)


@pytest.fixture
def case(session: Session, einer: Patient) -> Referral:
    """The hospital told of Einer on Friday; today is Monday."""
    return session.referrals.receive(einer.id, FROM_HOSPITAL)


def last_row(database: Database) -> tuple[object, ...]:
    """The newest row of the trace."""
    row = database.row("SELECT action, patient_id, detail FROM audit_events ORDER BY seq DESC LIMIT 1")
    assert row is not None
    return tuple(row.values())


def test_a_case_begins_with_the_last_day_of_contact_fixed(case: Referral, session: Session, database: Database) -> None:
    assert case.contact_by == date(2026, 11, 25)
    assert last_row(database) == ("receive_referral", case.patient_id, "hospital")
    assert session.referrals.get(case.id) == case
    assert last_row(database) == ("read_referral", case.patient_id, "")


def test_a_case_keeps_its_day_when_the_site_counts_differently_later(case: Referral, session: Session) -> None:
    counted = WorkingDays(saturday_counts=True)
    session.change_site(session.site.model_copy(update={"working_days": counted}))
    assert session.referrals.contact_by(date(2026, 11, 20)) == date(2026, 11, 24)
    assert session.referrals.get(case.id).contact_by == date(2026, 11, 25)


def test_the_day_of_a_case_is_put_right_and_the_last_day_of_contact_follows(
    case: Referral, session: Session, database: Database
) -> None:
    corrected = session.referrals.correct_day(case, date(2026, 11, 19))
    assert (corrected.informed_on, corrected.contact_by) == (date(2026, 11, 19), date(2026, 11, 24))
    row = ("correct_referral", case.patient_id, "informed_on=2026-11-20 now=2026-11-19")
    assert last_row(database) == row
    assert session.referrals.correct_day(corrected, corrected.informed_on) == corrected
    assert last_row(database) == row
    with pytest.raises(WorldError, match=r"referral\.changed_elsewhere"):
        session.referrals.correct_day(case, date(2026, 11, 18))


def test_the_day_of_a_case_is_never_one_to_come_and_stays_once_it_is_closed(case: Referral, session: Session) -> None:
    with pytest.raises(InputError) as caught:
        session.referrals.correct_day(case, date(2026, 11, 24))
    assert (caught.value.message.message_id, caught.value.field) == ("referral.informed_later", "informed_on")
    closed = session.referrals.close(case, ClosingReason.MOVED)
    with pytest.raises(PermissionDenied, match=r"referral\.closed"):
        session.referrals.correct_day(closed, date(2026, 11, 19))


def test_nobody_is_contacted_before_the_place_has_heard_of_them(
    case: Referral, session: Session, clock: StandingClock
) -> None:
    tried = session.referrals.note_attempt(case, ContactOutcome.REACHED)
    clock.advance(timedelta(days=7))
    with pytest.raises(InputError) as caught:
        session.referrals.correct_day(tried, clock().date())
    assert (caught.value.message.message_id, caught.value.field) == ("referral.informed_after", "informed_on")
    assert session.referrals.correct_day(tried, date(2026, 11, 23)).informed_on == date(2026, 11, 23)


def test_the_inbox_is_ordered_by_what_is_due(
    session: Session, patients: dict[str, Patient], clock: StandingClock
) -> None:
    names = ("Lonni Test Lauridsen", "Max Test Berggren", "Else Test Lauridsen")
    days = (date(2026, 11, 23), date(2026, 11, 17), date(2026, 11, 19))
    for name, day in zip(names, days, strict=True):
        session.referrals.receive(patients[name].id, FROM_HOSPITAL.model_copy(update={"informed_on": day}))
    waiting = session.referrals.inbox().to_contact
    assert [row.patient_name for row in waiting] == [names[1], names[2], names[0]]
    overdue = [row.referral.is_overdue(clock().date()) for row in waiting]
    assert overdue == [True, False, False]
    assert session.referrals.waiting() == 3


def test_attempts_are_kept_one_line_each_and_the_first_that_reaches_the_citizen_is_contact(
    case: Referral, session: Session, clock: StandingClock, database: Database
) -> None:
    tried = session.referrals.note_attempt(case, ContactOutcome.NO_ANSWER, "ringede\nkl. 10")
    assert last_row(database) == ("note_contact", case.patient_id, "no_answer")
    clock.advance(timedelta(hours=3))
    reached = session.referrals.note_attempt(tried, ContactOutcome.REACHED)
    assert [(a.outcome, a.note, a.by.name) for a in reached.attempts] == [
        (ContactOutcome.NO_ANSWER, "ringede kl. 10", "Karin Prøve"),
        (ContactOutcome.REACHED, "", "Karin Prøve"),
    ]
    assert (reached.status, reached.contacted_at) == (ReferralStatus.CONTACTED, clock())
    inbox = session.referrals.inbox()
    assert (inbox.to_contact, [row.referral.id for row in inbox.contacted]) == ((), [case.id])
    assert session.referrals.waiting() == 0


def test_a_case_is_closed_with_a_reason_and_stays_closed(case: Referral, session: Session, database: Database) -> None:
    with pytest.raises(InputError) as caught:
        session.referrals.close(case, ClosingReason.OTHER, "  ")
    assert (caught.value.message.message_id, caught.value.field) == ("referral.reason_missing", "note")
    closed = session.referrals.close(case, ClosingReason.MOVED, "til Skive")
    assert last_row(database) == ("close_referral", case.patient_id, "moved")
    with pytest.raises(PermissionDenied, match=r"referral\.closed"):
        session.referrals.note_attempt(closed, ContactOutcome.REACHED)
    assert session.referrals.of_patient(case.patient_id) == (closed,)
    assert last_row(database) == ("read_referral", case.patient_id, "found=1")


def test_a_citizen_has_one_open_case_at_a_time(case: Referral, session: Session) -> None:
    with pytest.raises(InputError, match=r"referral\.open_already"):
        session.referrals.receive(case.patient_id, FROM_HOSPITAL)
    session.referrals.close(case, ClosingReason.COMPLETED)
    again = session.referrals.receive(case.patient_id, FROM_HOSPITAL)
    assert [found.id for found in session.referrals.of_patient(case.patient_id)] == [again.id, case.id]


def test_two_colleagues_cannot_overwrite_each_other(case: Referral, session: Session) -> None:
    session.referrals.note_attempt(case, ContactOutcome.NO_ANSWER)
    with pytest.raises(WorldError, match=r"referral\.changed_elsewhere"):
        session.referrals.note_attempt(case, ContactOutcome.MESSAGE_LEFT)
    assert len(session.referrals.get(case.id).attempts) == 1


def test_nobody_can_have_told_us_tomorrow(session: Session, einer: Patient) -> None:
    later = FROM_HOSPITAL.model_copy(update={"informed_on": date(2026, 11, 24)})
    with pytest.raises(InputError) as caught:
        session.referrals.receive(einer.id, later)
    assert (caught.value.message.message_id, caught.value.field) == ("referral.informed_later", "informed_on")
    with pytest.raises(WorldError, match=r"patient\.unknown"):
        session.referrals.receive(PatientId("nobody"), FROM_HOSPITAL)


def test_looking_at_the_inbox_leaves_a_row(session: Session, database: Database) -> None:
    session.referrals.inbox()
    assert last_row(database) == ("list_inbox", None, "")
