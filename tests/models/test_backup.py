"""Which backups stay: the days are the ward's, and the newest is never let go of."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from needsform.models.backup import DAYS, KEPT_WHOLE, MONTHS, WEEKS, kept
from tests.clock import COPENHAGEN

NOW = datetime(2026, 11, 23, 16, 0, tzinfo=COPENHAGEN)


def test_a_year_of_half_hours_becomes_twelve_days_ten_weeks_and_nine_months() -> None:
    moments = [NOW - timedelta(minutes=30 * number) for number in range(365 * 48)]
    staying = kept(moments, NOW)
    last_of_days = {max(m for m in moments if m.date() == (NOW - timedelta(days=day)).date()) for day in range(DAYS)}
    assert last_of_days <= staying
    assert len({moment.isocalendar()[:2] for moment in staying}) >= WEEKS
    assert len({(moment.year, moment.month) for moment in staying}) == MONTHS
    assert len(staying) <= DAYS + WEEKS + MONTHS + KEPT_WHOLE // timedelta(minutes=30)


def test_days_count_on_which_there_is_a_backup_and_not_those_of_a_closed_ward() -> None:
    moments = [NOW - timedelta(days=30 * number) for number in range(12)]
    assert len(kept(moments, NOW)) == DAYS


def test_everything_of_the_last_two_hours_stays() -> None:
    moments = [NOW - timedelta(minutes=number) for number in range(0, 119, 7)]
    assert kept(moments, NOW) == set(moments)


def test_of_an_earlier_day_the_last_one_stays() -> None:
    morning, evening = NOW - timedelta(days=1, hours=8), NOW - timedelta(days=1)
    assert kept([NOW, morning, evening], NOW) == {NOW, evening}


def test_the_ward_s_midnight_and_not_that_of_greenwich_divides_the_days() -> None:
    before, after = (datetime(2026, 7, 1, 21, minute, tzinfo=UTC).astimezone(COPENHAGEN) for minute in (50, 55))
    next_day = datetime(2026, 7, 1, 22, 5, tzinfo=UTC).astimezone(COPENHAGEN)
    assert kept([before, after, next_day], NOW) == {after, next_day}


def test_a_backup_from_the_future_stays_because_a_clock_was_wrong() -> None:
    ahead = NOW + timedelta(days=400)
    assert ahead in kept([ahead, NOW], NOW)


@given(st.lists(st.integers(0, 500_000), min_size=1, max_size=80), st.integers(-600_000, 600_000))
def test_the_newest_is_never_let_go_of_and_letting_go_twice_changes_nothing(minutes: list[int], later: int) -> None:
    moments = [NOW - timedelta(minutes=minute) for minute in minutes]
    now = NOW + timedelta(minutes=later)
    staying = kept(moments, now)
    assert max(moments) in staying
    assert staying <= set(moments)
    assert kept(staying, now) == staying
