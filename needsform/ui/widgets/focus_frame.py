"""The frame of what the keys are on, where no style sheet can draw it: over what is painted."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette

_WIDTH = 3
"""Pixels."""


def draw_focus_frame(painter: QPainter, area: QRect, palette: QPalette) -> None:
    """Along the edges of an area, and inside it."""
    painter.setPen(palette.color(QPalette.ColorRole.Shadow))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset in range(_WIDTH):
        painter.drawRect(area.adjusted(inset, inset, -inset - 1, -inset - 1))
