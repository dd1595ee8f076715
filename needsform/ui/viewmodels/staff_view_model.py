"""The list of colleagues, for the administrator: who comes in, who does not, and who still has a first password."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject

from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Role
from needsform.services.session import Session
from needsform.services.staff import Colleague


class Standing(StrEnum):
    """How somebody comes in, if they do."""

    COMES_IN = "comes_in"
    FIRST_PASSWORD = "first_password"  # noqa: S105 - a standing, not a secret
    NO_PASSWORD = "no_password"  # noqa: S105
    NO_ACCESS = "no_access"


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One colleague."""

    practitioner_id: PractitionerId
    name: str
    login: str
    title: str
    role: Role
    standing: Standing


@dataclass(frozen=True, slots=True)
class StaffState:
    """Everybody; those without access last."""

    rows: tuple[StaffRow, ...]


class StaffViewModel(QObject):
    """What the list shows; read once, because only the colleague's own page changes it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        rows = [_row(colleague) for colleague in session.staff.everybody()]
        rows.sort(key=lambda row: (row.standing is Standing.NO_ACCESS, row.name.casefold()))
        self.state = StaffState(tuple(rows))


def _row(colleague: Colleague) -> StaffRow:
    person = colleague.practitioner
    return StaffRow(person.id, person.name, person.login, person.title, person.role, _standing(colleague))


def _standing(colleague: Colleague) -> Standing:
    if not colleague.is_enabled:
        return Standing.NO_ACCESS
    if not colleague.has_password:
        return Standing.NO_PASSWORD
    return Standing.FIRST_PASSWORD if colleague.has_given_password else Standing.COMES_IN
