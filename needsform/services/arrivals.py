"""What lies in the files that arrive: Bundles, PDFs that carry one, and scans or photographs of printed codes.

Slow, and made for a worker: nothing of the store is asked. Sheets with all their words are given as they are found;
scanned pages are one stack, whatever files they lie in, and come when all of them have been seen.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from needsform.models.errors import InputError, Message
from needsform.models.file_kinds import is_json
from needsform.models.read_assessment import ReadAssessment
from needsform.models.received_assessment import ArrivedAs
from needsform.models.scan_stack import BackPage, ScannedFront, sorted_out
from needsform.models.sheet_code import SheetCode
from needsform.services.foreign_files import ForeignFiles
from needsform.services.incoming import LARGEST_SHEET, read_incoming


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


@dataclass(frozen=True, slots=True)
class ArrivedFront:
    """A front page by its code: ticks, and no words."""

    place: Place
    data: bytes
    """The code, byte for byte."""
    code: SheetCode
    back: BackPage
    """What lay behind it."""

    @property
    def content_hash(self) -> str:
        """By which the same sheet is known again."""
        return sha256(self.data).hexdigest()


Arrival = ArrivedBundle | ArrivedFront | Unread
GoOn = Callable[[int], None]
"""Told the percentage now and then; what it raises ends the reading."""


def read_arrivals(paths: Sequence[Path], go_on: GoOn) -> Iterator[Arrival]:
    """Every sheet in these files. What cannot be read is told as such: one bad page does not hide the others."""
    scanned: list[tuple[Place, Sequence[bytes]]] = []
    with ForeignFiles() as files:
        for number, path in enumerate(paths):
            percent = 100 * number // len(paths)
            go_on(percent)
            try:
                yield from _read(path, files, scanned, partial(go_on, percent))
            except InputError as error:
                yield Unread(Place(path.name), error.message)
    yield from sheets_on(scanned)
    go_on(100)


def sheets_on(pages: Sequence[tuple[Place, Sequence[bytes]]]) -> Iterator[Arrival]:
    """The sheets in a stack of pages, each with the codes that were seen on it."""
    for one in sorted_out(pages):
        if isinstance(one, ScannedFront):
            yield ArrivedFront(one.place, one.data, one.code, one.back)
        else:
            yield Unread(one.place, one.message)


def _read(
    path: Path, files: ForeignFiles, scanned: list[tuple[Place, Sequence[bytes]]], go_on: Callable[[], None]
) -> Iterator[Arrival]:
    """The sheet with all its words that a file is or carries; otherwise its pages are put on the stack."""
    data = read_incoming(path, LARGEST_SHEET)
    if is_json(data):
        yield _bundle(Place(path.name), ArrivedAs.BUNDLE, data)
        return
    for page in files.read(data):
        go_on()
        if page.bundle is not None:
            yield _bundle(Place(path.name), ArrivedAs.PDF, page.bundle)
        else:
            scanned.append((Place(path.name, page.number, page.pages), page.codes))


def _bundle(place: Place, arrived_as: ArrivedAs, data: bytes) -> ArrivedBundle:
    from needsform.export.fhir import read_bundle

    return ArrivedBundle(place, arrived_as, data, read_bundle(data))
