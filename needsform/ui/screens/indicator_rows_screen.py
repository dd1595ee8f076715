"""What stands behind one figure: a row for each form, case, course or citizen that it counts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from needsform.ui.viewmodels.indicator_rows_view_model import IndicatorRowsState, IndicatorRowsViewModel
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.row_table import RowTable

_ROWS_IN_SIGHT = 9


class IndicatorRowsScreen(QWidget):
    """One page.

    closed_requested: back to the figures. patient_requested: to a citizen's card.
    """

    closed_requested = Signal()
    patient_requested = Signal(str)

    def __init__(self, view_model: IndicatorRowsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._table if view_model.state.rows else self._close)

    def _build(self) -> None:
        self.setObjectName("indicator_rows_screen")
        texts, query = self._view_model.words, self._view_model.query
        self._close = named_button(self.tr("&Back"), "close")
        page = ListPage(texts.of(self._view_model.indicator), self._close)
        period = texts.text("indicators.period", since=texts.date(query.since), until=texts.date(query.until))
        whose = " · ".join((query.unit or texts.text("indicators.whole_site"), period))
        self._status = words("", "quiet")
        self._status.setObjectName("rows_status")
        heads = (
            self.tr("Citizen"),
            self.tr("CPR"),
            self.tr("Date"),
            self.tr("Unit"),
            self.tr("Occasion or source"),
            self.tr("Status"),
        )
        self._table = RowTable("indicator_rows", texts.of(self._view_model.indicator), heads)
        row = self._table.verticalHeader().minimumSectionSize()
        self._table.setMinimumHeight(_ROWS_IN_SIGHT * max(row, self.fontMetrics().height() * 2))
        self._newer, self._older = QPushButton(self.tr("Newe&r")), QPushButton(self.tr("&Older"))
        self._newer.setObjectName("newer")
        self._older.setObjectName("older")
        self._pages = buttons_in_a_row(self._newer, self._older)
        page.column.setSpacing(10)
        for part in (words(whose, "facts"), self._status, self._table, self._pages):
            page.column.addWidget(part)
        page.column.addStretch(1)
        column_in(self).addWidget(page)

    def _connect(self) -> None:
        self._view_model.changed.connect(self._render)
        self._close.clicked.connect(self.closed_requested)
        self._newer.clicked.connect(self._view_model.show_newer)
        self._older.clicked.connect(self._view_model.show_older)
        self._table.row_chosen.connect(self._choose)

    def _render(self, state: IndicatorRowsState) -> None:
        if state.rows != self._rows:
            self._rows = state.rows
            self._table.show_rows(state.rows)
        self._table.setVisible(bool(state.rows))
        self._pages.setVisible(state.has_older or state.page > 0)
        self._newer.setEnabled(state.page > 0)
        self._older.setEnabled(state.has_older)
        self._status.setText(self._told(state))

    def _told(self, state: IndicatorRowsState) -> str:
        if not state.rows:
            return self.tr("Looking …") if state.is_busy else self.tr("This figure counts nobody.")
        return self.tr("{shown} rows, newest first. Choose one to go to the citizen.").format(shown=len(state.rows))

    def _choose(self, number: int) -> None:
        self.patient_requested.emit(self._view_model.patient_of(number))
