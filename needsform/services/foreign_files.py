"""Files from outside are read in a process of their own (`confined_process`): PDFs, scans, photographs.

Starting a process takes longer than reading a sheet, so one reads until a file makes it end; then the next file gets a
new one. What the process says is believed only as far as it could have come from here. The codes that it finds are
anybody's: whose they are, `models.sheet_code` and `services.site_keys` tell.
"""

import contextlib
import json
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from needsform.models import strict_json
from needsform.models.errors import InputError
from needsform.models.file_kinds import is_json, is_pdf
from needsform.models.scanned_page import codes_told
from needsform.services.confined_process import Bounds, ConfinedProcess, confine, refusal, told_refusal

_BUNDLE, _PAGE, _REFUSED, _END = b"B", b"P", b"-", b"."
"""The first byte of what the process says of a file."""
_KNOWN = frozenset(
    {
        *("sheet.too_large", "sheet.protected", "sheet.unreadable"),
        *("image.unreadable", "image.too_large", "image.too_many_pages"),
    }
)
_LONGEST_TOLD = strict_json.BUNDLE.bytes + 1


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """What one file holds, or one page of it."""

    number: int
    """From 1."""
    pages: int
    bundle: bytes | None = None
    """The Bundle that a PDF carries: then there is nothing else."""
    codes: tuple[bytes, ...] = ()
    """The codes on a scanned page or a photograph; whose they are, nobody has asked yet."""


class ForeignFiles:
    """Use it in a `with`: the process ends with it."""

    def __init__(self, bounds: Bounds | None = None) -> None:
        self._process = ConfinedProcess(_work, bounds or Bounds())

    def __enter__(self) -> Self:
        """The process begins with the first file."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The process ends, whatever it is doing."""
        self._process.end()

    def read(self, data: bytes) -> Generator[ForeignPage]:
        """What a PDF, PNG, JPEG or TIFF holds, page for page as it is seen.

        A PDF that carries no Bundle, or several, is read by its codes. Raises InputError as `export.sheet_reader` and
        `export.code_reader`; `sheet.unreadable` or `image.unreadable` too for whatever takes too long, too much, or
        ends the process.
        """
        is_at_rest = False
        try:
            self._process.renew()
            self._process.send(data)
            while (told := self._process.told(_LONGEST_TOLD))[:1] in (_BUNDLE, _PAGE):
                yield _page(told)
            is_at_rest = True
            if told[:1] == _REFUSED:
                raise refusal(told[1:], _KNOWN)
        except (EOFError, OSError, ValueError) as error:  # it ended, or said what nobody here could have said
            is_at_rest = False
            raise InputError("sheet.unreadable" if is_pdf(data) else "image.unreadable") from error
        finally:
            if not is_at_rest:  # whatever it says next would be taken for another file's
                self._process.end()


def read_foreign(data: bytes) -> tuple[ForeignPage, ...]:
    """Whatever a site can be handed, one file alone. A Bundle file is handed on as it is, for `read_bundle`.

    Slow: a process is started. Raises InputError as `ForeignFiles.read`.
    """
    if is_json(data):
        return (ForeignPage(1, 1, bundle=data),)
    with ForeignFiles() as files:
        return tuple(files.read(data))


def _page(told: bytes) -> ForeignPage:
    """What the process said of a file or a page. Raises ValueError for what makes no sense."""
    if told[:1] == _BUNDLE:
        return ForeignPage(1, 1, bundle=told[1:])
    match json.loads(told[1:]):
        case {"number": int(number), "pages": int(pages), "codes": list(codes)}:
            return ForeignPage(number, pages, codes=codes_told(codes))
    raise ValueError


def _work(parent: Connection, bounds: Bounds) -> None:  # pragma: no cover - in a process of its own
    import needsform.export.code_reader
    import needsform.export.sheet_reader  # noqa: F401 - before memory is bounded

    confine(bounds)
    with contextlib.suppress(EOFError, OSError):  # nobody asks any more
        while True:
            _answer(parent, parent.recv_bytes())


def _answer(parent: Connection, data: bytes) -> None:  # pragma: no cover - in a process of its own
    try:
        for told in _read(data):
            parent.send_bytes(told)
        parent.send_bytes(_END)
    except InputError as error:
        parent.send_bytes(_REFUSED + told_refusal(error))


def _read(data: bytes) -> Iterator[bytes]:  # pragma: no cover - in a process of its own
    from needsform.export.code_reader import read_codes
    from needsform.export.sheet_reader import bundle_in_sheet

    if is_pdf(data):
        try:
            yield _BUNDLE + bundle_in_sheet(data)
            return
        except InputError as error:
            if error.message.message_id not in ("sheet.no_bundle", "sheet.many_bundles"):
                raise
    for page in read_codes(data):
        told = {"number": page.number, "pages": page.pages, "codes": [code.hex() for code in page.codes]}
        yield _PAGE + json.dumps(told).encode()
