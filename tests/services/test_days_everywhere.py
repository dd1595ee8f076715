"""A day is the one on the wall, in every zone and on the nights on which the clocks change; nothing is a day off."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from shutil import copytree
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from needsform.models.assessment import ReferralSource
from needsform.models.audit import Action, TraceQuery
from needsform.models.errors import InputError
from needsform.models.identity import AssessmentId
from needsform.models.inbox import ReferralDetails
from needsform.models.patient import Patient
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from tests.clock import StandingClock
from tests.ward import CHEAP, citizen, entropy, first_talk

HALF_A_YEAR = timedelta(days=182)
"""After which the clocks of most places with summer time have changed."""
ABOUT_MIDNIGHT = (timedelta(0), timedelta(minutes=1), timedelta(hours=23, minutes=59), timedelta(hours=2, minutes=30))
"""Of the wall's clock; the last is in the hour that is left out, or comes twice, where clocks change in Europe."""


class MovedClock(StandingClock):
    """A clock that is carried from one place and day to another."""

    def __init__(self) -> None:
        super().__init__(datetime(2026, 11, 23, 10, 42, tzinfo=UTC))

    def carry_to(self, moment: datetime) -> None:
        """Be at this moment, wherever it is."""
        self._moment = moment


def on_the_wall(zone: str, day: date, hour: timedelta) -> datetime:
    """A moment that there is in that zone, at that hour or at the next one that there is."""
    wall = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)) + hour
    return as_told(wall.astimezone(UTC), zone)


def as_told(moment: datetime, zone: str) -> datetime:
    """A moment as `system_clock` gives it to a workstation there: with the offset of just then, not with the zone."""
    there = moment.astimezone(ZoneInfo(zone))
    return there.astimezone(timezone(there.utcoffset() or timedelta(0)))


def reviewed(session: Session, day: date) -> list[AssessmentId | None]:
    """What was begun on one day, as whoever reviews the trace is told."""
    asked = TraceQuery(since=day, until=day, action=Action.START)
    return [entry.assessment_id for entry in session.trace.review(asked).page().entries]


@pytest.fixture(scope="module")
def clock() -> MovedClock:
    """One clock for all moments."""
    return MovedClock()


@pytest.fixture(scope="module")
def session(
    founded_once: tuple[Path, Unlocked], tmp_path_factory: pytest.TempPathFactory, clock: MovedClock
) -> Iterator[Session]:
    """Karin at work, wherever the clock is carried to."""
    original, key = founded_once
    folder = tmp_path_factory.mktemp("everywhere") / "needsform"
    copytree(original, folder)
    access = Access(folder, clock, entropy(), CHEAP)
    opened = access.open(key)
    yield opened
    opened.close()
    access.leave()


@pytest.fixture(scope="module")
def einer(session: Session) -> Patient:
    """One citizen, who is assessed again and again."""
    return session.patients.register(citizen())


@given(
    zone=st.timezone_keys(),
    day=st.dates(date(2026, 1, 1), date(2040, 12, 31)),
    hour=st.sampled_from(ABOUT_MIDNIGHT),
)
@example(zone="Europe/Copenhagen", day=date(2026, 3, 29), hour=timedelta(hours=2, minutes=30))
@example(zone="Europe/Copenhagen", day=date(2026, 10, 25), hour=timedelta(hours=2, minutes=30))
@example(zone="America/Santiago", day=date(2026, 9, 6), hour=timedelta(0))
@example(zone="Pacific/Kiritimati", day=date(2026, 12, 31), hour=timedelta(hours=23, minutes=59))
@example(zone="Etc/GMT+12", day=date(2027, 1, 1), hour=timedelta(0))
def test_whatever_happens_belongs_to_the_day_on_the_wall(
    zone: str, day: date, hour: timedelta, session: Session, einer: Patient, clock: MovedClock
) -> None:
    moment = on_the_wall(zone, day, hour)
    clock.carry_to(moment)
    today = moment.date()
    begun = session.assessments.start(einer, first_talk().model_copy(update={"held_on": today}))
    on_disk = session.assessments.get(begun.id)
    assert (on_disk.created_at, on_disk.created_at.date(), on_disk.held_on) == (moment, today, today)
    ReferralDetails(source=ReferralSource.HOSPITAL, informed_on=today).require_plausible(clock().date())
    with pytest.raises(InputError):
        ReferralDetails(source=ReferralSource.HOSPITAL, informed_on=today + timedelta(1)).require_plausible(
            clock().date()
        )
    clock.carry_to(as_told(moment + HALF_A_YEAR, zone))
    assert [begun.id in reviewed(session, today + timedelta(days)) for days in (-1, 0, 1)] == [False, True, False]
