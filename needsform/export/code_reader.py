"""Finding the codes of sheets on scanned pages and photographs: PDF, PNG, JPEG, TIFF.

The file comes from anywhere, so whatever reads it may be made to break: `services.foreign_files` runs this in a process
that has little time and memory. What a code says, and whether it is ours at all, `models.sheet_code.unpack` tells.
"""

import math
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Final

import pypdfium2
import zxingcpp

from needsform.models.errors import InputError
from needsform.models.file_kinds import is_pdf
from needsform.models.scanned_page import LARGEST_CODE, MOST_CODES, ScannedPage

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES: Final = 200
"""Of one file: what a scanner takes at once."""
MOST_MEGAPIXELS: Final = 60
"""Of one page: A4 at 600 dpi has 35, the camera of a telephone 50."""
_RESOLUTION: Final = 300
"""Dots per inch at which a page of a PDF is drawn: what a scanner has at most put in."""
_MOST_DRAWN: Final = 20_000_000
"""Pixels of a drawn page; a page of a PDF may claim to be as large as a house."""
_ENOUGH: Final = 4_000
"""Pixels along the longer side that a picture is read at: more costs time and finds nothing more."""
_FINE: Final = 2_400
"""Points along the longer side from which on half of them are enough at first: A4 at 200 dpi has 2339."""
_FORMATS: Final = ("PNG", "JPEG", "TIFF")
_JPEG: Final = ("JPEG", "MPO")
"""MPO is a JPEG with more behind it, as some telephones make."""
_MARK: Final = b"N"
_QR: Final = zxingcpp.barcode_formats_from_str("QRCode")
_BROKEN: Final = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""How a damaged picture shows itself in Pillow, or a damaged PDF in PDFium."""


def read_codes(data: bytes) -> Iterator[ScannedPage]:
    """Every page in order, as soon as it has been read.

    Raises InputError: `image.unreadable` for what is neither, or is damaged, `image.too_large` (parameter
    `megapixels`), `image.too_many_pages` (parameter `most`), `sheet.protected`, `sheet.unreadable` for a PDF.
    """
    return _pages_of_pdf(data) if is_pdf(data) else _pages_of_image(data)


def _pages_of_pdf(data: bytes) -> Iterator[ScannedPage]:
    from PIL import Image

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_protected = "password" in str(error).lower()
        raise InputError("sheet.protected" if is_protected else "sheet.unreadable") from error
    with document:
        pages = _bounded(len(document))
        for index in range(pages):
            try:
                page = document[index]
                scale = min(_RESOLUTION / 72, math.sqrt(_MOST_DRAWN / (page.get_width() * page.get_height())))
                bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
                drawn = Image.frombuffer(
                    "L", (bitmap.width, bitmap.height), bytes(bitmap.buffer), "raw", "L", bitmap.stride, 1
                )
                page.close()
            except (pypdfium2.PdfiumError, *_BROKEN) as error:
                raise InputError("sheet.unreadable") from error
            yield ScannedPage(index + 1, pages, codes_in(drawn))


def _pages_of_image(data: bytes) -> Iterator[ScannedPage]:
    from PIL import Image, JpegImagePlugin, PngImagePlugin, TiffImagePlugin  # noqa: F401 - each says what it can open

    try:
        with _quietly():
            image = Image.open(BytesIO(data), formats=_FORMATS)
            pages = _bounded(getattr(image, "n_frames", 1) if image.format == "TIFF" else 1)
        for index in range(pages):
            with _quietly():
                image.seek(index)
                if image.width * image.height > MOST_MEGAPIXELS * 1_000_000:
                    raise InputError("image.too_large", megapixels=MOST_MEGAPIXELS)
                found = _codes_of_half(image, data) if image.format in _JPEG else ()
                found = found or codes_in(_gray(image))
            yield ScannedPage(index + 1, pages, found)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise InputError("image.too_large", megapixels=MOST_MEGAPIXELS) from error
    except _BROKEN as error:
        raise InputError("image.unreadable") from error


@contextmanager
def _quietly() -> Iterator[None]:
    """Pillow warns of what is odd in a file, which helps nobody here; that it is far too large counts."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


def _bounded(pages: int) -> int:
    if pages > MOST_PAGES:
        raise InputError("image.too_many_pages", most=MOST_PAGES)
    return pages


def _codes_of_half(image: "Image", data: bytes) -> tuple[bytes, ...]:
    """A look at a large JPEG that is unpacked to half its size, which is several times faster; none unless ours."""
    from PIL import Image

    if max(image.size) <= _FINE:
        return ()
    half = Image.open(BytesIO(data), formats=_FORMATS)
    half.draft("L", (image.width // 2, image.height // 2))
    found = codes_in(half.convert("L"), looks=1)
    return found if any(code.startswith(_MARK) for code in found) else ()


def _gray(image: "Image") -> "Image":
    """The picture as brightness alone, no larger than is of use; what is transparent is paper."""
    from PIL import Image

    if image.format in _JPEG:
        image.draft("L", (_ENOUGH, _ENOUGH))  # unpacks no more than is needed
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        over = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", over.size, "white"), over)
    elif image.mode.startswith(("I;16", "I")):
        image = image.point(lambda value: value / 256)  # sixteen bits to a pixel
    gray = image.convert("L")
    gray.thumbnail((_ENOUGH, _ENOUGH))
    return gray


def codes_in(gray: "Image", looks: int | None = None) -> tuple[bytes, ...]:
    """The codes on a page of brightness; of several ways to look at it the first that finds one of ours counts.

    `looks` is how many of these ways are tried, if not all.
    """
    found: list[bytes] = []
    for seen, binarizer in islice(_looks(gray), looks):
        read = zxingcpp.read_barcodes(seen, formats=_QR, binarizer=binarizer)
        new = [code.bytes for code in read if len(code.bytes) <= LARGEST_CODE]
        found += [data for data in new if data not in found]
        if any(data.startswith(_MARK) for data in new):
            break
    return tuple(found[:MOST_CODES])


def _looks(gray: "Image") -> Iterator[tuple["Image", zxingcpp.Binarizer]]:
    """The page as it is most often read, and then in ways that take longer and help one page in a hundred."""
    from PIL import Image, ImageFilter

    local = zxingcpp.Binarizer.LocalAverage
    if max(gray.size) > _FINE:
        yield gray.reduce(2), local  # a quarter of the points: enough for nearly every scan at 300 dpi
    yield gray, local
    yield gray.filter(ImageFilter.GaussianBlur(0.8)), local  # specks of dust and grain go
    if max(gray.size) <= _FINE:
        larger = (gray.width * 2, gray.height * 2)
        yield gray.resize(larger, Image.Resampling.BICUBIC), local  # modules of two or three points become five
    yield gray, zxingcpp.Binarizer.GlobalHistogram  # a page in even light
