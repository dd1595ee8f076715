"""What can be pressed in a row of a staff list: its name, and what is to be done; both are painted by themselves.

They look as the push buttons of `style.qss` do and are none: a list has dozens of them, and Qt takes as long to find
the rules for one as for the whole row.
"""

from abc import abstractmethod

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from needsform.ui.widgets.painted_words import Letters, Line, Look, PaintedWords
from needsform.ui.widgets.row_columns import INSET

ABOVE_WORDS = 2
"""Between a title and its frame, in pixels; `INSET` beside it."""
_BORDER, _FRAME = 2.0, 3.0
"""Of a button, and of one that has the focus, in pixels."""
_RADIUS = 8.0
_BESIDE = 16
"""Between the words of a button and its edge, in pixels."""
_LOWEST = 36
"""Height of a button, in pixels, where its words need no more."""


class Row(QWidget):
    """What the press-ables stand in, and who is told where the focus is."""

    @abstractmethod
    def mark(self, *, is_marked: bool) -> None:
        """Show that the focus is in the row."""

    @abstractmethod
    def go(self, step: int) -> None:
        """Give the focus to the row so many beneath."""


class _InRow(QAbstractButton):
    """The row is marked while the focus is in it; Up and Down go to the next row."""

    def __init__(self, text: str, row: Row) -> None:
        super().__init__(row)
        self.setText(text)
        self._row = row

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Mark the row."""
        super().focusInEvent(event)
        self._row.mark(is_marked=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the mark away."""
        super().focusOutEvent(event)
        self._row.mark(is_marked=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the row above or beneath."""
        if event.key() == Qt.Key.Key_Down:
            self._row.go(1)
        elif event.key() == Qt.Key.Key_Up:
            self._row.go(-1)
        else:
            super().keyPressEvent(event)

    def ink(self, role: QPalette.ColorRole) -> QColor:
        """A colour of the row; a button's own palette is what the style sheet makes of it."""
        return self._row.palette().color(role)

    def paint_frame(self, painter: QPainter, ink: QColor, width: float, ground: QColor | None = None) -> None:
        """A frame along the edge, with round corners."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink, width))
        painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
        half = width / 2
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, _RADIUS - half, _RADIUS - half)


class RowLink(_InRow):
    """A name that can be pressed and that wraps when it is long."""

    def __init__(self, title: PaintedWords, row: Row) -> None:
        super().__init__("", row)
        self._title = title

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The words, the tint under the mouse, and the frame of the focus."""
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), self.ink(QPalette.ColorRole.Midlight))
        inside = self.rect().adjusted(INSET, ABOVE_WORDS, -INSET, -ABOVE_WORDS)
        self._title.paint(painter, inside, self._row.palette())
        if self.hasFocus():
            self.paint_frame(painter, self.ink(QPalette.ColorRole.Shadow), _FRAME)
        painter.end()


class RowButton(_InRow):
    """What is to be done: framed, and filled while it is what comes next in the row that has the focus."""

    def __init__(self, text: str, letters: Letters, row: Row) -> None:
        """`text` is what it says; an ampersand in it would be one."""
        super().__init__(text.replace("&", "&&"), row)
        self._words = PaintedWords([Line(text, Look.PRESS)], letters)
        self._is_filled = False

    def fill(self, *, is_filled: bool) -> None:
        """Be the one thing that comes next, or one of the others."""
        self._is_filled = is_filled
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What its words need."""
        return QSize(self._words.width_unbroken + 2 * _BESIDE, max(_LOWEST, self._words.height_unbroken + 6))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never less."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Its frame, its ground and its words."""
        role = QPalette.ColorRole
        ground, ink = self._ground(), self.ink(role.HighlightedText if self._is_filled else role.Accent)
        painter = QPainter(self)
        if self.hasFocus():
            self.paint_frame(painter, self.ink(role.Shadow), _FRAME, ground)
        else:
            self.paint_frame(painter, self.ink(role.Accent), _BORDER, ground)
        self._words.paint(painter, self.rect().adjusted(_BESIDE, 0, -_BESIDE, 0), self._row.palette(), ink)
        painter.end()

    def _ground(self) -> QColor:
        role = QPalette.ColorRole
        if self.isDown():
            return self.ink(role.Mid)
        if self._is_filled:
            return self.ink(role.Accent)
        return self.ink(role.Midlight if self.underMouse() else role.Base)
