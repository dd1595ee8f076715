"""The trace for the administrator: who did what, when, to whose record; looked through, sampled, saved, verified."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from needsform.ui.messages import sentence
from needsform.ui.viewmodels.trace_view_model import SAMPLE, TraceState, TraceViewModel
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import ErrorText, LabelledField, column_in, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.row_table import RowTable
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_under_way import WorkUnderWay
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_ROWS_IN_SIGHT = 9
ChoosePath = Callable[[QWidget, str, str], Path | None]


class TraceScreen(QWidget):
    """What is looked for above, a page of what was found in a table, and beneath it what is kept for how long.

    closed_requested: back to the administration.
    """

    closed_requested = Signal()

    def __init__(self, view_model: TraceViewModel, choose_path: ChoosePath, parent: QWidget | None = None) -> None:
        """`choose_path` asks where to save: parent, title, suggested file name."""
        super().__init__(parent)
        self._view_model, self._choose_path = view_model, choose_path
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("trace_screen")
        self._back = named_button(self.tr("&Back"), "back")
        self._verify = named_button(self.tr("Look for chan&ges"), "verify")
        page = ListPage(self.tr("Log"), self._back, self._verify)
        column = page.column
        column.setSpacing(12)
        for part in (*self._looking(), *self._found(), *self._keeping()):
            column.addWidget(part)
        column.addStretch(1)
        column_in(self).addWidget(page)
        open_at(self, self._fields["since"].editor)

    def _looking(self) -> tuple[QWidget, ...]:
        placeholder = self.tr("dd-mm-yyyy")
        self._fields: dict[str, LabelledField[QLineEdit]] = {
            "since": text_field(self.tr("&From the day"), name="since", placeholder=placeholder, longest=20),
            "until": text_field(self.tr("&To the day"), name="until", placeholder=placeholder, longest=20),
            "citizen": text_field(self.tr("The citizen's CPR &number"), name="citizen", longest=40),
        }
        self._who = WrappingCombo("who", (self.tr("Everybody"), *self._view_model.staff))
        self._what = WrappingCombo("what", (self.tr("Everything"), *self._view_model.acts))
        fields = TurningRow(spacing=16)
        for field, stretch in (
            (self._fields["since"], 2),
            (self._fields["until"], 2),
            (LabelledField(self.tr("&Who"), self._who, name="who"), 3),
            (LabelledField(self.tr("&Act"), self._what, name="what"), 3),
            (self._fields["citizen"], 3),
        ):
            fields.add(field, stretch)
        self._show = named_button(self.tr("S&how"), "show_entries")
        self._show.setProperty("role", "primary")
        self._sample = named_button(self.tr("Show {count} by &chance").format(count=SAMPLE), "sample")
        self._save = named_button(self.tr("Sa&ve as a file"), "save_table")
        self._extract = named_button(self.tr("E&xtract for the citizen"), "save_extract")
        buttons = buttons_in_a_row(self._show, self._sample, self._save, self._extract)
        self._work = WorkUnderWay()
        self._notice = ErrorText("trace_notice")
        self._notice.setProperty("role", "strong")
        return fields, buttons, self._work, self._notice

    def _found(self) -> tuple[QWidget, ...]:
        self._status = words("", "quiet")
        self._status.setObjectName("trace_status")
        heads = (self.tr("Time"), self.tr("Who"), self.tr("Act"), self.tr("Citizen"), self.tr("Details"))
        self._table = RowTable("trace_entries", self.tr("Lines of the log"), heads)
        row = self._table.verticalHeader().minimumSectionSize()
        self._table.setMinimumHeight(_ROWS_IN_SIGHT * max(row, self.fontMetrics().height() * 2))
        self._newer = named_button(self.tr("Newe&r"), "newer")
        self._older = named_button(self.tr("&Older"), "older")
        pages = buttons_in_a_row(self._newer, self._older)
        self._pages = pages
        return self._status, self._table, pages

    def _keeping(self) -> tuple[QWidget, ...]:
        self._months = text_field(self.tr("&Months"), name="months", longest=4)
        self._months.editor.setText(str(self._view_model.state.months))
        self._keep = named_button(self.tr("&Keep for so long"), "keep_months")
        row = TurningRow(spacing=16)
        row.add(self._months)
        row.add(self._keep)
        row.add_gap()
        about = words(self.tr("Older lines are deleted by themselves when the program is unlocked."), "quiet")
        return words(self.tr("How long the log is kept"), "heading"), about, row

    def _connect(self) -> None:
        view_model = self._view_model
        view_model.state_changed.connect(self._render)
        self._back.clicked.connect(self.closed_requested)
        self._verify.clicked.connect(view_model.verify)
        self._show.clicked.connect(view_model.look)
        self._sample.clicked.connect(view_model.take_sample)
        self._save.clicked.connect(self._save_table)
        self._extract.clicked.connect(self._save_extract)
        self._work.stop_requested.connect(view_model.stop)
        self._newer.clicked.connect(view_model.show_newer)
        self._older.clicked.connect(view_model.show_older)
        self._keep.clicked.connect(self._keep_months)
        self._months.editor.returnPressed.connect(self._keep_months)
        for name, field in self._fields.items():
            field.editor.textEdited.connect(partial(self._tell, name))
            field.editor.returnPressed.connect(view_model.look)
        self._who.activated.connect(partial(self._tell, "who"))
        self._what.activated.connect(partial(self._tell, "what"))

    def _render(self, state: TraceState) -> None:
        for name, field in self._fields.items():
            text = getattr(state.typed, name)
            if field.editor.text() != text:
                field.editor.setText(text)
            field.show_error(sentence(state.errors[name]) if name in state.errors else "")
        self._months.show_error(sentence(state.errors["months"]) if "months" in state.errors else "")
        self._who.setCurrentIndex(state.typed.who)
        self._what.setCurrentIndex(state.typed.what)
        if state.rows != self._rows:  # while something is under way the marked row stays marked
            self._rows = state.rows
            self._table.show_rows(state.rows)
        self._table.setVisible(bool(state.rows))
        self._status.setText(self._status_words(state))
        self._pages.setVisible(state.has_older or state.has_newer)
        self._newer.setEnabled(state.has_newer)
        self._older.setEnabled(state.has_older)
        self._extract.setVisible(state.is_one_citizen)
        # Nothing is switched off while something is under way: the focus would be lost from what was just pressed.
        percent = min(100, 100 * state.read // max(1, state.count)) if state.is_busy else None
        self._work.show_work(self.tr("Reading the log …"), percent)
        self._notice.say("" if state.notice is None else sentence(state.notice))

    def _status_words(self, state: TraceState) -> str:
        if not state.has_looked:
            return self.tr("The log has {count} lines. Choose what to look for, or show everything.").format(
                count=state.count
            )
        if not state.rows:
            return self.tr("Nothing in the log fits what you look for.")
        if state.is_sample:
            return self.tr("{shown} lines by chance, newest first.").format(shown=len(state.rows))
        return self.tr("{shown} lines, newest first.").format(shown=len(state.rows))

    def _tell(self, name: str, value: str | int) -> None:
        self._view_model.write(replace(self._view_model.state.typed, **{name: value}))  # type: ignore[arg-type]

    def _keep_months(self) -> None:
        self._view_model.keep_for(self._months.editor.text())

    def _save_table(self) -> None:
        path = self._choose_path(self, self.tr("Save the log"), "needsform-log.csv")
        if path is not None:
            self._view_model.save(path)

    def _save_extract(self) -> None:
        path = self._choose_path(self, self.tr("Save the citizen's extract"), "brug-af-oplysninger.pdf")
        if path is not None:
            self._view_model.save_extract(path)
