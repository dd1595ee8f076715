"""Finding somebody as they are called at the desk: half a name, without accents, or the first digits of a number."""

from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needsform.models.errors import InputError, WorldError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import PatientId
from needsform.models.patient import Patient
from needsform.storage.database import Database
from needsform.storage.patients import (
    MOST_WORDS,
    add_patient,
    find_patients,
    is_searchable,
    load_patient,
    name_words,
    patient_by_identifier,
    save_patient,
)
from tests.clock import StandingClock
from tests.ward import PUBLIC_TEST_PERSONS, citizen

MANY_LANDS = "Ægir Ñuñez-Ødegård Çelik Þorsteinsdóttir Łukaszewicz-Nguyễn von und zu Prøvestensgård"


@pytest.fixture
def now(clock: StandingClock) -> datetime:
    """When it is written."""
    return clock()


@pytest.fixture
def ward(database: Database, now: datetime) -> Database:
    """A store with the six public test persons and one with a name from many lands."""
    for number, name in enumerate(PUBLIC_TEST_PERSONS):
        add_patient(database, Patient(id=PatientId(f"p{number}"), **citizen(name).__dict__), now)
    replacement = Identifier(kind=IdentifierKind.NATIONAL_REPLACEMENT, value="0707210VJ4")
    add_patient(database, patient("many lands", MANY_LANDS, replacement), now)
    return database


def patient(record: str, name: str, identifier: Identifier) -> Patient:
    """A citizen of Aarhus."""
    return Patient(id=PatientId(record), name=name, identifier=identifier, municipality_code="0751")


def found(database: Database, query: str, limit: int = 50) -> list[str]:
    """The first word of each name that a search finds."""
    return [summary.name.split()[0] for summary in find_patients(database, query, limit)]


@pytest.mark.parametrize(
    "query",
    [
        "celik",
        "Çelik",
        "CELIK",
        "Çel",
        "nunez",
        "Ødegaard",
        "odegard",
        "ægir",
        "Aegir",
        "thorsteinsdottir",
        "Þor",
        "lukaszewicz",
        "nguyen",
        "proevestensgaard",
        "Prøvestensgård",
        "ce,aeg",
        "von-zu",
    ],
)
def test_a_name_from_any_land_is_found_from_any_keyboard(ward: Database, query: str) -> None:
    assert found(ward, query) == ["Ægir"]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("laur", ["Einer", "Else", "Lonni"]),
        ("lauridsen e", ["Einer", "Else"]),
        ("e laur", ["Einer", "Else"]),
        ("Lauridsen, Else", ["Else"]),
        ("test lauridsen else", ["Else"]),
        ("else moberg", []),
        ("auridsen", []),
        ("020160-9995", ["Einer"]),
        ("0201609995", ["Einer"]),
        (" 020160 9996 ", ["Lonni"]),
        ("020160", ["Einer", "Lonni"]),
        ("0201", ["Einer", "Else", "Lonni"]),
        ("9995", []),
        ("070721-0vj4", ["Ægir"]),
        ("0707210V", ["Ægir"]),
        ("%", []),
        ("' OR 1=1 --", []),
    ],
)
def test_a_search_finds_who_is_meant(ward: Database, query: str, names: list[str]) -> None:
    assert found(ward, query) == names


@pytest.mark.parametrize("query", ["", " ", "e", "0", "0-", "- -", "e t l", "0 2 0 1", "é", "_", "__", "́́"])
def test_with_less_than_two_letters_nobody_is_found(ward: Database, query: str) -> None:
    assert not is_searchable(query)
    assert found(ward, query) == []


def test_no_more_are_shown_than_asked_for(ward: Database) -> None:
    everybody = found(ward, "test")
    assert len(everybody) == 6
    some = found(ward, "test", limit=2)
    assert len(some) == 2
    assert [name for name in everybody if name in some] == some  # by name, as everybody


