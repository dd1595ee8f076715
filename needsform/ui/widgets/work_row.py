"""One row of a staff list: who, what, when, and the next thing to do as its one filled button."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from needsform.models.next_step import NextStep
from needsform.ui.widgets.entrance import width_of_room
from needsform.ui.widgets.painted_words import Letters, Line, Look, PaintedWords
from needsform.ui.widgets.row_buttons import ABOVE_WORDS, Row, RowButton, RowLink
from needsform.ui.widgets.row_columns import BOTTOM, COLUMN_SHARES, GAP, INSET, LEFT, RIGHT, TOP, columns, is_narrow

_BETWEEN_BUTTONS = 8
_BETWEEN_LINES = 2
"""Where the cells lie under the title, in pixels."""
_HEAD_SHARE = 3
"""There the heads take at most one part in so many of the width."""


def step_words(step: NextStep) -> str:
    """What the button of a next step says."""
    return {
        NextStep.WRITE_BACK: QCoreApplication.translate("NextStep", "Write back page"),
        NextStep.SIGN: QCoreApplication.translate("NextStep", "Read and sign"),
        NextStep.HAND_OVER: QCoreApplication.translate("NextStep", "Hand over"),
        NextStep.CONTINUE: QCoreApplication.translate("NextStep", "Give the screen to the citizen"),
        NextStep.KEY_IN: QCoreApplication.translate("NextStep", "Go on keying in"),
    }[step]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a column: a line, and a quieter one beneath it."""

    text: str
    below: str = ""
    is_strong: bool = False
    """Whether the first line must be seen at a glance; its words say why."""

    def lines(self) -> tuple[Line, Line]:
        """As they are written."""
        return Line(self.text, Look.STRONG if self.is_strong else Look.PLAIN), Line(self.below, Look.QUIET)


@dataclass(frozen=True, slots=True)
class RowText:
    """What stands in a row."""

    title: str
    subtitle: str = ""
    cells: tuple[str | Cell, ...] = ()
    """At most as many as `shares` leaves between the title and the buttons."""
    actions: tuple[str, ...] = ()
    """Words on the buttons; the first is what comes next."""
    is_link: bool = True
    """Whether the title can be pressed."""
    shares: tuple[int, ...] = COLUMN_SHARES
    """How the width is shared between title, cells and buttons; the same for every row of a list."""
    heads: tuple[str, ...] = ()
    """What the cells are, as the heads of the columns say; said beside them where they lie under the title."""

    def as_cells(self) -> tuple[Cell, ...]:
        """The cells, each with what stands beneath it."""
        return tuple(Cell(cell) if isinstance(cell, str) else cell for cell in self.cells)

    def name(self) -> str:
        """Who or what the row is about."""
        return " ".join(filter(None, (self.title, self.subtitle)))

    def aloud(self) -> str:
        """Every cell with its head, for whoever hears the row."""
        said = []
        for number, cell in enumerate(self.as_cells()):
            head = self.heads[number] if number < len(self.heads) else ""
            text = ", ".join(filter(None, (cell.text, cell.below)))
            said.append(": ".join(filter(None, (head, text))))
        return "; ".join(filter(None, said))


def _width_of(buttons: list[QSize]) -> int:
    return sum(button.width() for button in buttons) + _BETWEEN_BUTTONS * max(0, len(buttons) - 1)


