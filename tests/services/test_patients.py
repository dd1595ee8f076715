"""Citizens at the desk: registered once, found by half a name, put right."""

import pytest

from needsform.models.errors import InputError, NeedsformError, WorldError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import PatientId
from needsform.models.patient import Patient, Relative
from needsform.services.patients import MOST_FOUND
from needsform.services.session import Session
from tests.ward import PUBLIC_TEST_PERSONS, citizen


def heard(error: pytest.ExceptionInfo[NeedsformError]) -> str:
    """What the user hears."""
    return error.value.message.message_id


@pytest.mark.parametrize(("name", "cpr"), PUBLIC_TEST_PERSONS.items())
def test_every_public_test_person_is_taken_though_modulus_11_fits_none(session: Session, name: str, cpr: str) -> None:
    identifier = session.patients.parse_identifier(f"{cpr[:6]}-{cpr[6:]}")
    kept = session.patients.register(citizen(name).model_copy(update={"identifier": identifier}))
    assert session.patients.get(kept.id) == kept
    assert session.patients.with_identifier(identifier) == kept
    assert [row.name for row in session.patients.find(cpr)] == [name]


def test_what_is_wrong_with_a_number_is_said_beside_it(session: Session) -> None:
    with pytest.raises(InputError) as error:
        session.patients.parse_identifier("310226-9995")
    assert (heard(error), error.value.field) == ("identifier.no_such_date", "identifier")
    other = session.patients.parse_identifier("AB-123", other=True)
    assert other == Identifier(kind=IdentifierKind.OTHER, value="AB-123")


def test_what_is_known_of_a_citizen_is_not_typed_again(session: Session, einer: Patient) -> None:
    assert session.patients.with_identifier(einer.identifier) == einer
    unknown = Identifier(kind=IdentifierKind.OTHER, value="nobody")
    assert session.patients.with_identifier(unknown) is None


@pytest.mark.parametrize(("change", "sentence", "field"), [
    ({"name": ""}, "patient.name_missing", "name"),
    ({"municipality_code": ""}, "patient.municipality_missing", "municipality"),
])  # fmt: skip
def test_what_a_record_lacks_is_said_beside_its_field(
    session: Session, einer: Patient, change: dict[str, str], sentence: str, field: str
) -> None:
    incomplete = citizen("Else Test Lauridsen").model_copy(update=change)
    with pytest.raises(InputError) as error:
        session.patients.register(incomplete)
    assert (heard(error), error.value.field) == (sentence, field)
    with pytest.raises(InputError) as error:
        session.patients.correct(einer.id, incomplete)
    assert (heard(error), error.value.field) == (sentence, field)
    assert session.patients.get(einer.id) == einer


def test_nobody_is_registered_twice(session: Session, einer: Patient, patients: dict[str, Patient]) -> None:
    with pytest.raises(InputError) as error:
        session.patients.register(einer.details())
    assert (heard(error), error.value.field) == ("patient.known_already", "identifier")
    with pytest.raises(InputError) as error:
        session.patients.correct(patients["Max Test Berggren"].id, einer.details())
    assert (heard(error), error.value.field) == ("patient.known_already", "identifier")
    assert len(session.patients.find("test")) == len(patients)


def test_a_record_is_put_right_and_found_by_what_is_right_now(session: Session, einer: Patient) -> None:
    details = einer.details().model_copy(
        update={
            "name": "Einer Mosebryggersen",
            "relative": Relative(name="Else Test Lauridsen", relation="ægtefælle"),
            "address_protected": True,
        }
    )
    corrected = session.patients.correct(einer.id, details)
    assert corrected.details() == details
    assert session.patients.get(einer.id) == corrected
    assert [row.id for row in session.patients.find("einer mose")] == [einer.id]
    assert session.patients.find("einer laur") == ()


def test_a_whole_record_given_for_details_brings_no_id_along(
    session: Session, einer: Patient, patients: dict[str, Patient]
) -> None:
    max_ = patients["Max Test Berggren"]
    corrected = session.patients.correct(max_.id, max_.model_copy(update={"id": einer.id, "phone": "20 12 34 56"}))
    assert (corrected.id, corrected.phone) == (max_.id, "20 12 34 56")
    assert session.patients.get(einer.id) == einer


def test_who_is_not_there_is_said_not_to_be_there(session: Session) -> None:
    for act in (session.patients.get, lambda record: session.patients.correct(record, citizen())):
        with pytest.raises(WorldError) as error:
            act(PatientId("nobody"))
        assert heard(error) == "patient.unknown"


def test_a_search_never_shows_everybody(session: Session) -> None:
    for number in range(MOST_FOUND + 5):
        session.patients.register(
            citizen().model_copy(update={"identifier": Identifier(kind=IdentifierKind.OTHER, value=f"T {number}")})
        )
    assert session.patients.find("e") == session.patients.find(" ") == ()
    assert len(session.patients.find("einer")) == MOST_FOUND
