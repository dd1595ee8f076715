"""One program for one store: the second one asks the first to show its window, and goes.

Asked before anything of Qt is loaded. No port and no socket is opened: the second leaves a small file that the first
sees and takes away, which is its answer.
"""

import contextlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from needsform.models.errors import WorldError
from needsform.storage.files import private_directory, write_atomically
from needsform.storage.instance_lock import InstanceLock

LOCK_NAME = "needsform.lock"
BELL_NAME = "needsform.bell"
_PAUSE = 0.02
_LONGEST_WAIT = 3.0
"""Seconds. A program that does not answer in that time is busy or hangs, and somebody must be told."""


def claim(directory: Path) -> InstanceLock:
    """The right to the store in a folder, which is made if need be; it ends with the program, however that ends.

    Raises WorldError `store.in_use` if another program has it, or as `files.told`.
    """
    lock = InstanceLock(private_directory(directory) / LOCK_NAME)
    answer(directory)  # whoever rang before has gone
    return lock


def ring(
    directory: Path, pause: Callable[[float], None] = time.sleep, now: Callable[[], float] = time.monotonic
) -> bool:
    """Ask the program that has the store to show its window; whether it has answered."""
    bell = directory / BELL_NAME
    _let_others_come_to_the_front()
    end = now() + _LONGEST_WAIT
    try:
        write_atomically(bell, b"")
    except WorldError:
        return False
    while bell.exists():
        if now() >= end:
            answer(directory)
            return False
        pause(_PAUSE)
    return True


def answer(directory: Path) -> bool:
    """Take the bell away; whether somebody had rung."""
    with contextlib.suppress(OSError):
        (directory / BELL_NAME).unlink()
        return True
    return False


def _let_others_come_to_the_front() -> None:
    """Windows lets a program come to the front only if the one that the user has just started allows it."""
    if sys.platform == "win32":  # pragma: no cover - proved on Windows only
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
