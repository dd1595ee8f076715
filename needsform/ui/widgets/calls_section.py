"""Calls some weeks after treatment in a list, in the inbox and on a citizen's card: when they are due, in words."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.follow_up_call import CallDue, CallSummary
from needsform.models.identity import CallId
from needsform.models.referral import ContactOutcome
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import column_in, text_field
from needsform.ui.widgets.short_list import ShortList, section_head
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

_SHARES = (26, 22, 18, 44)
_OUTCOMES = (ContactOutcome.REACHED, ContactOutcome.NO_ANSWER)


class CallsSection(QWidget):
    """A heading and a row for each call; on a card also a field to put one on the list.

    `planned(str)`: the day on which treatment ended, as it was typed. `noted(CallId, ContactOutcome)`: an attempt.
    `cancelled(CallId)`: nobody needs to call. `patient_requested(str)`: to the citizen's card.
    """

    planned = Signal(str)
    noted = Signal(str, ContactOutcome)
    cancelled = Signal(str)
    patient_requested = Signal(str)

    def __init__(self, texts: Words, *, is_card: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._is_card = texts, is_card
        self.setObjectName("calls_section")
        column = column_in(self, spacing=0)
        column.addSpacing(18)
        explanation = self.tr("three to four weeks after treatment, where there was no need at its end")
        column.addWidget(section_head(self.tr("Follow-up call"), explanation, self))
        first = self.tr("Treatment ended") if is_card else self.tr("Citizen")
        self._list = ShortList((first, *self._heads()), _SHARES, self)
        column.addWidget(self._list)
        self._ended = text_field(self.tr("&Treatment ended on"), name="treatment_ended_on", longest=20)
        self._plan = named_button(self.tr("Put a call on the &list"), "plan_call", parent=self)
        self._tools = TurningRow(margins=(0, 8, 0, 0), parent=self)
        self._tools.add(self._ended)
        self._tools.add(self._plan)
        self._tools.add_gap()
        column.addWidget(self._tools)
        self._plan.clicked.connect(self._tell_planned)
        self._ended.editor.returnPressed.connect(self._tell_planned)

    def render_calls(self, calls: tuple[CallSummary, ...], today: date, *, can_plan: bool, error: str) -> None:
        """Show these. Without calls, and where none can be put on the list, the section hides."""
        self._list.show_rows(partial(self._row, summary, today) for summary in calls)
        self._tools.setVisible(can_plan)
        waits = any(summary.call.due(today) is CallDue.NO_DAY for summary in calls)
        self._plan.setText(self.tr("Save the &day") if waits else self.tr("Put a call on the &list"))
        self._ended.show_error(error)
        self.setHidden(not (calls or can_plan))

    def _heads(self) -> tuple[str, ...]:
        return (self.tr("Call between"), self.tr("When"))

    def _row(self, summary: CallSummary, today: date, room: QWidget) -> WorkRow:
        call, texts = summary.call, self._words
        due = call.due(today)
        ended = texts.date(call.treatment_ended_on) if call.treatment_ended_on else self.tr("not written yet")
        window = "–"
        if call.due_from is not None and call.due_by is not None:
            window = self.tr("{first} and {last}").format(first=texts.date(call.due_from), last=texts.date(call.due_by))
        tried = len(call.attempts)
        row = WorkRow(
            f"call_{call.id}",
            RowText(
                title=ended if self._is_card else summary.patient_name,
                subtitle="" if self._is_card else " · ".join((summary.patient_identifier, summary.patient_phone)),
                cells=(
                    window,
                    Cell(
                        texts.of(due),
                        self.tr("attempts: {count}").format(count=tried) if tried else "",
                        is_strong=due in (CallDue.DUE, CallDue.OVERDUE, CallDue.NO_DAY),
                    ),
                ),
                actions=self._act_words(due),
                is_link=not self._is_card,
                shares=_SHARES,
                heads=self._heads(),
            ),
            room,
        )
        row.opened.connect(partial(self.patient_requested.emit, call.patient_id))
        row.acted.connect(partial(self._act, call.id))
        return row

    def _act_words(self, due: CallDue) -> tuple[str, ...]:
        if due is CallDue.DONE:
            return ()
        return self.tr("Reached"), self.tr("No answer"), self.tr("Not needed")

    def _act(self, call_id: CallId, button: int) -> None:
        if button < len(_OUTCOMES):
            self.noted.emit(call_id, _OUTCOMES[button])
        else:
            self.cancelled.emit(call_id)

    def _tell_planned(self) -> None:
        self.planned.emit(self._ended.editor.text())
