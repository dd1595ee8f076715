"""Find a citizen: type the beginning of a name or of a CPR number."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from needsform.ui.viewmodels.patients_view_model import PatientsState, PatientsViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import words
from needsform.ui.widgets.row_table import RowTable
from needsform.ui.widgets.turning_row import TurningRow

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PatientsScreen(QWidget):
    """The search field has the focus; Up and Down choose among what is found, Enter opens it.

    patient_requested: a citizen's card, by id. new_requested: a new assessment.
    """

    patient_requested = Signal(str)
    new_requested = Signal()

    def __init__(self, view_model: PatientsViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("patients_screen")
        self._search = QLineEdit(self._view_model.state.query)
        self._search.setObjectName("search")
        self._search.setPlaceholderText(self.tr("Name or CPR number"))
        self._search.setAccessibleName(self.tr("Search name or CPR"))
        self._new = named_button(self.tr("&New assessment"), "new_assessment")
        self._status = words("", "quiet")
        self._status.setObjectName("search_status")
        self._table = RowTable(
            "found_patients",
            self.tr("Citizens found"),
            (self.tr("Name"), self.tr("CPR number"), self.tr("Municipality")),
        )
        room = self._table.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # it comes and goes with the letters that are typed
        self._table.setSizePolicy(room)
        title = words(self.tr("Citizens"), "title")
        title.setWordWrap(False)
        bar = TurningRow()
        bar.add(title)
        bar.add_gap()
        bar.add(self._new)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(34, 26, 34, 26)
        whole.setSpacing(12)
        whole.addWidget(bar)
        whole.addWidget(self._search)
        whole.addWidget(self._status)
        whole.addWidget(self._table, 1)
        open_at(self, self._search)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._search.textEdited.connect(self._view_model.write)
        self._search.returnPressed.connect(self._open_current)
        self._search.installEventFilter(self)
        self._table.row_chosen.connect(self._open)
        self._new.clicked.connect(self.new_requested)

    def _render(self, state: PatientsState) -> None:
        self._table.show_rows(tuple((row.name, row.identifier, row.municipality) for row in state.found))
        self._table.setVisible(bool(state.found))
        self._status.setText(self._status_words(state))

    def _status_words(self, state: PatientsState) -> str:
        if state.is_too_short:
            return self.tr("Type at least two letters of a name, or the beginning of a CPR number.")
        if not state.has_searched:
            return ""
        if not state.found:
            return self.tr("Nobody here is called that. Begin a new assessment to register a citizen.")
        if state.may_be_more:
            return self.tr("There may be more than these. Type more of the name or of the CPR number.")
        return self.tr("Enter opens the marked citizen.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and Down choose among what is found, while one types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                self._table.step(step)
                return True
        return super().eventFilter(watched, event)

    def _open_current(self) -> None:
        if self._view_model.state.found:
            self._table.choose_current()

    def _open(self, row: int) -> None:
        self.patient_requested.emit(self._view_model.state.found[row].patient_id)
