"""Where the backups of a store lie: always beside it, and in a second folder if the administrator chose one.

Which one is written in a small file beside the store, because it must be known while the store cannot be opened.
"""

import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from needsform.models import strict_json
from needsform.models.backup import Backup
from needsform.models.errors import InputError
from needsform.services.store_place import Surroundings, refusal_of, this_machine
from needsform.storage.backups import backups_in
from needsform.storage.files import told, write_atomically

BACKUPS_NAME = "backups"
CHOICE_NAME = "needsform.backups.json"


@dataclass(frozen=True, slots=True)
class BackupFolders:
    """The folders of one store. Every question here looks at disks, one of which may be slow: ask on a worker."""

    directory: Path
    """The store's."""

    @property
    def own(self) -> Path:
        """The folder beside the store."""
        return self.directory / BACKUPS_NAME

    @property
    def second(self) -> Path | None:
        """The folder that the administrator chose; None where none was, or where the choice cannot be read."""
        try:
            match strict_json.loads((self.directory / CHOICE_NAME).read_bytes()):
                case {"second_folder": str(name)} if name:
                    return Path(name)
        except (OSError, InputError):
            pass
        return None

    def choose(self, folder: Path | None, surroundings: Surroundings | None = None) -> None:
        """Keep copies there too; None for nowhere.

        A folder on a network drive is taken, for a backup is a closed file; one that a service copies out of the house
        is not. Raises InputError at "second_folder": `backup.folder_synchronised`, `backup.folder_is_store`; WorldError
        as `files.told` for a folder that cannot be written.
        """
        if folder is not None:
            refusal = refusal_of(folder, surroundings or this_machine())
            if refusal is not None and refusal.message_id == "store.synchronised_folder":
                raise InputError("backup.folder_synchronised", at="second_folder", **refusal.parameters)
            if folder.resolve().is_relative_to(self.directory.resolve()):
                raise InputError("backup.folder_is_store", at="second_folder")
            with told(), tempfile.TemporaryFile(dir=folder) as probe:
                probe.write(b"\0")
                os.fsync(probe.fileno())
        choice = {"second_folder": "" if folder is None else str(folder.absolute())}
        write_atomically(self.directory / CHOICE_NAME, json.dumps(choice).encode())

    def backups(self) -> tuple[Backup, ...]:
        """What there is to restore, newest first; one that lies in both folders is named once, beside the store."""
        own = backups_in(self.own)
        known = {(backup.made_at, backup.content) for backup in own}
        second = () if self.second is None else backups_in(self.second)
        others = tuple(backup for backup in second if (backup.made_at, backup.content) not in known)
        return tuple(sorted((*own, *others), key=lambda backup: backup.made_at, reverse=True))
