"""A sheet's PDF from outside is read in a process of its own, which may take neither long nor much memory.

What is broken in a PDF is mended by looking for objects everywhere, and a file of 30 MB can be made so that this takes
an hour or ends the process. Then the process that reads it ends, and the user hears one sentence.
"""

import json
import multiprocessing
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection

from needsform.models import strict_json
from needsform.models.errors import InputError

_READ, _REFUSED = b"+", b"-"
"""The first byte of an answer: the Bundle follows, or what is wrong."""
_KNOWN = frozenset({"sheet.too_large", "sheet.protected", "sheet.unreadable", "sheet.no_bundle", "sheet.many_bundles"})


@dataclass(frozen=True, slots=True)
class Confinement:
    """What the process may use."""

    seconds: float = 10
    """From its start to its answer, by the wall."""
    working_seconds: int = 2
    """Of the processor, once it has the file; where the system counts them (not on Windows)."""
    megabytes: int = 300
    """Of memory, where the system bounds it (Linux)."""


def bundle_in_foreign_sheet(pdf: bytes, confinement: Confinement | None = None) -> bytes:
    """The one Bundle that a PDF carries. Slow: a process is started.

    Raises InputError as `export.sheet_reader.bundle_in_sheet`; `sheet.unreadable` too for whatever takes too long, too
    much, or ends the process.
    """
    bounds = confinement or Confinement()
    context = multiprocessing.get_context("spawn")  # works alike on every system, and carries nothing of ours along
    here, there = context.Pipe()
    process = context.Process(target=_answer, args=(there, bounds), daemon=True)
    process.start()
    there.close()
    try:
        here.send_bytes(pdf)
        if not here.poll(bounds.seconds):
            raise InputError("sheet.unreadable")
        answer = here.recv_bytes(strict_json.BUNDLE.bytes + 1)
    except (EOFError, OSError) as error:  # it ended without a word
        raise InputError("sheet.unreadable") from error
    finally:
        here.close()
        process.kill()
        process.join()
    if answer[:1] == _READ:
        return answer[1:]
    raise _refusal(answer[1:])


def _refusal(told: bytes) -> InputError:
    """What the process said, believed only as far as it could have come from here."""
    match strict_json.loads(told):
        case {"id": str(message_id), "megabytes": str(megabytes)} if message_id in _KNOWN:
            return InputError(message_id, megabytes=megabytes)
    return InputError("sheet.unreadable")


def _answer(parent: Connection, bounds: Confinement) -> None:  # pragma: no cover - in a process of its own
    from needsform.export.sheet_reader import bundle_in_sheet

    pdf = parent.recv_bytes()
    _confine(bounds)
    try:
        answer = _READ + bundle_in_sheet(pdf)
    except InputError as error:
        told = {"id": error.message.message_id, "megabytes": error.message.parameters.get("megabytes", "")}
        answer = _REFUSED + json.dumps(told).encode()
    parent.send_bytes(answer)


def _confine(bounds: Confinement) -> None:  # pragma: no cover - in a process of its own
    """From here on the process can do little but compute, and not for long."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + bounds.working_seconds
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_DATA, bounds.megabytes * 1024 * 1024),
    ):
        resource.setrlimit(what, (most, most))
