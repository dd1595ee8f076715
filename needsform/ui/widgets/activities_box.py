"""The second box of the back page: what follows, by whom and when, and suggestions to choose from."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.care_plan_draft import ActivityRow
from needsform.models.identity import LinkId
from needsform.models.words import Words
from needsform.ui.widgets.activity_row import ActivityFields
from needsform.ui.widgets.labelled_field import ErrorText
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.suggestion_bar import SuggestionBar


class ActivitiesBox(QWidget):
    """Heading, rows and the suggestions under them.

    `typed(ActivityRow)`, `changed(ActivityRow)`, `removal_requested(ActivityRow)`: as `ActivityFields`.
    """

    typed = Signal(ActivityRow)
    changed = Signal(ActivityRow)
    removal_requested = Signal(ActivityRow)

    def __init__(self, texts: Words, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._is_stacked = False
        self._order: tuple[int, ...] = ()
        self.rows: dict[int, ActivityFields] = {}
        self.suggestions = SuggestionBar(texts, language)
        self._error = ErrorText("activities.error")
        self._build()

    def render_rows(self, rows: tuple[ActivityRow, ...], headings: Mapping[LinkId, str]) -> None:
        """Show these rows in this order; a row that stays keeps its fields and the cursor in them."""
        wanted = {row.key for row in rows}
        for key in [key for key in self.rows if key not in wanted]:
            gone = self.rows.pop(key)
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(rows):
            fields = self.rows.get(row.key) or self._new_row(row.key)
            self._arrange(fields, place)
            fields.render_row(row, place + 1, headings)
            if self._lines.indexOf(fields) != place:
                self._lines.insertWidget(place, fields)
                if self.isVisible():
                    fields.show()
        self._order = tuple(row.key for row in rows)

    def show_error(self, words: str) -> None:
        """What is wrong with the actions; an empty text says that nothing is."""
        self._error.say(words)

    def field_of(self, key: int) -> QWidget:
        """Where the action of that row is written."""
        return self.rows[key].text_field

    def set_stacked(self, is_stacked: bool) -> None:
        """Columns, or one field above the other."""
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            for place, key in enumerate(self._order):
                self._arrange(self.rows[key], place)

    def fields(self) -> list[QWidget]:
        """Everything that takes the focus, in reading order."""
        fields = [field for key in self._order for field in self.rows[key].fields]
        return [*fields, *self.suggestions.buttons]

    def _build(self) -> None:
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self._texts.text("sheet.back.activities"), "heading"))
        column.addLayout(self._lines)
        column.addWidget(self._error)
        column.addWidget(self.suggestions)

    def _arrange(self, fields: ActivityFields, place: int) -> None:
        fields.arrange(is_stacked=self._is_stacked, has_captions=self._is_stacked or place == 0)

    def _new_row(self, key: int) -> ActivityFields:
        fields = ActivityFields(key, self._texts, self)
        fields.typed.connect(self.typed)
        fields.changed.connect(self.changed)
        fields.removal_requested.connect(self.removal_requested)
        self.rows[key] = fields
        return fields
