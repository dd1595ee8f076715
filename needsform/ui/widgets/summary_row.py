"""A line of the summing-up: what was marked, whether support is wanted, the note, and the way back to change it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QStyle, QWidget

from needsform.models.identity import LinkId
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import words
from needsform.ui.widgets.tick_box import TickBox

_TEXT = 20
"""Of the topic at 100 %, in pixels; the circle grows with it."""
_FRAME = 4
_GAP = 4
_BENEATH = 12
_WIDEST_TAIL = 0.6
"""Of the line; what stands behind the words goes beneath them rather than take more."""
_CIRCLE_AT = 6


class PriorityBox(TickBox):
    """A topic with a circle before it: empty, or with its number among those that matter most."""

    def __init__(self, link_id: LinkId, text: str, parent: QWidget) -> None:
        super().__init__(f"{link_id}.priority", text, parent=parent)
        self.setText(text)
        self.setProperty("role", "patient-summary")
        self._number = 0
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_number(self, number: int) -> None:
        """Which one of those that matter most it is, from 1; 0 for none of them."""
        self._number = number
        chosen = self.tr("{topic} – number {number} of what matters most")
        self.setAccessibleName(
            chosen.format(topic=self.text(), number=number)
            if number
            else self.tr("{topic} – choose as one that matters most").format(topic=self.text())
        )
        self.show_ticked(bool(number))
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels."""
        if width not in self._heights:
            self.ensurePolished()
            wrap = int(Qt.TextFlag.TextWordWrap)
            words = self.fontMetrics().boundingRect(self._words_area(width), wrap, self.text())
            self._heights[width] = max(self._scaled(50), words.height() + self._scaled(12))
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """On one line if there is room."""
        self.ensurePolished()
        width = self.lead + self.fontMetrics().horizontalAdvance(self.text()) + self._scaled(8)
        return QSize(width, self._scaled(50))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the longest word."""
        self.ensurePolished()
        longest = max(self.fontMetrics().horizontalAdvance(word) for word in self.text().split())
        return QSize(self.lead + longest + self._scaled(8), self._scaled(50))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """Circle and words."""
        palette = QGuiApplication.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = palette.color(QPalette.ColorRole.WindowText)
        painter.setPen(ink)
        words = self._words_area(self.width()).intersected(self.rect())
        align = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self._mirrored(words), flags, self.text())
        side = self._scaled(28)
        place = QPoint(self._scaled(_CIRCLE_AT), (self.height() - side) // 2)
        circle = QRectF(self._mirrored(QRect(place, QSize(side, side))))
        if self._number:
            font = QFont(self.font())
            font.setPixelSize(self._scaled(16))
            font.setBold(True)
            painter.setFont(font)
            painter.setBrush(ink)
            painter.drawEllipse(circle)
            painter.setPen(palette.color(QPalette.ColorRole.Base))
            painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(self._number))
        else:
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Dark), self._scaled(5) / 2))
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            inset = self._scaled(5) / 4
            painter.drawEllipse(circle.adjusted(inset, inset, -inset, -inset))
        if self.is_focus_seen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Shadow), _FRAME))
            inset = _FRAME / 2
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _scaled(self, pixels: float) -> int:
        return round(pixels * self.font().pixelSize() / _TEXT)

    @property
    def lead(self) -> int:
        """Where the words begin, in pixels."""
        self.ensurePolished()
        return self._scaled(_CIRCLE_AT + 28 + 12)

    def _words_area(self, width: int) -> QRect:
        return QRect(self.lead, 0, max(width - self.lead - self._scaled(4), 1), 100_000)

    def _mirrored(self, area: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), area)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where everything on a line of one width stands, in pixels."""

    height: int
    areas: tuple[tuple[QWidget, QRect], ...]


