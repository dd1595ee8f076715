"""A thousand ways to change the trace, by somebody who has the key and a database tool: every one leaves a mark."""

from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from needsform.models.audit import Action, Actor, AuditEvent, Holding
from needsform.models.errors import WorldError
from needsform.models.identity import AssessmentId, PatientId, PractitionerId
from needsform.storage import audit
from needsform.storage.audit_anchor import anchorage, drop_anchor, head
from needsform.storage.audit_retention import due, is_carried_right, let_go
from needsform.storage.database import Database
from tests.clock import StandingClock

ROWS, TRIALS, SEED = 60, 1000, 15
SECRET = bytes(range(32))
WAYS = ("alter", "remove", "reorder", "repeat", "truncate")


@pytest.fixture
def trace(database: Database, clock: StandingClock) -> Database:
    """A store with a trace of some days, of which the oldest rows were let go of."""
    actions = list(Action)
    for number in range(ROWS):
        clock.advance(timedelta(days=20))
        event = AuditEvent(
            action=actions[number % len(actions)],
            actor=Actor.STAFF,
            practitioner_id=PractitionerId("karin"),
            patient_id=PatientId(f"p{number % 3}") if number % 4 else None,
            assessment_id=AssessmentId("a") if number % 5 else None,
            detail=f"copy=citizen revision={number}",
        )
        with database.atomic():
            audit.record(database, event, clock())
    last = due(database, 24, clock())
    assert last is not None
    with database.atomic():
        let_go(database, last, SECRET, clock())
    return database


@pytest.fixture
def anchor(trace: Database, tmp_path: Path) -> Path:
    """The end of that trace, anchored."""
    end = head(trace)
    assert end is not None
    drop_anchor(tmp_path / "anchor.json", SECRET, end)
    return tmp_path / "anchor.json"


@pytest.fixture
def open_to_all(trace: Database) -> Database:
    """The store without the triggers that refuse every change of the trace."""
    for row in trace.rows("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'audit%'"):
        trace.execute(f"DROP TRIGGER {row['name']!s}")
    return trace


def is_found(database: Database, anchor: Path) -> bool:
    """Whether the program notices."""
    return (
        audit.first_broken_link(database) is not None
        or not is_carried_right(database, SECRET)
        or anchorage(database, anchor, SECRET, is_expected=True).holding is not Holding.HOLDS
    )


def tamper(database: Database, way: str, chance: Random) -> None:
    """Change something of the trace in one way."""
    numbers = [int(str(row["seq"])) for row in database.rows("SELECT seq FROM audit_events ORDER BY seq")]
    columns = [str(column["name"]) for column in database.rows("PRAGMA table_info(audit_events)")]
    row = chance.choice(numbers)
    match way:
        case "alter":
            column = chance.choice(columns)
            changed = "-seq" if column == "seq" else f"coalesce({column}, '') || 'x'"
            database.execute(f"UPDATE audit_events SET {column} = {changed} WHERE seq = ?", [row])
        case "remove":
            database.execute("DELETE FROM audit_events WHERE seq = ?", [row])
        case "reorder":
            one, other = chance.sample(numbers, 2)
            for before, after in ((one, -1), (other, one), (-1, other)):
                database.execute("UPDATE audit_events SET seq = ? WHERE seq = ?", [after, before])
        case "repeat":
            kept = ", ".join(column for column in columns if column != "seq")
            database.execute(
                f"INSERT INTO audit_events (seq, {kept}) SELECT ?, {kept} FROM audit_events WHERE seq = ?",
                [chance.choice((min(numbers) - 1, max(numbers) + 1)), row],
            )
        case "truncate":
            database.execute("DELETE FROM audit_events WHERE seq >= ?", [row])


def test_every_change_of_a_thousand_is_found(open_to_all: Database, anchor: Path) -> None:
    chance = Random(SEED)
    unseen = []
    for _ in range(TRIALS):
        way = chance.choice(WAYS)
        open_to_all.execute("BEGIN")
        tamper(open_to_all, way, chance)
        if not is_found(open_to_all, anchor):
            unseen.append(way)
        open_to_all.execute("ROLLBACK")
    assert unseen == []


def test_an_untouched_trace_is_not_suspected(trace: Database, anchor: Path) -> None:
    assert not is_found(trace, anchor)


def test_without_the_anchor_cutting_the_end_is_not_found(open_to_all: Database) -> None:
    """So the anchor is what finds it, and not something else by accident."""
    open_to_all.execute("DELETE FROM audit_events WHERE seq >= (SELECT max(seq) - 3 FROM audit_events)")
    assert audit.first_broken_link(open_to_all) is None


def test_a_mark_of_deletion_that_this_store_did_not_sign_is_found(open_to_all: Database, anchor: Path) -> None:
    row = open_to_all.row("SELECT seq, hash FROM audit_events ORDER BY seq LIMIT 1 OFFSET 5")
    assert row is not None
    open_to_all.execute("INSERT INTO audit_carried VALUES (?, ?, '2026-11-23', 'forged')", [row["seq"], row["hash"]])
    open_to_all.execute("DELETE FROM audit_events WHERE seq <= ?", [row["seq"]])
    assert audit.first_broken_link(open_to_all) is None
    assert is_found(open_to_all, anchor)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit_events WHERE seq = (SELECT min(seq) FROM audit_events)",
        "DELETE FROM audit_events",
        "UPDATE audit_carried SET seq = seq + 1",
        "DELETE FROM audit_carried",
        "DELETE FROM audit_state",
        "INSERT INTO audit_carried SELECT seq, hash, '', '' FROM audit_events ORDER BY seq DESC LIMIT 1",  # too new
        "INSERT INTO audit_carried SELECT seq, 'x', '', '' FROM audit_events ORDER BY seq LIMIT 1",  # another hash
        "INSERT INTO audit_carried VALUES (100000, 'x', '', '')",  # no such row
        "INSERT OR REPLACE INTO audit_carried SELECT seq, 'x', '', '' FROM audit_carried",
        "UPDATE audit_state SET months_kept = 5",
    ],
)
def test_the_store_lets_go_of_nothing_else(trace: Database, statement: str) -> None:
    with pytest.raises(WorldError) as error:
        trace.execute(statement)
    assert error.value.message.message_id == "store.refused"
