"""Bundles that are almost ours: what is wrong with each, where it stands, and what stands there instead."""

import copy
import json
from typing import Any

from needsform.export.fhir import bundle_json
from tests.export import talk

Fhir = dict[str, Any]

GONE, AGAIN = object(), object()
"""Take the element away; put the last entry of the list there once more."""

NOWHERE = {"reference": "urn:uuid:00000000-0000-5000-8000-000000000000"}
OWN = {"coding": [{"code": "nobody_knows"}], "text": "x"}
RESTRICTED = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-Confidentiality",
    "code": "R",
    "display": "restricted",
}
CONDITION = {
    "fullUrl": NOWHERE["reference"],
    "resource": {"resourceType": "Condition"},
    "request": {"method": "POST", "url": "Condition"},
}
STRANGER = {
    "fullUrl": NOWHERE["reference"],
    "resource": {"resourceType": "Practitioner"},
    "request": {"method": "POST", "url": "Practitioner"},
}
TICK, NO = {"valueBoolean": True}, {"valueBoolean": False}
TOPIC = {"valueCoding": {"code": "fatigue"}}
TOO_MANY = [{"linkId": f"x{number}", "text": "x", "answer": [TICK]} for number in range(1001)]

# The first name is a kind of resource, with its name or what it is about where there are several of the kind.
BOX = "QuestionnaireResponse.item.0.item.0.item.0.answer"
SPOILT: dict[str, tuple[str, object]] = {
    "another source": ("Bundle.meta.source", "urn:somebody:else"),
    "no source": ("Bundle.meta", GONE),
    "another identifier": ("Bundle.identifier.value", "urn:uuid:x"),
    "a collection": ("Bundle.type", "collection"),
    "an unknown element": ("Bundle.total", 1),
    "an unknown element of a resource": ("Patient.photo", [{"url": "x"}]),
    "an unknown resource": ("Bundle.entry.+", CONDITION),
    "a professional nobody knows": ("Bundle.entry.+", STRANGER),
    "the same entry twice": ("Bundle.entry", AGAIN),
    "an entry that is to be deleted": ("Bundle.entry.0.request.method", "DELETE"),
    "a request for another kind": ("Bundle.entry.0.request.url", "Practitioner"),
    "an entry with another's name": ("Bundle.entry.0.fullUrl", NOWHERE["reference"]),
    # The citizen
    "a CPR of no day": ("Patient.identifier.0.value", "9901609995"),
    "a CPR with a hyphen": ("Patient.identifier.0.value", "020160-9995"),
    "an identifier of another country": ("Patient.identifier.0.system", "urn:oid:1.2.3"),
    "two identifiers": ("Patient.identifier", AGAIN),
    "another birth date": ("Patient.birthDate", "1961-01-02"),
    "an unknown label": ("Patient.meta", {"security": [{"code": "V"}]}),
    "a protected address that is told": ("Patient.meta", {"security": [RESTRICTED]}),
    "a name too long": ("Patient.name.0.text", "Ø" * 121),
    "an address elsewhere": ("Patient.address.0.extension.0.valueCodeableConcept.coding.0.code", "0101"),
    "an address in another list": ("Patient.address.0.extension.0.valueCodeableConcept.coding.0.system", "urn:x"),
    "an address in no municipality": ("Patient.address.0.extension", GONE),
    "an unknown extension": ("Patient.extension", [{"url": "urn:x", "valueBoolean": True}]),
    "an extension with two values": ("Patient.telecom.0.extension.0.valueBoolean", True),
    "an extension twice": ("Patient.telecom.0.extension", AGAIN),
    "a language of another list": ("Patient.communication.0.language.coding.0.system", "urn:x"),
    "a doctor nobody refers to": ("Patient.generalPractitioner", GONE),
    "another doctor": ("Patient.generalPractitioner.0", NOWHERE),
    "a doctor at the best time": (
        "Organization:Lægerne Testvej.telecom.0.extension",
        [{"url": "http://hl7.org/fhir/StructureDefinition/contactpoint-comment", "valueString": "x"}],
    ),
    "a municipality of another list": ("Organization:Aarhus Kommune.identifier.0.system", "urn:x"),
    "a municipality with a phone": ("Organization:Aarhus Kommune.telecom", [{"system": "phone"}]),
    "somebody else's relative": ("RelatedPerson.patient", NOWHERE),
    "a relation with a code": ("RelatedPerson.relationship.0", OWN),
    "somebody else's children": ("Observation:Børn under 18 år i hjemmet.subject", NOWHERE),
    "children in words": ("Observation:Børn under 18 år i hjemmet.valueBoolean", GONE),
    "children with a note": ("Observation:Børn under 18 år i hjemmet.note", [{"text": "x"}]),
    # The sender
    "a site of no kind": ("Organization:Test Universitetshospital.type", GONE),
    "a site of an unknown kind": ("Organization:Test Universitetshospital.type.0", OWN),
    "a site with a name and an identifier": ("Organization:Test Universitetshospital.identifier", [{"value": "x"}]),
    "an unknown reason to call": ("Organization:Test Universitetshospital.contact.0.purpose", OWN),
    "another site's ward": ("Organization:Kræftafdelingen.partOf", NOWHERE),
    "an authority with a kind": ("Organization:Sundhedsrådet.type", [OWN]),
    "an unknown setting": ("Location.type.0", OWN),
    "another professional": ("PractitionerRole.practitioner", NOWHERE),
    "a professional elsewhere": ("PractitionerRole.location.0", NOWHERE),
    # The assessment
    "another way to number assessments": ("Procedure.identifier.0.system", "urn:x"),
    "no number": ("Procedure.extension.0", GONE),
    "revision nought": ("Procedure.extension.1.valuePositiveInt", 0),
    "a revision in words": (
        "Procedure.extension.1",
        {"url": "urn:needsform:extension:revision", "valueString": "2"},
    ),
    "a gate in words": ("Procedure.extension.+", {"url": "urn:needsform:extension:gate", "valueString": "x"}),
    "no occasion": ("Procedure.reasonCode", GONE),
    "an unknown occasion": ("Procedure.reasonCode.0", OWN),
    "an occasion from another list": ("Procedure.reasonCode.0.coding.0.system", "urn:x"),
    "nobody who held the talk": ("Procedure.performer", GONE),
    "a stranger present": ("Procedure.performer.1.actor", NOWHERE),
    "two relatives present": ("Procedure.performer", AGAIN),
    "half a date": ("Procedure.performedDateTime", "2026-11"),
    "a signature of somebody else": ("Provenance.agent.0.who", NOWHERE),
    "a signature under something else": ("Provenance.target.2", GONE),
    "a signature at no known hour": ("Provenance.recorded", "2026-11-23T12:48:00"),
    # The front page
    "a form without a version": ("QuestionnaireResponse.questionnaire", "urn:x"),
    "somebody else's answers": ("QuestionnaireResponse.source", NOWHERE),
    "an unknown author": ("QuestionnaireResponse.author", NOWHERE),
    "no word on how it was filled in": ("QuestionnaireResponse.extension", GONE),
    "filled in by voice": ("QuestionnaireResponse.extension.0.valueCodeableConcept.coding.0.code", "VERBAL"),
    "an unknown status": ("QuestionnaireResponse.status", "nope"),
    "an empty group": ("QuestionnaireResponse.item.+", {"linkId": "x", "text": "x"}),
    "an item answered twice": ("QuestionnaireResponse.item", AGAIN),
    "a linkId with a space": ("QuestionnaireResponse.item.0.linkId", "a b"),
    "two answers in one box": (BOX, [TICK, NO]),
    "a tick and words in one answer": (BOX, [{**TICK, "valueString": "x"}]),
    "a tick and a topic": (BOX, [TICK, TOPIC]),
    "the same priority twice": (BOX, [TOPIC, TOPIC]),
    "an answer that says nothing": (BOX, [{}]),
    "words longer than any form asks for": (BOX, [{"valueString": "x" * 501}]),
    "words that cannot be seen": (BOX, [{"valueString": "\u202e"}]),
    "a number as words": (BOX, [{"valueInteger": "3"}]),
    "more answers than any form asks for": ("QuestionnaireResponse.item", TOO_MANY),
    # The back page
    "a plan that has not been begun": ("Communication.status", "preparation"),
    "somebody else's plan": ("CarePlan.subject", NOWHERE),
    "an unknown conclusion": ("Procedure.outcome", OWN),
    "an area with a value": ("Observation:Træthed.valueBoolean", True),
    "an area by no code": ("Observation:Træthed.code.coding", GONE),
    "words of nobody": ("Observation:Træthed.note.0.authorReference", GONE),
    "two words of one person": ("Observation:Træthed.note", AGAIN),
    "an unknown kind of action": ("CarePlan.activity.0.detail.code", OWN),
    "an unknown responsible": ("CarePlan.activity.0.detail.performer.0", NOWHERE),
    "a responsible of no kind": ("Organization:Kræftkoordinator, Aarhus Kommune.type", GONE),
    "a consent of somebody else": ("Consent.patient", NOWHERE),
    "a consent to tell somebody else": ("Consent.provision.actor.0.reference", NOWHERE),
    "a consent that is and is not": ("Consent.status", "rejected"),
    "a request for somebody else": ("ServiceRequest.subject", NOWHERE),
    "a request by nobody here": ("ServiceRequest.requester", NOWHERE),
    "a request to somebody else": ("ServiceRequest.performer.0", NOWHERE),
    "an order instead of a request": ("ServiceRequest.intent", "order"),
    "an unknown retraining plan": ("Observation:Genoptræningsplan.valueCodeableConcept", OWN),
    "a retraining plan in a tick": ("Observation:Genoptræningsplan.valueBoolean", True),
}

