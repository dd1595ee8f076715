"""Things beside each other that stand under each other where the text is too large for that."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QSizePolicy, QWidget


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
        # A style sheet's min-height is less than a button needs at large text: never below what is wished for.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
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
        widest = max((max(w.minimumSizeHint().width(), w.minimumWidth()) for w in self._shown()), default=0)
        margins = self._box.contentsMargins()
        return QSize(widest + margins.left() + margins.right(), smallest.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Turn where there is no room, and back."""
        super().resizeEvent(event)
        self._turn(self.flat_width() > self.width())

    def flat_width(self) -> int:
        """How wide it is as a row, whichever way it lies now."""
        shown, margins = self._shown(), self._box.contentsMargins()
        gaps = self._box.spacing() * max(0, len(shown) - 1) + margins.left() + margins.right()
        return gaps + sum(_flat_width(widget) for widget in shown)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As a row."""
        return QSize(self.flat_width(), super().sizeHint().height())

    def _turn(self, is_turned: bool) -> None:
        direction = QBoxLayout.Direction.TopToBottom if is_turned else QBoxLayout.Direction.LeftToRight
        if direction is self._box.direction():
            return
        self._box.setDirection(direction)
        for widget in self._widgets:
            if isinstance(widget, QPushButton):  # a field fills the line, a button does not
                self._box.setAlignment(widget, Qt.AlignmentFlag.AlignLeading if is_turned else Qt.AlignmentFlag(0))
        self.updateGeometry()

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]


def _flat_width(widget: QWidget) -> int:
    if isinstance(widget, TurningRow):
        return widget.flat_width()
    return max(widget.sizeHint().width(), widget.minimumWidth())
