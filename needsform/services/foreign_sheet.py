"""A file from outside is read in a process of its own, which may take neither long nor much memory.

What is broken in a PDF is mended by looking for objects everywhere, and a file of 30 MB can be made so that this takes
an hour or ends the process. Then the process that reads it ends, and the user hears one sentence. Pictures are
unpacked and searched for codes there too.

`read_foreign(data, go_on)` takes whatever a site can be handed; the codes of its pages go to `SiteKeys.verify_code`.
"""

import json
import multiprocessing
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import NoReturn

from needsform.models import strict_json
from needsform.models.errors import InputError
from needsform.models.scanned_page import ScannedPage

_READ, _REFUSED, _END = b"+", b"-", b"."
"""The first byte of an answer: what was read follows, or what is wrong, or nothing more comes."""
_KNOWN = frozenset(
    {"sheet.too_large", "sheet.protected", "sheet.unreadable", "sheet.no_bundle", "sheet.many_bundles"}
    | {"image.unreadable", "image.too_large", "image.too_many_pages"}
)
_PARAMETERS = ("megabytes", "megapixels", "most")
_LONGEST_PAGE = 64 * 1024
"""Bytes that are taken of what the process says of one page."""

GoOn = Callable[[int, int], None]
"""Told how many of how many pages have been read; what it raises (`Stopped`) ends the reading."""


@dataclass(frozen=True, slots=True)
class Confinement:
    """What the process may use."""

    seconds: float = 10
    """From its start, or from one page, to the next answer, by the wall."""
    working_seconds: int = 2
    """Of the processor for each answer, once it has the file; where the system counts them (not on Windows)."""
    megabytes: int = 300
    """Of memory, where the system bounds it (Linux)."""


FOR_PICTURES = Confinement(seconds=20, working_seconds=8, megabytes=700)
"""A page of 60 megapixels is unpacked and looked at in several ways."""


@dataclass(frozen=True, slots=True)
class ForeignSheets:
    """What a file from outside holds: one Bundle, or pages with codes; never both."""

    bundle: bytes | None
    pages: tuple[ScannedPage, ...] = ()


