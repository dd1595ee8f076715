"""The citizen and the staff: what must be known of them, and how they are written down."""

import pytest

from needsform.models.errors import InputError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import PatientId, PractitionerId
from needsform.models.patient import Patient, PatientDetails, Relative
from needsform.models.practitioner import Practitioner, Role, Signature

EINER = PatientDetails(
    identifier=Identifier(kind=IdentifierKind.CPR, value="0201609995"),
    name="Einer Test Lauridsen",
    municipality_code="0751",
    relative=Relative(name="Else Test Lauridsen", relation="ægtefælle"),
)


def test_a_citizen_with_name_and_municipality_is_complete() -> None:
    EINER.require_complete()


@pytest.mark.parametrize(
    ("missing", "field", "message_id"),
    [
        ({"name": "  "}, "name", "patient.name_missing"),
        ({"municipality_code": ""}, "municipality", "patient.municipality_missing"),
        ({"name": "", "municipality_code": ""}, "name", "patient.name_missing"),
    ],
)
def test_what_is_missing_is_told_beside_its_field(missing: dict[str, str], field: str, message_id: str) -> None:
    details = PatientDetails.model_validate(EINER.model_dump() | missing)
    with pytest.raises(InputError) as caught:
        details.require_complete()
    assert (caught.value.field, caught.value.message.message_id) == (field, message_id)


def test_a_record_gives_back_the_details_that_it_was_made_of() -> None:
    patient = Patient(id=PatientId("p1"), **EINER.model_dump())
    assert patient.details() == EINER


def test_a_relative_without_a_name_is_nobody() -> None:
    assert EINER.relative.is_named
    assert not Relative(relation="ven").is_named


def test_staff_sign_with_name_title_and_phone_and_not_with_their_login() -> None:
    karin = Practitioner(
        id=PractitionerId("k"),
        login="karin",
        name="Karin Prøve",
        title="sygeplejerske",
        phone="+45 70 00 00 00",
        role=Role.ADMINISTRATOR,
    )
    assert karin.signature() == Signature(name="Karin Prøve", title="sygeplejerske", phone="+45 70 00 00 00")
