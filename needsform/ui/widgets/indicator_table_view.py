"""Figures that belong together: what is counted, the whole, its parts with their shares, and a bar beside each."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from needsform.models.indicator import Indicator
from needsform.models.indicator_counts import ShownLine, ShownTable
from needsform.models.indicator_words import count_text, definition, goal_of, share_text
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.share_bar import ShareBar

_LETTERS_WIDE = 115
"""What one reads along without losing the line."""
_BESIDE_LINK = 8
"""Pixels that a link keeps free beside its words; a count that leads nowhere ends in the same line."""
_ROW = 44
"""Pixels; what a line takes that leads to its rows, so that all lines stand equally far apart."""
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class IndicatorTableView(QWidget):
    """One table; each count that is not zero leads to its rows.

    rows_requested: somebody wants to see what a figure counts.
    """

    rows_requested = Signal(Indicator)

    def __init__(self, shown: ShownTable, texts: Words, *, has_rows: bool, parent: QWidget | None = None) -> None:
        """`has_rows`: whether what is counted is in this store."""
        super().__init__(parent)
        self._table, self._texts, self._has_rows = shown.table, texts, has_rows
        self.setObjectName(f"indicators_{shown.table.kind.value}")
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * _LETTERS_WIDE)
        column = column_in(self, spacing=4, margins=(0, 14, 0, 0))
        column.addWidget(words(texts.of(shown.table.kind), "heading"))
        for told in definition(shown.table, texts):
            column.addWidget(words(told, "quiet"))
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(3, 4)
        column.addLayout(self._grid)
        for place, key in enumerate(("column.figure", "column.count", "share_head")):
            head = _cell(texts.text(f"indicators.{key}"), "quiet", beside=_BESIDE_LINK if place == 1 else 0)
            self._grid.addWidget(head, 0, place, _RIGHT if place else Qt.AlignmentFlag(0))
        for row, line in enumerate(shown.lines, start=1):
            self._add(row, line)

    def _add(self, row: int, line: ShownLine) -> None:
        texts, is_whole = self._texts, line.indicator is self._table.whole
        look = "strong" if is_whole else ""
        name, share = texts.of(line.indicator), share_text(line.percent, texts)
        self._grid.addWidget(words(name, look), row, 0)
        self._grid.addWidget(self._count(line, name, share), row, 1, _RIGHT)
        self._grid.addWidget(_cell(share, look), row, 2, _RIGHT)
        if line.percent is not None:
            self._grid.addWidget(ShareBar(line.percent, goal_of(self._table, line.indicator)), row, 3)
        self._grid.setRowMinimumHeight(row, max(_ROW if self._has_rows else 0, self.fontMetrics().height() + 10))

    def _count(self, line: ShownLine, name: str, share: str) -> QWidget:
        count = count_text(line.shown, self._texts)
        if line.shown.count == 0 or not self._has_rows:
            is_whole = line.indicator is self._table.whole
            return _cell(count, "strong" if is_whole else "", beside=_BESIDE_LINK)
        button = named_button(count, f"rows_{self._table.kind.value}_{line.indicator.value}", "link")
        told = ", ".join(filter(None, (count, share)))
        button.setAccessibleName(self.tr("{figure}: {count}. Show whom it counts").format(figure=name, count=told))
        button.clicked.connect(partial(self._ask, line.indicator))
        return button

    def _ask(self, indicator: Indicator, _checked: bool = False) -> None:
        self.rows_requested.emit(indicator)


def _cell(text: str, role: str, *, beside: int = 0) -> QLabel:
    label = words(text, role)
    label.setWordWrap(False)
    label.setContentsMargins(0, 0, beside, 0)
    return label
