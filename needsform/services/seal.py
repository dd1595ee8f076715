"""What was typed and not kept yet when the screen was locked: closed up, so that the lock keeps it and nobody reads it.

It stays in memory and never comes to disk. Only the same person, with the same store's key, opens it again.
"""

import hmac

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from needsform.services.clock import Entropy

_PURPOSE = b"needsform: words that are not kept yet"
_NONCE_BYTES = 12


class Seal:
    """One person's seal on one store; AES-256-GCM with a key of its own, derived from the store's."""

    def __init__(self, store_key: bytes, holder: str, entropy: Entropy) -> None:
        self._cipher = AESGCM(hmac.digest(store_key, _PURPOSE, "sha256"))
        self._holder, self._entropy = holder.encode(), entropy

    def closed(self, words: bytes) -> bytes:
        """The words, readable by nobody."""
        nonce = self._entropy(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, words, self._holder)

    def opened(self, sealed: bytes) -> bytes:
        """The words again; none for another person, or if the store has another key by now."""
        try:
            return self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], self._holder)
        except InvalidTag:
            return b""
