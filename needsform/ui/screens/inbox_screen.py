"""The inbox: who is to be contacted, by what is due first, with the one thing to do in every row."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.identity import ReferralId
from needsform.models.words import Words
from needsform.ui.viewmodels.inbox_view_model import InboxCase, InboxState, InboxViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.contact_panel import ContactPanel
from needsform.ui.widgets.entrance import open_at, stop_after, turn_in
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.referral_words import attempts, sender, short_day, time_left
from needsform.ui.widgets.row_columns import ColumnHeads
from needsform.ui.widgets.short_list import section_head
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

_SHARES = (27, 22, 12, 19, 16, 17)


class InboxScreen(QWidget):
    """The rows with the next thing to do. Overdue is said in words.

    case_requested: a case with its history. take_in_requested: a PDF, pictures or a Bundle are to be taken in.
    register_requested: a referral is to be typed.
    """

    case_requested = Signal(str)
    take_in_requested = Signal()
    register_requested = Signal()

    def __init__(self, view_model: InboxViewModel, words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model, self._words = view_model, words_
        self._rows: dict[ReferralId, WorkRow] = {}
        self._was_noting = False
        self._build()
        self._connect()
        self._render(view_model.state)
        first = next(iter(self._rows.values()), None)
        open_at(self, self._take_in if first is None else first.next_button)

    def add_section(self, section: QWidget) -> None:
        """Put a list of somebody else's beneath the cases."""
        self._sections.addWidget(section)

    def _build(self) -> None:
        self.setObjectName("inbox_screen")
        self._refresh = named_button(self.tr("&Refresh"), "refresh", "quiet")
        self._register = named_button(self.tr("&Type a referral"), "register")
        self._take_in = named_button(self.tr("Take sheets &in"), "take_in", "primary")
        page = ListPage(self.tr("Inbox"), self._refresh, self._register, self._take_in)
        self._turn = turn_in(page.listed)
        self._place = QVBoxLayout()
        self._listed = QWidget()
        self._place.addWidget(self._listed)
        self._sections = QVBoxLayout()
        page.column.addLayout(self._place)
        page.column.addLayout(self._sections)
        page.column.addStretch(1)
        column_in(self).addWidget(page)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._refresh.clicked.connect(self._view_model.refresh)
        self._register.clicked.connect(self.register_requested)
        self._take_in.clicked.connect(self.take_in_requested)

    def _render(self, state: InboxState) -> None:
        before, self._listed = self._listed, QWidget()
        self._rows = {}
        self._place.replaceWidget(before, self._listed)
        before.hide()
        before.deleteLater()
        column = column_in(self._listed, spacing=0)
        heads = (self.tr("Citizen"), self.tr("From"), self.tr("Received"), self.tr("Contact at the latest"))
        if state.to_contact:
            self._add_section(column, self.tr("To be contacted"), "", (*heads, self.tr("Attempts")), state.to_contact)
        if state.contacted:
            told = self.tr("reached, and no plan has begun")
            contacted = (*heads[:3], self.tr("Contacted"), self.tr("Attempts"))
            self._add_section(column, self.tr("Contacted"), told, contacted, state.contacted)
        if not (state.to_contact or state.contacted):
            column.addSpacing(24)
            column.addWidget(words(self.tr("Nobody is waiting to be contacted"), "heading"))
            column.addWidget(
                words(
                    self.tr(
                        "Open a needs assessment that has arrived as a PDF, a scan or a photograph, or type what a"
                        " ward, a general practice or a citizen has told you."
                    )
                )
            )
        stop_after(self._turn, self._listed)
        if self._was_noting and state.noting is None:
            first = next(iter(self._rows.values()), None)
            entrance = self._take_in if first is None else first.next_button
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)
        self._was_noting = state.noting is not None

    def _add_section(
        self, column: QVBoxLayout, title: str, told: str, heads: tuple[str, ...], cases: tuple[InboxCase, ...]
    ) -> None:
        column.addSpacing(18)
        column.addWidget(section_head(title, told))
        column.addWidget(ColumnHeads(*heads, shares=_SHARES))
        for case in cases:
            referral = case.summary.referral
            row = WorkRow(f"case_{referral.id}", self._row_text(case, heads[1:]))
            row.opened.connect(partial(self.case_requested.emit, referral.id))
            row.acted.connect(partial(self._act, referral.id))
            column.addWidget(row)
            self._rows[referral.id] = row
            if self._view_model.state.noting == referral.id:
                panel = ContactPanel(self._words)
                panel.noted.connect(self._view_model.note)
                panel.cancelled.connect(partial(self._cancel, referral.id))
                column.addWidget(panel)
                panel.begin()

    def _row_text(self, case: InboxCase, heads: tuple[str, ...]) -> RowText:
        summary, referral, today = case.summary, case.summary.referral, self._view_model.state.today
        due = short_day(referral.contact_by, today, self._words)
        if referral.contacted_at is not None:
            when = Cell(short_day(referral.contacted_at.date(), today, self._words))
        elif case.is_overdue:
            when = Cell(self.tr("Overdue"), due, is_strong=True)
        else:
            when = Cell(due, time_left(case.days_left, today, referral.contact_by))
        return RowText(
            title=summary.patient_name,
            subtitle=" · ".join(filter(None, (summary.patient_identifier, summary.patient_phone))),
            cells=(
                Cell(*sender(referral, self._words)),
                short_day(referral.received_at.date(), today, self._words),
                when,
                attempts(referral, self._words),
            ),
            actions=(self.tr("Note contact") if referral.contacted_at is None else self.tr("Open"),),
            shares=_SHARES,
            heads=heads,
        )

    def _act(self, referral_id: ReferralId, _button: int) -> None:
        waiting = (case.summary.referral.id for case in self._view_model.state.to_contact)
        if referral_id in waiting:
            self._view_model.begin_note(referral_id)
        else:
            self.case_requested.emit(referral_id)

    def _cancel(self, referral_id: ReferralId) -> None:
        self._view_model.cancel()
        self._rows[referral_id].next_button.setFocus(Qt.FocusReason.OtherFocusReason)
