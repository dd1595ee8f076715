"""The one place where the program asks the real time."""

from datetime import UTC, datetime

from needsform.services.clock import system_clock


def test_the_workstations_time_knows_its_zone() -> None:
    before = datetime.now(UTC)
    assert before <= system_clock() <= datetime.now(UTC)
    assert system_clock().utcoffset() is not None
