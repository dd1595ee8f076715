"""A field as people read it: its name above, the field, a hint, and what is wrong with it right beneath."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QLayout, QLineEdit, QVBoxLayout, QWidget

from needsform.ui.widgets.following_area import SEEN_WHOLE

E = TypeVar("E", bound=QWidget)


def words(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Words on a screen: plain text that wraps, with the look of its role."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def column_in(widget: QWidget, *, spacing: int = 12, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """A column that fills a widget. Put a widget into its own place before filling it: moving it later costs much."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(*margins)
    column.setSpacing(spacing)
    return column


def empty(layout: QLayout) -> None:
    """Take everything out of a layout: out of sight at once, and destroyed when whoever asked for it has finished."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class ErrorText(QLabel):
    """What is wrong, in words; takes no room while nothing is, and is told to assistive technology when it comes."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", "error")
        self.hide()

    def say(self, text: str, *, aloud: bool = True) -> None:
        """Say it; an empty text says that nothing is wrong. Not `aloud` is what is only read, such as a count."""
        if text == self.text():
            return
        self.setText(text)
        self.setVisible(bool(text))
        if text and aloud:
            from needsform.ui.announcing import alert  # not before something is wrong

            alert(self)


class LabelledField(QWidget, Generic[E]):
    """One editor with its words. The label is the editor's buddy, so its mnemonic and its accessible name are one.

    left: the focus has left the editor, which is when a mistake is worth telling.
    """

    left = Signal()

    def __init__(self, label: str, editor: E, *, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(SEEN_WHOLE, True)
        self.editor = editor
        self._hint = hint
        editor.setObjectName(name)
        self._label = words(label, "field")
        self._label.setBuddy(editor)
        self._error = ErrorText(f"{name}_error")
        column = column_in(self, spacing=4)
        column.addWidget(self._label)
        column.addWidget(editor)
        if hint:
            column.addWidget(words(hint, "quiet"))
            editor.setAccessibleDescription(hint)
        column.addWidget(self._error)
        column.addStretch(1)  # beside a higher field it stays at the top
        editor.installEventFilter(self)

    @property
    def error(self) -> str:
        """What is being said about the field; empty when nothing is wrong."""
        return self._error.text()

    def set_label(self, text: str) -> None:
        """Ask for something else."""
        self._label.setText(text)

    def show_error(self, text: str, *, aloud: bool = True) -> None:
        """Say what is wrong beneath the field; an empty text says that nothing is. `aloud` as `ErrorText.say`."""
        if text == self.error:
            return
        self._error.say(text, aloud=aloud)
        self.editor.setAccessibleDescription(" ".join(filter(None, (text, self._hint))))
        self.editor.setProperty("invalid", "true" if text else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Tell when the focus leaves; a list that opens over the field, or another window, is not leaving."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYING:
            self.left.emit()
        return super().eventFilter(watched, event)


_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def text_field(
    label: str, *, name: str, hint: str = "", longest: int = 80, placeholder: str = ""
) -> LabelledField[QLineEdit]:
    """A field for one line of at most `longest` characters."""
    editor = QLineEdit()
    editor.setMaxLength(longest)
    editor.setPlaceholderText(placeholder)
    return LabelledField(label, editor, name=name, hint=hint)


def password_field(label: str, *, name: str, hint: str = "") -> LabelledField[QLineEdit]:
    """A field that shows dots; what is typed can neither be copied nor undone into view."""
    field = text_field(label, name=name, hint=hint, longest=200)
    field.editor.setEchoMode(QLineEdit.EchoMode.Password)
    return field
