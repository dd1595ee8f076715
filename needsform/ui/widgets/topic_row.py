"""One topic of the form: its words, one or two boxes, and a quiet way to a note.

The row paints itself in one go and is as fast as a bare check box; the two boxes in it are real ones, so that the
keyboard and assistive technology find what the finger finds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QStaticText,
    QTextOption,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Item, Mark, Topic
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.ui.widgets.tick_box import RING, TickBox, box_picture

_RADIUS = 10
"""Corners of a list, in pixels."""


@dataclass(frozen=True, slots=True)
class RowLook:
    """How large a row is drawn. Pixels at 100 % text; all of them grow with the text."""

    role: str
    """Names the text in `style.qss`."""
    link_role: str
    text: int
    height: int
    box: int
    padding: int
    """Before the words; where the numbers of what matters most are shown, they stand there."""
    frame: int
    has_number: bool = False


PATIENT = RowLook("patient-row", "patient-row-link", text=21, height=58, box=34, padding=20, frame=4)
"""For a finger, and for tired eyes."""
DENSE = RowLook("dense-row", "dense-row-link", text=15, height=34, box=22, padding=38, frame=3, has_number=True)
"""For whoever keys in a form from paper."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the boxes stand: the columns of a page from left to right, each with its width in pixels."""

    widths: Mapping[Mark, int]

    @property
    def total(self) -> int:
        """All columns together, in pixels."""
        return sum(self.widths.values())

    def start(self, mark: Mark, width: int) -> int:
        """Where a column begins in a row of `width` pixels."""
        marks = list(self.widths)
        return width - sum(self.widths[m] for m in marks[marks.index(mark) :])


@dataclass(frozen=True, slots=True)
class _Measures:
    """A row of one width, in pixels."""

    height: int
    label: QRect
    note: QRect


