"""What the services ask of the world: the time and chance, both handed in so that tests can hold them still."""

import time
from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""The time now, aware of its zone."""

Uptime = Callable[[], float]
"""Seconds since the machine was started or some other fixed moment: whoever sets its clock does not change them."""

Entropy = Callable[[int], bytes]
"""That many random bytes."""


def system_clock() -> datetime:
    """The workstation's time in the workstation's zone."""
    return datetime.now(UTC).astimezone()


def system_uptime() -> float:
    """The same for every program until the machine is started anew."""
    return time.monotonic()
