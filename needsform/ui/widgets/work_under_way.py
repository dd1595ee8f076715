"""Long work: what is being done, how far it has come, and the way to stop it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.turning_row import TurningRow


class WorkUnderWay(QWidget):
    """Hidden while nothing is under way.

    stop_requested: it shall not go on.
    """

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = words("")
        self._text.setObjectName("work")
        self._bar = QProgressBar()
        self._bar.setObjectName("progress_of_work")
        self._bar.setRange(0, 100)
        self._stop = named_button(self.tr("&Stop"), "stop")
        self._stop.clicked.connect(self.stop_requested)
        row = TurningRow(spacing=16)
        row.add(self._bar, 1)
        row.add(self._stop)
        column = column_in(self)
        column.addWidget(self._text)
        column.addWidget(row)
        self.hide()

    def show_work(self, text: str, percent: int | None) -> None:
        """Say what is being done, and how far; None hides it."""
        self.setVisible(percent is not None)
        if percent is not None:
            self._text.setText(text)
            self._bar.setAccessibleName(text)
            self._bar.setValue(percent)

    def let_stop(self, may: bool) -> None:
        """Whether it can still be stopped."""
        self._stop.setEnabled(may)
