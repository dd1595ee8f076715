"""A button whose words go on in the next line when it is narrow, so that none of them is ever cut."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget


class WrappingButton(QPushButton):
    """Draws frame and ground as every button of its role; the words are set from the leading edge, in lines."""

    def __init__(self, text: str = "", role: str = "", inset: int = 12, parent: QWidget | None = None) -> None:
        """`inset`: pixels between the words and the edges left and right."""
        super().__init__(text, parent)
        self.setProperty("role", role)
        self._inset = inset
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """The frame, then the words."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setPen(option.palette.color(QPalette.ColorRole.ButtonText))
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        room = self.rect().adjusted(self._inset, 0, -self._inset, 0)
        painter.drawText(room, self._flags() | int(edge) | int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """On one line if there is room."""
        words = self.fontMetrics().boundingRect(QRect(0, 0, 10_000, 100), self._flags(), self.text())
        width = words.width() + 2 * self._inset + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the longest word."""
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(longest + 2 * self._inset + 2, super().minimumSizeHint().height())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Higher where the words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As many lines as the words take, and never lower than a button of its role."""
        room = QRect(0, 0, max(1, width - 2 * self._inset), 10_000)
        words = self.fontMetrics().boundingRect(room, self._flags(), self.text())
        one_line = super().sizeHint().height()
        return one_line + max(0, words.height() - self.fontMetrics().height())

    @staticmethod
    def _flags() -> int:
        return int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextShowMnemonic)
