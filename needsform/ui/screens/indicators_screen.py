"""Indicators for administrators: a period and a unit above, the figures beneath, and every way out of the program."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from needsform.models.indicator import Indicator
from needsform.models.indicator_counts import IndicatorPaper, ShownTable
from needsform.models.indicator_report import IndicatorReport
from needsform.models.indicator_words import notes, places_text, span_text
from needsform.ui.messages import sentence
from needsform.ui.printing import PrintedCopy
from needsform.ui.viewmodels.indicators_view_model import IndicatorsState, IndicatorsViewModel
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.indicator_table_view import IndicatorTableView
from needsform.ui.widgets.labelled_field import ErrorText, LabelledField, column_in, empty, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.print_preview import look_first
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.wrapping_combo import WrappingCombo

ChoosePath = Callable[[QWidget, str, str], Path | None]
ChooseFiles = Callable[[QWidget, str, str], tuple[Path, ...]]


class IndicatorsScreen(QWidget):
    """One page.

    closed_requested: back to the administration. rows_requested: somebody wants to see what a figure counts.
    """

    closed_requested = Signal()
    rows_requested = Signal(Indicator)

    def __init__(
        self,
        view_model: IndicatorsViewModel,
        choose_path: ChoosePath,
        choose_files: ChooseFiles,
        parent: QWidget | None = None,
    ) -> None:
        """`choose_path` asks where to save: parent, title, suggested file name."""
        super().__init__(parent)
        self._view_model, self._choose_path, self._choose_files = view_model, choose_path, choose_files
        self._shown: tuple[tuple[ShownTable, ...], bool] | None = None
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._fields["since"].editor)

    def _build(self) -> None:
        self.setObjectName("indicators_screen")
        self._close = named_button(self.tr("&Back"), "close")
        page = ListPage(self.tr("Indicators"), self._close)
        column = page.column
        column.setSpacing(12)
        for part in (*self._asking(), *self._leaving(), *self._telling()):
            column.addWidget(part)
        figures = QWidget()
        self._figures = column_in(figures, spacing=0)
        column.addWidget(figures)
        column.addStretch(1)
        column_in(self).addWidget(page)

    def _asking(self) -> tuple[QWidget, ...]:
        placeholder, texts = self.tr("dd-mm-yyyy"), self._view_model.words
        self._fields: dict[str, LabelledField[QLineEdit]] = {
            "since": text_field(self.tr("&From the day"), name="since", placeholder=placeholder, longest=20),
            "until": text_field(self.tr("&To the day"), name="until", placeholder=placeholder, longest=20),
        }
        self._unit = WrappingCombo("unit", (texts.text("indicators.whole_site"), *self._view_model.units))
        row = TurningRow(spacing=16)
        row.add(self._fields["since"], 2)
        row.add(self._fields["until"], 2)
        row.add(LabelledField(self.tr("&Unit"), self._unit, name="unit"), 3)
        row.add_gap()
        self._count = named_button(self.tr("&Show the figures"), "count")
        self._count.setProperty("role", "primary")
        self._add_up = named_button(self.tr("&Read files from several places …"), "add_up")
        buttons = buttons_in_a_row(self._count, self._add_up)
        self._hides = CheckBox(self.tr("Show figures from &1 to 4 as <5, here and on everything that leaves"))
        self._hides.setObjectName("hides_small")
        return row, buttons, self._hides

    def _leaving(self) -> tuple[QWidget, ...]:
        self._ways = {
            IndicatorPaper.REPORT: named_button(self.tr("Save as P&DF"), "save_report"),
            IndicatorPaper.CSV: named_button(self.tr("Save as &CSV"), "save_csv"),
            IndicatorPaper.WORKBOOK: named_button(self.tr("Save as &Excel file"), "save_workbook"),
        }
        self._print = named_button(self.tr("Pri&nt …"), "print")
        self._save_file = named_button(self.tr("Save a file to be &added up"), "save_file")
        self._out = buttons_in_a_row(self._print, *self._ways.values(), self._save_file)
        self._notice = ErrorText("indicators_notice")
        self._notice.setProperty("role", "strong")
        return self._out, self._notice

    def _telling(self) -> tuple[QWidget, ...]:
        self._whose = words("", "name")
        self._whose.setObjectName("indicators_whose")
        self._span = words("", "facts")
        self._span.setObjectName("indicators_span")
        self._notes = words("", "quiet")
        self._left_out = words("", "notice")
        self._left_out.setObjectName("indicators_left_out")
        return self._left_out, self._whose, self._span, self._notes

    def _connect(self) -> None:
        view_model = self._view_model
        view_model.changed.connect(self._render)
        self._close.clicked.connect(self.closed_requested)
        self._count.clicked.connect(view_model.count)
        self._add_up.clicked.connect(self._read_files)
        self._hides.clicked.connect(view_model.hide_small)
        self._unit.activated.connect(self._tell_unit)
        for name, field in self._fields.items():
            field.editor.textEdited.connect(partial(self._tell, name))
            field.editor.returnPressed.connect(view_model.count)
        for paper, button in self._ways.items():
            button.clicked.connect(partial(self._save, paper))
        self._save_file.clicked.connect(self._save_figures)
        self._print.clicked.connect(view_model.printing.prepare)
        view_model.printing.copies_ready.connect(self._show_preview)

    def _render(self, state: IndicatorsState) -> None:
        for name, field in self._fields.items():
            text = state.typed.since if name == "since" else state.typed.until
            if field.editor.text() != text:
                field.editor.setText(text)
            field.show_error(sentence(state.errors[name]) if name in state.errors else "")
        self._unit.setCurrentIndex(state.typed.unit)
        self._hides.setChecked(state.hides_small)
        self._notice.say("" if state.notice is None else sentence(state.notice))
        left_out = "\n".join(f"{name}: {sentence(message)}" for name, message in state.left_out)
        self._left_out.setText(left_out)
        self._left_out.setVisible(bool(left_out))
        self._out.setVisible(state.counts is not None)
        self._save_file.setVisible(not state.is_added_up)
        texts, counts = self._view_model.words, state.counts
        self._whose.setText("" if counts is None else places_text(counts, texts))
        self._span.setText("" if counts is None else span_text(counts, texts))
        told = () if counts is None else notes(counts, texts, hides_small=state.hides_small)
        self._notes.setText("\n".join((*told, *self._hints(state))))
        if (state.tables, state.is_added_up) != self._shown:
            self._shown = (state.tables, state.is_added_up)
            self._show_tables(state)

    def _hints(self, state: IndicatorsState) -> tuple[str, ...]:
        if state.counts is None:
            return (self.tr("The figures are being counted …"),) if state.is_busy else ()
        if state.is_added_up:
            return (self.tr("These figures come from files. Whom they count can only be seen at each place."),)
        if state.counts.query.unit is not None:
            return (self.tr("Referrals and courses belong to the whole place, so they are not shown for one unit."),)
        return (self.tr("Press a figure to see whom it counts."),)

    def _show_tables(self, state: IndicatorsState) -> None:
        empty(self._figures)
        for shown in state.tables:
            table = IndicatorTableView(shown, self._view_model.words, has_rows=not state.is_added_up)
            table.rows_requested.connect(self.rows_requested)
            self._figures.addWidget(table)

    # What the user does -----------------------------------------------------------------------------------------------

    def _tell(self, name: str, text: str) -> None:
        typed = self._view_model.state.typed
        self._view_model.write(replace(typed, since=text) if name == "since" else replace(typed, until=text))

    def _tell_unit(self, unit: int) -> None:
        self._view_model.write(replace(self._view_model.state.typed, unit=unit))

    def _save(self, paper: IndicatorPaper, _checked: bool = False) -> None:
        path = self._choose_path(self, self.tr("Save the indicators"), f"indikatorer.{paper.value}")
        if path is not None:
            self._view_model.save(paper, path)

    def _show_preview(self, copies: tuple[PrintedCopy[IndicatorReport], ...]) -> None:
        printing = self._view_model.printing
        look_first(
            copies,
            printing.printers,
            self._view_model.words,
            self,
            printing.print_copies,
            partial(self._save, IndicatorPaper.REPORT),
        )

    def _save_figures(self) -> None:
        path = self._choose_path(self, self.tr("Save a file to be added up"), "indikatorer.json")
        if path is not None:
            self._view_model.save_file(path)

    def _read_files(self) -> None:
        title, accepted = self.tr("Files with indicators"), self.tr("Indicators (*.json)")
        self._view_model.add_up(self._choose_files(self, title, accepted))
