"""One citizen's card: who it is, how to reach them, and every assessment with what can be done with it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from needsform.models.next_step import NextStep
from needsform.models.typed_patient import language_names
from needsform.models.words import Words
from needsform.ui.viewmodels.patient_view_model import (
    Asked,
    AssessmentRow,
    PatientState,
    PatientViewModel,
    Question,
    StopReason,
)
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.card_panels import CardPanel, CorrectPanel, ReopenQuestion, StopQuestion
from needsform.ui.widgets.entrance import open_at, stop_after, turn_in
from needsform.ui.widgets.labelled_field import column_in, empty, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.show_all import ShowAll
from needsform.ui.widgets.work_row import RowText, WorkRow, step_words

_SHARES = (24, 18, 14, 22, 38)
"""Room for two buttons in every row."""
_STOP_REASONS = (StopReason.DECLINED, StopReason.TOO_ILL, StopReason.MISTAKE)
LISTED_AT_ONCE = 5
"""Assessments before "Show all": what stands beneath them is worth seeing too."""


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

    def add_sections(self, sections: Iterable[Callable[[QWidget], QWidget | None]]) -> None:
        """What somebody else makes to stand beneath the assessments, in the order of reading; None for nothing.

        Each is made in its place once the card has been seen: whoever opens a card looks at its head first.
        """
        self._page.fill((partial(self._add_section, make) for make in sections), at_once=0, at_a_time=1)

    def _add_section(self, make: Callable[[QWidget], QWidget | None]) -> None:
        section = make(self._page.listed)
        if section is not None:
            self._sections.addWidget(section)

    def _build(self) -> None:
        self.setObjectName("patient_screen")
        self._record = named_button(self.tr("Access and &erasure"), "record", parent=self)
        self._correct = named_button(self.tr("Correct &details"), "correct", parent=self)
        self._new = named_button(self.tr("&New assessment"), "new_assessment", "primary", parent=self)
        name = self._view_model.state.patient.name
        self._page = ListPage(name, self._record, self._correct, self._new, parent=self)
        room = self._page.listed
        self._details = QWidget(room)
        self._details_grid = QGridLayout(self._details)
        self._details_grid.setContentsMargins(0, 0, 0, 0)
        self._details_grid.setHorizontalSpacing(24)
        self._details_grid.setVerticalSpacing(4)
        self._details_grid.setColumnStretch(1, 1)
        self._turn = turn_in(room)
        self._list = QWidget(room)
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        self._panel: CardPanel | None = None
        """What is open to be answered, if anything is."""
        self._panel_place = QVBoxLayout()
        self._page.column.setSpacing(12)
        self._page.column.addWidget(self._details)
        self._page.column.addLayout(self._panel_place)
        self._page.column.addSpacing(12)
        self._page.column.addWidget(words(self.tr("Assessments"), "heading", room))
        self._page.column.addWidget(self._list)
        self._sections = QVBoxLayout()
        self._page.column.addLayout(self._sections)
        self._page.column.addStretch(1)
        self._shown: PatientState | None = None
        self._lists_all = False
        column_in(self).addWidget(self._page)
        open_at(self, self._new)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._view_model.refused.connect(self._show_first_error)
        self._correct.clicked.connect(self._view_model.correct)
        self._new.clicked.connect(self.new_requested)
        self._record.clicked.connect(self.record_requested)

    # Showing -------------------------------------------------------------------------------------------------------

    def _render(self, state: PatientState) -> None:
        before, self._shown = self._shown, state
        if before is None or before.patient != state.patient:
            self._page.set_title(state.patient.name)
            self._render_details(state)
        if before is None or before.assessments != state.assessments:
            self._render_list(state)
        for button in (self._correct, self._new, self._record):
            button.setVisible(not state.is_correcting)
        self._details.setVisible(not state.is_correcting)
        if before is None or _open(before) != _open(state):
            self._open_panel(state)
        if isinstance(self._panel, CorrectPanel):
            self._panel.render_typed(state.typed, state.errors)
        if self._panel is not None:
            self._panel.show_errors(state.errors)
            self._panel.show_unsaved(is_unsaved=state.holds_unsaved)

    def _open_panel(self, state: PatientState) -> None:
        """Close what was open to be answered, and open what is asked now."""
        before, self._panel = self._panel, self._made_panel(state)
        if before is not None:
            before.hide()
            before.deleteLater()
        if self._panel is not None:
            self._panel.cancelled.connect(self._view_model.cancel)
            self._panel_place.addWidget(self._panel)
            self._panel.show()
            stop_after(self._new, self._panel)
            self._panel.begin()
        elif before is not None:
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_panel(self, state: PatientState) -> CardPanel | None:
        model, room = self._view_model, self._page.listed
        if state.is_correcting:
            languages = language_names(model.words)
            correct = CorrectPanel(model.municipalities, languages, shows_more=self._shows_more, parent=room)
            correct.render_typed(state.typed, state.errors)
            correct.edited.connect(model.write)
            correct.left.connect(model.leave)
            correct.save_requested.connect(model.save)
            correct.more_toggled.connect(self._remember_more)
            return correct
        if state.question is None:
            return None
        if state.question.asked is Asked.REOPEN:
            reopen = ReopenQuestion(room)
            reopen.reopened.connect(model.reopen)
            return reopen
        stop = StopQuestion(room)
        stop.stopped.connect(self._stop)
        return stop

    def _stop(self, reason: int) -> None:
        self._view_model.stop(_STOP_REASONS[reason])

    def _remember_more(self, is_open: bool) -> None:
        self._shows_more = is_open
        self.more_toggled.emit(is_open)

    def _render_details(self, state: PatientState) -> None:
        empty(self._details_grid)
        for row, (name, value) in enumerate(self._detail_words(state)):
            self._details_grid.addWidget(words(name, "quiet", self._details), row, 0, Qt.AlignmentFlag.AlignTop)
            self._details_grid.addWidget(words(value, "tabular", self._details), row, 1)

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
                words(self.tr("None has been made here yet. Begin the first one with New assessment."), "", self._list)
            )
        shown = state.assessments if self._lists_all else state.assessments[:LISTED_AT_ONCE]
        for row in shown:
            actions = self._actions(row)
            line = WorkRow(
                f"assessment_{row.summary.id}", self._row_text(row, tuple(text for text, _ in actions)), self._list
            )
            line.acted.connect(partial(_act_on, tuple(act for _, act in actions)))
            self._list_column.addWidget(line)
        if len(shown) < len(state.assessments):
            more = ShowAll("assessments", len(state.assessments), self._list)
            more.clicked.connect(self._list_all)
            self._list_column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        stop_after(self._turn, self._list)

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
            step = partial(self._take_step, assessment_id, row.next_step)
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

    def _take_step(self, assessment_id: str, step: NextStep) -> None:
        """Go on with an assessment; while the citizen has the screen there is no way back to what is typed here."""
        if step is not NextStep.CONTINUE or not self._view_model.keeps_unsaved():
            self.step_requested.emit(assessment_id, step)

    def _show_first_error(self) -> None:
        if self._panel is not None:
            self._panel.focus_error()


def _open(state: PatientState) -> tuple[bool, Question | None]:
    """What is open to be answered."""
    return state.is_correcting, state.question


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _act_on(acts: tuple[Callable[[], None], ...], number: int) -> None:
    acts[number]()
