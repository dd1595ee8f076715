"""One random data key, in a slot for every member of staff and in one for the printed recovery key.

Argon2id by RFC 9106's second profile turns a password into a wrapping key; with it AES-256-GCM wraps a private key of
the slot's own, and to its public half the data key is sealed (HPKE, RFC 9180, AES-256-GCM too). So a new data key
can be given to everybody without anybody's password. The store's id, the slot's kind, its holder and the version are
bound into both, so that slots cannot be swapped between people or stores.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from needsform.models.errors import InputError

Entropy = Callable[[int], bytes]
"""Gives that many random bytes: `os.urandom` in the program, a seeded source in tests."""

_SEALING = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing that reads as something else
_RECOVERY_BYTES = 20
SALT_BYTES, NONCE_BYTES, WRAPPED_BYTES = 16, 12, 32 + 16
"""Bytes of a slot's parts; what is wrapped carries its 16-byte tag."""
PUBLIC_BYTES, SEALED_BYTES = 32, 32 + 32 + 16
"""What is sealed carries the sender's public key and its tag."""
_DEAREST = (1024 * 1024, 64, 16)  # 1 GiB, passes, lanes: a damaged key file must not exhaust the machine
RECOVERY_GROUP = 4
"""Letters between two hyphens of a recovery key."""


class SlotKind(StrEnum):
    """Whether a slot opens with a password or with the printed recovery key."""

    PASSWORD = "password"  # noqa: S105 - a kind of slot, not a secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """How dear one guess is. The default is RFC 9106's second recommendation: 64 MiB, three passes, four lanes."""

    memory_kib: int = 64 * 1024
    iterations: int = 3
    lanes: int = 4

    def derive(self, secret: str, salt: bytes) -> bytes:
        """The 32-byte wrapping key; about half a second by design, so never on the window's thread.

        The secret is brought into one Unicode form first: an "å" is one character on one keyboard and two on another.
        """
        kdf = Argon2id(salt=salt, length=32, iterations=self.iterations, lanes=self.lanes, memory_cost=self.memory_kib)
        return kdf.derive(unicodedata.normalize("NFC", secret).encode(errors="surrogatepass"))

    def is_weaker_than(self, other: "KdfParameters") -> bool:
        """Whether a guess costs less memory or fewer passes."""
        return self.memory_kib < other.memory_kib or self.iterations < other.iterations

    @property
    def are_sound(self) -> bool:
        """Whether they can be used at all, on this side of exhausting the machine."""
        most_memory, most_iterations, most_lanes = _DEAREST
        return (
            1 <= self.lanes <= most_lanes
            and 1 <= self.iterations <= most_iterations
            and 8 * self.lanes <= self.memory_kib <= most_memory
        )


@dataclass(frozen=True, slots=True)
class KeySlot:
    """The data key for one holder. A slot of the first version has no key pair: `wrapped` is the data key itself."""

    holder: str
    kind: SlotKind
    kdf: KdfParameters
    salt: bytes
    nonce: bytes
    wrapped: bytes
    """The slot's private key, wrapped with what the password gives."""
    public: bytes = b""
    sealed: bytes = b""
    """The data key, for the private key alone."""
    sealed_next: bytes = b""
    """While the store changes its key: the key that it is about to have."""

    @property
    def version(self) -> int:
        """1 without a key pair, 2 with one."""
        return 2 if self.public else 1

    def is_older_than(self, kdf: KdfParameters) -> bool:
        """Whether its holder should have a new one at the next login: guesses are too cheap, or it has no key pair."""
        return self.version == 1 or self.kdf.is_weaker_than(kdf)


