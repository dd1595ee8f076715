"""Buttons of patient mode that hold a state: "none of these", a number on the line, a topic that matters most.

Each is a check box to the keyboard and to assistive technology, asks before it changes, and shows its state by a
sign as well as by its tint.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QStyle

from needsform.ui.widgets.tick_box import RING, TickBox, box_picture

_TEXT = 19
"""Of the text at 100 %, in pixels; everything else grows with it."""
FOR_CITIZEN, FOR_STAFF = "patient-choice", "dense-choice"
"""The roles in `style.qss`: large, and as small as a practised hand wants it."""
_FRAME = 4
_RADIUS = 8


class _PaintedButton(TickBox):
    """A tick box that is its own holder: it stands alone and paints itself."""

    def __init__(self, object_name: str, accessible_name: str, role: str) -> None:
        super().__init__(object_name, accessible_name)
        self.setProperty("role", role)

    def _scaled(self, pixels: float) -> int:
        return round(pixels * self.font().pixelSize() / _TEXT)

    def _paint_frame(self, painter: QPainter, palette: QPalette) -> None:
        """The ground, the border, and the frame of the focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = _FRAME if self.is_focus_seen else 2
        role = QPalette.ColorRole.Shadow if self.is_focus_seen else QPalette.ColorRole.Accent
        painter.setPen(QPen(palette.color(role), width))
        painter.setBrush(palette.color(QPalette.ColorRole.Midlight if self.isChecked() else QPalette.ColorRole.Base))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)


class NoneButton(_PaintedButton):
    """ "None of these": one tap, and a real answer."""

    def __init__(self, object_name: str, texts: Sequence[str], role: str = FOR_CITIZEN) -> None:
        """`texts`: while nothing in the area is ticked, and while something is."""
        super().__init__(object_name, texts[0], role)
        self._texts = texts
        self.setText(texts[0])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, *, is_said: bool, has_ticks: bool) -> None:
        """Show whether it is said, and of what."""
        if (is_said, self._texts[has_ticks]) == (self.isChecked(), self.text()):
            return
        self.setText(self._texts[has_ticks])
        self.setAccessibleName(self.text())
        self.show_ticked(is_said)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for each of its texts, so that nothing moves when they change."""
        self.ensurePolished()
        widest = max(self.fontMetrics().horizontalAdvance(text) for text in self._texts)
        return QSize(widest + self._scaled(18 + 26 + 12 + 18), self._scaled(52))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Its size is settled, so that Qt lays nothing out anew when a tick changes its words."""
        super().showEvent(event)
        self.setFixedSize(self.sizeHint())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """A box and its words in a frame."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        self._paint_frame(painter, palette)
        size = self._scaled(26)
        lead = self._scaled(18)
        ring = round(size * RING)
        box = QRect(lead, (self.height() - size) // 2, size, size)
        at = QStyle.visualRect(self.layoutDirection(), self.rect(), box).topLeft() - QPoint(ring, ring)
        painter.drawPixmap(at, box_picture(self, size, palette, self.devicePixelRatioF(), has_ring=False))
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        words = self.rect().adjusted(lead + size + self._scaled(12), 0, 0, 0)
        words = QStyle.visualRect(self.layoutDirection(), self.rect(), words)
        align = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(words, align | Qt.AlignmentFlag.AlignVCenter, self.text())


class NumberButton(_PaintedButton):
    """A number on the 0-10 line."""

    def __init__(self, number: int, question: str, role: str = FOR_CITIZEN) -> None:
        super().__init__(f"distress.{number}", str(number), role)
        self.number = number
        self.setText(str(number))
        self.setAccessibleDescription(question)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, *, is_chosen: bool) -> None:
        """Show whether this is the number."""
        self.show_ticked(is_chosen)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A large square."""
        self.ensurePolished()
        return QSize(self._scaled(72), self._scaled(72))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """The number; chosen, it stands light on dark and underlined."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        self._paint_frame(painter, palette)
        font = QFont(self.font())
        font.setPixelSize(self._scaled(26))
        font.setBold(True)
        if self.isChecked():
            inset = _FRAME + 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _RADIUS, _RADIUS)
            font.setUnderline(True)
        painter.setFont(font)
        role = QPalette.ColorRole.HighlightedText if self.isChecked() else QPalette.ColorRole.WindowText
        painter.setPen(palette.color(role))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
