"""Who is to be assessed again, in a list: when it is due in words, and a press to begin."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from needsform.models.planned_assessment import PlannedAssessment, PlannedDue
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.show_all import ShowAll
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_row import Cell, ColumnHeads, RowText, WorkRow

_SHARES = (29, 24, 18, 45)
LISTED_AT_ONCE = 10
"""Planned assessments before "Show all": who is due first is who is called first."""


class PlannedSection(QWidget):
    """A heading and a row for each; with none it hides.

    `new_requested(str)`: a new assessment of that citizen. `dismissed(int)`: that one is not to be held.
    `patient_requested(str)`: to the citizen's card.
    """

    new_requested = Signal(str)
    dismissed = Signal(int)
    patient_requested = Signal(str)

    def __init__(self, texts: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = texts
        self.setObjectName("planned_section")
        self._column = column_in(self, spacing=0, margins=(0, 18, 0, 0))
        line = TurningRow(parent=self)
        heading = words(self.tr("To be assessed again"), "heading", line)
        heading.setWordWrap(False)
        line.add(heading)
        line.add(words(self.tr("planned at the last talk, a month ahead or on an occasion"), "quiet", line), 1)
        self._column.addWidget(line)
        self._listed = QWidget(self)
        self._column.addWidget(self._listed)
        self._planned: tuple[PlannedAssessment, ...] = ()
        self._today = date.min
        self._lists_all = False

    def render_planned(self, planned: tuple[PlannedAssessment, ...], today: date) -> None:
        """Show these."""
        self._planned, self._today = planned, today
        self._list()
        self.setHidden(not planned)

    def _list(self) -> list[WorkRow]:
        """The rows; of a long list those that are due first, until all of them are wanted."""
        before, self._listed = self._listed, QWidget(self)
        self._column.replaceWidget(before, self._listed)
        before.hide()
        before.deleteLater()
        column = column_in(self._listed, spacing=0)
        heads = (self.tr("Citizen"), self.tr("Planned"), self.tr("When"))
        column.addWidget(ColumnHeads(*heads, shares=_SHARES, parent=self._listed))
        shown = self._planned if self._lists_all else self._planned[:LISTED_AT_ONCE]
        rows = [self._row(place, one, one.due(self._today)) for place, one in enumerate(shown)]
        for row in rows:
            column.addWidget(row)
        if len(shown) < len(self._planned):
            more = ShowAll("planned", len(self._planned), self._listed)
            more.clicked.connect(self._list_all)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        self._listed.show()
        return rows

    def _list_all(self) -> None:
        self._lists_all = True
        self._list()[LISTED_AT_ONCE].next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, place: int, one: PlannedAssessment, due: PlannedDue) -> WorkRow:
        is_now = due in (PlannedDue.OVERDUE, PlannedDue.TODAY)
        row = WorkRow(
            f"planned_{place}",
            RowText(
                title=one.patient_name,
                subtitle=one.patient_identifier,
                cells=(one.planned, Cell(self._words.of(due), is_strong=is_now)),
                actions=(self.tr("New assessment"), self.tr("Not needed")),
                shares=_SHARES,
            ),
            self._listed,
        )
        row.opened.connect(partial(self.patient_requested.emit, one.patient_id))
        row.acted.connect(partial(self._act, place, one))
        return row

    def _act(self, place: int, one: PlannedAssessment, button: int) -> None:
        if button == 0:
            self.new_requested.emit(one.patient_id)
        else:
            self.dismissed.emit(place)
