"""Rows go when they were kept long enough, and only then; a clock that cannot be believed takes nothing away."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from needsform.models.audit import Action, Actor, AuditEvent, ClockJump
from needsform.storage import audit
from needsform.storage.audit_retention import due, is_carried_right, let_go
from needsform.storage.database import Database
from tests.clock import COPENHAGEN

SECRET = bytes(32)
Rows = Callable[..., list[ClockJump]]


def at(year: int, month: int, day: int) -> datetime:
    """Noon of a day."""
    return datetime(year, month, day, 12, tzinfo=COPENHAGEN)


@pytest.fixture
def record(database: Database) -> Rows:
    """Record a row at each of some times."""

    def rows(*times: datetime) -> list[ClockJump]:
        event = AuditEvent(action=Action.READ, actor=Actor.STAFF, practitioner_id=None)
        with database.atomic():
            return [audit.record(database, event, time) for time in times]

    return rows


def kept(database: Database) -> list[object]:
    """The numbers of the rows that are still here."""
    return [row["seq"] for row in database.rows("SELECT seq FROM audit_events ORDER BY seq")]


def test_rows_of_more_than_two_years_go_and_the_chain_holds(database: Database, record: Rows) -> None:
    record(at(2024, 1, 5), at(2024, 1, 6), at(2024, 11, 22), at(2024, 11, 23), at(2026, 11, 1))
    now = at(2026, 11, 23) - timedelta(seconds=1)
    last = due(database, 24, now)
    assert last is not None
    assert last.seq == 3
    with database.atomic():
        assert let_go(database, last, SECRET, now) == 3
    assert kept(database) == [4, 5]
    assert audit.first_broken_link(database) is None
    assert is_carried_right(database, SECRET)
    assert not is_carried_right(database, bytes(31) + b"x")
    assert due(database, 24, now) is None
    record(now)
    assert kept(database) == [4, 5, 6]
    assert audit.first_broken_link(database) is None


def test_what_is_let_go_of_twice_holds_too(database: Database, record: Rows) -> None:
    record(*(at(2023, month, 1) for month in range(1, 13)), at(2026, 1, 1), at(2026, 1, 2))
    for months in (30, 24):
        last = due(database, months, at(2026, 1, 20))
        assert last is not None
        with database.atomic():
            let_go(database, last, SECRET, at(2026, 1, 20))
        assert audit.first_broken_link(database) is None
    assert kept(database) == [13, 14]


@pytest.mark.parametrize(
    ("now", "limit"), [((2026, 8, 31), (2026, 2, 28)), ((2028, 8, 29), (2028, 2, 29)), ((2027, 1, 15), (2026, 7, 15))]
)
def test_months_are_those_of_the_calendar(
    database: Database, record: Rows, now: tuple[int, int, int], limit: tuple[int, int, int]
) -> None:
    record(at(*limit), at(*limit) + timedelta(seconds=1))
    last = due(database, 6, at(*now))
    assert last is not None
    assert last.seq == 1


def test_a_young_row_keeps_the_old_ones_after_it(database: Database, record: Rows) -> None:
    """What was recorded later cannot be older, whatever the clock said."""
    record(at(2026, 11, 1), at(1970, 1, 1), at(2026, 11, 2))
    assert due(database, 24, at(2026, 11, 23)) is None


def test_a_row_from_the_future_goes_with_its_neighbours(database: Database, record: Rows) -> None:
    record(at(2024, 1, 1), at(2100, 1, 1), at(2024, 1, 2), at(2026, 11, 1))
    last = due(database, 24, at(2026, 11, 23))
    assert last is not None
    assert last.seq == 3


def test_a_clock_that_has_just_jumped_ahead_deletes_nothing(database: Database, record: Rows) -> None:
    assert record(at(2026, 11, 22), at(2026, 11, 23), at(2030, 1, 1)) == ["", "", "ahead"]
    assert due(database, 24, at(2030, 1, 1)) is None
    assert due(database, 24, at(2030, 1, 7)) is None
    assert due(database, 24, at(2030, 1, 9)) is not None  # a week later it is believed
    assert due(database, 24, at(2026, 11, 23)) is None  # and once it is right again, nothing was lost


def test_the_row_says_when_the_clock_jumped(record: Rows) -> None:
    start = at(2026, 11, 23)
    minute, day = timedelta(minutes=1), timedelta(days=1)
    jumps = record(start, start - 5 * minute, start - 11 * minute, start + 30 * day, start + 61 * day)
    assert jumps == ["", "", "back", "ahead", "ahead"]


def test_the_night_of_winter_time_is_no_jump(record: Rows) -> None:
    before = datetime(2026, 10, 25, 2, 59, tzinfo=COPENHAGEN)
    after = datetime(2026, 10, 25, 2, 1, tzinfo=COPENHAGEN, fold=1)  # two minutes later
    assert record(before, after) == ["", ""]


def test_an_altered_mark_of_a_jump_breaks_the_chain(database: Database, record: Rows) -> None:
    record(at(2026, 1, 1), at(2026, 6, 1))
    database.execute("DROP TRIGGER audit_events_are_kept")
    database.execute("UPDATE audit_events SET clock_jump = '' WHERE seq = 2")
    assert audit.first_broken_link(database) == 2