NEEDED = (
    "Patient",
    "Organization",
    "Location",
    "PractitionerRole",
    "Procedure",
    "QuestionnaireResponse",
    "CarePlan",
    "ServiceRequest",
)
"""Kinds of resource that a whole Bundle cannot do without."""


def bundle() -> Fhir:
    """The Bundle of the talk, free to be spoilt."""
    read: Fhir = json.loads(bundle_json(talk.sheet(authority="Sundhedsrådet")))
    return read


def spoilt(place: str, instead: object) -> Fhir:
    """The Bundle of the talk with something else in one place."""
    read = bundle()
    first, *way, last = place.split(".")
    holder = _resource(read, first)
    for step in way:
        holder = holder[int(step) if isinstance(holder, list) else step]
    key: Any = len(holder) if last == "+" else int(last) if isinstance(holder, list) else last
    if instead is GONE:
        del holder[key]
    elif instead is AGAIN:
        holder[key].append(copy.deepcopy(holder[key][-1]))
    elif last == "+":
        holder.append(instead)
    else:
        holder[key] = instead
    return read


def without(kind: str) -> Fhir:
    """The Bundle of the talk without the resources of a kind."""
    read = bundle()
    read["entry"] = [entry for entry in read["entry"] if entry["resource"]["resourceType"] != kind]
    return read


def _resource(read: Fhir, what: str) -> Any:
    kind, _, about = what.partition(":")
    if kind == "Bundle":
        return read
    found = [entry["resource"] for entry in read["entry"] if entry["resource"]["resourceType"] == kind]
    return found[0] if not about else next(r for r in found if about in (r.get("name"), r.get("code", {}).get("text")))
