"""The ink of one A4 page as PDF operators, in millimetres from its top left corner.

Written by hand rather than through reportlab's drawing calls: marked content (ISO 32000-1, 14.6) has to be woven into
the same stream, and each call there costs several times what the operator does.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from needsform.export.text_wrapping import BLACK, MM_PER_POINT, Color

PAGE_WIDTH: Final = 210.0
PAGE_HEIGHT: Final = 297.0

_ARC: Final = 0.5523
"""How far the handle of a Bézier curve reaches, as a part of the radius, to draw a quarter of a circle."""


class Box(NamedTuple):
    """A rectangle on the page in mm, from its top left corner."""

    x: float
    y: float
    width: float
    height: float


class Pen(NamedTuple):
    """How a line is drawn; the width in mm."""

    width: float = 0.3
    color: Color = BLACK


HAIRLINE: Final = Pen()


def points(millimetres: float) -> float:
    """A length in the unit of PDF."""
    return millimetres / MM_PER_POINT


class PageInk:
    """Collects the operators of one page; colours and line widths are only written when they change."""

    def __init__(self) -> None:
        self.operators: list[str] = []
        self._fill: Color | None = None
        self._pen: Pen | None = None

    def text(self, x: float, baseline: float, runs: Iterable[tuple[str, bytes]], size: float, color: Color) -> None:
        """Letters from left to right; each run is the name of a font in the document and the codes of its letters."""
        self._fill_with(color)
        shown = " ".join(f"{font} {size:g} Tf <{codes.hex()}> Tj" for font, codes in runs)
        self.operators.append(f"BT 1 0 0 1 {_at(x, baseline)} Tm {shown} ET")

    def lines(self, segments: Iterable[tuple[float, float, float, float]], pen: Pen) -> None:
        """Straight lines, each from (x, y) to (x, y)."""
        self._draw_with(pen)
        path = " ".join(f"{_at(x1, y1)} m {_at(x2, y2)} l" for x1, y1, x2, y2 in segments)
        self.operators.append(f"{path} S")

    def rectangle(self, box: Box, *, pen: Pen | None = None, fill: Color | None = None, radius: float = 0.0) -> None:
        """A rectangle with a line around it, filled, or both; `radius` of the corners in mm."""
        if pen is not None:
            self._draw_with(pen)
        if fill is not None:
            self._fill_with(fill)
        paint = "B" if pen and fill else "S" if pen else "f"
        self.operators.append(f"{_rounded(box, radius) if radius else _plain(box)} {paint}")

    def rectangles(self, boxes: Iterable[Box], fill: Color) -> None:
        """Filled rectangles, as the dark parts of a printed code."""
        self._fill_with(fill)
        self.operators.append(f"{' '.join(map(_plain, boxes))} f")

    def disc(self, center: tuple[float, float], radius: float, fill: Color) -> None:
        """A filled circle."""
        x, y = center
        self.rectangle(Box(x - radius, y - radius, 2 * radius, 2 * radius), fill=fill, radius=radius)

    def _fill_with(self, color: Color) -> None:
        if color != self._fill:
            self._fill = color
            self.operators.append("{:.3g} {:.3g} {:.3g} rg".format(*color))

    def _draw_with(self, pen: Pen) -> None:
        if pen != self._pen:
            self._pen = pen
            self.operators.append("{:.3g} {:.3g} {:.3g} RG {:.2f} w".format(*pen.color, points(pen.width)))


def _at(x: float, y: float) -> str:
    return f"{points(x):.2f} {points(PAGE_HEIGHT - y):.2f}"


def _plain(box: Box) -> str:
    return f"{_at(box.x, box.y + box.height)} {points(box.width):.2f} {points(box.height):.2f} re"


def _rounded(box: Box, radius: float) -> str:
    left, top, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    handle = radius * (1 - _ARC)

    def corner(*curve: tuple[float, float]) -> str:
        return " ".join(_at(x, y) for x, y in curve) + " c"

    return " ".join(
        (
            f"{_at(left + radius, top)} m {_at(right - radius, top)} l",
            corner((right - handle, top), (right, top + handle), (right, top + radius)),
            f"{_at(right, bottom - radius)} l",
            corner((right, bottom - handle), (right - handle, bottom), (right - radius, bottom)),
            f"{_at(left + radius, bottom)} l",
            corner((left + handle, bottom), (left, bottom - handle), (left, bottom - radius)),
            f"{_at(left, top + radius)} l",
            corner((left, top + handle), (left + handle, top), (left + radius, top)),
            "h",
        )
    )
