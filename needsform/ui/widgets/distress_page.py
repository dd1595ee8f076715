"""The optional 0-10 line: eleven large numbers, no colours, and the words for its two ends."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import Item
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.words import Words
from needsform.ui.widgets.choice_button import NumberButton
from needsform.ui.widgets.flow_layout import FlowLayout
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.page_head import PageHead
from needsform.ui.widgets.patient_page import PatientPage


class DistressPage(PatientPage):
    """chosen: carries the number that was pressed, chosen already or not."""

    chosen = Signal(int)

    def __init__(self, item: Item, language: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._item = item
        question = item.text[language]
        lowest, highest = item.bounds
        self.head = PageHead(question, self.tr("Press a number. You are welcome to skip."), self)
        self._ends = (f"{lowest}: {words.text('distress.lowest')}", f"{highest}: {words.text('distress.highest')}")
        self.buttons = tuple(NumberButton(number, question) for number in range(lowest, highest + 1))
        line = QWidget()
        flow = FlowLayout(line, gap=10)
        for button in self.buttons:
            flow.addWidget(button)
            button.toggle_requested.connect(partial(self.chosen.emit, button.number))
        ends = QHBoxLayout()
        ends.addWidget(label(self._ends[0], "patient-text"))
        ends.addStretch(1)
        ends.addWidget(label(self._ends[1], "patient-text"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 6)
        column.setSpacing(16)
        column.addWidget(self.head)
        column.addLayout(ends)
        column.addWidget(line)
        column.addStretch(1)

    def show_response(self, response: QuestionnaireResponse) -> None:
        """Show the number that is on disk, if any."""
        answer = response.answer(self._item)
        for button in self.buttons:
            button.show_state(is_chosen=answer == button.number and answer is not None)

    def show_answer(self, link_id: LinkId, response: QuestionnaireResponse, *, has_said_none: bool) -> None:  # noqa: ARG002
        """There is one answer."""
        self.show_response(response)

    def focus_order(self) -> list[QWidget]:
        """The numbers."""
        return list(self.buttons)

    def spoken(self) -> list[str]:
        """The question, what its ends mean, and what is chosen."""
        said = self.tr("You have chosen {number}")
        chosen = [said.format(number=button.number) for button in self.buttons if button.isChecked()]
        return [*self.head.spoken(), *self._ends, *chosen]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrow keys go along the line."""
        here = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), None)
        forward = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {Qt.Key.Key_Left: -forward, Qt.Key.Key_Right: forward, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        if here is None or step is None:
            super().keyPressEvent(event)
            return
        self.buttons[min(max(here + step, 0), len(self.buttons) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
