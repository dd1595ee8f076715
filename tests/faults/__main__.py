"""`make faults`: every test of this folder in its long form, with progress, and a table of what was tried and found."""

import argparse
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from datetime import UTC, datetime
from json import loads
from pathlib import Path

from tests.faults.sizes import SCALE, SEED, SEED_NAME

HERE = Path(__file__).resolve().parent
_NOT_IN_SHORT = ("points", "seed", "bound")


def parts() -> dict[str, Path]:
    """What can be chosen: `power_cut` for `test_power_cut.py`, and so on."""
    return {path.stem.removeprefix("test_"): path for path in sorted(HERE.glob("test_*.py"))}


def main() -> int:
    """Run what was chosen; 0 if nothing was lost, leaked or left over."""
    parser = argparse.ArgumentParser(prog="make faults ARGS=...", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(parts())}; all unless named")
    parser.add_argument("--scale", type=float, default=1.0, help="how much of the long form; 0.1 is a tenth of it")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    unknown = set(asked.parts) - set(parts())
    if unknown:
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    files = [str(path) for name, path in parts().items() if not asked.parts or name in asked.parts]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        surroundings = {**os.environ, SCALE: str(asked.scale), SEED_NAME: str(asked.seed)}
        command = [sys.executable, "-m", "pytest", "-s", "-q", "-p", "no:cacheprovider", f"--junitxml={report}", *files]
        status = subprocess.run(command, env=surroundings, check=False).returncode
        print_table(report)
    return status


def say(line: str) -> None:
    """One line on the terminal."""
    sys.stdout.write(f"{line}\n")


def print_table(report: Path) -> None:
    """The figures that the tests have told, and how each test ended."""
    root = ElementTree.parse(report).getroot()
    say(f"\n{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, seed {SEED}\n")
    say(f"{'part':40} {'N':>8} {'seed':>9} {'bound 3/N':>10}  more")
    for told in root.iter("property"):
        figures = loads(told.get("value", "{}"))
        if isinstance(figures, dict) and "points" in figures:
            more = ", ".join(f"{name} {value}" for name, value in figures.items() if name not in _NOT_IN_SHORT)
            bound = figures.get("bound", 3 / max(1, figures["points"]))
            say(f"{told.get('name', ''):40} {figures['points']:>8} {figures['seed']:>9} {bound:>10.2%}  {more}")
    for tried in root.iter("testcase"):
        ended = next((child.tag for child in tried if child.tag in ("failure", "error", "skipped")), "")
        if ended:
            say(f"{ended.upper()}: {tried.get('name')}")


if __name__ == "__main__":
    sys.exit(main())
