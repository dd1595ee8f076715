"""What is asked before a plan goes on: when it begins, when and why it ends, and when the general practice was told."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from needsform.models.letter import LetterForm
from needsform.models.plan_draft import PlanQuestion
from needsform.models.referral import ClosingReason
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import LabelledField, column_in, text_field
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.letter_panel import LetterPanel
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_REASONS = tuple(ClosingReason)
_DAY = {
    PlanQuestion.BEGIN: "begun_on",
    PlanQuestion.END: "ended_on",
    PlanQuestion.TELL_START: "told_on",
    PlanQuestion.TELL_END: "told_on",
}
"""Where a day that cannot be read is told."""


class PlanQuestions(QFrame):
    """A panel that is there while something is asked.

    `answered(PlanQuestion, str, ClosingReason)`: with the day as it was typed, and why the plan ends.
    `copy_requested`, `print_requested`: let the text to the general practice leave so.
    `cancelled`: everything stays as it was. `opened`: a question has been put.
    """

    answered = Signal(PlanQuestion, str, ClosingReason)
    copy_requested = Signal()
    print_requested = Signal()
    cancelled = Signal()
    opened = Signal()

    def __init__(self, texts: Words, *, has_case: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setObjectName("plan_question")
        self._words, self._has_case = texts, has_case
        self._asked: PlanQuestion | None = None
        self._title, self._lead = label("", "heading"), label("")
        self._letter = LetterPanel(is_part=True)
        self._day = text_field(self.tr("&Date"), name="plan_day", longest=20)
        self._reason = LabelledField(
            self.tr("&Why does it end?"),
            WrappingCombo("closing_reason", tuple(texts.of(reason) for reason in _REASONS)),
            name="closing_reason",
        )
        self._confirm, self._cancel = (
            named_button("", "confirm", "primary"),
            named_button(self.tr("C&ancel"), "cancel", "quiet"),
        )
        column = column_in(self, margins=(24, 18, 24, 18))
        for part in (self._title, self._lead, self._letter, self._day, self._reason):
            column.addWidget(part)
        column.addWidget(_beside(self._confirm, self._cancel))
        self._letter.copy_requested.connect(self.copy_requested)
        self._letter.print_requested.connect(self.print_requested)
        self._confirm.clicked.connect(self._answer)
        self._cancel.clicked.connect(self.cancelled)
        self._day.editor.returnPressed.connect(self._answer)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in reading order."""
        return (*self._letter.fields, self._day.editor, self._reason.editor, self._confirm, self._cancel)

    def ask(
        self, question: PlanQuestion | None, day: str, text: str, left_as: LetterForm | None, errors: Mapping[str, str]
    ) -> None:
        """Show the question, the day being `day` until somebody types another; no question hides the panel.

        `left_as` is how the text to the general practice has left just now.
        """
        is_new, self._asked = question is not self._asked, question
        if question is None:
            self.hide()
            return
        if is_new:
            self._show(question, day, text)
        self._letter.say(left_as)
        self._day.show_error(errors.get(_DAY[question], ""))

    def _show(self, question: PlanQuestion, day: str, text: str) -> None:
        is_telling = question in (PlanQuestion.TELL_START, PlanQuestion.TELL_END)
        title, lead, confirm = self._words_of(question)
        self._title.setText(title)
        self._lead.setText(lead)
        self._confirm.setText(confirm)
        self._day.editor.setText(day)
        if is_telling:
            self._letter.show_letter(text, is_mail=False, is_letter=True, is_busy=False)
        else:
            self._letter.hide()
        self._reason.setVisible(question is PlanQuestion.END and self._has_case)
        self.show()
        if is_telling:
            self._letter.focus_text()
        else:
            self._day.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _words_of(self, question: PlanQuestion) -> tuple[str, str, str]:
        """Title, what to do, and what the button says."""
        told = self.tr("Send the text by the system that you write to the GP with, or as a letter. Then note the day.")
        case = self.tr(" The case in the inbox is closed with it.") if self._has_case else ""
        return {
            PlanQuestion.BEGIN: (
                self.tr("The plan begins"),
                self.tr("On which day? It can be put right until the plan ends."),
                self.tr("&Yes, it begins"),
            ),
            PlanQuestion.END: (
                self.tr("End the plan"),
                self.tr("An ended plan stays as it is. Write the short status to the GP first.") + case,
                self.tr("&Yes, end the plan"),
            ),
            PlanQuestion.TELL_START: (self.tr("The GP is told of the start"), told, self.tr("It is &sent")),
            PlanQuestion.TELL_END: (self.tr("The GP is told of the end"), told, self.tr("It is &sent")),
        }[question]

    def _answer(self) -> None:
        if self._asked is not None:
            reason = _REASONS[max(0, self._reason.editor.currentIndex())]
            self.answered.emit(self._asked, self._day.editor.text(), reason)


def _beside(*widgets: QWidget) -> TurningRow:
    row = TurningRow()
    for widget in widgets:
        row.add(widget)
    row.add_gap()
    return row
