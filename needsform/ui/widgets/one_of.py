"""A question with a few answers side by side, in words, of which one holds or none yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from needsform.ui.widgets.choice_box import RadioButton
from needsform.ui.widgets.flow_layout import FlowLayout

Choice = bool | str | None


class OneOf(QWidget):
    """Several answers side by side, of which one holds, or none yet.

    `picked`: the user has picked another; `value` tells which.
    """

    picked = Signal()

    def __init__(
        self, name: str, question: str, answers: tuple[tuple[Choice, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = tuple(value for value, _ in answers)
        self._group = QButtonGroup(self)
        flow = FlowLayout(self, gap=16, line_gap=0)
        for place, (_, words) in enumerate(answers):
            button = RadioButton(words)
            button.setObjectName(f"{name}.{place}")
            button.setAccessibleName(f"{question} {words}")
            self._group.addButton(button, place)
            flow.addWidget(button)
        self._group.idClicked.connect(self._tell)

    @property
    def buttons(self) -> list[QAbstractButton]:
        """The answers, in their order."""
        return self._group.buttons()

    @property
    def value(self) -> Choice:
        """What is picked."""
        return self._values[self._group.checkedId()] if self._group.checkedId() >= 0 else None

    def pick(self, value: Choice) -> None:
        """Show an answer; one that is not among them shows none."""
        self._group.setExclusive(False)
        for place, button in enumerate(self._group.buttons()):
            button.setChecked(self._values[place] == value and type(self._values[place]) is type(value))
        self._group.setExclusive(True)

    def _tell(self, _place: int) -> None:
        self.picked.emit()
