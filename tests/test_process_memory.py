"""No core dump, and no reading of this program's memory by another one."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ASKED = """
import ctypes, resource, sys
from needsform import process_memory
if sys.argv[1] == "private":
    process_memory.keep_private()
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
PR_GET_DUMPABLE = 3


def asked(how: str) -> list[int]:
    told = subprocess.run(
        [sys.executable, "-c", ASKED, how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [int(word) for word in told.stdout.split()]


@pytest.mark.skipif(sys.platform != "linux", reason="prctl and core limits are Linux'")
def test_a_crash_leaves_no_memory_behind_and_nobody_reads_along() -> None:
    assert asked("private") == [0, 0]
    assert asked("open")[1] == 1  # so the line above does not pass by itself; the limit may be 0 here already
