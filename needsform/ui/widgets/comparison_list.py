"""What became of each topic, in words: new, still there, gone; and how it was marked before and now."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from needsform.models.comparison import Marks, TopicChange, TopicComparison
from needsform.models.identity import LinkId
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import column_in, words

_SHARES = (40, 30, 30)


class ComparisonList(QWidget):
    """A section for each kind of change, those without a topic left out."""

    def __init__(self, texts: Words, heading: Callable[[LinkId], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._heading = texts, heading
        self._column = column_in(self, spacing=0)
        self._listed: QWidget | None = None

    def render_found(self, found: tuple[TopicComparison, ...]) -> None:
        """Show these, in their order within each section."""
        if self._listed is not None:
            self._column.removeWidget(self._listed)
            self._listed.hide()
            self._listed.deleteLater()
        self._listed = QWidget(self)
        self._column.addWidget(self._listed)
        column = column_in(self._listed, spacing=0)
        for change in TopicChange:
            of_kind = [one for one in found if one.change is change]
            if not of_kind:
                continue
            column.addSpacing(14)
            title = words(f"{self._words.of(change)} · {len(of_kind)}", "heading")
            title.setObjectName(f"change.{change.value}")
            column.addWidget(title)
            column.addWidget(self._table(of_kind))
        if not found:
            column.addWidget(words(self.tr("Nothing is marked in either of them.")))
        self._listed.setVisible(True)

    def _table(self, rows: list[TopicComparison]) -> QWidget:
        """Topic, before and now under their heads at every size of the text: a mark without its head says nothing."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 4, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, (head, share) in enumerate(
            zip((self.tr("Topic"), self.tr("Before"), self.tr("Now")), _SHARES, strict=True)
        ):
            grid.setColumnStretch(column, share)
            grid.addWidget(words(head, "column"), 0, column)
        for line, one in enumerate(rows, start=1):
            cells = (self._topic(one), self._cell(one.before), self._cell(one.now))
            for column, cell in enumerate(cells):
                grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignTop)
        return table

    def _topic(self, one: TopicComparison) -> QWidget:
        notes = []
        if one.has_changed_wording:
            notes.append(self.tr("asked in other words now"))
        if one.was_not_asked:
            notes.append(self.tr("not on the earlier form"))
        return _lines(self._heading(one.topic), ", ".join(notes), "strong")

    def _cell(self, marks: Marks) -> QWidget:
        said = []
        if marks.priority is not None:
            said.append(self.tr("matters most: {number}").format(number=marks.priority))
        if marks.problem:
            said.append(self.tr("concerns"))
        if marks.support:
            said.append(self.tr("wants support"))
        return _lines(", ".join(said) or "–", marks.words, "")


def _lines(text: str, below: str, role: str) -> QWidget:
    lines = QWidget()
    column = column_in(lines, spacing=0)
    column.addWidget(words(text, role))
    if below:
        column.addWidget(words(below, "quiet"))
    return lines
