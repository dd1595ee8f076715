"""One topic of the form: its words, one or two boxes, and a quiet way to a note.

The row paints itself in one go and is as fast as a bare check box; the two boxes in it are real ones, so that the
keyboard and assistive technology find what the finger finds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import Item, Mark, Topic
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.ui.widgets.row_face import RowFace, Shown
from needsform.ui.widgets.row_look import Columns, RowLook
from needsform.ui.widgets.text_link import TextLink
from needsform.ui.widgets.tick_box import TickBox


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
        self._shown = Shown()
        self._label_places = (QPoint(), QPoint())
        """Where the words begin without the way to the note, and with it."""
        self._is_dressed = False
        self._face = RowFace(self.text, look)
        self.setProperty("role", look.role)
        self.setAccessibleName(self.text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        both = ((Mark.PROBLEM, topic.problem), (Mark.SUPPORT, topic.support))
        self._items = {mark: item for mark, item in both if item is not None}
        self.boxes = {mark: self._box(item, language) for mark, item in self._items.items()}
        self._note_texts = (self.tr("Write a note"), self.tr("Change your note"))
        self.note_button: TextLink | None = None
        if topic.note is not None:
            self.note_button = self._note_button()

    # What is shown --------------------------------------------------------------------------------------------

    def show_response(self, response: QuestionnaireResponse) -> None:
        """Show what is on disk."""
        for mark, box in self.boxes.items():
            box.show_ticked(response.is_ticked(self._items[mark]))
        self._shown.is_marked = response.is_marked(self.topic)
        chosen = response.priorities
        self._shown.number = chosen.index(self.topic.link_id) + 1 if self.topic.link_id in chosen else 0
        self._offer_note(has_note=bool(response.text(self.topic.note)))
        self.update()

    def _offer_note(self, *, has_note: bool) -> None:
        button, text = self.note_button, self._note_texts[has_note]
        if button is None:
            return
        if text != button.text():
            self._name_note(button, text)
            self._place_link()
        is_offered = self._shown.is_marked or has_note
        if is_offered != self._shown.has_link:
            self._shown.has_link = is_offered
            button.setVisible(is_offered)
            self._place_label()

    def _name_note(self, button: TextLink, text: str) -> None:
        button.setText(text)
        button.setAccessibleName(f"{text} – {self.text}")

    def set_columns(self, columns: Columns) -> None:
        """Stand in line with the other rows."""
        if columns != self._columns:
            self._columns = columns
            self._measured.clear()
            self.updateGeometry()
            self._arrange()

    def set_ends(self, is_first: bool, is_last: bool) -> None:
        """Whether the row is the first or the last of those shown: its corners are round there."""
        self._shown.is_first, self._shown.is_last = is_first, is_last
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

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """It paints every pixel of itself, so nothing behind it need be; the style sheet has just said otherwise."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

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
        note = QSize()
        if self.note_button is not None:
            note = QSize(self.note_button.width_for(self._note_texts), self._scaled(self._look.link))
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
        columns = {
            mark: self._mirrored(QRect(self._columns.start(mark, width), 0, self._columns.widths[mark], height))
            for mark in present
        }
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        label = self._mirrored(measures.label)
        self._face.arrange(self.rect(), columns, label, self._scaled(self._look.box), is_mirrored=is_mirrored)
        side = self._scaled(22)
        self._face.place_number(self._mirrored(QRect(self._scaled(9), (height - side) // 2, side, side)))
        alone = QRect(measures.label)
        alone.moveTop((height - alone.height()) // 2)
        # In the middle of the row, or above the way to the note where that takes a line of its own.
        self._label_places = (self._mirrored(alone).topLeft(), label.topLeft())
        self._place_label()
        self._place_link()

    def _place_label(self) -> None:
        self._face.move_label(self._label_places[self._shown.has_link])

    def _place_link(self) -> None:
        if self.note_button is not None:
            self._face.place_link(self.note_button.geometry(), self.note_button.text(), self.note_button.font())

    def _mirrored(self, area: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), area)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name and signature
        """All of it, boxes too."""
        if not self._is_dressed:
            self._is_dressed = True
            self._face.dress(QGuiApplication.palette(), self.devicePixelRatioF())
        is_link_focused = self.note_button is not None and self.note_button.hasFocus()
        self._face.paint(QPainter(self), self._shown, self.boxes, is_link_focused=is_link_focused)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Other colours."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._is_dressed = False

    # ----------------------------------------------------------------------------------------------------------

    def _box(self, item: Item, language: str) -> TickBox:
        box = TickBox(item.link_id, f"{self.text} – {item.text[language]}", self)
        box.toggle_requested.connect(partial(self.toggle_requested.emit, item.link_id))
        return box

    def _note_button(self) -> TextLink:
        button = TextLink(self._look.link_role, self)
        self._name_note(button, self._note_texts[0])
        button.setObjectName(f"{self.topic.link_id}.note_button")
        button.clicked.connect(partial(self.note_requested.emit, self.topic.link_id))
        button.hide()
        return button


def _text_height(metrics: QFontMetrics, text: str, width: int) -> int:
    """The height of a text that is broken at words, or within a word that alone is too long."""
    fits = all(metrics.horizontalAdvance(word) <= width for word in text.split())
    flags = Qt.TextFlag.TextWordWrap if fits else Qt.TextFlag.TextWrapAnywhere
    return metrics.boundingRect(QRect(0, 0, width, 100_000), flags, text).height()


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


def row_links(rows: Sequence[TopicRow]) -> dict[LinkId, TopicRow]:
    """Which row shows which answer: by the linkIds of its boxes and its note."""
    return {
        item.link_id: row
        for row in rows
        for item in (row.topic.problem, row.topic.support, row.topic.note)
        if item is not None
    }
