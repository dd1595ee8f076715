"""The slots of an open store: changed in one transaction with the trace, then written to the key file beside it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from needsform.models.errors import InputError, WorldError
from needsform.services.clock import Entropy
from needsform.services.unlocked import Unlocked
from needsform.storage.database import Database
from needsform.storage.key_file import load_slots, save_slots, write_key_file
from needsform.storage.key_slots import (
    KdfParameters,
    KeySlot,
    KeySlots,
    SlotKind,
    new_recovery_key,
    normalised_recovery_key,
)

SHORTEST_PASSWORD = 10
"""Characters. Length is what makes guessing dear; no kinds of characters are asked for."""


@contextmanager
def told_as_behind() -> Iterator[None]:
    """What fails to reach the key file holds all the same. Raises WorldError `keys.behind` for any WorldError."""
    try:
        yield
    except WorldError as error:
        raise WorldError("keys.behind") from error


class KeyRing:
    """Makes slots with the data key of a session, and keeps them."""

    def __init__(
        self, database: Database, path: Path, store_id: str, key: bytes, kdf: KdfParameters, entropy: Entropy
    ) -> None:
        self._database, self._path, self._key = database, path, key
        self._blank = KeySlots(store_id)
        self._kdf, self._entropy = kdf, entropy

    # On a worker: nothing of the store is touched ------------------------------------------------------------------

    def password_slot(self, login: str, password: str) -> KeySlot:
        """A slot for somebody's password. Slow. Raises InputError `password.too_short`."""
        require_long(password)
        return self._blank.new_slot(SlotKind.PASSWORD, login, password, self._key, self._kdf, self._entropy)

    def recovery_slot(self, recovery_key: str) -> KeySlot:
        """A slot for a printed key. Slow."""
        secret = normalised_recovery_key(recovery_key)
        return self._blank.new_slot(SlotKind.RECOVERY, "", secret, self._key, self._kdf, self._entropy)

    def new_recovery_key(self) -> str:
        """A recovery key to print; it opens nothing before its slot is kept."""
        return new_recovery_key(self._entropy)

    # On the window's thread ----------------------------------------------------------------------------------------

    @property
    def slots(self) -> KeySlots:
        """The slots that hold."""
        slots = load_slots(self._database)
        if slots is None:
            raise WorldError("keys.damaged")
        return slots

    def change(self, change: Callable[[KeySlots], KeySlots]) -> None:
        """Change the slots that hold, inside the caller's transaction; `publish` after it."""
        save_slots(self._database, change(self.slots))

    def publish(self) -> None:
        """Write what holds to the key file. Raises WorldError `keys.behind` if that fails: the next opening does it."""
        with told_as_behind():
            write_key_file(self._path, self.slots)

    def settle(self, file: KeySlots, logins: frozenset[str]) -> bool:
        """Bring the store and a key file to agree, inside the caller's transaction; whether the file is to be written.

        The store's slots hold, unless it is an older copy that was put back: then the file knows of later changes, and
        the slots of people whom the copy does not know are let go.
        """
        kept = load_slots(self._database)
        if kept is None:
            save_slots(self._database, file)
        elif kept.generation < file.generation:
            save_slots(self._database, file.of_logins(logins))
        return self.slots != file


def require_long(password: str) -> None:
    """Raise InputError `password.too_short` at "password"."""
    if len(password) < SHORTEST_PASSWORD:
        raise InputError("password.too_short", at="password", shortest=SHORTEST_PASSWORD)


def is_outdated(unlocked: Unlocked, file: KeySlots, kept: KeySlots) -> bool:
    """Whether the way in that was used holds no longer: another password has been chosen since, or another key."""
    if unlocked.by_recovery_key:
        return _secret_of(kept.recovery_slot) != _secret_of(file.recovery_slot)
    return _secret_of(kept.slot_of(unlocked.login)) != _secret_of(file.slot_of(unlocked.login))


def _secret_of(slot: KeySlot | None) -> bytes:
    """What tells one password's slot from another's, whichever data key it holds."""
    return b"" if slot is None else slot.wrapped
