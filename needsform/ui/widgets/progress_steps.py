"""How far one has come: "4 of 7" in words, and the same drawn."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from needsform.ui.widgets.labelled_field import words

_STEP, _GAP, _HEIGHT = 44, 6, 8
"""One step, the room between two and their height, in pixels."""
_WIDEST = 400
"""Pixels for all steps together; a form with many areas has shorter ones."""


class ProgressSteps(QWidget):
    """The words carry it; the drawing repeats them."""

    def __init__(self) -> None:
        super().__init__()
        self._label = words("", "patient-progress")
        self._label.setObjectName("progress")
        self._label.setWordWrap(False)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._steps = _Steps()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(self._label)
        column.addWidget(self._steps, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    @property
    def text(self) -> str:
        """The words."""
        return self._label.text()

    def show_progress(self, number: int, count: int) -> None:
        """Page `number` of `count`, from 1."""
        self._label.setText(self.tr("{number} of {count}").format(number=number, count=count))
        self._label.setAccessibleName(self.tr("Page {number} of {count}").format(number=number, count=count))
        self._steps.show_steps(number, count)


class _Steps(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._number = self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_steps(self, number: int, count: int) -> None:
        """Fill the first `number` of `count`."""
        self._number, self._count = number, count
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Short enough to stand between two buttons."""
        return QSize(min(self._count * (_STEP + _GAP) - _GAP, _WIDEST), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """One after the other in reading direction."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() + _GAP) / max(self._count, 1) - _GAP
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for step in range(self._count):
            is_done = step < self._number
            painter.setBrush(palette.color(QPalette.ColorRole.Accent if is_done else QPalette.ColorRole.Mid))
            place = self._count - 1 - step if is_mirrored else step
            # What is still to come is thinner too: the difference must not hang on colour.
            height = _HEIGHT if is_done else _HEIGHT / 2
            area = QRectF(place * (width + _GAP), (_HEIGHT - height) / 2, width, height)
            painter.drawRoundedRect(area, height / 2, height / 2)
