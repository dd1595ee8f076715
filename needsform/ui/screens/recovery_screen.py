"""The password is forgotten: the recovery key on paper gives a new one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from needsform.ui.messages import sentence
from needsform.ui.viewmodels.recovery_view_model import RecoveryState, RecoveryViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import ErrorText, column_in, password_field, text_field, words
from needsform.ui.widgets.reading_column import ReadingColumn


class RecoveryScreen(QWidget):
    """Asks for the printed key, the login and a new password.

    back_requested: back to the login.
    """

    back_requested = Signal()

    def __init__(self, view_model: RecoveryViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._told: dict[str, str] = {}
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("recovery_screen")
        self._key = text_field(
            self.tr("&Recovery key"),
            name="recovery_key",
            longest=80,
            hint=self.tr("The eight groups on the newest paper. Hyphens and capitals do not matter."),
        )
        self._login = text_field(self.tr("&Login"), name="login")
        self._password = password_field(
            self.tr("&New password"), name="password", hint=self.tr("At least 10 characters. A short sentence is good.")
        )
        self._repeated = password_field(self.tr("New password &again"), name="repeated")
        self._fields = {
            "recovery_key": self._key,
            "login": self._login,
            "password": self._password,
            "repeated": self._repeated,
        }
        self._error = ErrorText("recovery_error")
        self._recover = named_button("", "recover", "primary")
        self._back = named_button(self.tr("&Back"), "back")
        self._back.setShortcut(Qt.Key.Key_Escape)
        page = ReadingColumn()
        column = page.column
        column.addStretch(1)
        column.addWidget(words(self.tr("Forgotten the password"), "title"))
        column.addWidget(words(self.tr("Find the paper with the recovery key. Nothing in the store is lost."), "quiet"))
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self._error)
        column.addWidget(self._recover)
        column.addWidget(self._back)
        column.addStretch(2)
        column_in(self).addWidget(page)
        self.setFocusProxy(self._key.editor)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._recover.clicked.connect(self._try)
        for field in self._fields.values():
            field.editor.returnPressed.connect(self._try)
        self._back.clicked.connect(self.back_requested)

    def _render(self, state: RecoveryState) -> None:
        told = {name: message.message_id for name, message in state.errors.items()}
        is_news, self._told = told != self._told or state.is_busy, told
        for name, field in self._fields.items():
            field.setEnabled(not state.is_busy)
            field.show_error(sentence(state.errors[name]) if name in state.errors else "", aloud=is_news)
        self._recover.setEnabled(not state.is_busy and not state.seconds)
        self._recover.setText(self.tr("Opening …") if state.is_busy else self.tr("&Give the new password and unlock"))
        self._error.say(sentence(state.errors[""]) if "" in state.errors else "")
        wrong = next((field for name, field in self._fields.items() if name in state.errors), None)
        if wrong is not None and is_news:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self) -> None:
        self._view_model.recover(
            self._key.editor.text(),
            self._login.editor.text(),
            self._password.editor.text(),
            self._repeated.editor.text(),
        )
