"""Whether the general practice was told of a plan, at its start and at its end; what is missing says so in words."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from needsform.models.rehabilitation_plan import GpMoment, RehabilitationPlan
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.turning_row import TurningRow


class PlanTelling(QWidget):
    """A line for the start, one for the end, and a box for the citizen who does not want it.

    `text_requested(GpMoment)`: see the text, and note that it was sent. `note_back_requested(GpMoment)`: the note was
    wrong. `declined(bool)`: the citizen does not want it, or does after all.
    """

    text_requested = Signal(GpMoment)
    note_back_requested = Signal(GpMoment)
    declined = Signal(bool)

    def __init__(self, texts: Words, practice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = texts
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(": ".join(filter(None, (texts.text("plan.gp"), practice))), "heading"))
        self._said = {moment: label("") for moment in GpMoment}
        self._tell = {
            moment: named_button(self._tell_words(moment), f"tell_gp.{moment.value}", "row") for moment in GpMoment
        }
        self._back = {
            moment: named_button(self.tr("Undo"), f"gp_note_back.{moment.value}", "row") for moment in GpMoment
        }
        for moment in GpMoment:
            self._said[moment].setObjectName(f"gp_said.{moment.value}")
            self._back[moment].setAccessibleName(f"{self.tr('Undo')}, {texts.of(moment)}")
            line = TurningRow()
            line.add(self._said[moment], 1)
            line.add(self._tell[moment])
            line.add(self._back[moment])
            column.addWidget(line)
            self._tell[moment].clicked.connect(partial(self.text_requested.emit, moment))
            self._back[moment].clicked.connect(partial(self.note_back_requested.emit, moment))
        self._declined = CheckBox(self.tr("The citizen does not want the GP to be told"))
        self._declined.setObjectName("gp_declined")
        self._declined.clicked.connect(self.declined)
        column.addWidget(self._declined)

    def render_plan(self, plan: RehabilitationPlan) -> None:
        """Show what is noted, and what is missing."""
        self._declined.setChecked(plan.gp_declined)
        told = {GpMoment.START: plan.gp_told_at_start, GpMoment.END: plan.gp_told_at_end}
        for moment, day in told.items():
            is_missing = moment in plan.gp_missing
            said = self._said[moment]
            if day is not None:
                said.setText(self.tr("Told {moment}: {day}").format(moment=self._of(moment), day=self._words.date(day)))
            elif is_missing:
                said.setText(self.tr("Not told yet {moment}").format(moment=self._of(moment)))
            else:
                said.setText(self.tr("To be told {moment}").format(moment=self._of(moment)))
            _wear(said, "strong" if is_missing else "")
            has_come = plan.begun_on if moment is GpMoment.START else plan.ended_on
            said.setVisible(day is not None or not plan.gp_declined)
            self._tell[moment].setVisible(day is None and has_come is not None and not plan.gp_declined)
            self._back[moment].setVisible(day is not None)

    @property
    def next_button(self) -> QPushButton | None:
        """What is to be told now; None where nothing is."""
        return next((button for button in self._tell.values() if not button.isHidden()), None)

    def fields(self) -> list[QWidget]:
        """Everything that takes the focus, in reading order."""
        return [*(button for moment in GpMoment for button in (self._tell[moment], self._back[moment])), self._declined]

    def _tell_words(self, moment: GpMoment) -> str:
        return self.tr("Text about the s&tart …") if moment is GpMoment.START else self.tr("Text about the e&nd …")

    def _of(self, moment: GpMoment) -> str:
        return self._words.of(moment)


def _wear(widget: QWidget, role: str) -> None:
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
