"""One case of a citizen: whom to call, by when, every attempt in a line of its own, and its end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from needsform.models.frozen import LINE_LENGTH
from needsform.models.referral import ClosingReason, Referral
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.referral_view_model import ReferralQuestion, ReferralState, ReferralViewModel
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button, show_role
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.contact_panel import ContactPanel
from needsform.ui.widgets.day_panel import DayPanel
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, empty, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.plans_section import PlansSection
from needsform.ui.widgets.referral_words import sender, time_left
from needsform.ui.widgets.turning_row import TurningRow


class ReferralScreen(QWidget):
    """Facts, attempts, and what is asked in its place.

    closed_requested: back to the inbox. patient_requested: the citizen's card.
    """

    closed_requested = Signal()
    patient_requested = Signal(str)

    def __init__(self, view_model: ReferralViewModel, words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model, self._words = view_model, words_
        self._reason = ClosingReason.COMPLETED
        self._asked: ReferralQuestion | None = None
        self._new_plan: QPushButton | None = None
        """Of the section beneath, where a plan can be begun."""
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._next_button(view_model.state.referral) or self._back)

    def add_section(self, section: QWidget) -> None:
        """Put something of somebody else's beneath the attempts."""
        self._sections.addWidget(section)
        if isinstance(section, PlansSection):
            self._new_plan = section.start
            self._render_next(self._view_model.state.referral)

    def add_tool(self, button: QPushButton) -> None:
        """Put a button of somebody else's after the first one."""
        self._tools.add(button)

    def _build(self) -> None:
        self.setObjectName("referral_screen")
        self._back = named_button(self.tr("&Back"), "back")
        self._card = named_button(self.tr("Citizen's &card"), "citizen_card")
        self._note = named_button(self.tr("&Note contact"), "note_contact")
        self._close = named_button(self.tr("C&lose the referral"), "close_case")
        page = ListPage(self._view_model.state.patient.name, self._back, self._card)
        page.column.setSpacing(12)
        self._overdue = words("", "notice")
        self._overdue.setObjectName("overdue")
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        self._tools = TurningRow()
        self._correct = named_button(self.tr("Co&rrect the day"), "correct_day")
        self._tools.add(self._note)
        self._tools.add(self._correct)
        self._tools.add(self._close)
        tools = TurningRow()
        tools.add(self._tools)
        tools.add_gap()
        self._contact = ContactPanel(self._words)
        self._correcting = DayPanel(self._words)
        self._closing = self._closing_panel()
        self._attempts = QVBoxLayout()
        self._attempts.setSpacing(4)
        self._sections = QVBoxLayout()
        page.column.addWidget(self._overdue)
        page.column.addLayout(self._facts)
        for part in (tools, self._contact, self._correcting, self._closing):
            page.column.addWidget(part)
        page.column.addWidget(words(self.tr("Attempts to reach the citizen"), "heading"))
        page.column.addLayout(self._attempts)
        page.column.addLayout(self._sections)
        page.column.addStretch(1)
        column_in(self).addWidget(page)

    def _closing_panel(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("closing_panel")
        panel.setProperty("role", "panel")
        answers = tuple(self._words.of(reason) for reason in ClosingReason)
        self._reasons = ChoiceGroup("closing_reason", self.tr("Why is it closed?"), answers)
        self._reasons.render_answer(0)
        self._closing_note = text_field(self.tr("&In a few words"), name="closing_note", longest=LINE_LENGTH)
        self._confirm = named_button(self.tr("Cl&ose it"), "confirm_close", "primary")
        self._cancel = named_button(self.tr("C&ancel"), "cancel_close")
        buttons = buttons_in_a_row(self._confirm, self._cancel)
        column = column_in(panel, margins=(24, 16, 24, 16))
        for part in (self._reasons, self._closing_note, buttons):
            column.addWidget(part)
        return panel

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._back.clicked.connect(self.closed_requested)
        self._card.clicked.connect(self._ask_for_card)
        self._note.clicked.connect(self._begin_note)
        self._close.clicked.connect(self._begin_closing)
        self._correct.clicked.connect(self._begin_correcting)
        self._correcting.written.connect(self._view_model.write_day)
        self._correcting.kept.connect(self._view_model.correct_day)
        self._correcting.cancelled.connect(self._view_model.cancel)
        self._contact.noted.connect(self._view_model.note)
        self._contact.cancelled.connect(self._view_model.cancel)
        self._reasons.chosen.connect(self._choose)
        self._confirm.clicked.connect(self._tell_closing)
        self._closing_note.editor.returnPressed.connect(self._tell_closing)
        self._cancel.clicked.connect(self._view_model.cancel)

    # Showing --------------------------------------------------------------------------------------------------------

    def _render(self, state: ReferralState) -> None:
        referral = state.referral
        self._overdue.setVisible(state.is_overdue)
        self._overdue.setText(
            self.tr("Overdue: the citizen should have been contacted by {day} at the latest.").format(
                day=self._words.date(referral.contact_by)
            )
        )
        empty(self._facts)
        for row, (name, value) in enumerate(self._told(state)):
            self._facts.addWidget(words(name, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(words(value, "tabular"), row, 1)
        empty(self._attempts)
        for line in self._attempt_lines(referral):
            self._attempts.addWidget(words(line, "tabular"))
        for button in (self._note, self._correct, self._close):
            button.setVisible(not referral.is_closed)
        self._contact.setVisible(state.asked is ReferralQuestion.CONTACT)
        self._closing.setVisible(state.asked is ReferralQuestion.CLOSE)
        wrong = state.errors.get("informed_on")
        self._correcting.setVisible(state.asked is ReferralQuestion.DAY)
        self._correcting.show_day(state.informed_on, state.contact_by, "" if wrong is None else sentence(wrong))
        self._closing_note.show_error(sentence(state.errors["note"]) if "note" in state.errors else "")
        self._render_next(referral)
        self._move_focus(state)

    def _next_button(self, referral: Referral) -> QPushButton | None:
        """What comes next: the citizen is reached, then the plan is begun, and then what is written on the card."""
        if referral.is_closed:
            return None
        if referral.contacted_at is None:
            return self._note
        return self._new_plan or self._card

    def _render_next(self, referral: Referral) -> None:
        next_button = self._next_button(referral)
        for button in filter(None, (self._note, self._card, self._new_plan)):
            show_role(button, "primary" if button is next_button else "")

    def _move_focus(self, state: ReferralState) -> None:
        if "note" in state.errors:
            self._closing_note.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif "informed_on" in state.errors:
            self._correcting.begin()
        elif state.asked is not self._asked:
            if state.asked is ReferralQuestion.CONTACT:
                self._contact.begin()
            elif state.asked is ReferralQuestion.DAY:
                self._correcting.begin()
            elif state.asked is ReferralQuestion.CLOSE:
                self._reasons.answer(0).setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                back = self._back if state.referral.is_closed else self._note
                back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asked = state.asked

    def _told(self, state: ReferralState) -> list[tuple[str, str]]:
        referral, patient = state.referral, state.patient
        named = (
            (self.tr("State"), self._state_words(referral)),
            (self._words.of(patient.identifier.kind), patient.identifier.shown),
            (self.tr("Phone"), ", ".join(filter(None, (patient.phone, patient.best_time)))),
            (self.tr("From"), " · ".join(filter(None, sender(referral, self._words)))),
            (self.tr("Whom to ask there"), referral.sender_contact),
            (self.tr("Heard on"), self._words.date(referral.informed_on)),
            (self.tr("Contact at the latest"), self._due_words(state)),
        )
        return [(name, value) for name, value in named if value]

    def _state_words(self, referral: Referral) -> str:
        state = self._words.of(referral.status)
        if referral.closing_reason is None or referral.closed_at is None:
            return state
        day = self._words.date(referral.closed_at.date())
        return ", ".join(
            filter(None, (f"{state} {day}", self._words.within(referral.closing_reason), referral.closing_note))
        )

    def _due_words(self, state: ReferralState) -> str:
        last = self._words.date(state.referral.contact_by)
        if state.referral.contacted_at is not None or state.is_overdue or state.referral.is_closed:
            return last
        return f"{last}, {time_left(state.days_left, state.today, state.referral.contact_by)}"

    def _attempt_lines(self, referral: Referral) -> list[str]:
        if not referral.attempts:
            return [self.tr("None yet.")]
        return [
            " · ".join(
                filter(
                    None,
                    (
                        f"{self._words.date(attempt.at.date())} {self._words.time(attempt.at)}",
                        self._words.of(attempt.outcome),
                        attempt.note,
                        attempt.by.name,
                    ),
                )
            )
            for attempt in reversed(referral.attempts)
        ]

    # What the user does ----------------------------------------------------------------------------------------------

    def _begin_note(self) -> None:
        self._view_model.ask(ReferralQuestion.CONTACT)

    def _begin_correcting(self) -> None:
        self._view_model.ask(ReferralQuestion.DAY)

    def _begin_closing(self) -> None:
        self._view_model.ask(ReferralQuestion.CLOSE)

    def _choose(self, number: int) -> None:
        self._reason = tuple(ClosingReason)[number]

    def _tell_closing(self) -> None:
        self._view_model.close(self._reason, self._closing_note.editor.text())

    def _ask_for_card(self) -> None:
        self.patient_requested.emit(self._view_model.state.patient.id)
