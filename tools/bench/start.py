"""From starting the process to the first painted window, and what a form that is open takes in memory."""

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from needsform.demo.small_talk import OUT_OF_SIGHT
from tools.bench.figures import Figure, in_turn
from tools.case_store import CHECKOUT, CaseStore, begin, case, register

START_TARGET, MEMORY_TARGET = 1.25, 1.4
_MEGABYTE = 1_000_000
_WHY_START = (
    "PySide makes all 93 enumerations of Qt's namespace as soon as one of them is named, which every screen does and"
    " the bare form does not; the rest is the program's own typeface, style sheet, words and modules."
)
_WHY_MEMORY = (
    "the encrypted store, the keys and the checked models are compiled libraries of their own (SQLCipher, cryptography,"
    " pydantic, each with what it needs of OpenSSL or Rust); the bare form needs none of them."
)


def measure() -> list[Figure]:
    """The figures of start and memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _lay_out(folder)
        start = in_turn(partial(_seconds_to_paint, "start", folder), partial(_seconds_to_paint, "bare-start", folder))
        memory = in_turn(partial(_told, "memory", folder), partial(_told, "bare-memory", folder))
    shown, taken = [seconds * 1000 for seconds in start], [size / _MEGABYTE for size in memory]
    return [
        Figure("start to first paint", "ms", shown[0], START_TARGET, shown[1], _WHY_START),
        Figure("memory with a form open", "MB", taken[0], MEMORY_TARGET, taken[1], _WHY_MEMORY),
    ]


def _lay_out(folder: Path) -> None:
    """A store with a form that waits for its citizen, and the words of the same rows for the bare form."""
    told = case(1)
    store = CaseStore.found(folder / "store", told)
    session = store.open()
    begin(session, register(session, told), told)
    topics = session.questionnaires.default().topics.values()
    (folder / "topics.txt").write_text("\n".join(topic.text["da"] for topic in topics), encoding="utf-8")
    session.close()
    store.access.leave()


def _seconds_to_paint(what: str, folder: Path) -> float:
    before = time.monotonic_ns()
    return (_told(what, folder) - before) / 1e9


def _told(what: str, folder: Path) -> int:
    """The number that a child process prints."""
    told = subprocess.run(
        [sys.executable, "-m", "tools.bench.child", what, str(folder)],
        cwd=CHECKOUT,
        env=_environment(folder),
        capture_output=True,
        text=True,
        check=False,  # what it said of a failure is passed on first
    )
    for line in told.stderr.splitlines():
        if not line.startswith(OUT_OF_SIGHT):
            print(line, file=sys.stderr)
    told.check_returncode()
    return int(told.stdout)


def _environment(folder: Path) -> dict[str, str]:
    """Out of sight, and with compiled modules kept between starts, as in every installed program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
