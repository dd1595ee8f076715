"""Words that are painted where a label for each would cost thirty times as much: those of long lists.

A widget that paints its words says them to assistive technology itself, by its accessible name or description.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPalette, QStaticText, QTextOption

from needsform.ui.theme import BASE_PIXELS


class Look(Enum):
    """How a line is seen; the same as the roles of these names in `style.qss`."""

    PLAIN = "tabular"
    STRONG = "strong"
    QUIET = "quiet"
    COLUMN = "column"


_PIXELS = {Look.QUIET: 14, Look.COLUMN: 13}
"""At 100 % text; the others are as large as the text of the program."""
_BOLD = (Look.STRONG, Look.COLUMN)
_SECOND_INK = (Look.QUIET, Look.COLUMN)


@dataclass(frozen=True, slots=True)
class Line:
    """Words that begin a line of their own; they go on in the next one where they are too long."""

    text: str
    look: Look = Look.PLAIN


class PaintedWords:
    """Lines under each other, set to a width and painted from there.

    Most of them fit into one line, which is measured once and drawn as it is; only those that do not are laid out.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        """Lines without words are left out."""
        self._lines = [_SetLine(line) for line in lines if line.text]
        self._font: QFont | None = None
        """In which they were measured."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written, from the top."""
        return tuple(line.text for line in self._lines)

    def height_unbroken(self, font: QFont) -> int:
        """How many pixels the lines need where each has room."""
        return sum(_letters(font.key(), line.look).height for line in self._lines)

    def width_of_one_line(self, font: QFont) -> int:
        """How many pixels the longest line would need to be written without a break."""
        self._measure(font)
        return max((line.natural for line in self._lines), default=0)

    def height_for(self, width: int, font: QFont) -> int:
        """How many pixels the lines need at a width, in the font of the widget that paints them."""
        self._measure(font)
        return sum([line.height_for(width) for line in self._lines])

    def paint(self, painter: QPainter, area: QRect, palette: QPalette, font: QFont) -> None:
        """Paint them into the middle of an area's height."""
        width, height = area.width(), self.height_for(area.width(), font)
        left, top = area.left(), area.top() + max(0, area.height() - height) // 2
        for line in self._lines:
            painter.setPen(palette.color(line.ink))
            top += line.paint(painter, left, top, width)

    def _measure(self, font: QFont) -> None:
        if font != self._font:
            self._font, key = font, font.key()
            for line in self._lines:
                line.measure(key)


class _SetLine:
    """A line in a font: how wide it is by itself, and how it breaks where it has less room."""

    def __init__(self, line: Line) -> None:
        self.text, self.look = line.text, line.look
        is_second = line.look in _SECOND_INK
        self.ink = QPalette.ColorRole.Dark if is_second else QPalette.ColorRole.WindowText
        self.natural = self._height = self._ascent = 0
        self._font = QFont()
        self._broken: QStaticText | None = None

    def measure(self, key: str) -> None:
        letters = _letters(key, self.look)
        self._font, self._height, self._ascent = letters.font, letters.height, letters.ascent
        self.natural = letters.metrics.horizontalAdvance(self.text) + 1
        self._broken = None

    def height_for(self, width: int) -> int:
        return self._height if self.natural <= width else round(self._set(width).size().height())

    def paint(self, painter: QPainter, left: int, top: int, width: int) -> int:
        painter.setFont(self._font)
        if self.natural <= width:
            painter.drawText(left, top + self._ascent, self.text)
            return self._height
        text = self._set(width)
        painter.drawStaticText(left, top, text)
        return round(text.size().height())

    def _set(self, width: int) -> QStaticText:
        if self._broken is None:
            self._broken = QStaticText(self.text)
            self._broken.setTextFormat(Qt.TextFormat.PlainText)
            wrap = QTextOption()
            wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            self._broken.setTextOption(wrap)
        if self._broken.textWidth() != max(1, width):
            self._broken.setTextWidth(max(1, width))
            self._broken.prepare(font=self._font)
        return self._broken


@dataclass(frozen=True, slots=True)
class _Letters:
    font: QFont
    metrics: QFontMetrics
    height: int
    ascent: int


@lru_cache(maxsize=32)
def _letters(key: str, look: Look) -> _Letters:
    """The letters of a look beside the font of that key; made once, because the lists have hundreds of lines."""
    font = QFont()
    font.fromString(key)
    if look in _PIXELS:
        font.setPixelSize(round(QFontInfo(font).pixelSize() * _PIXELS[look] / BASE_PIXELS))
    font.setBold(look in _BOLD)
    metrics = QFontMetrics(font)
    return _Letters(font, metrics, metrics.height(), metrics.ascent())
