"""Three columns where there is room for three; on a small screen or with large text, what is being worked on."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget


class Column(Enum):
    """What stands beside what, from the leading edge on."""

    MARKS = "marks"
    WRITING = "writing"
    SHEET = "sheet"


NARROWEST = {Column.MARKS: 12.0, Column.WRITING: 30.0, Column.SHEET: 15.0}
"""Widths under which a column is of no use, in lines of text: what is wide enough depends on the size of the text."""
NARROWEST_STACKED = 19.0
"""The same for the writing when its fields stand one above the other."""
_WIDEST_MARKS = 14.0
_MARKS_SHARE, _SHEET_SHARE = 0.12, 0.42
"""How the width beyond what is needed is shared; the writing has the rest."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Which columns are shown, and whether the fields of the middle one stand one above the other."""

    columns: tuple[Column, ...]
    is_stacked: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether everything is in sight."""
        return len(self.columns) == len(Column)


def arranged(width: float, asked: Column | None) -> Arrangement:
    """What fits into a width (in lines of text), `asked` being the column that the user wants to see."""
    if width >= sum(NARROWEST.values()):
        return Arrangement(tuple(Column))
    beside = asked or Column.SHEET
    if beside is not Column.WRITING:
        both = tuple(column for column in Column if column in (beside, Column.WRITING))
        if width >= NARROWEST[Column.WRITING] + NARROWEST[beside]:
            return Arrangement(both)
        if width >= NARROWEST_STACKED + NARROWEST[beside]:
            return Arrangement(both, is_stacked=True)
        if asked is not None:
            return Arrangement((asked,), is_stacked=True)
    return Arrangement((Column.WRITING,), is_stacked=width < NARROWEST[Column.WRITING])


class BackPageColumns(QWidget):
    """Holds the columns and gives each its width.

    `rearranged(Arrangement)`: other columns are shown now, or the fields stand otherwise.
    """

    rearranged = Signal(Arrangement)

    def __init__(self, marks: QWidget, writing: QWidget, sheet: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets = {Column.MARKS: marks, Column.WRITING: writing, Column.SHEET: sheet}
        self._asked: Column | None = None
        self.arrangement = Arrangement(tuple(Column))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for column, widget in self._widgets.items():
            row.addWidget(widget, 1 if column is Column.WRITING else 0)

    def ask_for(self, column: Column) -> None:
        """Show a column that is out of sight; asking for the writing puts the others away."""
        self._asked = column
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width, other columns."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        line = self.fontMetrics().height()
        total = self.width() / line
        arrangement = arranged(total, self._asked)
        shown = arrangement.columns
        for column, widget in self._widgets.items():
            widget.setVisible(column in shown)
        if Column.WRITING in shown:
            spare = total - sum(NARROWEST[column] for column in shown)
            marks = min(_WIDEST_MARKS, NARROWEST[Column.MARKS] + _MARKS_SHARE * max(0.0, spare))
            sheet = NARROWEST[Column.SHEET] + _SHEET_SHARE * max(0.0, spare)
            self._widgets[Column.MARKS].setFixedWidth(round(marks * line))
            self._widgets[Column.SHEET].setFixedWidth(round(sheet * line))
        else:
            for column in shown:
                self._widgets[column].setFixedWidth(self.width())
        if arrangement != self.arrangement:
            self.arrangement = arrangement
            self.rearranged.emit(arrangement)
