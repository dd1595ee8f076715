"""The day on which this place heard of a citizen, put right on the case."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from needsform.models.words import Words
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.day_of_arrival import DayOfArrival
from needsform.ui.widgets.labelled_field import column_in


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
        self._save = named_button(self.tr("Save the da&y"), "save_day", "primary")
        self._cancel = named_button(self.tr("C&ancel"), "cancel_day")
        buttons = buttons_in_a_row(self._save, self._cancel)
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
