"""A question with a few answers, of which one holds; arrows go between them, the letters of the keyboard too."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGroupBox, QVBoxLayout, QWidget

from needsform.ui.widgets.choice_box import RadioButton


class ChoiceGroup(QGroupBox):
    """Assistive technology hears the question as the name of the group.

    chosen: somebody chose the answer of that number, from 0.
    """

    chosen = Signal(int)

    def __init__(self, name: str, question: str, answers: tuple[str, ...], parent: QWidget | None = None) -> None:
        """`name` is the objectName, and the beginning of those of the answers."""
        super().__init__(question, parent)
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(0)
        for number, answer in enumerate(answers):
            button = RadioButton(answer)
            button.setObjectName(f"{name}_{number}")
            self._group.addButton(button, number)
            column.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def render_answer(self, number: int) -> None:
        """Show which answer holds."""
        self._group.button(number).setChecked(True)

    def answer(self, number: int) -> QAbstractButton:
        """The button of an answer."""
        return self._group.button(number)
