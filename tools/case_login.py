"""How the store of a case is unlocked, and when. Nothing of the program is imported with it."""

from datetime import datetime
from zoneinfo import ZoneInfo

LOGIN, PASSWORD = "kp", "en kop kaffe kl. 10"
MONDAY = datetime(2026, 11, 23, 10, 42, tzinfo=ZoneInfo("Europe/Copenhagen"))


def standing_clock() -> datetime:
    """A Monday in November, 10:42."""
    return MONDAY
