"""How long records are kept, and who would go now. Nothing goes before the administrator has seen it and says so."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from needsform.models.retention import DueCitizen
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.retention_view_model import RetentionState, RetentionViewModel
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.row_table import RowTable
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_under_way import WorkUnderWay


class RetentionScreen(QWidget):
    """The rule, the list, and the one question before anything goes.

    closed_requested: back to where one came from.
    """

    closed_requested = Signal()

    def __init__(self, view_model: RetentionViewModel, words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model, self._words = view_model, words_
        self._shown: tuple[DueCitizen, ...] | None = None
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("retention_screen")
        self._close = named_button(self.tr("&Back"), "close")
        page = ListPage(self.tr("How long records are kept"), self._close)
        page.column.setSpacing(12)
        self._notice = words("", "notice")
        self._notice.setObjectName("retention_notice")
        self._work = WorkUnderWay()
        for widget in (self._notice, self._work, *self._rule(), *self._list()):
            page.column.addWidget(widget)
        page.column.addStretch(1)
        column_in(self).addWidget(page)
        open_at(self, self._years.editor)

    def _rule(self) -> tuple[QWidget, ...]:
        state = self._view_model.state
        self._years = text_field(self.tr("&Years after the last assessment ended"), name="years", longest=2)
        self._days = text_field(
            self.tr("&Days after everything was handed over"),
            name="days",
            hint=self.tr("Leave it empty unless the record is kept elsewhere."),
            longest=4,
        )
        self._years.editor.setText(state.years)
        self._days.editor.setText(state.days)
        self._save = named_button(self.tr("Sa&ve"), "save")
        row = TurningRow(spacing=24)
        for field in (self._years, self._days):
            row.add(field, 1)
        said = words(
            self.tr("Nothing is erased by itself. What is old enough is listed below, and goes when you say so.")
        )
        return said, row, buttons_in_a_row(self._save)

    def _list(self) -> tuple[QWidget, ...]:
        self._head = words("", "heading")
        self._head.setObjectName("due_heading")
        heads = (
            self.tr("Citizen"),
            self.tr("Number"),
            self.tr("Last"),
            self.tr("What happens"),
        )
        self._table = RowTable("due", self.tr("Old enough to be erased"), heads)
        self._table.setMinimumHeight(self._table.fontMetrics().height() * 9)
        self._ask = named_button(self.tr("&Erase those who are listed"), "ask_erase")
        self._question = QFrame()
        self._question.setObjectName("erase_question")
        self._meaning = words("", "notice")
        self._meaning.setObjectName("erase_meaning")
        self._no = named_button(self.tr("No, &keep them"), "keep_all")
        self._yes = named_button(self.tr("Yes, erase &for good"), "confirm_erase", "danger")
        column = column_in(self._question)
        column.addWidget(self._meaning)
        column.addWidget(buttons_in_a_row(self._no, self._yes))
        self._behind = words(
            self.tr("Some backups may still hold citizens who were erased, because they could not be reached."),
            "notice",
        )
        self._behind.setObjectName("left_behind")
        self._sweep = named_button(self.tr("&Look through the backups again"), "sweep")
        return (
            self._head,
            self._table,
            buttons_in_a_row(self._ask),
            self._question,
            self._behind,
            buttons_in_a_row(self._sweep),
        )

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._close.clicked.connect(self.closed_requested)
        self._work.stop_requested.connect(self._view_model.stop)
        self._save.clicked.connect(self._save_rule)
        self._years.editor.returnPressed.connect(self._save_rule)
        self._days.editor.returnPressed.connect(self._save_rule)
        self._ask.clicked.connect(self._view_model.ask)
        self._no.clicked.connect(self._view_model.keep)
        self._yes.clicked.connect(self._view_model.erase)
        self._sweep.clicked.connect(self._view_model.sweep)

    def _render(self, state: RetentionState) -> None:
        is_busy = state.percent is not None
        self._notice.setVisible(state.notice is not None)
        self._notice.setText("" if state.notice is None else sentence(state.notice))
        self._work.show_work(self.tr("Citizens are being erased, here and in the backups."), state.percent)
        for name, field in (("years", self._years), ("days", self._days)):
            field.show_error(sentence(state.errors[name]) if name in state.errors else "")
        self._head.setText(self._counted(state))
        self._table.setVisible(bool(state.due))
        if state.due != self._shown:
            self._shown = state.due
            self._table.show_rows(tuple(self._row_of(citizen) for citizen in state.due))
        self._ask.setVisible(bool(state.going) and not state.is_asked)
        self._ask.setEnabled(not is_busy)
        self._save.setEnabled(not is_busy)
        was_asked = self._question.isVisibleTo(self)
        self._question.setVisible(state.is_asked)
        self._meaning.setText(
            self.tr(
                "%n citizen(s) on this list are erased with everything that was written, here and in the backups. They"
                " cannot be brought back.",
                "",
                len(state.going),
            )
        )
        self._behind.setVisible(state.has_left_behind)
        self._sweep.setVisible(state.has_left_behind)
        self._sweep.setEnabled(not is_busy)
        if state.is_asked and not was_asked:
            self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _counted(self, state: RetentionState) -> str:
        if not state.due:
            return self.tr("Nobody's record is old enough to be erased")
        if state.due_in_all > len(state.due):
            return self.tr("The {shown} oldest of {count} who are old enough").format(
                shown=len(state.due), count=state.due_in_all
            )
        return self.tr("Old enough to be erased: %n", "", state.due_in_all)

    def _row_of(self, citizen: DueCitizen) -> tuple[str, ...]:
        happens = (
            self.tr("Kept: {reason}").format(reason=citizen.held_because)
            if citizen.held_because
            else self._words.of(citizen.cause)
        )
        last = self._words.date(citizen.last_at.date())
        return citizen.name, citizen.identifier, last, happens

    def _save_rule(self) -> None:
        self._view_model.save(self._years.editor.text(), self._days.editor.text())
