"""`python -m needsform`."""

import sys

from needsform.cli import main

if __name__ == "__main__":
    if getattr(sys, "frozen", False):  # a process that reads a foreign file starts here too, and must not open a window
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
