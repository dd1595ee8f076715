"""`python -m needsform`."""

import sys

from needsform.cli import main

if __name__ == "__main__":
    sys.exit(main())