class TopicRow(QWidget):
    """One topic with its boxes.

    toggle_requested: a box is to be ticked or unticked; carries the box's linkId. note_requested: somebody wants to
    write; carries the topic's linkId.
    """

    toggle_requested = Signal(str)
    note_requested = Signal(str)

    def __init__(self, topic: Topic, language: str, look: RowLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic, self.text = topic, topic.text[language]
        self._look = look
        self._columns = Columns({})
        self._measured: dict[int, _Measures] = {}
        self._is_marked = self._is_first = self._is_last = False
        self._number = 0
        self._label_at = QPoint()
        self._box_at: dict[Mark, QPoint] = {}
        self._box_size = look.box
        self.setProperty("role", look.role)
        self.setAccessibleName(self.text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._label = QStaticText(self.text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self.boxes: dict[Mark, TickBox] = {}
        for mark, item in ((Mark.PROBLEM, topic.problem), (Mark.SUPPORT, topic.support)):
            if item is not None:
                self.boxes[mark] = self._box(item, language)
        self._note_texts = (self.tr("Write a note"), self.tr("Change your note"))
        self.note_button: QPushButton | None = None
        if topic.note is not None:
            self.note_button = self._note_button()

    # What is shown --------------------------------------------------------------------------------------------

    def show_response(self, response: QuestionnaireResponse) -> None:
        """Show what is on disk."""
        for mark, item in ((Mark.PROBLEM, self.topic.problem), (Mark.SUPPORT, self.topic.support)):
            if mark in self.boxes:
                self.boxes[mark].show_ticked(response.is_ticked(item))
        self._is_marked = response.is_marked(self.topic)
        chosen = response.priorities
        self._number = chosen.index(self.topic.link_id) + 1 if self.topic.link_id in chosen else 0
        if self.note_button is not None:
            has_note = bool(response.text(self.topic.note))
            self.note_button.setText(self._note_texts[has_note])
            self.note_button.setAccessibleName(f"{self.note_button.text()} – {self.text}")
            self.note_button.setVisible(self._is_marked or has_note)
            self._place_label()
        self.update()

    def set_columns(self, columns: Columns) -> None:
        """Stand in line with the other rows."""
        if columns != self._columns:
            self._columns = columns
            self._measured.clear()
            self.updateGeometry()
            self._arrange()

    def set_ends(self, is_first: bool, is_last: bool) -> None:
        """Whether the row is the first or the last of those shown: its corners are round there."""
        self._is_first, self._is_last = is_first, is_last
        self.update()

    def box_at(self, mark: Mark) -> TickBox:
        """The box of a column, or the one there is."""
        return self.boxes.get(mark) or next(iter(self.boxes.values()))

    # Size -----------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels; the same whether the topic is marked or not, so that nothing moves under a finger."""
        return self._measures(width).height

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room."""
        width = self._scaled(self._look.text * 20) + self._columns.total
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the boxes and a few letters."""
        return QSize(self._columns.total + self._scaled(self._look.text * 4), self._scaled(self._look.height))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the targets where they are painted."""
        super().resizeEvent(event)
        self._arrange()

    def _scaled(self, pixels: float) -> int:
        """Pixels at 100 % text as they are at the text size that is set."""
        return round(pixels * self.font().pixelSize() / self._look.text)

    def _measures(self, width: int) -> _Measures:
        if width not in self._measured:
            self.ensurePolished()
            self._measured[width] = self._measure(width)
        return self._measured[width]

    def _measure(self, width: int) -> _Measures:
        padding = self._scaled(self._look.padding)
        room = max(width - padding - self._columns.total, 1)
        note = QSize() if self.note_button is None else _widest(self.note_button, self._note_texts)
        one_line = self.fontMetrics().horizontalAdvance(self.text)
        is_beside = self.note_button is not None and one_line + padding + note.width() <= room
        label = QSize(room, _text_height(self.fontMetrics(), self.text, room))
        below = 0 if is_beside else note.height()
        height = max(self._scaled(self._look.height), label.height() + below + self._scaled(8))
        top = (height - label.height() - below) // 2
        if is_beside:
            note_at = QPoint(width - self._columns.total - note.width(), (height - note.height()) // 2)
        else:
            note_at = QPoint(padding - self._scaled(6), top + label.height())
        return _Measures(height, QRect(QPoint(padding, top), label), QRect(note_at, note))

    def _arrange(self) -> None:
        """Each box takes the room from where the one before it ends, so that every place of the row is a target."""
        if not self._columns.widths:
            return
        width, height = self.width(), self.height()
        present = [mark for mark in self._columns.widths if mark in self.boxes]
        starts = [0, *(self._columns.start(mark, width) for mark in present[1:]), width]
        for mark, start, end in zip(present, starts, starts[1:], strict=False):
            self.boxes[mark].setGeometry(self._mirrored(QRect(start, 0, end - start, height)))
        measures = self._measures(width)
        if self.note_button is not None:
            self.note_button.setGeometry(self._mirrored(measures.note))
            self.note_button.raise_()
        edge = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        wrap = QTextOption(edge | Qt.AlignmentFlag.AlignAbsolute)
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        wrap.setTextDirection(self.layoutDirection())
        self._label.setTextOption(wrap)
        self._label.setTextWidth(measures.label.width())
        self._place_label()
        self._box_size = self._scaled(self._look.box)
        half = self._box_size // 2 + round(self._box_size * RING)
        for mark in present:
            column = QRect(self._columns.start(mark, width), 0, self._columns.widths[mark], height)
            self._box_at[mark] = self._mirrored(column).center() - QPoint(half, half)

    def _place_label(self) -> None:
        """In the middle of the row, or above the way to the note where that takes a line of its own."""
        area = QRect(self._measures(self.width()).label)
        if self.note_button is None or self.note_button.isHidden():
            area.moveTop((self.height() - area.height()) // 2)
        self._label_at = self._mirrored(area).topLeft()

    def _mirrored(self, area: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), area)

    # Look -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """Tint, words, boxes and the frame of the focus."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        self._paint_ground(painter, palette)
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        painter.drawStaticText(self._label_at, self._label)
        if self._number and self._look.has_number:
            self._paint_number(painter, palette)
        ratio = self.devicePixelRatioF()
        for mark, box in self.boxes.items():
            painter.drawPixmap(self._box_at[mark], box_picture(box, self._box_size, palette, ratio))

    def _paint_number(self, painter: QPainter, palette: QPalette) -> None:
        """The number among those that matter most, light on dark, before the words."""
        side = self._scaled(22)
        place = QRect(self._scaled(9), (self.height() - side) // 2, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(palette.color(QPalette.ColorRole.WindowText))
        painter.drawEllipse(self._mirrored(place))
        painter.setPen(palette.color(QPalette.ColorRole.Base))
        painter.drawText(self._mirrored(place), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.restore()

    def _paint_ground(self, painter: QPainter, palette: QPalette) -> None:
        is_focused = any(box.is_focus_seen for box in self.boxes.values())
        frame = self._look.frame if is_focused else 1
        line = palette.color(QPalette.ColorRole.Shadow if is_focused else QPalette.ColorRole.Mid)
        ground = palette.color(QPalette.ColorRole.Midlight if self._is_marked else QPalette.ColorRole.Base)
        area = self.rect()
        bottom = frame if is_focused or self._is_last else 0  # the next row draws the line between the two
        if is_focused or not (self._is_first or self._is_last):
            painter.fillRect(area, line)
            painter.fillRect(area.adjusted(frame, frame, -frame, -bottom), ground)
            return
        # Round only where the list ends: the other end lies outside of what is painted.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(line)
        painter.setBrush(ground)
        above = 0 if self._is_first else 2 * _RADIUS
        below = 0 if self._is_last else 2 * _RADIUS
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5 - above, -0.5, below - 0.5), _RADIUS, _RADIUS)
        if not self._is_first:
            painter.fillRect(QRect(0, 0, self.width(), 1), line)

    # ----------------------------------------------------------------------------------------------------------

    def _box(self, item: Item, language: str) -> TickBox:
        box = TickBox(item.link_id, f"{self.text} – {item.text[language]}", self)
        box.toggle_requested.connect(partial(self.toggle_requested.emit, item.link_id))
        return box

    def _note_button(self) -> QPushButton:
        button = QPushButton(self._note_texts[0], self)
        button.setObjectName(f"{self.topic.link_id}.note_button")
        button.setProperty("role", self._look.link_role)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(partial(self.note_requested.emit, self.topic.link_id))
        button.hide()
        return button


def _text_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """The height of a text that is broken at words, or within a word that alone is too long."""
    fits = all(metrics.horizontalAdvance(word) <= width for word in text.split())
    flags = Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere
    return metrics.boundingRect(QRect(0, 0, width, 100_000), flags, text).height()


def _widest(button: QPushButton, texts: Sequence[str]) -> QSize:
    """The size that a button needs for any of its texts."""
    metrics = button.fontMetrics()
    hint = button.sizeHint()
    more = max(metrics.horizontalAdvance(text) for text in texts) - metrics.horizontalAdvance(button.text())
    return hint + QSize(more, 0)


def move_focus(rows: Sequence[TopicRow], event: QKeyEvent) -> bool:
    """Let the arrow keys go from row to row and from box to box; whether the key was one for that."""
    here = next((row for row in rows if any(box.hasFocus() for box in row.boxes.values())), None)
    if here is None:
        return False
    mark = next(mark for mark, box in here.boxes.items() if box.hasFocus())
    forward = Qt.Key.Key_Left if here.layoutDirection() == Qt.LayoutDirection.RightToLeft else Qt.Key.Key_Right
    number = rows.index(here)
    match event.key():
        case Qt.Key.Key_Up:
            target = rows[max(number - 1, 0)].box_at(mark)
        case Qt.Key.Key_Down:
            target = rows[min(number + 1, len(rows) - 1)].box_at(mark)
        case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
            target = here.box_at(Mark.SUPPORT if key == forward else Mark.PROBLEM)
        case _:
            return False
    target.setFocus(Qt.FocusReason.TabFocusReason)
    return True


def headings_of(area: Area) -> list[tuple[Mark, Item]]:
    """The columns that an area needs, from left to right, each with the item whose words head it."""
    found: dict[Mark, Item] = {}
    for topic in area.topics:
        for mark, item in ((Mark.PROBLEM, topic.problem), (Mark.SUPPORT, topic.support)):
            if item is not None:
                found.setdefault(mark, item)
    return [(mark, found[mark]) for mark in Mark if mark in found]


def row_links(rows: Sequence[TopicRow]) -> dict[LinkId, TopicRow]:
    """Which row shows which answer: by the linkIds of its boxes and its note."""
    return {
        item.link_id: row
        for row in rows
        for item in (row.topic.problem, row.topic.support, row.topic.note)
        if item is not None
    }
