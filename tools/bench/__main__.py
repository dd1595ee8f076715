"""`make bench`: all figures in one run, on stdout, each part as soon as it is measured.

`make bench ARGS="codes intake"` chooses parts. `region` fills a store of seventy thousand citizens first, which takes a
quarter of an hour, and is measured only when it is asked for; `ARGS="region --keep FOLDER"` fills it once.
"""

import argparse
import os
import platform
import sys
import tempfile
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from needsform.demo.small_talk import without_small_talk
from needsform.dressing import new_application
from tools.bench import codes, intake, region, sheet, start, ticks
from tools.bench.figures import ROUNDS, Figure, reasons, table


def of_a_region(kept: Path | None = None) -> list[Figure]:
    """What grows with the store; in a folder that is kept, it is filled once."""
    app = QApplication.instance() or new_application("bench")
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as folder:
        return region.measure(app, kept or Path(folder))


PARTS = {
    "start": start.measure,
    "ticks": ticks.measure,
    "sheet": sheet.measure,
    "codes": codes.measure,
    "intake": intake.measure,
    "region": of_a_region,
}
ON_REQUEST = {"region"}


def main() -> int:
    """Measure and print; a target that is missed is told in the table, and why beneath it."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=...", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the stores of region there for the next time")
    told = parser.parse_args()
    asked = told.parts
    if unknown := set(asked) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    print(f"Medians of {ROUNDS}, Needsform and bare in turn; {platform.platform()}, Python {platform.python_version()}")
    measured = PARTS | {"region": partial(of_a_region, told.keep)}
    with without_small_talk():
        for name in asked or [name for name in PARTS if name not in ON_REQUEST]:
            figures = measured[name]()
            print(f"\n{name}\n{table(figures)}", flush=True)
            for line in reasons(figures):
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
