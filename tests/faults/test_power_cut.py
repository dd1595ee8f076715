"""The power goes, at any moment of a day: whatever was acknowledged is there when the store is opened again.

What the disk had not been told to keep is dropped, reordered and torn (`power_cut`). Two controls show that the test
sees what it is for: a store written with less syncing than the program's loses ticks in most of the states.
"""

import json
from pathlib import Path

import pytest

from tests.faults.shim import start_on_shim
from tests.faults.sizes import SEED, Record, cry, points, progress, told

IN_FLOWS = 0.1
"""How many of the states are of the main flows; the others are of a long ticking."""


def cut(disk_shim: Path, part: str, ticks: int, flows: int, synchronous: str) -> tuple[int, int, list[str]]:
    """How many states were tried, how many of them had lost something, and what, for some."""
    figures, wrong = [0, 0], list[str]()

    def hear(line: str) -> None:
        heard = json.loads(line)
        figures[0] += heard["tried"]
        figures[1] += heard["lost"]
        for found in heard["wrong"]:
            wrong.append(found)
            if synchronous == "FULL":  # of the controls it is expected
                cry(part, found)
        progress(part, figures[0], ticks + flows)

    arguments = (str(ticks), str(flows), synchronous, str(SEED))
    start_on_shim(disk_shim, "tests.faults.power_cuts", *arguments, on_line=hear)
    return figures[0], figures[1], wrong


def test_a_power_cut_loses_nothing_that_was_acknowledged(disk_shim: Path, record_testsuite_property: Record) -> None:
    part = "power cut"
    flows = round(points(part) * IN_FLOWS)
    tried, lost, wrong = cut(disk_shim, part, points(part) - flows, flows, "FULL")
    assert wrong == []
    assert lost == 0
    assert tried > points(part) * 0.9
    told(record_testsuite_property, part, tried)


@pytest.mark.parametrize("synchronous", ["NORMAL", "OFF"])
def test_a_store_that_syncs_less_is_caught(
    disk_shim: Path, synchronous: str, record_testsuite_property: Record
) -> None:
    part = f"power cut: synchronous = {synchronous}"
    tried, lost, _ = cut(disk_shim, part, points(part), 0, synchronous)
    assert lost > tried / 2
    told(record_testsuite_property, part, tried, lost=lost)
