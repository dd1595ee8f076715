"""A table of words to choose one row of, by mouse or by key; nothing in it is cut."""

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

_SMALLEST_ROW = 44
"""Pixels of a row, as a target for the mouse."""
_PADDING = 14
"""Pixels beside the words of a cell, at either end: the style sheet's, and what Qt leaves for the focus."""
_ABOVE = 9
"""Pixels above and beneath them."""
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
        self._widen(rows)
        self._heighten()
        if rows:
            self.selectRow(0)

    def _widen(self, rows: tuple[tuple[str, ...], ...]) -> None:
        """No column is narrower than its longest word; where they do not fit, the table scrolls sideways."""
        letters = self.fontMetrics()
        longest = {word for row in (self._rows.heads, *rows) for cell in row for word in cell.split()}
        widest = max(map(letters.horizontalAdvance, longest), default=0)
        self.horizontalHeader().setMinimumSectionSize(widest + 2 * _PADDING)

    def _heighten(self) -> None:
        """No row is lower than its words at these widths. Qt would measure each cell ten times for one letter typed."""
        letters, heights = self.fontMetrics(), self.verticalHeader()
        one_line = max(_SMALLEST_ROW, letters.height() + 2 * _ABOVE)
        heights.setDefaultSectionSize(one_line)
        rooms = [max(1, self.columnWidth(column) - 2 * _PADDING) for column in range(len(self._rows.heads))]
        for number, row in enumerate(self._rows.rows):
            lines = [
                letters.boundingRect(QRect(0, 0, room, 100_000), int(Qt.TextFlag.TextWordWrap), cell).height()
                for cell, room in zip(row, rooms, strict=True)
                if letters.horizontalAdvance(cell) > room or "\n" in cell
            ]
            height = max((one_line, *(line + 2 * _ABOVE for line in lines)))
            if heights.sectionSize(number) != height:
                heights.resizeSection(number, height)

    def step(self, by: int) -> None:
        """Go up or down, as the keys do while the focus is elsewhere."""
        at = max(0, self.currentIndex().row()) + by
        if 0 <= at < self._rows.rowCount():
            self.selectRow(at)

    def choose_current(self) -> None:
        """Choose the row that is marked, if there is one."""
        if self.currentIndex().isValid():
            self.row_chosen.emit(self.currentIndex().row())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower columns need higher rows."""
        super().resizeEvent(event)
        self._heighten()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Larger letters too."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heighten()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter chooses."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose_current()
        else:
            super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        self.row_chosen.emit(index.row())
