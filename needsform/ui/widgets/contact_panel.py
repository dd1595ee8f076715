"""One attempt to reach the citizen, in one line: what came of it, and a word about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from needsform.models.frozen import LINE_LENGTH
from needsform.models.referral import ContactOutcome
from needsform.models.words import Words
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.labelled_field import column_in, text_field


class ContactPanel(QFrame):
    """Stands beneath the row of the case.

    noted: keep this attempt, with a note. cancelled: leave everything as it was.
    """

    noted = Signal(ContactOutcome, str)
    cancelled = Signal()

    def __init__(self, words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("contact_panel")
        self.setProperty("role", "panel")
        self._outcome = ContactOutcome.REACHED
        answers = tuple(words_.of(outcome) for outcome in ContactOutcome)
        self._outcomes = ChoiceGroup("contact_outcome", self.tr("What came of it?"), answers)
        self._outcomes.render_answer(0)
        self._note = text_field(self.tr("A &word about it (may be empty)"), name="contact_note", longest=LINE_LENGTH)
        self._save = named_button(self.tr("&Save the contact"), "save_contact", "primary")
        self._cancel = named_button(self.tr("C&ancel"), "cancel_contact")
        buttons = buttons_in_a_row(self._save, self._cancel)
        column = column_in(self, margins=(24, 16, 24, 16))
        for part in (self._outcomes, self._note, buttons):
            column.addWidget(part)
        self._outcomes.chosen.connect(self._choose)
        self._note.editor.returnPressed.connect(self._tell)
        self._save.clicked.connect(self._tell)
        self._cancel.clicked.connect(self.cancelled)

    def begin(self) -> None:
        """Put the focus on the first answer."""
        self._outcomes.answer(0).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, number: int) -> None:
        self._outcome = tuple(ContactOutcome)[number]

    def _tell(self) -> None:
        self.noted.emit(self._outcome, self._note.editor.text())
