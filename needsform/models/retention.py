"""How long a citizen's record is kept, why one goes, and who would go now (TRUST 0.8)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from needsform.models.identity import PatientId

FEWEST_YEARS, MOST_YEARS = 1, 50
FEWEST_DAYS, MOST_DAYS = 1, 3650


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """When a record is old enough to go. Nothing goes by itself: an administrator confirms."""

    years: int = 10
    """After the last thing that was done to the citizen's last assessment; journals are kept for ten."""
    days_after_hand_over: int | None = None
    """Sooner, where everything has been handed over and is kept elsewhere; None where it is not."""


class EraseReason(StrEnum):
    """Why a record was erased: a fixed word, because the trace outlives the record and may name nobody."""

    RETENTION = "retention"
    CITIZEN_ASKED = "citizen_asked"
    MISTAKE = "mistake"


class DueCause(StrEnum):
    """By which part of the rule a record is due."""

    YEARS = "years"
    HANDED_OVER = "handed_over"


@dataclass(frozen=True, slots=True)
class Hold:
    """A record that is to stay until further notice, and why: a complaint, a case of compensation."""

    reason: str
    placed_at: datetime


@dataclass(frozen=True, slots=True)
class DueCitizen:
    """Somebody whose record is old enough to go."""

    patient_id: PatientId
    name: str
    identifier: str
    """As shown, with hyphen."""
    assessments: int
    last_at: datetime
    """When the last thing was done."""
    cause: DueCause
    held_because: str
    """Why it stays all the same; empty where it would go."""
