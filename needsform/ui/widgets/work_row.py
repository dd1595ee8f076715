"""One row of a staff list: who, what, when, and the next thing to do as its one filled button."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from needsform.models.next_step import NextStep
from needsform.ui.widgets.labelled_field import column_in, words

COLUMN_SHARES = (29, 21, 15, 22, 29)
"""How the width is shared between title, three cells and the buttons, so that columns stand under each other."""
NARROW = 105
"""Characters of width under which the cells lie under the name."""


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


class RowLink(QPushButton):
    """A name that can be pressed and that wraps when it is long."""

    def __init__(self, title: str, subtitle: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "row-link")
        self.setAccessibleName(" ".join(filter(None, (title, subtitle))))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(4, 2, 4, 2)
        lines.setSpacing(0)
        lines.addStretch(1)  # in a row that is higher the lines stay together
        for text, role in ((title, "strong"), (subtitle, "tabular")):
            if text:
                label = words(text, role, self)
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                lines.addWidget(label)
        lines.addStretch(1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the words need, not what a button without words would."""
        layout = self.layout()
        return QSize() if layout is None else layout.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As `sizeHint`."""
        layout = self.layout()
        return QSize() if layout is None else layout.minimumSize()


def is_narrow(row: QWidget) -> bool:
    """Whether a row is too narrow for columns, at its text size."""
    return row.width() < row.fontMetrics().averageCharWidth() * NARROW


def _line(text: str, parent: QWidget, role: str = "tabular") -> QLabel:
    line = words(text, role, parent)
    line.setContentsMargins(4, 0, 4, 0)  # as the title
    return line


def _cell(cell: str | Cell, parent: QWidget) -> QWidget:
    if isinstance(cell, str):
        return _line(cell, parent)
    lines = QWidget(parent)
    column = column_in(lines, spacing=0)
    column.addStretch(1)
    column.addWidget(_line(cell.text, lines, "strong" if cell.is_strong else "tabular"))
    if cell.below:
        column.addWidget(_line(cell.below, lines, "quiet"))
    column.addStretch(1)
    return lines


class ColumnHeads(QWidget):
    """What stands in the columns of the rows beneath; gone where the cells lie under each other."""

    def __init__(self, *heads: str, shares: tuple[int, ...] = COLUMN_SHARES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 2, 10, 2)
        row.setSpacing(12)
        self._heads = [_line(head, self) for head in (*heads, *[""] * (len(shares) - len(heads)))]
        for head, share in zip(self._heads, shares, strict=True):
            head.setProperty("role", "column")
            head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            row.addWidget(head, share)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Say nothing where the cells lie under each other."""
        super().resizeEvent(event)
        for head in self._heads:
            head.setVisible(not is_narrow(self))


class WorkRow(QFrame):
    """A row with a title, cells and buttons. The row that has the focus is marked; Up and Down go to the next one.

    Everything is made in its place: a list has dozens of rows, and moving what is made costs more than making it.

    opened: the title was pressed. acted: the button of that number was pressed.
    """

    opened = Signal()
    acted = Signal(int)

    def __init__(self, name: str, text: RowText, parent: QWidget | None = None) -> None:
        """`name` is the row's objectName, and the beginning of those of its buttons."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "list-row")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(6, 6, 10, 6)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._cells = [self._title(name, text), *(_cell(cell, self) for cell in text.cells)]
        for cell in self._cells:
            # Only the shares decide, or the columns of two rows would not stand under each other.
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._actions = QWidget(self)
        self._buttons = [QPushButton(action, self._actions) for action in text.actions]
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        for number, button in reversed(list(enumerate(self._buttons))):
            button.setObjectName(f"{name}_act_{number}")
            button.setProperty("role", "row")
            button.setAccessibleName(f"{button.text().replace('&', '')}: {text.title}")
            button.clicked.connect(partial(self._act, number))
            button.installEventFilter(self)
            row.addWidget(button)
        self._shares, self._head_words = text.shares, text.heads
        self._heads: list[QLabel] = []
        self._is_narrow: bool | None = None
        self._lay_out(narrow=False)

    @property
    def next_button(self) -> QWidget:
        """What comes next: the first button, or the title where there is none."""
        return self._buttons[0] if self._buttons else self._cells[0]

    def _title(self, name: str, text: RowText) -> QWidget:
        if text.is_link:
            link = RowLink(text.title, text.subtitle, self)
            link.setObjectName(f"{name}_open")
            link.clicked.connect(self.opened)
            link.installEventFilter(self)
            return link
        title = QWidget(self)
        lines = QVBoxLayout(title)
        lines.setContentsMargins(4, 2, 4, 2)
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(words(text.title, "strong", title))
        if text.subtitle:
            lines.addWidget(words(text.subtitle, "tabular", title))
        lines.addStretch(1)
        return title

    def _act(self, number: int, _checked: bool = False) -> None:
        self.acted.emit(number)

    # How it lies ---------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the cells under the name where there is no room beside it."""
        super().resizeEvent(event)
        self._lay_out(narrow=is_narrow(self))

    def _lay_out(self, *, narrow: bool) -> None:
        if narrow is self._is_narrow:
            return
        self._is_narrow = narrow
        for widget in (*self._cells, self._actions, *self._heads):
            self._grid.removeWidget(widget)
        if narrow:
            self._lay_under_each_other()
            return
        for head in self._heads:
            head.hide()
        for column, share in enumerate(self._shares):
            self._grid.setColumnStretch(column, share)
        for number, cell in enumerate(self._cells):
            self._grid.addWidget(cell, 0, number)
        self._grid.addWidget(self._actions, 0, len(self._shares) - 1)

    def _lay_under_each_other(self) -> None:
        """The title, then the cells with their heads before them; heads are made when they are first needed."""
        if not self._heads:
            self._heads = [_line(head, self, "column") for head in self._head_words]
        last = 1 if self._heads else 0
        for column in range(len(self._shares)):
            self._grid.setColumnStretch(column, 1 if column == last else 0)
        for number, cell in enumerate(self._cells):
            has_head = 0 < number <= len(self._heads)
            self._grid.addWidget(cell, number, last if has_head else 0, 1, 1 if has_head else last + 1)
        for number, head in enumerate(self._heads, start=1):
            self._grid.addWidget(head, number, 0, Qt.AlignmentFlag.AlignTop)
            head.show()
        self._grid.addWidget(self._actions, len(self._cells), 0, 1, last + 1)

    # Where the focus is ----------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Mark the row while the focus is in it; Up and Down lead to the rows beside it."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._mark(event.type() is QEvent.Type.FocusIn)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                return self._go(1)
            if event.key() == Qt.Key.Key_Up:
                return self._go(-1)
        return super().eventFilter(watched, event)

    def _mark(self, is_marked: bool) -> None:
        self.setProperty("selected", "true" if is_marked else "false")
        if self._buttons:
            self._buttons[0].setProperty("role", "row-primary" if is_marked else "row")
        for widget in (self, *self._buttons[:1]):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _go(self, step: int) -> bool:
        window = self.window()
        rows = [row for row in window.findChildren(WorkRow) if row.isVisible()]
        at = rows.index(self) + step
        if 0 <= at < len(rows):
            rows[at].next_button.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
