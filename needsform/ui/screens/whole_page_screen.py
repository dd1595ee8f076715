"""The front page as on paper, all at once: for staff who keys in a paper form, hands on the keyboard."""

from itertools import pairwise

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.open_front_page import AssessmentState
from needsform.models.patient import Patient
from needsform.models.questionnaire import DISTRESS, PRIORITY
from needsform.models.words import Words
from needsform.ui.viewmodels.assessment_view_model import AssessmentViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.citizen_bar import CitizenBar
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.following_scroll import FollowingScroll
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.private_text import Written
from needsform.ui.widgets.whole_paper import Prioritised, WholePaper

_EDGE = 24


class WholePageScreen(QWidget):
    """The same answers as in patient mode, seen at once.

    finished: the front page is finished and its answers are locked. back_requested: away, with all that was keyed in
    on disk.
    """

    finished = Signal()
    back_requested = Signal()

    def __init__(
        self, view_model: AssessmentViewModel, patient: Patient, words: Words, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view_model, self._patient = view_model, patient
        self._build(view_model.state, words)
        self._connect()
        self._render(view_model.state)

    def _build(self, state: AssessmentState, words: Words) -> None:
        self.setObjectName("whole_page_screen")
        self.setLayoutDirection(QLocale(state.language).textDirection())
        form, language = state.questionnaire, state.language
        self._paper = WholePaper(form, language, words)
        scroll = FollowingScroll()
        scroll.setWidget(self._paper)
        self._back = named_button(self.tr("&Back"), "back")
        self._finish = named_button(self.tr("&Finish the front page"), "finish", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(state, words))
        column.addWidget(scroll, 1)
        column.addWidget(self._foot())
        for before, after in pairwise([*self._paper.focus_order(), self._back, self._finish]):
            QWidget.setTabOrder(before, after)
        open_at(self, self._paper.focus_order()[0])

    def _head(self, state: AssessmentState, words: Words) -> QWidget:
        """Whose paper this is, lest it be keyed in for somebody else; on paper the form says the rest itself."""
        occasion = words.of(state.assessment.occasion)
        facts = (self._patient.identifier.shown, occasion, state.questionnaire.title[state.language])
        return CitizenBar(self._patient.name, " · ".join(facts), ())

    def _foot(self) -> QWidget:
        keys = self.tr(
            "Arrow keys: topic and column. Space: tick. S: support. N: note. 1–3: matters most. 0: none of these."
            " A: anything else. Page Up and Page Down: area. Ctrl+Z: undo. Ctrl+S: finish."
        )
        foot = QFrame()
        foot.setProperty("role", "foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(_EDGE, 10, _EDGE, 10)
        row.setSpacing(16)
        row.addWidget(self._back)
        row.addWidget(label(keys, "quiet"), 1)
        row.addWidget(self._finish)
        return foot

    def _connect(self) -> None:
        view_model, paper = self._view_model, self._paper
        view_model.item_changed.connect(self._show_item)
        view_model.completed.connect(self.finished)
        paper.toggle_requested.connect(view_model.toggle)
        paper.none_requested.connect(self._say_none)
        paper.priority_requested.connect(self._prioritise)
        paper.number_requested.connect(self._choose_number)
        paper.written.connect(self._write)
        paper.settled.connect(view_model.flush)
        self._back.clicked.connect(self._leave)
        self._finish.clicked.connect(view_model.complete)
        shortcuts = {"Ctrl+S": view_model.complete, "Ctrl+Return": view_model.complete, "Ctrl+Z": view_model.undo}
        for keys, act in shortcuts.items():
            QShortcut(QKeySequence(keys), self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _render(self, state: AssessmentState) -> None:
        for block in self._paper.blocks:
            block.show_response(state.response, has_said_none=state.has_said_none(block.area))
        self._show_number(state)

    def _show_item(self, link_id: LinkId) -> None:
        state = self._view_model.state
        if link_id == PRIORITY:
            self._paper.show_rows(state.response)
        elif link_id == DISTRESS:
            self._show_number(state)
        else:
            for block in self._paper.blocks:
                if link_id in block.links:
                    block.show_item(link_id, state.response, has_said_none=state.has_said_none(block.area))

    def _show_number(self, state: AssessmentState) -> None:
        chosen = state.response.answers.get(DISTRESS)
        self._paper.show_number(chosen if isinstance(chosen, int) else None)

    # What staff does ------------------------------------------------------------------------------------------

    def _say_none(self, area: LinkId) -> None:
        self._view_model.none_of_these(next(a for a in self._view_model.state.questionnaire.areas if a.link_id == area))

    def _prioritise(self, prioritised: Prioritised) -> None:
        self._view_model.set_priority(prioritised.topic, prioritised.place)

    def _choose_number(self, number: int) -> None:
        chosen = self._view_model.state.response.answers.get(DISTRESS)
        self._view_model.set_answer(DISTRESS, None if chosen == number else number)

    def _write(self, written: Written) -> None:
        self._view_model.write(written.link_id, written.text)

    def _leave(self) -> None:
        self._view_model.flush()
        self.back_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc goes back: all that was keyed in is on disk. Enter presses the button that has the focus."""
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)
