"""Which copies of the sheet are printed, and which have been sent to the printer in this sitting."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from needsform.models.care_plan import CarePlan
from needsform.models.sheet import CopyName
from needsform.models.words import Words
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.labelled_field import ErrorText
from needsform.ui.widgets.labelled_field import words as label


class CopiesPanel(QWidget):
    """A box for each copy, with what is to be known about it.

    `copy_chosen(str, bool)`: print that copy (a `CopyName`), or leave it out.
    """

    copy_chosen = Signal(str, bool)

    def __init__(self, plan: CarePlan | None, texts: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._consents = {
            CopyName.MUNICIPALITY: plan.consent_municipality if plan else None,
            CopyName.GENERAL_PRACTICE: plan.consent_gp if plan else None,
        }
        self.boxes: dict[CopyName, CheckBox] = {}
        self._notes: dict[CopyName, QLabel] = {}
        self._error = ErrorText("copies.error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(self.tr("Copies"), "heading"))
        for copy in CopyName:
            box = CheckBox(texts.of(copy))
            box.setObjectName(f"copy.{copy.value}")
            box.clicked.connect(partial(self._tell, copy))
            note = label("", "quiet")
            column.addWidget(box)
            column.addWidget(note)
            self.boxes[copy], self._notes[copy] = box, note
        column.addWidget(self._error)

    def render_copies(self, chosen: tuple[CopyName, ...], sent: Mapping[CopyName, str], error: str) -> None:
        """Show what is chosen, when each was sent, and what is missing."""
        for copy, box in self.boxes.items():
            box.setChecked(copy in chosen)
            says = self._note(copy, sent.get(copy, ""))
            self._notes[copy].setText(says)
            self._notes[copy].setIndent(box.indent)
            self._notes[copy].setVisible(bool(says))
            box.setAccessibleDescription(says)
        self._error.say(error)

    def _note(self, copy: CopyName, sent_at: str) -> str:
        if sent_at:
            return self.tr("Sent to the printer {time}").format(time=sent_at)
        if copy in self._consents and self._consents[copy] is False:
            return self.tr("The citizen has said no to this.")
        if copy in self._consents and self._consents[copy] is None:
            return self.tr("The citizen has not been asked.")
        return ""

    def _tell(self, copy: CopyName) -> None:
        self.copy_chosen.emit(copy.value, self.boxes[copy].isChecked())
