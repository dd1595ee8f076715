"""The trace cannot be changed without a mark, and what is in it is in the store with the act itself."""

from datetime import datetime
from random import Random

import pytest

from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.identity import AssessmentId, PatientId, PractitionerId
from needsform.storage import audit
from needsform.storage.database import Database
from tests.clock import StandingClock

ROWS = 40
TRIALS = 200


@pytest.fixture
def trace(database: Database, clock: StandingClock) -> Database:
    """A store with a day's trace."""
    actions = list(Action)
    with database.atomic():
        for number in range(ROWS):
            event = AuditEvent(
                action=actions[number % len(actions)],
                actor=Actor.STAFF,
                practitioner_id=PractitionerId("karin"),
                patient_id=PatientId(f"p{number % 3}") if number % 4 else None,
                assessment_id=AssessmentId("a") if number % 5 else None,
                detail=f"copy=citizen revision={number}",
            )
            audit.record(database, event, clock())
    return database


def without_triggers(database: Database) -> Database:
    """As somebody has the store who knows the key and a database tool."""
    for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%'"):
        database.execute(f"DROP TRIGGER {row['name']!s}")
    return database


def test_rows_are_numbered_and_carry_the_time_with_its_zone(trace: Database, clock: StandingClock) -> None:
    rows = trace.rows("SELECT seq, recorded_at FROM audit_events ORDER BY seq")
    assert [row["seq"] for row in rows] == list(range(1, ROWS + 1))
    assert {row["recorded_at"] for row in rows} == {"2026-11-23T10:42:00+01:00"}
    assert datetime.fromisoformat(str(rows[0]["recorded_at"])) == clock()


def test_an_untouched_trace_holds(trace: Database) -> None:
    assert audit.first_broken_link(trace) is None


def test_an_empty_trace_holds(database: Database) -> None:
    assert audit.first_broken_link(database) is None


def test_every_way_of_changing_the_trace_but_cutting_its_end_is_found(trace: Database) -> None:
    """Cutting the end leaves no mark in the chain; the anchor outside the store is for that."""
    tampered, chance = without_triggers(trace), Random(15)
    columns = [str(column["name"]) for column in tampered.rows("PRAGMA table_info(audit_events)")]
    for _ in range(TRIALS):
        tampered.execute("BEGIN")
        row, way = chance.randrange(1, ROWS), chance.choice(("alter", "remove", "swap"))
        if way == "alter":
            column = chance.choice(columns)
            tampered.execute(
                f"UPDATE audit_events SET {column} = "
                + ("seq + 1000" if column == "seq" else f"coalesce({column}, '') || 'x'")
                + " WHERE seq = ?",
                [row],
            )
        elif way == "remove":
            tampered.execute("DELETE FROM audit_events WHERE seq = ?", [row])
        else:
            tampered.execute("UPDATE audit_events SET seq = -1 WHERE seq = ?", [row])
            tampered.execute("UPDATE audit_events SET seq = ? WHERE seq = ?", [row, row + 1])
            tampered.execute("UPDATE audit_events SET seq = ? WHERE seq = -1", [row + 1])
        assert audit.first_broken_link(tampered) == row, (way, row)
        tampered.execute("ROLLBACK")
    assert audit.first_broken_link(tampered) is None


def test_a_row_is_gone_with_the_act_that_failed(trace: Database, clock: StandingClock) -> None:
    event = AuditEvent(action=Action.SIGN, actor=Actor.STAFF, practitioner_id=None)

    def fail_after_recording() -> None:
        with trace.atomic():
            audit.record(trace, event, clock())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_recording()
    assert trace.row("SELECT max(seq) AS last FROM audit_events") == {"last": ROWS}
    assert audit.first_broken_link(trace) is None
