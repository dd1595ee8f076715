"""`make bench`: all figures in one run, on stdout."""

import os
import platform
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tools.bench import sheet, start, ticks
from tools.bench.figures import ROUNDS, table


def main() -> int:
    """Measure and print; a target that is missed is told in the table."""
    print(f"Medians of {ROUNDS}, Needsform and bare in turn; {platform.platform()}, Python {platform.python_version()}")
    figures = [*start.measure(), *ticks.measure(), *sheet.measure()]
    print(table(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
