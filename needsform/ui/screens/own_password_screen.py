"""Another password for oneself: the old one once, the new one twice."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from needsform.ui.messages import sentence
from needsform.ui.viewmodels.own_password_view_model import OwnPasswordState, OwnPasswordViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, password_field, words
from needsform.ui.widgets.reading_column import ReadingColumn


class OwnPasswordScreen(QWidget):
    """For whoever came in with a password that a colleague chose, the way on leads through here.

    closed_requested: back, or, where a new password is required, away from the screen.
    """

    closed_requested = Signal()

    def __init__(self, view_model: OwnPasswordViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._told: dict[str, str] = {}
        self._build(is_required=view_model.is_required)
        self._connect()
        self._render(view_model.state)

    def _build(self, *, is_required: bool) -> None:
        self.setObjectName("own_password_screen")
        old = self.tr("The &password that you came in with") if is_required else self.tr("Your &password until now")
        self._fields = {
            "old": password_field(old, name="old"),
            "password": password_field(
                self.tr("&New password"),
                name="password",
                hint=self.tr(
                    "At least 10 characters. A short sentence that only you would write is easy to remember and hard"
                    " to guess. Use it nowhere else."
                ),
            ),
            "repeated": password_field(self.tr("New password &again"), name="repeated"),
        }
        self._change = named_button("", "change", "primary")
        self._close = named_button(self.tr("&Lock the program") if is_required else self.tr("&Back"), "back")
        title = self.tr("Choose your own password") if is_required else self.tr("Change your password")
        lead = (
            self.tr("A colleague made the password that you came in with. Choose one that only you know.")
            if is_required
            else self.tr("It holds from the next time that you unlock. Nobody else is told.")
        )
        page = ReadingColumn(characters=60)
        column = page.column
        column.addWidget(words(title, "title"))
        column.addWidget(words(lead))
        for field in self._fields.values():
            column.addWidget(field)
        column.addWidget(self._change)
        column.addWidget(self._close)
        column.addStretch(1)
        column_in(self).addWidget(page)
        open_at(self, self._fields["old"].editor)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._change.clicked.connect(self._try)
        self._close.clicked.connect(self.closed_requested)
        for field in self._fields.values():
            field.editor.returnPressed.connect(self._go_on)

    def _render(self, state: OwnPasswordState) -> None:
        told = {name: message.message_id for name, message in state.errors.items()}
        is_news, self._told = told != self._told or state.is_busy, told
        for name, field in self._fields.items():
            field.setEnabled(not state.is_busy)
            field.show_error(sentence(state.errors[name]) if name in state.errors else "", aloud=is_news)
        self._change.setEnabled(not state.is_busy and not state.seconds)
        self._change.setText(self.tr("One moment …") if state.is_busy else self.tr("&Change the password"))
        self._close.setEnabled(not state.is_busy)
        wrong = next((field for name, field in self._fields.items() if name in state.errors), None)
        if wrong is not None and is_news:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """Enter goes to the next field, and from the last one on."""
        if self.sender() is self._fields["repeated"].editor:
            self._try()
        else:
            self.focusNextChild()

    def _try(self) -> None:
        self._view_model.change(*(field.editor.text() for field in self._fields.values()))
