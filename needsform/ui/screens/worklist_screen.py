"""What is unfinished, by kind: the first thing that staff sees, with the next thing to do in every row."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from needsform.models.next_step import NextStep
from needsform.models.words import Words
from needsform.ui.viewmodels.worklist_view_model import Work, WorkKind, WorklistState, WorklistViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.row_columns import ColumnHeads
from needsform.ui.widgets.short_list import section_head
from needsform.ui.widgets.work_row import RowText, WorkRow, step_words

SHOWN_AT_ONCE = 50
"""Rows of a kind before "Show all"."""


class WorklistScreen(QWidget):
    """The rows with the one next thing to do, newest first within their kind.

    new_requested: a new assessment. search_requested: what was typed in the search field.
    patient_requested: a citizen's card. step_requested: the next step of an assessment.
    """

    new_requested = Signal()
    search_requested = Signal(str)
    patient_requested = Signal(str)
    step_requested = Signal(str, NextStep)

    def __init__(
        self,
        view_model: WorklistViewModel,
        words_: Words,
        parent: QWidget | None = None,
        *,
        more: Callable[[QWidget], QWidget] | None = None,
    ) -> None:
        """`more`: makes what somebody else lists beneath, in its room, whenever the page is listed anew."""
        super().__init__(parent)
        self._view_model, self._words, self._more = view_model, words_, more
        self._first: QWidget | None = None
        """Where the focus comes in: what comes next in the first row."""
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("worklist_screen")
        self._search = QLineEdit(self)
        self._search.setObjectName("search")
        self._search.setPlaceholderText(self.tr("Search name or CPR   Ctrl+F"))
        self._search.setAccessibleName(self.tr("Search name or CPR"))
        self._refresh = named_button(self.tr("&Refresh"), "refresh", "quiet", parent=self)
        self._new = named_button(self.tr("&New assessment"), "new_assessment", "primary", parent=self)
        self._page = ListPage(self.tr("Worklist"), self._search, self._refresh, self._new, parent=self)
        column_in(self).addWidget(self._page)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._new.clicked.connect(self.new_requested)
        self._search.textEdited.connect(self.search_requested)
        self._refresh.clicked.connect(self._view_model.refresh)

    def _render(self, state: WorklistState) -> None:
        self._page.clear()
        self._page.fill(self._pieces(state))
        open_at(self, self._first or self._new)

    def _pieces(self, state: WorklistState) -> Iterator[Callable[[], object]]:
        """Everything on the page, row by row."""
        self._first = None
        for section in state.sections:
            title, explanation, last = self._section_words(section.kind)
            heads = (self.tr("Occasion"), *last)
            yield partial(self._add_head, title, explanation, heads)
            shown = section.rows[:SHOWN_AT_ONCE]
            for work in shown:
                yield partial(self._add_row, work, heads, state.today)
            if len(section.rows) > len(shown):
                yield partial(self._say_more, len(section.rows) - len(shown))
        if not state.sections:
            yield self._say_nothing_waits
        if self._more is not None:
            yield self._add_more
        yield partial(self._page.column.addStretch, 1)

    def _add_more(self) -> None:
        if self._more is not None:
            self._page.column.addWidget(self._more(self._page.listed))

    def _say_nothing_waits(self) -> None:
        self._page.column.addSpacing(24)
        self._page.column.addWidget(words(self.tr("Nothing is waiting"), "heading"))
        self._page.column.addWidget(
            words(self.tr("Everything that was begun is finished. Begin a new assessment, or find a citizen."))
        )

    def _say_more(self, count: int) -> None:
        more = self.tr("{count} more. Finish some of these first, or find the citizen by name or CPR.")
        self._page.column.addWidget(words(more.format(count=count), "quiet"))

    def _add_head(self, title: str, explanation: str, heads: tuple[str, ...]) -> None:
        column = self._page.column
        column.addSpacing(18)
        column.addWidget(section_head(title, explanation, self._page.listed))
        column.addWidget(ColumnHeads(self.tr("Citizen"), *heads, parent=self._page.listed))

    def _add_row(self, work: Work, heads: tuple[str, ...], today: date) -> None:
        row = WorkRow(f"work_{work.summary.id}", self._row_text(work, heads, today), self._page.listed)
        row.opened.connect(partial(self.patient_requested.emit, work.summary.patient_id))
        row.acted.connect(partial(self._take_step, work))
        self._page.column.addWidget(row)
        self._first = self._first or row.next_button

    def _section_words(self, kind: WorkKind) -> tuple[str, str, tuple[str, ...]]:
        """Title, explanation, and what stands in the third and fourth column."""
        return {
            WorkKind.BACK_MISSING: (
                self.tr("Back page missing"),
                self.tr("the front page is filled in, the talk is not held or not written down"),
                (self.tr("Filled in"), self.tr("Filled in by")),
            ),
            WorkKind.UNSIGNED: (
                self.tr("Written, not signed"),
                self.tr("the back page is ready and waits for a signature"),
                (self.tr("Filled in"), self.tr("Filled in by")),
            ),
            WorkKind.NOT_HANDED_OVER: (
                self.tr("Finished, not handed over"),
                self.tr("signed, and not everybody who is to have it has got it"),
                (self.tr("Signed"), self.tr("Missing")),
            ),
            WorkKind.WITH_CITIZEN: (
                self.tr("Begun, not finished"),
                self.tr("the front page waits for the citizen, or for whoever keys it in"),
                (self.tr("Begun"), self.tr("How far")),
            ),
        }[kind]

    def _row_text(self, work: Work, heads: tuple[str, ...], today: date) -> RowText:
        summary = work.summary
        last = self._words.of(summary.filled_by)
        if work.area is not None:
            last = self.tr("{number} of {count} areas").format(number=work.area[0], count=work.area[1])
        if work.missing:
            last = ", ".join(self._words.of(recipient) for recipient in work.missing)
        return RowText(
            title=summary.patient_name,
            subtitle=summary.patient_identifier,
            cells=(self._words.of(summary.occasion), self._moment(work.since, today), last),
            actions=() if work.next_step is None else (step_words(work.next_step),),
            heads=heads,
        )

    def _moment(self, moment: datetime, today: date) -> str:
        time = self._words.time(moment)
        if moment.date() == today:
            return self.tr("today {time}").format(time=time)
        if moment.date() == today - timedelta(days=1):
            return self.tr("yesterday {time}").format(time=time)
        return self._words.date(moment.date())

    def _take_step(self, work: Work, _button: int) -> None:
        if work.next_step is not None:
            self.step_requested.emit(work.summary.id, work.next_step)
