"""Whoever comes to the ward can be written down, and a slip of the hand is caught beside the field."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models.errors import InputError
from needsform.models.identifier import (
    OLDEST_PLAUSIBLE_AGE,
    SYSTEMS,
    Identifier,
    IdentifierKind,
    age_on,
    born_on,
    parse_identifier,
)

TODAY = date(2026, 11, 23)

PUBLIC_TEST_PERSONS = {
    "020160-9995": date(1960, 1, 2),
    "020160-9996": date(1960, 1, 2),
    "020191-9990": date(1991, 1, 2),
    "010858-9995": date(1958, 8, 1),
    "010862-9996": date(1962, 8, 1),
    "010772-9995": date(1972, 7, 1),
}
"""The test patients of HL7 dk-core."""


def satisfies_modulus_11(cpr: str) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(cpr, (4, 3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True)) % 11 == 0


def refusal(text: str, *, other: bool = False) -> str:
    with pytest.raises(InputError) as caught:
        parse_identifier(text, today=TODAY, other=other)
    assert caught.value.field == "identifier"
    return caught.value.message.message_id


@pytest.mark.parametrize("typed", PUBLIC_TEST_PERSONS)
def test_a_number_without_modulus_11_is_as_good_as_any(typed: str) -> None:
    identifier = parse_identifier(typed, today=TODAY)
    assert not satisfies_modulus_11(identifier.value)
    assert identifier.kind is IdentifierKind.CPR
    assert identifier.value == typed.replace("-", "")
    assert identifier.shown == typed
    assert identifier.born_on == PUBLIC_TEST_PERSONS[typed]


@pytest.mark.parametrize("typed", ["0201609995", " 020160 - 9995 ", "020160–9995", "02 01 60 9995", "020160‐9995"])
def test_a_cpr_may_be_typed_as_people_write_it(typed: str) -> None:
    assert parse_identifier(typed, today=TODAY).value == "0201609995"


@pytest.mark.parametrize(
    ("seventh", "year", "century"),
    [
        *((seventh, year, 1900) for seventh in range(4) for year in (0, 36, 37, 57, 58, 99)),
        *((seventh, year, 2000) for seventh in (4, 9) for year in (0, 36)),
        *((seventh, year, 1900) for seventh in (4, 9) for year in (37, 57, 58, 99)),
        *((seventh, year, 2000) for seventh in range(5, 9) for year in (0, 36, 37, 57)),
        *((seventh, year, 1800) for seventh in range(5, 9) for year in (58, 99)),
    ],
)
def test_the_seventh_digit_tells_the_century(seventh: int, year: int, century: int) -> None:
    assert born_on(f"0102{year:02}{seventh}999") == date(century + year, 2, 1)


def test_a_person_said_to_be_born_in_1862_is_a_slip_of_the_seventh_digit() -> None:
    with pytest.raises(InputError) as caught:
        parse_identifier("010862-5996", today=TODAY)
    assert caught.value.message.message_id == "identifier.too_old"
    assert caught.value.message.parameters == {"year": "1862"}


def test_somebody_as_old_as_anybody_is_still_a_citizen() -> None:
    assert parse_identifier("231106-0000", today=TODAY).born_on == date(1906, 11, 23)
    assert age_on(date(1906, 11, 23), TODAY) == OLDEST_PLAUSIBLE_AGE
    assert refusal("221105-0000") == "identifier.too_old"


def test_nobody_is_born_tomorrow() -> None:
    assert parse_identifier("231126-4000", today=TODAY).born_on == TODAY
    assert refusal("241126-4000") == "identifier.not_born_yet"


@pytest.mark.parametrize("typed", ["310260-1234", "000160-1234", "011360-1234", "290201-1234", "290200-1234"])
def test_a_day_that_never_was_is_caught(typed: str) -> None:
    assert refusal(typed) == "identifier.no_such_date"


def test_a_leap_day_was() -> None:
    assert parse_identifier("290200-4234", today=TODAY).born_on == date(2000, 2, 29)


@pytest.mark.parametrize("typed", ["020160-999", "020160-99951", "O20160-9995", "hej", "٠٢٠١٦٠٩٩٩٥", "020160-2AB1"])
def test_what_is_not_a_cpr_is_not_taken_for_one(typed: str) -> None:
    assert refusal(typed) == "identifier.shape"


@pytest.mark.parametrize("typed", ["", "  ", "-", "\u202e"])
def test_an_empty_field_is_missed(typed: str) -> None:
    assert refusal(typed) == "identifier.missing"
    assert refusal(typed, other=True) == "identifier.missing"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("070392-1VJ4", IdentifierKind.NATIONAL_REPLACEMENT),
        ("0703927vj4", IdentifierKind.NATIONAL_REPLACEMENT),
        ("070392-0VJ4", IdentifierKind.REGIONAL_REPLACEMENT),
        ("070392-5VJ4", IdentifierKind.REGIONAL_REPLACEMENT),
        ("290200-6VJ4", IdentifierKind.REGIONAL_REPLACEMENT),
    ],
)
def test_both_kinds_of_replacement_number_are_known_by_their_shape(typed: str, kind: IdentifierKind) -> None:
    identifier = parse_identifier(typed, today=TODAY)
    assert identifier.kind is kind
    assert identifier.shown == identifier.value[:6] + "-" + identifier.value[6:]
    assert identifier.value == typed.replace("-", "").upper()
    assert identifier.born_on is None


@pytest.mark.parametrize("typed", ["320192-1VJ4", "300292-0VJ4", "011392-7VJ4"])
def test_a_replacement_number_begins_with_a_day_too(typed: str) -> None:
    assert refusal(typed) == "identifier.no_such_date"


def test_any_other_id_is_kept_as_it_was_typed() -> None:
    identifier = parse_identifier("  Pas  DK-123 ", today=TODAY, other=True)
    assert identifier == Identifier(kind=IdentifierKind.OTHER, value="Pas DK-123")
    assert identifier.shown == "Pas DK-123"
    assert identifier.born_on is None
    assert refusal("x" * 41, other=True) == "identifier.too_long"


def test_each_official_kind_has_its_fhir_system() -> None:
    assert set(SYSTEMS) == set(IdentifierKind) - {IdentifierKind.OTHER}


@given(st.dates(date(1906, 11, 24), TODAY), st.integers(0, 999))
def test_everybody_alive_can_be_written_down(born: date, serial: int) -> None:
    seventh = 0 if born.year < 2000 else 4 if born.year <= 2036 else 5
    typed = f"{born:%d%m%y}-{seventh}{serial:03}"
    assert parse_identifier(typed, today=TODAY).born_on == born


@given(st.text(max_size=60), st.booleans())
def test_whatever_is_typed_is_taken_or_answered_with_a_sentence(typed: str, other: bool) -> None:
    outcome = "identifier.taken"
    try:
        identifier = parse_identifier(typed, today=TODAY, other=other)
        assert parse_identifier(identifier.shown, today=TODAY, other=other) == identifier
    except InputError as error:
        outcome = error.message.message_id
    assert outcome.startswith("identifier.")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40000))
def test_a_birthday_comes_once_a_year(born: date, days: int) -> None:
    day = born + timedelta(days=days)
    age = age_on(born, day)
    assert age <= days / 365 < age + 1.1
    assert age_on(born, day) - age_on(born, day - timedelta(days=1)) in (0, 1)
