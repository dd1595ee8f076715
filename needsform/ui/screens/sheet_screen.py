"""The signed sheet, large: what is on it, which copies leave the printer, and the way on to what leaves."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from needsform.models.sheet import CopyName, SheetContent
from needsform.ui.messages import sentence
from needsform.ui.printing import PrintedCopy
from needsform.ui.viewmodels.sheet_view_model import SheetState, SheetViewModel
from needsform.ui.widgets.buttons import named_button, show_role
from needsform.ui.widgets.citizen_bar import CitizenBar
from needsform.ui.widgets.copies_panel import CopiesPanel
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.one_of import OneOf
from needsform.ui.widgets.page_view import PageView
from needsform.ui.widgets.print_preview import look_first
from needsform.ui.widgets.reopen_panel import ReopenPanel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PANEL_LINES = 20
"""Width of the side with the buttons, in heights of a line; never more than half the window."""

ChooseSavePath = Callable[[QWidget, str, str], Path | None]
"""Parent, title, suggested file name; None when the user changed their mind."""


class SheetScreen(QWidget):
    """Left the sheet, right what is done with it.

    `closed_requested`: back to the list. `handover_requested(str)`: on to what leaves of this assessment.
    `reopened(str)`: there is a new revision. Both carry the assessment's id.
    """

    closed_requested = Signal()
    handover_requested = Signal(str)
    reopened = Signal(str)

    def __init__(
        self, view_model: SheetViewModel, choose_save_path: ChooseSavePath, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sheet_screen")
        self._view_model, self._choose_save_path = view_model, choose_save_path
        self._build()
        self._connect()
        self._render(view_model.state)
        if view_model.picture is not None:
            self._page.show_picture(view_model.picture)
        open_at(self, self._print)

    def _build(self) -> None:
        model, texts = self._view_model, self._view_model.words
        self._page = PageView()
        self._status = label("", "heading")
        self._facts = label("", "quiet")
        self._copies = CopiesPanel(model.state.assessment.care_plan, texts)
        self._print = named_button(self.tr("&Print …"), "print", "primary")
        self._print.setToolTip("Ctrl+P")
        self._save = named_button(self.tr("&Save as PDF …"), "save_pdf")
        self._save.setToolTip("Ctrl+S")
        self._busy = label(self.tr("One moment …"), "quiet")
        self._saved = label("", "quiet")
        question = self.tr("Language of the sheet")
        languages = tuple((code, texts.text(f"language.{code}")) for code in model.languages)
        self._languages = OneOf("language", f"{question}:", languages)
        self._hand_over = named_button(self.tr("On to &handing over"), "hand_over")
        self._reopen = named_button(self.tr("Re&open …"), "reopen", "quiet")
        self._reopen_panel = ReopenPanel()
        self._close = named_button(self.tr("&Close"), "close", "quiet")
        room = QWidget()
        side = QVBoxLayout(room)
        side.setContentsMargins(22, 18, 22, 18)
        side.setSpacing(14)
        for part in (self._status, self._facts, *self._missing_phone(), self._copies, self._print, self._save):
            side.addWidget(part)
        side.addWidget(self._busy)
        side.addWidget(self._saved)
        side.addWidget(label(question, "heading"))
        side.addWidget(self._languages)
        side.addStretch(1)
        self._side = QScrollArea()
        self._side.setObjectName("sheet_side")
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QFrame.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setWidget(room)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._page, 1)
        middle.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addLayout(middle, 1)
        column.addWidget(self._reopen_panel)
        column.addWidget(self._foot())

    def _header(self) -> QWidget:
        model = self._view_model
        assessment = model.state.assessment
        revision = self.tr("revision {number}").format(number=assessment.revision)
        facts = (model.patient.identifier.shown, model.words.of(assessment.occasion), revision)
        return CitizenBar(model.patient.name, " · ".join(facts), (self._close,))

    def _foot(self) -> QWidget:
        bar = QFrame()
        bar.setProperty("role", "foot")
        # A style sheet's min-height is less than a button needs at large text: never below what is wished for.
        bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(bar)
        row.setContentsMargins(26, 10, 26, 10)
        row.addWidget(self._reopen)
        row.addStretch(1)
        row.addWidget(self._hand_over)
        return bar

    def _missing_phone(self) -> tuple[QLabel, ...]:
        if self._view_model.patient.phone:
            return ()
        return (
            label(self.tr("There is no telephone number on the sheet. The municipality needs it to call."), "strong"),
        )

    def _connect(self) -> None:
        model = self._view_model
        model.changed.connect(self._render)
        model.page_drawn.connect(self._page.show_picture)
        model.copies_ready.connect(self._show_preview)
        model.reopened.connect(self.reopened)
        self._page.page_requested.connect(model.show_page)
        self._page.width_changed.connect(model.show_page_at)
        self._copies.copy_chosen.connect(self._choose_copy)
        self._languages.picked.connect(self._use_language)
        self._reopen_panel.reopen_requested.connect(model.reopen)
        for button, act in (
            (self._print, model.prepare_copies),
            (self._save, self._save_pdf),
            (self._hand_over, self._go_on),
            (self._reopen, self._reopen_panel.ask),
            (self._close, self.closed_requested.emit),
        ):
            button.clicked.connect(partial(act))
        for key, act in (
            (QKeySequence.StandardKey.Print, model.prepare_copies),
            (QKeySequence.StandardKey.Save, self._save_pdf),
        ):
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _render(self, state: SheetState) -> None:
        texts, assessment = self._view_model.words, state.assessment
        self._status.setText(texts.of(assessment.status))
        self._facts.setText("\n".join(self._history(state)))
        error = sentence(state.errors["copies"]) if "copies" in state.errors else ""
        self._copies.render_copies(state.copies, state.sent, error)
        self._saved.setText(self.tr("Saved as PDF {time}").format(time=state.saved_at) if state.saved_at else "")
        self._saved.setVisible(bool(state.saved_at))
        self._busy.setVisible(state.is_busy)
        self._languages.pick(state.language)
        self._languages.setEnabled(not state.is_busy)
        for button in (self._print, self._save):
            button.setEnabled(not state.is_busy)
        has_left = bool(state.sent or state.saved_at)
        show_role(self._print, "" if has_left or state.is_handed_over else "primary")
        show_role(self._hand_over, "primary" if has_left else "")
        self._reopen_panel.show_error(sentence(state.errors["reason"]) if "reason" in state.errors else "")

    def _history(self, state: SheetState) -> list[str]:
        texts, assessment = self._view_model.words, state.assessment
        if assessment.signed_at is None:
            return []
        who = ", ".join(filter(None, (assessment.signature.name, assessment.signature.title)))
        signed = {"when": f"{texts.date(assessment.signed_at.date())} {texts.time(assessment.signed_at)}", "who": who}
        if assessment.handed_over_at is None:
            return [self.tr("{when} by {who}").format(**signed)]
        when = f"{texts.date(assessment.handed_over_at.date())} {texts.time(assessment.handed_over_at)}"
        given = self.tr("Everything handed over {when}").format(when=when)
        return [self.tr("Signed {when} by {who}").format(**signed), given]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The buttons have the room that their words need; the sheet has the rest."""
        super().resizeEvent(event)
        self._side.setFixedWidth(min(self.width() // 2, self.fontMetrics().height() * _PANEL_LINES))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses a button and goes on from everything else, once, however long it is held; Esc leaves."""
        focused = self.focusWidget()
        if event.key() in _ENTER:
            if event.isAutoRepeat():
                return
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape and self._reopen_panel.isVisible():
            self._reopen_panel.hide()
            self._reopen.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed_requested.emit()
        else:
            super().keyPressEvent(event)

    # What the user does ---------------------------------------------------------------------------------------

    def _choose_copy(self, copy: str, is_chosen: bool) -> None:
        self._view_model.choose_copy(CopyName(copy), is_chosen)

    def _use_language(self) -> None:
        self._view_model.use_language(str(self._languages.value))

    def _show_preview(self, copies: tuple[PrintedCopy[SheetContent], ...]) -> None:
        printing = self._view_model
        look_first(copies, printing.printers, self._view_model.words, self, printing.print_copies, self._save_pdf)

    def _go_on(self) -> None:
        self.handover_requested.emit(self._view_model.state.assessment.id)

    def _save_pdf(self) -> None:
        path = self._choose_save_path(self, self.tr("Save the sheet as PDF"), self._view_model.default_file_name)
        if path is not None:
            self._view_model.save_pdf(path)
