"""Staff wants the screen before the citizen has finished: their password, or back to the form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from needsform.models.errors import Message
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.take_back_view_model import TakeBackViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.reading_column import ReadingColumn
from needsform.ui.widgets.staff_door import StaffDoor


class StaffDoorScreen(QWidget):
    """Shown for `PatientModeScreen.leave_requested`; what is answered so far stays on disk either way.

    taken_back: the password was right, and staff has the screen again. returned: back to the form.
    """

    taken_back = Signal()
    returned = Signal()

    def __init__(self, view_model: TakeBackViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._build()
        self._connect()
        self._show_busy(view_model.is_busy)

    def _build(self) -> None:
        self.setObjectName("staff_door_screen")
        self._door = StaffDoor()
        self._return = named_button(self.tr("&Back to the form"), "return_to_form", "patient-primary")
        page = ReadingColumn(characters=60)
        page.column.addStretch(2)
        page.column.addWidget(words(self.tr("For the staff only"), "patient-title"))
        text = self.tr("Did you come here by mistake? Go back to the form. Your answers are saved.")
        page.column.addWidget(words(text, "patient-text"))
        page.column.addWidget(self._return, 0, Qt.AlignmentFlag.AlignLeading)
        page.column.addStretch(1)
        page.column.addWidget(self._door)
        page.column.addStretch(2)
        column_in(self).addWidget(page)
        open_at(self, self._door.field)

    def _connect(self) -> None:
        self._return.clicked.connect(self.returned)
        self._door.entered.connect(self._view_model.try_password)
        self._view_model.taken_back.connect(self.taken_back)
        self._view_model.failed.connect(self._show_fault)
        self._view_model.counted.connect(self._show_count)
        self._view_model.busy_changed.connect(self._show_busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back: nothing is lost by it."""
        if event.key() == Qt.Key.Key_Escape and not self._view_model.is_busy:
            self.returned.emit()
        else:
            super().keyPressEvent(event)

    def _show_busy(self, is_busy: bool) -> None:
        self._door.show_busy(is_busy)
        self._return.setEnabled(not is_busy)

    def _show_fault(self, message: Message) -> None:
        self._door.show_fault(sentence(message), is_waiting=self._view_model.is_waiting)

    def _show_count(self, message: Message) -> None:
        self._door.show_count(sentence(message), is_waiting=self._view_model.is_waiting)
