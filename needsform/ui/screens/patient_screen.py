"""One citizen's card: who it is, how to reach them, and every assessment with what can be done with it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from needsform.models.frozen import TEXT_LENGTH
from needsform.models.next_step import NextStep
from needsform.models.typed_patient import language_names
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.patient_view_model import (
    Asked,
    AssessmentRow,
    PatientState,
    PatientViewModel,
    StopReason,
)
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.citizen_fields import CitizenFields
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import empty, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_row import RowText, WorkRow, step_words

_SHARES = (24, 18, 14, 22, 38)
"""Room for two buttons in every row."""
LISTED_AT_ONCE = 5
"""Assessments before "Show all": what stands beneath them is worth seeing too."""
_STOP_REASONS = (StopReason.DECLINED, StopReason.TOO_ILL, StopReason.MISTAKE)


class PatientScreen(QWidget):
    """The card. What is corrected and what is asked stands in its place, not in a dialog.

    new_requested: a new assessment of this citizen. step_requested: the next step of an assessment.
    handover_requested: what left of an assessment.
    sheet_requested: the sheet of an assessment. more_toggled: "More details" was opened or closed.
    record_requested: all of the citizen, to hand out or erase.
    """

    new_requested = Signal()
    step_requested = Signal(str, NextStep)
    sheet_requested = Signal(str)
    handover_requested = Signal(str)
    record_requested = Signal()
    more_toggled = Signal(bool)

    def __init__(
        self, view_model: PatientViewModel, words_: Words, *, shows_more: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view_model, self._words, self._shows_more = view_model, words_, shows_more
        self._build()
        self._connect()
        self._render(view_model.state)

    def add_section(self, section: QWidget) -> None:
        """Put something of somebody else's beneath the assessments."""
        self._sections.addWidget(section)

    def _build(self) -> None:
        self.setObjectName("patient_screen")
        self.setProperty("role", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._correct = QPushButton(self.tr("Correct &details"))
        self._correct.setObjectName("correct")
        self._record = QPushButton(self.tr("Access and &erasure"))
        self._record.setObjectName("record")
        self._new = QPushButton(self.tr("&New assessment"))
        self._new.setObjectName("new_assessment")
        self._new.setProperty("role", "primary")
        self._page = ListPage(self._view_model.state.patient.name, self._record, self._correct, self._new)
        self._details = QWidget()
        self._details_grid = QGridLayout(self._details)
        self._details_grid.setContentsMargins(0, 0, 0, 0)
        self._details_grid.setHorizontalSpacing(24)
        self._details_grid.setVerticalSpacing(4)
        self._details_grid.setColumnStretch(1, 1)
        self._list = QWidget()
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        self._editing, self._reopening, self._stopping = self._edit_panel(), self._reopen_panel(), self._stop_panel()
        self._page.column.setSpacing(12)
        for part in (self._details, self._editing, self._reopening, self._stopping):
            self._page.column.addWidget(part)
        self._page.column.addSpacing(12)
        self._page.column.addWidget(words(self.tr("Assessments"), "heading"))
        self._page.column.addWidget(self._list)
        self._sections = QVBoxLayout()
        self._page.column.addLayout(self._sections)
        self._page.column.addStretch(1)
        self._shown: PatientState | None = None
        self._stop_number = 0
        self._lists_all = False
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        open_at(self, self._new)

    def _edit_panel(self) -> QWidget:
        panel, column = _panel("edit_panel")
        self._fields = CitizenFields(
            self._view_model.municipalities, language_names(self._view_model.words), shows_more=self._shows_more
        )
        self._save, self._cancel_edit = _button("save", self.tr("&Save"), "primary"), self._cancel_button("edit")
        column.addWidget(self._fields)
        column.addWidget(_beside(self._save, self._cancel_edit))
        return panel

    def _reopen_panel(self) -> QWidget:
        panel, column = _panel("reopen_panel")
        column.addWidget(words(self.tr("Reopen the form"), "heading"))
        column.addWidget(
            words(self.tr("Front and back can be changed again, as a new revision. The one before is kept as it was."))
        )
        self._reason = text_field(self.tr("&Why is it reopened?"), name="reason", longest=TEXT_LENGTH)
        self._reopen, self._cancel_reopen = (
            _button("reopen", self.tr("Re&open"), "primary"),
            self._cancel_button("reopen"),
        )
        column.addWidget(self._reason)
        column.addWidget(_beside(self._reopen, self._cancel_reopen))
        return panel

    def _stop_panel(self) -> QWidget:
        panel, column = _panel("stop_panel")
        column.addWidget(words(self.tr("Stop the assessment"), "heading"))
        column.addWidget(words(self.tr("It leaves the worklist. What was answered is kept, and so is the reason.")))
        reasons = (
            self.tr("The citizen declines"),
            self.tr("The citizen is too ill"),
            self.tr("It was begun by mistake"),
        )
        self._stop_reason = ChoiceGroup("stop_reason", self.tr("Why is it stopped?"), reasons)
        self._stop, self._cancel_stop = _button("stop", self.tr("S&top"), "primary"), self._cancel_button("stop")
        column.addWidget(self._stop_reason)
        column.addWidget(_beside(self._stop, self._cancel_stop))
        return panel

    def _cancel_button(self, what: str) -> QPushButton:
        return _button(f"cancel_{what}", self.tr("C&ancel"))

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._view_model.refused.connect(self._show_first_error)
        self._correct.clicked.connect(self._view_model.correct)
        self._new.clicked.connect(self.new_requested)
        self._record.clicked.connect(self.record_requested)
        self._fields.edited.connect(self._view_model.write)
        self._fields.left.connect(self._view_model.leave)
        self._fields.more_toggled.connect(self.more_toggled)
        self._save.clicked.connect(self._view_model.save)
        self._reason.editor.returnPressed.connect(self._reopen_with_reason)
        self._reopen.clicked.connect(self._reopen_with_reason)
        self._stop_reason.chosen.connect(self._choose_stop_reason)
        self._stop.clicked.connect(self._stop_with_reason)
        for button in (self._cancel_edit, self._cancel_reopen, self._cancel_stop):
            button.clicked.connect(self._view_model.cancel)

    # Showing -------------------------------------------------------------------------------------------------------

    def _render(self, state: PatientState) -> None:
        before, self._shown = self._shown, state
        if before is None or before.patient != state.patient:
            self._page.set_title(state.patient.name)
            self._render_details(state)
        if before is None or before.assessments != state.assessments:
            self._render_list(state)
        self._fields.render_typed(state.typed, state.errors)
        self._reason.show_error(sentence(state.errors["reason"]) if "reason" in state.errors else "")
        self._details.setVisible(not state.is_correcting)
        self._correct.setVisible(not state.is_correcting)
        self._new.setVisible(not state.is_correcting)
        self._record.setVisible(not state.is_correcting)
        asked = None if state.question is None else state.question.asked
        self._editing.setVisible(state.is_correcting)
        self._reopening.setVisible(asked is Asked.REOPEN)
        self._stopping.setVisible(asked is Asked.STOP)
        self._focus_what_opened(before, state)

    def _focus_what_opened(self, before: PatientState | None, state: PatientState) -> None:
        if before is None:
            self._choose_stop_reason(0)
            return
        if state.is_correcting and not before.is_correcting:
            self._fields.editor("name").setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.question is not None and state.question != before.question:
            self._reason.editor.clear()
            self._choose_stop_reason(0)
            is_reopening = state.question.asked is Asked.REOPEN
            opened = self._reason.editor if is_reopening else self._stop_reason.answer(0)
            opened.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (before.is_correcting or before.question) and not (state.is_correcting or state.question):
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _render_details(self, state: PatientState) -> None:
        empty(self._details_grid)
        for row, (name, value) in enumerate(self._detail_words(state)):
            self._details_grid.addWidget(words(name, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._details_grid.addWidget(words(value, "tabular"), row, 1)

    def _detail_words(self, state: PatientState) -> list[tuple[str, str]]:
        patient, typed = state.patient, state.typed
        children = {None: "", True: self.tr("Yes"), False: self.tr("No")}[typed.children_under_18]
        is_danish = patient.language == self._words.language == "da"
        language = "" if is_danish and not typed.needs_interpreter else typed.language
        interpreter = self.tr("interpreter is needed") if typed.needs_interpreter else ""
        protected = self.tr("name and address are protected") if typed.address_protected else ""
        practice = _joined(typed.general_practice, typed.general_practice_phone)
        relation = f"({typed.relation})" if typed.relation else ""
        named = (
            (self._words.of(patient.identifier.kind), patient.identifier.shown),
            (self.tr("Phone"), _joined(typed.phone, typed.best_time)),
            (self.tr("Municipality"), typed.municipality),
            (self.tr("Address"), _joined(typed.address, protected)),
            (self.tr("General practitioner"), practice),
            (self.tr("Relative"), _joined(" ".join(filter(None, (typed.relative, relation))), typed.relative_phone)),
            (self.tr("Children under 18 at home"), children),
            (self.tr("Language"), _joined(language, interpreter)),
        )
        return [(name, value) for name, value in named if value]

    def _render_list(self, state: PatientState) -> None:
        empty(self._list_column)
        if not state.assessments:
            self._list_column.addWidget(
                words(self.tr("None has been made here yet. Begin the first one with New assessment."))
            )
        shown = state.assessments if self._lists_all else state.assessments[:LISTED_AT_ONCE]
        for row in shown:
            actions = self._actions(row)
            line = WorkRow(f"assessment_{row.summary.id}", self._row_text(row, tuple(text for text, _ in actions)))
            line.acted.connect(partial(_act_on, tuple(act for _, act in actions)))
            self._list_column.addWidget(line)
        if len(shown) < len(state.assessments):
            more = _button("all_assessments", self.tr("Show all {count}").format(count=len(state.assessments)), "link")
            more.clicked.connect(self._list_all)
            self._list_column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)

    def _list_all(self) -> None:
        self._lists_all = True
        self._render_list(self._view_model.state)
        self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_text(self, row: AssessmentRow, actions: tuple[str, ...]) -> RowText:
        summary = row.summary
        return RowText(
            title=self._words.of(summary.occasion),
            subtitle=self.tr("revision {number}").format(number=summary.revision) if summary.revision > 1 else "",
            cells=(
                self._standing(row),
                self._words.date(summary.held_on),
                self._words.of(summary.filled_by),
            ),
            actions=actions,
            is_link=False,
            shares=_SHARES,
        )

    def _standing(self, row: AssessmentRow) -> str:
        """How far it has come; of what is signed, who has not got it yet."""
        status = self._words.of(row.summary.status)
        if not row.missing:
            return status
        missing = ", ".join(self._words.of(recipient) for recipient in row.missing)
        return self.tr("{status}. Missing: {recipients}").format(status=status, recipients=missing)

    def _actions(self, row: AssessmentRow) -> list[tuple[str, Callable[[], None]]]:
        """What can be done, the next thing first: words, and what they do."""
        assessment_id, actions = row.summary.id, list[tuple[str, Callable[[], None]]]()
        if row.next_step is not None:
            step = partial(self.step_requested.emit, assessment_id, row.next_step)
            actions.append((step_words(row.next_step), step))
        elif row.has_sheet:
            actions.append((self.tr("Show the sheet"), partial(self.sheet_requested.emit, assessment_id)))
            actions.append((self.tr("Handing over"), partial(self.handover_requested.emit, assessment_id)))
        if row.can_reopen:
            ask = partial(self._view_model.ask, Asked.REOPEN, assessment_id)
            actions.append((self.tr("Reopen"), ask))
        if row.can_stop:
            actions.append((self.tr("Stop"), partial(self._view_model.ask, Asked.STOP, assessment_id)))
        return actions

    # What the user does --------------------------------------------------------------------------------------------

    def _show_first_error(self) -> None:
        if not self._fields.focus_error():
            self._reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reopen_with_reason(self) -> None:
        self._view_model.reopen(self._reason.editor.text())

    def _choose_stop_reason(self, number: int) -> None:
        self._stop_number = number
        self._stop_reason.render_answer(number)

    def _stop_with_reason(self) -> None:
        self._view_model.stop(_STOP_REASONS[self._stop_number])


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _button(name: str, text: str, role: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    if role:
        button.setProperty("role", role)
    return button


def _beside(*widgets: QWidget) -> TurningRow:
    row = TurningRow()
    for widget in widgets:
        row.add(widget)
    row.add_gap()
    return row


def _panel(name: str) -> tuple[QFrame, QVBoxLayout]:
    panel = QFrame()
    panel.setObjectName(name)
    panel.setProperty("role", "panel")
    column = QVBoxLayout(panel)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(12)
    return panel, column


def _act_on(acts: tuple[Callable[[], None], ...], number: int) -> None:
    acts[number]()
