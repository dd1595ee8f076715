"""`make bench`: all figures in one run, on stdout."""

import os
import platform
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from needsform.demo.small_talk import without_small_talk
from tools.bench import codes, intake, sheet, start, ticks
from tools.bench.figures import ROUNDS, reasons, table


def main() -> int:
    """Measure and print; a target that is missed is told in the table, and why beneath it."""
    print(f"Medians of {ROUNDS}, Needsform and bare in turn; {platform.platform()}, Python {platform.python_version()}")
    with without_small_talk():
        figures = [*start.measure(), *ticks.measure(), *sheet.measure(), *codes.measure(), *intake.measure()]
    print(table(figures))
    for line in reasons(figures):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
