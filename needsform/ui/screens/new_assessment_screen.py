"""A new assessment on one page: the citizen, the occasion, whether the form fits; then the screen changes hands."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from needsform.models.identity import PatientId
from needsform.models.site import SiteKind
from needsform.models.typed_patient import language_names
from needsform.models.words import Words
from needsform.ui.viewmodels.new_assessment_view_model import NewAssessmentState, NewAssessmentViewModel
from needsform.ui.widgets.assessment_fields import AssessmentFields
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.citizen_fields import CitizenFields
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.turning_row import TurningRow


class NewAssessmentScreen(QWidget):
    """What is needed first stands first, and Enter goes on.

    cancelled: nothing is begun. more_toggled: "More details" was opened or closed.
    """

    cancelled = Signal()
    more_toggled = Signal(bool)

    def __init__(
        self,
        view_model: NewAssessmentViewModel,
        words_: Words,
        *,
        shows_more: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model, self._words = view_model, words_
        self._build(shows_more)
        self._connect()
        self._render(view_model.state)

    def _build(self, shows_more: bool) -> None:
        self.setObjectName("new_assessment_screen")
        whole = column_in(self, spacing=0)
        area, page, foot = FollowingArea(), QWidget(), QFrame()
        area.setWidget(page)
        whole.addWidget(area, 1)
        whole.addWidget(foot)
        column = column_in(page, spacing=16, margins=(34, 26, 34, 26))
        halves = TurningRow(spacing=48)
        column.addWidget(words(self.tr("New assessment"), "title"))
        column.addWidget(halves)
        column.addStretch(1)
        left, right = QWidget(), QWidget()
        halves.add(left, 3)
        halves.add(right, 2)
        self._build_citizen(left, shows_more)
        self._build_assessment(right)
        self._build_foot(foot)
        open_at(self, self._citizen.editor("identifier"))

    def _build_citizen(self, half: QWidget, shows_more: bool) -> None:
        column = column_in(half)
        self._known = words("", "notice")
        self._known.setObjectName("known")
        self._citizen = CitizenFields(
            self._view_model.municipalities,
            language_names(self._view_model.words),
            shows_more=shows_more,
            parent=half,
        )
        column.addWidget(words(self.tr("Citizen"), "heading"))
        column.addWidget(self._known)
        column.addWidget(self._citizen)
        column.addStretch(1)

    def _build_assessment(self, half: QWidget) -> None:
        column = column_in(half)
        self._assessment = AssessmentFields(
            self._words,
            self._view_model.state.forms,
            asks_source=self._view_model.setting is SiteKind.MUNICIPALITY,
            parent=half,
        )
        column.addWidget(words(self.tr("The assessment"), "heading"))
        column.addWidget(self._assessment)
        column.addStretch(1)

    def _build_foot(self, foot: QFrame) -> None:
        foot.setProperty("role", "foot")
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._cancel = named_button(self.tr("C&ancel"), "cancel")
        self._paper = named_button(self.tr("Key in from pape&r"), "from_paper")
        self._begin = named_button("", "begin", "primary")
        self._begin_keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        row = TurningRow()
        column_in(foot, margins=(34, 12, 34, 12)).addWidget(row)
        row.add(self._cancel)
        row.add_gap()
        row.add(self._paper)
        row.add(self._begin)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._view_model.refused.connect(self._show_first_error)
        self._citizen.edited.connect(self._view_model.write_patient)
        self._citizen.left.connect(self._view_model.leave)
        self._citizen.suggestion_chosen.connect(self._choose_citizen)
        self._citizen.more_toggled.connect(self.more_toggled)
        self._assessment.edited.connect(self._view_model.write_assessment)
        self._cancel.clicked.connect(self.cancelled)
        self._paper.clicked.connect(partial(self._start, on_paper=True))
        self._begin.clicked.connect(partial(self._start, on_paper=False))
        self._begin_keys.activated.connect(partial(self._start, on_paper=False))

    def _render(self, state: NewAssessmentState) -> None:
        self._citizen.render_typed(state.patient, state.errors, state.suggestions)
        self._assessment.render_typed(state.assessment, state.errors, is_minor=state.is_minor, former=state.former)
        self._known.setVisible(state.known is not None)
        self._known.setText(self._known_words(state))
        self._paper.setVisible(state.is_offered)
        offered = self.tr("&Give the screen to the citizen")
        self._begin.setText(offered if state.is_offered else self.tr("&Record this"))

    def _known_words(self, state: NewAssessmentState) -> str:
        if state.has_unfinished:
            return self.tr("Known here. Begun earlier and not finished: look at the worklist before you begin again.")
        return self.tr("Known here: what is known is filled in. Correct what has changed.")

    # What the user does --------------------------------------------------------------------------------------------

    def _choose_citizen(self, patient_id: str) -> None:
        self._view_model.choose(PatientId(patient_id))
        self._citizen.editor("phone").setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self, _checked: bool = False, *, on_paper: bool) -> None:
        self._view_model.begin(on_paper=on_paper)

    def _show_first_error(self) -> None:
        if not self._citizen.focus_error():
            self._assessment.focus_error()
