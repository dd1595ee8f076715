"""The resources of FHIR R4 that a sheet's Bundle is made of; `docs/FHIR.md` says what each of them holds."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field, StringConstraints

from needsform.export.fhir.elements import (
    Address,
    Annotation,
    Code,
    CodeableConcept,
    Coding,
    ContactPoint,
    Element,
    Extension,
    HumanName,
    Identifier,
    Meta,
    Reference,
    Some,
    Text,
)
from needsform.export.fhir.plan_resources import CarePlan, Communication, Consent, Observation, ServiceRequest

MOST_ENTRIES = 1000
"""Resources in a Bundle: two for every topic of the largest form, and the rest."""


# People and places ------------------------------------------------------------------------------------------------


class PatientCommunication(Element):
    """A language that the citizen can be spoken to in (`Patient.communication`)."""

    language: CodeableConcept
    preferred: Literal[True] = True


class Patient(Element):
    """The citizen."""

    resource_type: Literal["Patient"] = "Patient"
    meta: Meta | None = None
    extension: Some[Extension] | None = None
    identifier: tuple[Identifier]
    name: tuple[HumanName] | None = None
    telecom: tuple[ContactPoint] | None = None
    birth_date: date | None = None
    address: tuple[Address] | None = None
    communication: tuple[PatientCommunication] | None = None
    general_practitioner: tuple[Reference] | None = None


class RelatedPerson(Element):
    """The citizen's relative."""

    resource_type: Literal["RelatedPerson"] = "RelatedPerson"
    patient: Reference
    relationship: tuple[CodeableConcept] | None = None
    name: tuple[HumanName] | None = None
    telecom: tuple[ContactPoint] | None = None


class Practitioner(Element):
    """The professional as a person."""

    resource_type: Literal["Practitioner"] = "Practitioner"
    name: tuple[HumanName] | None = None


class PractitionerRole(Element):
    """The professional at work: title and phone, as MedCom asks of a signature."""

    resource_type: Literal["PractitionerRole"] = "PractitionerRole"
    practitioner: Reference
    organization: Reference
    code: tuple[CodeableConcept] | None = None
    location: tuple[Reference]
    telecom: tuple[ContactPoint] | None = None


class OrganizationContact(Element):
    """Whom to call at an organisation, and about what."""

    purpose: CodeableConcept
    name: HumanName | None = None
    telecom: tuple[ContactPoint] | None = None


class Organization(Element):
    """The site, a ward, a municipality, a general practice, whoever is responsible for an action."""

    resource_type: Literal["Organization"] = "Organization"
    identifier: tuple[Identifier] | None = None
    type: tuple[CodeableConcept] | None = None
    name: Text | None = None
    telecom: tuple[ContactPoint] | None = None
    part_of: Reference | None = None
    contact: Some[OrganizationContact] | None = None


class Location(Element):
    """Where the assessment was made: setting and unit."""

    resource_type: Literal["Location"] = "Location"
    name: Text | None = None
    type: tuple[CodeableConcept]
    managing_organization: Reference


# The assessment ---------------------------------------------------------------------------------------------------


class ProcedurePerformer(Element):
    """Somebody who took part."""

    function: CodeableConcept | None = None
    actor: Reference
    on_behalf_of: Reference | None = None


class Procedure(Element):
    """The assessment as an act: why, when, where, by whom, with what conclusion."""

    resource_type: Literal["Procedure"] = "Procedure"
    extension: Some[Extension] | None = None
    identifier: tuple[Identifier] | None = None
    status: Literal["in-progress", "not-done", "completed", "entered-in-error"]
    status_reason: CodeableConcept | None = None
    code: CodeableConcept
    subject: Reference
    performed_date_time: date
    performer: Some[ProcedurePerformer] | None = None
    location: Reference | None = None
    reason_code: tuple[CodeableConcept] | None = None
    outcome: CodeableConcept | None = None
    follow_up: tuple[CodeableConcept] | None = None
    note: tuple[Annotation] | None = None


class ResponseAnswer(Element):
    """One answer; exactly one of the values is there."""

    value_boolean: bool | None = None
    value_integer: Annotated[int, Field(ge=-(2**31), le=2**31 - 1)] | None = None
    value_string: Text | None = None
    value_coding: Coding | None = None


class ResponseItem(Element):
    """One item of the form that was answered, or a group that holds some."""

    link_id: Annotated[str, StringConstraints(pattern=r"^\S{1,100}$")]
    text: Text
    answer: Some[ResponseAnswer] | None = None
    item: "Some[ResponseItem] | None" = None


class QuestionnaireResponse(Element):
    """The front page. An item that is not here was not answered."""

    resource_type: Literal["QuestionnaireResponse"] = "QuestionnaireResponse"
    language: Code
    extension: tuple[Extension] | None = None
    part_of: tuple[Reference]
    questionnaire: Text
    status: Literal["in-progress", "completed", "amended", "entered-in-error", "stopped"]
    subject: Reference
    authored: AwareDatetime | None = None
    author: Reference
    source: Reference
    item: Some[ResponseItem] | None = None


class ProvenanceAgent(Element):
    """Who signed."""

    type: CodeableConcept
    who: Reference
    on_behalf_of: Reference


class Provenance(Element):
    """That the assessment was signed, and when."""

    resource_type: Literal["Provenance"] = "Provenance"
    target: Some[Reference]
    recorded: AwareDatetime
    agent: tuple[ProvenanceAgent]


# The Bundle -------------------------------------------------------------------------------------------------------

Resource = (
    Patient
    | RelatedPerson
    | Practitioner
    | PractitionerRole
    | Organization
    | Location
    | Procedure
    | QuestionnaireResponse
    | Observation
    | CarePlan
    | ServiceRequest
    | Consent
    | Communication
    | Provenance
)


class EntryRequest(Element):
    """What a server should do with a resource: make it."""

    method: Literal["POST"] = "POST"
    url: Code


class Entry(Element):
    """One resource under its name in this Bundle."""

    full_url: Annotated[str, StringConstraints(pattern=r"^urn:uuid:[0-9a-f-]{36}$")]
    resource: Annotated[Resource, Field(discriminator="resource_type")]
    request: EntryRequest


class Signature(Element):
    """The site's signature on the whole Bundle (`fhir.signing`)."""

    type: tuple[Coding]
    when: AwareDatetime
    who: Reference
    target_format: Literal["application/fhir+json"] = "application/fhir+json"
    sig_format: Literal["application/jose"] = "application/jose"
    data: Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class Bundle(Element):
    """Everything that a sheet says."""

    resource_type: Literal["Bundle"] = "Bundle"
    meta: Meta
    language: Code
    identifier: Identifier
    type: Literal["transaction"] = "transaction"
    entry: Annotated[Some[Entry], Field(max_length=MOST_ENTRIES)]
    signature: Signature | None = None
