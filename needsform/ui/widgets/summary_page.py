"""The summing-up: everything that was marked, by area, with the few that matter most and a way back to each.

What was not marked stands at the end, so that a page that was passed over by mistake is seen here. With every topic
marked the page has 250 controls: those in sight are made at once, the others out of sight between what else there is to
do, and they come all together so that nothing moves twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import PRIORITY, Area, Questionnaire, Topic
from needsform.models.questionnaire_response import Answered, QuestionnaireResponse
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.page_head import PageHead
from needsform.ui.widgets.patient_page import PatientPage
from needsform.ui.widgets.summary_row import PriorityBox, SummaryRow

_AT_ONCE, _THEN = 16, 8
"""Lines: more than stand on a screen at the smallest text, and so few that nobody waits for them."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One line as it is shown and read aloud."""

    name: str
    """What it is about; of a heading, all there is."""
    place: LinkId | None = None
    """Where it can be changed; None for a heading."""
    words: str = ""
    """Words of one's own, in place of a topic."""
    status: str = ""
    is_quiet: bool = False
    """The status is of something that was not marked."""
    is_answered: bool = True
    topic: Topic | None = None
    note: str = ""

    @property
    def spoken(self) -> str:
        """The line to be read aloud."""
        return ", ".join(filter(None, (self.name, self.words, self.status, self.note)))


