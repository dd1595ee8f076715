"""The consultation: the assessment that came, or the one before, read-only beside a new one; and what has changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.next_step import NextStep
from needsform.ui.viewmodels.consultation_view_model import ConsultationState, ConsultationViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.citizen_bar import CitizenBar
from needsform.ui.widgets.comparison_list import ComparisonList
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import LabelledField, empty, words
from needsform.ui.widgets.marks_list import MarksList
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_row import step_words
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_NARROW = 50
"""Width of the window, in heights of a line, under which the earlier one stands above and not beside."""
_SIDE_SHARE = 0.32


class ConsultationScreen(QWidget):
    """Left what was marked before; right what became of it.

    `closed_requested`: back to the card. `new_requested`: a new assessment. `plan_requested`: the plan.
    `step_requested(str, NextStep)`: go on with the new one; carries its id.
    """

    closed_requested = Signal()
    new_requested = Signal()
    plan_requested = Signal()
    step_requested = Signal(str, NextStep)

    def __init__(self, view_model: ConsultationViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consultation_screen")
        self._view_model = view_model
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._next if self._next.isEnabled() else self._plan)

    def add_section(self, section: QWidget) -> None:
        """Put something of somebody else's beneath what has changed."""
        self._sections.addWidget(section)

    def _build(self) -> None:
        model, state = self._view_model, self._view_model.state
        self._new = named_button(self.tr("&New assessment"), "new_assessment", "row")
        self._plan = named_button(self.tr("&Plan for rehabilitation"), "plan", "row")
        self._close = named_button(self.tr("&Close"), "close", "quiet")
        bar = CitizenBar(model.patient.name, model.patient.identifier.shown, (self._new, self._plan, self._close))
        self._choice = LabelledField(
            self.tr("&Earlier assessment"),
            WrappingCombo("earlier", tuple(map(self._name, state.earlier))),
            name="earlier",
        )
        self._doubt = words("", "notice")
        self._doubt.setObjectName("doubt")
        self._marks = QVBoxLayout()
        self._marks.setContentsMargins(0, 0, 0, 0)
        self._side = QFrame()
        self._side.setProperty("role", "side")
        self._found = ComparisonList(model.words, model.heading)
        self._lead = words("")
        self._lead.setObjectName("lead")
        self._next = named_button("", "next_step", "primary")
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self._side_column())
        self._middle.addWidget(self._main_column(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addLayout(self._middle, 1)

    def _side_column(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(18, 16, 12, 16)
        column.setSpacing(10)
        column.addWidget(self._choice)
        column.addWidget(self._doubt)
        column.addLayout(self._marks)
        column.addStretch(1)
        whole = QVBoxLayout(self._side)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(_scrolling(room, "earlier_scroll", self.tr("What the citizen marked before")))
        return self._side

    def _main_column(self) -> QWidget:
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(26, 16, 26, 16)
        column.setSpacing(10)
        line = TurningRow()
        line.add(self._lead, 1)
        line.add(self._next)
        column.addWidget(line)
        column.addWidget(self._found)
        self._sections = QVBoxLayout()
        column.addLayout(self._sections)
        column.addStretch(1)
        return _scrolling(room, "comparison_scroll", self.tr("What has changed"))

    def _connect(self) -> None:
        self._view_model.changed.connect(self._render)
        self._choice.editor.activated.connect(self._view_model.choose)
        self._new.clicked.connect(self.new_requested)
        self._plan.clicked.connect(self.plan_requested)
        self._close.clicked.connect(self.closed_requested)
        self._next.clicked.connect(self._go_on)

    # Showing ------------------------------------------------------------------------------------------------------

    def _render(self, state: ConsultationState) -> None:
        self._choice.editor.setCurrentIndex(state.chosen)
        self._render_before(state.before)
        self._found.setVisible(state.before is not None and state.now is not None)
        self._found.render_found(state.found)
        self._lead.setText(self._lead_words(state))
        has_next = state.next_step is not None
        self._next.setText(step_words(state.next_step) if state.next_step else self.tr("Begin a &new assessment"))
        self._next.setVisible(has_next or state.now is None)
        self._new.setVisible(state.now is not None)

    def _render_before(self, before: EarlierAssessment | None) -> None:
        empty(self._marks)
        self._choice.setVisible(before is not None)
        doubts = []
        if before is None:
            doubts.append(self.tr("There is no earlier assessment here to look at."))
        else:
            if not before.is_verified:
                doubts.append(self.tr("Nobody known vouches for this one. Ask the citizen whether it is theirs."))
            if before.lacks_words:
                doubts.append(self.tr("The citizen also wrote words, which stand on the paper and did not come along."))
            texts, shown = self._view_model.words, before.filled
            language = self._view_model.language_of(before)
            self._marks.addWidget(MarksList(shown.questionnaire, shown.response, language, texts))
        self._doubt.setText("\n".join(doubts))
        self._doubt.setVisible(bool(doubts))

    def _lead_words(self, state: ConsultationState) -> str:
        if state.now is None:
            return self.tr("Begin a new assessment with the citizen. What has changed then stands here.")
        now = self._name(state.now)
        if state.before is None:
            return now
        if not state.now.is_finished:
            return self.tr("{now}: not finished yet, so what is missing may still come.").format(now=now)
        return self.tr("{now}, beside {before}.").format(now=now, before=self._name(state.before))

    def _name(self, shown: EarlierAssessment) -> str:
        texts = self._view_model.words
        came = self.tr("received") if shown.is_received else ""
        facts = (texts.date(shown.held_on), texts.of(shown.occasion), shown.place, came)
        return " · ".join(filter(None, facts))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside each other, or one above the other where the text is large."""
        super().resizeEvent(event)
        line = self.fontMetrics().height()
        is_narrow = self.width() < _NARROW * line
        direction = QHBoxLayout.Direction.TopToBottom if is_narrow else QHBoxLayout.Direction.LeftToRight
        self._middle.setDirection(direction)
        self._side.setMinimumWidth(0 if is_narrow else round(self.width() * _SIDE_SHARE))
        self._side.setMaximumWidth(self.width() if is_narrow else round(self.width() * _SIDE_SHARE))
        self._side.setMaximumHeight(self.height() // 3 if is_narrow else self.height())

    # What the user does -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves: nothing is written here."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed_requested.emit()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        state = self._view_model.state
        if state.now is None or state.next_step is None:
            self.new_requested.emit()
        else:
            self.step_requested.emit(state.now.assessment_id, state.next_step)


def _scrolling(content: QWidget, name: str, accessible_name: str) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setObjectName(name)
    scroll.setAccessibleName(accessible_name)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    return scroll
