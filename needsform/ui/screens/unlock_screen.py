"""Login and password: the first thing that anybody sees in the morning."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from needsform.ui.messages import sentence
from needsform.ui.viewmodels.unlock_view_model import UnlockState, UnlockViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import ErrorText, password_field, text_field, words
from needsform.ui.widgets.reading_column import ReadingColumn


class UnlockScreen(QWidget):
    """Remembers nothing of who was here before.

    forgotten_requested: the password is forgotten. language_requested: the code of another language.
    """

    forgotten_requested = Signal()
    language_requested = Signal(str)

    def __init__(
        self, view_model: UnlockViewModel, languages: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        """`languages` are the other languages to choose from: code and own name."""
        super().__init__(parent)
        self._view_model = view_model
        self._said = ""
        self._build(languages)
        self._connect()
        self._render(view_model.state)

    def _build(self, languages: tuple[tuple[str, str], ...]) -> None:
        self.setObjectName("unlock_screen")
        self._login = text_field(self.tr("&Login"), name="login")
        self._password = password_field(self.tr("&Password"), name="password")
        self._error = ErrorText("unlock_error")
        self._unlock = named_button("", "unlock", "primary")
        self._forgotten = named_button(self.tr("&Forgotten the password?"), "forgotten", "link")
        page = ReadingColumn(characters=44)
        column = page.column
        column.addStretch(2)
        column.addWidget(words(self.tr("Needs assessment"), "title"))
        column.addWidget(words(self.tr("Unlock to see the work of the day."), "quiet"))
        column.addSpacing(8)
        column.addWidget(self._login)
        column.addWidget(self._password)
        column.addWidget(self._error)
        column.addWidget(self._unlock)
        column.addWidget(self._forgotten, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        self._languages = {code: _language_button(code, name) for code, name in languages}
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.addStretch(1)
        for button in self._languages.values():
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(page, 1)
        whole.addLayout(foot)
        self.setFocusProxy(self._login.editor)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._unlock.clicked.connect(self._try)
        self._login.editor.returnPressed.connect(self._go_on)
        self._password.editor.returnPressed.connect(self._try)
        self._forgotten.clicked.connect(self.forgotten_requested)
        for code, button in self._languages.items():
            button.clicked.connect(partial(self._choose_language, code))

    def _render(self, state: UnlockState) -> None:
        for widget in (self._login.editor, self._password.editor, self._forgotten):
            widget.setEnabled(not state.is_busy)
        self._unlock.setEnabled(not state.is_busy and not state.seconds)
        self._unlock.setText(self.tr("Unlocking …") if state.is_busy else self.tr("&Unlock"))
        message_id = "" if state.error is None else state.error.message_id
        is_news, self._said = message_id != self._said or state.is_busy, message_id
        self._error.say("" if state.error is None else sentence(state.error), aloud=is_news)
        if is_news and state.error is not None and not state.is_over:
            self._password.editor.clear()
            self._password.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        self._password.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _try(self) -> None:
        self._view_model.unlock(self._login.editor.text(), self._password.editor.text())

    def _choose_language(self, code: str, _checked: bool = False) -> None:
        self.language_requested.emit(code)


def _language_button(code: str, name: str) -> QPushButton:
    return named_button(name, f"language_{code}", "link")
