"""What is asked before a plan goes on: when it begins, when and why it ends, and when the general practice was told."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton, QWidget

from needsform.models.plan_draft import PlanQuestion
from needsform.models.referral import ClosingReason
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import LabelledField, column_in, text_field
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_REASONS = tuple(ClosingReason)
_MOST_LINES, _LINES_THAT_WRAP = 16, 5
"""Of the text, before it scrolls: the day and the button that keeps it stay in sight beneath."""
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
    `cancelled`: everything stays as it was. `opened`: a question has been put.
    """

    answered = Signal(PlanQuestion, str, ClosingReason)
    cancelled = Signal()
    opened = Signal()

    def __init__(self, texts: Words, *, has_case: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setObjectName("plan_question")
        self._words, self._has_case = texts, has_case
        self._asked: PlanQuestion | None = None
        self._title, self._lead = label("", "heading"), label("")
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setObjectName("gp_text")
        self._text.setAccessibleName(self.tr("The text to the GP"))
        self._copy = _button("copy_gp_text", self.tr("C&opy the text"), "")
        self._copied = label("", "quiet")
        self._day = text_field(self.tr("&Date"), name="plan_day", longest=20)
        self._reason = LabelledField(
            self.tr("&Why does it end?"),
            WrappingCombo("closing_reason", tuple(texts.of(reason) for reason in _REASONS)),
            name="closing_reason",
        )
        self._confirm, self._cancel = _button("confirm", "", "primary"), _button("cancel", self.tr("C&ancel"), "quiet")
        column = column_in(self, margins=(24, 18, 24, 18))
        for part in (self._title, self._lead, self._text, _beside(self._copy, self._copied), self._day, self._reason):
            column.addWidget(part)
        column.addWidget(_beside(self._confirm, self._cancel))
        self._copy.clicked.connect(self._copy_text)
        self._confirm.clicked.connect(self._answer)
        self._cancel.clicked.connect(self.cancelled)
        self._day.editor.returnPressed.connect(self._answer)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in reading order."""
        return (self._text, self._copy, self._day.editor, self._reason.editor, self._confirm, self._cancel)

    def ask(self, question: PlanQuestion | None, day: str, text: str, errors: Mapping[str, str]) -> None:
        """Show the question, the day being `day` until somebody types another; no question hides the panel."""
        is_new, self._asked = question is not self._asked, question
        if question is None:
            self.hide()
            return
        if is_new:
            self._show(question, day, text)
        self._day.show_error(errors.get(_DAY[question], ""))

    def _show(self, question: PlanQuestion, day: str, text: str) -> None:
        is_telling = question in (PlanQuestion.TELL_START, PlanQuestion.TELL_END)
        title, lead, confirm = self._words_of(question)
        self._title.setText(title)
        self._lead.setText(lead)
        self._confirm.setText(confirm)
        self._day.editor.setText(day)
        self._text.setPlainText(text)
        lines = min(self._text.blockCount() + _LINES_THAT_WRAP, _MOST_LINES)
        self._text.setFixedHeight(self._text.fontMetrics().lineSpacing() * lines)
        self._copied.clear()
        for part in (self._text, self._copy, self._copied):
            part.setVisible(is_telling)
        self._reason.setVisible(question is PlanQuestion.END and self._has_case)
        self.show()
        (self._copy if is_telling else self._day.editor).setFocus(Qt.FocusReason.OtherFocusReason)
        self.opened.emit()

    def _words_of(self, question: PlanQuestion) -> tuple[str, str, str]:
        """Title, what to do, and what the button says."""
        told = self.tr("Copy the text into the system that you write to the GP with. Then note when it was sent.")
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

    def _copy_text(self) -> None:
        """The text leaves the clipboard again by itself (`ui.clipboard_guard`)."""
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._copied.setText(self.tr("Copied. It is taken off the clipboard again in 10 seconds."))

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


def _button(name: str, text: str, role: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("role", role)
    return button
