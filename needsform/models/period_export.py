"""Many finished assessments written into one folder: as what, and what came of it."""

from dataclasses import dataclass
from enum import StrEnum

from needsform.models.errors import Message


class ExportKind(StrEnum):
    """What is written of each assessment."""

    SHEETS = "sheets"
    """The sheet (PDF) with its Bundle inside."""
    BUNDLES = "bundles"
    """The Bundle alone (FHIR R4)."""


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """What came of it; what was written before it was stopped stays."""

    folder: str
    """The name of the new folder."""
    written: int
    wanted: int
    failures: tuple[tuple[str, Message], ...] = ()
    """Files that could not be made or written, by their name, and why."""
    is_stopped: bool = False
