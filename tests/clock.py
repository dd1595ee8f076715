"""A clock that stands still, because a test that asks the real time tells another story every day."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


class StandingClock:
    """Gives the same moment until the test moves it; goes wherever the program asks for ``Callable[[], datetime]``."""

    def __init__(self, moment: datetime) -> None:
        """Stop the clock at ``moment``, which must know its time zone."""
        if moment.tzinfo is None:
            raise ValueError("the moment needs a time zone")
        self._moment = moment

    def __call__(self) -> datetime:
        """Return the moment at which the clock stands, in the time zone that it was given."""
        return self._moment

    def advance(self, by: timedelta) -> None:
        """Let ``by`` pass as it would on a wall: an hour over the night of summer time is still one hour."""
        if by < timedelta(0):
            raise ValueError("this clock only goes forward")
        self._moment = (self._moment.astimezone(UTC) + by).astimezone(self._moment.tzinfo)
