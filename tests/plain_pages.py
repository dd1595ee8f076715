"""The pages of an encrypted store as they are before they are encrypted: what deleted rows leave behind is seen here.

Reads the file and its log byte by byte, free pages and unused room included, so nothing that SQL hides is missed.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_PAGE, _RESERVED, _SALT, _IV = 4096, 80, 16, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def plain_pages(store: Path, key: bytes) -> bytes:
    """Every page of a store and of the log beside it, one after the other."""
    data = store.read_bytes()
    pages = [data[at : at + _PAGE] for at in range(0, len(data), _PAGE)]
    log = store.with_name(f"{store.name}-wal")
    logged: list[bytes] = []
    if log.exists():
        frames = log.read_bytes()[_LOG_HEAD:]
        size = _FRAME_HEAD + _PAGE
        logged = [frames[at + _FRAME_HEAD : at + size] for at in range(0, len(frames), size)]
    return b"".join(_plain(page, key, number == 0) for number, page in enumerate(pages)) + b"".join(
        _plain(page, key, is_first) for page in logged for is_first in (True, False)
    )


def _plain(page: bytes, key: bytes, is_first: bool) -> bytes:
    if len(page) < _PAGE:
        return b""
    body, nonce = page[_SALT if is_first else 0 : -_RESERVED], page[-_RESERVED : -_RESERVED + _IV]
    opened = Cipher(algorithms.AES(key), modes.CBC(nonce)).decryptor()
    return opened.update(body) + opened.finalize()
