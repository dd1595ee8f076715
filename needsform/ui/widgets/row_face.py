"""What a row of the form looks like: painted in one go from what was worked out when its size was set.

A tick is painted while a finger is still on the glass, so nothing is worked out twice here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap, QStaticText, QTextOption

from needsform.models.questionnaire import Mark
from needsform.ui.widgets.row_look import RowLook
from needsform.ui.widgets.tick_box import RING, TickBox, box_picture

_RADIUS = 10
"""Corners of a list, in pixels."""


@dataclass(frozen=True, slots=True)
class _Inks:
    text: QColor
    paper: QColor
    marked: QColor
    line: QColor
    focus: QColor


@dataclass(slots=True)
class Shown:
    """What a row has to show now."""

    is_marked: bool = False
    number: int = 0
    """Which one of those that matter most, from 1; 0 for none of them."""
    is_first: bool = False
    is_last: bool = False


class RowFace:
    """Paints a row; has no size and no colours before `arrange`."""

    def __init__(self, text: str, look: RowLook) -> None:
        self._look = look
        self._label = QStaticText(text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label_at = QPoint()
        self._places: dict[Mark, QPoint] = {}
        self._number_area = QRect()
        self._pictures: dict[tuple[bool, bool, bool], QPixmap] = {}
        self._box_size, self._ratio = look.box, 1.0
        self._palette = QPalette()
        self._inks = _inks(self._palette)

    def arrange(self, columns: Mapping[Mark, QRect], label: QRect, box_size: int, *, is_mirrored: bool) -> None:
        """Put boxes into the middle of their columns and the words into `label`; all areas as they are seen."""
        edge = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        wrap = QTextOption(edge | Qt.AlignmentFlag.AlignAbsolute)
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        wrap.setTextDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
        self._label.setTextOption(wrap)
        self._label.setTextWidth(label.width())
        self._label_at = label.topLeft()
        self._box_size = box_size
        half = box_size // 2 + round(box_size * RING)
        self._places = {mark: column.center() - QPoint(half, half) for mark, column in columns.items()}
        self._pictures.clear()

    def move_label(self, place: QPoint) -> None:
        """The words stand elsewhere, as wide as before."""
        self._label_at = place

    def place_number(self, area: QRect) -> None:
        """Where the number among those that matter most goes."""
        self._number_area = area

    def dress(self, palette: QPalette, ratio: float) -> None:
        """Wear other colours, on a screen of another scale."""
        self._palette, self._ratio, self._inks = palette, ratio, _inks(palette)
        self._pictures.clear()

    def paint(self, painter: QPainter, area: QRect, shown: Shown, boxes: Mapping[Mark, TickBox]) -> None:
        """Paint everything: tint, words, boxes and the frame of the focus."""
        self._paint_ground(painter, area, shown, is_focused=any(box.is_focus_seen for box in boxes.values()))
        painter.setPen(self._inks.text)
        painter.drawStaticText(self._label_at, self._label)
        if shown.number and self._look.has_number:
            self._paint_number(painter, shown.number)
        for mark, place in self._places.items():
            painter.drawPixmap(place, self._picture(boxes[mark]))

    def _picture(self, box: TickBox) -> QPixmap:
        state = box.isChecked(), box.isDown(), box.is_focus_seen
        picture = self._pictures.get(state)
        if picture is None:
            picture = self._pictures[state] = box_picture(box, self._box_size, self._palette, self._ratio)
        return picture

    def _paint_ground(self, painter: QPainter, area: QRect, shown: Shown, *, is_focused: bool) -> None:
        inks = self._inks
        ground = inks.marked if shown.is_marked else inks.paper
        frame = self._look.frame if is_focused else 1
        if is_focused or not (shown.is_first or shown.is_last):
            bottom = frame if is_focused else 0  # the next row draws the line between the two
            painter.fillRect(area, inks.focus if is_focused else inks.line)
            painter.fillRect(area.adjusted(frame, frame, -frame, -bottom), ground)
            return
        # Round only where the list ends: the other end lies outside of what is painted.
        above = 0 if shown.is_first else 2 * _RADIUS
        below = 0 if shown.is_last else 2 * _RADIUS
        painter.fillRect(area, inks.paper)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(inks.line)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5 - above, -0.5, below - 0.5), _RADIUS, _RADIUS)
        if not shown.is_first:
            painter.fillRect(QRect(area.topLeft(), QSize(area.width(), 1)), inks.line)

    def _paint_number(self, painter: QPainter, number: int) -> None:
        """Light on dark, before the words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._inks.text)
        painter.drawEllipse(self._number_area)
        painter.setPen(self._inks.paper)
        painter.drawText(self._number_area, Qt.AlignmentFlag.AlignCenter, str(number))


def _inks(palette: QPalette) -> _Inks:
    role = QPalette.ColorRole
    return _Inks(
        text=palette.color(role.WindowText),
        paper=palette.color(role.Base),
        marked=palette.color(role.Midlight),
        line=palette.color(role.Mid),
        focus=palette.color(role.Shadow),
    )
