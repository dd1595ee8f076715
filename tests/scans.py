"""Printed sheets as a scanner or a telephone gives them back."""

from io import BytesIO

import pypdfium2
from PIL import Image


def pages_of(pdf: bytes, dpi: int = 150) -> list[Image.Image]:
    """The pages of a PDF as a scanner sees them."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72).to_pil().convert("L") for page in document]


def as_png(page: Image.Image) -> bytes:
    """One page as a picture."""
    return _saved(page, "PNG")


def as_photograph(page: Image.Image) -> bytes:
    """One page held a little askew under a lamp."""
    turned = page.convert("RGB").rotate(3, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=(120, 110, 100))
    return _saved(turned, "JPEG", quality=80)


def _saved(page: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    page.save(file, kind, **options)
    return file.getvalue()
