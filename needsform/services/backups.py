"""Backups of the open store: when one is due, and the work itself, which runs on a worker."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from needsform.models.audit import Action
from needsform.models.backup import CHANGE_AT_RISK, Backup, BackupReason
from needsform.models.errors import Message, WorldError
from needsform.services.backup_folders import BackupFolders
from needsform.services.clock import Clock
from needsform.services.presence import Presence
from needsform.services.store_state import KEYS_NAME
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


class Backups:
    """What one person's session knows of backups."""

    def __init__(self, database: Database, presence: Presence, key: bytes, clock: Clock) -> None:
        self._database, self._presence, self._clock = database, presence, clock
        self._source = Source(database.path, database.path.with_name(KEYS_NAME), key)
        self.folders = BackupFolders(database.path.parent)
        self._kept_to = _last_event(self.folders)

    def is_due(self) -> bool:
        """Whether something was written half an hour ago and is in no backup yet. One look at the store."""
        row = self._database.row(
            "SELECT recorded_at FROM audit_events WHERE seq > ? ORDER BY seq LIMIT 1", [self._kept_to]
        )
        return row is not None and self._clock() - datetime.fromisoformat(str(row["recorded_at"])) >= CHANGE_AT_RISK

    def is_behind(self) -> bool:
        """Whether anything at all was written that is in no backup yet."""
        return self._database.row("SELECT 1 FROM audit_events WHERE seq > ? LIMIT 1", [self._kept_to]) is not None

    def job(self, reason: BackupReason) -> BackupJob:
        """A backup to be made by a worker."""
        return BackupJob(self._source, self.folders, self._clock(), reason)

    def job_by_hand(self) -> BackupJob:
        """The same, asked for by an administrator; leaves a row."""
        self._presence.require_administrator()
        with self._database.atomic():
            self._presence.record(Action.BACK_UP, self._clock())
        return self.job(BackupReason.BY_HAND)

    def made(self, backup: Backup) -> None:
        """A backup of this store counts: what is in it is safe."""
        self._kept_to = max(self._kept_to, backup.last_event)

    def list_job(self) -> Callable[[], tuple[Backup, ...]]:
        """Lists what there is, on a worker. Administrators only."""
        self._presence.require_administrator()
        return self.folders.backups

    def choose_second_folder(self, folder: Path | None) -> None:
        """Keep copies in another folder too. Administrators only. Raises as `BackupFolders.choose`."""
        self._presence.require_administrator()
        with self._database.atomic():
            self.folders.choose(folder)
            self._presence.record(Action.CHANGE_BACKUPS, self._clock(), detail="none" if folder is None else "")


def _last_event(folders: BackupFolders) -> int:
    """How far the newest backup reaches, if it is one of this store's present history."""
    newest = backups_in(folders.own)[:1]
    return newest[0].last_event if newest else 0
