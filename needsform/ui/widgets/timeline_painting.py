"""How a timeline is painted: its lines for Qt's tables, its heads on both sides, and a cell with its mark."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from needsform.ui.widgets.focus_frame import draw_focus_frame
from needsform.ui.widgets.painted_words import height_of
from needsform.ui.widgets.timeline_cells import TimelineCell, TimelineLine

PADDING, ABOVE, ABOVE_AREA = 10, 9, 22
"""Pixels beside the words of a cell, above and beneath them, and above the title of an area."""
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
Index = QModelIndex | QPersistentModelIndex


class TimelineLines(QAbstractTableModel):
    """Areas and topics as rows, assessments as columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heads: tuple[str, ...] = ()
        self.lines: tuple[TimelineLine, ...] = ()

    def show_lines(self, heads: tuple[str, ...], lines: tuple[TimelineLine, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.heads, self.lines = heads, lines
        self.endResetModel()

    def cell(self, index: Index) -> TimelineCell:
        """What stands there; nothing beside the title of an area."""
        line = self.lines[index.row()]
        return TimelineCell() if line.is_area else line.cells[index.column()]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own signature
        """Areas and topics."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own signature
        """Assessments, and what became of it."""
        return 0 if parent.isValid() else len(self.heads)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The keys pass over the titles of areas."""
        return Qt.ItemFlag.NoItemFlags if self.lines[index.row()].is_area else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """The words of a cell, and those that are spoken."""
        cell = self.cell(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cell.spoken or cell.text
        return cell.text if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Dates and occasions above; at the left the topic, spoken with its area."""
        if orientation is Qt.Orientation.Horizontal:
            said = {Qt.ItemDataRole.DisplayRole: self.heads[section]}
            said[Qt.ItemDataRole.AccessibleTextRole] = self.heads[section].replace("\n", ", ")
        else:
            line = self.lines[section]
            said = {Qt.ItemDataRole.DisplayRole: line.title}
            said[Qt.ItemDataRole.AccessibleTextRole] = ". ".join(filter(None, (line.spoken, line.note)))
        return said.get(Qt.ItemDataRole(role))


class TimelineHeads(QHeaderView):
    """The heads of the columns, in as many lines as they have; or the titles of the lines, areas in bold."""

    def __init__(self, orientation: Qt.Orientation, model: TimelineLines, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._model = model
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setProperty("role", "timeline-heads" if orientation is Qt.Orientation.Horizontal else "timeline-titles")

    def sectionSizeFromContents(self, _section: int) -> QSize:  # noqa: N802 - Qt's name
        """The table measures itself; Qt would ask for every head again whenever it lays out."""
        return QSize(1, 1)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Every line of a head; a title with what is said beneath it."""
        painter.save()
        colours = self.palette()
        painter.fillRect(rect, colours.color(QPalette.ColorRole.Base))
        painter.setPen(colours.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if self.orientation() is Qt.Orientation.Horizontal:
            painter.setFont(bold(self.font()))
            painter.setPen(colours.color(QPalette.ColorRole.Dark))
            inner = rect.adjusted(PADDING, ABOVE, -PADDING, -ABOVE)
            painter.drawText(inner, _WRAP, self._model.heads[section])
        else:
            self._paint_title(painter, rect, self._model.lines[section])
        painter.restore()

    def _paint_title(self, painter: QPainter, rect: QRect, line: TimelineLine) -> None:
        colours = self.palette()
        inner = rect.adjusted(PADDING, ABOVE_AREA if line.is_area else ABOVE, -PADDING, -ABOVE)
        painter.setFont(bold(self.font()) if line.is_area else self.font())
        painter.setPen(colours.color(QPalette.ColorRole.WindowText))
        painter.drawText(inner, _WRAP, line.title)
        if line.note:
            inner.setTop(inner.top() + height_of(line.title, self.fontMetrics(), inner.width()))
            painter.setPen(colours.color(QPalette.ColorRole.Dark))
            painter.drawText(inner, _WRAP, line.note)


class TimelineCells(QStyledItemDelegate):
    """Words, and beside them the place among what matters most, in a filled circle."""

    def __init__(self, model: TimelineLines, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def paint(self, painter: QPainter, _option: QStyleOptionViewItem, index: Index) -> None:
        """The mark, in bold where support is wanted, and a frame where the keys are."""
        table, cell = self.parent(), self._model.cell(index)
        if not isinstance(table, QTableView):
            return
        painter.save()
        colours, rect = table.palette(), table.visualRect(index)
        painter.setPen(colours.color(QPalette.ColorRole.Mid))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        quiet = QPalette.ColorRole.Dark if cell.is_quiet else QPalette.ColorRole.WindowText
        painter.setPen(colours.color(quiet))
        font = bold(table.font()) if cell.is_strong else table.font()
        painter.setFont(font)
        inner = rect.adjusted(PADDING, ABOVE, -PADDING, -ABOVE)
        if cell.priority is not None:
            inner.setRight(inner.right() - badge_room(QFontMetrics(font)))
        painter.drawText(inner, _WRAP, cell.text)
        if cell.priority is not None:
            self._paint_priority(painter, inner, cell, QFontMetrics(font))
        if table.hasFocus() and table.currentIndex() == index:
            draw_focus_frame(painter, rect, colours)
        painter.restore()

    def _paint_priority(self, painter: QPainter, inner: QRect, cell: TimelineCell, letters: QFontMetrics) -> None:
        table = self.parent()
        colours = table.palette() if isinstance(table, QWidget) else QPalette()
        words = letters.boundingRect(inner, _WRAP, cell.text)
        side = letters.height()
        circle = QRect(words.right() + PADDING // 2, words.top(), side, side)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.WindowText))
        painter.drawEllipse(circle)
        number = QFont(painter.font())
        number.setBold(True)
        number.setPixelSize(max(1, round(side * 0.6)))
        painter.setFont(number)
        painter.setPen(colours.color(QPalette.ColorRole.Base))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(cell.priority))


def bold(font: QFont) -> QFont:
    """The same font in bold."""
    strong = QFont(font)
    strong.setBold(True)
    return strong


def badge_room(letters: QFontMetrics) -> int:
    """Pixels of the circle with the place among what matters most, and the gap before it."""
    return letters.height() + PADDING // 2


class Measured:
    """Words that were measured in letters of one kind: the cells of forty assessments say the same few words."""

    def __init__(self, letters: QFontMetrics) -> None:
        self.letters = letters
        self._heights: dict[tuple[str, int], int] = {}
        self._widths: dict[str, int] = {}

    def width(self, text: str) -> int:
        """Pixels of a line."""
        if text not in self._widths:
            self._widths[text] = self.letters.horizontalAdvance(text)
        return self._widths[text]

    def height(self, text: str, width: int) -> int:
        """As `height_of`."""
        if (text, width) not in self._heights:
            self._heights[text, width] = height_of(text, self.letters, width)
        return self._heights[text, width]
