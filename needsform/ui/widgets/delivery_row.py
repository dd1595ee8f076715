"""One receiver on the page of what leaves: a mark and a word, what became of it, and what can be done."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import words
from needsform.ui.widgets.turning_row import TurningRow

DONE_MARK, MISSING_MARK, NOT_WANTED_MARK = "✓", "○", "–"
_TITLE_LETTERS, _TEXT_LETTERS = 16, 32
"""Characters of width of the first two columns."""


@dataclass(frozen=True, slots=True)
class DeliveryFace:
    """What stands in a row."""

    mark: str
    headline: str
    """What became of it, in words; never by the mark alone."""
    details: str
    acts: tuple[str, ...]
    """Names of the buttons that are offered, the usual one first."""
    is_next: bool
    """Whether this is what comes next: its first button is filled."""


class _Told(QWidget):
    """Words that take the room that is left and ask for no more than their minimum: they wrap."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as may be."""
        return QSize(self.minimumWidth(), super().sizeHint().height())


class DeliveryRow(QFrame):
    """The row stays and its words change, so that the focus stays where it was.

    acted(str): the button of that name was pressed.
    """

    acted = Signal(str)

    def __init__(self, name: str, title: str, acts: dict[str, str], parent: QWidget | None = None) -> None:
        """`acts`: words on the buttons by their names, in the order in which they stand."""
        super().__init__(parent)
        self.setObjectName(f"{name}_row")
        self.setProperty("role", "list-row")
        self._title = title
        self._mark = words("", "heading")
        self._mark.setAccessibleName(" ")  # the word beside it says the same
        self._mark.setFixedWidth(self.fontMetrics().averageCharWidth() * 3)
        heading = words(title, "heading")
        self._headline, self._details = words("", "strong"), words("", "quiet")
        self._headline.setObjectName(f"{name}_state")
        self._details.setObjectName(f"{name}_details")
        self._buttons = {act: self._button(name, act, text) for act, text in acts.items()}
        self._build(heading)

    def _build(self, heading: QWidget) -> None:
        letter = self.fontMetrics().averageCharWidth()
        who = QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(heading, 1, Qt.AlignmentFlag.AlignTop)
        who.setMinimumWidth(letter * _TITLE_LETTERS)
        told = _Told()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._headline)
        column.addWidget(self._details)
        column.addStretch(1)
        told.setMinimumWidth(letter * _TEXT_LETTERS)
        buttons = TurningRow(spacing=10)
        for button in self._buttons.values():
            buttons.add(button)
        buttons.add_gap()
        acts = QWidget()
        stack = QVBoxLayout(acts)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(buttons)
        stack.addStretch(1)  # beside a longer text they stay at its top
        line = TurningRow(spacing=14)
        line.add(who)
        line.add(told, 1)
        line.add(acts)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 14, 0, 14)
        whole.addWidget(line)

    def _button(self, name: str, act: str, text: str) -> QPushButton:
        button = named_button(text, f"{name}_{act}", "row")
        button.setAccessibleName(f"{self._title}: {text.replace('&', '')}")
        button.clicked.connect(partial(self._act, act))
        return button

    @property
    def first_button(self) -> QPushButton | None:
        """The first thing that can be done; None where nothing can."""
        shown = [button for button in self._buttons.values() if not button.isHidden()]
        return shown[0] if shown else None

    def button(self, act: str) -> QPushButton:
        """The button of an act."""
        return self._buttons[act]

    def render_face(self, face: DeliveryFace) -> None:
        """Show how it stands now."""
        self._mark.setText(face.mark)
        self._headline.setText(face.headline)
        self._details.setText(face.details)
        self._details.setVisible(bool(face.details))
        first = face.acts[0] if face.acts else ""
        for act, button in self._buttons.items():
            button.setVisible(act in face.acts)
            role = "row-primary" if face.is_next and act == first else "row"
            if button.property("role") != role:
                button.setProperty("role", role)
                button.style().unpolish(button)
                button.style().polish(button)

    def _act(self, act: str, _checked: bool = False) -> None:
        self.acted.emit(act)
