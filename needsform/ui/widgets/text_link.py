"""A quiet button that looks like a link, for rows that are painted while somebody ticks."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QWidget

_FRAME = 3
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
        return widest + 2 * (_BESIDE + _FRAME)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for its text."""
        return QSize(self.width_for((self.text(),)), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """The words, and a frame while the focus is here."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Shadow), _FRAME))
            inset = _FRAME / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        font = QFont(self.font())
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
