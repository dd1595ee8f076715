"""The top of the back page: who it is about, and the way to what is out of sight."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from needsform.ui.widgets.back_page_columns import Arrangement, Column
from needsform.ui.widgets.labelled_field import words as label

_NAME_SHARE = 0.4
"""A name that takes more of the width than this gets a line of its own."""


class BackPageHeader(QFrame):
    """Name, identifier, occasion, who came along.

    `details_requested`: put the citizen's details right. `close_requested`: back to the list.
    `column_requested(Column)`: show what is out of sight, or put it away again.
    """

    details_requested = Signal()
    close_requested = Signal()
    column_requested = Signal(Column)

    def __init__(self, name: str, facts: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._name = label(name, "name")
        self._facts = label(facts, "facts")
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(18)
        self._words.addWidget(self._name)
        self._words.addWidget(self._facts, 1)
        self._toggles = {
            Column.MARKS: _button(self.tr("Citizen's &marks"), "show_marks", "row"),
            Column.SHEET: _button(self.tr("S&heet"), "show_sheet", "row"),
        }
        self._details = _button(self.tr("Correct &details"), "correct_details", "quiet")
        self._close = _button(self.tr("&Close"), "close", "quiet")
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(26, 10, 16, 10)
        self._lines.setSpacing(8)
        self._lines.addLayout(self._words, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        self._lines.addLayout(row)
        for toggle in self._toggles.values():
            toggle.setCheckable(True)
            toggle.hide()
            toggle.clicked.connect(self._ask)
        self._details.clicked.connect(self.details_requested)
        self._close.clicked.connect(self.close_requested)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Everything that takes the focus, in reading order."""
        return (*self._toggles.values(), self._details, self._close)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Offer what is out of sight."""
        for column, toggle in self._toggles.items():
            toggle.setVisible(not arrangement.is_complete)
            toggle.setChecked(column in arrangement.columns)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A long name stands above the facts, a short one beside them; buttons go below where all is large."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        name = self._name.fontMetrics().horizontalAdvance(self._name.text())
        facts = self._facts.fontMetrics().horizontalAdvance(self._facts.text())
        buttons = sum(button.sizeHint().width() + 8 for button in self.buttons if not button.isHidden())
        is_long = name > self.width() * _NAME_SHARE
        self._name.setMinimumWidth(0 if is_long else name + 2)
        self._words.setDirection(below if is_long else beside)
        self._words.setSpacing(0 if is_long else 18)
        is_full = name + facts // 2 + buttons > self.width()
        self._lines.setDirection(below if is_full else beside)

    def _ask(self, is_checked: bool) -> None:
        wanted = next(column for column, toggle in self._toggles.items() if toggle is self.sender())
        self.column_requested.emit(wanted if is_checked else Column.WRITING)


def _button(text: str, name: str, role: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", role)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
