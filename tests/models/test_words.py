"""Dates, times and the names of value sets, as they are said in each language."""

from datetime import UTC, date, datetime

import pytest

from needsform.models.care_plan import ActivityKind
from needsform.models.words import Words, value_set_key
from needsform.services.reference_data import words


def test_a_date_is_written_as_people_write_it() -> None:
    day = date(2026, 3, 5)
    assert words("da").date(day) == "05-03-2026"
    assert words("en").date(day) == "5 March 2026"


def test_a_time_is_written_as_people_write_it() -> None:
    moment = datetime(2026, 3, 5, 8, 5, tzinfo=UTC)
    assert words("da").time(moment) == "08.05"
    assert words("en").time(moment) == "08:05"


def test_words_are_filled_in_and_braces_in_what_is_filled_in_are_just_braces() -> None:
    said = Words("da", {"page": "Side {page} af {pages}", "plain": "100 {"})
    assert said.text("page", page=1, pages="{pages}") == "Side 1 af {pages}"
    assert said.text("plain") == "100 {"
    with pytest.raises(KeyError):
        said.text("nobody.wrote.this")


def test_a_member_of_a_value_set_says_itself() -> None:
    assert value_set_key(ActivityKind) == "activity_kind"
    assert words("da").of(ActivityKind.PROPOSED) == "Foreslået"
    assert words("en").of(ActivityKind.PROPOSED) == "Proposed"
