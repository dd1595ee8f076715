"""Suggestions from the site's list: one click or one key takes one. They stand in the order of the file."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from needsform.models.action_catalogue import Suggestion
from needsform.models.words import Words
from needsform.ui.widgets.flow_layout import FlowLayout
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.wrapping_button import WrappingButton


class SuggestionButton(WrappingButton):
    """One suggestion. A double click takes it once: the next one has moved under the pointer by then."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The second press of a double click is none."""
        event.accept()


class SuggestionBar(QWidget):
    """At most as many as there are digit keys; the others are one more click away.

    `taken(int)`: the suggestion with that number, from 1. `more_requested`: show the next ones.
    """

    taken = Signal(int)
    more_requested = Signal()

    def __init__(self, texts: Words, language: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._language = texts, language
        self._heading = label("", "column")
        self._buttons = [SuggestionButton(role="suggestion") for _ in range(most)]
        self._more = QPushButton(self.tr("More suggestions"))
        self._more.setObjectName("more_suggestions")
        self._more.setProperty("role", "row")
        self._more.setToolTip("Alt+0")
        self._more.setAccessibleDescription("Alt+0")
        flow = FlowLayout()
        for number, button in enumerate(self._buttons, start=1):
            button.setObjectName(f"suggestion.{number}")
            button.setAccessibleDescription(f"Alt+{number}")
            button.clicked.connect(partial(self._take, number))
            flow.addWidget(button)
        flow.addWidget(self._more)
        self._more.clicked.connect(self.more_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addLayout(flow)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The suggestions in their order, and the way to more."""
        return (*self._buttons, self._more)

    def render_offers(self, offers: tuple[Suggestion, ...], has_more: bool) -> None:
        """Show what can be taken now, each with its key."""
        last = len(offers)
        self._heading.setText(self.tr("Suggestions – Alt+1 to Alt+{last} takes one").format(last=last))
        self._heading.setVisible(bool(offers))
        for number, button in enumerate(self._buttons, start=1):
            button.setVisible(number <= last)
            if number <= last:
                offer = offers[number - 1]
                says = f"{offer.text[self._language]} · {self._texts.of(offer.responsible)}"
                button.setText(f"{number}   {says}".replace("&", "&&"))
                button.setAccessibleName(says)
        self._more.setVisible(has_more)

    def _take(self, number: int) -> None:
        self.taken.emit(number)
