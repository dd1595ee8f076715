"""Erases citizens for good: from the store, from its log, and from every backup that can be reached. On a worker.

Each citizen goes in one transaction with the row that says so; what is stopped on the way has erased some and not
others, and nobody by half. A backup that cannot be reached now is left behind, and remembered: restoring it erases
them again, and the next sweep finds it.
"""

import contextlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.errors import Message, NeedsformError, WorldError
from needsform.models.identity import PatientId, PractitionerId
from needsform.models.retention import EraseReason
from needsform.services.backup_folders import BackupFolders
from needsform.services.clock import Clock
from needsform.services.store_state import ERASED_NAME
from needsform.storage import audit, retention, tombstones
from needsform.storage.backups import GoOn, discard_unfinished, forget_in
from needsform.storage.database import Database, open_unchanging
from needsform.storage.key_file import former_keys
from needsform.storage.restoring import SET_ASIDE

_STORE_DONE = 40
"""Percent: after the store come the backups, which take longer."""


@dataclass(frozen=True, slots=True)
class ErasureOutcome:
    """What came of it."""

    erased: int
    held: int
    """How many stayed, because they are kept until further notice by now."""
    left_behind: Message | None
    """Why some backup may still hold them; None if none does."""


@dataclass(frozen=True, slots=True)
class Eraser:
    """Who erases, and where. Holds all that a worker needs, and no connection."""

    open_store: Callable[[], Database]
    directory: Path
    key: bytes = field(repr=False)
    practitioner_id: PractitionerId
    clock: Clock

    def record(self, database: Database, action: Action, patient_id: PatientId | None, detail: str) -> None:
        """Leave a row, inside the caller's transaction."""
        by = self.practitioner_id
        event = AuditEvent(action=action, actor=Actor.STAFF, practitioner_id=by, patient_id=patient_id, detail=detail)
        audit.record(database, event, self.clock())


@dataclass(frozen=True, slots=True)
class Erasure:
    """Citizens who are to go."""

    eraser: Eraser
    patient_ids: tuple[PatientId, ...]
    reason: EraseReason

    def run(self, go_on: GoOn) -> ErasureOutcome:
        """Erase them, then sweep the backups. `go_on` hears the percent, and ends the work by raising.

        Raises WorldError as the store does; whoever was erased until then stays erased.
        """
        erased = held = 0
        with contextlib.closing(self.eraser.open_store()) as database:
            try:
                for number, patient_id in enumerate(self.patient_ids):
                    go_on(_STORE_DONE * number // len(self.patient_ids))
                    if self._erase(database, patient_id):
                        erased += 1
                    elif retention.hold_of(database, patient_id) is not None:
                        held += 1
            finally:
                _seal(database, self.eraser)
        try:
            left_behind = Sweep(self.eraser).run(lambda percent: go_on(_STORE_DONE + percent * 6 // 10))
        except NeedsformError as error:  # they are gone from the store: that must be said whatever came after
            left_behind = error.message
        return ErasureOutcome(erased, held, left_behind)

    def _erase(self, database: Database, patient_id: PatientId) -> bool:
        with database.atomic():
            if retention.hold_of(database, patient_id) is not None:
                return False
            if not tombstones.bury(database, patient_id, self.eraser.clock()):
                return False
            self.eraser.record(database, Action.ERASE, patient_id, f"cause={self.reason.value}")
        return True


@dataclass(frozen=True, slots=True)
class Sweep:
    """The backups, and what was set aside when one was restored, made free of everybody who was ever erased."""

    eraser: Eraser

    def run(self, go_on: GoOn) -> Message | None:
        """What was in the way, if anything was; then it is tried again another time. `go_on` as `Erasure.run`."""
        with contextlib.closing(self.eraser.open_store()) as database:
            stones = tombstones.tombstones(database)
            keys = (self.eraser.key, *former_keys(database))
            _let_go_of_set_aside(self.eraser.directory / SET_ASIDE, keys, stones)
            try:
                anew = sum(_forget(folder, keys, stones, go_on) for folder in self._folders())
            except WorldError as error:
                return error.message
            with database.atomic():
                retention.remember_swept(database, len(stones))
                self.eraser.record(database, Action.SWEEP_BACKUPS, None, f"rows={anew}")
        return None

    def _folders(self) -> tuple[Path, ...]:
        folders = BackupFolders(self.eraser.directory)
        if folders.second is not None and not folders.second.is_dir():
            raise WorldError("erase.second_missing")
        return tuple(folder for folder in (folders.own, folders.second) if folder is not None and folder.is_dir())


def _seal(database: Database, eraser: Eraser) -> None:
    """Nothing of them stays in the log of the store, and the file beside it knows who was erased.

    The next opening of the store sees to what cannot be done now.
    """
    with contextlib.suppress(WorldError):
        database.fold_in()
    with contextlib.suppress(WorldError):
        tombstones.write_beside(eraser.directory / ERASED_NAME, tombstones.tombstones(database), eraser.key)


def _forget(folder: Path, keys: tuple[bytes, ...], stones: tombstones.Tombstones, go_on: GoOn) -> int:
    discard_unfinished(folder)
    return sum(forget_in(folder, key, stones, go_on) for key in keys)


def _let_go_of_set_aside(folder: Path, keys: tuple[bytes, ...], stones: tombstones.Tombstones) -> None:
    """Let go of every store that was set aside and is not known to be free of them: a damaged one never is."""
    for aside in folder.iterdir() if folder.is_dir() else ():
        if not any(_is_free(store, keys, stones) for store in aside.glob("*.db")):
            shutil.rmtree(aside, ignore_errors=True)


def _is_free(store: Path, keys: tuple[bytes, ...], stones: tombstones.Tombstones) -> bool:
    log = store.with_name(f"{store.name}-wal")
    if log.exists() and log.stat().st_size > 0:
        return False
    for key in keys:
        with contextlib.suppress(WorldError), contextlib.closing(open_unchanging(store, key)) as database:
            found = database.rows("SELECT id FROM patients")
            return not stones.keys() & {PatientId(str(row["id"])) for row in found}
    return False
