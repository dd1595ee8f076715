"""The call three to four weeks after treatment: due in its week, tried, made, and every act in the trace."""

from datetime import date, timedelta

import pytest

from needsform.models.assessment import Assessment
from needsform.models.care_plan import Activity, ActivityKind, CarePlan, Need, Responsible, ResponsibleType
from needsform.models.errors import PermissionDenied, WorldError
from needsform.models.follow_up_call import CallDue, asks_for_call
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.referral import ContactOutcome
from needsform.models.site import SiteKind
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.clock import StandingClock
from tests.ward import first_talk

ENDED = date(2026, 11, 2)


def test_it_is_due_from_three_to_four_weeks_after_treatment(session: Session, einer: Patient) -> None:
    call = session.follow_up_calls.plan(einer.id, ENDED)
    assert (call.due_from, call.due_by) == (date(2026, 11, 23), date(2026, 11, 30))
    days = (date(2026, 11, 22), date(2026, 11, 23), date(2026, 11, 30), date(2026, 12, 1))
    assert [call.due(day) for day in days] == [CallDue.WAITING, CallDue.DUE, CallDue.DUE, CallDue.OVERDUE]


def test_what_is_due_first_stands_first(session: Session, patients: dict[str, Patient]) -> None:
    einer, max_ = patients["Einer Test Lauridsen"], patients["Max Test Berggren"]
    session.follow_up_calls.plan(einer.id, ENDED + timedelta(days=3))
    session.follow_up_calls.plan(max_.id, ENDED)
    assert [row.patient_name for row in session.follow_up_calls.to_make()] == [max_.name, einer.name]


def test_it_stays_on_the_list_until_the_citizen_is_reached(session: Session, einer: Patient) -> None:
    calls = session.follow_up_calls
    tried = calls.note(calls.plan(einer.id, ENDED), ContactOutcome.NO_ANSWER, "ringer igen i morgen")
    assert [row.call for row in calls.to_make()] == [tried]
    made = calls.note(tried, ContactOutcome.REACHED)
    assert calls.to_make() == ()
    assert made.due(ENDED) is CallDue.DONE
    with pytest.raises(PermissionDenied):
        calls.note(made, ContactOutcome.NO_ANSWER)
    assert calls.of_patient(einer.id) == (made,)


def test_a_call_that_is_not_wanted_leaves_the_list_and_another_can_be_planned(session: Session, einer: Patient) -> None:
    calls = session.follow_up_calls
    call = calls.plan(einer.id, ENDED)
    with pytest.raises(PermissionDenied) as error:
        calls.plan(einer.id, ENDED)
    assert error.value.message.message_id == "call.open_already"
    calls.cancel(call)
    assert calls.to_make() == ()
    assert calls.plan(einer.id, ENDED).is_open


def test_two_who_note_at_once_do_not_overwrite_each_other(session: Session, einer: Patient, database: Database) -> None:
    calls = session.follow_up_calls
    call = calls.plan(einer.id, ENDED)
    calls.note(call, ContactOutcome.REACHED)
    with pytest.raises(WorldError):
        calls.note(call, ContactOutcome.NO_ANSWER)
    with pytest.raises(WorldError), database.atomic():
        database.execute("UPDATE follow_up_calls SET is_open = 1")


def test_every_act_leaves_one_row(session: Session, einer: Patient, database: Database) -> None:
    calls = session.follow_up_calls
    calls.cancel(calls.note(calls.plan(einer.id, ENDED), ContactOutcome.NO_ANSWER))
    calls.to_make()
    calls.of_patient(einer.id)
    rows = database.rows("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT 5")
    assert [(row["action"], row["detail"]) for row in rows][::-1] == [
        ("plan_call", ""),
        ("note_call", "no_answer"),
        ("note_call", "cancelled"),
        ("list_work", "calls"),
        ("read_patient", "calls=1"),
    ]


# Asked for on a back page ---------------------------------------------------------------------------------------------

CALL = Activity(kind=ActivityKind.FOLLOW_UP_CALL)


def signed_with(session: Session, assessment: Assessment, *activities: Activity) -> Assessment:
    """The sheet, signed with these actions and nothing else."""
    pages = session.back_pages
    plan = CarePlan(needs=(Need(topic=LinkId("fatigue")),), activities=activities, told_that_authority_decides=True)
    written = pages.save(session.front_pages.complete(assessment), plan)
    return pages.sign(pages.complete(written))


def reopened(session: Session, signed: Assessment) -> Assessment:
    return session.assessments.reopen(signed, "Handlingen skal rettes")


