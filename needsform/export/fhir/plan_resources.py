"""The resources of the back page: what follows from the talk, and what the citizen agreed to."""

from datetime import date
from typing import Literal

from needsform.export.fhir.elements import Annotation, CodeableConcept, Element, Reference, Some, Text


class ObservationComponent(Element):
    """A part of an observation."""

    code: CodeableConcept
    value_boolean: bool


class Observation(Element):
    """A plain statement: an area that support is wanted for, children at home, a plan for retraining."""

    resource_type: Literal["Observation"] = "Observation"
    status: Literal["preliminary", "final"]
    category: tuple[CodeableConcept] | None = None
    code: CodeableConcept
    subject: Reference
    effective_date_time: date
    value_boolean: bool | None = None
    value_codeable_concept: CodeableConcept | None = None
    note: Some[Annotation] | None = None
    derived_from: tuple[Reference] | None = None
    component: tuple[ObservationComponent] | None = None


class ActivityDetail(Element):
    """One action."""

    code: CodeableConcept
    reason_code: Some[CodeableConcept] | None = None
    status: Literal["not-started", "in-progress", "completed"]
    scheduled_string: Text | None = None
    performer: tuple[Reference] | None = None
    description: Text | None = None


class CarePlanActivity(Element):
    """One row of the second box."""

    detail: ActivityDetail


class CarePlan(Element):
    """The back page: what follows, and by whom."""

    resource_type: Literal["CarePlan"] = "CarePlan"
    status: Literal["draft", "active"]
    intent: Literal["plan"] = "plan"
    title: Text
    subject: Reference
    created: date
    author: Reference
    supporting_info: Some[Reference]
    activity: Some[CarePlanActivity] | None = None


class ConsentActor(Element):
    """Whom a consent lets know."""

    role: CodeableConcept
    reference: Reference


class ConsentProvision(Element):
    """What a consent allows or forbids."""

    type: Literal["permit", "deny"]
    actor: tuple[ConsentActor]


class Consent(Element):
    """The citizen's yes or no to telling somebody the conclusions."""

    resource_type: Literal["Consent"] = "Consent"
    status: Literal["active", "rejected"]
    scope: CodeableConcept
    category: tuple[CodeableConcept]
    patient: Reference
    date_time: date
    performer: tuple[Reference]
    organization: tuple[Reference]
    policy_rule: CodeableConcept
    provision: ConsentProvision


class CommunicationPayload(Element):
    """What was said."""

    content_string: Text


class Communication(Element):
    """Whether the citizen was told who decides which offers there can be."""

    resource_type: Literal["Communication"] = "Communication"
    status: Literal["preparation", "not-done", "completed"]
    subject: Reference
    about: tuple[Reference] | None = None
    recipient: tuple[Reference]
    sender: Reference
    payload: tuple[CommunicationPayload]


class ServiceRequest(Element):
    """That the municipality is asked to talk with the citizen about rehabilitation; it decides what can be offered."""

    resource_type: Literal["ServiceRequest"] = "ServiceRequest"
    status: Literal["draft", "active"]
    intent: Literal["proposal"] = "proposal"
    code: CodeableConcept
    subject: Reference
    authored_on: date
    requester: Reference
    performer: tuple[Reference] | None = None
    reason_reference: Some[Reference] | None = None
    supporting_info: Some[Reference]
