"""A whole day through the real windows leaves no name anywhere but in what the user saved, and speaks to nobody.

Every byte that the program writes to any file is recorded on its way to the disk, also to files that are gone again;
strace tells which files were opened for writing and whom the program spoke to.
"""

import base64
import gzip
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from needsform.demo.folder import STORE
from tests.faults.readable import readable
from tests.faults.shim import CHECKOUT, Act, changes, on_shim
from tests.faults.sizes import Record, told
from tools.case_store import CASES, case

CASE = next(CASES.glob("1-*.json"))
IN_PARTS = pytest.mark.xdist_group("trail")
_TRACED = "openat,open,creat,rename,renameat,renameat2,mkdir,connect,sendto,sendmsg,sendmmsg,socket"
_WRITTEN = re.compile(r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT)|creat\("([^"]+)"')
_SPOKEN = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg|socket)\(")
_WITHIN = re.compile(r"AF_UNIX|AF_LOCAL|AF_NETLINK|sun_path")
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@dataclass(frozen=True, slots=True)
class Trail:
    """What a day left behind."""

    home: Path
    out: Path
    log: Path
    traced: list[str]
    said: str
    """Standard output and standard error."""

    @property
    def markers(self) -> tuple[str, ...]:
        """Whatever tells of the citizen: names, numbers, and every sentence that was written."""
        played = case(1)
        written = json.loads(CASE.read_bytes())
        words = [text for text in _texts(written["citizen"]) if len(text) > 8] + list(_texts(written["front"]["notes"]))
        words += [text for text in _texts(written["back"]) if " " in text] + list(_texts(written["front"]["other"]))
        number = str(played.citizen.cpr)
        return tuple(dict.fromkeys([*words, number, f"{number[:6]}-{number[6:]}"]))

    def is_export(self, name: str) -> bool:
        """Whether the user saved this, or it is on its way there."""
        return Path(name).parent == self.out


def _texts(written: object) -> Iterator[str]:
    if isinstance(written, str):
        yield written
    elif isinstance(written, dict | list):
        for part in written.values() if isinstance(written, dict) else written:
            yield from _texts(part)


def traced(command: list[str], trace: Path, surroundings: dict[str, str]) -> tuple[list[str], str]:
    """Run a command under strace, if there is one; what it asked of the system, and what it said."""
    strace = ["strace", "-f", "-qq", "-s", "400", "-e", f"trace={_TRACED}", "-o", str(trace)]
    loaded = [f"-E{name}={value}" for name, value in surroundings.items() if name == "LD_PRELOAD"]
    rest = {name: value for name, value in surroundings.items() if name != "LD_PRELOAD"}
    tracing = [*strace, *loaded] if shutil.which("strace") else ["env", *(part[2:] for part in loaded)]
    done = subprocess.run([*tracing, *command], cwd=CHECKOUT, env=rest, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return trace.read_text("utf-8", "replace").splitlines() if trace.exists() else [], done.stdout + done.stderr


@pytest.fixture(scope="module")
def trail(disk_shim: Path, tmp_path_factory: pytest.TempPathFactory) -> Trail:
    """The first case, played through the real windows, in a home of its own."""
    base = tmp_path_factory.mktemp("trail")
    home, out, log = base / "home", base / "out", base / "written.log"
    home.mkdir()
    (home / "tmp").mkdir()
    surroundings = {
        **{name: value for name, value in on_shim(disk_shim, log=log).items() if not name.startswith("XDG_")},
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "needsform", "demo", "--case", str(CASE), "--out", str(out)]
    lines, said = traced(command, base / "trace.txt", surroundings)
    return Trail(home, out, log, lines, said)


# What can be read -------------------------------------------------------------------------------------------------


@IN_PARTS
def test_nothing_that_was_ever_written_tells_of_the_citizen_but_what_the_user_saved(
    trail: Trail, record_testsuite_property: Record
) -> None:
    files: list[tuple[str, bytearray]] = []
    of_inode: dict[int, bytearray] = {}
    for change in changes(trail.log):
        if change.act is Act.CREATE:
            of_inode.pop(change.inode, None)  # the number of a file that is gone is given out again
        elif change.act is Act.WRITE:
            if change.inode not in of_inode:
                of_inode[change.inode] = bytearray()
                files.append((change.name, of_inode[change.inode]))
            of_inode[change.inode] += change.data
    own = [(name, content) for name, content in files if not trail.is_export(name)]
    assert any(Path(name).parent == trail.out / STORE for name, _ in own)
    assert [name for name, content in own if readable(bytes(content), trail.markers)] == []
    saved = b"".join(bytes(content) for name, content in files if trail.is_export(name))
    assert readable(saved, trail.markers)  # the sheet and the Bundle do tell of the citizen
    size = sum(len(content) for _, content in own)
    told(record_testsuite_property, "searched for names", len(own), bytes=size, markers=len(trail.markers))


@IN_PARTS
def test_no_file_that_is_left_nor_anything_said_tells_of_the_citizen(trail: Trail) -> None:
    left = [path for path in (*trail.home.rglob("*"), *(trail.out / STORE).rglob("*")) if path.is_file()]
    assert left
    assert {path.name for path in left if readable(path.read_bytes(), trail.markers)} == set()
    assert readable(trail.said.encode(), trail.markers) == set()


@IN_PARTS
def test_no_file_is_called_by_anybodys_name(trail: Trail) -> None:
    names = "\n".join(change.name for change in changes(trail.log))
    asked = "\n".join(line for line in trail.traced if '"' in line)
    assert trail.log.stat().st_size > 0
    for marker in trail.markers:
        assert marker not in names
        assert marker not in asked


@IN_PARTS
@needs_strace
def test_every_file_that_was_opened_for_writing_was_searched(trail: Trail) -> None:
    """The list of strace is complete; the recording and the folders must know every file on it."""
    opened = {first or second for line in trail.traced for first, second in _WRITTEN.findall(line)}
    recorded = {name for change in changes(trail.log) for name in change.name.split("\0")}
    places = (str(trail.home), str(trail.out), "/dev/", "/proc/self/", "/memfd:")
    elsewhere = {name for name in opened if name not in recorded and not name.startswith(places)}
    assert opened
    assert elsewhere - {str(trail.log)} == set()


# What is left -----------------------------------------------------------------------------------------------------


@IN_PARTS
@pytest.mark.skipif(os.name != "posix", reason="on Windows the rights of the user's profile hold")
def test_only_the_owner_can_look_into_anything_and_no_temporary_file_is_left(trail: Trail) -> None:
    store = trail.out / STORE
    modes = {path.relative_to(store): stat.S_IMODE(path.stat().st_mode) for path in (store, *store.rglob("*"))}
    wanted = {path: 0o700 if (store / path).is_dir() else 0o600 for path in modes}
    assert modes == wanted
    assert list((trail.home / "tmp").iterdir()) == []
    assert [path for path in (*store.rglob("*"), *trail.out.iterdir()) if path.suffix == ".part"] == []


# Whom it speaks to ------------------------------------------------------------------------------------------------


def spoken(lines: list[str]) -> list[str]:
    """What left the machine, or tried to: every use of a socket that is not one inside the machine."""
    return [line for line in lines if _SPOKEN.search(line) and not _WITHIN.search(line) and "AF_" in line]


@IN_PARTS
@needs_strace
def test_a_whole_day_speaks_to_nobody(trail: Trail, record_testsuite_property: Record) -> None:
    assert len(trail.traced) > 100
    assert spoken(trail.traced) == []
    told(record_testsuite_property, "network silence", 1, calls_looked_at=len(trail.traced))


@needs_strace
def test_a_program_that_speaks_to_somebody_is_seen(tmp_path: Path) -> None:
    script = "import socket; socket.socket().connect_ex(('127.0.0.1', 9))"
    lines, _ = traced([sys.executable, "-c", script], tmp_path / "trace.txt", dict(os.environ))
    assert any("AF_INET" in line and "connect" in line for line in spoken(lines))


# The controls -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_encrypted", [True, False])
def test_the_same_search_finds_the_citizen_in_a_store_without_encryption(tmp_path: Path, is_encrypted: bool) -> None:
    folder = tmp_path / "store"
    command = [sys.executable, "-m", "tests.faults.unencrypted", str(folder), *(["--key"] if is_encrypted else [])]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    markers = ("Einer Test Lauridsen", "0201609995", "Børnebørnene savner mig")
    found = {marker for path in folder.iterdir() for marker in readable(path.read_bytes(), markers)}
    assert found == (set() if is_encrypted else set(markers))


@pytest.mark.parametrize(
    "hide",
    [
        str.encode,
        lambda text: text.encode("utf-16"),
        lambda text: text[::-1].encode(),
        lambda text: text.encode().hex().upper().encode(),
        lambda text: base64.b64encode(b"x" + text.encode() + b"yz"),
        lambda text: b"before" + gzip.compress(text.encode() * 3) + b"after",
    ],
)
def test_the_search_sees_through_every_disguise(hide: object) -> None:
    assert callable(hide)
    assert readable(b"\0\1\2" + hide("Einer Test Lauridsen"), ("Einer Test Lauridsen",))
    assert not readable(b"\0\1\2" + hide("Else Test Lauridsen"), ("Einer Test Lauridsen",))
