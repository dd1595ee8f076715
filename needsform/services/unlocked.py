"""The proof that somebody knew a password or had the printed key: what opens the store, and takes the screen back."""

import hmac
from dataclasses import dataclass, field, replace

from needsform.storage.key_slots import KeySlot


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key in the hand of whoever knew the password, or had the printed recovery key."""

    login: str
    key: bytes = field(repr=False)
    by_recovery_key: bool = False
    other_key: bytes | None = field(default=None, repr=False)
    """The key that the store has if a change of its key was cut off after the store was exchanged."""
    new_slot: KeySlot | None = field(default=None, repr=False)
    """To be kept when the store opens: the new password of a recovery, or a slot that is dearer to guess at."""

    def opens_the_same(self, other: "Unlocked") -> bool:
        """Whether both are proof for the same store."""
        return hmac.compare_digest(self.key, other.key)

    def by(self, key: bytes) -> "Unlocked":
        """The same proof, once it is known which key opened."""
        return replace(self, key=key, other_key=None, new_slot=None)
