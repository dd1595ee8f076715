"""Round after round at one workstation, the program holds no more than before: memory, open files, windows, log."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.sizes import SEED, Record, is_long, points, progress, told

CHECKOUT = Path(__file__).resolve().parents[2]
PART = "soak"
TICKS_IN_A_ROUND = 6
TICKS_IN_A_LONG_ROUND = 100
CONTROL_ROUNDS = 3
MOST_GROWTH = 0.05
"""Of memory, from the first quarter to the end; of Python's objects too."""
MOST_LOG = 4 * 1024 * 1024

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="counts what only POSIX numbers")

Samples = list[dict[str, int]]
LEAKY: Samples = [
    {
        "ticks": ticks,
        "resident": 160_000_000,
        "files": 11 + ticks,
        "log": 580_952,
        "widgets": 32 + ticks,
        "objects": 98_000,
    }
    for ticks in range(CONTROL_ROUNDS)
]
"""What such a program told when the control was played."""


def soaked(rounds: int, ticks: int, *more: str) -> Samples:
    """What the program held after each round."""
    samples: Samples = []
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.soaking", str(rounds), str(ticks), str(SEED), *more],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            samples.append(json.loads(line))
            progress(PART, len(samples), rounds)
    assert process.returncode == 0
    assert len(samples) == rounds
    return samples


def faults_of(samples: Samples) -> list[str]:
    """What has grown since the program was warm."""
    warm, last = samples[max(1, len(samples) // 4)], samples[-1]
    faults = [f"{name}: {warm[name]}, then {last[name]}" for name in ("files", "widgets") if last[name] > warm[name]]
    if last["log"] > MOST_LOG:
        faults.append(f"the log came to {last['log']} bytes")
    if is_long() and last["resident"] > warm["resident"] * (1 + MOST_GROWTH):
        faults.append(f"memory: {warm['resident']}, then {last['resident']}")
    if last["objects"] > warm["objects"] * (1 + MOST_GROWTH):
        faults.append(f"objects: {warm['objects']}, then {last['objects']}")
    return faults


def test_round_after_round_holds_no_more_than_before(record_testsuite_property: Record) -> None:
    ticks = TICKS_IN_A_LONG_ROUND if is_long() else TICKS_IN_A_ROUND
    samples = soaked(max(3, points(PART) // ticks), ticks)
    assert faults_of(samples) == []
    warm, last = samples[max(1, len(samples) // 4)], samples[-1]
    growth = f"{last['resident'] / warm['resident'] - 1:+.1%}"
    more = {name: last[name] for name in ("files", "widgets", "log")}
    told(record_testsuite_property, PART, last["ticks"], memory=growth, **more)


def test_a_program_that_closes_nothing_is_caught() -> None:
    """The control: after each round one more file is open, and one more window is kept. Played only at length."""
    samples = soaked(CONTROL_ROUNDS, 1, "--leaky") if is_long() else LEAKY
    assert [fault.split(":")[0] for fault in faults_of(samples)] == ["files", "widgets"]
