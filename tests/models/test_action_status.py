"""What became of an action: said by the back page at first, and then by whoever asked last."""

from datetime import date, datetime

import pytest

from needsform.models.action_status import ActionNote, ActionStatus, about, followed
from needsform.models.care_plan import Activity, ActivityKind, CarePlan
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.errors import InputError
from needsform.models.identity import LinkId
from needsform.models.practitioner import Signature
from tests.clock import COPENHAGEN
from tests.models.test_timeline import held

BY = Signature(name="Karin Prøve")
TRAINING = Activity(text="Holdtræning", topics=(LinkId("fatigue"),))
ADVICE = Activity(kind=ActivityKind.STARTED, text="Socialrådgiver", topics=(LinkId("work"), LinkId("economy")))


def talk(day: int, *activities: Activity) -> EarlierAssessment:
    return held(day).model_copy(update={"care_plan": CarePlan(activities=activities)})


def at(day: int) -> datetime:
    return datetime(2026, 12, day, 10, 0, tzinfo=COPENHAGEN)


def test_an_action_is_planned_until_somebody_says_otherwise_and_a_started_one_is_begun() -> None:
    actions = followed([talk(1, TRAINING, ADVICE)], ())
    assert [action.status for action in actions] == [ActionStatus.PLANNED, ActionStatus.BEGUN]
    assert all(action.is_open and action.noted_on is None for action in actions)


def test_no_action_now_and_empty_rows_are_no_actions() -> None:
    nothing = Activity(kind=ActivityKind.NO_ACTION_NOW, text="Vil selv ringe")
    assert followed([talk(1, nothing, Activity())], ()) == ()


def test_the_last_note_holds() -> None:
    (action,) = followed([talk(1, TRAINING)], ())
    notes = (
        action.noted(ActionStatus.BEGUN, "", at(1), BY),
        action.noted(ActionStatus.DROPPED, " for langt at køre ", at(9), BY),
    )
    (now,) = followed([talk(1, TRAINING)], notes)
    assert (now.status, now.reason, now.noted_on) == (ActionStatus.DROPPED, "for langt at køre", date(2026, 12, 9))
    assert not now.is_open


@pytest.mark.parametrize("reason", ["", "   "])
def test_nothing_is_dropped_without_why(reason: str) -> None:
    (action,) = followed([talk(1, TRAINING)], ())
    with pytest.raises(InputError) as error:
        action.noted(ActionStatus.DROPPED, reason, at(1), BY)
    assert (error.value.message.message_id, error.value.field) == ("action.reason_missing", "reason")


def test_a_note_stays_with_the_talk_and_the_words_it_is_about() -> None:
    (old,) = followed([talk(1, TRAINING)], ())
    note: ActionNote = old.noted(ActionStatus.DONE, "", at(1), BY)
    reworded = TRAINING.model_copy(update={"text": "Holdtræning i vand"})
    newest, before = followed([talk(1, TRAINING), talk(20, TRAINING)], [note])
    assert (newest.agreed_on.day, newest.status) == (20, ActionStatus.PLANNED)
    assert (before.agreed_on.day, before.status) == (1, ActionStatus.DONE)
    (other,) = followed([talk(1, reworded)], [note])
    assert other.status is ActionStatus.PLANNED


def test_actions_are_found_by_what_they_are_about() -> None:
    actions = followed([talk(1, TRAINING, ADVICE)], ())
    assert [action.activity.text for action in about(LinkId("economy"), actions)] == ["Socialrådgiver"]
    assert about(LinkId("sleep"), actions) == ()
