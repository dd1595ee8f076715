"""A page that was scanned or photographed, and what the codes on it say; `models.sheet_code.unpack` reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LARGEST_CODE: Final = 512
"""Bytes of a code that are handed on; ours have at most 200."""
MOST_CODES: Final = 8
"""On one page."""


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page of a file, and the codes on it; a page without a code is told too."""

    number: int
    """From 1."""
    pages: int
    """How many the file has."""
    codes: tuple[bytes, ...]
    """Every code that was found, anybody's."""


def codes_told(told: Sequence[object]) -> tuple[bytes, ...]:
    """The codes that a process which is not believed says, in hexadecimal. Raises ValueError for what is none."""
    read = (bytes.fromhex(str(code)) for code in told[:MOST_CODES])
    return tuple(code for code in read if len(code) <= LARGEST_CODE)