_Placed = tuple[PaintedWords, QRect]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where everything is in a row of some width, in pixels."""

    width: int
    height: int
    words: list[_Placed]
    """The title first."""
    buttons: list[QRect]

    @property
    def title(self) -> QRect:
        """Of the title with its frame."""
        return self.words[0][1].adjusted(-INSET, 0, INSET, 0)


class WorkRow(Row):
    """A row with a title, cells and buttons. The row that has the focus is marked; Up and Down go to the next one.

    It paints its words and puts its buttons where they belong by itself: a list has dozens of rows, and a label with
    its place in a layout costs as much as everything else in the row.

    opened: the title was pressed. acted: the button of that number was pressed.
    """

    opened = Signal()
    acted = Signal(int)

    def __init__(self, name: str, text: RowText, parent: QWidget | None = None) -> None:
        """`name` is the row's objectName, and the beginning of those of its buttons."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(text.name())
        if not text.is_link:  # or the name that can be pressed says it
            self.setAccessibleDescription(text.aloud())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._shares, self._is_marked = text.shares, False
        self._places: _Places | None = None
        self._letters = Letters(self.font())
        self._title = PaintedWords([Line(text.title, Look.STRONG), Line(text.subtitle)], self._letters)
        self._cells = [PaintedWords(cell.lines(), self._letters) for cell in text.as_cells()]
        self._head_words = text.heads[: len(self._cells)]
        self._link = self._made_link(name, text) if text.is_link else None
        self._buttons = [self._made_button(name, number, text) for number in range(len(text.actions))]
        self._sizes = [button.sizeHint() for button in self._buttons]
        self.setMinimumWidth(_width_of(self._sizes) + LEFT + RIGHT)
        width = width_of_room(self)
        if width:
            self.resize(width, 0)
            self._put()
        else:
            lines = max(block.height_unbroken for block in (self._title, *self._cells))
            self.setFixedHeight(lines + 2 * ABOVE_WORDS + TOP + BOTTOM)

    @property
    def next_button(self) -> QWidget:
        """What comes next: the first button, or the title where there is none."""
        return self._buttons[0] if self._buttons else self._link or self

    def texts(self) -> tuple[str, ...]:
        """What is written in the row now, from the title on; what stands on its buttons is theirs."""
        written = [self._title, *self._cells] if self._places is None else [words for words, _ in self._places.words]
        return tuple(text for words in written for text in words.texts)

    def _made_link(self, name: str, text: RowText) -> RowLink:
        link = RowLink(self._title, self)
        link.setObjectName(f"{name}_open")
        link.setAccessibleName(text.name())
        link.setAccessibleDescription(text.aloud())
        link.clicked.connect(self.opened)
        return link

    def _made_button(self, name: str, number: int, text: RowText) -> RowButton:
        button = RowButton(text.actions[number], self._letters, self)
        button.setObjectName(f"{name}_act_{number}")
        button.setAccessibleName(f"{text.actions[number]}: {text.title}")
        button.clicked.connect(partial(self._act, number))
        return button

    def _act(self, number: int, _checked: bool = False) -> None:
        self.acted.emit(number)

    # How it lies ---------------------------------------------------------------------------------------------------

    def _arranged(self) -> _Places:
        """Beside each other where there is room, else under each other."""
        width, hints = self.width(), self._sizes
        wide, high = _width_of(hints), max((hint.height() for hint in hints), default=0)
        if is_narrow(self):
            words, end = self._under_each_other(width)
            top = end + _BETWEEN_LINES if hints else end
            height = top + high + BOTTOM
        else:
            words, inside = self._beside_each_other(width, wide, high)
            top, height = TOP + (inside - high) // 2, inside + TOP + BOTTOM
        buttons, right = [], width - RIGHT
        for hint in hints:  # what comes next stands at the far end
            right -= hint.width()
            buttons.append(QRect(right, top, hint.width(), high))
            right -= _BETWEEN_BUTTONS
        return _Places(width, height, words, buttons)

    def _beside_each_other(self, width: int, wide: int, high: int) -> tuple[list[_Placed], int]:
        """Title and cells in their columns, and how high the row is inside its margins."""
        places = columns(width, self._shares, last=wide)
        blocks = list(zip((self._title, *self._cells), places, strict=False))
        heights = [block.height_for(taken - 2 * INSET) for block, (_, taken) in blocks]
        inside = max(heights[0] + 2 * ABOVE_WORDS, *heights[1:], high)
        return [(block, QRect(left + INSET, TOP, taken - 2 * INSET, inside)) for block, (left, taken) in blocks], inside

    def _under_each_other(self, width: int) -> tuple[list[_Placed], int]:
        """The title, then the cells with their heads before them, and where they end."""
        left, room = LEFT + INSET, width - LEFT - RIGHT - 2 * INSET
        height = self._title.height_for(room) + 2 * ABOVE_WORDS
        placed = [(self._title, QRect(left, TOP, room, height))]
        top = TOP + height + _BETWEEN_LINES
        heads = [PaintedWords([Line(head, Look.COLUMN)], self._letters) for head in self._head_words]
        beside = min(room // _HEAD_SHARE, max((head.width_unbroken for head in heads), default=0))
        for number, cell in enumerate(self._cells):
            head = heads[number] if number < len(heads) else None
            start = 0 if head is None else beside + GAP
            height = cell.height_for(room - start)
            if head is not None:
                height_of_head = head.height_for(beside)
                placed.append((head, QRect(left, top, beside, height_of_head)))
                height = max(height, height_of_head)
            placed.append((cell, QRect(left + start, top, room - start, height)))
            top += height + _BETWEEN_LINES
        return placed, top

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put everything where it belongs at this width, and take the height that it needs."""
        super().resizeEvent(event)
        if self._places is None or event.size().width() != self._places.width:
            self._put()

    def _put(self) -> None:
        self._places = self._arranged()
        if self._link is not None:
            self._link.setGeometry(self._places.title)
        for button, area in zip(self._buttons, self._places.buttons, strict=True):
            button.setGeometry(area)
        self.setFixedHeight(self._places.height)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The words, tinted where the focus is, above a line; a title that can be pressed paints itself."""
        palette = self.palette()
        painter = QPainter(self)
        if self._is_marked:
            painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Midlight))
        painter.fillRect(0, self.height() - 1, self.width(), 1, palette.color(QPalette.ColorRole.Mid))
        placed = () if self._places is None else self._places.words[0 if self._link is None else 1 :]
        for words, area in placed:
            words.paint(painter, area, palette)
        painter.end()

    # Where the focus is ----------------------------------------------------------------------------------------------

    def mark(self, *, is_marked: bool) -> None:
        """Show that the focus is in the row: its ground is tinted, and its first button filled."""
        self._is_marked = is_marked
        self.update()
        for button in self._buttons[:1]:
            button.fill(is_filled=is_marked)

    def go(self, step: int) -> None:
        """Give the focus to the row so many beneath."""
        rows = [row for row in self.window().findChildren(WorkRow) if row.isVisible()]
        rows.sort(key=lambda row: row.mapTo(row.window(), QPoint()).y())  # those listed anew were made last
        at = rows.index(self) + step
        if 0 <= at < len(rows):
            rows[at].next_button.setFocus(Qt.FocusReason.OtherFocusReason)
