"""A list beneath a heading: all its rows, or the first of them and the others when somebody wants them."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from needsform.ui.widgets.entrance import stop_after, turn_in
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.row_columns import ColumnHeads
from needsform.ui.widgets.show_all import ShowAll
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_row import WorkRow

MakeRow = Callable[[QWidget], WorkRow]
"""Makes a row in the room that it is given."""


def section_head(title: str, explanation: str, parent: QWidget | None = None) -> TurningRow:
    """What a list is called, and beside it in quieter letters what stands in it."""
    line = TurningRow(parent=parent)
    heading = words(title, "heading", line)
    heading.setWordWrap(False)
    line.add(heading)
    if explanation:
        line.add(words(explanation, "quiet", line), 1)
    else:
        line.add_gap()
    return line


class ShortList(QWidget):
    """Column heads and rows, and no room without rows; once all of them were wanted, all of them are listed."""

    def __init__(
        self,
        heads: tuple[str, ...],
        shares: tuple[int, ...],
        parent: QWidget,
        *,
        at_once: int | None = None,
        what: str = "",
    ) -> None:
        """`at_once`: rows before "Show all", None for all of them. `what`: the end of its objectName."""
        super().__init__(parent)
        self._heads, self._shares, self._at_once, self._what = heads, shares, at_once, what
        self._column = column_in(self, spacing=0)
        self._turn = turn_in(self)
        self._listed = QWidget(self)
        self._column.addWidget(self._listed)
        self._makers: tuple[MakeRow, ...] = ()
        self._lists_all = False
        self.rows: list[WorkRow] = []
        """Those that are listed."""

    def show_rows(self, makers: Iterable[MakeRow]) -> None:
        """List these in place of those before."""
        self._makers = tuple(makers)
        self._list()

    def _list(self) -> None:
        before, self._listed = self._listed, QWidget(self)
        self._column.replaceWidget(before, self._listed)
        before.hide()
        before.deleteLater()
        column = column_in(self._listed, spacing=0)
        column.addWidget(ColumnHeads(*self._heads, shares=self._shares, parent=self._listed))
        shown = self._makers if self._lists_all else self._makers[: self._at_once]
        self.rows = [make(self._listed) for make in shown]
        for row in self.rows:
            column.addWidget(row)
        if len(shown) < len(self._makers):
            more = ShowAll(self._what, len(self._makers), self._listed)
            more.clicked.connect(self._list_all)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        self._listed.show()
        stop_after(self._turn, self._listed)
        self.setHidden(not self._makers)

    def _list_all(self) -> None:
        self._lists_all = True
        self._list()
        self.rows[self._at_once or 0].next_button.setFocus(Qt.FocusReason.OtherFocusReason)
