"""The lower part of the back page: what was said, what was concluded, who may be told, and when it is asked again."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from needsform.models.care_plan import CarePlan, Conclusion, RetrainingPlan
from needsform.models.frozen import LINE_LENGTH
from needsform.models.words import Words
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.labelled_field import ErrorText
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.one_of import OneOf


class PlanEnding(QWidget):
    """Everything under the two boxes.

    `typed(CarePlan)`: words are being written. `changed(CarePlan)`: something was ticked or picked, or a field left.
    Both carry the plan that was rendered, with what is new in it.
    """

    typed = Signal(CarePlan)
    changed = Signal(CarePlan)

    def __init__(self, texts: Words, authority: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = CarePlan()
        self._build(texts, authority)
        self._connect()

    def render_plan(self, plan: CarePlan) -> None:
        """Show what the plan says."""
        self._plan = plan
        self.told_box.setChecked(plan.told_that_authority_decides)
        for group, value in (
            (self.conclusion, plan.conclusion),
            (self.retraining_plan, plan.retraining_plan),
            (self.consent_municipality, plan.consent_municipality),
            (self.consent_gp, plan.consent_gp),
        ):
            group.pick(value)
        self.next_field.render_text(plan.next_assessment)

    def show_error(self, words: str) -> None:
        """Say beside the box what is missing; an empty text says that nothing is."""
        self._told_error.say(words)
        self.told_box.setAccessibleDescription(words)

    def fields(self) -> list[QWidget]:
        """Everything that takes the focus, in reading order."""
        groups = (self.conclusion, self.retraining_plan, self.consent_municipality, self.consent_gp)
        return [self.told_box, *(button for group in groups for button in group.buttons), self.next_field]

    def _build(self, texts: Words, authority: str) -> None:
        said = texts.text("sheet.back.decision", authority=authority)
        self.told_box = CheckBox(self.tr("I have told the citizen: “{sentence}”").format(sentence=said))
        self.told_box.setObjectName("told_that_authority_decides")
        self._told_error = ErrorText("told_that_authority_decides.error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.told_box)
        column.addWidget(self._told_error)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        column.addLayout(self._grid)
        consent = texts.text("sheet.back.consent")
        yes_no = ((True, self.tr("Yes")), (False, self.tr("No")), (None, self.tr("Not asked")))
        question = texts.text("sheet.back.conclusion")
        self.conclusion = OneOf("conclusion", question, tuple((c, texts.of(c)) for c in Conclusion))
        self._add_line(question, self.conclusion)
        question = texts.text("sheet.back.retraining_plan")
        self.retraining_plan = OneOf("retraining_plan", question, tuple((p, texts.of(p)) for p in RetrainingPlan))
        self._add_line(question, self.retraining_plan)
        self._grid.addWidget(label(consent, "strong"), self._grid.rowCount(), 0, 1, 2)
        question = texts.text("sheet.back.consent.municipality")
        self.consent_municipality = OneOf("consent_municipality", f"{consent} {question}:", yes_no)
        self._add_line(question, self.consent_municipality, role="")
        question = texts.text("sheet.back.consent.gp")
        self.consent_gp = OneOf("consent_gp", f"{consent} {question}:", yes_no)
        self._add_line(question, self.consent_gp, role="")
        question = texts.text("sheet.back.next_assessment")
        self.next_field = GrowingText(
            "next_assessment", self.tr("When, or on what occasion"), longest=LINE_LENGTH, is_one_line=True
        )
        self.next_field.setAccessibleName(question)
        self._add_line(question, self.next_field)

    def _add_line(self, question: str, answer: QWidget, role: str = "strong") -> None:
        line = self._grid.rowCount()
        title = label(question, role)
        title.setMinimumHeight(44)
        self._grid.addWidget(title, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(answer, line, 1)

    def _connect(self) -> None:
        self.told_box.clicked.connect(self._tell_told)
        for name in ("conclusion", "retraining_plan", "consent_municipality", "consent_gp"):
            group: OneOf = getattr(self, name)
            group.picked.connect(partial(self._tell_picked, name, group))
        self.next_field.typed.connect(self._tell_typed)
        self.next_field.left.connect(self._tell_left)

    def _with(self, **new: object) -> CarePlan:
        return self._plan.model_copy(update=new)

    def _tell_told(self, is_told: bool) -> None:
        self.changed.emit(self._with(told_that_authority_decides=is_told))

    def _tell_picked(self, name: str, group: OneOf) -> None:
        self.changed.emit(self._with(**{name: group.value}))

    def _tell_typed(self) -> None:
        self.typed.emit(self._with(next_assessment=self.next_field.text))

    def _tell_left(self) -> None:
        self.changed.emit(self._with(next_assessment=self.next_field.text))
