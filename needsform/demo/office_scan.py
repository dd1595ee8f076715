"""Paper as an office scanner or a telephone hands it in: turned a little, blurred, with grain, at few dots per inch."""

from functools import lru_cache
from io import BytesIO
from random import Random
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

if TYPE_CHECKING:
    from collections.abc import Callable

POINTS_PER_INCH = 72
FINE = 200


def scanned(pdf: bytes, page: int, dpi: int, seed: int) -> Image.Image:
    """A page (counted from 0) out of the scanner: turned by up to 2°, blurred, darker or lighter, with grain."""
    chance = Random(seed)
    image = _paper(pdf, page, 2 * dpi if dpi < FINE else 3 * dpi // 2)  # paper is finer than what is scanned of it
    size = round(8.27 * dpi), round(11.69 * dpi)
    image = image.rotate(chance.uniform(-2, 2), Image.Resampling.BILINEAR, fillcolor=255)
    image = image.resize(size, Image.Resampling.BOX).filter(ImageFilter.GaussianBlur(0.8 * dpi / 200))
    dark, light = chance.randrange(0, 60), chance.randrange(215, 256)
    tone: Callable[[int], float] = lambda value: dark + value * (light - dark) / 255  # noqa: E731
    return ImageChops.add(image.point(tone), _grain(image.size, chance), 1, -128)


@lru_cache(maxsize=8)
def _paper(pdf: bytes, page: int, dpi: int) -> Image.Image:
    with pypdfium2.PdfDocument(pdf) as document:
        drawn: Image.Image = document[page].render(scale=dpi / POINTS_PER_INCH, grayscale=True).to_pil()
        return drawn.convert("L")


def _grain(size: tuple[int, int], chance: Random) -> Image.Image:
    """Noise of a standard deviation of some ten shades around the middle, different with each seed."""
    noise = Image.frombytes("L", (256, 256), chance.randbytes(256 * 256)).resize((512, 512), Image.Resampling.BILINEAR)
    noise = noise.point(lambda value: 128 + (value - 128) * 0.35)
    grain = Image.new("L", size)
    for left in range(0, size[0], 512):
        for top in range(0, size[1], 512):
            grain.paste(noise.rotate(90 * chance.randrange(4)), (left, top))
    return grain


def as_file(image: Image.Image, form: str = "PNG", **options: int | str) -> bytes:
    """The scan as a file."""
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def as_stack(pages: list[Image.Image], form: str = "TIFF", dpi: int = 150) -> bytes:
    """Many pages in one file, of the size of the paper: TIFF, or PDF as an office scanner makes it."""
    file = BytesIO()
    pages[0].save(file, form, save_all=True, append_images=pages[1:], resolution=dpi)
    return file.getvalue()


def scan_of(pdf: bytes, dpi: int = 150) -> bytes:
    """All pages of a sheet out of an office scanner, in one PDF of pictures."""
    with pypdfium2.PdfDocument(pdf) as document:
        count = len(document)
    return as_stack([scanned(pdf, page, dpi, seed=page) for page in range(count)], "PDF", dpi)
