"""What a row of the form looks like: painted in one go from what was worked out when its size was set.

A tick is painted while a finger is still on the glass, so nothing is worked out twice here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
    QPixmapCache,
    QStaticText,
    QTextOption,
)

from needsform.models.questionnaire import Mark
from needsform.ui.widgets.row_look import RowLook
from needsform.ui.widgets.text_link import FRAME
from needsform.ui.widgets.tick_box import RING, TickBox, box_picture

_RADIUS = 10
"""Corners of a list, in pixels."""
_LINK_RADIUS = 8


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
    has_link: bool = False
    """Whether the way to the note is offered."""


class RowFace:
    """Paints a row; has no size and no colours before `arrange` and `dress`."""

    def __init__(self, text: str, look: RowLook) -> None:
        self._look = look
        self._label, self._label_at = _set_text(text), QPoint()
        self._link, self._link_font = _set_text(""), QFont()
        self._link_area, self._underline, self._link_at = QRect(), QRect(), QPoint()
        self._area = self._inside = self._inside_frame = self._number_area = QRect()
        self._places: dict[Mark, QPoint] = {}
        self._pictures: dict[tuple[bool, bool, bool], QPixmap] = {}
        self._box_size, self._ratio = look.box, 1.0
        self._palette = QPalette()
        self._inks = _inks(self._palette)

    # Where everything stands, as it is seen ---------------------------------------------------------------------

    def arrange(
        self, area: QRect, columns: Mapping[Mark, QRect], label: QRect, box_size: int, *, is_mirrored: bool
    ) -> None:
        """Put boxes into the middle of their columns and the words into `label`."""
        frame = self._look.frame
        self._area = area
        self._inside = area.adjusted(1, 1, -1, 0)  # the next row draws the line between the two
        self._inside_frame = area.adjusted(frame, frame, -frame, -frame)
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

    def place_link(self, area: QRect, text: str, font: QFont) -> None:
        """The way to the note: underlined words in the middle of an area."""
        metrics = QFontMetrics(font)
        self._link_area, self._link_font = area, QFont(font)
        self._link.setText(text)
        self._link.prepare(font=self._link_font)
        size = self._link.size().toSize()
        self._link_at = area.topLeft() + QPoint(area.width() - size.width(), area.height() - size.height()) / 2
        under = self._link_at.y() + metrics.ascent() + metrics.underlinePos()
        self._underline = QRect(self._link_at.x(), under, size.width(), metrics.lineWidth())

    # What it looks like -----------------------------------------------------------------------------------------

    def dress(self, palette: QPalette, ratio: float) -> None:
        """Wear other colours, on a screen of another scale."""
        self._palette, self._ratio, self._inks = palette, ratio, _inks(palette)
        self._pictures.clear()

    def paint(self, painter: QPainter, shown: Shown, boxes: Mapping[Mark, TickBox], *, is_link_focused: bool) -> None:
        """Paint everything: tint, words, boxes and the frame of the focus."""
        pictures = {mark: self._picture(boxes[mark]) for mark in self._places}
        self._paint_ground(painter, shown, is_focused=any(box.is_focus_seen for box in boxes.values()))
        painter.setPen(self._inks.text)
        painter.drawStaticText(self._label_at, self._label)
        for mark, place in self._places.items():
            painter.drawPixmap(place, pictures[mark])
        if shown.number and self._look.has_number:
            self._paint_number(painter, shown.number)
        if shown.has_link:
            self._paint_link(painter, is_focused=is_link_focused)

    def _picture(self, box: TickBox) -> QPixmap:
        state = box.isChecked(), box.isDown(), box.is_focus_seen
        picture = self._pictures.get(state)
        if picture is None:
            picture = self._pictures[state] = box_picture(box, self._box_size, self._palette, self._ratio)
        return picture

    def _paint_ground(self, painter: QPainter, shown: Shown, *, is_focused: bool) -> None:
        inks = self._inks
        ground = inks.marked if shown.is_marked else inks.paper
        if is_focused:
            painter.fillRect(self._area, inks.focus)
            painter.fillRect(self._inside_frame, ground)
        elif not (shown.is_first or shown.is_last):
            painter.fillRect(self._area, inks.line)
            painter.fillRect(self._inside, ground)
        else:
            self._paint_end(painter, shown, ground)

    def _paint_end(self, painter: QPainter, shown: Shown, ground: QColor) -> None:
        """Round only where the list ends."""
        painter.fillRect(self._area, self._inks.line)
        painter.fillRect(self._inside.adjusted(0, 0, 0, -1) if shown.is_last else self._inside, ground)
        right, bottom = self._area.right() + 1 - _RADIUS, self._area.bottom() + 1 - _RADIUS
        if shown.is_first:
            painter.drawPixmap(0, 0, self._corner(ground, at_left=True, at_top=True))
            painter.drawPixmap(right, 0, self._corner(ground, at_left=False, at_top=True))
        if shown.is_last:
            painter.drawPixmap(0, bottom, self._corner(ground, at_left=True, at_top=False))
            painter.drawPixmap(right, bottom, self._corner(ground, at_left=False, at_top=False))

    def _corner(self, ground: QColor, *, at_left: bool, at_top: bool) -> QPixmap:
        """A corner of the list: painted once for all rows, because a smooth curve takes longer than the whole row."""
        key = f"corner-{self._ratio}-{self._palette.cacheKey()}-{ground.rgba()}-{at_left}-{at_top}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            side = round(_RADIUS * self._ratio)
            picture = QPixmap(side, side)
            picture.setDevicePixelRatio(self._ratio)
            picture.fill(self._inks.paper)
            body = QRectF(0.5, 0.5, 4 * _RADIUS, 4 * _RADIUS)
            if not at_left:
                body.moveRight(_RADIUS - 0.5)
            if not at_top:
                body.moveBottom(_RADIUS - 0.5)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(self._inks.line)
            painter.setBrush(ground)
            painter.drawRoundedRect(body, _RADIUS, _RADIUS)
            painter.end()
            QPixmapCache.insert(key, picture)
        return picture

    def _paint_number(self, painter: QPainter, number: int) -> None:
        """Light on dark, before the words."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._inks.text)
        painter.setBrush(self._inks.text)
        painter.drawEllipse(self._number_area)
        painter.setPen(self._inks.paper)
        painter.drawText(self._number_area, Qt.AlignmentFlag.AlignCenter, str(number))

    def _paint_link(self, painter: QPainter, *, is_focused: bool) -> None:
        painter.setPen(self._inks.text)
        painter.setFont(self._link_font)
        painter.drawStaticText(self._link_at, self._link)
        painter.fillRect(self._underline, self._inks.text)  # Qt puts that of a static text elsewhere
        if is_focused:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._inks.focus, FRAME))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = FRAME / 2
            frame = QRectF(self._link_area).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(frame, _LINK_RADIUS, _LINK_RADIUS)


def _set_text(text: str) -> QStaticText:
    """Words that are set once and painted often."""
    words = QStaticText(text)
    words.setTextFormat(Qt.TextFormat.PlainText)
    return words


def _inks(palette: QPalette) -> _Inks:
    role = QPalette.ColorRole
    return _Inks(
        text=palette.color(role.WindowText),
        paper=palette.color(role.Base),
        marked=palette.color(role.Midlight),
        line=palette.color(role.Mid),
        focus=palette.color(role.Shadow),
    )
