"""The people who work with the program, and what their role lets them do."""

from enum import StrEnum

from needsform.models.frozen import Frozen, Line, Name
from needsform.models.identity import PractitionerId


class Role(StrEnum):
    """What a member of staff may do: a professional works with citizens; an administrator also with the site."""

    PROFESSIONAL = "professional"
    ADMINISTRATOR = "administrator"


class Signature(Frozen):
    """Who wrote something: author's name, role and phone, as MedCom asks of a correspondence."""

    name: Name
    title: Line = ""
    phone: Line = ""


class Practitioner(Frozen):
    """A member of staff. `login` names the key slot and is what is typed at the unlock screen."""

    id: PractitionerId
    login: Line
    name: Name
    title: Line = ""
    phone: Line = ""
    role: Role = Role.PROFESSIONAL

    def signature(self) -> Signature:
        """How this person signs a sheet."""
        return Signature(name=self.name, title=self.title, phone=self.phone)
