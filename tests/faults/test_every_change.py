"""Whichever write, sync or renaming of a day fails, is cut off or is cut short: what was acknowledged is there, whole.

After each fault the store is opened by the program's own way, every page, row and link of the trace is read, and what
is found must be the state after the last act that was acknowledged, or after the one that was under way.
"""

import json
from collections import Counter
from pathlib import Path

from tests.faults.shim import start_on_shim
from tests.faults.sizes import SEED, Record, cry, points, progress, told

PARTS = {
    "change": "fault at every change",
    "recovery": "fault while it recovers",
    "full": "disk full",
    "sync": "failed sync",
}


def test_no_fault_of_the_disk_loses_or_halves_what_was_acknowledged(
    disk_shim: Path, record_testsuite_property: Record
) -> None:
    """Any fault once; a second one while it recovers; no room from there on; a sync that fails."""
    wanted = [str(points(part)) for part in PARTS.values()]
    planned: dict[str, int] = {}
    tried: Counter[str] = Counter()
    wrong: list[str] = []

    def hear(line: str) -> None:
        heard = json.loads(line)
        if "planned" in heard:
            planned.update(heard["planned"])
            return
        kind = heard["kind"]
        tried[kind] += 1
        progress(PARTS[kind], tried[kind], planned[kind])
        if heard["wrong"]:
            wrong.append(f"{kind} {heard['point']}: {heard['wrong']}")
            cry(PARTS[kind], wrong[-1])

    start_on_shim(disk_shim, "tests.faults.every_change", *wanted, str(SEED), on_line=hear)
    assert wrong == []
    assert tried == planned
    for kind, part in PARTS.items():
        told(record_testsuite_property, part, tried[kind])


def test_a_program_that_acknowledges_too_early_is_caught(disk_shim: Path) -> None:
    """The control: an act is told to be done before it is begun."""
    wrong: list[str] = []

    def hear(line: str) -> None:
        wrong.append(json.loads(line).get("wrong", ""))

    start_on_shim(
        disk_shim, "tests.faults.every_change", "20", "0", "0", "0", str(SEED), "--hasty", "tick", on_line=hear
    )
    assert any("acknowledged" in one for one in wrong)
