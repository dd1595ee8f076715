"""A process of its own ends when it is told to and keeps nobody waiting; the next piece of work finds it fresh."""

import time
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

import pytest

from needsform.services.confined_process import Bounds, ConfinedProcess


def echo(parent: Connection, bounds: Bounds) -> None:
    """Says back what it hears, and in which process."""
    import os

    assert bounds.seconds
    while True:
        parent.send_bytes(parent.recv_bytes() + b" %d" % os.getpid())


def said(process: ConfinedProcess, data: bytes) -> bytes:
    process.send(data)
    return process.told(100)


@pytest.mark.parametrize(("working_seconds", "is_renewed"), [(600, False), (0, True)])
def test_a_process_that_may_soon_be_used_up_is_renewed_between_two_pieces(
    working_seconds: int, *, is_renewed: bool
) -> None:
    with ConfinedProcess(echo, Bounds(working_seconds=working_seconds)) as process:
        process.renew()
        first = said(process, b"a")
        process.renew()
        assert (said(process, b"a") != first) == is_renewed


def test_a_process_that_cannot_be_killed_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    process = ConfinedProcess(echo, Bounds())
    said(process, b"a")
    began = time.monotonic()
    with monkeypatch.context() as stuck:
        stuck.setattr(BaseProcess, "kill", lambda _: None)  # as where a driver holds it
        stuck.setattr(Connection, "close", lambda _: None)
        process.end()
    assert time.monotonic() - began < 30
