"""The page of a staff list: title and tools in a bar that stays, and beneath it what is listed, which scrolls."""

from collections.abc import Callable, Iterable
from itertools import islice

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from needsform.ui.widgets.entrance import width_of_room
from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.turning_row import TurningRow

IN_SIGHT = 16
"""Pieces that are made at once: as many as the largest screen of a ward shows."""
_ABOVE, _LEAST = 84, 54
"""Pixels of the bar, and of the lowest row."""
_AT_A_TIME = 2
"""Further pieces, between whatever else there is to do."""


class ListPage(QWidget):
    """Put widgets of `listed` into `column`, from the top down; `clear` takes them out again."""

    def __init__(self, title: str, *tools: QWidget, parent: QWidget | None = None) -> None:
        """`tools` stand at the far end of the title; a line edit among them takes the room of a search field."""
        super().__init__(parent)
        bar = TurningRow(margins=(34, 26, 34, 8), parent=self)
        self._heading = words(title, "title", bar)
        bar.add(self._heading, 1)
        row = TurningRow(spacing=16, parent=bar)
        for tool in tools:
            if isinstance(tool, QLineEdit):
                tool.setMinimumWidth(tool.fontMetrics().averageCharWidth() * 30)
            row.add(tool)
        row.add_gap()
        bar.add(row)
        self._area = FollowingArea(self)
        self._pieces: Iterable[Callable[[], object]] = iter(())
        self._at_a_time = _AT_A_TIME
        self._next = QTimer(self, interval=0)
        self._next.timeout.connect(self._make_more)
        self.column = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._area, 1)
        self.clear()

    def set_title(self, title: str) -> None:
        """Call the page something else."""
        self._heading.setText(title)

    def clear(self) -> None:
        """Begin the list anew; what was listed is destroyed."""
        self._next.stop()
        self.listed = QWidget()
        self._area.setWidget(self.listed)  # Qt deletes the one before
        self.listed.setContentsMargins(34, 4, 34, 26)
        if not self.isVisible():
            beside = self._area.verticalScrollBar().sizeHint().width()
            self.listed.resize(max(0, width_of_room(self) - beside), self.listed.height())
        self.column = column_in(self.listed, spacing=0)

    def fill(
        self, pieces: Iterable[Callable[[], object]], *, at_once: int = IN_SIGHT, at_a_time: int = _AT_A_TIME
    ) -> None:
        """List what the pieces put into the column, from the top down: what is in sight at once, the rest soon after.

        A list of forty rows has four hundred words and buttons, and nobody waits for those that nobody sees.
        """
        self._pieces, self._at_a_time = iter(pieces), at_a_time
        window = self.window()
        in_sight = max(1, (window.height() - _ABOVE) // _LEAST) if window.isVisible() else at_once
        if self._make(min(at_once, in_sight)) and at_once:  # a bar that came later would have all laid out twice
            self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._next.start()

    def _make_more(self) -> None:
        if not self._make(self._at_a_time):
            self._next.stop()
            self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _make(self, count: int) -> bool:
        """Make the next pieces; whether there were so many."""
        pieces, before = list(islice(self._pieces, count)), self.column.count()
        self.column.setEnabled(False)
        for piece in pieces:
            piece()
        if self.listed.isVisible():
            self._show_made(before)
        self.column.setEnabled(True)
        if self.listed.isVisible():
            self._make_room()
        return len(pieces) == count

    def _show_made(self, before: int) -> None:
        """Show what came after the first so many; each by itself would press the others into the room of before."""
        for place in range(before, self.column.count()):
            item = self.column.itemAt(place)
            made = None if item is None else item.widget()
            if made is not None and not made.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                made.show()

    def _make_room(self) -> None:
        """At once, so that nobody sees rows without room; they know how high they are once they know how wide."""
        for _ in range(2):
            height = self.column.totalMinimumSize().height()  # of a list without a word that wraps
            if self.column.hasHeightForWidth():
                height = self.column.totalHeightForWidth(self.listed.width())
            self.listed.resize(self.listed.width(), max(height, self.listed.height()))
            self.column.activate()
