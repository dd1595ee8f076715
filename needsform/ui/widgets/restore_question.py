"""Asks once more before a backup takes the store's place, and says what that means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.labelled_field import column_in, words


class RestoreQuestion(QFrame):
    """Hidden until it is asked; the focus goes to the answer that changes nothing.

    confirmed: yes. cancelled: no.
    """

    confirmed = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("restore_question")
        self._text = words("", "notice")
        self._text.setObjectName("restore_meaning")
        self._yes = named_button(self.tr("&Yes, put it in place"), "confirm_restore", "danger")
        self._no = named_button(self.tr("No, &keep the store as it is"), "cancel_restore")
        row = buttons_in_a_row(self._no, self._yes)
        column = column_in(self)
        column.addWidget(self._text)
        column.addWidget(row)
        self._yes.clicked.connect(self.confirmed)
        self._no.clicked.connect(self.cancelled)
        self.hide()

    def ask(self, moment: str) -> None:
        """Ask for the backup of that moment."""
        self._text.setText(
            self.tr(
                "The store becomes as it was on {moment}. What was written after that is no longer in it. The store of"
                " today is backed up first and kept aside, and everybody must unlock again. Citizens who were erased"
                " stay erased."
            ).format(moment=moment)
        )
        if self.isHidden():
            self.show()
            self._no.setFocus(Qt.FocusReason.OtherFocusReason)
