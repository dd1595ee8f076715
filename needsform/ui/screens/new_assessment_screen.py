"""A new assessment on one page: the citizen, the occasion, whether the form fits; then the screen changes hands."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from needsform.models.assessment import FilledBy, Occasion, ReferralSource
from needsform.models.frozen import LINE_LENGTH, TEXT_LENGTH
from needsform.models.identity import PatientId
from needsform.models.questionnaire import Questionnaire
from needsform.models.site import SiteKind
from needsform.models.typed_assessment import Answer, TypedAssessment
from needsform.models.typed_patient import language_names
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.new_assessment_view_model import NewAssessmentState, NewAssessmentViewModel
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.citizen_fields import CitizenFields
from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.labelled_field import LabelledField, text_field, words
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_FILLED_BY = (FilledBy.SELF, FilledBy.WITH_RELATIVE, FilledBy.WITH_STAFF)
"""On paper has its own button."""
_ANSWERS = (Answer.ACCEPTED, Answer.PALLIATIVE, Answer.DECLINED, Answer.TOO_ILL, Answer.OTHER)


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

    # Building ------------------------------------------------------------------------------------------------------

    def _build(self, shows_more: bool) -> None:
        self.setObjectName("new_assessment_screen")
        self.setProperty("role", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._citizen = CitizenFields(
            self._view_model.municipalities,
            language_names(self._view_model.words),
            shows_more=shows_more,
        )
        self._known = words("", "notice")
        self._known.setObjectName("known")
        self._minor = words("", "notice")
        self._minor.setObjectName("minor")
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(34, 26, 34, 26)
        column.setSpacing(16)
        column.addWidget(words(self.tr("New assessment"), "title"))
        halves = TurningRow(spacing=48)
        halves.add(self._citizen_half(), 3)
        halves.add(self._assessment_half(), 2)
        column.addWidget(halves)
        column.addStretch(1)
        area = FollowingArea()
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(self._foot())
        self.setFocusProxy(self._citizen.editor("identifier"))

    def _citizen_half(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(words(self.tr("Citizen"), "heading"))
        column.addWidget(self._known)
        column.addWidget(self._citizen)
        column.addStretch(1)
        return half

    def _assessment_half(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(words(self.tr("The assessment"), "heading"))
        self._occasion = WrappingCombo("occasion", tuple(self._words.of(occasion) for occasion in Occasion))
        self._occasion.setPlaceholderText(self.tr("Choose"))
        self._occasion_field = LabelledField(self.tr("&Occasion"), self._occasion, name="occasion")
        column.addWidget(self._occasion_field)
        sources = tuple(self._words.of(source) for source in ReferralSource)
        self._source = WrappingCombo("referral_source", sources)
        self._source.setPlaceholderText(self.tr("Choose"))
        source = LabelledField(self.tr("Who referred the citizen"), self._source, name="referral_source")
        column.addWidget(source)
        source.setVisible(self._view_model.setting is SiteKind.MUNICIPALITY)
        column.addWidget(self._minor)
        self._offer = QWidget()
        offer = QVBoxLayout(self._offer)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.setSpacing(12)
        self._answer = ChoiceGroup("answer", self.tr("Can the form be used now?"), self._answer_words())
        offer.addWidget(self._answer)
        offer.addWidget(self._instrument())
        self._other_reason = text_field(self.tr("&Why not?"), name="other_reason", longest=TEXT_LENGTH)
        offer.addWidget(self._other_reason)
        offer.addWidget(self._filling())
        column.addWidget(self._offer)
        column.addStretch(1)
        return half

    def _answer_words(self) -> tuple[str, ...]:
        return (
            self.tr("Yes, the citizen accepts the offer"),
            self.tr("No, the needs are mainly palliative"),
            self.tr("No, the citizen declines"),
            self.tr("No, the citizen is too ill"),
            self.tr("No, for another reason"),
        )

    def _instrument(self) -> QWidget:
        """The pointer to the other questionnaire, none of which is shown or shipped, and the record of it."""
        self._palliative = QWidget()
        column = QVBoxLayout(self._palliative)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            words(
                self.tr("Use EORTC QLQ-C15-PAL instead. It is not part of this program: use the ward's own copy."),
                "notice",
            )
        )
        self._filed_at = text_field(
            self.tr("Where is the &filled-in questionnaire kept?"), name="filed_at", longest=LINE_LENGTH
        )
        self._not_filled = text_field(
            self.tr("Or: wh&y is it not filled in?"), name="reason_not_filled", longest=TEXT_LENGTH
        )
        column.addWidget(self._filed_at)
        column.addWidget(self._not_filled)
        return self._palliative

    def _filling(self) -> QWidget:
        """Who fills in, in which language, on which form, and whether a relative is there."""
        self._fill = QWidget()
        column = QVBoxLayout(self._fill)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._filled_by = ChoiceGroup(
            "filled_by", self.tr("Who fills in the front page?"), tuple(self._words.of(who) for who in _FILLED_BY)
        )
        self._relative = CheckBox(self.tr("A relative is &present"))
        self._relative.setObjectName("relative_present")
        self._language = WrappingCombo("form_language", ())
        self._form = WrappingCombo("form", tuple(self._form_title(form) for form in self._view_model.state.forms))
        form = LabelledField(self.tr("Form"), self._form, name="form")
        column.addWidget(self._filled_by)
        column.addWidget(self._relative)
        column.addWidget(LabelledField(self.tr("The form's &language"), self._language, name="form_language"))
        column.addWidget(form)
        form.setVisible(len(self._view_model.state.forms) > 1)
        return self._fill

    def _form_title(self, form: Questionnaire) -> str:
        title = form.title.get(self._words.language) or form.title[form.languages[0]]
        return f"{title}, {form.version}"

    def _foot(self) -> QWidget:
        foot = QFrame()
        foot.setProperty("role", "foot")
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._cancel = QPushButton(self.tr("C&ancel"))
        self._cancel.setObjectName("cancel")
        self._paper = QPushButton(self.tr("Key in from pape&r"))
        self._paper.setObjectName("from_paper")
        self._begin = QPushButton()
        self._begin.setObjectName("begin")
        self._begin.setProperty("role", "primary")
        self._begin_keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        row = TurningRow()
        row.add(self._cancel)
        row.add_gap()
        row.add(self._paper)
        row.add(self._begin)
        column = QVBoxLayout(foot)
        column.setContentsMargins(34, 12, 34, 12)
        column.addWidget(row)
        return foot

    # Connecting and showing ----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._view_model.refused.connect(self._show_first_error)
        self._citizen.edited.connect(self._view_model.write_patient)
        self._citizen.left.connect(self._view_model.leave)
        self._citizen.suggestion_chosen.connect(self._choose_citizen)
        self._citizen.more_toggled.connect(self.more_toggled)
        for combo in (self._occasion, self._source, self._language, self._form):
            combo.activated.connect(self._tell)
        self._answer.chosen.connect(self._choose_answer)
        self._filled_by.chosen.connect(self._choose_filled_by)
        self._relative.clicked.connect(self._tell)
        for field in (self._filed_at, self._not_filled, self._other_reason):
            field.editor.textEdited.connect(self._tell)
            field.editor.returnPressed.connect(self.focusNextChild)
        self._cancel.clicked.connect(self.cancelled)
        self._paper.clicked.connect(partial(self._start, on_paper=True))
        self._begin.clicked.connect(partial(self._start, on_paper=False))
        self._begin_keys.activated.connect(partial(self._start, on_paper=False))

    def _render(self, state: NewAssessmentState) -> None:
        self._citizen.render_typed(state.patient, state.errors, state.suggestions)
        self._known.setVisible(state.known is not None)
        self._known.setText(self._known_words(state))
        self._minor.setVisible(state.is_minor)
        self._minor.setText(self._minor_words())
        self._offer.setVisible(not state.is_minor)
        typed = state.assessment
        self._occasion.setCurrentIndex(-1 if typed.occasion is None else list(Occasion).index(typed.occasion))
        source = typed.referral_source
        self._source.setCurrentIndex(-1 if source is None else list(ReferralSource).index(source))
        self._answer.render_answer(_ANSWERS.index(typed.answer))
        self._palliative.setVisible(typed.answer is Answer.PALLIATIVE)
        self._other_reason.setVisible(typed.answer is Answer.OTHER)
        self._fill.setVisible(state.is_offered)
        self._filled_by.render_answer(_FILLED_BY.index(typed.filled_by))
        self._relative.setChecked(typed.relative_present)
        self._relative.setVisible(typed.filled_by is not FilledBy.WITH_RELATIVE)
        languages = [self._words.texts.get(f"language.{code}", code).capitalize() for code in state.form.languages]
        if [self._language.itemText(i) for i in range(self._language.count())] != languages:
            self._language.clear()
            self._language.addItems(languages)
        self._language.setCurrentIndex(state.form.languages.index(typed.language))
        self._form.setCurrentIndex(typed.form)
        for name, field in self._named_fields().items():
            field.show_error(sentence(state.errors[name]) if name in state.errors else "")
        self._paper.setVisible(state.is_offered)
        offered = self.tr("&Give the screen to the citizen")
        self._begin.setText(offered if state.is_offered else self.tr("&Record this"))

    def _known_words(self, state: NewAssessmentState) -> str:
        if state.has_unfinished:
            return self.tr("Known here. Begun earlier and not finished: look at the worklist before you begin again.")
        return self.tr("Known here: what is known is filled in. Correct what has changed.")

    def _minor_words(self) -> str:
        return self.tr(
            "The citizen is under 18 years. In hospital the form is not used for children and young people: their needs"
            " are assessed all along by those who know them, across professions, and at network meetings."
            " Record that the form was not used."
        )

    def _named_fields(self) -> dict[str, LabelledField[WrappingCombo] | LabelledField[QLineEdit]]:
        return {
            "occasion": self._occasion_field,
            "filed_at": self._filed_at,
            "other_reason": self._other_reason,
        }

    # What the user does --------------------------------------------------------------------------------------------

    def _typed(self) -> TypedAssessment:
        before = self._view_model.state.assessment
        occasion, source = self._occasion.currentIndex(), self._source.currentIndex()
        return replace(
            before,
            occasion=list(Occasion)[occasion] if occasion >= 0 else None,
            referral_source=list(ReferralSource)[source] if source >= 0 else None,
            relative_present=self._relative.isChecked(),
            language=self._view_model.state.form.languages[self._language.currentIndex()],
            form=self._form.currentIndex(),
            filed_at=self._filed_at.editor.text(),
            reason_not_filled=self._not_filled.editor.text(),
            other_reason=self._other_reason.editor.text(),
        )

    def _tell(self) -> None:
        self._view_model.write_assessment(self._typed())

    def _choose_answer(self, number: int) -> None:
        self._view_model.write_assessment(replace(self._typed(), answer=_ANSWERS[number]))

    def _choose_filled_by(self, number: int) -> None:
        self._view_model.write_assessment(replace(self._typed(), filled_by=_FILLED_BY[number]))

    def _choose_citizen(self, patient_id: str) -> None:
        self._view_model.choose(PatientId(patient_id))
        self._citizen.editor("phone").setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self, _checked: bool = False, *, on_paper: bool) -> None:
        self._view_model.begin(on_paper=on_paper)

    def _show_first_error(self) -> None:
        if not self._citizen.focus_error():
            wrong = next((field for field in self._named_fields().values() if field.error), None)
            if wrong is not None:
                wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)
