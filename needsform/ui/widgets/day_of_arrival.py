"""The day on which something reached this place, and by when its citizen is then to be contacted."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.frozen import LINE_LENGTH
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import text_field, words

_CHARACTERS = 32
"""As wide as a day may be written out."""


class DayOfArrival(QWidget):
    """A field for the day, called `informed_on`, and the last day of contact beneath it.

    written(str): what stands in it now. entered: Enter was pressed in it.
    """

    written = Signal(str)
    entered = Signal()

    def __init__(self, label: str, words_: Words, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words_
        self._field = text_field(label, name="informed_on", hint=hint, longest=LINE_LENGTH)
        self._field.editor.setMaximumWidth(self._field.editor.fontMetrics().averageCharWidth() * _CHARACTERS)
        self._due = words("", "strong")
        self._due.setObjectName("contact_by")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._field)
        column.addWidget(self._due)
        self._field.editor.textEdited.connect(self.written)
        self._field.editor.returnPressed.connect(self.entered)

    def show_day(self, typed: str, contact_by: date | None, error: str = "") -> None:
        """Show what is typed, what follows from it and what is wrong with it."""
        if self._field.editor.text() != typed:
            self._field.editor.setText(typed)
        self._field.show_error(error)
        day = "" if contact_by is None else self._words.date(contact_by)
        self._due.setText(self.tr("Contact at the latest: {day}").format(day=day) if day else "")

    def begin(self) -> None:
        """Put the focus into the field; the next key writes another day."""
        self._field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.editor.selectAll()
