"""What lies in a file that arrives: one sheet in a Bundle or in a PDF that carries one. Nothing of the store is asked.

Slow, and made for a worker: `read_arrivals` gives what it finds as it finds it, and keeps nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from needsform.models.errors import InputError, Message
from needsform.models.read_assessment import ReadAssessment
from needsform.models.received_assessment import ArrivedAs
from needsform.services.foreign_sheet import bundle_in_foreign_sheet
from needsform.services.incoming import LARGEST_SHEET, read_incoming

_PDF = b"%PDF-"
_PDF_WITHIN = 1024
"""Bytes in which a PDF says that it is one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was found: the file's name, for the screen alone, and the page."""

    file: str
    page: int | None = None
    """From 1; None where the whole file is one sheet."""
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Unread:
    """A file or page that no sheet could be read from, and why."""

    place: Place
    message: Message


@dataclass(frozen=True, slots=True)
class ArrivedBundle:
    """A sheet with everything that it says."""

    place: Place
    arrived_as: ArrivedAs
    data: bytes
    read: ReadAssessment

    @property
    def content_hash(self) -> str:
        """By which the same sheet is known again."""
        return sha256(self.data).hexdigest()


Arrival = ArrivedBundle | Unread


def read_arrivals(path: Path) -> Iterator[Arrival]:
    """Every sheet in a file. What cannot be read is told as such: one bad page does not hide the others."""
    place = Place(path.name)
    try:
        data = read_incoming(path, LARGEST_SHEET)
        if _PDF in data[:_PDF_WITHIN]:
            yield _bundle(place, ArrivedAs.PDF, bundle_in_foreign_sheet(data))
        else:
            yield _bundle(place, ArrivedAs.BUNDLE, data)
    except InputError as error:
        yield Unread(place, error.message)


def _bundle(place: Place, arrived_as: ArrivedAs, data: bytes) -> ArrivedBundle:
    from needsform.export.fhir import read_bundle

    return ArrivedBundle(place, arrived_as, data, read_bundle(data))
