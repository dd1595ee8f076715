"""The call three to four weeks after treatment: due in its week, tried, made, and every act in the trace."""

from datetime import date, timedelta

import pytest

from needsform.models.errors import PermissionDenied, WorldError
from needsform.models.follow_up_call import CallDue
from needsform.models.patient import Patient
from needsform.models.referral import ContactOutcome
from needsform.services.session import Session
from needsform.storage.database import Database

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
