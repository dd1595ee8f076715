"""The keys of the store: a new recovery key on paper, confirmed as on the first day, or a new key for the store."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from needsform.models.recovery_paper import GROUP_FIELDS
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.keys_view_model import KeysState, KeysStep, KeysViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import ErrorText, password_field, text_field, words
from needsform.ui.widgets.reading_column import ReadingColumn
from needsform.ui.widgets.recovery_key_panel import RecoveryKeyPanel
from needsform.ui.widgets.turning_row import TurningRow

_STEPS = tuple(KeysStep)


class KeysScreen(QWidget):
    """The two things that can be renewed; the recovery key in two steps more.

    closed_requested: back. print_key_requested, save_key_requested: the recovery key as text.
    """

    closed_requested = Signal()
    print_key_requested = Signal(str)
    save_key_requested = Signal(str)

    def __init__(self, view_model: KeysViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._shown: KeysStep | None = None
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("keys_screen")
        self._back = named_button(self.tr("&Back"), "back")
        self._next = named_button("", "next", "primary")
        self._pages = QStackedWidget()
        for page in (self._overview(), self._key_page(), self._confirm_page()):
            self._pages.addWidget(page)
        foot = TurningRow(margins=(34, 12, 34, 20))
        foot.add(self._back)
        foot.add_gap()
        foot.add(self._next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._pages, 1)
        whole.addWidget(foot)

    def _overview(self) -> QWidget:
        self._notice = ErrorText("keys_notice")
        self._notice.setProperty("role", "notice")
        self._renew = named_button(self.tr("&Make a new recovery key"), "renew")
        self._password = password_field(self.tr("Your &password"), name="password")
        self._change = named_button("", "change_key")
        page = ReadingColumn(characters=72)
        column = page.column
        column.addWidget(words(self.tr("Keys"), "title"))
        column.addWidget(self._notice)
        column.addWidget(words(self.tr("New keys are made only for somebody who knows their own password.")))
        column.addWidget(self._password)
        column.addSpacing(16)
        column.addWidget(words(self.tr("The recovery key on paper"), "heading"))
        column.addWidget(
            words(
                self.tr(
                    "Make a new one if the paper is lost, or if somebody has seen it who should not. The old one then"
                    " opens nothing any more."
                )
            )
        )
        column.addWidget(self._renew, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(16)
        column.addWidget(words(self.tr("The key of the store"), "heading"))
        column.addWidget(
            words(
                self.tr(
                    "Give the store a new key if somebody who has left may have taken a copy of the files. All"
                    " passwords and the recovery key stay as they are. It takes a moment, and nothing is lost."
                )
            )
        )
        column.addWidget(
            words(self.tr("It does not help against copies from before: whoever has one can still open it."), "quiet")
        )
        column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return page

    def _key_page(self) -> QWidget:
        self._key = RecoveryKeyPanel()
        page = ReadingColumn(characters=60)
        page.column.addWidget(words(self.tr("The new recovery key"), "title"))
        page.column.addWidget(
            words(
                self.tr(
                    "It is shown now and never again. Write it down or print it, and keep the paper locked away. The"
                    " old key holds until you have confirmed this one."
                )
            )
        )
        page.column.addWidget(self._key)
        page.column.addStretch(1)
        return page

    def _confirm_page(self) -> QWidget:
        self._groups = [text_field("", name=name, longest=8) for name in GROUP_FIELDS]
        page = ReadingColumn(characters=60)
        page.column.addWidget(words(self.tr("Do you have the key on paper?"), "title"))
        page.column.addWidget(words(self.tr("Look at your paper and write the two groups that are asked for.")))
        for field in self._groups:
            page.column.addWidget(field)
        page.column.addStretch(1)
        return page

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._renew.clicked.connect(partial(self._prove, self._view_model.renew))
        self._change.clicked.connect(partial(self._prove, self._view_model.change_key))
        self._password.editor.returnPressed.connect(self.focusNextChild)
        self._key.print_requested.connect(self.print_key_requested)
        self._key.save_requested.connect(self.save_key_requested)
        self._back.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._groups[0].editor.returnPressed.connect(self.focusNextChild)
        self._groups[1].editor.returnPressed.connect(self._go_on)

    def _render(self, state: KeysState) -> None:
        self._notice.say("" if state.notice is None else sentence(state.notice))
        self._password.show_error(sentence(state.errors["password"]) if "password" in state.errors else "")
        self._change.setText(self.tr("One moment …") if state.is_busy else self.tr("&Give the store a new key"))
        self._key.show_groups(self._view_model.place, state.groups)
        for field, number in zip(self._groups, state.asked, strict=True):
            name = field.editor.objectName()
            field.set_label(self.tr("Group {number}").format(number=number))
            field.show_error(sentence(state.errors[name]) if name in state.errors else "")
        confirm = self.tr("The new key &holds")
        is_key = state.step is KeysStep.KEY
        self._next.setText(self.tr("I &have it on paper") if is_key else confirm)
        self._next.setVisible(state.step is not KeysStep.OVERVIEW)
        for widget in (self._back, self._next, self._renew, self._change, self._password.editor):
            widget.setEnabled(not state.is_busy)
        self._pages.setCurrentIndex(_STEPS.index(state.step))
        self._focus(state)

    def _focus(self, state: KeysState) -> None:
        wrong = next((f for f in (self._password, *self._groups) if f.editor.objectName() in state.errors), None)
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.step is not self._shown:
            entrance = {
                KeysStep.OVERVIEW: self._password.editor,
                KeysStep.KEY: self._key.print,
                KeysStep.CONFIRM: self._groups[0].editor,
            }[state.step]
            for field in self._groups:
                field.editor.clear()
            self._password.editor.clear()
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)
            open_at(self, entrance)
        self._shown = state.step

    def _go_back(self) -> None:
        if self._view_model.state.step is KeysStep.OVERVIEW:
            self.closed_requested.emit()
        else:
            self._view_model.back()

    def _go_on(self) -> None:
        if self._view_model.state.step is KeysStep.CONFIRM:
            self._view_model.confirm(*(field.editor.text() for field in self._groups))
        else:
            self._view_model.next()

    def _prove(self, go_on: Callable[[str], None]) -> None:
        password = self._password.editor.text()
        self._password.editor.clear()
        go_on(password)
