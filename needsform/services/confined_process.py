"""A process of its own for what may be made to break: it has little time and memory, and ends with whoever began it.

What is broken in a PDF is mended by looking for objects everywhere, and a file of 30 MB can be made so that this takes
an hour or ends the process; the driver of a camera may hang. Then that process ends, and the user hears one sentence.
"""

import json
import multiprocessing
import sys
from collections.abc import Callable, Collection
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from time import monotonic
from types import TracebackType
from typing import Self

from needsform.models.errors import InputError

_LONGEST_PARAMETER = 20
"""Characters of what is filled into a sentence."""
_LONGEST_END = 1.0
"""Seconds: what is stuck in a driver does not even end when it is killed, and nobody waits for it."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the process may use."""

    seconds: float = 20
    """Until it says the next thing, by the wall."""
    working_seconds: int = 600
    """Of the processor in all; where the system counts them (not on Windows)."""
    megabytes: int = 700
    """Of memory, where the system bounds it (Linux)."""


Work = Callable[[Connection, Bounds], None]
"""What the process does: a function of a module, given its end of the pipe."""


class ConfinedProcess:
    """Begins with the first thing that is sent to it; use it in a `with`, it ends there whatever it is doing."""

    def __init__(self, work: Work, bounds: Bounds) -> None:
        self._work, self._bounds = work, bounds
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._begun_at = 0.0

    def __enter__(self) -> Self:
        """Nothing is begun yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The process ends."""
        self.end()

    def send(self, data: bytes) -> None:
        """Hand something to the process, which is begun if there is none. Raises OSError if it ended."""
        if self._pipe is None:
            self._pipe = self._begun()
        self._pipe.send_bytes(data)

    def has_told(self) -> bool:
        """Whether it has said something, or ended; does not wait."""
        return self._pipe is not None and self._pipe.poll(0)

    def told(self, longest: int) -> bytes:
        """What it says next, at most so many bytes. Raises EOFError or OSError if it ended, or says nothing in time."""
        if self._pipe is None or not self._pipe.poll(self._bounds.seconds):
            raise EOFError
        return self._pipe.recv_bytes(longest)

    def end(self) -> None:
        """The process is killed; the next thing that is sent begins another."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join(_LONGEST_END)
        self._pipe = self._process = None

    def renew(self) -> None:
        """End it between two pieces of work if it may soon have used up its time: an honest one would end with it."""
        if monotonic() - self._begun_at > self._bounds.working_seconds / 2:
            self.end()

    def _begun(self) -> Connection:
        context = multiprocessing.get_context("spawn")  # works alike on every system, and carries nothing of ours along
        here, there = context.Pipe()
        self._process = context.Process(target=self._work, args=(there, self._bounds), daemon=True)
        self._process.start()
        self._begun_at = monotonic()
        there.close()
        return here


def told_refusal(error: InputError) -> bytes:  # pragma: no cover - in a process of its own
    """A refusal, as the process says it."""
    return json.dumps({"id": error.message.message_id, "of": error.message.parameters}).encode()


def refusal(told: bytes, known: Collection[str]) -> InputError:
    """What the process refused, believed only as far as it is one of the known sentences. Raises ValueError."""
    match json.loads(told):
        case {"id": str(message_id), "of": dict(parameters)} if message_id in known:
            return InputError(
                message_id, **{str(name): str(value)[:_LONGEST_PARAMETER] for name, value in parameters.items()}
            )
    raise ValueError


def confine(bounds: Bounds) -> None:  # pragma: no cover - in a process of its own
    """From here on this process can do little but compute, and not for ever."""
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
