"""Who is to be assessed again, in a list: when it is due in words, and a press to begin."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.planned_assessment import PlannedAssessment, PlannedDue
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import column_in
from needsform.ui.widgets.short_list import ShortList, section_head
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

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
        column = column_in(self, spacing=0, margins=(0, 18, 0, 0))
        explanation = self.tr("planned at the last talk, a month ahead or on an occasion")
        column.addWidget(section_head(self.tr("To be assessed again"), explanation, self))
        heads = (self.tr("Citizen"), self.tr("Planned"), self.tr("When"))
        self._list = ShortList(heads, _SHARES, self, at_once=LISTED_AT_ONCE, what="planned")
        column.addWidget(self._list)

    def render_planned(self, planned: tuple[PlannedAssessment, ...], today: date) -> None:
        """Show these."""
        self._list.show_rows(partial(self._row, place, one, one.due(today)) for place, one in enumerate(planned))
        self.setHidden(not planned)

    def _row(self, place: int, one: PlannedAssessment, due: PlannedDue, room: QWidget) -> WorkRow:
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
            room,
        )
        row.opened.connect(partial(self.patient_requested.emit, one.patient_id))
        row.acted.connect(partial(self._act, place, one))
        return row

    def _act(self, place: int, one: PlannedAssessment, button: int) -> None:
        if button == 0:
            self.new_requested.emit(one.patient_id)
        else:
            self.dismissed.emit(place)
