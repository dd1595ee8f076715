"""What the citizen has marked, beside the page that is written: read only, in their order and in their words."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Questionnaire, Topic
from needsform.models.questionnaire_response import Answered, QuestionnaireResponse
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import words as label


class PriorityNumber(QLabel):
    """A number in a disc of ink: what matters most to the citizen."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(str(number), parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "strong")
        side = max(22, round(self.fontMetrics().height() * 1.1))
        self.setFixedSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """A disc, and the number in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawEllipse(self.rect())
        painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())


class MarksList(QWidget):
    """Areas with something in them first, those that hold a priority before the others; the silent ones last."""

    def __init__(
        self,
        questionnaire: Questionnaire,
        response: QuestionnaireResponse,
        language: str,
        texts: Words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._questionnaire, self._response = questionnaire, response
        self._language, self._texts = language, texts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(4)
        self._column.addWidget(label(self.tr("The citizen has marked"), "heading"))
        by_answer = {answered: list(self._areas(answered)) for answered in Answered}
        for area in by_answer[Answered.MARKED]:
            self._add_marked(area)
        self._add_quiet(Answered.NONE_OF_THESE, by_answer[Answered.NONE_OF_THESE])
        self._add_quiet(Answered.UNTOUCHED, by_answer[Answered.UNTOUCHED])
        self._column.addStretch(1)

    def _areas(self, answered: Answered) -> Iterator[Area]:
        order = {topic: place for place, topic in enumerate(self._response.priorities)}

        def first_priority(area: Area) -> int:
            return min((order.get(topic.link_id, len(order)) for topic in area.topics), default=len(order))

        for area in sorted(self._questionnaire.areas, key=first_priority):
            if self._response.answered(area) is answered:
                yield area

    def _add_heading(self, words: str) -> None:
        heading = label(words, "column")
        heading.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(heading)

    def _add_marked(self, area: Area) -> None:
        self._add_heading(area.text[self._language])
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        order = {topic: place for place, topic in enumerate(self._response.priorities)}
        marked = [topic for topic in area.topics if self._response.is_marked(topic)]
        for topic in sorted(marked, key=lambda topic: order.get(topic.link_id, len(order))):
            self._add_topic(grid, topic, order)
        noted = [topic for topic in area.topics if topic not in marked and self._response.text(topic.note)]
        for topic in noted:
            self._add_words(grid, f"{topic.text[self._language]}: {self._response.text(topic.note)}")
        if said := self._response.text(area.other):
            self._add_words(grid, f"{self._texts.text('sheet.front.other')} {said}")
        self._column.addLayout(grid)

    def _add_topic(self, grid: QGridLayout, topic: Topic, order: dict[LinkId, int]) -> None:
        line = grid.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        heading = topic.text[self._language]
        marks = self._marks(topic)
        says = [f"{heading}: {', '.join(marks)}"]
        if topic.link_id in order:
            number = PriorityNumber(order[topic.link_id] + 1)
            spoken = self._texts.text("sheet.spoken.priority", number=number.text())
            number.setAccessibleName(spoken)
            says.insert(0, spoken)
            grid.addWidget(number, line, 0, top)
        else:
            grid.addWidget(_room_for_number(), line, 0)
        name = label(heading)
        name.setObjectName(f"mark.{topic.link_id}")
        name.setAccessibleName(". ".join(says))
        grid.addWidget(name, line, 1, top)
        mark = label(", ".join(marks), "mark" if self._response.is_ticked(topic.support) else "mark-quiet")
        mark.setAlignment(Qt.AlignmentFlag.AlignRight | top)
        grid.addWidget(mark, line, 2, top)
        if note := self._response.text(topic.note):
            self._add_words(grid, note)

    def _marks(self, topic: Topic) -> list[str]:
        words = ((topic.problem, self.tr("concerns")), (topic.support, self.tr("support")))
        return [word for box, word in words if self._response.is_ticked(box)]

    def _add_words(self, grid: QGridLayout, words: str) -> None:
        grid.addWidget(label(words, "quiet"), grid.rowCount(), 1, 1, 2)

    def _add_quiet(self, answered: Answered, areas: list[Area]) -> None:
        if answered is Answered.NONE_OF_THESE:
            for area in areas:
                self._add_heading(area.text[self._language])
                self._column.addWidget(label(self._texts.of(answered), "quiet"))
        elif areas:
            self._add_heading(self._texts.of(answered))
            names = ", ".join(area.text[self._language] for area in areas)
            self._column.addWidget(label(names, "quiet"))


def _room_for_number() -> QWidget:
    room = QWidget()
    room.setFixedWidth(PriorityNumber(1).width())
    return room
