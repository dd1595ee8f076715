"""A topic in the citizen's own words: one field, on a page of its own."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.questionnaire import Item, Topic
from needsform.ui.widgets.page_head import PageHead
from needsform.ui.widgets.patient_page import PatientPage
from needsform.ui.widgets.private_text import AnswerText


class NotePage(PatientPage):
    """One field for a topic, with the words that are on disk or were typed last."""

    def __init__(self, topic: Topic, note: Item, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = note.text[language]
        self.head = PageHead(topic.text[language], words, self)
        self.field = AnswerText(note, f"{topic.text[language]} – {words}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 6)
        column.setSpacing(16)
        column.addWidget(self.head)
        column.addWidget(self.field)
        column.addStretch(1)
        self.field.written.connect(self.written)
        self.field.settled.connect(self.settled)
        self.field.done.connect(self.done)

    def focus_order(self) -> list[QWidget]:
        """The field."""
        return [self.field.editor]

    def spoken(self) -> list[str]:
        """The topic and what is written about it."""
        return [*self.head.spoken(), self.field.editor.text]
