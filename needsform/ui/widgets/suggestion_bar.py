"""Suggestions for actions, and beneath them whom the citizen can turn to: one click or one key takes one.

Each stand in the order of their list.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from needsform.models.action_catalogue import Suggestion
from needsform.models.contact import ContactKind
from needsform.models.suggested_action import CONTACTS_SHOWN, OFFERS_SHOWN, ContactSuggestion, Offered
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
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

    def __init__(self, texts: Words, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts, self._language = texts, language
        self._heading, self._contacts_heading = label("", "column"), label("", "column")
        self._offers = self._numbered(1, OFFERS_SHOWN)
        self._contacts = self._numbered(OFFERS_SHOWN + 1, CONTACTS_SHOWN)
        self._more = named_button(self.tr("More suggestions"), "more_suggestions", "row")
        self._more.setToolTip("Alt+0")
        self._more.setAccessibleDescription("Alt+0")
        self._more.clicked.connect(self.more_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._heading)
        column.addLayout(_flow(*self._offers))
        column.addSpacing(6)
        column.addWidget(self._contacts_heading)
        column.addLayout(_flow(*self._contacts, self._more))

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The suggestions in their order, and the way to more."""
        return (*self._offers, *self._contacts, self._more)

    def render_offered(self, offered: Offered) -> None:
        """Show what can be taken now, each with its key."""
        offers = [self._about(offer) for offer in offered.offers]
        title = self.tr("Suggestions – Alt+1 to Alt+{last} takes one").format(last=len(offers))
        self._show(self._heading, title, self._offers, offers)
        contacts = [self._about_contact(contact) for contact in offered.contacts]
        keys = {"first": OFFERS_SHOWN + 1, "last": OFFERS_SHOWN + len(contacts)}
        title = (
            self.tr("Offers and contacts, which come onto the citizen's sheet – Alt+{first} to Alt+{last}")
            if contacts[1:]
            else self.tr("Offers and contacts, which come onto the citizen's sheet – Alt+{first}")
        )
        self._show(self._contacts_heading, title.format(**keys), self._contacts, contacts)
        self._more.setVisible(offered.has_more)

    def _numbered(self, first: int, count: int) -> dict[SuggestionButton, int]:
        buttons = {SuggestionButton(role="suggestion"): number for number in range(first, first + count)}
        for button, number in buttons.items():
            button.setObjectName(f"suggestion.{number}")
            button.setAccessibleDescription(f"Alt+{number}")
            button.clicked.connect(partial(self._take, number))
        return buttons

    def _show(self, heading: QLabel, title: str, buttons: dict[SuggestionButton, int], said: list[str]) -> None:
        heading.setText(title)
        heading.setVisible(bool(said))
        for place, (button, number) in enumerate(buttons.items()):
            button.setVisible(place < len(said))
            if place < len(said):
                button.setText(f"{number}   {said[place]}".replace("&", "&&"))
                button.setAccessibleName(said[place])

    def _about(self, offer: Suggestion) -> str:
        return f"{offer.text[self._language]} · {self._texts.of(offer.responsible)}"

    def _about_contact(self, contact: ContactSuggestion) -> str:
        """What it is called, whom it is for, and how to reach it; a doctor is reached as the citizen's card says."""
        entry = contact.entry
        unknown = "" if entry.kind is ContactKind.GENERAL_PRACTICE else self.tr("no telephone number yet")
        how = entry.phone or entry.web or entry.address or unknown
        return " · ".join(filter(None, (contact.text[self._language], entry.area, how)))

    def _take(self, number: int) -> None:
        self.taken.emit(number)


def _flow(*buttons: QPushButton) -> FlowLayout:
    flow = FlowLayout()
    for button in buttons:
        flow.addWidget(button)
    return flow