@dataclass(frozen=True, slots=True)
class KeySlots:
    """All slots of one store. `generation` counts their changes."""

    store_id: str
    slots: tuple[KeySlot, ...] = ()
    generation: int = 0

    def unlock(self, login: str, password: str) -> tuple[bytes, ...]:
        """The data key; two while the store changes its key, of which one opens it.

        Raises InputError `unlock.wrong` without telling which of the two was wrong.
        """
        slot = self.slot_of(login)
        if slot is None:
            # An unknown name must take as long as a wrong password, or names could be told apart by time.
            usual = self.slots[0].kdf if self.slots else KdfParameters()
            usual.derive(password, b"\0" * SALT_BYTES)
            raise InputError("unlock.wrong", at="password")
        try:
            return self._opened(slot, password)
        except InvalidTag as error:
            raise InputError("unlock.wrong", at="password") from error

    def unlock_with_recovery_key(self, recovery_key: str) -> tuple[bytes, ...]:
        """As `unlock`. Raises InputError `unlock.recovery_wrong`."""
        slot = self.recovery_slot
        try:
            if slot is not None:
                return self._opened(slot, normalised_recovery_key(recovery_key))
        except InvalidTag as error:
            raise InputError("unlock.recovery_wrong", at="recovery_key") from error
        raise InputError("unlock.recovery_wrong", at="recovery_key")

    def new_slot(
        self, kind: SlotKind, holder: str, secret: str, key: bytes, kdf: KdfParameters, entropy: Entropy
    ) -> KeySlot:
        """A slot that opens with a secret; slow by design. It is in force when `holding` has taken it in."""
        salt, nonce, private = entropy(SALT_BYTES), entropy(NONCE_BYTES), entropy(32)
        public = X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
        slot = KeySlot(holder, kind, kdf, salt, nonce, b"", public)
        wrapped = AESGCM(kdf.derive(secret, salt)).encrypt(nonce, private, self._bound_to(slot))
        return replace(slot, wrapped=wrapped, sealed=self._sealed(slot, key))

    def holding(self, slot: KeySlot) -> "KeySlots":
        """The slots with one added, or replaced if that holder had one."""
        others = tuple(s for s in self.slots if (s.kind, s.holder) != (slot.kind, slot.holder))
        return replace(self, slots=(*others, slot), generation=self.generation + 1)

    def with_slot(
        self, kind: SlotKind, holder: str, secret: str, key: bytes, kdf: KdfParameters, entropy: Entropy
    ) -> "KeySlots":
        """A new slot, taken in at once."""
        return self.holding(self.new_slot(kind, holder, secret, key, kdf, entropy))

    def without_slot(self, holder: str) -> "KeySlots":
        """The slots without a holder's: nobody else's password is needed for that."""
        kept = tuple(s for s in self.slots if s.holder != holder or s.kind is not SlotKind.PASSWORD)
        return replace(self, slots=kept, generation=self.generation + 1)

    def of_logins(self, logins: frozenset[str]) -> "KeySlots":
        """The slots of these people and of the recovery key."""
        kept = tuple(s for s in self.slots if s.kind is SlotKind.RECOVERY or s.holder in logins)
        return replace(self, slots=kept, generation=self.generation + 1)

    def sealed_anew(self, key: bytes) -> "KeySlots":
        """The slots for a new data key; those of the first version cannot come along, for they need their secret."""
        kept = tuple(replace(s, sealed=self._sealed(s, key)) for s in self.slots if s.version > 1)
        return replace(self, slots=kept, generation=self.generation + 1)

    def sealed_for(self, slot: KeySlot, key: bytes) -> KeySlot:
        """A slot with the data key that the store turned out to have."""
        return replace(slot, sealed=self._sealed(slot, key), sealed_next=b"")

    def on_the_way_to(self, coming: "KeySlots") -> "KeySlots":
        """These slots, with what they will hold once the store has its new key: each opens the old one and the new."""
        sealed = {(s.kind, s.holder): s.sealed for s in coming.slots}
        return replace(
            self, slots=tuple(replace(s, sealed_next=sealed.get((s.kind, s.holder), b"")) for s in self.slots)
        )

    @property
    def is_on_the_way(self) -> bool:
        """Whether a change of the data key was begun and not completed."""
        return any(slot.sealed_next for slot in self.slots)

    @property
    def recovery_slot(self) -> KeySlot | None:
        """The slot of the printed key."""
        return next((s for s in self.slots if s.kind is SlotKind.RECOVERY), None)

    def slot_of(self, login: str) -> KeySlot | None:
        """The slot of somebody's password."""
        return next((s for s in self.slots if s.kind is SlotKind.PASSWORD and s.holder == login), None)

    def has_login(self, login: str) -> bool:
        """Whether somebody unlocks by this name."""
        return self.slot_of(login) is not None

    def _opened(self, slot: KeySlot, secret: str) -> tuple[bytes, ...]:
        bound = self._bound_to(slot)
        inner = AESGCM(slot.kdf.derive(secret, slot.salt)).decrypt(slot.nonce, slot.wrapped, bound)
        if slot.version == 1:
            return (inner,)
        private = X25519PrivateKey.from_private_bytes(inner)
        return tuple(_SEALING.decrypt(s, private, bound) for s in (slot.sealed, slot.sealed_next) if s)

    def _sealed(self, slot: KeySlot, key: bytes) -> bytes:
        return _SEALING.encrypt(key, X25519PublicKey.from_public_bytes(slot.public), self._bound_to(slot))

    def _bound_to(self, slot: KeySlot) -> bytes:
        return f"needsform|{slot.version}|{self.store_id}|{slot.kind.value}|{slot.holder}".encode()


def new_recovery_key(entropy: Entropy) -> str:
    """A recovery key to print: 160 random bits as eight groups of four."""
    number = int.from_bytes(entropy(_RECOVERY_BYTES), "big")
    letters = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(155, -1, -5))
    return "-".join(letters[i : i + RECOVERY_GROUP] for i in range(0, len(letters), RECOVERY_GROUP))


def normalised_recovery_key(typed: str) -> str:
    """What was typed, without hyphens and with the look-alikes of Crockford's alphabet put right."""
    letters = typed.upper().translate(str.maketrans("OIL", "011"))
    return "".join(letter for letter in letters if letter in _ALPHABET)
