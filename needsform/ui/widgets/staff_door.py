"""Where staff shows who they are to take the screen back: one password, and nothing that tells of anybody."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from needsform.ui.widgets.labelled_field import password_field


class StaffDoor(QWidget):
    """A password field with its button.

    password_entered: carries what was typed; the field is empty again by then.
    """

    password_entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._password = password_field(self.tr("Staff: your &password"), name="staff_password")
        self._password.editor.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._enter = QPushButton(self.tr("&Take the screen back"))
        self._enter.setObjectName("take_back")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._password)
        column.addWidget(self._enter)
        self._enter.clicked.connect(self._tell)
        self._password.editor.returnPressed.connect(self._tell)
        self._password.editor.textEdited.connect(self._forget_fault)

    @property
    def field(self) -> QWidget:
        """Where the password is typed."""
        return self._password.editor

    def show_busy(self, is_busy: bool) -> None:
        """While a password is being tried no other can be typed."""
        self._password.editor.setEnabled(not is_busy)
        self._enter.setEnabled(not is_busy)
        self._enter.setText(self.tr("One moment …") if is_busy else self.tr("&Take the screen back"))

    def show_fault(self, sentence: str) -> None:
        """Say beside the field why not, and let it be typed again."""
        self._password.show_error(sentence)
        self._password.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        password = self._password.editor.text()
        self._password.editor.clear()
        if password:
            self.password_entered.emit(password)
        else:
            self._password.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_fault(self) -> None:
        self._password.show_error("")
