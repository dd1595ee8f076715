"""The top of a screen about one citizen: who it is, the facts, and a few buttons; as flat as the room allows."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from needsform.ui.widgets.labelled_field import words as label

_NAME_SHARE = 0.4
"""A name that takes more of the width than this gets a line of its own."""
_GAP = 8
_BESIDE = 18
"""Pixels between a name and the facts beside it."""
_LEFT, _RIGHT = 26, 16
"""Pixels at either end."""


class CitizenBar(QFrame):
    """Name and facts beside each other or one above the other, and the buttons beside or below them."""

    def __init__(self, name: str, facts: str, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.buttons = tuple(buttons)
        self._name = label(name, "name")
        self._facts = label(facts, "facts")
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(_BESIDE)
        self._words.addWidget(self._name)
        self._words.addWidget(self._facts, 1)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addStretch(1)
        for button in self.buttons:
            row.addWidget(button)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(_LEFT, 10, _RIGHT, 10)
        self._lines.setSpacing(_GAP)
        self._lines.addLayout(self._words, 1)
        self._lines.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """A long name stands above the facts, a short one beside them; buttons go below where all is large."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        name = self._name.fontMetrics().horizontalAdvance(self._name.text())
        fact_width = self._facts.fontMetrics().horizontalAdvance
        facts = max(fact_width(self._facts.text()) // 2, *map(fact_width, self._facts.text().split()), 0)
        buttons = sum(button.sizeHint().width() + _GAP for button in self.buttons if not button.isHidden())
        is_long = name > self.width() * _NAME_SHARE
        self._name.setMinimumWidth(0 if is_long else name + 2)
        self._words.setDirection(below if is_long else beside)
        self._words.setSpacing(0 if is_long else _BESIDE)
        is_full = _LEFT + name + _BESIDE + facts + buttons + _RIGHT > self.width()
        self._lines.setDirection(below if is_full else beside)
