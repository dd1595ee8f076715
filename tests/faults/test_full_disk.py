"""A full disk is called a full disk, loses nothing that was acknowledged, and the work goes on when there is room.

The disk is a real one of a few megabytes, in a mount namespace that ends with the test; no rights are needed where
the system lets anybody make one.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.sizes import SEED, Record, points, told

CHECKOUT = Path(__file__).resolve().parents[2]
PART = "full small disk"
ON_A_SMALL_DISK = [
    "unshare",
    "--user",
    "--map-root-user",
    "--mount",
    "sh",
    "-c",
    'mount -t tmpfs -o size=8m none "$0" && "$@"',
]


def on_a_small_disk(disk: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command to which `disk` is a disk of eight megabytes, and to nobody else."""
    return subprocess.run(
        [*ON_A_SMALL_DISK, str(disk), *command], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Path:
    """Where the small disk appears; the test is skipped where none can be made."""
    if shutil.which("unshare") is None or on_a_small_disk(tmp_path, "true").returncode != 0:
        pytest.skip("this system lets nobody make a small disk")
    return tmp_path


def test_a_full_disk_loses_nothing_and_is_called_by_its_name(
    small_disk: Path, record_testsuite_property: Record
) -> None:
    done = on_a_small_disk(
        small_disk, sys.executable, "-m", "tests.faults.full_disk", str(small_disk), str(points(PART)), str(SEED)
    )
    assert done.returncode == 0, done.stderr
    outcomes = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(outcomes) == points(PART)
    assert list(small_disk.iterdir()) == []  # the disk was really another one

    mornings = [outcome for outcome in outcomes if outcome["what"] == "first morning"]
    assert {(o["said"] in ("store.disk_full", "file.disk_full"), o["state"], o["then"]) for o in mornings} <= {
        (True, "absent", ""),
        (False, "ready", ""),
    }
    assert any(outcome["said"] for outcome in mornings)
    ticking = [outcome for outcome in outcomes if outcome["what"] == "ticking"]
    assert {(o["said"], o["kept"], o["holds"]) for o in ticking} == {("store.disk_full", True, True)}
    saving = [outcome for outcome in outcomes if outcome["what"] == "saving"]
    # The second where there is not even room for the note of where it is being written.
    assert {o["said"] for o in saving} <= {"file.disk_full", "store.disk_full"}
    assert {(o["whole"], *o["left"]) for o in saving} == {(True,)}
    backing_up = [outcome for outcome in outcomes if outcome["what"] == "backing up"]
    assert {(o["said"], o["backups"]) for o in backing_up} == {("backup.disk_full", 1)}
    printing = [outcome for outcome in outcomes if outcome["what"] == "printing"]
    assert {(o["said"], o["left"]) for o in printing} == {("print.interrupted", False)}
    told(record_testsuite_property, PART, len(outcomes))
