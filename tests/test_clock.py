"""The clock of the tests keeps the time that the ward's clock would."""

from datetime import datetime, timedelta

import pytest

from tests.clock import COPENHAGEN, StandingClock


def test_the_clock_stands_at_a_monday_morning_until_it_is_moved(clock: StandingClock) -> None:
    assert clock().isoformat() == "2026-11-23T10:42:00+01:00"
    assert clock() == clock()
    clock.advance(timedelta(minutes=5))
    assert clock().isoformat() == "2026-11-23T10:47:00+01:00"


def test_an_hour_over_the_night_of_summer_time_is_one_hour() -> None:
    clock = StandingClock(datetime(2026, 3, 29, 1, 30, tzinfo=COPENHAGEN))
    clock.advance(timedelta(hours=1))
    assert clock().isoformat() == "2026-03-29T03:30:00+02:00"


def test_the_clock_does_not_go_back_and_does_not_guess_a_time_zone(clock: StandingClock) -> None:
    with pytest.raises(ValueError, match="forward"):
        clock.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="time zone"):
        StandingClock(datetime(2026, 11, 23))  # noqa: DTZ001
