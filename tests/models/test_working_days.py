"""Three working days on: DOMAIN 6.3's own vectors, and what a receiver counts otherwise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models.errors import InputError
from needsform.models.working_days import MOST_CLOSED_DAYS, WorkingDays, typed_closing_days
from needsform.services.danish_holidays import calendar, is_public_holiday

USUAL = WorkingDays()
CLOSED = WorkingDays(closed_on_half_holidays=True)
SATURDAY = WorkingDays(saturday_counts=True)

VECTORS = [
    # informed, Monday to Friday, with closing days, with Saturdays
    ("2026-11-20", "2026-11-25", "2026-11-25", "2026-11-24"),
    ("2026-11-23", "2026-11-26", "2026-11-26", "2026-11-26"),
    ("2026-12-22", "2026-12-28", "2026-12-29", "2026-12-28"),
    ("2026-12-23", "2026-12-29", "2026-12-30", "2026-12-29"),
    ("2026-12-30", "2027-01-05", "2027-01-06", "2027-01-04"),
    ("2026-04-01", "2026-04-09", "2026-04-09", "2026-04-08"),
    ("2026-05-22", "2026-05-28", "2026-05-28", "2026-05-27"),
    ("2026-06-03", "2026-06-08", "2026-06-09", "2026-06-06"),
    ("2024-04-25", "2024-04-30", "2024-04-30", "2024-04-29"),
]


@pytest.mark.parametrize(("informed", "usual", "closed", "saturday"), VECTORS)
def test_the_last_day_is_three_working_days_on(informed: str, usual: str, closed: str, saturday: str) -> None:
    day = date.fromisoformat(informed)
    found = [calendar(rule).contact_by(day).isoformat() for rule in (USUAL, CLOSED, SATURDAY)]
    assert found == [usual, closed, saturday]


def test_store_bededag_was_a_holiday_for_the_last_time_in_2023() -> None:
    assert is_public_holiday(date(2023, 5, 5))
    assert not is_public_holiday(date(2024, 4, 26))
    assert calendar(USUAL).contact_by(date(2023, 5, 4)) == date(2023, 5, 10)


def test_a_receivers_own_closing_days_do_not_count() -> None:
    rule = WorkingDays(closed_on=(date(2026, 11, 24), date(2026, 11, 25)))
    assert calendar(rule).contact_by(date(2026, 11, 23)) == date(2026, 11, 30)


def test_how_many_working_days_are_left_is_none_on_the_day_and_after_it() -> None:
    days = calendar(USUAL)
    last = days.contact_by(date(2026, 11, 20))
    left = [days.days_left(date(2026, 11, 20) + timedelta(days=later), last) for later in range(8)]
    assert left == [3, 3, 3, 2, 1, 0, 0, 0]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.booleans(), st.booleans())
def test_there_are_always_three_working_days_to_the_last_day_which_is_one_itself(
    informed: date, saturday: bool, half: bool
) -> None:
    days = calendar(WorkingDays(saturday_counts=saturday, closed_on_half_holidays=half))
    last = days.contact_by(informed)
    assert days.counts(last)
    assert days.days_left(informed, last) == 3


def test_closing_days_are_typed_as_dates_are_and_kept_in_order_each_once() -> None:
    assert typed_closing_days("24-12-2026, 2.1.2027\n24/12 2026,\n", "closed_on") == (
        date(2026, 12, 24),
        date(2027, 1, 2),
    )
    assert typed_closing_days("  ", "closed_on") == ()


@pytest.mark.parametrize("text", ["24-12", "juleaften", "31-02-2026"])
def test_what_is_no_day_is_told_at_the_field(text: str) -> None:
    with pytest.raises(InputError) as caught:
        typed_closing_days(text, "closed_on")
    assert (caught.value.message.message_id, caught.value.field) == ("date.unreadable", "closed_on")


def test_nobody_is_closed_on_more_days_than_can_be_written_down() -> None:
    many = ",".join((date(2026, 1, 1) + timedelta(days=n)).isoformat() for n in range(MOST_CLOSED_DAYS + 1))
    with pytest.raises(InputError, match=r"working_days\.too_many"):
        typed_closing_days(many, "closed_on")
