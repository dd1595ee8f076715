"""How long citizens' records are kept, which stay until further notice, and the way out for those that go.

Nothing goes by itself: an administrator sees the list first, and says so.
"""

import re

from needsform.models.audit import Action
from needsform.models.errors import InputError, WorldError
from needsform.models.frozen import TEXT_LENGTH, on_one_line
from needsform.models.identity import PatientId
from needsform.models.retention import (
    FEWEST_DAYS,
    FEWEST_YEARS,
    MOST_DAYS,
    MOST_YEARS,
    DueCitizen,
    EraseReason,
    Hold,
    RetentionRule,
)
from needsform.services.clock import Clock
from needsform.services.erasure import Eraser, Erasure, Sweep
from needsform.services.presence import Presence
from needsform.services.trace_reading import Reader
from needsform.services.unlocked import Unlocked
from needsform.storage import retention as rows
from needsform.storage.audit_retention import jumped_ahead_lately
from needsform.storage.database import Database
from needsform.storage.patients import load_patient


class Retention:
    """What an administrator decides about records that are to stay or to go; each act leaves a row."""

    def __init__(
        self, database: Database, presence: Presence, unlocked: Unlocked, clock: Clock, reader: Reader
    ) -> None:
        self._database, self._presence, self._unlocked = database, presence, unlocked
        self._clock, self._reader = clock, reader

    # The rule -------------------------------------------------------------------------------------------------------

    def rule(self) -> RetentionRule:
        """How long records are kept here."""
        self._presence.require_administrator(Action.REVIEW_RETENTION)
        return rows.load_rule(self._database)

    def change_rule(self, rule: RetentionRule) -> None:
        """Keep records by another rule from now on. Raises InputError `retention.years`, `retention.days` beside it."""
        self._presence.require_administrator(Action.CHANGE_RETENTION)
        if not FEWEST_YEARS <= rule.years <= MOST_YEARS:
            raise InputError("retention.years", at="years", fewest=FEWEST_YEARS, most=MOST_YEARS)
        days = rule.days_after_hand_over
        if days is not None and not FEWEST_DAYS <= days <= MOST_DAYS:
            raise InputError("retention.days", at="days", fewest=FEWEST_DAYS, most=MOST_DAYS)
        with self._database.atomic():
            rows.save_rule(self._database, rule)
            detail = f"years={rule.years}" if days is None else f"years={rule.years} days={days}"
            self._presence.record(Action.CHANGE_RETENTION, self._clock(), detail=detail)

    def due(self) -> tuple[DueCitizen, ...]:
        """Whoever is old enough to go, oldest first.

        Raises WorldError `retention.clock` after the clock has jumped ahead: then nobody can say what is old.
        """
        self._presence.require_administrator(Action.REVIEW_RETENTION)
        now = self._clock()
        with self._database.atomic():
            if jumped_ahead_lately(self._database, now):
                raise WorldError("retention.clock")
            found = rows.due(self._database, rows.load_rule(self._database), now)
            self._presence.record(Action.REVIEW_RETENTION, now, detail=f"found={len(found)}")
        return found

    # One record -----------------------------------------------------------------------------------------------------

    def hold(self, patient_id: PatientId) -> Hold | None:
        """Why a record stays until further notice."""
        self._presence.require_administrator(Action.PLACE_HOLD)
        return rows.hold_of(self._database, patient_id)

    def place_hold(self, patient_id: PatientId, reason: str) -> None:
        """Let a record stay until further notice. Raises InputError `hold.reason_missing` at "reason"."""
        self._presence.require_administrator(Action.PLACE_HOLD)
        told = on_one_line(reason)[:TEXT_LENGTH]
        if not told:
            raise InputError("hold.reason_missing", at="reason")
        now = self._clock()
        with self._database.atomic():
            rows.place_hold(self._database, patient_id, told, now)
            self._presence.record(Action.PLACE_HOLD, now, patient_id=patient_id)

    def lift_hold(self, patient_id: PatientId) -> None:
        """The usual rule holds again."""
        self._presence.require_administrator(Action.LIFT_HOLD)
        with self._database.atomic():
            rows.lift_hold(self._database, patient_id)
            self._presence.record(Action.LIFT_HOLD, self._clock(), patient_id=patient_id)

    # Out ------------------------------------------------------------------------------------------------------------

    def erasure(self, patient_ids: tuple[PatientId, ...]) -> Erasure:
        """Those of the list who are to go, to be erased by a worker."""
        self._presence.require_administrator(Action.ERASE)
        return Erasure(self._eraser(), patient_ids, EraseReason.RETENTION)

    def erasure_of(self, patient_id: PatientId, typed: str, reason: EraseReason) -> Erasure:
        """One citizen, whose identifier was `typed` to show that it is the right one.

        Raises InputError `erase.identifier_differs` at "typed", PermissionDenied `erase.held`.
        """
        self._presence.require_administrator(Action.ERASE)
        if rows.hold_of(self._database, patient_id) is not None:
            self._presence.refuse("erase.held", Action.ERASE)
        if _plain(load_patient(self._database, patient_id).identifier.value) != _plain(typed):
            raise InputError("erase.identifier_differs", at="typed")
        return Erasure(self._eraser(), (patient_id,), reason)

    def has_left_behind(self) -> bool:
        """Whether some backup may still hold somebody who was erased."""
        self._presence.require_administrator(Action.SWEEP_BACKUPS)
        return rows.unswept(self._database) > 0

    def sweep(self) -> Sweep:
        """To look through the backups again, on a worker."""
        self._presence.require_administrator(Action.SWEEP_BACKUPS)
        return Sweep(self._eraser())

    def _eraser(self) -> Eraser:
        by = self._presence.practitioner.id
        return Eraser(self._reader, self._database.path.parent, self._unlocked.key, by, self._clock)


def _plain(identifier: str) -> str:
    return re.sub(r"[\W_]", "", identifier).upper()
