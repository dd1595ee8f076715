"""Things beside each other that stand under each other where the text is too large for that."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class TurningRow(QWidget):
    """A row in reading order; `add_gap` pushes what comes after it to the far end."""

    def __init__(
        self,
        *,
        spacing: int = 12,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(*margins)
        self._box.setSpacing(spacing)
        self._widgets: list[QWidget] = []

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the row."""
        self._widgets.append(widget)
        self._box.addWidget(widget, stretch, Qt.AlignmentFlag(0))

    def add_gap(self) -> None:
        """Leave the room that is over here."""
        self._box.addStretch(1)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the widest of them: it can turn."""
        smallest = super().minimumSizeHint()
        widest = max((widget.minimumSizeHint().width() for widget in self._shown()), default=0)
        margins = self._box.contentsMargins()
        return QSize(widest + margins.left() + margins.right(), smallest.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn where there is no room, and back."""
        super().resizeEvent(event)
        shown = self._shown()
        needed = sum(widget.sizeHint().width() for widget in shown) + self._box.spacing() * max(0, len(shown) - 1)
        margins = self._box.contentsMargins()
        turned = needed > self.width() - margins.left() - margins.right()
        direction = QBoxLayout.Direction.TopToBottom if turned else QBoxLayout.Direction.LeftToRight
        if direction is not self._box.direction():
            self._box.setDirection(direction)
            self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]
