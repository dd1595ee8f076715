"""The sheets of one taking in, as they are listed: what each is, what became of it, and what is typed about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from needsform.models.errors import Message
from needsform.models.identity import PatientId, ReceivedId
from needsform.models.typed_patient import TypedPatient
from needsform.models.verification import Verification


class RowKind(StrEnum):
    """What became of a sheet, in the order of the screen."""

    WAITING = "waiting"
    """Somebody has to decide, or to name the citizen."""
    REFUSED = "refused"
    TAKEN_IN = "taken_in"


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """One sheet or page that was found."""

    number: int
    kind: RowKind
    file: str
    page: int | None
    pages: int
    message: Message
    """What it is."""
    name: str = ""
    """Of the citizen, where it is known."""
    identifier: str = ""
    verification: Verification | None = None
    site_name: str = ""
    """Who signed it, where that is certain."""
    key: str = ""
    """The short form of the key that signed, for a signature that holds: two places of one name have two keys."""
    needs_citizen: bool = False
    """Whether the citizen has to be typed first."""
    received_id: ReceivedId | None = None
    patient_id: PatientId | None = None


@dataclass(frozen=True, slots=True)
class IntakeState:
    """The page as it stands."""

    rows: tuple[IntakeRow, ...] = ()
    percent: int | None = None
    """How far the reading has come; None while nothing is read."""
    informed_on: str = ""
    """The day on which what is taken in from now on was received here, as it is typed."""
    contact_by: date | None = None
    """The last day of contact that follows from it; None while no day can be read."""
    naming: int | None = None
    """The row whose citizen is being typed."""
    typed: TypedPatient = field(default_factory=TypedPatient)
    errors: Mapping[str, Message] = field(default_factory=dict)
    notice: Message | None = None

    def of_kind(self, kind: RowKind) -> tuple[IntakeRow, ...]:
        """The rows of one kind, in the order in which they came."""
        return tuple(row for row in self.rows if row.kind is kind)
