"""Erases citizens for good: from the store, from its log, and from every backup that can be reached. On a worker.

Each citizen goes in one transaction with the row that says so; what is stopped on the way has erased some and not
others, and nobody by half. A backup that cannot be reached now is left behind, and remembered: restoring it erases
them again, and the next sweep finds it.
"""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.errors import Message, NeedsformError, Stopped, WorldError
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
_NO_ROOM = {"store.disk_full", "backup.disk_full", "file.disk_full"}


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
        """Erase them, then sweep the backups. `go_on` hears the percent, and ends the work by raising Stopped.

        Raises WorldError as the store does, and what `go_on` raises: Stopped `erase.stopped` in its place where
        somebody was erased by then, who stays erased. Once the store is done nothing is raised: they are gone.
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
            except Stopped as stopped:
                if not erased:
                    raise
                raise Stopped("erase.stopped", count=erased) from stopped
            finally:
                _seal(database, self.eraser)
        left_behind = Sweep(self.eraser).run(lambda percent: go_on(_STORE_DONE + percent * 6 // 10))
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
        """What was in the way, if anything was, in words that hold after an erasure too. `go_on` as `Erasure.run`.

        Nothing makes up for it by itself: the next erasure sweeps anew, or an administrator has it done.
        """
        try:
            with contextlib.closing(self.eraser.open_store()) as database:
                stones = tombstones.tombstones(database)
                keys = (self.eraser.key, *former_keys(database))
                _let_go_of_set_aside(self.eraser.directory / SET_ASIDE, keys, stones)
                anew = _forget(self._folders(), keys, stones, go_on)
                with database.atomic():
                    retention.remember_swept(database, len(stones))
                    self.eraser.record(database, Action.SWEEP_BACKUPS, None, f"rows={anew}")
        except NeedsformError as error:
            return _left_behind(error)
        return None

    def _folders(self) -> Iterator[Path]:
        """The folder beside the store first: it is swept whether or not the other one can be reached."""
        folders = BackupFolders(self.eraser.directory)
        if folders.own.is_dir():
            yield folders.own
        if folders.second is not None:
            if not folders.second.is_dir():
                raise WorldError("erase.second_missing")
            yield folders.second


def _left_behind(error: NeedsformError) -> Message:
    """Why backups may still hold somebody. What the error itself says of the store is not what happened here."""
    if isinstance(error, Stopped):
        return Message("erase.sweep_stopped")
    if error.message.message_id == "erase.second_missing":
        return error.message
    return Message("erase.sweep_no_room" if error.message.message_id in _NO_ROOM else "erase.sweep_failed")


def _seal(database: Database, eraser: Eraser) -> None:
    """Nothing of them stays in the log of the store, and the file beside it knows who was erased.

    The next opening of the store sees to what cannot be done now.
    """
    with contextlib.suppress(WorldError):
        database.fold_in()
    with contextlib.suppress(WorldError):
        tombstones.write_beside(eraser.directory / ERASED_NAME, tombstones.tombstones(database), eraser.key)


def _forget(folders: Iterator[Path], keys: tuple[bytes, ...], stones: tombstones.Tombstones, go_on: GoOn) -> int:
    """How many were made anew. What is wrong in one folder is raised once the others are done."""
    anew, failed = 0, list[WorldError]()
    for folder in folders:
        discard_unfinished(folder)
        for key in keys:
            try:
                anew += forget_in(folder, key, stones, go_on)
            except WorldError as error:
                failed.append(error)
    if failed:
        raise failed[0]
    return anew


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
