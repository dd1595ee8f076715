"""The sheets of other places on a citizen's card: what came, from whom, and whether it can be relied on."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.received_assessment import ReceivedAssessment
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

_SHARES = (26, 26, 14, 18, 16)


class ReceivedSection(QWidget):
    """Takes no room where nothing came.

    received_requested: one of them, by its id.
    """

    received_requested = Signal(str)

    def __init__(self, received: tuple[ReceivedAssessment, ...], words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("received_section")
        column = column_in(self, spacing=0, margins=(0, 12, 0, 0))
        column.addWidget(words(self.tr("Received from elsewhere"), "heading", self))
        for one in received:
            row = WorkRow(f"received_{one.id}", self._row_text(one, words_), self)
            row.acted.connect(partial(self._open, one))
            column.addWidget(row)
        self.setHidden(not received)

    def _row_text(self, one: ReceivedAssessment, words_: Words) -> RowText:
        facts = one.facts
        sender = one.verified_as or facts.sender or words_.of(facts.setting)
        mark = Cell(words_.of(one.verification), is_strong=not one.is_verified)
        return RowText(
            title=words_.of(facts.occasion),
            subtitle=self.tr("revision {number}").format(number=facts.revision) if facts.revision > 1 else "",
            cells=(Cell(sender, one.unit), Cell(words_.date(facts.held_on), words_.of(one.arrived_as)), mark),
            actions=(self.tr("Show"),),
            is_link=False,
            shares=_SHARES,
        )

    def _open(self, one: ReceivedAssessment, _button: int) -> None:
        self.received_requested.emit(one.id)
