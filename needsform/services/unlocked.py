"""The proof that somebody knew a password or had the printed key: what opens the store, and takes the screen back."""

import hmac
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The data key in the hand of whoever knew the password, or had the printed recovery key."""

    login: str
    key: bytes = field(repr=False)
    by_recovery_key: bool = False

    def opens_the_same(self, other: "Unlocked") -> bool:
        """Whether both are proof for the same person at the same store."""
        return self.login == other.login and hmac.compare_digest(self.key, other.key)
