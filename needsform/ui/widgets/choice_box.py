"""Check boxes and round choices of the staff's screens: the whole line is the target, and long words wrap."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

SMALLEST_TARGET = 44
"""Pixels; the height of a line that is drawn as a row."""
_FOCUS = 3
_GAP = 10


def draw_tick(painter: QPainter, box: QRectF, palette: QPalette) -> None:
    """A tick in a box that is filled already."""
    side = box.width()
    tick = [(0.24, 0.52), (0.43, 0.71), (0.77, 0.31)]
    points = [QPointF(box.x() + x * side, box.y() + y * side) for x, y in tick]
    painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), side / 8))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))


class CheckBox(QCheckBox):
    """A square box with a tick in it, so that colour is never the only sign."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _let_it_wrap(self)

    @property
    def indent(self) -> int:
        """Pixels from the edge to the words, for what belongs below them."""
        return _lead(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw box and words in the colours of the palette."""
        painter = QPainter(self)
        box = _draw_frame_and_words(self, painter)
        painter.setPen(_outline(self))
        painter.setBrush(
            self.palette().color(QPalette.ColorRole.Accent if self.isChecked() else QPalette.ColorRole.Base)
        )
        painter.drawRoundedRect(box, 5, 5)
        if self.isChecked():
            draw_tick(painter, box, self.palette())

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole line is the target."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """On one line if there is room."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the longest word."""
        return _smallest(self)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Higher where the words wrap."""
        return _height(self, width)


class RadioButton(QRadioButton):
    """One of several answers, of which one holds."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _let_it_wrap(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Draw ring and words in the colours of the palette."""
        painter = QPainter(self)
        ring = _draw_frame_and_words(self, painter)
        painter.setPen(_outline(self))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
            inset = ring.width() / 4
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole line is the target."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """On one line if there is room."""
        return _size(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the longest word."""
        return _smallest(self)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Higher where the words wrap."""
        return _height(self, width)


def _let_it_wrap(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _side(button: QAbstractButton) -> int:
    """The box grows with the text, and never below what a hand that shakes can hit."""
    return max(24, round(button.fontMetrics().height() * 1.15))


def _lead(button: QAbstractButton) -> int:
    """What lies left of the words."""
    gap = max(_GAP, button.fontMetrics().height() // 2)  # ten pixels are half a line of the usual text
    return _FOCUS + _side(button) + (gap if button.text() else _FOCUS)


def _words_rect(button: QAbstractButton, width: int) -> QRect:
    room = QRect(0, 0, max(1, width - _lead(button) - _FOCUS), 10_000)
    return button.fontMetrics().boundingRect(room, _flags(), button.text())


def _flags() -> int:
    return int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextShowMnemonic)


def _height(button: QAbstractButton, width: int) -> int:
    words = _words_rect(button, width).height() if button.text() else 0
    return max(SMALLEST_TARGET, _side(button) + 2 * _FOCUS, words + 2 * _FOCUS + 4)


def _size(button: QAbstractButton) -> QSize:
    if not button.text():
        return _smallest(button)
    words = button.fontMetrics().boundingRect(QRect(0, 0, 10_000, 100), _flags(), button.text()).width()
    width = _lead(button) + words + 2 + _FOCUS
    return QSize(width, _height(button, width))


def _smallest(button: QAbstractButton) -> QSize:
    longest = max((button.fontMetrics().horizontalAdvance(word) for word in button.text().split()), default=0)
    return QSize(_lead(button) + longest + _FOCUS, max(SMALLEST_TARGET, _side(button) + 2 * _FOCUS))


def _outline(button: QAbstractButton) -> QPen:
    """The box is a control, so its edge has the second ink."""
    is_accented = button.isChecked() and button.isEnabled()
    return QPen(button.palette().color(QPalette.ColorRole.Accent if is_accented else QPalette.ColorRole.Dark), 2)


def _draw_frame_and_words(button: QAbstractButton, painter: QPainter) -> QRectF:
    """Draw what check boxes and round choices share; returns where the box goes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette, side, lead = button.palette(), _side(button), _lead(button)
    is_mirrored = button.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if button.hasFocus():
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Shadow), _FOCUS))
        inset = _FOCUS / 2
        painter.drawRoundedRect(QRectF(button.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
    if button.text():
        words = button.rect().adjusted(lead, 0, -_FOCUS, 0)
        if is_mirrored:
            words = button.rect().adjusted(_FOCUS, 0, -lead, 0)
        role = QPalette.ColorRole.WindowText if button.isEnabled() else QPalette.ColorRole.PlaceholderText
        painter.setPen(palette.color(role))
        edge = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, _flags() | int(edge) | int(Qt.AlignmentFlag.AlignVCenter), button.text())
    x = button.width() - _FOCUS - side if is_mirrored else _FOCUS
    if not button.text():
        x = (button.width() - side) // 2
    return QRectF(x + 1, (button.height() - side) / 2 + 1, side - 2, side - 2)
