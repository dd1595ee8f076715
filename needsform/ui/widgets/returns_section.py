"""Courses that a citizen came back to, on their card and on a case: how each ended, and what began since."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.former_course import ComingBack
from needsform.models.identity import ReferralId
from needsform.models.words import Words
from needsform.ui.widgets.former_course_words import ended
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.row_columns import ColumnHeads
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

_SHARES = (30, 34, 36)


class ReturnsSection(QWidget):
    """Takes no room where nobody came back.

    `case_requested(str)`: a case, by its id. `plan_requested(str)`: a plan that ended, by its id.
    """

    case_requested = Signal(str)
    plan_requested = Signal(str)

    def __init__(
        self, returns: tuple[ComingBack, ...], texts: Words, parent: QWidget, *, here: ReferralId | None = None
    ) -> None:
        """`here`: the case that is shown already, to which no button leads."""
        super().__init__(parent)
        self._words, self._here = texts, here
        self.setObjectName("returns_section")
        column = column_in(self, spacing=0, margins=(0, 18, 0, 0))
        column.addWidget(words(self.tr("Earlier courses"), "heading", self))
        heads = ("", self.tr("Came back"))
        column.addWidget(ColumnHeads(*heads, shares=_SHARES, parent=self))
        for place, one in enumerate(returns):
            presses, title = self._presses(one), ended(one.former, texts)
            row = WorkRow(
                f"return_{place}",
                RowText(
                    title=title[:1].upper() + title[1:],
                    cells=(Cell(texts.date(one.began_on), self._why(one)),),
                    actions=tuple(text for text, _ in presses),
                    is_link=False,
                    shares=_SHARES,
                    heads=heads[1:],
                ),
                self,
            )
            row.acted.connect(partial(self._go, tuple(act for _, act in presses)))
            column.addWidget(row)
        self.setHidden(not returns)

    def _why(self, one: ComingBack) -> str:
        """From whom this place heard, and what the new assessment is for."""
        said = (one.source, one.occasion)
        return " · ".join(self._words.of(value) for value in said if value is not None)

    def _presses(self, one: ComingBack) -> list[tuple[str, partial[None]]]:
        presses: list[tuple[str, partial[None]]] = []
        former = one.former
        if former.case_id is not None and former.case_id != self._here:
            presses.append((self.tr("Open the earlier course"), partial(self.case_requested.emit, former.case_id)))
        if former.plan_id is not None:
            presses.append((self.tr("Open the earlier plan"), partial(self.plan_requested.emit, former.plan_id)))
        if one.case_id is not None and one.case_id != self._here:
            presses.append((self.tr("Open the new case"), partial(self.case_requested.emit, one.case_id)))
        return presses

    def _go(self, acts: tuple[partial[None], ...], number: int) -> None:
        acts[number]()
