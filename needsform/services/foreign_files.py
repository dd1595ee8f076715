"""Many files from outside, one after the other, in a process of its own: what `foreign_sheet` is for a single PDF.

Starting a process takes longer than reading a sheet, so one reads until a file makes it end; then the next file gets a
new one. What the process says is believed only as far as it could have come from here.
"""

import contextlib
import json
import multiprocessing
import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Self

from needsform.models import strict_json
from needsform.models.errors import InputError

_BUNDLE, _PAGE, _REFUSED, _END = b"B", b"P", b"-", b"."
"""The first byte of what the process says of a file."""
_KNOWN = frozenset(
    {
        *("sheet.too_large", "sheet.protected", "sheet.unreadable"),
        *("image.unreadable", "image.too_large", "image.too_many_pages"),
    }
)
_LONGEST_CODE = 512
"""Bytes; ours have at most 200."""
_MOST_CODES = 8
_LONGEST_NUMBER = 20
"""Characters of what is filled into a sentence."""
_LONGEST_TOLD = strict_json.BUNDLE.bytes + 1


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the process may use."""

    seconds: float = 20
    """Until it says the next thing, by the wall."""
    working_seconds: int = 600
    """Of the processor for all files together; where the system counts them (not on Windows)."""
    megabytes: int = 700
    """Of memory, where the system bounds it (Linux)."""


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
        self._bounds = bounds or Bounds()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> Self:
        """The process begins with the first file."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The process ends, whatever it is doing."""
        self._end()

    def read(self, data: bytes) -> Generator[ForeignPage]:
        """What a PDF, PNG, JPEG or TIFF holds, page for page as it is seen.

        Raises InputError as `export.sheet_reader` and `export.code_reader`; `image.unreadable` too for whatever takes
        too long, too much, or ends the process.
        """
        is_at_rest = False
        try:
            pipe = self._begun()
            pipe.send_bytes(data)
            while (told := self._told(pipe))[:1] in (_BUNDLE, _PAGE):
                yield _page(told)
            is_at_rest = True
            if told[:1] == _REFUSED:
                raise _refusal(told[1:])
        except (EOFError, OSError, ValueError) as error:  # it ended, or said what nobody here could have said
            is_at_rest = False
            raise InputError("image.unreadable") from error
        finally:
            if not is_at_rest:  # whatever it says next would be taken for another file's
                self._end()

    def _told(self, pipe: Connection) -> bytes:
        if not pipe.poll(self._bounds.seconds):
            raise EOFError
        return pipe.recv_bytes(_LONGEST_TOLD)

    def _begun(self) -> Connection:
        if self._pipe is not None:
            return self._pipe
        context = multiprocessing.get_context("spawn")  # works alike on every system, and carries nothing of ours along
        here, there = context.Pipe()
        process = context.Process(target=_work, args=(there, self._bounds), daemon=True)
        process.start()
        there.close()
        self._process, self._pipe = process, here
        return here

    def _end(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._pipe = self._process = None


def _page(told: bytes) -> ForeignPage:
    """What the process said of a file or a page. Raises ValueError for what makes no sense."""
    if told[:1] == _BUNDLE:
        return ForeignPage(1, 1, bundle=told[1:])
    match json.loads(told[1:]):
        case {"number": int(number), "pages": int(pages), "codes": list(codes)}:
            read = (bytes.fromhex(str(code)) for code in codes[:_MOST_CODES])
            return ForeignPage(number, pages, codes=tuple(code for code in read if len(code) <= _LONGEST_CODE))
    raise ValueError


def _refusal(told: bytes) -> InputError:
    """Why a file was refused. Raises ValueError for what makes no sense."""
    match json.loads(told):
        case {"id": str(message_id), "of": dict(parameters)} if message_id in _KNOWN:
            return InputError(
                message_id, **{str(name): str(value)[:_LONGEST_NUMBER] for name, value in parameters.items()}
            )
    raise ValueError


def _work(parent: Connection, bounds: Bounds) -> None:  # pragma: no cover - in a process of its own
    import needsform.export.code_reader
    import needsform.export.sheet_reader  # noqa: F401 - before memory is bounded

    _confine(bounds)
    with contextlib.suppress(EOFError, OSError):  # nobody asks any more
        while True:
            _answer(parent, parent.recv_bytes())


def _answer(parent: Connection, data: bytes) -> None:  # pragma: no cover - in a process of its own
    try:
        for told in _read(data):
            parent.send_bytes(told)
        parent.send_bytes(_END)
    except InputError as error:
        told_of = {"id": error.message.message_id, "of": error.message.parameters}
        parent.send_bytes(_REFUSED + json.dumps(told_of).encode())


def _read(data: bytes) -> Iterator[bytes]:  # pragma: no cover - in a process of its own
    from needsform.export.code_reader import is_pdf, read_codes
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


def _confine(bounds: Bounds) -> None:  # pragma: no cover - in a process of its own
    """From here on the process can do little but compute, and not for ever."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, bounds.working_seconds),
        (resource.RLIMIT_DATA, bounds.megabytes * 1024 * 1024),
    ):
        resource.setrlimit(what, (most, most))
