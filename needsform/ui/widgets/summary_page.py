"""The summing-up: everything that was marked, by area, with the few that matter most and a way back to each.

What was not marked stands at the end, so that a page that was passed over by mistake is seen here.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Questionnaire, Topic
from needsform.models.questionnaire_response import Answered, QuestionnaireResponse
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.page_head import PageHead
from needsform.ui.widgets.summary_row import PriorityBox, SummaryRow


class SummaryPage(QWidget):
    """priority_requested: carries the topic's linkId. correct_requested: carries the place to go back to.
    note_requested: carries the topic's linkId. full_reached: carries how many may be chosen, when one more was wished.
    """

    priority_requested = Signal(str)
    correct_requested = Signal(str)
    note_requested = Signal(str)
    full_reached = Signal(int)

    def __init__(
        self, questionnaire: Questionnaire, response: QuestionnaireResponse, language: str, words: Words
    ) -> None:
        super().__init__()
        self._questionnaire, self._language, self._words = questionnaire, language, words
        self._response = response
        self._note_texts = (self.tr("Write a note"), self.tr("Change your note"))
        self._support_text = self.tr("Support wanted")
        self._priorities: dict[LinkId, PriorityBox] = {}
        self._order: list[QWidget] = []
        self._spoken: list[str] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 16)
        self._column.setSpacing(0)
        self._build(response)
        self.show_priorities(response)

    def _build(self, response: QuestionnaireResponse) -> None:
        form = self._questionnaire
        marked = response.marked_topics(form)
        answered = [area for area in form.areas if response.answered(area) is Answered.MARKED]
        self.head = PageHead(self.tr("This is what you have marked"), self._lead(marked))
        self._column.addWidget(self.head)
        for area in answered:
            self._add_heading(area.text[self._language])
            for topic in area.topics:
                if response.is_marked(topic):
                    self._add_topic(topic)
            if response.text(area.other):
                self._add_other(area, response.text(area.other))
        rest = [area for area in form.areas if area not in answered]
        distress = form.distress if form.distress is not None and not form.distress.hidden else None
        if rest or distress:
            self._add_heading(self.tr("The rest"))
        for area in rest:
            answer = response.answered(area)
            is_answered = answer is not Answered.UNTOUCHED
            self._add_line(area.link_id, area.text[self._language], self._words.of(answer), is_answered=is_answered)
        if distress is not None:
            number = response.answer(distress)
            status = self._words.of(Answered.UNTOUCHED) if number is None else str(number)
            self._add_line(distress.link_id, distress.text[self._language], status, is_answered=number is not None)
        self._column.addStretch(1)

    def show_priorities(self, response: QuestionnaireResponse) -> None:
        """Show which topics matter most, as they are on disk."""
        self._response = response
        for link_id, box in self._priorities.items():
            chosen = response.priorities
            box.show_number(chosen.index(link_id) + 1 if link_id in chosen else 0)

    def focus_order(self) -> list[QWidget]:
        """Everything that the Tab key stops at, in reading order."""
        return self._order

    def spoken(self) -> list[str]:
        """The page to be read aloud."""
        return [*self.head.spoken(), *self._spoken]

    # ----------------------------------------------------------------------------------------------------------

    def _lead(self, marked: Sequence[Topic]) -> str:
        priority = self._questionnaire.priority
        if not marked:
            return self.tr("You have marked nothing, and that is quite all right. You can still go back.")
        if priority is None:
            return self.tr("Is it as you want it? You can still change it.")
        act = self.tr("Press the circle.")
        return f"{priority.text[self._language]} {act}"

    def _add_heading(self, text: str) -> None:
        heading = label(text, "patient-area")
        heading.setIndent(0)
        self._column.addWidget(heading)
        self._spoken.append(text)

    def _add_topic(self, topic: Topic) -> None:
        name = topic.text[self._language]
        head: QWidget = label(name, "patient-summary")
        if self._questionnaire.priority is not None:
            head = self._priority_box(topic.link_id, name)
            self._order.append(head)
        row = self._row(topic.link_id, name, head)
        is_supported = self._response.is_ticked(topic.support)
        if is_supported and topic.problem is not None:
            row.add_status(self._support_text)
        note = self._response.text(topic.note)
        if topic.note is not None:
            row.add_note_button(self._note_texts, has_note=bool(note))
        row.add_correction()
        if note:
            row.add_words(note)
        self._finish(row, name, *([self._support_text] if is_supported else []), note)

    def _add_other(self, area: Area, text: str) -> None:
        """Words of one's own are no topic, and so cannot be chosen as what matters most."""
        assert area.other is not None  # noqa: S101 - there are words, so there is a line for them
        name = area.other.text[self._language]
        row = self._row(area.other.link_id, name, label(f"{name}: {text}", "patient-summary"))
        row.add_correction()
        self._finish(row, name, text)

    def _add_line(self, place: LinkId, name: str, status: str, *, is_answered: bool) -> None:
        row = self._row(place, name, label(name, "patient-summary"))
        row.add_status(status, "patient-status-quiet")
        row.add_correction(is_answered=is_answered)
        self._finish(row, name, status)

    def _priority_box(self, link_id: LinkId, name: str) -> PriorityBox:
        box = PriorityBox(link_id, name)
        box.toggle_requested.connect(partial(self._wish, link_id))
        self._priorities[link_id] = box
        return box

    def _wish(self, link_id: LinkId) -> None:
        priority = self._questionnaire.priority
        chosen = self._response.priorities
        if priority is not None and link_id not in chosen and len(chosen) == priority.max_occurs:
            self.full_reached.emit(priority.max_occurs)
        else:
            self.priority_requested.emit(link_id)

    def _row(self, place: LinkId, name: str, head: QWidget) -> SummaryRow:
        row = SummaryRow(place, name, head)
        row.correct_requested.connect(self.correct_requested)
        row.note_requested.connect(self.note_requested)
        self._column.addWidget(row)
        return row

    def _finish(self, row: SummaryRow, *spoken: str) -> None:
        self._order += row.buttons
        self._spoken.append(", ".join(filter(None, spoken)))
