"""How much is tried: what every commit can afford, or, with `make thorough`, all of it.

Only tests that try the same thing very often ask; nothing is tried by `make thorough` alone.
"""

import os

_THOROUGH = "NEEDSFORM_THOROUGH"
IS_THOROUGH = os.environ.get(_THOROUGH) == "1"


def as_many_as(quick: int, thorough: int) -> int:
    """So many with every commit, and so many when there is time."""
    return thorough if IS_THOROUGH else quick
