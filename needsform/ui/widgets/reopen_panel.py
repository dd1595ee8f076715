"""Reopening a signed form takes a reason, and says what is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.labelled_field import LabelledField
from needsform.ui.widgets.labelled_field import words as label


class ReopenPanel(QFrame):
    """Hidden until it is asked for.

    `reopen_requested(str)`: reopen the form, for that reason.
    """

    reopen_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setObjectName("reopen_panel")
        self._reason = LabelledField(self.tr("&Why is the form reopened?"), GrowingText("reason", ""), name="reason")
        self._reason.editor.setAccessibleName(self.tr("Why is the form reopened?"))
        self._confirm = named_button(self.tr("&Reopen the form"), "confirm_reopen")
        self._cancel = named_button(self.tr("&Cancel"), "cancel_reopen", "quiet")
        buttons = QHBoxLayout()
        buttons.addWidget(self._confirm)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 14, 26, 14)
        column.setSpacing(8)
        column.addWidget(self._reason)
        column.addWidget(label(self.tr("The signed sheet is kept as it is. A new revision begins."), "quiet"))
        column.addLayout(buttons)
        self._confirm.clicked.connect(self._ask)
        self._cancel.clicked.connect(self.hide)
        self.hide()

    def ask(self) -> None:
        """Show the panel and begin with the reason."""
        self.show()
        self._reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, words: str) -> None:
        """Say beneath the field what is missing."""
        self._reason.show_error(words)

    def _ask(self) -> None:
        self.reopen_requested.emit(self._reason.editor.text)