class SummaryRow(QWidget):
    """One line. What stands behind the words goes beneath them where the page is narrow or the text is large.

    correct_requested: carries the place to go back to. note_requested: carries the topic's linkId.
    """

    correct_requested = Signal(str)
    note_requested = Signal(str)

    def __init__(self, place: LinkId, name: str, parent: QWidget) -> None:
        """`name` is what the line is about, in words."""
        super().__init__(parent)
        self._place, self._name, self._page = place, name, parent
        self._head: QWidget = self
        self._tail: list[QWidget] = []
        self._tail_sizes: list[QSize] = []
        self._note_button: QPushButton | None = None
        self._note_texts: Sequence[str] = ()
        self._words: QLabel | None = None
        self._measured: dict[int, _Places] = {}
        self.buttons: list[QPushButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add_head(self, text: str) -> None:
        """What the line shows first, in words."""
        self._head = words(text, "patient-summary", self)

    def add_priority(self) -> PriorityBox:
        """What the line shows first: a topic that can be chosen as one that matters most."""
        self._head = box = PriorityBox(self._place, self._name, self)
        return box

    def add_status(self, text: str, role: str = "patient-status") -> None:
        """Say something of it."""
        label = words(text, role, self)
        label.setWordWrap(False)
        self._tail.append(label)

    def add_note_button(self, texts: Sequence[str], *, has_note: bool) -> None:
        """A way to the note; `texts`: without a note, and with one. As wide on every line, to stand in line."""
        button = self._button("note_button", texts[has_note], f"{texts[has_note]} – {self._name}")
        self._note_button, self._note_texts = button, texts
        button.clicked.connect(partial(self.note_requested.emit, self._place))

    def add_correction(self, *, is_answered: bool = True) -> None:
        """A way back to where it was answered, or passed over."""
        text = self.tr("Change") if is_answered else self.tr("Fill in")
        button = self._button("correct", text, f"{text}: {self._name}")
        button.clicked.connect(partial(self.correct_requested.emit, self._place))

    def add_words(self, text: str) -> None:
        """The citizen's own words, beneath."""
        self._words = words(text, "patient-small", self)

    def _button(self, kind: str, text: str, accessible_name: str) -> QPushButton:
        button = named_button(text, f"{self._place}.{kind}", parent=self)
        button.setAccessibleName(accessible_name)
        button.setProperty("role", "patient-link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.buttons.append(button)
        self._tail.append(button)
        return button

    # Size -----------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Long words take more lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Pixels."""
        return self._places(width).height

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the page: the height is asked for at that width, which is worked out anyway."""
        return QSize(self._page.width(), self._head.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """How high it must be follows from the width alone."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put everything in its place."""
        super().resizeEvent(event)
        for widget, area in self._places(self.width()).areas:
            widget.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), area))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """A hairline beneath."""
        line = QGuiApplication.palette().color(QPalette.ColorRole.Mid)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)

    def _places(self, width: int) -> _Places:
        if width not in self._measured:
            self._measured[width] = self._measure(width)
        return self._measured[width]

    def _sizes_of_tail(self) -> list[QSize]:
        """Asked for once: a style sheet takes its time to tell how large a button is."""
        if not self._tail_sizes:
            self._tail_sizes = [widget.sizeHint().expandedTo(widget.minimumSize()) for widget in self._tail]
            if self._note_button is not None:
                advance = self._note_button.fontMetrics().horizontalAdvance
                widest = max(advance(text) for text in self._note_texts)
                more = QSize(widest - advance(self._note_button.text()), 0)
                self._tail_sizes[self._tail.index(self._note_button)] += more
        return self._tail_sizes

    def _measure(self, width: int) -> _Places:
        self._head.ensurePolished()
        air = max(0, self._head.font().pixelSize() - _TEXT) * 3 // 10  # the links do not grow as fast as the text
        sizes = self._sizes_of_tail()
        tail = sum(size.width() for size in sizes) + _GAP * len(sizes)
        is_one_line = tail <= width * _WIDEST_TAIL and self._head.minimumSizeHint().width() + tail <= width
        room = width - tail if is_one_line else width
        head = QRect(0, air, room, self._head.heightForWidth(room))
        areas = [(self._head, head)]
        if is_one_line:
            line = max([head.height(), *(size.height() for size in sizes)])
            head.moveTop(air + (line - head.height()) // 2)
            x, bottom = room + _GAP, air + line
            for widget, size in zip(self._tail, sizes, strict=True):
                areas.append((widget, QRect(QPoint(x, air + (line - size.height()) // 2), size)))
                x += size.width() + _GAP
        else:
            x, y, bottom = 0, head.bottom() + 1, head.bottom() + 1
            for widget, size in zip(self._tail, sizes, strict=True):
                if x and x + size.width() > width:
                    x, y = 0, bottom
                areas.append((widget, QRect(QPoint(x, y), size)))
                x, bottom = x + size.width() + _GAP, max(bottom, y + size.height())
        if self._words is not None:
            lead = self._head.lead if isinstance(self._head, PriorityBox) else 0
            under = QRect(lead, bottom, width - lead, self._words.heightForWidth(width - lead))
            areas.append((self._words, under))
            bottom = under.bottom() + 1 + _BENEATH
        return _Places(bottom + air + 1, tuple(areas))
