"""The first box of the back page: a row for each area that the citizen wants support with, or that came up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.care_plan import Need
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import ErrorText
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.need_row import NeedRow
from needsform.ui.widgets.topic_chooser import TopicChooser


class NeedsBox(QWidget):
    """Heading, rows and the way to one more row.

    `typed(Need)`, `changed(Need)`, `removal_requested(str)`, `attended(str)`: as `NeedRow`.
    `need_chosen(str)`: one more area; carries the topic.
    """

    typed = Signal(Need)
    changed = Signal(Need)
    removal_requested = Signal(str)
    attended = Signal(str)
    need_chosen = Signal(str)

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
        self._is_stacked = False
        self._needs: tuple[Need, ...] = ()
        self.rows: dict[LinkId, NeedRow] = {}
        self._build()

    def render_needs(self, needs: tuple[Need, ...]) -> None:
        """Show these rows in this order; a row that stays keeps its fields and the cursor in them."""
        self._needs = needs
        wanted = {need.topic for need in needs}
        for topic in [topic for topic in self.rows if topic not in wanted]:
            row = self.rows.pop(topic)
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, need in enumerate(needs):
            row = self.rows.get(need.topic) or self._new_row(need)
            row.render_need(need)
            row.arrange(is_stacked=self._is_stacked, has_captions=self._is_stacked or place == 0)
            if self._lines.indexOf(row) != place:
                self._lines.insertWidget(place, row)
                if self.isVisible():
                    row.show()
        self._empty.setVisible(not needs)

    def set_stacked(self, is_stacked: bool) -> None:
        """Columns, or one field above the other."""
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self.render_needs(self._needs)

    def show_error(self, words: str) -> None:
        """Say under the heading what is missing; an empty text says that nothing is."""
        self._error.say(words)

    def fields(self) -> list[QWidget]:
        """Everything that takes the focus, in reading order."""
        fields = [field for need in self._needs for field in self.rows[need.topic].fields]
        return [*fields, self.add_button]

    def _build(self) -> None:
        self._error = ErrorText("needs.error")
        self._empty = label(self.tr("No areas yet. Add the ones that you have talked about."), "quiet")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.add_button = named_button(self.tr("Add an ar&ea"), "add_need", "row")
        self.add_button.clicked.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self._texts.text("sheet.back.needs"), "heading"))
        column.addWidget(self._error)
        column.addLayout(self._lines)
        column.addWidget(self._empty)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _new_row(self, need: Need) -> NeedRow:
        row = NeedRow(need, self._questionnaire.heading(need.topic, self._language), self._texts, self)
        row.typed.connect(self.typed)
        row.changed.connect(self.changed)
        row.removal_requested.connect(self.removal_requested)
        row.attended.connect(self.attended)
        self.rows[need.topic] = row
        return row

    def _choose(self) -> None:
        chooser = TopicChooser(self.tr("Which area?"), self._choices(), self)
        chooser.chosen.connect(self.need_chosen)
        chooser.open_at(self.add_button)

    def _choices(self) -> dict[LinkId, str]:
        """What has no row yet: what the citizen has marked or written first, then the rest of the form."""
        other = self._texts.text("sheet.front.other").rstrip(":")
        marked: dict[LinkId, str] = {}
        rest: dict[LinkId, str] = {}
        for area in self._questionnaire.areas:
            for topic in area.topics:
                choices = marked if self._response.is_marked(topic) else rest
                choices[topic.link_id] = topic.text[self._language]
            if area.other is not None:
                choices = marked if self._response.text(area.other) else rest
                choices[area.other.link_id] = f"{area.text[self._language]}: {other.lower()}"
        return {topic: words for topic, words in (marked | rest).items() if topic not in self.rows}
