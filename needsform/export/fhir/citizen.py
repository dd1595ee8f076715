"""The citizen and those around them in a Bundle, there and back."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from needsform.export.fhir.codes import (
    INTERPRETER,
    LANGUAGES,
    MUNICIPALITY,
    MUNICIPALITY_CODES,
    RESTRICTED,
    SOCIAL_HISTORY,
    by_url,
    read_words,
    standard,
    words_only,
)
from needsform.export.fhir.contact import (
    name_of,
    organization,
    phone_of,
    read_name,
    read_organization,
    read_phone,
    read_phone_and_time,
)
from needsform.export.fhir.elements import (
    Address,
    CodeableConcept,
    Coding,
    Extension,
    Identifier,
    Meta,
)
from needsform.export.fhir.entries import Entries, Urns, refuse
from needsform.export.fhir.plan_resources import (
    Observation,
)
from needsform.export.fhir.resources import (
    Organization,
    Patient,
    PatientCommunication,
    RelatedPerson,
    Resource,
)
from needsform.models.errors import InputError
from needsform.models.identifier import SYSTEMS, parse_identifier
from needsform.models.identifier import Identifier as PersonalIdentifier
from needsform.models.patient import GeneralPractice, PatientDetails, Relative
from needsform.models.sheet import SheetContent
from needsform.models.words import Words

_LANGUAGE_CODE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


# Written ----------------------------------------------------------------------------------------------------------


def citizen(content: SheetContent, urns: Urns) -> Iterator[tuple[str, Resource]]:
    """The citizen, the relative, the general practice, the municipality and whether there are children at home."""
    patient = content.patient
    practice, children = patient.general_practice, patient.children_under_18
    yield "patient", _patient(content, urns)
    if patient.relative != Relative():
        yield "relative", _relative(patient.relative, urns)
    if practice != GeneralPractice():
        yield "gp", organization("gp", practice.name, practice.phone, urns)
    if patient.municipality_code:
        number = Identifier(system=MUNICIPALITY_CODES, value=patient.municipality_code)
        full_name = content.municipality.full_name if content.municipality else None
        yield "municipality", Organization(identifier=(number,), name=full_name)
    if children is not None:
        yield "children", _children(children, content, urns)


def _patient(content: SheetContent, urns: Urns) -> Patient:
    patient = content.patient
    return Patient(
        meta=Meta(security=(RESTRICTED,)) if patient.address_protected else None,
        extension=(Extension(url=INTERPRETER, value_boolean=True),) if patient.needs_interpreter else None,
        identifier=(_identifier(patient.identifier),),
        name=name_of(patient.name, official=True),
        telecom=phone_of(patient.phone, patient.best_time),
        birth_date=patient.identifier.born_on,
        address=_address(content),
        communication=_communication(patient.language, content.words),
        general_practitioner=(urns.to("gp"),) if patient.general_practice != GeneralPractice() else None,
    )


def _identifier(identifier: PersonalIdentifier) -> Identifier:
    system = SYSTEMS.get(identifier.kind)
    return Identifier(use="official" if system else None, system=system, value=identifier.value)


def _address(content: SheetContent) -> tuple[Address] | None:
    """Nothing at all where the address is protected: the municipality then stands only as the authority that it is."""
    patient = content.patient
    code = patient.municipality_code
    if patient.address_protected or not (patient.address or code):
        return None
    if not code:
        return (Address(text=patient.address),)
    display = content.municipality.name if content.municipality else None
    concept = CodeableConcept(coding=(Coding(system=MUNICIPALITY_CODES, code=code, display=display),))
    extension = Extension(url=MUNICIPALITY, value_codeable_concept=concept)
    return (Address(extension=(extension,), text=patient.address or None),)


def _communication(language: str, words: Words) -> tuple[PatientCommunication] | None:
    if not language:
        return None
    if not _LANGUAGE_CODE.fullmatch(language):
        return (PatientCommunication(language=words_only(language)),)
    coding = Coding(system=LANGUAGES, code=language)
    text = words.texts.get(f"language.{language}")
    return (PatientCommunication(language=CodeableConcept(coding=(coding,), text=text)),)


def _relative(relative: Relative, urns: Urns) -> RelatedPerson:
    return RelatedPerson(
        patient=urns.to("patient"),
        relationship=(words_only(relative.relation),) if relative.relation else None,
        name=name_of(relative.name),
        telecom=phone_of(relative.phone),
    )


def _children(there_are: bool, content: SheetContent, urns: Urns) -> Observation:
    return Observation(
        status="final",
        category=(standard(SOCIAL_HISTORY),),
        code=words_only(content.words.text("sheet.children_under_18")),
        subject=urns.to("patient"),
        effective_date_time=content.assessment.held_on,
        value_boolean=there_are,
    )


# Read -------------------------------------------------------------------------------------------------------------


def read_citizen(entries: Entries, held_on: date) -> PatientDetails:
    """The citizen. The identifier must be one that could have been typed on the day of the assessment."""
    patient = entries.require("patient", Patient)
    is_protected = patient.meta is not None
    if patient.meta not in (None, Meta(security=(RESTRICTED,))):
        refuse("Patient.meta")
    needs_interpreter = bool(patient.extension)
    if patient.extension not in (None, (Extension(url=INTERPRETER, value_boolean=True),)):
        refuse("Patient.extension")
    identifier = _read_identifier(patient.identifier[0], held_on)
    if patient.birth_date != identifier.born_on:
        refuse("Patient.birthDate")
    municipality_code = _read_municipality(entries)
    address, code_in_address = _read_address(patient.address)
    if (is_protected and patient.address) or (not is_protected and code_in_address != municipality_code):
        refuse("Patient.address")
    phone, best_time = read_phone_and_time(patient.telecom)
    return PatientDetails(
        identifier=identifier,
        name=read_name(patient.name),
        phone=phone,
        best_time=best_time,
        municipality_code=municipality_code,
        address=address,
        address_protected=is_protected,
        general_practice=_read_practice(entries, patient),
        relative=_read_relative(entries),
        children_under_18=_read_children(entries),
        language=_read_communication(patient.communication),
        needs_interpreter=needs_interpreter,
    )


def _read_identifier(identifier: Identifier, day: date) -> PersonalIdentifier:
    is_other = identifier.system is None
    try:
        read = parse_identifier(identifier.value, today=day, other=is_other)
    except InputError:
        refuse("Patient.identifier")
    if _identifier(read) != identifier:
        refuse("Patient.identifier")
    return read


def _read_address(address: tuple[Address] | None) -> tuple[str, str]:
    """Where somebody lives, and the number of the municipality."""
    if address is None:
        return "", ""
    extension = by_url(address[0].extension, (MUNICIPALITY,), "Patient.address").get(MUNICIPALITY)
    if extension is None:
        return address[0].text or "", ""
    concept = extension.value_codeable_concept
    if concept is None or concept.coding is None or concept.coding[0].system != MUNICIPALITY_CODES:
        refuse("Patient.address")
    return address[0].text or "", concept.coding[0].code


def _read_municipality(entries: Entries) -> str:
    municipality = entries.take("municipality", Organization, "identifier name")
    if municipality is None:
        return ""
    number = municipality.identifier
    if number is None or number[0].system != MUNICIPALITY_CODES:
        refuse("Organization.identifier")
    return number[0].value


def _read_communication(communication: tuple[PatientCommunication] | None) -> str:
    if communication is None:
        return ""
    language = communication[0].language
    if language.coding is None:
        return read_words(language, "Patient.communication")
    if language.coding[0].system != LANGUAGES:
        refuse("Patient.communication")
    return language.coding[0].code


def _read_practice(entries: Entries, patient: Patient) -> GeneralPractice:
    practice = entries.take("gp", Organization, "identifier name telecom")
    if patient.general_practitioner != ((entries.urns.to("gp"),) if practice else None):
        refuse("Patient.generalPractitioner")
    if practice is None:
        return GeneralPractice()
    return GeneralPractice(name=read_organization(practice), phone=read_phone(practice.telecom))


def _read_relative(entries: Entries) -> Relative:
    relative = entries.take("relative", RelatedPerson)
    if relative is None:
        return Relative()
    entries.points(relative.patient, "patient", "RelatedPerson.patient")
    return Relative(
        name=read_name(relative.name),
        relation=read_words(relative.relationship[0], "RelatedPerson.relationship") if relative.relationship else "",
        phone=read_phone(relative.telecom),
    )


def _read_children(entries: Entries) -> bool | None:
    children = entries.take("children", Observation, "status category code subject effective_date_time value_boolean")
    if children is None:
        return None
    entries.points(children.subject, "patient", "Observation.subject")
    if children.value_boolean is None:
        refuse("Observation.value")
    return children.value_boolean
