"""Who is to be assessed again, in a list: when it is due in words, and a press to begin."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.planned_assessment import PlannedAssessment, PlannedDue
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_row import Cell, ColumnHeads, RowText, WorkRow

_SHARES = (29, 24, 18, 45)


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
        line = TurningRow()
        heading = words(self.tr("To be assessed again"), "heading")
        heading.setWordWrap(False)
        line.add(heading)
        line.add(words(self.tr("planned at the last talk, a month ahead or on an occasion"), "quiet"), 1)
        self._column.addWidget(line)
        self._listed = QWidget(self)
        self._column.addWidget(self._listed)

    def render_planned(self, planned: tuple[PlannedAssessment, ...], today: date) -> None:
        """Show these."""
        before, self._listed = self._listed, QWidget(self)
        self._column.replaceWidget(before, self._listed)
        before.hide()
        before.deleteLater()
        column = column_in(self._listed, spacing=0)
        column.addWidget(ColumnHeads(self.tr("Citizen"), self.tr("Planned"), self.tr("When"), shares=_SHARES))
        for place, one in enumerate(planned):
            column.addWidget(self._row(place, one, one.due(today)))
        self._listed.show()
        self.setHidden(not planned)

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
        )
        row.opened.connect(partial(self.patient_requested.emit, one.patient_id))
        row.acted.connect(partial(self._act, place, one))
        return row

    def _act(self, place: int, one: PlannedAssessment, button: int) -> None:
        if button == 0:
            self.new_requested.emit(one.patient_id)
        else:
            self.dismissed.emit(place)
