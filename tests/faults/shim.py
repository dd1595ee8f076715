"""The disk that fails when told to: builds what stands under the program and speaks to it from the process on it."""

import ctypes
import errno
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
_HEADER = struct.Struct("<B3xIQQQ")
_WATCH, _LOG, _LOADED = "NEEDSFORM_DISK_WATCH", "NEEDSFORM_DISK_LOG", "NEEDSFORM_DISK_SHIM"


class Act(IntEnum):
    """What changes a disk; the numbers are the shim's."""

    CREATE = 1
    WRITE = 2
    TRUNCATE = 3
    SYNC = 4
    RENAME = 5
    UNLINK = 6
    MAKE_DIR = 7
    REMOVE_DIR = 8
    NOTE = 9


class Fault(IntEnum):
    """What can happen to a change; the numbers are the shim's."""

    NONE = 0
    KILL_BEFORE = 1
    KILL_HALFWAY = 2
    """Half of a write is written; any other change does not happen."""
    KILL_AFTER = 3
    FAIL_ONCE = 4
    SHORT_WRITE = 5
    FULL_FROM_HERE = 6
    """No more room from this change on: nothing new, nothing longer."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of the disk, as it was recorded."""

    act: Act
    name: str
    """The absolute path; of a renaming the old one, a NUL, and the new one."""
    inode: int
    offset: int
    """Where a write begins; how long a truncated file is; of a sync, whether it is a folder's."""
    data: bytes


class Disk:
    """The disk under this very process, which was started by `start_on_shim`."""

    def __init__(self) -> None:
        self._shim = ctypes.CDLL(os.environ[_LOADED])
        self._shim.disk_arm.argtypes = (ctypes.c_long, ctypes.c_int, ctypes.c_int, ctypes.c_int)
        self._shim.disk_count.restype = ctypes.c_long

    def watch(self, folder: Path) -> None:
        """Count and record what changes in this folder, and nothing else."""
        self._shim.disk_watch(str(folder).encode())

    def arm(self, number: int, fault: Fault, error: int = errno.EIO, *, only: Act | None = None) -> None:
        """Let the `number`-th change from now on meet a fault; begins to count anew."""
        self._shim.disk_arm(number, fault, error, only or 0)

    def count_from_here(self) -> None:
        """Let everything pass, and count it."""
        self._shim.disk_arm(0, Fault.NONE, 0, 0)

    def count(self, act: Act | None = None) -> int:
        """How much has changed since it was armed, by one kind of act or by all."""
        return int(self._shim.disk_count(act or 0))

    def record(self, log: Path) -> None:
        """Write down every change from here on."""
        self._shim.disk_record(os.open(log, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600))

    def note(self, text: str) -> None:
        """Put a word between the changes."""
        self._shim.disk_note(text.encode())


def changes(log: Path) -> Iterator[Change]:
    """What was recorded, in its order. A last entry that a kill broke off is left out."""
    content = log.read_bytes()
    at = 0
    while at + _HEADER.size <= len(content):
        act, name_length, inode, offset, length = _HEADER.unpack_from(content, at)
        carried = length if act in (Act.WRITE, Act.NOTE) else 0
        name_at = at + _HEADER.size
        data_at = name_at + name_length
        at = data_at + carried
        if at <= len(content):
            name = content[name_at:data_at].decode(errors="surrogateescape")
            yield Change(Act(act), name, inode, offset, content[data_at:at])


def build(folder: Path, name: str = "disk_shim") -> Path:
    """A shim, built in a folder; whoever asks is skipped where it cannot be built."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("a machine that fails needs Linux and a C compiler")
    built = folder / f"{name}.so"
    done = subprocess.run(
        [compiler, "-O2", "-shared", "-fPIC", "-o", str(built), str(Path(__file__).with_name(f"{name}.c"))],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return built


def on_shim(shim: Path, *more: Path, log: Path | None = None) -> dict[str, str]:
    """The surroundings of a process that runs on the disk's shim, and on more of them.

    With a log, everything that it writes anywhere is recorded.
    """
    preloaded = os.pathsep.join(str(library) for library in (*more, shim))
    surroundings = {**os.environ, "LD_PRELOAD": preloaded, _LOADED: str(shim), "QT_QPA_PLATFORM": "offscreen"}
    return surroundings | ({} if log is None else {_WATCH: "/", _LOG: str(log)})


def start_on_shim(
    shim: Path, module: str, *arguments: str, on_line: Callable[[str], None], more: tuple[Path, ...] = ()
) -> None:
    """Run one of these modules on the shim, and on more of them, and hear its lines as they come.

    Fails if it does not end well.
    """
    with (
        tempfile.TemporaryFile("w+") as complaints,
        subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=CHECKOUT,
            env=on_shim(shim, *more),
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        for line in process.stdout:
            on_line(line)
        status = process.wait()
        complaints.seek(0)
        said = complaints.read()
    assert status == 0, said
