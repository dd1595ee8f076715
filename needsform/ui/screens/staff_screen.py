"""The colleagues: who comes in, who does not, and whom to correct."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.words import Words
from needsform.ui.viewmodels.staff_view_model import StaffRow, StaffState, StaffViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.row_columns import ColumnHeads
from needsform.ui.widgets.work_row import RowText, WorkRow


class StaffScreen(QWidget):
    """One row for each colleague.

    colleague_requested: somebody's page, by id. new_requested: somebody new. closed_requested: back.
    """

    colleague_requested = Signal(str)
    new_requested = Signal()
    closed_requested = Signal()

    def __init__(self, view_model: StaffViewModel, words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words_
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("staff_screen")
        self._back = named_button(self.tr("&Back"), "back")
        self._new = named_button(self.tr("Add a &colleague"), "add_colleague", "primary")
        self._page = ListPage(self.tr("Colleagues"), self._back, self._new)
        column_in(self).addWidget(self._page)

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed_requested)
        self._new.clicked.connect(self.new_requested)

    def _render(self, state: StaffState) -> None:
        column = self._page.column
        lead = self.tr("Everybody comes in with a password of their own, and the log tells who did what.")
        column.addWidget(words(lead, "quiet"))
        column.addSpacing(14)
        column.addWidget(ColumnHeads(self.tr("Name"), self.tr("Title"), self.tr("Role"), self.tr("Access")))
        rows = [self._row(colleague) for colleague in state.rows]
        for row in rows:
            column.addWidget(row)
        column.addStretch(1)
        open_at(self, rows[0].next_button if rows else self._new)

    def _row(self, colleague: StaffRow) -> WorkRow:
        row = WorkRow(
            f"colleague_{colleague.login}",
            RowText(
                title=colleague.name,
                subtitle=colleague.login,
                cells=(colleague.title, self._words.of(colleague.role), self._words.of(colleague.standing)),
                actions=(self.tr("Correct"),),
            ),
        )
        row.opened.connect(partial(self.colleague_requested.emit, colleague.practitioner_id))
        row.acted.connect(partial(self._open, colleague))
        return row

    def _open(self, colleague: StaffRow, _button: int) -> None:
        self.colleague_requested.emit(colleague.practitioner_id)
