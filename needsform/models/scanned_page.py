"""A page that was scanned or photographed, and what the codes on it say; `models.sheet_code.unpack` reads them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One page of a file, and the codes on it; a page without a code is told too."""

    number: int
    """From 1."""
    pages: int
    """How many the file has."""
    codes: tuple[bytes, ...]
    """Every code that was found, anybody's."""
