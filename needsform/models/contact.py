"""Somebody whom a citizen can turn to, as the sheet tells of them."""

from collections.abc import Mapping
from enum import StrEnum

from needsform.models.frozen import Frozen, FrozenMapping, Line, Name
from needsform.models.identity import ContactId


class ContactKind(StrEnum):
    """Who offers help (agreement sections 5 and 6, and the leaflet on late effects)."""

    MUNICIPAL_REHABILITATION = "municipal_rehabilitation"
    HOSPITAL_DEPARTMENT = "hospital_department"
    LATE_EFFECTS_CLINIC = "late_effects_clinic"
    COUNSELLING = "counselling"
    HELPLINE = "helpline"
    NETWORK = "network"
    PATIENT_ASSOCIATION = "patient_association"
    JOBCENTER = "jobcenter"
    GENERAL_PRACTICE = "gp"
    OTHER = "other"


class Referrer(StrEnum):
    """Who may send a citizen there."""

    CITIZEN = "citizen"
    """They go there by themselves."""
    GENERAL_PRACTICE = "gp"
    HOSPITAL = "hospital"
    MUNICIPALITY = "municipality"


class Contact(Frozen):
    """How to reach an offer. Numbers and addresses are the site's to fill in; none is ever shipped."""

    id: ContactId
    name: FrozenMapping[str, Name]
    """By language; Danish is always there."""
    kind: ContactKind
    referrers: tuple[Referrer, ...] = ()
    phone: Line = ""
    hours: Line = ""
    """When the telephone is answered, or the door open, as people say it."""
    address: Line = ""
    web: Line = ""

    @property
    def can_be_reached(self) -> bool:
        """Whether there is any way to reach them: opening hours alone are none."""
        return bool(self.phone or self.address or self.web)

    def named(self, language: str) -> str:
        """What they are called in a language, or in Danish where nobody wrote it."""
        names: Mapping[str, str] = self.name
        return names.get(language) or names.get("da", "")