def test_an_action_of_that_kind_puts_a_call_on_the_list_that_waits_for_its_day(
    session: Session, einer: Patient, draft: Assessment, database: Database
) -> None:
    signed_with(session, draft, CALL)
    (row,) = session.follow_up_calls.to_make()
    assert (row.patient_name, row.call.due(ENDED), row.call.due_by) == (einer.name, CallDue.NO_DAY, None)
    found = database.rows("SELECT action FROM audit_events ORDER BY seq DESC LIMIT 3")
    assert [event["action"] for event in found] == ["list_work", "plan_call", "sign"]
    dated = session.follow_up_calls.plan(einer.id, ENDED)
    assert (dated.id, dated.due_by) == (row.call.id, date(2026, 11, 30))
    with pytest.raises(PermissionDenied, match=r"call\.open_already"):
        session.follow_up_calls.plan(einer.id, ENDED)


def test_signing_again_doubles_nothing_and_brings_nothing_back(session: Session, draft: Assessment) -> None:
    calls = session.follow_up_calls
    first = signed_with(session, draft, CALL)
    second = signed_with(session, reopened(session, first), CALL)
    (row,) = calls.to_make()
    calls.cancel(row.call)
    signed_with(session, reopened(session, second), CALL)
    assert calls.to_make() == ()
    assert len(calls.of_patient(draft.patient_id)) == 1


def test_an_action_that_is_put_right_takes_its_call_off_again(session: Session, draft: Assessment) -> None:
    first = signed_with(session, draft, CALL)
    second = signed_with(session, reopened(session, first), Activity(text="Holdtræning"))
    assert session.follow_up_calls.to_make() == ()
    signed_with(session, reopened(session, second), CALL)
    assert len(session.follow_up_calls.to_make()) == 1


def test_an_assessment_that_is_cancelled_takes_its_call_off_again(session: Session, draft: Assessment) -> None:
    session.assessments.cancel(reopened(session, signed_with(session, draft, CALL)))
    assert session.follow_up_calls.to_make() == ()


def test_a_call_that_somebody_put_on_the_list_or_has_tried_stays(
    session: Session, einer: Patient, draft: Assessment
) -> None:
    session.follow_up_calls.plan(einer.id, ENDED)
    first = signed_with(session, draft, CALL)
    (row,) = session.follow_up_calls.to_make()
    assert row.call.treatment_ended_on == ENDED  # the day was known on the card
    signed_with(session, reopened(session, first), Activity(text="Holdtræning"))
    assert [row.call.id for row in session.follow_up_calls.to_make()] == [row.call.id]


def test_a_day_that_is_known_on_the_card_counts_while_its_weeks_have_not_passed(
    session: Session, einer: Patient, draft: Assessment, clock: StandingClock
) -> None:
    calls = session.follow_up_calls
    calls.note(calls.plan(einer.id, ENDED), ContactOutcome.REACHED)
    signed_with(session, draft, CALL)
    (row,) = calls.to_make()
    assert row.call.treatment_ended_on == ENDED
    calls.note(row.call, ContactOutcome.REACHED)
    clock.advance(timedelta(days=60))
    signed_with(session, session.assessments.start(einer, first_talk()), CALL)
    (later,) = calls.to_make()
    assert later.call.treatment_ended_on is None


@pytest.mark.parametrize(
    ("by", "place", "is_signed_here", "is_asked"),
    [
        (None, SiteKind.HOSPITAL, True, True),
        (None, SiteKind.MUNICIPALITY, False, False),
        (ResponsibleType.MUNICIPALITY, SiteKind.HOSPITAL, True, False),
        (ResponsibleType.MUNICIPALITY, SiteKind.MUNICIPALITY, False, True),
        (ResponsibleType.GENERAL_PRACTICE, SiteKind.MUNICIPALITY, True, False),
        (ResponsibleType.OTHER, SiteKind.MUNICIPALITY, True, True),
    ],
)
def test_the_call_rests_with_whom_it_names_and_else_with_who_signs(
    by: ResponsibleType | None, place: SiteKind, is_signed_here: bool, is_asked: bool
) -> None:
    plan = CarePlan(activities=(CALL.model_copy(update={"responsible": Responsible(type=by)}),))
    assert asks_for_call(plan, place, is_signed_here=is_signed_here) is is_asked
    assert not asks_for_call(CarePlan(activities=(Activity(text="Holdtræning"),)), place, is_signed_here=is_signed_here)
