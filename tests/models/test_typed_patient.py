"""What is typed about a citizen: read at once, and typed back as it was known."""

from dataclasses import replace
from datetime import date

import pytest

from needsform.models.identifier import IdentifierKind
from needsform.models.municipality import MunicipalityList
from needsform.models.typed_patient import (
    TypedPatient,
    completed_municipality,
    find_municipality,
    language_names,
    read_patient,
)
from needsform.models.words import Words
from needsform.services import reference_data
from tests.ward import PUBLIC_TEST_PERSONS

TODAY = date(2026, 11, 23)
EINER = TypedPatient(
    identifier="020160-9995",
    name="Einer Test Lauridsen",
    phone="+45 20 12 34 56",
    best_time="formiddag",
    municipality="Aarhus",
    general_practice="Lægerne Testvej",
    general_practice_phone="+45 70 00 00 01",
    relative="Else Test Lauridsen",
    relation="ægtefælle",
    relative_phone="+45 20 65 43 21",
    children_under_18=False,
    language="arabisk",
    needs_interpreter=True,
    address="Testvej 1",
    address_protected=True,
)


@pytest.fixture
def places() -> MunicipalityList:
    return reference_data.municipalities()


@pytest.fixture
def danish() -> Words:
    return reference_data.words("da")


def test_everything_that_is_typed_is_kept(places: MunicipalityList, danish: Words) -> None:
    details = read_patient(EINER, places, danish, TODAY).details
    assert details is not None
    assert details.municipality_code == "0751"
    assert details.language == "ar"
    assert TypedPatient.of(details, places, danish, TODAY) == EINER


@pytest.mark.parametrize("cpr", PUBLIC_TEST_PERSONS.values())
def test_every_public_test_person_is_accepted(cpr: str, places: MunicipalityList, danish: Words) -> None:
    assert read_patient(replace(EINER, identifier=cpr), places, danish, TODAY).errors == {}


def test_everything_that_is_wrong_is_named_at_once(places: MunicipalityList, danish: Words) -> None:
    read = read_patient(TypedPatient(identifier="3102609995", municipality="Andeby"), places, danish, TODAY)
    assert read.details is None
    assert {name: message.message_id for name, message in read.errors.items()} == {
        "identifier": "identifier.no_such_date",
        "name": "patient.name_missing",
        "municipality": "patient.municipality_unknown",
    }


def test_a_municipality_that_is_missing_is_not_called_unknown(places: MunicipalityList, danish: Words) -> None:
    read = read_patient(replace(EINER, municipality=" "), places, danish, TODAY)
    assert read.errors["municipality"].message_id == "patient.municipality_missing"


def test_a_citizen_without_a_cpr_number_has_another_id(places: MunicipalityList, danish: Words) -> None:
    details = read_patient(replace(EINER, identifier="Pas 12 34", has_other_id=True), places, danish, TODAY).details
    assert details is not None
    assert details.identifier.kind is IdentifierKind.OTHER
    assert TypedPatient.of(details, places, danish, TODAY).has_other_id


@pytest.mark.parametrize("typed", ["Aarhus", " aarhus ", "AARHUS", "Aarhus Kommune", "0751"])
def test_a_municipality_is_known_by_name_full_name_or_code(typed: str, places: MunicipalityList) -> None:
    found = find_municipality(typed, places, TODAY)
    assert found is not None
    assert found.code == "0751"


@pytest.mark.parametrize(("typed", "completed"), [("Aarh", "Aarhus"), ("a", "a"), ("", ""), ("Andeby", "Andeby")])
def test_the_one_name_that_begins_so_is_completed(typed: str, completed: str, places: MunicipalityList) -> None:
    assert completed_municipality(typed, places, TODAY) == completed


def test_a_language_that_the_program_does_not_know_is_kept_as_typed(places: MunicipalityList, danish: Words) -> None:
    details = read_patient(replace(EINER, language="tamil"), places, danish, TODAY).details
    assert details is not None
    assert details.language == "tamil"
    assert TypedPatient.of(details, places, danish, TODAY).language == "tamil"


def test_the_languages_that_can_be_completed_are_named(danish: Words) -> None:
    assert {"dansk", "arabisk", "grønlandsk"} <= set(language_names(danish))


def test_a_municipality_that_has_gone_is_shown_by_its_code(places: MunicipalityList, danish: Words) -> None:
    details = read_patient(EINER, places, danish, TODAY).details
    assert details is not None
    moved = details.model_copy(update={"municipality_code": "0999"})
    assert TypedPatient.of(moved, places, danish, TODAY).municipality == "0999"
