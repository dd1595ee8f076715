"""Puts a backup in the place of a store that is damaged, missing, or to be as it was. Runs on a worker.

Nobody may have the store open. Whoever restores shows a password or the printed key first, as at the door.
"""

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.backup import Backup
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import PatientId
from needsform.services.access import Access
from needsform.services.backup_folders import BackupFolders
from needsform.services.clock import Clock
from needsform.services.store_state import ERASED_NAME, KEYS_NAME, STORE_NAME
from needsform.services.unlocked import Unlocked
from needsform.storage import audit, restoring
from needsform.storage.audit_state import await_anchor
from needsform.storage.backups import GoOn, is_sealed_with
from needsform.storage.database import Database, open_unchanging
from needsform.storage.key_file import former_keys
from needsform.storage.practitioners import practitioner_by_login
from needsform.storage.tombstones import read_beside, tombstones


@dataclass(frozen=True, slots=True)
class RestorePermit:
    """Who restores which backup, and with which keys; made by `Restoring.permit`."""

    backup: Backup
    login: str
    keys: restoring.RestoringKeys = field(repr=False)
    brings_keys: bool
    """Whether the keys of today are missing or damaged, so that those of the backup come along."""


class Restoring:
    """The way back for the store of one folder."""

    def __init__(self, directory: Path, access: Access, clock: Clock) -> None:
        self._directory, self._access, self._clock = directory, access, clock
        self._store, self._keys = directory / STORE_NAME, directory / KEYS_NAME

    def backups(self) -> tuple[Backup, ...]:
        """What there is, newest first; told without any key."""
        return BackupFolders(self._directory).backups()

    def looked_in(self) -> tuple[str, ...]:
        """The folders in which backups are looked for."""
        folders = BackupFolders(self._directory)
        return tuple(str(folder) for folder in (folders.own, folders.second) if folder is not None)

    def permit(self, backup: Backup, login: str, secret: str) -> RestorePermit:
        """Show a password, or without a login the printed recovery key. Slow.

        The keys of today are asked first; those in the backup only where today's are gone, or do not open it.
        Raises InputError as `Access.unlock`; WorldError `backup.other_keys` for a backup of another store.
        """
        try:
            today = self._access.try_secret(self._keys, login, secret)
        except WorldError as error:
            if error.message.message_id not in ("keys.missing", "keys.damaged"):
                raise
            then = self._access.try_secret(backup.folder / KEYS_NAME, login, secret)
            return RestorePermit(backup, then.login, _pair(backup, (then,), then.key), brings_keys=True)
        candidates = (today, *self._former(today))
        try:
            return RestorePermit(backup, today.login, _pair(backup, candidates, today.key), brings_keys=False)
        except WorldError:
            then = self._access.try_secret(backup.folder / KEYS_NAME, login, secret)
            return RestorePermit(backup, today.login, _pair(backup, (then,), today.key), brings_keys=False)

    def permit_for(self, backup: Backup, unlocked: Unlocked) -> RestorePermit:
        """The same for an administrator whose session has just ended. Raises WorldError `backup.other_keys`."""
        keys = _pair(backup, (unlocked, *self._former(unlocked)), unlocked.key)
        return RestorePermit(backup, unlocked.login, keys, brings_keys=False)

    def restore(self, permit: RestorePermit, go_on: GoOn) -> None:
        """Put the backup in place; what was there is kept aside. Slow.

        `go_on` hears the percent and may end the work by raising, until it is decided. Raises WorldError
        `store.in_use`, `backup.not_sound`, `store.newer` and as `files.told`; InputError `unlock.disabled` for
        somebody whom the restored store does not know. Then the store is as it was.
        """
        self._access.hold()
        finish = _Finish(permit, self._clock)
        restoring.make_ready(permit.backup, self._store, permit.keys, self._erased(permit.keys.store), finish, go_on)
        go_on(100)
        restoring.put_in_place(self._store, self._keys, self._clock(), permit.backup if permit.brings_keys else None)

    def _former(self, unlocked: Unlocked) -> tuple[Unlocked, ...]:
        """The same proof by the keys that the store had before; none where the store cannot be read."""
        try:
            with contextlib.closing(open_unchanging(self._store, unlocked.key)) as database:
                return tuple(unlocked.by(key) for key in former_keys(database))
        except WorldError:
            return ()

    def _erased(self, key: bytes) -> dict[PatientId, str]:
        """Everybody who was erased, from wherever it can still be read."""
        found: dict[PatientId, str] = {}
        with contextlib.suppress(WorldError):  # a file that nobody sealed erases nobody
            found |= read_beside(self._directory / ERASED_NAME, key)
        with contextlib.suppress(WorldError), contextlib.closing(open_unchanging(self._store, key)) as database:
            found |= tombstones(database)
        return found


@dataclass(frozen=True, slots=True)
class _Finish:
    """Writes into the restored store who restored it and from when it is."""

    permit: RestorePermit
    clock: Clock

    def __call__(self, database: Database) -> None:
        by = None
        if self.permit.login:
            by = practitioner_by_login(database, self.permit.login)
            if by is None:
                raise InputError("unlock.disabled", at="login")
        backup = self.permit.backup
        event = AuditEvent(
            action=Action.RESTORE,
            actor=Actor.STAFF,
            practitioner_id=None if by is None else by.id,
            detail=f"at={backup.made_at.isoformat()}",
        )
        audit.record(database, event, self.clock())
        await_anchor(database)


def _pair(backup: Backup, candidates: tuple[Unlocked, ...], store: bytes) -> restoring.RestoringKeys:
    for unlocked in candidates:
        for key in filter(None, (unlocked.key, unlocked.other_key)):
            if is_sealed_with(backup, key):
                return restoring.RestoringKeys(key, store)
    raise WorldError("backup.other_keys")
