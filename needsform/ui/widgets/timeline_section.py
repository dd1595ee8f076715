"""The citizen over time on their card: a table of what was marked when, and the way to the two latest on paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.action_status import FollowedAction
from needsform.models.timeline import Timeline
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.timeline_cells import TimelineWords
from needsform.ui.widgets.timeline_table import TimelineTable
from needsform.ui.widgets.turning_row import TurningRow


class TimelineSection(QWidget):
    """A heading, the table, and words where there is nothing to put into it.

    `every_topic_wanted(bool)`: also what was never marked. `paper_requested`: the two latest on paper.
    """

    every_topic_wanted = Signal(bool)
    paper_requested = Signal()

    def __init__(self, texts: Words, language: str, parent: QWidget | None = None) -> None:
        """`language`: that in which the forms' own words are shown."""
        super().__init__(parent)
        self._words = TimelineWords(texts, language, self)
        self.setObjectName("timeline_section")
        column = column_in(self, spacing=8, margins=(0, 18, 0, 0))
        line = TurningRow(parent=self)
        heading = words(self.tr("Over time"), "heading", line)
        heading.setWordWrap(False)
        self._every = named_button(self.tr("Sho&w all topics"), "every_topic", "disclosure", parent=line)
        self._every.setCheckable(True)
        self._paper = named_button(self.tr("Co&mpare on paper"), "compare_on_paper", "row", parent=line)
        line.add(heading)
        line.add_gap()
        line.add(self._every)
        line.add(self._paper)
        column.addWidget(line)
        self._silence = words("", "", self)
        self._silence.setObjectName("timeline_silence")
        column.addWidget(self._silence)
        self._table = TimelineTable("timeline", self.tr("What was marked when"), self)
        column.addWidget(self._table)
        self._every.toggled.connect(self.every_topic_wanted)
        self._paper.clicked.connect(self.paper_requested)

    def render_timeline(self, timeline: Timeline, actions: tuple[FollowedAction, ...]) -> None:
        """Show this one, and beside each topic what became of the actions that are about it."""
        has_any = bool(timeline.assessments)
        self._every.setVisible(has_any)
        text = self.tr("Sho&w marked topics only") if self._every.isChecked() else self.tr("Sho&w all topics")
        self._every.setText(text)
        self._paper.setVisible(timeline.latest_two is not None)
        self._silence.setText(
            self.tr("Nothing has been marked yet.")
            if has_any
            else self.tr("Here will stand what the citizen marks, with a column for each time the form is filled in.")
        )
        self._silence.setVisible(not timeline.areas)
        self._table.setVisible(bool(timeline.areas))
        heads, lines = self._words.heads(timeline, actions), self._words.lines(timeline, actions)
        self._table.show_lines(heads, lines, newest=max(0, len(timeline.assessments) - 1))
