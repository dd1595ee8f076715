"""What every test stands on: no display, no chance, and a clock that stands still."""

import os
from datetime import datetime

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is asked for a window

import pytest
from hypothesis import settings

from tests.clock import COPENHAGEN, StandingClock
from tests.thoroughness import as_many_as

# The same examples on every machine, and no verdict that depends on how busy it is.
# To look for new ones: pytest --hypothesis-profile=default
settings.register_profile("steady", derandomize=True, deadline=None, max_examples=as_many_as(40, thorough=400))
settings.load_profile("steady")


@pytest.fixture
def clock() -> StandingClock:
    """A Monday in November, 10:42 on the ward's wall."""
    return StandingClock(datetime(2026, 11, 23, 10, 42, tzinfo=COPENHAGEN))
