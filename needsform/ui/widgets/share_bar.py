"""A quiet bar beside a share: how much of the whole, and where the goal is. It says nothing that no number says."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_WIDEST, _NARROWEST = 320, 60
"""Pixels."""
_HEIGHT = 12
_BEYOND = 4
"""How far the mark of a goal stands out, in pixels."""


class ShareBar(QWidget):
    """Percent of the whole, from 0 to 100."""

    def __init__(self, percent: int, goal: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._percent, self._goal = percent, goal
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the bar and the mark of a goal."""
        return QSize(_WIDEST, _HEIGHT + 2 * _BEYOND + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """The whole as a frame, the share as ink in it."""
        painter, palette = QPainter(self), self.palette()
        whole = QRectF(0.5, (self.height() - _HEIGHT) / 2, self.width() - 1, _HEIGHT)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
        painter.drawRect(whole)
        share = QRectF(whole)
        share.setWidth(whole.width() * self._percent / 100)
        painter.fillRect(share, palette.color(QPalette.ColorRole.Accent))
        if self._goal is not None:
            x = whole.left() + whole.width() * self._goal / 100
            mark = QRectF(x - 1, whole.top() - _BEYOND, 2, _HEIGHT + 2 * _BEYOND)
            painter.fillRect(mark, palette.color(QPalette.ColorRole.WindowText))