def test_of_many_those_come_whose_word_is_the_first_in_the_alphabet(ward: Database) -> None:
    assert found(ward, "el", limit=1) == ["Else"]
    assert found(ward, "test el") == ["Else"]


def test_somebody_with_two_names_that_fit_is_shown_once(ward: Database, now: datetime) -> None:
    identifier = Identifier(kind=IdentifierKind.OTHER, value="A 1")
    add_patient(ward, patient("twice", "Berggren Bergson Berg", identifier), now)
    assert found(ward, "berg", limit=2) == ["Berggren", "Max"]


def test_a_question_of_many_words_is_answered_all_the_same(ward: Database) -> None:
    everything = " ".join(f"word{number}" for number in range(5000))
    assert found(ward, everything) == []
    assert MOST_WORDS == 8
    assert found(ward, "test lauridsen einer " + "e " * 5000) == ["Einer"]


@pytest.mark.parametrize("query", ["AB-123", "ab 123", "AB", "123", "123/x", "ab-12"])
def test_an_identifier_without_a_fixed_shape_is_found_by_its_parts(ward: Database, now: datetime, query: str) -> None:
    identifier = Identifier(kind=IdentifierKind.OTHER, value="AB-123/X")
    add_patient(ward, patient("other", "May June Test Moberg", identifier), now)
    assert found(ward, query) == ["May"]


def test_after_a_correction_only_the_new_name_is_found(ward: Database, now: datetime) -> None:
    record = PatientId("p0")
    corrected = load_patient(ward, record).model_copy(update={"name": "Einer Prøve"})
    save_patient(ward, corrected, now)
    assert load_patient(ward, record) == corrected
    assert found(ward, "einer lauridsen") == []
    assert found(ward, "einer proeve") == ["Einer"]


def test_a_citizen_who_moved_is_found_where_they_live_now(ward: Database, now: datetime) -> None:
    moved = load_patient(ward, PatientId("p0")).model_copy(update={"municipality_code": "0851"})
    save_patient(ward, moved, now)
    (shown,) = find_patients(ward, "einer lauridsen", 5)
    assert (shown.id, shown.municipality_code) == ("p0", "0851")


def test_nobody_is_registered_twice(ward: Database, now: datetime) -> None:
    again = citizen("Einer Test Lauridsen")
    with pytest.raises(InputError) as error:
        add_patient(ward, patient("again", "Einer Lauridsen", again.identifier), now)
    assert (error.value.message.message_id, error.value.field) == ("patient.known_already", "identifier")
    with pytest.raises(InputError) as error:
        save_patient(ward, patient("p1", "Lonni Test Lauridsen", again.identifier), now)
    assert (error.value.message.message_id, error.value.field) == ("patient.known_already", "identifier")


def test_who_is_not_there_is_said_not_to_be_there(ward: Database, now: datetime) -> None:
    unknown = Identifier(kind=IdentifierKind.OTHER, value="nobody")
    assert patient_by_identifier(ward, unknown) is None
    with pytest.raises(WorldError) as error:
        load_patient(ward, PatientId("nobody"))
    assert error.value.message.message_id == "patient.unknown"
    with pytest.raises(WorldError) as error:
        save_patient(ward, patient("nobody", "Nobody", unknown), now)
    assert error.value.message.message_id == "patient.unknown"


def test_what_was_told_of_a_citizen_comes_back_as_it_was(ward: Database) -> None:
    details = citizen("Else Test Lauridsen")
    kept = patient_by_identifier(ward, details.identifier)
    assert kept is not None
    assert kept.details() == details


@given(st.text(max_size=40), st.integers(0, 40))
def test_whatever_a_name_looks_like_its_beginning_finds_it(name: str, typed: int) -> None:
    words = name_words(name)
    for word in name_words(name[:typed]):
        assert any(known.startswith(word) for known in words)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # a search changes nothing
@given(st.text(max_size=30))
def test_whatever_is_typed_a_search_is_answered(database: Database, text: str) -> None:
    assert find_patients(database, text, 5) == []
