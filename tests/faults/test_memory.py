"""Memory that runs out inside the store's library loses nothing, and nothing is acknowledged then.

Any request of SQLCipher, SQLite or their cryptography is refused once, a few times, or until the act has failed. Then
the store is opened by the program's own way in the same program and in the next one, and read through.
"""

import json
from pathlib import Path

from tests.faults.shim import start_on_shim
from tests.faults.sizes import SEED, Record, is_long, points, progress, told

PART = "memory runs out"
CONTROL_POINTS = 5
SHORT_FORM = ("tick",)


def test_memory_that_runs_out_loses_nothing_that_was_acknowledged(
    disk_shim: Path, memory_shim: Path, record_testsuite_property: Record
) -> None:
    wrong: list[str] = []
    tried, refused = 0, 0

    def hear(line: str) -> None:
        nonlocal tried, refused
        heard = json.loads(line)
        tried += 1
        refused += heard["refused"] > 0
        progress(PART, tried, points(PART))
        if heard["wrong"]:
            wrong.append(f"{heard['shortage']}: {heard['wrong']}")

    flows = () if is_long() else SHORT_FORM
    arguments = (str(points(PART)), str(SEED), *flows)
    start_on_shim(disk_shim, "tests.faults.memory", *arguments, on_line=hear, more=(memory_shim,))
    assert wrong == []
    assert tried == points(PART)
    assert refused > tried * 0.9  # the shortage was really met
    told(record_testsuite_property, PART, tried, refused=refused)


def test_a_program_that_goes_on_as_if_nothing_had_happened_is_caught(disk_shim: Path, memory_shim: Path) -> None:
    """The control: an act is told to be done although memory ran out in it."""
    wrong: list[str] = []

    def hear(line: str) -> None:
        wrong.append(json.loads(line)["wrong"])

    arguments = (str(CONTROL_POINTS), str(SEED), "--careless", "receive")
    start_on_shim(disk_shim, "tests.faults.memory", *arguments, on_line=hear, more=(memory_shim,))
    assert any("acknowledged" in one for one in wrong)
