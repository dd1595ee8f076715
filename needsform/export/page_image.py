"""Pages of a finished document as pictures, for the live preview and for printing."""

import math
from dataclasses import dataclass
from threading import Lock
from typing import Final

import pypdfium2

_PDFIUM: Final = Lock()
"""PDFium is not safe to call from two threads at once."""

_CHANNELS: Final = 4


@dataclass(frozen=True, slots=True)
class PageImage:
    """A picture of a page: rows of blue, green, red and an unused byte, as in QImage's Format_RGB32."""

    width: int
    height: int
    stride: int
    """Bytes from one row to the next."""
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages the document has."""
    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def render_page(pdf: bytes, index: int, width_px: int) -> PageImage:
    """The page (counted from 0) on white, `width_px` wide and as high as it must be.

    Raises IndexError where there is no such page.
    """
    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        if not 0 <= index < len(document):
            raise IndexError(f"no page {index} among {len(document)}")
        page = document[index]
        try:
            # PDFium rounds the size up; a hair less keeps 800 from becoming 801.
            scale = math.nextafter(width_px, 0) / page.get_width()
            bitmap = page.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
            try:
                return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
            finally:
                bitmap.close()
        finally:
            page.close()
