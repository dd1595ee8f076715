"""A check box that asks before it ticks: what it shows is what is on disk, never what was merely pressed.

It is a real check box to the keyboard and to assistive technology, and invisible: whoever holds it paints it, so that
a whole row can be its target.
"""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QPixmapCache,
    QPolygonF,
)
from PySide6.QtWidgets import QCheckBox, QWidget

_BOX = 34.0
"""The box of the drawings, in pixels; strokes and corners keep its proportions."""
RING = 0.25
"""Room around a box for the ring of the focus, as a part of the box's side."""
_SAME_FOCUS = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TickBox(QCheckBox):
    """One box, as large as its holder makes it.

    toggle_requested: somebody wants it ticked, or unticked; nothing has changed yet.
    """

    toggle_requested = Signal()

    def __init__(
        self, object_name: str, accessible_name: str, holder: QWidget | None = None, *, parent: QWidget | None = None
    ) -> None:
        """Without a holder the box paints itself; it then stands in `parent`."""
        super().__init__(holder or parent)
        self._holder = self if holder is None else holder
        self._is_ticked = False
        self._is_focus_quiet = True
        self.setObjectName(object_name)
        self.setAccessibleName(accessible_name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._ask_instead)

    @property
    def is_focus_seen(self) -> bool:
        """Whether the focus is here and to be shown: not before a key is pressed if the program itself put it here."""
        return self.hasFocus() and not self._is_focus_quiet

    def show_ticked(self, is_ticked: bool) -> None:
        """Show what is on disk."""
        if is_ticked != self._is_ticked:
            self._is_ticked = is_ticked
            self.setChecked(is_ticked)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Pressed, by finger, mouse or Space."""
        self.toggle_requested.emit()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it is the target."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The holder paints, in one go with everything else of the row."""

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """As any button, but painted with the next frame: the usual one paints at once, before anything is kept."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setDown(True)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Let go on the box: it asks. Let go elsewhere: it was a slip."""
        if event.button() != Qt.MouseButton.LeftButton or not self.isDown():
            event.ignore()
            return
        self.setDown(False)
        if self.hitButton(event.position().toPoint()):
            self.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The second press of a double click is none, or it would take back what the first has just ticked."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space ticks; arrows belong to the page, and Enter goes on, whatever the desktop makes of them."""
        if self._is_focus_quiet:
            self.clearFocus()
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)  # anew, so that it is seen and scrolled to
        if event.key() in _ARROWS or event.key() in _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The holder shows where the focus is."""
        super().focusInEvent(event)
        if event.reason() not in _SAME_FOCUS:
            self._is_focus_quiet = event.reason() is Qt.FocusReason.OtherFocusReason
        self._holder.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The holder no longer shows it."""
        super().focusOutEvent(event)
        self._holder.update()

    def _ask_instead(self, is_checked: bool) -> None:
        """Assistive technology toggles the box itself; it is put back, and asks like everybody else."""
        if is_checked != self._is_ticked:
            self.setChecked(self._is_ticked)
            self.toggle_requested.emit()


def box_picture(box: TickBox, size: int, palette: QPalette, ratio: float, *, has_ring: bool = True) -> QPixmap:
    """How a box looks now: an empty frame or a filled one with a tick; with a ring around it if the focus is here.

    `size` is the side of the box in pixels at 100 % screen scale, `ratio` that scale; the picture is wider by
    `RING` times the size on every side. Painted once for each look and then kept.
    """
    is_ticked, is_down, is_focused = box.isChecked(), box.isDown(), has_ring and box.is_focus_seen
    key = f"tick-{size}-{ratio}-{palette.cacheKey()}-{is_ticked}-{is_down}-{is_focused}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        side = size + 2 * round(size * RING)
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = round(size * RING)
        area = QRectF(edge, edge, size, size)
        if is_focused:
            _paint_ring(painter, area, palette)
        _paint_box(painter, area, palette, is_ticked=is_ticked, is_down=is_down)
        painter.end()
        QPixmapCache.insert(key, picture)
    return picture


def _paint_ring(painter: QPainter, area: QRectF, palette: QPalette) -> None:
    scale = area.width() / _BOX
    gap = 5 * scale
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Shadow), 3 * scale))
    painter.drawRoundedRect(area.adjusted(-gap, -gap, gap, gap), 10 * scale, 10 * scale)


def _paint_box(painter: QPainter, area: QRectF, palette: QPalette, *, is_ticked: bool, is_down: bool) -> None:
    scale = area.width() / _BOX
    accent = palette.color(QPalette.ColorRole.Accent)
    stroke = (4 if is_down else 2.5) * scale
    painter.setPen(QPen(accent if is_ticked or is_down else palette.color(QPalette.ColorRole.Dark), stroke))
    painter.setBrush(accent if is_ticked else palette.color(QPalette.ColorRole.Base))
    inset = stroke / 2
    painter.drawRoundedRect(area.adjusted(inset, inset, -inset, -inset), 6 * scale, 6 * scale)
    if is_ticked:
        pen = QPen(palette.color(QPalette.ColorRole.HighlightedText), 4 * scale)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        corners = ((8, 17), (14.5, 23.5), (26, 11.5))
        painter.drawPolyline(QPolygonF([area.topLeft() + QPointF(x * scale, y * scale) for x, y in corners]))
