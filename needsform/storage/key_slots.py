"""One random data key, wrapped once for every member of staff and once for the printed recovery key.

Argon2id by RFC 9106's second profile turns a password into a wrapping key; AES-256-GCM wraps, with the store's
id, the slot's kind and its holder as associated data, so that slots cannot be swapped between people or stores.
"""

import base64
import json
import unicodedata
from collections.abc import Callable
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from needsform.models import strict_json
from needsform.models.errors import InputError, WorldError
from needsform.models.strict_json import Json
from needsform.storage.files import world_error, write_atomically

Entropy = Callable[[int], bytes]
"""Gives that many random bytes: `os.urandom` in the program, a seeded source in tests."""

_FORMAT = 1
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: nothing that reads as something else
_RECOVERY_BYTES = 20
_SALT_BYTES, _NONCE_BYTES, _WRAPPED_BYTES = 16, 12, 32 + 16  # the wrapped key carries its 16-byte tag
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
    """The data key, wrapped for one holder."""

    holder: str
    kind: SlotKind
    kdf: KdfParameters
    salt: bytes
    nonce: bytes
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class KeySlots:
    """All slots of one store, as they lie in the key file beside it."""

    store_id: str
    slots: tuple[KeySlot, ...] = ()

    def unlock(self, login: str, password: str) -> bytes:
        """The data key. Raises InputError `unlock.wrong` without telling which of the two was wrong."""
        slot = self._slot(login, SlotKind.PASSWORD)
        if slot is None:
            # An unknown name must take as long as a wrong password, or names could be told apart by time.
            usual = self.slots[0].kdf if self.slots else KdfParameters()
            usual.derive(password, b"\0" * _SALT_BYTES)
            raise InputError("unlock.wrong", at="password")
        return self._unwrap(slot, password)

    def unlock_with_recovery_key(self, recovery_key: str) -> bytes:
        """The data key. Raises InputError `unlock.recovery_wrong`."""
        slot = next((s for s in self.slots if s.kind is SlotKind.RECOVERY), None)
        if slot is None:
            raise InputError("unlock.recovery_wrong", at="recovery_key")
        return self._unwrap(slot, normalised_recovery_key(recovery_key))

    def with_slot(
        self, kind: SlotKind, holder: str, secret: str, key: bytes, kdf: KdfParameters, entropy: Entropy
    ) -> "KeySlots":
        """The slots with one added, or replaced if that holder had one."""
        salt, nonce = entropy(_SALT_BYTES), entropy(_NONCE_BYTES)
        wrapped = AESGCM(kdf.derive(secret, salt)).encrypt(nonce, key, self._associated(kind, holder))
        others = tuple(s for s in self.slots if (s.kind, s.holder) != (kind, holder))
        return KeySlots(self.store_id, (*others, KeySlot(holder, kind, kdf, salt, nonce, wrapped)))

    def without_slot(self, holder: str) -> "KeySlots":
        """The slots without a holder's: nobody else's password is needed for that."""
        kept = tuple(s for s in self.slots if s.holder != holder or s.kind is not SlotKind.PASSWORD)
        return KeySlots(self.store_id, kept)

    def has_login(self, login: str) -> bool:
        """Whether somebody unlocks by this name."""
        return self._slot(login, SlotKind.PASSWORD) is not None

    def _slot(self, holder: str, kind: SlotKind) -> KeySlot | None:
        return next((s for s in self.slots if s.kind is kind and s.holder == holder), None)

    def _unwrap(self, slot: KeySlot, secret: str) -> bytes:
        associated = self._associated(slot.kind, slot.holder)
        try:
            return AESGCM(slot.kdf.derive(secret, slot.salt)).decrypt(slot.nonce, slot.wrapped, associated)
        except InvalidTag as error:
            if slot.kind is SlotKind.RECOVERY:
                raise InputError("unlock.recovery_wrong", at="recovery_key") from error
            raise InputError("unlock.wrong", at="password") from error

    def _associated(self, kind: SlotKind, holder: str) -> bytes:
        return f"needsform|{_FORMAT}|{self.store_id}|{kind.value}|{holder}".encode()


def new_recovery_key(entropy: Entropy) -> str:
    """A recovery key to print: 160 random bits as eight groups of four."""
    number = int.from_bytes(entropy(_RECOVERY_BYTES), "big")
    letters = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(155, -1, -5))
    return "-".join(letters[i : i + RECOVERY_GROUP] for i in range(0, len(letters), RECOVERY_GROUP))


def normalised_recovery_key(typed: str) -> str:
    """What was typed, without hyphens and with the look-alikes of Crockford's alphabet put right."""
    letters = typed.upper().translate(str.maketrans("OIL", "011"))
    return "".join(letter for letter in letters if letter in _ALPHABET)


def read_key_file(path: Path) -> KeySlots:
    """The slots in a key file. Raises WorldError `keys.missing`, `keys.damaged`, `keys.newer`."""
    try:
        data = strict_json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise WorldError("keys.missing") from error
    except OSError as error:
        raise world_error(error) from error
    except InputError as error:
        raise WorldError("keys.damaged") from error
    match data:
        case {"format": int(number)} if number > _FORMAT:
            raise WorldError("keys.newer")
        case {"format": 1, "store": str(store_id), "slots": list(entries)}:
            return KeySlots(store_id, tuple(_slot_from(entry) for entry in entries))
        case _:
            raise WorldError("keys.damaged")


def write_key_file(path: Path, slots: KeySlots) -> None:
    """Write the slots in one step. Raises WorldError as `write_atomically` does."""
    data = {"format": _FORMAT, "store": slots.store_id, "slots": [_slot_to(slot) for slot in slots.slots]}
    write_atomically(path, json.dumps(data, indent=1).encode())


def _slot_to(slot: KeySlot) -> dict[str, object]:
    return {
        "holder": slot.holder,
        "kind": slot.kind.value,
        "kdf": {"name": "argon2id", **asdict(slot.kdf)},
        "salt": base64.b64encode(slot.salt).decode(),
        "nonce": base64.b64encode(slot.nonce).decode(),
        "wrapped": base64.b64encode(slot.wrapped).decode(),
    }


def _slot_from(entry: Json) -> KeySlot:
    match entry:
        case {
            "holder": str(holder),
            "kind": "password" | "recovery" as kind,
            "kdf": {
                "name": "argon2id",
                "memory_kib": int(memory_kib),
                "iterations": int(iterations),
                "lanes": int(lanes),
            },
            "salt": str(salt),
            "nonce": str(nonce),
            "wrapped": str(wrapped),
        }:
            kdf = KdfParameters(memory_kib, iterations, lanes)
            if kdf.are_sound:
                raw = (_bytes(salt, _SALT_BYTES), _bytes(nonce, _NONCE_BYTES), _bytes(wrapped, _WRAPPED_BYTES))
                return KeySlot(holder, SlotKind(str(kind)), kdf, *raw)
    raise WorldError("keys.damaged")


def _bytes(text: str, length: int) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise WorldError("keys.damaged") from error
    if len(raw) != length:
        raise WorldError("keys.damaged")
    return raw
