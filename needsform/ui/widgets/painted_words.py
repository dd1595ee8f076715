"""Words that are painted where a label for each would cost thirty times as much: those of long lists.

A widget that paints its words says them to assistive technology itself, by its accessible name or description.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPalette, QStaticText, QTextOption

from needsform.ui.theme import BASE_PIXELS


class Look(Enum):
    """How a line is seen; the same as the roles of these names in `style.qss`."""

    PLAIN = "tabular"
    STRONG = "strong"
    QUIET = "quiet"
    COLUMN = "column"
    PRESS = "press"
    """What is written on a button of a row; no role, since such a button paints itself."""


_PIXELS = {Look.QUIET: 14, Look.COLUMN: 13, Look.PRESS: 14}
"""At 100 % text; the others are as large as the text of the program."""
_BOLD = (Look.STRONG, Look.COLUMN, Look.PRESS)
_SECOND_INK = (Look.QUIET, Look.COLUMN)


@dataclass(frozen=True, slots=True)
class Line:
    """Words that begin a line of their own; they go on in the next one where they are too long."""

    text: str
    look: Look = Look.PLAIN


class Letters:
    """The letters of every look, in a widget of a font; one for all the words of a row."""

    def __init__(self, font: QFont) -> None:
        self._key = font.key()

    def of(self, look: Look) -> "_Letters":
        """Those of one look."""
        return _letters(self._key, look)


class PaintedWords:
    """Lines under each other, set to a width and painted from there.

    Most of them fit into one line, which is measured once and drawn as it is; only those that do not are laid out.
    """

    def __init__(self, lines: Sequence[Line], letters: Letters) -> None:
        """Lines without words are left out."""
        parts = (Line(part, line.look) for line in lines for part in line.text.splitlines() if part)
        self._lines = [_SetLine(part, letters.of(part.look)) for part in parts]

    @property
    def texts(self) -> tuple[str, ...]:
        """What is written, from the top."""
        return tuple(line.text for line in self._lines)

    @property
    def height_unbroken(self) -> int:
        """How many pixels the lines need where each has room."""
        return sum([line.letters.height for line in self._lines])

    @property
    def width_unbroken(self) -> int:
        """How many pixels the longest line needs to be written without a break."""
        return max((line.natural for line in self._lines), default=0)

    def height_for(self, width: int) -> int:
        """How many pixels the lines need at a width."""
        return sum([line.height_for(width) for line in self._lines])

    def paint(self, painter: QPainter, area: QRect, palette: QPalette, ink: QColor | None = None) -> None:
        """Paint them into the middle of an area's height, in their own ink or in another."""
        width, height = area.width(), self.height_for(area.width())
        left, top = area.left(), area.top() + max(0, area.height() - height) // 2
        for line in self._lines:
            painter.setPen(palette.color(line.ink) if ink is None else ink)
            top += line.paint(painter, left, top, width)


class _SetLine:
    """A line in a font: how wide it is by itself, and how it breaks where it has less room."""

    def __init__(self, line: Line, letters: "_Letters") -> None:
        self.text, self.letters = line.text, letters
        is_second = line.look in _SECOND_INK
        self.ink = QPalette.ColorRole.Dark if is_second else QPalette.ColorRole.WindowText
        self.natural = letters.metrics.horizontalAdvance(line.text) + 1
        self._broken: QStaticText | None = None

    def height_for(self, width: int) -> int:
        return self.letters.height if self.natural <= width else round(self._set(width).size().height())

    def paint(self, painter: QPainter, left: int, top: int, width: int) -> int:
        painter.setFont(self.letters.font)
        if self.natural <= width:
            painter.drawText(left, top + self.letters.ascent, self.text)
            return self.letters.height
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
            self._broken.prepare(font=self.letters.font)
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


def height_of(text: str, letters: QFontMetrics, width: int) -> int:
    """Pixels that words take in lines of that width."""
    area = QRect(0, 0, max(1, width), 100_000)
    return letters.boundingRect(area, int(Qt.TextFlag.TextWordWrap), text).height() if text else 0
