"""The first run: a store is made, and comes into force only when its recovery key has been written down."""

from dataclasses import dataclass, field
from pathlib import Path

from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.errors import InputError
from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Practitioner, Role
from needsform.models.site import Site
from needsform.services.clock import Clock, Entropy
from needsform.services.key_ring import require_long
from needsform.services.store_state import KEYS_NAME, STORE_NAME, UNCONFIRMED, beside
from needsform.storage import audit, key_slots, sites
from needsform.storage.database import create_database
from needsform.storage.files import sync_directory, told
from needsform.storage.key_file import save_slots, write_key_file
from needsform.storage.key_slots import KdfParameters, KeySlots, SlotKind
from needsform.storage.migrations import migrate
from needsform.storage.practitioners import login_as_kept, save_practitioner
from needsform.storage.sqlcipher import KEY_LENGTH


@dataclass(frozen=True, slots=True)
class FirstRun:
    """What the first person tells: the site, and themselves as its first administrator."""

    site: Site
    login: str
    name: str
    title: str
    phone: str
    password: str = field(repr=False)

    def administrator(self, entropy: Entropy) -> Practitioner:
        """The first person.

        Raises InputError beside the field: `first_run.site_missing`, `first_run.name_missing`,
        `first_run.login_missing`, `password.too_short`.
        """
        person = Practitioner(
            id=PractitionerId(entropy(16).hex()),
            login=login_as_kept(self.login),
            name=self.name,
            title=self.title,
            phone=self.phone,
            role=Role.ADMINISTRATOR,
        )
        if not self.site.name:
            raise InputError("first_run.site_missing", at="site")
        if not person.name:
            raise InputError("first_run.name_missing", at="name")
        if not person.login:
            raise InputError("first_run.login_missing", at="login")
        require_long(self.password)
        return person


@dataclass(frozen=True, slots=True)
class Founding:
    """A store that is made but not yet in force: only when the recovery key is confirmed does it become real."""

    login: str
    key: bytes = field(repr=False)
    recovery_key: str = field(repr=False)


class Foundation:
    """Makes the store of one folder under names of its own, and gives it its name at the end."""

    def __init__(self, directory: Path, clock: Clock, entropy: Entropy, kdf: KdfParameters) -> None:
        self._directory, self._clock, self._entropy, self._kdf = directory, clock, entropy, kdf
        self._store, self._keys = directory / STORE_NAME, directory / KEYS_NAME

    def lay(self, first_run: FirstRun, administrator: Practitioner) -> tuple[Founding, KeySlots]:
        """Make the store and its keys. Slow. Raises WorldError as `write_atomically`."""
        with told():
            self.discard_unconfirmed()
        key = self._entropy(KEY_LENGTH)
        recovery_key = key_slots.new_recovery_key(self._entropy)
        slots = KeySlots(self._entropy(16).hex())
        for kind, holder, secret in (
            (SlotKind.PASSWORD, administrator.login, first_run.password),
            (SlotKind.RECOVERY, "", key_slots.normalised_recovery_key(recovery_key)),
        ):
            slots = slots.with_slot(kind, holder, secret, key, self._kdf, self._entropy)
        event = AuditEvent(action=Action.FOUND_STORE, actor=Actor.STAFF, practitioner_id=administrator.id)
        database = create_database(beside(self._store, UNCONFIRMED), key)
        try:
            migrate(database)
            with database.atomic():
                sites.save_site(database, first_run.site)
                save_practitioner(database, administrator)
                save_slots(database, slots)
                audit.record(database, event, self._clock())
        finally:
            database.close()
        write_key_file(beside(self._keys, UNCONFIRMED), slots)
        return Founding(administrator.login, key, recovery_key), slots

    def confirm(self) -> None:
        """The recovery key is written down: the store comes into force. Raises WorldError as `files.told`."""
        with told():
            if not self._keys.is_file():  # or this is the second try, after the store could not be renamed
                beside(self._keys, UNCONFIRMED).replace(self._keys)
            self._finish_confirming()

    def tidy(self) -> None:
        """Complete a confirmation that was cut off; inside the caller's `told`."""
        if not self._store.exists() and beside(self._store, UNCONFIRMED).is_file():
            self._finish_confirming()
        self.discard_unconfirmed()

    def discard_unconfirmed(self) -> None:
        """A first run that was broken off before its recovery key was confirmed holds nothing of anybody."""
        for path in (self._store, self._keys):
            for suffix in ("", "-wal", "-shm", "-journal"):
                beside(beside(path, UNCONFIRMED), suffix).unlink(missing_ok=True)

    def _finish_confirming(self) -> None:
        """The second half of `confirm`: the keys have their name already, so a power cut before this loses nothing."""
        beside(self._store, UNCONFIRMED).replace(self._store)
        sync_directory(self._directory)