def read_foreign(data: bytes, go_on: GoOn | None = None) -> ForeignSheets:
    """Whatever a site can be handed: a Bundle file, a sheet's PDF with its Bundle, scans or photographs with codes.

    Slow: for the worker. A PDF that carries no Bundle, or several, is read by its codes. Raises InputError as
    `bundle_in_foreign_sheet` and `codes_in_foreign_file`; a Bundle file is handed on as it is, for `read_bundle`.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return ForeignSheets(data)
    if b"%PDF-" in data[:1024]:
        try:
            return ForeignSheets(bundle_in_foreign_sheet(data))
        except InputError as error:
            if error.message.message_id not in ("sheet.no_bundle", "sheet.many_bundles"):
                raise
    return ForeignSheets(None, codes_in_foreign_file(data, go_on))


def bundle_in_foreign_sheet(pdf: bytes, confinement: Confinement | None = None) -> bytes:
    """The one Bundle that a PDF carries. Slow: a process is started.

    Raises InputError as `export.sheet_reader.bundle_in_sheet`; `sheet.unreadable` too for whatever takes too long, too
    much, or ends the process.
    """
    bounds = confinement or Confinement()
    with _confined(_answer_bundle, pdf, bounds, "sheet.unreadable") as answers:
        kind, told = _next_answer(answers, bounds, strict_json.BUNDLE.bytes, "sheet.unreadable")
    if kind != _READ:
        _refuse(told, "sheet.unreadable")
    return told


def codes_in_foreign_file(
    data: bytes, go_on: GoOn | None = None, confinement: Confinement | None = None
) -> tuple[ScannedPage, ...]:
    """Every page of a PDF, PNG, JPEG or TIFF with the codes on it. Slow: a process is started.

    Raises InputError as `export.code_reader.read_codes`; `image.unreadable` too for whatever takes too long, too much,
    or ends the process; and what `go_on` raises.
    """
    bounds = confinement or FOR_PICTURES
    pages: list[ScannedPage] = []
    with _confined(_answer_codes, data, bounds, "image.unreadable") as answers:
        while True:
            kind, told = _next_answer(answers, bounds, _LONGEST_PAGE, "image.unreadable")
            if kind == _END:
                return tuple(pages)
            if kind != _READ:
                _refuse(told, "image.unreadable")
            pages.append(_page(told, len(pages) + 1))
            if go_on is not None:
                go_on(len(pages), pages[-1].pages)


@contextmanager
def _confined(
    answer: Callable[[Connection, Confinement], None], data: bytes, bounds: Confinement, otherwise: str
) -> Iterator[Connection]:
    """A process that was given the data and may use little; it is gone when this ends."""
    context = multiprocessing.get_context("spawn")  # works alike on every system, and carries nothing of ours along
    here, there = context.Pipe()
    process = context.Process(target=answer, args=(there, bounds), daemon=True)
    process.start()
    there.close()
    try:
        try:
            here.send_bytes(data)
        except OSError as error:  # it ended before it had the file
            raise InputError(otherwise) from error
        yield here
    finally:
        here.close()
        process.kill()
        process.join()


def _next_answer(answers: Connection, bounds: Confinement, longest: int, otherwise: str) -> tuple[bytes, bytes]:
    try:
        if not answers.poll(bounds.seconds):
            raise InputError(otherwise)
        answer = answers.recv_bytes(longest + 1)
    except (EOFError, OSError) as error:  # it ended without a word
        raise InputError(otherwise) from error
    return answer[:1], answer[1:]


def _refuse(told: bytes, otherwise: str) -> NoReturn:
    """What the process said, believed only as far as it could have come from here."""
    match strict_json.loads(told):
        case {"id": str(message_id), **parameters} if message_id in _KNOWN:
            raise InputError(
                message_id, **{name: str(value)[:9] for name, value in parameters.items() if name in _PARAMETERS}
            )
    raise InputError(otherwise)


def _page(told: bytes, number: int) -> ScannedPage:
    """What the process read on a page, believed only as far as it has the shape of one."""
    match strict_json.loads(told):
        case {"pages": int(pages), "codes": [*codes]}:
            try:
                return ScannedPage(number, pages, tuple(bytes.fromhex(str(code)) for code in codes))
            except ValueError as error:
                raise InputError("image.unreadable") from error
    raise InputError("image.unreadable")


def _answer_bundle(parent: Connection, bounds: Confinement) -> None:  # pragma: no cover - in a process of its own
    from needsform.export.sheet_reader import bundle_in_sheet

    pdf = parent.recv_bytes()
    _confine(bounds, answers=1)
    try:
        answer = _READ + bundle_in_sheet(pdf)
    except InputError as error:
        answer = _REFUSED + _told(error)
    parent.send_bytes(answer)


def _answer_codes(parent: Connection, bounds: Confinement) -> None:  # pragma: no cover - in a process of its own
    from PIL import JpegImagePlugin, MpoImagePlugin, PngImagePlugin, TiffImagePlugin  # noqa: F401

    from needsform.export.code_reader import MOST_PAGES, read_codes

    data = parent.recv_bytes()
    _confine(bounds, answers=MOST_PAGES)
    try:
        for page in read_codes(data):
            said = {"pages": page.pages, "codes": [code.hex() for code in page.codes]}
            parent.send_bytes(_READ + json.dumps(said).encode())
    except InputError as error:
        parent.send_bytes(_REFUSED + _told(error))
    else:
        parent.send_bytes(_END)


def _told(error: InputError) -> bytes:  # pragma: no cover - in a process of its own
    return json.dumps({"id": error.message.message_id, **error.message.parameters}).encode()


def _confine(bounds: Confinement, answers: int) -> None:  # pragma: no cover - in a process of its own
    """From here on the process can do little but compute, and not for long."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + bounds.working_seconds * answers
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_DATA, bounds.megabytes * 1024 * 1024),
    ):
        resource.setrlimit(what, (most, most))
