"""Who sends a Bundle, there and back: the site with whom to call there, the unit, the professional."""

from collections.abc import Iterator
from typing import Final

from needsform.export.fhir.codes import (
    COMMUNITY,
    HOSPITAL,
    PATIENT_CONTACT,
    PRIMARY_CARE,
    member,
    read_member,
    read_words,
    some,
    standard,
    words_only,
)
from needsform.export.fhir.contact import name_of, organization, phone_of, read_name, read_organization, read_phone
from needsform.export.fhir.elements import CodeableConcept, HumanName
from needsform.export.fhir.entries import Entries, Urns, refuse
from needsform.export.fhir.resources import (
    Location,
    Organization,
    OrganizationContact,
    Practitioner,
    PractitionerRole,
    Resource,
)
from needsform.models.practitioner import Signature
from needsform.models.sheet import SheetContent
from needsform.models.site import Site, SiteKind
from needsform.models.words import Words

_SETTINGS: Final = {
    SiteKind.HOSPITAL: HOSPITAL,
    SiteKind.MUNICIPALITY: COMMUNITY,
    SiteKind.GENERAL_PRACTICE: PRIMARY_CARE,
}
"""R4 has codes for where care is given, and binds `Location.type` to them."""

# Written ----------------------------------------------------------------------------------------------------------


def sender(content: SheetContent, urns: Urns) -> Iterator[tuple[str, Resource]]:
    """The site, its ward, the authority if the site names one, the unit of the assessment and the professional."""
    site, assessment, words = content.site, content.assessment, content.words
    bare = organization("site", site.name, "", urns)
    yield "site", bare.model_copy(update={"type": (member(site.kind, words),), "contact": some(_contacts(site, words))})
    if site.unit:
        yield "ward", Organization(name=site.unit, part_of=urns.to("site"))
    if site.authority:
        yield "authority", Organization(name=site.authority)
    yield "unit", _unit(assessment.setting, assessment.unit, urns)
    yield "practitioner", Practitioner(name=name_of(assessment.signature.name))
    yield "professional", _professional(assessment.signature, urns)


def _unit(setting: SiteKind, name: str, urns: Urns) -> Location:
    kind = (standard(_SETTINGS[setting]),)
    return Location(name=name or None, type=kind, managing_organization=urns.to("site"))


def _contacts(site: Site, words: Words) -> Iterator[OrganizationContact]:
    if site.contact_name or site.contact_phone:
        text = words.text(f"sheet.contact.{site.kind.value}")
        yield _contact(CodeableConcept(coding=(PATIENT_CONTACT,), text=text), site.contact_name, site.contact_phone)
    if site.helpline_name or site.helpline_phone:
        purpose = words_only(words.text("sheet.contact.helpline"))
        yield _contact(purpose, site.helpline_name, site.helpline_phone)


def _contact(purpose: CodeableConcept, name: str, phone: str) -> OrganizationContact:
    return OrganizationContact(purpose=purpose, name=HumanName(text=name) if name else None, telecom=phone_of(phone))


def _professional(signature: Signature, urns: Urns) -> PractitionerRole:
    return PractitionerRole(
        practitioner=urns.to("practitioner", signature.name),
        organization=urns.to("site"),
        code=(words_only(signature.title),) if signature.title else None,
        location=(urns.to("unit"),),
        telecom=phone_of(signature.phone),
    )


# Read -------------------------------------------------------------------------------------------------------------


def read_site(entries: Entries) -> Site:
    """The sender, with whom to call."""
    site = entries.require("site", Organization, "identifier type name contact")
    ward = entries.take("ward", Organization, "name part_of")
    authority = entries.take("authority", Organization, "name")
    if ward is not None:
        entries.points(ward.part_of, "site", "Organization.partOf")
    if site.type is None:
        refuse("Organization.type")
    contact = helpline = ("", "")
    for entry in site.contact or ():
        read = (entry.name.text if entry.name else "", read_phone(entry.telecom))
        if entry.purpose.coding == (PATIENT_CONTACT,):
            contact = read
        elif entry.purpose.coding is None:
            helpline = read
        else:
            refuse("Organization.contact")
    return Site(
        name=read_organization(site),
        kind=read_member(site.type[0], SiteKind, "Organization.type"),
        unit=(ward.name or "") if ward else "",
        contact_name=contact[0],
        contact_phone=contact[1],
        authority=(authority.name or "") if authority else "",
        helpline_name=helpline[0],
        helpline_phone=helpline[1],
    )


def read_unit(entries: Entries) -> tuple[SiteKind, str]:
    """The setting and the name of the unit."""
    unit = entries.require("unit", Location)
    entries.points(unit.managing_organization, "site", "Location.managingOrganization")
    settings = [setting for setting, coding in _SETTINGS.items() if unit.type[0] == standard(coding)]
    if not settings:
        refuse("Location.type")
    return settings[0], unit.name or ""


def read_professional(entries: Entries) -> Signature:
    """The professional's name, title and phone."""
    person = entries.require("practitioner", Practitioner)
    role = entries.require("professional", PractitionerRole)
    entries.points(role.practitioner, "practitioner", "PractitionerRole.practitioner")
    entries.points(role.organization, "site", "PractitionerRole.organization")
    entries.points(role.location[0], "unit", "PractitionerRole.location")
    return Signature(
        name=read_name(person.name),
        title=read_words(role.code[0], "PractitionerRole.code") if role.code else "",
        phone=read_phone(role.telecom),
    )
