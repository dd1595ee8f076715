"""A table of assessments and topics with real heads on both sides, for eyes, keys and screen readers.

It is as tall as its lines, and scrolls sideways alone: up and down scrolls the page that it stands on, and the heads of
its columns stay in sight all the same. Nothing in it is cut at any size of the text.
"""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QWidget

from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.timeline_cells import TimelineLine
from needsform.ui.widgets.timeline_painting import (
    ABOVE,
    ABOVE_AREA,
    PADDING,
    Index,
    Measured,
    TimelineCells,
    TimelineHeads,
    TimelineLines,
    badge_room,
    bold,
)

_TITLES_SHARE, _LETTERS = 0.34, 18
"""What the titles of the lines may take of the width, and how many letters wide a column is where there is room."""


class TimelineTable(QTableView):
    """Assessments beside each other, topics one below the other; the arrow keys go from cell to cell."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        """`title` is what assistive technology calls the table."""
        self._shows_newest = True
        """Whether nobody has scrolled sideways yet."""
        self._page: FollowingArea | None = None  # asked for by Qt before this is built
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._lines = TimelineLines(self)
        self.setModel(self._lines)
        self.setHorizontalHeader(TimelineHeads(Qt.Orientation.Horizontal, self._lines, self))
        self.setVerticalHeader(TimelineHeads(Qt.Orientation.Vertical, self._lines, self))
        self.setItemDelegate(TimelineCells(self._lines, self))
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalScrollBar().actionTriggered.connect(self._stay)
        self._newest = 0
        self._plain = self._strong = Measured(self.fontMetrics())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_lines(self, heads: tuple[str, ...], lines: tuple[TimelineLine, ...], newest: int) -> None:
        """Show these; the newest assessment is in sight, and the keys begin at its first topic.

        `newest`: the column of the newest assessment, from 0; what became of it stands beside it.
        """
        self._shows_newest, self._newest = True, newest
        self._lines.show_lines(heads, lines)
        self._fit()
        first = next((row for row, line in enumerate(lines) if not line.is_area), None)
        if first is not None:
            self.setCurrentIndex(self._lines.index(first, newest))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look for the page that it stands on."""
        super().showEvent(event)
        parent = self.parentWidget()
        while self._page is None and parent is not None:
            if isinstance(parent, FollowingArea):
                self._page = parent
                parent.verticalScrollBar().valueChanged.connect(self._keep_heads_in_sight)
            parent = parent.parentWidget()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower columns need higher lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def updateGeometries(self) -> None:  # noqa: N802 - Qt's name
        """Qt puts the heads back to the top."""
        super().updateGeometries()
        self._keep_heads_in_sight()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # noqa: N802 - Qt's name
        """Where the keys are: by that Qt knows which part of something large is to be in sight."""
        return self._at() if query is Qt.InputMethodQuery.ImCursorRectangle else super().inputMethodQuery(query)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """The page follows the keys."""
        super().currentChanged(current, previous)
        page = None if self._page is None else self._page.widget()
        if self._page is not None and page is not None and self.hasFocus():
            at = self._at()
            self._page.ensureVisible(0, self.mapTo(page, at.center()).y(), 0, at.height() // 2 + 1)

    def _at(self) -> QRect:
        """The cell of the keys, with as much room above it as the heads take that slide over the lines."""
        cell = self.visualRect(self.currentIndex()).translated(self.viewport().pos())
        return cell.adjusted(0, -self.horizontalHeader().height(), 0, 0)

    def _stay(self) -> None:
        self._shows_newest = False

    def _keep_heads_in_sight(self) -> None:
        """The heads slide down over the lines as far as the page has scrolled past them."""
        if self._page is None:
            return
        heads = self.horizontalHeader()
        above = -self.mapTo(self._page.viewport(), QPoint(0, 0)).y()
        top = max(0, min(above, self.height() - 2 * heads.height()))
        for slides in (heads, self.findChild(QAbstractButton)):  # the button is Qt's corner between the heads
            if slides is not None:
                slides.move(slides.x(), top)
                slides.raise_()

    # Measuring ------------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        heads, lines = self._lines.heads, self._lines.lines
        if not (heads and self.isVisible()):
            return
        # Measured anew each time: the letters may be others than before.
        self._plain, self._strong = Measured(self.fontMetrics()), Measured(QFontMetrics(bold(self.font())))
        titles = self._title_width(lines)
        self.verticalHeader().setFixedWidth(titles)
        widths = self._column_widths(self.width() - titles)
        for column, width in enumerate(widths):
            self.horizontalHeader().resizeSection(column, width)
        strong = Measured(QFontMetrics(bold(self.horizontalHeader().font())))
        tallest = max(strong.height(head, width - 2 * PADDING) for head, width in zip(heads, widths, strict=True))
        self.horizontalHeader().setFixedHeight(tallest + 2 * ABOVE)
        for row, line in enumerate(lines):
            self.verticalHeader().resizeSection(row, self._line_height(line, titles, widths))
        self._fit_height()
        self.updateGeometries()  # Qt would do it later, and the newest would not be in sight until then
        if self._shows_newest:
            bar = self.horizontalScrollBar()  # as far as there is room for it: it is read before what became of it
            bar.setValue(min(bar.maximum(), self.horizontalHeader().sectionPosition(self._newest)))

    def _fit_height(self) -> None:
        heads, titles, bar = self.horizontalHeader(), self.verticalHeader(), self.horizontalScrollBar()
        is_wider = titles.width() + heads.length() > self.width()
        self.setFixedHeight(heads.height() + titles.length() + 2 + (bar.sizeHint().height() if is_wider else 0))

    def _title_width(self, lines: tuple[TimelineLine, ...]) -> int:
        """The longest title, but not more than its share of the table, and never less than the longest word."""
        plain, strong = self._plain, self._strong
        longest = max((strong.width(line.title) for line in lines), default=0)
        words = {word for line in lines for word in f"{line.title} {line.note}".split()}
        least = max((max(plain.width(word), strong.width(word)) for word in words), default=0)
        return max(least, min(longest, round(self.width() * _TITLES_SHARE))) + 2 * PADDING + 1

    def _column_widths(self, room: int) -> list[int]:
        """Each column as its words need; what is left over is shared."""
        strong, letters = Measured(QFontMetrics(bold(self.horizontalHeader().font()))), self._strong
        wanted = []
        for column, head in enumerate(self._lines.heads):
            columns = [line.cells[column] for line in self._lines.lines if not line.is_area]
            cells = {id(cell): cell for cell in columns}.values()  # most of them are the same one
            badge = badge_room(letters.letters) if any(cell.priority is not None for cell in cells) else 0
            words = {word for cell in cells for word in cell.text.split()}
            least = max((letters.width(word) for word in words), default=0) + badge
            least = max(least, max(map(strong.width, head.split()), default=0))
            cap = letters.letters.averageCharWidth() * _LETTERS
            whole = max(strong.width(part) for part in head.split("\n"))
            whole = max([whole, *(letters.width(cell.text) + badge for cell in cells)])
            wanted.append(min(max(least, min(whole, cap)) + 2 * PADDING + 1, max(room, 1)))
        spare = max(0, room - sum(wanted) - 2)
        return [width + spare // len(wanted) for width in wanted]

    def _line_height(self, line: TimelineLine, titles: int, widths: list[int]) -> int:
        plain, strong = self._plain, self._strong
        if line.is_area:
            return strong.height(line.title, titles - 2 * PADDING) + ABOVE_AREA + ABOVE
        tallest = plain.height(line.title, titles - 2 * PADDING)
        if line.note:
            tallest += plain.height(line.note, titles - 2 * PADDING)
        for cell, width in zip(line.cells, widths, strict=True):
            if not cell.text:  # as in most of the topics that were not marked
                continue
            letters = strong if cell.is_strong else plain
            badge = badge_room(letters.letters) if cell.priority is not None else 0
            tallest = max(tallest, letters.height(cell.text, width - 2 * PADDING - badge))
        return tallest + 2 * ABOVE
