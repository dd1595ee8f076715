"""The day on which this place heard of a citizen, put right on the case."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from needsform.models.words import Words
from needsform.ui.widgets.day_of_arrival import DayOfArrival
from needsform.ui.widgets.labelled_field import column_in
from needsform.ui.widgets.turning_row import TurningRow


class DayPanel(QFrame):
    """Hidden until it is asked for.

    written(str): the day as it stands in the field. kept: it is that day. cancelled: leave everything as it was.
    """

    written = Signal(str)
    kept = Signal()
    cancelled = Signal()

    def __init__(self, words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day_panel")
        self.setProperty("role", "panel")
        self._day = DayOfArrival(self.tr("On which &day did you hear of the citizen?"), words_)
        self._save = QPushButton(self.tr("Save the da&y"))
        self._save.setObjectName("save_day")
        self._save.setProperty("role", "primary")
        self._cancel = QPushButton(self.tr("C&ancel"))
        self._cancel.setObjectName("cancel_day")
        buttons = TurningRow()
        buttons.add(self._save)
        buttons.add(self._cancel)
        buttons.add_gap()
        column = column_in(self, margins=(24, 16, 24, 16))
        column.addWidget(self._day)
        column.addWidget(buttons)
        self._day.written.connect(self.written)
        self._day.entered.connect(self.kept)
        self._save.clicked.connect(self.kept)
        self._cancel.clicked.connect(self.cancelled)

    def show_day(self, typed: str, contact_by: date | None, error: str) -> None:
        """As `DayOfArrival.show_day`."""
        self._day.show_day(typed, contact_by, error)

    def begin(self) -> None:
        """Put the focus on the day."""
        self._day.begin()
