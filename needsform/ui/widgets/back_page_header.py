"""The top of the back page: who it is about, and the way to what is out of sight."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from needsform.ui.widgets.back_page_columns import Arrangement, Column
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.citizen_bar import CitizenBar


class BackPageHeader(QWidget):
    """Name, identifier, occasion, who came along.

    `details_requested`: put the citizen's details right. `close_requested`: back to the list.
    `column_requested(Column)`: show what is out of sight, or put it away again.
    """

    details_requested = Signal()
    close_requested = Signal()
    column_requested = Signal(Column)

    def __init__(self, name: str, facts: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toggles = {
            Column.MARKS: named_button(self.tr("Citizen's &marks"), "show_marks", "row"),
            Column.SHEET: named_button(self.tr("S&heet"), "show_sheet", "row"),
        }
        details = named_button(self.tr("Correct &details"), "correct_details", "quiet")
        close = named_button(self.tr("&Close"), "close", "quiet")
        self._bar = CitizenBar(name, facts, (*self._toggles.values(), details, close))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)
        for side, toggle in self._toggles.items():
            toggle.setCheckable(True)
            toggle.hide()
            toggle.clicked.connect(partial(self._ask_for, side))
        details.clicked.connect(self.details_requested)
        close.clicked.connect(self.close_requested)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Everything that takes the focus, in reading order."""
        return self._bar.buttons

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Offer what is out of sight."""
        for column, toggle in self._toggles.items():
            toggle.setVisible(not arrangement.is_complete)
            toggle.setChecked(column in arrangement.columns)
        self._bar.arrange()

    def _ask_for(self, column: Column) -> None:
        self.column_requested.emit(column if self._toggles[column].isChecked() else Column.WRITING)
