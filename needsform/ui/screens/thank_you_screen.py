"""After "Færdig": thanks, nothing that tells of anybody, and the staff's door."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.errors import Message
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.take_back_view_model import TakeBackViewModel
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.reading_column import ReadingColumn
from needsform.ui.widgets.staff_door import StaffDoor


class ThankYouScreen(QWidget):
    """Waits for staff; there is no other way on.

    taken_back: the password was right, and staff has the screen again.
    """

    taken_back = Signal()

    def __init__(self, view_model: TakeBackViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._build()
        self._connect()
        self._door.show_busy(view_model.is_busy)

    def _build(self) -> None:
        self.setObjectName("thank_you_screen")
        self._door = StaffDoor()
        page = ReadingColumn(characters=60)
        page.column.addStretch(2)
        page.column.addWidget(words(self.tr("Thank you"), "patient-title"))
        what_next = self.tr(
            "Your answers are saved. Hand the screen to the staff. Then you will talk about them together."
        )
        page.column.addWidget(words(what_next, "patient-text"))
        page.column.addStretch(2)
        page.column.addWidget(self._door)
        page.column.addStretch(1)
        column_in(self).addWidget(page)
        open_at(self, self._door.field)

    def _connect(self) -> None:
        self._door.entered.connect(self._view_model.try_password)
        self._view_model.taken_back.connect(self.taken_back)
        self._view_model.failed.connect(self._show_fault)
        self._view_model.counted.connect(self._show_count)
        self._view_model.busy_changed.connect(self._door.show_busy)

    def _show_fault(self, message: Message) -> None:
        self._door.show_fault(sentence(message), is_waiting=self._view_model.is_waiting)

    def _show_count(self, message: Message) -> None:
        self._door.show_count(sentence(message), is_waiting=self._view_model.is_waiting)
