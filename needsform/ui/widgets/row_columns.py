"""Where the columns of a staff list stand, the same in every row, and what is written above them."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from needsform.ui.widgets.entrance import width_of_room
from needsform.ui.widgets.painted_words import Letters, Line, Look, PaintedWords

COLUMN_SHARES = (29, 21, 15, 22, 29)
"""How the width is shared between title, three cells and the buttons, so that columns stand under each other."""
_NARROW = 105
"""Characters of width under which the cells lie under the name."""
LEFT, TOP, RIGHT, BOTTOM = 6, 6, 10, 6
"""Room around what stands in a row, in pixels."""
GAP = 12
"""Between two columns, in pixels."""
INSET = 4
"""Of words in their column: where those of a title stand, which can be pressed and has a frame."""


def is_narrow(row: QWidget) -> bool:
    """Whether a row is too narrow for columns, at its text size."""
    return row.width() < row.fontMetrics().averageCharWidth() * _NARROW


def columns(width: int, shares: tuple[int, ...], *, last: int = 0) -> list[tuple[int, int]]:
    """Left edge and width of each column in a row of `width` pixels, of which the last needs at least `last`."""
    room = width - LEFT - RIGHT - GAP * (len(shares) - 1)
    share_of_last = max(room * shares[-1] // sum(shares), last)
    others = max(0, room - share_of_last)
    edge, places = LEFT, []
    for share in shares[:-1]:
        taken = others * share // max(1, sum(shares[:-1]))
        places.append((edge, taken))
        edge += taken + GAP
    return [*places, (edge, max(0, width - RIGHT - edge))]


class ColumnHeads(QWidget):
    """What stands in the columns of the rows beneath; gone where the cells lie under each other."""

    def __init__(self, *heads: str, shares: tuple[int, ...] = COLUMN_SHARES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(", ".join(filter(None, heads)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shares = shares
        letters = Letters(self.font())
        self._heads = [PaintedWords([Line(head, Look.COLUMN)], letters) for head in heads]
        self._height: int | None = None
        """Once it is known how wide they may be, in pixels."""
        width = width_of_room(self)
        if width:
            self.resize(width, self.height())
            self._height = self._height_needed()

    def texts(self) -> tuple[str, ...]:
        """What is written now: nothing where the cells lie under each other."""
        return () if is_narrow(self) else tuple(text for head in self._heads for text in head.texts)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take as much room as the heads need at this width."""
        super().resizeEvent(event)
        height = self._height_needed()
        if height != self._height:
            self._height = height
            self.updateGeometry()

    def _height_needed(self) -> int:
        places = columns(self.width(), self._shares)
        heights = [head.height_for(width - 2 * INSET) for head, (_, width) in zip(self._heads, places, strict=False)]
        return 0 if is_narrow(self) else max(heights, default=0) + 4

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The heads in one line, until it is known how wide they may be."""
        return QSize(0, self.fontMetrics().height() if self._height is None else self._height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As `sizeHint`."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Write each over its column."""
        if is_narrow(self):
            return
        painter = QPainter(self)
        for head, (left, width) in zip(self._heads, columns(self.width(), self._shares), strict=False):
            area = QRect(left + INSET, 0, width - 2 * INSET, self.height())
            head.paint(painter, area, self.palette())
        painter.end()
