"""The bare counterpart: the same 50 rows in plain check boxes that store nothing; nothing of Needsform is imported."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget


class BareForm(QWidget):
    """A line a topic, two boxes each. painted: it can be seen."""

    painted = Signal()

    def __init__(self, topics: Sequence[str]) -> None:
        super().__init__()
        self.resize(1280, 800)
        self.boxes: list[QCheckBox] = []
        self._is_painted = False
        page = QWidget()
        rows = QVBoxLayout(page)
        for topic in topics:
            row = QHBoxLayout()
            for text in (topic, "Brug for støtte?"):
                box = QCheckBox(text)
                row.addWidget(box)
                self.boxes.append(box)
            rows.addLayout(row)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.addWidget(self.area)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the first paint as `MainWindow` does: once the whole pass of it is over."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)
