"""One main area as on paper, for staff who keys in what was written there: dense, and made for the keyboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Item, Mark
from needsform.models.questionnaire_response import Answered, QuestionnaireResponse
from needsform.models.words import Words
from needsform.ui.widgets.choice_button import FOR_STAFF, NoneButton
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.private_text import AnswerText, Written
from needsform.ui.widgets.row_look import DENSE, Columns, headings_of
from needsform.ui.widgets.topic_row import TopicRow


class TopicEntry(QWidget):
    """A row, and beneath it the note, which is there once it is asked for or written.

    left: Enter or Esc in the note; the row has the focus again.
    """

    def __init__(self, row: TopicRow, note: AnswerText | None) -> None:
        super().__init__()
        self.row, self.note = row, note
        topic = row.topic
        self.links = {item.link_id for item in (*topic.marks(), topic.note) if item is not None}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        if note is not None:
            note.hide()
            note.done.connect(self._return)
            column.addWidget(note)

    def open_note(self) -> None:
        """Write, or go on writing."""
        if self.note is not None:
            self.note.show()
            self.note.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_note(self, text: str) -> None:
        """Show what is written; an empty note that nobody writes takes no room."""
        if self.note is not None:
            self.note.show_text(text)
            self.note.setVisible(bool(text) or self.note.editor.hasFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves the note; what is written stays."""
        if event.key() == Qt.Key.Key_Escape and self.note is not None and self.note.editor.hasFocus():
            self._return()
        else:
            super().keyPressEvent(event)

    def _return(self) -> None:
        next(iter(self.row.boxes.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.note is not None and not self.note.editor.text:
            self.note.hide()


class AreaBlock(QWidget):
    """toggle_requested: carries a box's linkId. none_requested: "none of these" is said or taken back. written: words
    have changed. settled: they are meant.
    """

    toggle_requested = Signal(str)
    none_requested = Signal()
    written = Signal(Written)
    settled = Signal()

    def __init__(self, area: Area, language: str, words: Words) -> None:
        super().__init__()
        self.area, self._language, self._boxes = area, language, area.boxes()
        self.entries = tuple(self._entry(TopicRow(topic, language, DENSE)) for topic in area.topics)
        self.rows = tuple(entry.row for entry in self.entries)
        self._headings = {mark: label(item.text[language], "column") for mark, item in headings_of(area)}
        none = (words.of(Answered.NONE_OF_THESE), self.tr("None of the others"))
        self.none_button = NoneButton(f"{area.link_id}.none", none, FOR_STAFF)
        self.other = None if area.other is None else self._field(area.other, area.other.text[language])
        self.links = set().union(*(entry.links for entry in self.entries))
        self._build()
        self.none_button.toggle_requested.connect(self.none_requested)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(label(self.area.text[self._language], "heading"), 1)
        for heading in self._headings.values():
            heading.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            head.addWidget(heading)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.none_button, 0, Qt.AlignmentFlag.AlignTop)
        if self.other is not None:
            foot.addWidget(self.other, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 20)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(4)
        for entry in self.entries:
            column.addWidget(entry)
        column.addSpacing(6)
        column.addLayout(foot)
        self.rows[0].set_ends(is_first=True, is_last=len(self.rows) == 1)
        if len(self.rows) > 1:
            self.rows[-1].set_ends(is_first=False, is_last=True)

    def show_response(self, response: QuestionnaireResponse, *, has_said_none: bool) -> None:
        """Show all that is on disk."""
        for entry in self.entries:
            entry.row.show_response(response)
            entry.show_note(response.text(entry.row.topic.note))
        self._show_foot(response, has_said_none)
        if self.other is not None:
            self.other.show_text(response.text(self.area.other))

    def show_item(self, link_id: LinkId, response: QuestionnaireResponse, *, has_said_none: bool) -> None:
        """Show one answer; nothing else is drawn again."""
        for entry in self.entries:
            if link_id in entry.links:
                entry.row.show_response(response)
                entry.show_note(response.text(entry.row.topic.note))
        self._show_foot(response, has_said_none)

    def open_note(self, row: TopicRow) -> None:
        """Write a note on one of the topics."""
        self.entries[self.rows.index(row)].open_note()

    def _show_foot(self, response: QuestionnaireResponse, has_said_none: bool) -> None:
        has_ticks = any(response.is_ticked(box) for box in self._boxes)
        self.none_button.show_state(is_said=has_said_none, has_ticks=has_ticks)

    def focus_order(self) -> list[QWidget]:
        """Everything that the Tab key stops at, in reading order."""
        order: list[QWidget] = []
        for entry in self.entries:
            order += entry.row.boxes.values()
            order += [entry.row.note_button] if entry.row.note_button is not None else []
            order += [entry.note.editor] if entry.note is not None else []
        order.append(self.none_button)
        return order if self.other is None else [*order, self.other.editor]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Line the boxes up with the headings of their columns."""
        super().resizeEvent(event)
        widths: dict[Mark, int] = {}
        for mark, heading in self._headings.items():
            heading.ensurePolished()
            metrics = heading.fontMetrics()
            widths[mark] = max(metrics.horizontalAdvance(word) for word in heading.text().split()) + metrics.height()
            heading.setFixedWidth(widths[mark])
        for row in self.rows:
            row.set_columns(Columns(widths))

    def _entry(self, row: TopicRow) -> TopicEntry:
        note = row.topic.note
        field = None if note is None else self._field(note, f"{row.text} – {note.text[self._language]}")
        entry = TopicEntry(row, field)
        row.toggle_requested.connect(self.toggle_requested)
        row.note_requested.connect(entry.open_note)
        return entry

    def _field(self, item: Item, name: str) -> AnswerText:
        field = AnswerText(item, name, name, is_private=False)
        field.written.connect(self.written)
        field.settled.connect(self.settled)
        return field
