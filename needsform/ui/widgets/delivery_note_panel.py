"""What is said of one receiver in two or three fields: how it left and to whom, or why it does not leave."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.labelled_field import LabelledField, text_field, words
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.wrapping_combo import WrappingCombo


class DeliveryNotePanel(QFrame):
    """A choice, a name where one is asked for, and a few words.

    changed: something was typed. kept: note it. closed: leave it.
    """

    changed = Signal()
    kept = Signal()
    closed = Signal()

    def __init__(
        self,
        name: str,
        title: str,
        choice: str,
        choices: Sequence[str],
        receiver: str,
        keep: str,
        parent: QWidget | None = None,
    ) -> None:
        """`choice` asks, `choices` answer; `receiver` asks for a name, or is empty where none is wanted."""
        super().__init__(parent)
        self.setObjectName(f"{name}_panel")
        self.setProperty("role", "panel")
        self._choice = LabelledField(choice, WrappingCombo(f"{name}_choice", tuple(choices)), name=f"{name}_choice")
        self._receiver = text_field(receiver, name=f"{name}_receiver", longest=NAME_LENGTH) if receiver else None
        self._note = text_field(self.tr("A &few words, if needed"), name=f"{name}_note", longest=LINE_LENGTH)
        self._keep = named_button(keep, f"{name}_keep", "primary")
        self._cancel = named_button(self.tr("C&ancel"), f"{name}_cancel", "quiet")
        fields = TurningRow(spacing=16)
        fields.add(self._choice, 2)
        if self._receiver is not None:
            fields.add(self._receiver, 3)
        fields.add(self._note, 3)
        buttons = buttons_in_a_row(self._keep, self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addWidget(words(title, "heading"))
        column.addWidget(fields)
        column.addWidget(buttons)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self._choice.editor.activated.connect(self._tell)
        for editor in self._editors():
            editor.textEdited.connect(self._tell)
            editor.returnPressed.connect(self.kept)
        self._keep.clicked.connect(self.kept)
        self._cancel.clicked.connect(self.closed)

    @property
    def chosen(self) -> int:
        """The number of the answer."""
        return self._choice.editor.currentIndex()

    @property
    def receiver(self) -> str:
        """The name, as it is typed."""
        return "" if self._receiver is None else self._receiver.editor.text()

    @property
    def note(self) -> str:
        """The few words, as they are typed."""
        return self._note.editor.text()

    def show_note(self, chosen: int, receiver: str, note: str, errors: Mapping[str, str]) -> None:
        """Show what is typed, and beneath each field what is wrong with it: "choice", "receiver", "note"."""
        self._choice.editor.setCurrentIndex(chosen)
        if self._receiver is not None:
            _put(self._receiver, receiver)
            self._receiver.show_error(errors.get("receiver", ""))
        _put(self._note, note)
        self._note.show_error(errors.get("note", ""))
        self._choice.show_error(errors.get("choice", ""))
        self.show()

    def begin(self) -> None:
        """Begin with the choice."""
        self._choice.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _editors(self) -> list[QLineEdit]:
        return [field.editor for field in (self._receiver, self._note) if field is not None]

    def _tell(self, _what: object = None) -> None:
        self.changed.emit()


def _put(field: LabelledField[QLineEdit], text: str) -> None:
    if field.editor.text() != text:
        field.editor.setText(text)
