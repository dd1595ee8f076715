"""Records go when they are old enough and an administrator says so; what is to stay stays."""

from datetime import datetime, timedelta

import pytest

from needsform.models.assessment import Assessment, Offered
from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.retention import DueCause, RetentionRule
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.clock import COPENHAGEN, StandingClock
from tests.ward import all_delivered, citizen, first_talk


def settle(session: Session, clock: StandingClock, days: float) -> None:
    """Time passes, with the program used now and then, so that the clock is believed."""
    left = timedelta(days=days)
    while left > timedelta(0):
        clock.advance(min(left, timedelta(days=29)))
        left -= timedelta(days=29)
        session.patients.find("nobody")


def names(session: Session) -> dict[str, DueCause]:
    """Who would go, and by which part of the rule."""
    return {found.name.split()[0]: found.cause for found in session.retention.due() if not found.held_because}


def handed_over(session: Session, patient: Patient) -> Assessment:
    """An assessment through to the end."""
    done = session.front_pages.complete(session.assessments.start(patient, first_talk()))
    plan = CarePlan(conclusion=Conclusion.NO_NEED, told_that_authority_decides=True)
    written = session.back_pages.save(done, plan)
    signed = session.back_pages.sign(session.back_pages.conclude_no_need(written))
    return all_delivered(session, signed)


def test_nothing_is_old_enough_on_the_first_day(session: Session, draft: Assessment) -> None:
    assert session.retention.due() == ()
    assert session.retention.rule() == RetentionRule(years=10, days_after_hand_over=None)
    assert not draft.is_front_locked


def test_ten_years_after_the_last_act_a_record_is_due(
    session: Session, draft: Assessment, einer: Patient, clock: StandingClock
) -> None:
    clock.advance(timedelta(days=200))
    session.assessments.cancel(draft)  # the end of it, and not its beginning, is what counts
    settle(session, clock, 3650)
    assert "Einer" not in names(session)
    assert names(session)["Max"] is DueCause.YEARS  # registered, and never assessed
    settle(session, clock, 30)
    assert names(session)["Einer"] is DueCause.YEARS
    (found,) = (one for one in session.retention.due() if one.patient_id == einer.id)
    assert (found.assessments, found.identifier) == (1, einer.identifier.shown)
    assert found.last_at == datetime(2027, 6, 11, 11, 42, tzinfo=COPENHAGEN)


def test_a_tick_counts_and_a_look_does_not(session: Session, draft: Assessment, clock: StandingClock) -> None:
    session.retention.change_rule(RetentionRule(years=1))
    settle(session, clock, 300)
    session.front_pages.set_answer(draft, LinkId("fatigue.problem"), True)
    settle(session, clock, 300)
    session.assessments.get(draft.id)
    assert "Einer" not in names(session)
    settle(session, clock, 80)
    assert "Einer" in names(session)


def test_days_after_everything_was_handed_over(session: Session, clock: StandingClock) -> None:
    einer = session.patients.register(citizen())
    session.retention.change_rule(RetentionRule(years=10, days_after_hand_over=30))
    handed_over(session, einer)
    settle(session, clock, 29)
    assert names(session) == {}
    settle(session, clock, 1)
    assert names(session) == {"Einer": DueCause.HANDED_OVER}
    session.assessments.start(einer, first_talk())
    settle(session, clock, 60)
    assert names(session) == {}  # something is unfinished


def test_what_was_never_handed_over_waits_for_the_years(session: Session, clock: StandingClock) -> None:
    session.retention.change_rule(RetentionRule(days_after_hand_over=1))
    declined = session.assessments.start(session.patients.register(citizen()), first_talk())
    session.assessments.decline(declined, Offered.DECLINED)
    settle(session, clock, 60)
    assert names(session) == {}


def test_a_record_that_is_to_stay_is_named_with_its_reason(
    session: Session, einer: Patient, clock: StandingClock, database: Database
) -> None:
    session.retention.change_rule(RetentionRule(years=1))
    session.retention.place_hold(einer.id, "  a complaint\nin writing ")
    settle(session, clock, 370)
    (kept,) = (found for found in session.retention.due() if found.patient_id == einer.id)
    assert kept.held_because == "a complaint in writing"
    hold = session.retention.hold(einer.id)
    assert hold is not None
    assert hold.reason == "a complaint in writing"
    with pytest.raises(WorldError):
        database.execute("DELETE FROM patients WHERE id = ?", [einer.id])
    session.retention.lift_hold(einer.id)
    assert session.retention.hold(einer.id) is None
    assert "Einer" in names(session)


def test_a_hold_needs_a_reason_and_somebody(session: Session, einer: Patient) -> None:
    with pytest.raises(InputError) as error:
        session.retention.place_hold(einer.id, " \n")
    assert error.value.field == "reason"
    with pytest.raises(WorldError) as unknown:
        session.retention.place_hold(type(einer.id)("f" * 32), "a complaint")
    assert unknown.value.message.message_id == "patient.unknown"


def test_a_clock_that_leaps_makes_nobody_old(session: Session, einer: Patient, clock: StandingClock) -> None:
    clock.advance(timedelta(days=366 * 12))
    session.patients.get(einer.id)
    with pytest.raises(WorldError) as error:
        session.retention.due()
    assert error.value.message.message_id == "retention.clock"


@pytest.mark.parametrize(
    ("rule", "field"),
    [(RetentionRule(years=0), "years"), (RetentionRule(years=51), "years"), (RetentionRule(10, 0), "days")],
)
def test_a_rule_has_bounds(session: Session, rule: RetentionRule, field: str) -> None:
    with pytest.raises(InputError) as error:
        session.retention.change_rule(rule)
    assert error.value.field == field
    assert session.retention.rule() == RetentionRule()


def test_every_act_leaves_its_row(session: Session, einer: Patient, database: Database) -> None:
    session.retention.change_rule(RetentionRule(5, 90))
    session.retention.place_hold(einer.id, "a complaint")
    session.retention.lift_hold(einer.id)
    session.retention.due()
    rows = database.rows("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT 4")
    assert [(row["action"], row["detail"]) for row in reversed(rows)] == [
        ("change_retention", "years=5 days=90"),
        ("place_hold", ""),
        ("lift_hold", ""),
        ("review_retention", "found=0"),
    ]
