"""The fields about an assessment that begins: what it is for, whether the form fits, and who fills it in."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from needsform.models.assessment import FilledBy, Occasion, ReferralSource
from needsform.models.errors import Message
from needsform.models.former_course import FormerCourse
from needsform.models.frozen import LINE_LENGTH, TEXT_LENGTH
from needsform.models.questionnaire import Questionnaire
from needsform.models.typed_assessment import Answer, TypedAssessment
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.former_course_words import goes_on_from
from needsform.ui.widgets.labelled_field import LabelledField, column_in, text_field, words
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_OCCASIONS, _SOURCES = tuple(Occasion), tuple(ReferralSource)
_FILLED_BY = (FilledBy.SELF, FilledBy.WITH_RELATIVE, FilledBy.WITH_STAFF)
"""On paper has a button of its own."""
_ANSWERS = (Answer.ACCEPTED, Answer.PALLIATIVE, Answer.DECLINED, Answer.TOO_ILL, Answer.OTHER)


class AssessmentFields(QWidget):
    """Shows a `TypedAssessment` and tells of every change to it.

    edited: the fields as they stand now.
    """

    edited = Signal(TypedAssessment)

    def __init__(
        self,
        words_: Words,
        forms: tuple[Questionnaire, ...],
        *,
        asks_source: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`asks_source`: whether it is asked who referred the citizen."""
        super().__init__(parent)
        self._words, self._forms = words_, forms
        self._typed = TypedAssessment()
        self._build(asks_source)
        self._connect()

    def _build(self, asks_source: bool) -> None:
        column = column_in(self)
        self._comes_back = CheckBox("")
        self._comes_back.setObjectName("comes_back")
        column.addWidget(self._comes_back)
        self._occasion = WrappingCombo("occasion", tuple(map(self._words.of, _OCCASIONS)))
        self._occasion.setPlaceholderText(self.tr("Choose"))
        self._occasion_field = LabelledField(self.tr("&Occasion"), self._occasion, name="occasion")
        column.addWidget(self._occasion_field)
        self._source = WrappingCombo("referral_source", tuple(map(self._words.of, _SOURCES)))
        self._source.setPlaceholderText(self.tr("Choose"))
        source = LabelledField(self.tr("Who referred the citizen"), self._source, name="referral_source")
        column.addWidget(source)
        source.setVisible(asks_source)
        self._minor = words(self._minor_words(), "notice")
        self._minor.setObjectName("minor")
        column.addWidget(self._minor)
        self._offer = QWidget()
        column.addWidget(self._offer)
        column.addStretch(1)
        offer = column_in(self._offer)
        self._answer = ChoiceGroup("answer", self.tr("Can the form be used now?"), self._answer_words())
        self._palliative, self._fill = QWidget(), QWidget()
        self._other_reason = text_field(self.tr("&Why not?"), name="other_reason", longest=TEXT_LENGTH)
        for part in (self._answer, self._palliative, self._other_reason, self._fill):
            offer.addWidget(part)
        self._build_palliative()
        self._build_filling()

    def _build_palliative(self) -> None:
        """The pointer to the other questionnaire, none of which is shown or shipped, and the record of it."""
        column = column_in(self._palliative)
        instead = self.tr("Use EORTC QLQ-C15-PAL instead. It is not part of this program: use the ward's own copy.")
        column.addWidget(words(instead, "notice"))
        self._filed_at = text_field(
            self.tr("Where is the &filled-in questionnaire kept?"), name="filed_at", longest=LINE_LENGTH
        )
        self._not_filled = text_field(
            self.tr("Or: wh&y is it not filled in?"), name="reason_not_filled", longest=TEXT_LENGTH
        )
        column.addWidget(self._filed_at)
        column.addWidget(self._not_filled)

    def _build_filling(self) -> None:
        """Who fills in, in which language, on which form, and whether a relative is there."""
        column = column_in(self._fill)
        self._filled_by = ChoiceGroup(
            "filled_by", self.tr("Who fills in the front page?"), tuple(map(self._words.of, _FILLED_BY))
        )
        self._relative = CheckBox(self.tr("A relative is &present"))
        self._relative.setObjectName("relative_present")
        self._language = WrappingCombo("form_language", ())
        self._form = WrappingCombo("form", tuple(map(self._form_title, self._forms)))
        form = LabelledField(self.tr("Form"), self._form, name="form")
        column.addWidget(self._filled_by)
        column.addWidget(self._relative)
        column.addWidget(LabelledField(self.tr("The form's &language"), self._language, name="form_language"))
        column.addWidget(form)
        form.setVisible(len(self._forms) > 1)

    def _answer_words(self) -> tuple[str, ...]:
        return (
            self.tr("Yes, the citizen accepts the offer"),
            self.tr("No, the needs are mainly palliative"),
            self.tr("No, the citizen declines"),
            self.tr("No, the citizen is too ill"),
            self.tr("No, for another reason"),
        )

    def _minor_words(self) -> str:
        return self.tr(
            "The citizen is under 18 years. In hospital the form is not used for children and young people: their needs"
            " are assessed all along by those who know them, across professions, and at network meetings."
            " Record that the form was not used."
        )

    def _form_title(self, form: Questionnaire) -> str:
        title = form.title.get(self._words.language) or form.title[form.languages[0]]
        return f"{title}, {form.version}"

    def _connect(self) -> None:
        for combo in (self._occasion, self._source, self._language, self._form):
            combo.activated.connect(self._tell)
        self._answer.chosen.connect(self._choose_answer)
        self._filled_by.chosen.connect(self._choose_filled_by)
        self._relative.clicked.connect(self._tell)
        self._comes_back.clicked.connect(self._tell)
        for field in (self._filed_at, self._not_filled, self._other_reason):
            field.editor.textEdited.connect(self._tell)
            field.editor.returnPressed.connect(self.focusNextChild)

    # Showing -------------------------------------------------------------------------------------------------------

    def render_typed(
        self,
        typed: TypedAssessment,
        errors: Mapping[str, Message],
        *,
        is_minor: bool,
        former: FormerCourse | None = None,
    ) -> None:
        """Show what is chosen, what is missing, and for a child what is done instead.

        `former`: the course that the citizen ended, to which this one is linked unless the tick is taken off.
        """
        self._typed = typed
        self._comes_back.setVisible(former is not None)
        self._comes_back.setText("" if former is None else goes_on_from(former, self._words))
        self._comes_back.setChecked(typed.comes_back)
        is_accepted = typed.answer is Answer.ACCEPTED
        self._minor.setVisible(is_minor)
        self._offer.setVisible(not is_minor)
        self._palliative.setVisible(typed.answer is Answer.PALLIATIVE)
        self._other_reason.setVisible(typed.answer is Answer.OTHER)
        self._fill.setVisible(is_accepted)
        self._relative.setVisible(typed.filled_by is not FilledBy.WITH_RELATIVE)
        occasion, source = typed.occasion, typed.referral_source
        self._occasion.setCurrentIndex(-1 if occasion is None else _OCCASIONS.index(occasion))
        self._source.setCurrentIndex(-1 if source is None else _SOURCES.index(source))
        self._answer.render_answer(_ANSWERS.index(typed.answer))
        self._filled_by.render_answer(_FILLED_BY.index(typed.filled_by))
        self._relative.setChecked(typed.relative_present)
        self._form.setCurrentIndex(typed.form)
        self._render_languages(typed)
        for name, field in self._named_fields().items():
            field.show_error(sentence(errors[name]) if name in errors else "")

    def _render_languages(self, typed: TypedAssessment) -> None:
        codes = self._forms[typed.form].languages
        names = [self._words.texts.get(f"language.{code}", code).capitalize() for code in codes]
        if [self._language.itemText(i) for i in range(self._language.count())] != names:
            self._language.clear()
            self._language.addItems(names)
        self._language.setCurrentIndex(codes.index(typed.language))

    def focus_error(self) -> bool:
        """Put the focus on the first field with something missing; False if there is none."""
        for field in self._named_fields().values():
            if field.error:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _named_fields(self) -> dict[str, LabelledField[WrappingCombo] | LabelledField[QLineEdit]]:
        return {"occasion": self._occasion_field, "filed_at": self._filed_at, "other_reason": self._other_reason}

    # What the user does --------------------------------------------------------------------------------------------

    def _fields_now(self) -> TypedAssessment:
        occasion, source = self._occasion.currentIndex(), self._source.currentIndex()
        return replace(
            self._typed,
            occasion=_OCCASIONS[occasion] if occasion >= 0 else None,
            referral_source=_SOURCES[source] if source >= 0 else None,
            relative_present=self._relative.isChecked(),
            comes_back=self._comes_back.isChecked(),
            language=self._forms[self._typed.form].languages[self._language.currentIndex()],
            form=self._form.currentIndex(),
            filed_at=self._filed_at.editor.text(),
            reason_not_filled=self._not_filled.editor.text(),
            other_reason=self._other_reason.editor.text(),
        )

    def _tell(self) -> None:
        self.edited.emit(self._fields_now())

    def _choose_answer(self, number: int) -> None:
        self.edited.emit(replace(self._fields_now(), answer=_ANSWERS[number]))

    def _choose_filled_by(self, number: int) -> None:
        self.edited.emit(replace(self._fields_now(), filled_by=_FILLED_BY[number]))
