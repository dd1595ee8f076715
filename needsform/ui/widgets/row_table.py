"""A table of words to choose one row of, by mouse or by key; nothing in it is cut."""

from itertools import chain
from math import inf

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from needsform.ui.widgets.focus_frame import draw_focus_frame
from needsform.ui.widgets.painted_words import height_of

_SMALLEST_ROW = 44
"""Pixels of a row, as a target for the mouse."""
_PADDING = 14
"""Pixels beside the words of a cell, at either end: the style sheet's, and what Qt leaves for the focus."""
_INDENT = 10
"""Of the words in a cell, as the style sheet has it for the heads; in pixels."""
_ABOVE = 9
"""Pixels above and beneath them."""
_WIDEST = "W@%MÆŒĲǄ"
"""Among these is the widest letter of Europe's languages, whose letters all come before `_BEYOND`."""
_BEYOND = "\u0250"
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
_Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractTableModel):
    def __init__(self, heads: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.heads = heads
        self.rows: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own signature
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.rows[index.row()][index.column()] if role in shown else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self.heads[section] if is_head else None


def _letters_in(*cells: str) -> float:
    """How many letters to reckon with: none of them is wider than the widest, or they have to be measured."""
    whole = "".join(cells)  # a look at each cell by itself takes ten times as long
    return max(map(len, cells)) if "\n" not in whole and max(whole, default="") < _BEYOND else inf


class _Letters:
    """How wide words are. Most are so short that they fit whatever their letters are, and need not be measured."""

    def __init__(self, metrics: QFontMetrics) -> None:
        self.metrics = metrics
        self._widest = max(map(metrics.horizontalAdvance, _WIDEST))

    def surely_fit(self, count: float, room: int) -> bool:
        """Whether so many of any letters fit."""
        return count * self._widest <= room


class RowTable(QTableView):
    """One row is chosen with the mouse, or with Up, Down and Enter.

    row_chosen: the number of the row, from 0.
    """

    row_chosen = Signal(int)

    def __init__(self, name: str, title: str, heads: tuple[str, ...], parent: QWidget | None = None) -> None:
        """`title` is what assistive technology calls the table."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self._rows = _Rows(heads, self)
        self._broken: dict[tuple[int, int], int] = {}
        self._most_letters = 0.0
        """Of a cell, as `_letters_in`."""
        self.setModel(self._rows)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_SMALLEST_ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        self.clicked.connect(self._choose)

    def show_rows(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """Show these; the first one is ready to be chosen."""
        self._rows.show_rows(rows)
        self._most_letters = _letters_in(*chain(self._rows.heads, *rows))
        self._broken = {}
        self._fit()
        if rows:
            self.selectRow(0)

    def _fit(self) -> None:
        """Give columns and rows the room that their words need; before they are seen that would be for nothing."""
        if not self.isVisible():
            return
        letters = _Letters(self.fontMetrics())
        self._widen(letters)
        self._heighten(letters)

    def _widen(self, letters: _Letters) -> None:
        """No column is narrower than its longest word; where they do not fit, the table scrolls sideways."""
        room = min(self.columnWidth(column) for column in range(len(self._rows.heads))) - 2 * _PADDING
        words: set[str] = set()
        if not letters.surely_fit(self._most_letters, room):
            words = {word for row in (self._rows.heads, *self._rows.rows) for cell in row for word in cell.split()}
        longest = (word for word in words if not letters.surely_fit(_letters_in(word), room))
        widest = max(map(letters.metrics.horizontalAdvance, longest), default=0)
        self.horizontalHeader().setMinimumSectionSize(widest + 2 * _PADDING)

    def _heighten(self, letters: _Letters) -> None:
        """No row is lower than its words at these widths. Qt would measure each cell ten times for one letter typed."""
        heights = self.verticalHeader()
        one_line = max(_SMALLEST_ROW, letters.metrics.height() + 2 * _ABOVE)
        heights.setDefaultSectionSize(one_line)
        before, self._broken = self._broken, self._cells_that_break(letters)
        if not (before or self._broken):
            return
        wanted = dict.fromkeys(range(len(self._rows.rows)), one_line)
        for (number, column), room in self._broken.items():
            lines = height_of(self._rows.rows[number][column], letters.metrics, room)
            wanted[number] = max(wanted[number], lines + 2 * _ABOVE)
        for number, height in wanted.items():
            heights.resizeSection(number, height)

    def _cells_that_break(self, letters: _Letters) -> dict[tuple[int, int], int]:
        """Row and column of the cells whose words need more than a line, each with the room that it has."""
        rooms = [max(1, self.columnWidth(column) - 2 * _PADDING) for column in range(len(self._rows.heads))]
        if letters.surely_fit(self._most_letters, min(rooms)):
            return {}
        return {
            (number, column): room
            for number, row in enumerate(self._rows.rows)
            for column, (cell, room) in enumerate(zip(row, rooms, strict=True))
            if not letters.surely_fit(_letters_in(cell), room)
            and ("\n" in cell or letters.metrics.horizontalAdvance(cell) > room)
        }

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The rows in sight, at once: Qt would ask the style sheet about each cell, twice as long as all else takes."""
        palette, letters = self.palette(), self.fontMetrics()
        ink, line = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Mid)
        places = [(self.columnViewportPosition(n) + _INDENT, self.columnWidth(n)) for n in range(len(self._rows.heads))]
        painter = QPainter(self.viewport())
        painter.setPen(ink)
        chosen, width = self.currentIndex().row(), self.viewport().width()
        for number in range(max(0, self.rowAt(event.rect().top())), len(self._rows.rows)):
            top, height = self.rowViewportPosition(number), self.rowHeight(number)
            if top > event.rect().bottom():
                break
            if number == chosen:
                painter.fillRect(0, top, width, height, palette.color(QPalette.ColorRole.Midlight))
            painter.fillRect(0, top + height - 1, width, 1, line)
            base = top + (height - letters.height()) // 2 + letters.ascent()
            for column, ((left, room), cell) in enumerate(zip(places, self._rows.rows[number], strict=True)):
                if (number, column) in self._broken:
                    painter.drawText(QRect(left, top, room - 2 * _PADDING, height), _WRAPPED, cell)
                else:
                    painter.drawText(left, base, cell)
        if self.hasFocus():  # over the rows: a frame of the style sheet lies beneath what is painted here
            draw_focus_frame(painter, self.viewport().rect(), palette)
        painter.end()

    def step(self, by: int) -> None:
        """Go up or down, as the keys do while the focus is elsewhere."""
        at = max(0, self.currentIndex().row()) + by
        if 0 <= at < self._rows.rowCount():
            self.selectRow(at)

    def choose_current(self) -> None:
        """Choose the row that is marked, if there is one."""
        if self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex().row())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Now it is known how wide the columns are."""
        super().showEvent(event)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower columns need higher rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())
