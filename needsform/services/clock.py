"""What the services ask of the world: the time and chance, both handed in so that tests can hold them still."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""The time now, aware of its zone."""

Entropy = Callable[[int], bytes]
"""That many random bytes."""


def system_clock() -> datetime:
    """The workstation's time in the workstation's zone."""
    return datetime.now(UTC).astimezone()
