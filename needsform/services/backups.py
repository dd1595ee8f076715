"""Backups of the open store: when one is due, and the work itself, which runs on a worker."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from needsform.models.audit import Action
from needsform.models.backup import CHANGE_AT_LOCK, CHANGE_AT_RISK, Backup, BackupReason
from needsform.models.errors import Message, WorldError
from needsform.services.backup_folders import BackupFolders
from needsform.services.clock import Clock
from needsform.services.presence import Presence
from needsform.services.store_state import KEYS_NAME
from needsform.services.unlocked import Unlocked
from needsform.storage.backups import (
    GoOn,
    Source,
    backups_in,
    copy_backup,
    discard_unfinished,
    make_backup,
    thin_out,
)
from needsform.storage.database import Database
from needsform.storage.restoring import let_go_of_set_aside


@dataclass(frozen=True, slots=True)
class BackupOutcome:
    """A backup that counts, and what was wrong with the second folder, if anything was."""

    backup: Backup
    second_fault: Message | None = None


@dataclass(frozen=True, slots=True)
class BackupJob:
    """One backup still to be made. Holds all that a worker needs, and no connection."""

    source: Source
    folders: BackupFolders
    made_at: datetime
    reason: BackupReason

    def run(self, go_on: GoOn) -> BackupOutcome:
        """Make it, copy it to the second folder, and let go of those that no day, week or month needs.

        `go_on` hears the percent, and ends the work by raising. Raises WorldError as `make_backup`. A second folder
        that cannot be reached does not undo the backup beside the store.
        """
        own = self.folders.own
        discard_unfinished(own)
        backup = make_backup(self.source, own, self.made_at, self.reason, go_on)
        thin_out(own, self.made_at)
        let_go_of_set_aside(self.source.store, self.made_at)
        second = self.folders.second
        if second is None:
            return BackupOutcome(backup)
        try:
            discard_unfinished(second)
            copy_backup(backup, second, go_on)
            thin_out(second, self.made_at)
        except WorldError as error:
            return BackupOutcome(backup, error.message)
        return BackupOutcome(backup)


@dataclass(frozen=True, slots=True)
class BackupShelf:
    """What there is, newest first, and where the second folder is."""

    backups: tuple[Backup, ...]
    second_folder: Path | None


class Backups:
    """What one person's session knows of backups."""

    def __init__(self, database: Database, presence: Presence, unlocked: Unlocked, clock: Clock) -> None:
        self._database, self._presence, self._clock = database, presence, clock
        self._unlocked = unlocked
        self._source = Source(database.path, database.path.with_name(KEYS_NAME), unlocked.key)
        self.folders = BackupFolders(database.path.parent)
        self._newest = next(iter(backups_in(self.folders.own)), None)
        self._kept_to = 0 if self._newest is None else self._newest.last_event

    def is_due(self) -> bool:
        """Whether something was written half an hour ago and is in no backup yet. One look at the store."""
        row = self._database.row(
            "SELECT recorded_at FROM audit_events WHERE seq > ? ORDER BY seq LIMIT 1", [self._kept_to]
        )
        return row is not None and self._clock() - datetime.fromisoformat(str(row["recorded_at"])) >= CHANGE_AT_RISK

    def _is_due_at_lock(self) -> bool:
        """Whether something was written that is in no backup yet, and the last one is not of just now."""
        made_at = self._newest.made_at if self._newest is not None else None
        is_of_just_now = made_at is not None and abs(self._clock() - made_at) < CHANGE_AT_LOCK
        return self.is_behind() and not is_of_just_now

    def is_behind(self) -> bool:
        """Whether anything at all was written that is in no backup yet."""
        return self._database.row("SELECT 1 FROM audit_events WHERE seq > ? LIMIT 1", [self._kept_to]) is not None

    def job(self, reason: BackupReason) -> BackupJob:
        """A backup to be made by a worker."""
        return BackupJob(self._source, self.folders, self._clock(), reason)

    def job_before_restore(self) -> Callable[[], None]:
        """Keeps what there is before a backup takes its place. Administrators only; runs on a worker."""
        self._presence.require_administrator()
        return partial(_keep_if_sound, self.job(BackupReason.BEFORE_RESTORE))

    def job_at_end(self, *, is_leaving: bool) -> BackupJob | None:
        """The backup to be made when this session has ended; None if nothing needs one."""
        is_wanted = self.is_behind() if is_leaving else self._is_due_at_lock()
        return self.job(BackupReason.ON_CLOSING) if is_wanted else None

    def job_by_hand(self) -> BackupJob:
        """The same, asked for by an administrator; leaves a row."""
        self._presence.require_administrator()
        with self._database.atomic():
            self._presence.record(Action.BACK_UP, self._clock())
        return self.job(BackupReason.BY_HAND)

    def made(self, backup: Backup) -> None:
        """A backup of this store counts: what is in it is safe."""
        self._kept_to = max(self._kept_to, backup.last_event)
        self._newest = backup

    def list_job(self) -> Callable[[], BackupShelf]:
        """Lists what there is, on a worker. Administrators only."""
        self._presence.require_administrator()
        return partial(_shelf, self.folders)

    def restore_proof(self) -> Unlocked:
        """The proof with which an administrator puts a backup in place, once this session has ended."""
        self._presence.require_administrator()
        return self._unlocked

    def choose_second_folder(self, folder: Path | None) -> None:
        """Keep copies in another folder too. Administrators only. Raises as `BackupFolders.choose`."""
        self._presence.require_administrator()
        with self._database.atomic():
            self.folders.choose(folder)
            self._presence.record(Action.CHANGE_BACKUPS, self._clock(), detail="none" if folder is None else "")


def _keep_if_sound(job: BackupJob) -> None:
    """A damaged store cannot be backed up, and is kept aside as it is."""
    try:
        job.run(_go_on)
    except WorldError as error:
        if error.message.message_id not in ("store.damaged", "store.wrong_key_or_damaged", "backup.not_sound"):
            raise


def _go_on(_percent: int) -> None:
    """Nobody stops this: without it the store is not exchanged."""


def _shelf(folders: BackupFolders) -> BackupShelf:
    return BackupShelf(folders.backups(), folders.second)
