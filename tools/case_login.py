"""How the store of a case is unlocked, and when. Nothing of the program is imported with it."""

from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from needsform.demo.hands import Hands

LOGIN, PASSWORD = "kp", "en kop kaffe kl. 10"
MONDAY = datetime(2026, 11, 23, 10, 42, tzinfo=ZoneInfo("Europe/Copenhagen"))


def standing_clock() -> datetime:
    """A Monday in November, 10:42."""
    return MONDAY


def unlock(hands: "Hands") -> None:
    """From the door to the worklist."""
    hands.write("login", LOGIN)
    hands.write("password", PASSWORD)
    hands.click("unlock")
    hands.wait_for(lambda: hands.sees("worklist_screen"), "the worklist")
