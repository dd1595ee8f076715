"""A choice from a short list that is as narrow as its longest word: several words stand on several lines."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

_EDGE = 9
_DENSE, _ROOMY = (8, 22), (16, 28)
"""Pixels before the words, and for the arrow after them: in a row of thin fields, and as a field of a form."""


class WrappingCombo(QComboBox):
    """A combo box whose words wrap. It is never changed by a wheel that only wants to scroll the page."""

    def __init__(self, name: str, choices: tuple[str, ...], role: str = "", parent: QWidget | None = None) -> None:
        """`role` is "row" where many thin fields stand beside each other."""
        super().__init__(parent)
        self._inset, self._arrow = _DENSE if role == "row" else _ROOMY
        self.setObjectName(name)
        self.setProperty("role", role)
        self.addItems(choices)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        longest = max(map(self.fontMetrics().horizontalAdvance, choices), default=0)
        self.view().setMinimumWidth(1 + 2 * self._arrow + longest)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """The frame as every field has it; then the words and an arrow."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.subControls = QStyle.SubControl.SC_ComboBoxFrame
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        is_dimmed = not self.isEnabled() or not self.currentText()
        ink = QPalette.ColorRole.PlaceholderText if is_dimmed else QPalette.ColorRole.Text
        painter.setPen(self.palette().color(ink))
        before, after = (self._arrow, self._inset) if is_mirrored else (self._inset, self._arrow)
        room = self.rect().adjusted(before, 0, -after, 0)
        edge = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(Qt.TextFlag.TextWordWrap) | int(edge) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, flags, self.currentText() or self.placeholderText())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Text))
        x, y = (self._arrow / 2 if is_mirrored else self.width() - self._arrow / 2), self.height() / 2
        painter.drawPolygon(QPolygonF([QPointF(x - 5, y - 2), QPointF(x + 5, y - 2), QPointF(x, y + 4)]))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """The wheel is for the page."""
        event.ignore()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the longest word allows."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The longest word of any choice, and the arrow."""
        shown = [self.placeholderText(), *(self.itemText(i) for i in range(self.count()))]
        words = [word for text in shown for word in text.split()]
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in words), default=0)
        width = self._inset + self._arrow + 2 + longest
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Higher where the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as the words that are shown."""
        room = QRect(0, 0, max(1, width - self._inset - self._arrow), 10_000)
        text = self.currentText() or self.placeholderText()
        words = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
        return words.height() + 2 * _EDGE
