"""What somebody with a file and without the key could read in it, however it is written down there."""

import base64
import re
import zlib
from collections.abc import Iterator

_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
_LARGEST = 64 * 1024 * 1024
"""Bytes that are unpacked of one stream."""


def forms_of(marker: str) -> set[bytes]:
    """A marker as text in four encodings, backwards, as hexadecimal, and as base64 at any offset."""
    texts = {marker.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}
    texts |= {text[::-1] for text in texts} | {marker[::-1].encode(), marker.encode("latin-1", "ignore")}
    hexadecimal = {form for text in texts for form in (text.hex().encode(), text.hex().upper().encode())}
    return texts | hexadecimal | {form for text in texts for form in _base64(text)}


def _base64(text: bytes) -> Iterator[bytes]:
    """The first and last signs depend on the neighbours; what is between them does not."""
    for offset in range(3):
        whole = (len(text) + offset) // 3 * 3
        yield base64.b64encode((bytes(offset) + text)[:whole])[4 if offset else 0 :]


def readable(content: bytes, markers: tuple[str, ...]) -> set[str]:
    """The markers that can be read in some bytes, or in what is packed in them."""
    found = {marker for marker in markers if any(form in content for form in forms_of(marker))}
    for unpacked in _unpacked(content):
        found |= {marker for marker in markers if any(form in unpacked for form in forms_of(marker))}
    return found


def _unpacked(content: bytes) -> Iterator[bytes]:
    """Everything that looks like a zlib or gzip stream, as far as it can be unpacked."""
    for begin in _PACKED.finditer(content):
        unpacking = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            unpacked = unpacking.decompress(content[begin.start() :], _LARGEST)
        except zlib.error:
            continue
        if unpacked:
            yield unpacked
