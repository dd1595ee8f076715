"""A backup, and which of many are kept: 12 days, 10 weeks, 9 months (TRUST 0.7).

Standard library only: a damaged store offers its backups before anything heavy is loaded.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

DAYS, WEEKS, MONTHS = 12, 10, 9
"""How many days, weeks and months keep their last backup."""
KEPT_WHOLE = timedelta(hours=2)
"""So long every backup is kept."""
CHANGE_AT_RISK = timedelta(minutes=30)
"""What was written so long ago is in a backup, while the program is open."""

CHANGE_AT_LOCK = timedelta(minutes=10)
"""A screen that locks itself every few minutes makes no more backups than one in so long."""


class BackupReason(StrEnum):
    """Why a backup was made."""

    BY_HAND = "by_hand"
    DURING_WORK = "during_work"
    ON_CLOSING = "on_closing"
    BEFORE_MIGRATION = "before_migration"
    BEFORE_RESTORE = "before_restore"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup that was opened again and found whole when it was made. Nothing in here is of any citizen."""

    folder: Path
    made_at: datetime
    reason: BackupReason
    citizens: int
    assessments: int
    changed_at: datetime | None
    """The last act in it; None in a store that nothing was done in."""
    last_event: int
    """The number of that act in the trace."""
    size: int
    """Bytes of the store in it."""
    content: str
    """`storage.content` of it."""


def kept(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Which backups stay: the newest, all of the last two hours, and the last of each day, week and month that count.

    Days are those of the ward's wall, so every moment must know its zone. A moment in the future stays: the clock was
    wrong then or is wrong now, and nobody knows which.
    """
    newest_first = sorted(set(moments), reverse=True)
    staying = {moment for moment in newest_first if moment > now - KEPT_WHOLE}
    staying.update(newest_first[:1])
    for spans, name in ((DAYS, _day), (WEEKS, _week), (MONTHS, _month)):
        seen: set[tuple[int, ...]] = set()
        for moment in newest_first:
            span = name(moment)
            if span not in seen and len(seen) < spans:
                seen.add(span)
                staying.add(moment)
    return frozenset(staying)


_Span = Callable[[datetime], tuple[int, ...]]


def _day(moment: datetime) -> tuple[int, ...]:
    return (moment.year, moment.month, moment.day)


def _week(moment: datetime) -> tuple[int, ...]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, ...]:
    return (moment.year, moment.month)
