"""What a plan says besides goals and offers: how it was agreed, who answers for it, how much help it takes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from needsform.models.care_plan import RetrainingPlan
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.rehabilitation_plan import Agreed, EffortLevel, PlanContent
from needsform.models.words import Words
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.one_of import OneOf

_CHOICES: tuple[tuple[str, str, type[Agreed] | type[EffortLevel] | type[RetrainingPlan]], ...] = (
    ("agreed", "plan.agreed", Agreed),
    ("effort", "plan.effort", EffortLevel),
    ("retraining_plan", "plan.retraining_plan", RetrainingPlan),
)
_LINE_HEIGHT = 44


class PlanFacts(QWidget):
    """Questions with their answers, and a few fields.

    `typed(PlanContent)`: words are being written. `changed(PlanContent)`: something was picked, or a field left.
    Both carry the plan that was rendered, with what is new in it.
    """

    typed = Signal(PlanContent)
    changed = Signal(PlanContent)

    def __init__(self, texts: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._content = PlanContent()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._groups: dict[str, OneOf] = {}
        for name, key, options in _CHOICES:
            question = texts.text(key)
            group = OneOf(name, question, tuple((option, texts.of(option)) for option in options))
            group.picked.connect(partial(self._tell_picked, name, group))
            self._groups[name] = group
            self._add_line(question, group)
        longest = {"responsible": NAME_LENGTH, "responsible_phone": LINE_LENGTH}
        names = {"responsible": texts.text("plan.responsible"), "responsible_phone": self.tr("Phone")}
        self._texts: dict[str, GrowingText] = {}
        for name, question in names.items():
            field = GrowingText(name, "", longest=longest[name], is_one_line=True)
            self._add_text(name, question, field)
        status = GrowingText("closing_status", self.tr("How things stand when the plan ends; the GP is told"))
        self._add_text("closing_status", texts.text("plan.closing_status"), status)

    def render_content(self, content: PlanContent, *, is_open: bool) -> None:
        """Show what the plan says."""
        self._content = content
        for name, group in self._groups.items():
            group.pick(getattr(content, name))
            group.setEnabled(is_open)
        for name, field in self._texts.items():
            field.render_text(getattr(content, name))
            field.setReadOnly(not is_open)

    def fields(self) -> list[QWidget]:
        """Everything that takes the focus, in reading order."""
        return [*(button for group in self._groups.values() for button in group.buttons), *self._texts.values()]

    def _add_line(self, question: str, answer: QWidget) -> None:
        line = self._grid.rowCount()
        title = label(question, "strong")
        title.setMinimumHeight(_LINE_HEIGHT)
        self._grid.addWidget(title, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(answer, line, 1)

    def _add_text(self, name: str, question: str, field: GrowingText) -> None:
        field.setAccessibleName(question)
        field.typed.connect(self._tell_typed)
        field.left.connect(self._tell_left)
        self._texts[name] = field
        self._add_line(question, field)

    def _written(self) -> PlanContent:
        return self._content.model_copy(update={name: field.text for name, field in self._texts.items()})

    def _tell_picked(self, name: str, group: OneOf) -> None:
        self.changed.emit(self._written().model_copy(update={name: group.value}))

    def _tell_typed(self) -> None:
        self.typed.emit(self._written())

    def _tell_left(self) -> None:
        self.changed.emit(self._written())
