"""A text field for the citizen: what is written in it goes to the form and nowhere else.

The clipboard of a shared screen may hold another citizen's number, so nothing goes to it and nothing comes from it.
"""

from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import Item
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.labelled_field import ErrorText

_CLIPBOARD = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)


@dataclass(frozen=True, slots=True)
class Written:
    """Words as they stand in a field now."""

    link_id: LinkId
    text: str


class PrivateText(GrowingText):
    """A field that keeps away from the clipboard, and that offers no menu."""

    def __init__(self, name: str, placeholder: str, longest: int) -> None:
        super().__init__(name, placeholder, longest=longest, is_one_line=True)
        self.setProperty("role", "patient")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Everything but cutting, copying and pasting."""
        if any(event.matches(key) for key in _CLIPBOARD):
            event.accept()
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """What is selected stays here; some desktops copy it unasked."""
        return QMimeData()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: ARG002, N802 - Qt's name
        """Nothing comes in but what is typed."""
        return False

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Nothing comes in but what is typed."""


class AnswerText(QWidget):
    """A field for an item's words, and a line beneath it that says when there is no room for more.

    written: the words have changed. settled: the focus has left them. done: Enter was pressed.
    """

    written = Signal(Written)
    settled = Signal()
    done = Signal()

    def __init__(self, item: Item, name: str, placeholder: str = "", *, is_private: bool = True) -> None:
        """`name` is what assistive technology calls the field; staff's own fields need not be private."""
        super().__init__()
        self._item = item
        longest = item.max_length
        self.editor = (
            PrivateText(item.link_id, placeholder, longest)
            if is_private
            else GrowingText(item.link_id, placeholder, longest=longest, is_one_line=True)
        )
        self.editor.setAccessibleName(name)
        self._full = ErrorText(f"{item.link_id}.full")
        self._full.setProperty("role", "patient-error" if is_private else "error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.editor)
        column.addWidget(self._full)
        column.addStretch(1)
        self.editor.typed.connect(self._tell)
        self.editor.filled.connect(self._say_full)
        self.editor.left.connect(self.settled)

    def show_text(self, text: str) -> None:
        """Show words that are kept; those under the writer's hands stay as they are."""
        if not self.editor.hasFocus():
            self.editor.render_text(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter, which the editor does not take for itself."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self._full.say("")
        self.written.emit(Written(self._item.link_id, self.editor.text))

    def _say_full(self) -> None:
        self._full.say(self.tr("There is no room for more here. Tell the staff the rest."))
