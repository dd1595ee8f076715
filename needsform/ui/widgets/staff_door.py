"""Where staff shows who they are to take the screen back: one password, and nothing that tells of anybody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import password_field, text_field


class StaffDoor(QWidget):
    """A password field with its button. A colleague of who handed the screen over asks for a login field first.

    entered: login, empty for the one who handed over, and password; the fields are empty again by then.
    """

    entered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._login = text_field(self.tr("Staff: your &login"), name="staff_login")
        self._login.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._login.hide()
        self._password = password_field(self.tr("Staff: your &password"), name="staff_password")
        self._password.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._enter = named_button(self.tr("&Take the screen back"), "take_back")
        self._other = named_button(
            self.tr("I am a &colleague of the one who handed the screen over"), "other_login", "link"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self._login, self._password, self._enter):
            column.addWidget(widget)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeading)
        self._enter.clicked.connect(self._tell)
        self._other.clicked.connect(self._ask_login)
        self._login.editor.returnPressed.connect(self._go_on)
        self._password.editor.returnPressed.connect(self._tell)
        self._password.editor.textEdited.connect(self._forget_fault)

    @property
    def field(self) -> QWidget:
        """Where the password is typed."""
        return self._password.editor

    def show_busy(self, is_busy: bool) -> None:
        """While a password is being tried no other can be typed."""
        for widget in (self._login.editor, self._password.editor, self._enter, self._other):
            widget.setEnabled(not is_busy)
        self._enter.setText(self.tr("One moment …") if is_busy else self.tr("&Take the screen back"))

    def show_fault(self, sentence: str, *, is_waiting: bool) -> None:
        """Say beside the field why not, and let it be typed again; while there is a wait it cannot be sent."""
        self._password.show_error(sentence)
        self._enter.setEnabled(not is_waiting)
        self._password.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_count(self, sentence: str, *, is_waiting: bool) -> None:
        """Say how long it still takes; aloud only when it is over."""
        self._password.show_error(sentence, aloud=not is_waiting)
        self._enter.setEnabled(not is_waiting)

    def _ask_login(self) -> None:
        self._login.show()
        self._other.hide()
        self._login.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        self._password.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        if not self._enter.isEnabled():
            return
        password = self._password.editor.text()
        self._password.editor.clear()
        if password:
            self.entered.emit(self._login.editor.text(), password)
        else:
            self._password.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_fault(self) -> None:
        if self._enter.isEnabled():
            self._password.show_error("")
