"""Names, phone numbers and organisations of a Bundle, there and back."""

from needsform.export.fhir.codes import BEST_TIME, URI, by_url
from needsform.export.fhir.elements import ContactPoint, Extension, HumanName, Identifier
from needsform.export.fhir.entries import Urns, refuse
from needsform.export.fhir.resources import Organization


def name_of(name: str, *, official: bool = False) -> tuple[HumanName] | None:
    """A person's name."""
    return (HumanName(use="official" if official else None, text=name),) if name else None


def phone_of(phone: str, best_time: str = "") -> tuple[ContactPoint] | None:
    """A phone number, and the best time to call it."""
    if not (phone or best_time):
        return None
    comment = (Extension(url=BEST_TIME, value_string=best_time),) if best_time else None
    return (ContactPoint(extension=comment, value=phone or None),)


def organization(role: str, name: str, phone: str, urns: Urns) -> Organization:
    """R4 asks for a name or an identifier, so one without a name gets an identifier made from its role.

    It may not be the `urn:uuid:` of the entry: a server replaces that wherever it stands (R4, 3.1.0.11.2).
    """
    own = None if name else (Identifier(system=URI, value=urns(f"{role}/identifier")),)
    return Organization(identifier=own, name=name or None, telecom=phone_of(phone))


def read_organization(found: Organization) -> str:
    """The name of what `organization` wrote."""
    if (found.name is None) == (found.identifier is None):
        refuse("Organization.identifier")
    return found.name or ""


def read_name(name: tuple[HumanName] | None) -> str:
    """The name that `name_of` wrote."""
    return name[0].text if name else ""


def read_phone(telecom: tuple[ContactPoint] | None) -> str:
    """The number that `phone_of` wrote without a time."""
    number, best_time = read_phone_and_time(telecom)
    if best_time:
        refuse("ContactPoint.extension")
    return number


def read_phone_and_time(telecom: tuple[ContactPoint] | None) -> tuple[str, str]:
    """The number and the time that `phone_of` wrote."""
    if telecom is None:
        return "", ""
    comment = by_url(telecom[0].extension, (BEST_TIME,), "ContactPoint").get(BEST_TIME)
    return telecom[0].value or "", (comment.value_string or "") if comment else ""
