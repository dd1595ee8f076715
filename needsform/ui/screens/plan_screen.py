"""The plan for rehabilitation, written with the citizen beside the screen; right the paper that they take home."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from needsform.models.plan_draft import TOLD, GoalRow, PlanQuestion, PlanRow
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.referral import ClosingReason
from needsform.models.rehabilitation_plan import GpMoment, PlanContent
from needsform.ui.messages import sentence
from needsform.ui.paper_printing import PrintingState
from needsform.ui.printing import PrintedCopy
from needsform.ui.viewmodels.plan_printing import PlanPrinting
from needsform.ui.viewmodels.plan_view_model import PlanState, PlanViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.citizen_bar import CitizenBar
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.page_view import PageView
from needsform.ui.widgets.plan_facts import PlanFacts
from needsform.ui.widgets.plan_foot import PlanFoot
from needsform.ui.widgets.plan_questions import PlanQuestions
from needsform.ui.widgets.plan_rows import PlanRows
from needsform.ui.widgets.plan_telling import PlanTelling
from needsform.ui.widgets.print_preview import look_first

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROOM_FOR_PAPER = 58
"""Width of the window, in heights of a line, from which on the paper stands beside the writing."""
_ROOM_FOR_ROWS = 34
"""Width of the writing, likewise, from which on an offer is one line."""
_PAPER_SHARE = 0.36
_ABOVE_QUESTION = 12

ChooseSavePath = Callable[[QWidget, str, str], Path | None]
"""Parent, title, suggested file name; None when the user changed their mind."""


class PlanScreen(QWidget):
    """Goals, offers, facts, the general practice; and the paper.

    `closed_requested`: everything is on disk and the user wants to leave. `print_requested(str)`: print this text.
    """

    closed_requested = Signal()
    print_requested = Signal(str)

    def __init__(
        self,
        view_model: PlanViewModel,
        plan_printing: PlanPrinting,
        choose_save_path: ChooseSavePath,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("plan_screen")
        self._view_model, self._printing, self._choose_save_path = view_model, plan_printing, choose_save_path
        self._build()
        self._connect()
        self._render(view_model.state)
        self._render_printing(plan_printing.state)
        if view_model.picture is not None:
            self._page.show_picture(view_model.picture)
        fields = self._goals.fields()
        open_at(self, fields[0] if fields else self._close)

    @property
    def empty_rows(self) -> tuple[str, str]:
        """The names of the rows that the next goal and the next offer are written in."""
        draft = self._view_model.state.draft
        return f"goal.{draft.goals[-1].key}", f"offer.{draft.offers[-1].key}"

    # Building -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        model, texts = self._view_model, self._view_model.words
        self._close = named_button(self.tr("&Close"), "close", "quiet")
        self._print = named_button(self.tr("&Print …"), "print", "row")
        self._save = named_button(self.tr("Save as PD&F …"), "save_pdf", "row")
        self._print.setToolTip("Ctrl+P")
        self._save.setToolTip("Ctrl+S")
        facts = f"{model.patient.identifier.shown} · {texts.text('plan.sheet.title')}"
        self._bar = CitizenBar(model.patient.name, facts, (self._print, self._save, self._close))
        self._status = label("", "notice")
        self._status.setObjectName("plan_status")
        self._questions = PlanQuestions(texts, has_case=model.has_case)
        self._goals = PlanRows(self.tr("Goals, in the citizen's own words"), texts)
        self._offers = PlanRows(texts.text("plan.offers"), texts)
        self._facts = PlanFacts(texts)
        self._telling = PlanTelling(texts, model.patient.general_practice.name)
        self._page = PageView(self.tr("this is how the plan turns out"), has_sides=False)
        self._foot = PlanFoot()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._writing_column(), 1)
        middle.addWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addLayout(middle, 1)
        column.addWidget(self._foot)

    def _writing_column(self) -> QWidget:
        self._room = QWidget()
        column = QVBoxLayout(self._room)
        column.setContentsMargins(24, 18, 22, 18)
        column.setSpacing(18)
        parts = (self._status, self._questions, self._goals, self._offers, self._facts, self._telling)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("plan_scroll")
        self._scroll.setAccessibleName(self._view_model.words.text("plan.sheet.title"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._room)
        return self._scroll

    def _connect(self) -> None:
        model = self._view_model
        model.changed.connect(self._render)
        model.page_drawn.connect(self._page.show_picture)
        model.removed.connect(self.closed_requested)
        for rows in (self._goals, self._offers):
            rows.typed.connect(self._type_row)
            rows.changed.connect(model.change_row)
            rows.removal_requested.connect(self._remove_row)
        self._facts.typed.connect(self._type_facts)
        self._facts.changed.connect(model.change_facts)
        self._telling.text_requested.connect(self._ask_to_tell)
        self._telling.note_back_requested.connect(model.take_note_back)
        self._telling.declined.connect(model.decline_gp)
        model.copied.connect(self._copy)
        model.printed.connect(self.print_requested)
        self._questions.copy_requested.connect(model.copy_gp_text)
        self._questions.print_requested.connect(model.print_gp_text)
        self._questions.answered.connect(self._answer)
        self._questions.cancelled.connect(self._cancel)
        self._questions.opened.connect(self._show_question)
        self._foot.begin_requested.connect(partial(model.ask, PlanQuestion.BEGIN))
        self._foot.end_requested.connect(partial(model.ask, PlanQuestion.END))
        self._foot.remove_requested.connect(model.remove)
        self._foot.undo_requested.connect(model.undo_removal)
        self._page.page_requested.connect(model.show_page)
        self._page.width_changed.connect(model.show_page_at)
        self._printing.changed.connect(self._render_printing)
        self._printing.copies_ready.connect(self._show_preview)
        for button, key, act in (
            (self._print, QKeySequence.StandardKey.Print, self._prepare_print),
            (self._save, QKeySequence.StandardKey.Save, self._save_pdf),
        ):
            button.clicked.connect(act)
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._close.clicked.connect(self._ask_to_close)

    # Showing ------------------------------------------------------------------------------------------------------

    def _render(self, state: PlanState) -> None:
        draft, is_open = state.draft, state.is_open
        errors = {at: sentence(message) for at, message in state.errors.items()}
        self._status.setText(self._status_words(state))
        self._goals.render_rows(draft.goals, is_open=is_open)
        self._goals.show_error(errors.get("goals", ""))
        self._offers.render_rows(draft.offers, is_open=is_open)
        self._facts.render_content(draft.content, is_open=is_open)
        self._telling.render_plan(state.plan)
        self._questions.ask(state.question, self._view_model.today, state.gp_text, state.left_as, errors)
        self._foot.show_status(state.plan.status)
        saved = self.tr("Saved {time}").format(time=state.saved_at) if state.is_saved and state.saved_at else ""
        self._foot.show_saved(saved, sentence(state.problem) if state.problem else "")
        self._foot.show_removed(self._removed(state))
        self._order_tabs()

    def _show_question(self) -> None:
        """What is asked stands at the top of what is seen."""
        self._room.adjustSize()
        self._scroll.verticalScrollBar().setValue(self._questions.y() - _ABOVE_QUESTION)

    def _status_words(self, state: PlanState) -> str:
        texts, plan = self._view_model.words, state.plan
        said = [texts.of(plan.status)]
        if plan.begun_on is not None:
            said.append(self.tr("begins {day}").format(day=texts.date(plan.begun_on)))
        if plan.ended_on is not None:
            said.append(self.tr("ended {day}").format(day=texts.date(plan.ended_on)))
        words = " · ".join(said)
        if plan.gp_missing:
            missing = self.tr(" and ").join(texts.of(moment) for moment in plan.gp_missing)
            words += ". " + self.tr("The GP has not been told yet {moment}.").format(moment=missing)
        return words

    def _removed(self, state: PlanState) -> str:
        if not state.draft.removed or not state.is_open:
            return ""
        _, row = state.draft.removed[-1]
        return row.goal if isinstance(row, GoalRow) else row.offer.name or self.tr("an offer")

    def _render_printing(self, state: PrintingState) -> None:
        for button in (self._print, self._save):
            button.setEnabled(not state.is_busy)
        said = (
            (state.sent_at, self.tr("Sent to the printer {time}")),
            (state.saved_at, self.tr("Saved as PDF {time}")),
        )
        self._foot.show_left(" · ".join(words.format(time=time) for time, words in said if time))

    def _order_tabs(self) -> None:
        """Tab goes as one reads, also after a row has come back between two others."""
        fields = [*self._goals.fields(), *self._offers.fields(), *self._facts.fields(), *self._telling.fields()]
        chain = [*self._bar.buttons, *self._questions.fields, *fields, *self._page.tabs, *self._foot.buttons]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The paper beside the writing where there is room; fields one above the other where there is little."""
        super().resizeEvent(event)
        line = self.fontMetrics().height()
        has_paper = self.width() > _ROOM_FOR_PAPER * line
        paper = round(self.width() * _PAPER_SHARE) if has_paper else 0
        self._page.setVisible(has_paper)
        self._page.setFixedWidth(paper or self.width())
        self._offers.set_stacked(self.width() - paper < _ROOM_FOR_ROWS * line)

    # What the user does -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses a button and goes on from everything else, once, however long it is held; Esc leaves."""
        focused = self.focusWidget()
        if event.key() in _ENTER:
            if event.isAutoRepeat():
                return
            if isinstance(focused, QPushButton) and focused.hasFocus():
                focused.click()
            else:
                self._go_on()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._view_model.undo_removal()
        elif event.key() == Qt.Key.Key_Escape and self._view_model.state.question is not None:
            self._cancel()
        elif event.key() == Qt.Key.Key_Escape:
            self._ask_to_close()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """To the next field; never onto what removes a row, where the next Enter would press it."""
        self.focusNextChild()
        focused = self.focusWidget()
        while isinstance(focused, QPushButton) and focused.property("role") == "remove":
            self.focusNextChild()
            focused = self.focusWidget()

    def _type_row(self, row: PlanRow) -> None:
        self._view_model.change_row(row, is_typing=True)

    def _type_facts(self, content: PlanContent) -> None:
        self._view_model.change_facts(content, is_typing=True)

    def _remove_row(self, key: int) -> None:
        rows = self._goals if key in self._goals.rows else self._offers
        place = rows.fields().index(rows.rows[key].fields[0])
        self._view_model.remove_row(key)
        rows.fields()[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_to_tell(self, moment: GpMoment) -> None:
        self._view_model.ask(TOLD[moment])

    def _answer(self, question: PlanQuestion, day: str, reason: ClosingReason) -> None:
        match question:
            case PlanQuestion.BEGIN:
                self._view_model.begin(day)
            case PlanQuestion.END:
                self._view_model.end(day, reason)
            case PlanQuestion.TELL_START:
                self._view_model.tell_gp(GpMoment.START, day)
            case PlanQuestion.TELL_END:
                self._view_model.tell_gp(GpMoment.END, day)
        if self._view_model.state.question is None:
            (self._telling.next_button or self._foot.next_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self, text: str) -> None:
        """The text leaves the clipboard again by itself (`ui.clipboard_guard`)."""
        QGuiApplication.clipboard().setText(text)

    def _cancel(self) -> None:
        self._view_model.cancel()
        self._foot.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _prepare_print(self) -> None:
        if self._view_model.flush():
            self._printing.prepare()

    def _show_preview(self, copies: tuple[PrintedCopy[PlanSheetContent], ...]) -> None:
        printing = self._printing
        look_first(copies, printing.printers, self._view_model.words, self, printing.print_copies, self._save_pdf)

    def _save_pdf(self) -> None:
        if self._view_model.flush():
            title = self.tr("Save the plan as PDF")
            path = self._choose_save_path(self, title, self._printing.default_file_name)
            if path is not None:
                self._printing.save_pdf(path)

    def _ask_to_close(self) -> None:
        if self._view_model.flush():
            self.closed_requested.emit()
