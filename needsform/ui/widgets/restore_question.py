"""Asks once more before a backup takes the store's place, and says what that means."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton

from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.turning_row import TurningRow


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
        self._yes = QPushButton(self.tr("&Yes, put it in place"))
        self._yes.setObjectName("confirm_restore")
        self._yes.setProperty("role", "danger")
        self._no = QPushButton(self.tr("No, &keep the store as it is"))
        self._no.setObjectName("cancel_restore")
        row = TurningRow(spacing=12)
        row.add(self._no)
        row.add(self._yes)
        row.add_gap()
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
