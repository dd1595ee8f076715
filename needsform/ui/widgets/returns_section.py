"""Courses that a citizen came back to, on their card and on a case: how each ended, and what began since."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.former_course import ComingBack, FormerCourse
from needsform.models.identity import ReferralId
from needsform.models.words import Words
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.former_course_words import ended, goes_on_from
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.short_list import ShortList
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

_SHARES = (30, 34, 36)


class ReturnsSection(QWidget):
    """Takes no room where nobody came back, and where there is nothing to come back to.

    `case_requested(str)`: a case, by its id. `plan_requested(str)`: a plan that ended, by its id. `linked(bool)`: the
    case that is shown goes on from the earlier course, or it does not.
    """

    case_requested = Signal(str)
    plan_requested = Signal(str)
    linked = Signal(bool)

    def __init__(
        self,
        returns: tuple[ComingBack, ...],
        texts: Words,
        parent: QWidget,
        *,
        here: ReferralId | None = None,
        offered: FormerCourse | None = None,
    ) -> None:
        """`here`: the case that is shown already, to which no button leads; `offered`: what it could go on from."""
        super().__init__(parent)
        self._words, self._here = texts, here
        self.setObjectName("returns_section")
        column = column_in(self, spacing=0, margins=(0, 18, 0, 0))
        column.addWidget(words(self.tr("Earlier courses"), "heading", self))
        self._link = CheckBox("", self)
        self._link.setObjectName("comes_back")
        self._link.clicked.connect(self.linked)
        column.addWidget(self._link)
        self._list = ShortList(("", *self._heads()), _SHARES, self)
        column.addWidget(self._list)
        self.show_returns(returns, offered)

    def show_returns(self, returns: tuple[ComingBack, ...], offered: FormerCourse | None) -> None:
        """What there is now."""
        self._link.setHidden(offered is None)
        self._link.setText("" if offered is None else goes_on_from(offered, self._words))
        self._link.setChecked(any(one.case_id == self._here for one in returns))
        self._list.show_rows(partial(self._row, place, one) for place, one in enumerate(returns))
        self.setHidden(not returns and offered is None)

    def _heads(self) -> tuple[str]:
        return (self.tr("Came back"),)

    def _row(self, place: int, one: ComingBack, room: QWidget) -> WorkRow:
        presses, title = self._presses(one), ended(one.former, self._words)
        row = WorkRow(
            f"return_{place}",
            RowText(
                title=title[:1].upper() + title[1:],
                cells=(Cell(self._words.date(one.began_on), self._why(one)),),
                actions=tuple(text for text, _ in presses),
                is_link=False,
                shares=_SHARES,
                heads=self._heads(),
            ),
            room,
        )
        row.acted.connect(partial(self._go, tuple(act for _, act in presses)))
        return row

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