class SummaryPage(PatientPage):
    """The lines come a few at a time, since a full form has many.

    priority_requested: carries the topic's linkId.
    """

    priority_requested = Signal(str)

    def __init__(
        self,
        questionnaire: Questionnaire,
        response: QuestionnaireResponse,
        language: str,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._questionnaire, self._language, self._words = questionnaire, language, words
        self._response = response
        self._note_texts = (self.tr("Write a note"), self.tr("Change your note"))
        self._support_text = self.tr("Support wanted")
        self._priorities: dict[LinkId, PriorityBox] = {}
        self._order: list[QWidget] = []
        self.head = PageHead(self.tr("This is what you have marked"), self._lead(), self)
        self._lines = tuple(self._all_lines(response))
        self._waiting = list(self._lines)
        self._rest = QWidget(self)
        self._rest.hide()
        column = QVBoxLayout(self)
        self._rest_column = rest = QVBoxLayout(self._rest)
        column.setContentsMargins(0, 14, 0, 16)
        column.setSpacing(0)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(0)
        column.addWidget(self.head)
        self._add(_AT_ONCE, self, column)
        column.addWidget(self._rest)
        column.addStretch(1)
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(partial(self._add_rest, _THEN))
        if self._waiting:
            self._soon.start()

    def _all_lines(self, response: QuestionnaireResponse) -> Iterator[_Line]:
        form, language = self._questionnaire, self._language
        answered = [area for area in form.areas if response.answered(area) is Answered.MARKED]
        for area in answered:
            yield _Line(area.text[language])
            yield from (self._of_topic(topic) for topic in area.topics if response.is_marked(topic))
            if area.other is not None and response.text(area.other):
                other = area.other  # words of one's own are no topic, and so cannot be chosen as what matters most
                yield _Line(other.text[language], other.link_id, words=response.text(other))
        rest = [area for area in form.areas if area not in answered]
        distress = form.distress if form.distress is not None and not form.distress.hidden else None
        if rest or distress:
            yield _Line(self.tr("The rest"))
        for area in rest:
            yield self._of_area(area)
        if distress is not None:
            number = response.answer(distress)
            status = self._words.of(Answered.UNTOUCHED) if number is None else str(number)
            name = distress.text[language]
            yield _Line(name, distress.link_id, status=status, is_quiet=True, is_answered=number is not None)

    def _of_topic(self, topic: Topic) -> _Line:
        is_supported = self._response.is_ticked(topic.support)
        return _Line(
            topic.text[self._language],
            topic.link_id,
            status=self._support_text if is_supported else "",
            topic=topic,
            note=self._response.text(topic.note),
        )

    def _of_area(self, area: Area) -> _Line:
        answer = self._response.answered(area)
        return _Line(
            area.text[self._language],
            area.link_id,
            status=self._words.of(answer),
            is_quiet=True,
            is_answered=answer is not Answered.UNTOUCHED,
        )

    def complete(self) -> None:
        """All lines at once, for whoever looks for one of them."""
        if self._waiting:
            self._add_rest(len(self._waiting))

    def show_priorities(self, response: QuestionnaireResponse) -> None:
        """Show which topics matter most, as they are on disk."""
        self._response = response
        for topic in self._priorities:
            self._show_number(topic)

    def show_answer(self, link_id: LinkId, response: QuestionnaireResponse, *, has_said_none: bool) -> None:  # noqa: ARG002
        """Only what matters most can be changed from here."""
        if link_id == PRIORITY:
            self.show_priorities(response)

    def focus_order(self) -> list[QWidget]:
        """What there is so far; ask again when `completed`."""
        return self._order

    def spoken(self) -> list[str]:
        """What is marked, line by line."""
        return [*self.head.spoken(), *(line.spoken for line in self._lines)]

    # ----------------------------------------------------------------------------------------------------------

    def _lead(self) -> str:
        priority = self._questionnaire.priority
        if not self._response.marked_topics(self._questionnaire):
            return self.tr("You have marked nothing, and that is quite all right. You can still go back.")
        if priority is None:
            return self.tr("Is it as you want it? You can still change it.")
        act = self.tr("Press the circle.")
        return f"{priority.text[self._language]} {act}"

    def _add(self, count: int, parent: QWidget, column: QVBoxLayout) -> list[QWidget]:
        """The next lines."""
        lines, self._waiting = self._waiting[:count], self._waiting[count:]
        added = [
            _heading(line.name, parent) if line.place is None else self._row(line, line.place, parent) for line in lines
        ]
        for widget in added:
            column.addWidget(widget)
        return added

    def _add_rest(self, count: int) -> None:
        """The next of the lines that are out of sight so far; with the last one they can be seen."""
        self._rest.resize(self.width(), self._rest.height())
        for widget in self._add(count, self._rest, self._rest_column):
            widget.heightForWidth(self.width())  # now, and not for all lines when they are shown
        if not self._waiting:
            self._soon.stop()
            self._rest.show()
            self.completed.emit()

    def _row(self, line: _Line, place: LinkId, parent: QWidget) -> SummaryRow:
        row = SummaryRow(place, line.name, parent)
        row.correct_requested.connect(self.correct_requested)
        row.note_requested.connect(self.note_requested)
        if line.topic is not None and self._questionnaire.priority is not None:
            self._add_priority(row, place)
        else:
            row.add_head(f"{line.name}: {line.words}" if line.words else line.name)
        if line.is_quiet:
            row.add_status(line.status, "patient-status-quiet")
        elif line.status and line.topic is not None and line.topic.problem is not None:
            row.add_status(line.status)  # of a topic with this box alone it goes without saying
        if line.topic is not None and line.topic.note is not None:
            row.add_note_button(self._note_texts, has_note=bool(line.note))
        row.add_correction(is_answered=line.is_answered)
        if line.note:
            row.add_words(line.note)
        self._order += row.buttons
        return row

    def _add_priority(self, row: SummaryRow, topic: LinkId) -> None:
        box = self._priorities[topic] = row.add_priority()
        box.toggle_requested.connect(partial(self._wish, topic))
        self._order.append(box)
        self._show_number(topic)

    def _show_number(self, topic: LinkId) -> None:
        chosen = self._response.priorities
        self._priorities[topic].show_number(chosen.index(topic) + 1 if topic in chosen else 0)

    def _wish(self, link_id: LinkId) -> None:
        priority = self._questionnaire.priority
        chosen = self._response.priorities
        if priority is not None and link_id not in chosen and len(chosen) == priority.max_occurs:
            self.full_reached.emit(priority.max_occurs)
        else:
            self.priority_requested.emit(link_id)


def _heading(text: str, parent: QWidget) -> QWidget:
    heading = label(text, "patient-area", parent)
    heading.setIndent(0)
    return heading
