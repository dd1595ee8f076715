"""Ed25519: what a site signs with, and whether a signature holds. Whose key it is, `site_keys` knows.

Signing is deterministic, so the same sheet gives the same bytes at every printing.
"""

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

PRIVATE_KEY_BYTES = 32


@dataclass(frozen=True)
class SiteSigner:
    """A site's hand: signs for it and tells its public key; the private one is told to nobody."""

    private_key: bytes = field(repr=False)

    @property
    def public_key(self) -> bytes:
        """By which everybody can tell that this site signed."""
        return self._key().public_key().public_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        """The signature of data, 64 bytes."""
        return self._key().sign(data)

    def _key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.private_key)


def signature_holds(public_key: bytes, data: bytes, signature: bytes) -> bool:
    """Whether the holder of the key signed exactly these data."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, data)
    except (InvalidSignature, ValueError):  # ValueError: bytes that are no key at all
        return False
    return True
