"""The foot of the plan, always in sight: how it goes on, what is on disk, and what can be brought back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from needsform.models.rehabilitation_plan import PlanStatus
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import ErrorText
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.turning_row import TurningRow


class PlanFoot(QFrame):
    """Buttons and quiet words.

    `begin_requested`, `end_requested`, `remove_requested`, `undo_requested`: the button of that name.
    """

    begin_requested = Signal()
    end_requested = Signal()
    remove_requested = Signal()
    undo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._remove = named_button(self.tr("&Remove the plan"), "remove_plan", "quiet")
        self._saved, self._left, self._removed = (label("", "quiet") for _ in range(3))
        self._saved.setObjectName("saved")
        self._removed.setObjectName("removed")
        self._problem = ErrorText("problem")
        self._undo = named_button(self.tr("&Undo"), "undo", "row")
        self._undo.setToolTip("Ctrl+Z")
        self._undo.setAccessibleDescription("Ctrl+Z")
        self._end = named_button(self.tr("&End the plan …"), "end_plan")
        self._begin = named_button("", "begin_plan", "primary")
        row = TurningRow(spacing=16, margins=(26, 10, 26, 10))
        for part in (self._remove, self._saved, self._left):
            row.add(part)
        row.add(self._problem, 3)
        row.add_gap()
        row.add(self._removed, 2)
        for button in (self._undo, self._end, self._begin):
            row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self._remove.clicked.connect(self.remove_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._end.clicked.connect(self.end_requested)
        self._begin.clicked.connect(self.begin_requested)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Everything that takes the focus, in reading order."""
        return (self._remove, self._undo, self._end, self._begin)

    @property
    def next_button(self) -> QPushButton:
        """What comes next."""
        return self._begin if self._end.isHidden() else self._end

    def show_status(self, status: PlanStatus) -> None:
        """Offer what can be done with a plan that has come so far."""
        is_draft, has_begun = status is PlanStatus.DRAFT, status is PlanStatus.BEGUN
        self._remove.setVisible(is_draft)
        self._end.setVisible(has_begun)
        self._begin.setVisible(is_draft or has_begun)
        self._begin.setText(self.tr("The plan &begins …") if is_draft else self.tr("Correct the &beginning …"))
        role = "primary" if is_draft else "quiet"
        if self._begin.property("role") != role:
            self._begin.setProperty("role", role)
            self._begin.style().unpolish(self._begin)
            self._begin.style().polish(self._begin)

    def show_saved(self, words: str, problem: str) -> None:
        """Say what is on disk, or why it is not."""
        self._saved.setText(words)
        self._saved.setVisible(bool(words) and not problem)
        self._problem.say(problem)

    def show_left(self, words: str) -> None:
        """Say what was printed and saved in this sitting."""
        self._left.setText(words)
        self._left.setVisible(bool(words))

    def show_removed(self, what: str) -> None:
        """Offer to bring a row back; an empty text offers nothing."""
        self._removed.setText(self.tr("Removed: {what}").format(what=what) if what else "")
        self._removed.setVisible(bool(what))
        self._undo.setVisible(bool(what))
