"""A quiet button that looks like a link, for rows that are painted while somebody ticks.

It is a real button to the keyboard and to assistive technology, and invisible: the row paints its words in one go with
everything else.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

FRAME = 3
"""The frame of the focus, in pixels."""
_BESIDE = 8


class TextLink(QPushButton):
    """Underlined words in the ink of the text, so that they can stand on a tinted row."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def width_for(self, texts: tuple[str, ...]) -> int:
        """Room for any of its texts, in pixels."""
        self.ensurePolished()
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
        return widest + 2 * (_BESIDE + FRAME)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for its text."""
        return QSize(self.width_for((self.text(),)), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The row paints."""
