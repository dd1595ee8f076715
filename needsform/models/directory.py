"""The directory of offers and contacts: whom a citizen can turn to with what, where, and from when to when.

What is shipped is where a site begins. An entry that the site has changed is the site's own from then on, whatever a
newer program ships; the others follow the program.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from needsform.models.care_plan import CarePlan, ResponsibleType
from needsform.models.contact import Contact, ContactKind
from needsform.models.errors import InputError
from needsform.models.frozen import Line
from needsform.models.identity import ContactId, LinkId
from needsform.models.patient import GeneralPractice
from needsform.models.questionnaire import Questionnaire

MOST_ENTRIES: Final = 300
"""More than anybody can look after; a longer file is not a directory."""

RESPONSIBLE: Final[Mapping[ContactKind, ResponsibleType]] = {
    ContactKind.MUNICIPAL_REHABILITATION: ResponsibleType.MUNICIPALITY,
    ContactKind.HOSPITAL_DEPARTMENT: ResponsibleType.HOSPITAL,
    ContactKind.LATE_EFFECTS_CLINIC: ResponsibleType.LATE_EFFECTS_CLINIC,
    ContactKind.COUNSELLING: ResponsibleType.CANCER_SOCIETY,
    ContactKind.HELPLINE: ResponsibleType.CANCER_SOCIETY,
    ContactKind.NETWORK: ResponsibleType.OTHER,
    ContactKind.PATIENT_ASSOCIATION: ResponsibleType.OTHER,
    ContactKind.JOBCENTER: ResponsibleType.JOBCENTER,
    ContactKind.GENERAL_PRACTICE: ResponsibleType.GENERAL_PRACTICE,
    ContactKind.OTHER: ResponsibleType.OTHER,
}
"""Who an action rests with when an offer of a kind is chosen."""


class Validity(StrEnum):
    """Where a day lies, seen from an entry's own days; the order in which they are listed."""

    TODAY = "today"
    LATER = "later"
    FORMERLY = "formerly"


class DirectoryEntry(Contact):
    """One offer or contact."""

    topics: tuple[LinkId, ...] = ()
    """The topics, or whole areas, that it helps with; empty means any."""
    area: Line = ""
    """Whom it is for by where they live: a municipality, a region, the whole country."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Both days are included; None is open."""

    @property
    def responsible(self) -> ResponsibleType:
        """Who an action rests with when this is chosen."""
        return RESPONSIBLE[self.kind]

    def validity_on(self, day: date) -> Validity:
        """Whether it can be chosen on a day."""
        if self.valid_to is not None and self.valid_to < day:
            return Validity.FORMERLY
        is_later = self.valid_from is not None and day < self.valid_from
        return Validity.LATER if is_later else Validity.TODAY

    def helps_with(self, topics: Iterable[LinkId], form: Questionnaire) -> bool:
        """Whether it is meant for any of the topics, or for all there are."""
        if not self.topics:
            return True
        return any(topic in self.topics or form.area_of(topic).link_id in self.topics for topic in topics)

    def contact(self) -> Contact:
        """What of it a sheet can tell."""
        return Contact.model_validate(self.model_dump(include=set(Contact.model_fields)))

    def require_complete(self) -> None:
        """Raise InputError `directory.name_missing` at "name_da", `directory.days_turned` at "valid_to"."""
        if not self.name.get("da"):
            raise InputError("directory.name_missing", at="name_da")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise InputError("directory.days_turned", at="valid_to")


def directory_of(
    shipped: Iterable[DirectoryEntry], own: Mapping[ContactId, DirectoryEntry]
) -> tuple[DirectoryEntry, ...]:
    """What a site has: the shipped entries in their order, its own in place of them or after them."""
    entries = {entry.id: entry for entry in shipped} | dict(own)
    return tuple(entries.values())


def contacts_of(
    plan: CarePlan, directory: Iterable[DirectoryEntry], day: date, practice: GeneralPractice
) -> tuple[Contact, ...]:
    """Whom a sheet tells the citizen to turn to: what was chosen, holds on that day and can be reached, each once.

    Their own doctor is reached by what is known of the practice, unless the directory says otherwise.
    """
    known = {entry.id: entry for entry in directory if entry.validity_on(day) is Validity.TODAY}
    chosen = dict.fromkeys(a.contact for a in plan.activities if a.contact in known)
    contacts = (_of_citizen(known[contact_id].contact(), practice) for contact_id in chosen if contact_id is not None)
    return tuple(contact for contact in contacts if contact.can_be_reached)


def _of_citizen(contact: Contact, practice: GeneralPractice) -> Contact:
    if contact.kind is not ContactKind.GENERAL_PRACTICE or contact.can_be_reached or not practice.phone:
        return contact
    name = {"da": practice.name} if practice.name else contact.name
    return Contact.model_validate({**contact.model_dump(), "name": name, "phone": practice.phone})
