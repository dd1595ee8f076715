"""Where staff can go, who is here, and the lock: beside every staff screen, or above it when the text is large."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.flow_layout import FlowLayout
from needsform.ui.widgets.labelled_field import words
from needsform.ui.widgets.one_screen import OneScreen

_WIDEST_SHARE = 4
"""The navigation takes at most one part in so many of the window's width; beyond that it lies above the screen."""
_STANDING, _LYING = (14, 22, 14, 18), (14, 8, 14, 8)
"""Room around it, in pixels; a window with large text has no height to give away."""


class Place(StrEnum):
    """What can be gone to."""

    WORKLIST = "worklist"
    PATIENTS = "patients"
    INBOX = "inbox"
    SETTINGS = "settings"
    ADMINISTRATION = "administration"


@dataclass(frozen=True, slots=True)
class NavigationState:
    """Where staff is, what is unfinished, and who is here."""

    place: Place
    unfinished: int
    name: str
    title: str
    unit: str
    is_administrator: bool = False
    """Whether there is a place more."""
    to_contact: int = 0
    """How many citizens in the inbox are to be contacted."""


class StaffNavigation(QFrame):
    """The list of places with their shortcuts.

    place_requested: somebody wants to go there. lock_requested: somebody leaves the screen.
    """

    place_requested = Signal(Place)
    lock_requested = Signal()

    def __init__(self, state: NavigationState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setProperty("role", "side")
        self.setAccessibleName(self.tr("Navigation"))
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*_STANDING)
        self._box.setSpacing(4)
        self._is_lying = False
        self._lines = FlowLayout(gap=12, line_gap=4)
        self._title = words(self.tr("Needs assessment"), "brand", self)
        self._title.setWordWrap(False)
        self._box.addWidget(self._title)
        self._places = QButtonGroup(self)
        self._buttons: dict[Place, _NavigationButton] = {}
        places = [
            (Place.WORKLIST, self.tr("Worklist"), state.unfinished),
            (Place.PATIENTS, self.tr("Citizens"), 0),
            (Place.INBOX, self.tr("Inbox"), state.to_contact),
            (Place.SETTINGS, self.tr("Settings"), 0),
        ]
        if state.is_administrator:
            places.append((Place.ADMINISTRATION, self.tr("Administration"), 0))
        for place, text, count in places:
            button = _NavigationButton(text, self)
            button.show_count(count)
            button.setObjectName(f"go_to_{place.value}")
            button.setChecked(place is state.place)
            button.setShortcut(QKeySequence(f"Ctrl+{len(self._places.buttons()) + 1}"))
            button.clicked.connect(partial(self._go, place))
            self._places.addButton(button)
            self._box.addWidget(button)
            self._buttons[place] = button
        self._box.addStretch(1)
        post = ", ".join(filter(None, (state.title, state.unit)))
        self._who = words("\n".join(filter(None, (state.name, post))), "quiet", self)
        self._who.setObjectName("who_is_here")
        self._box.addWidget(self._who)
        self._lock = named_button(self.tr("Lock   Ctrl+L"), "lock", "row", parent=self)
        self._lock.setAccessibleName(self.tr("Lock"))
        self._lock.clicked.connect(self.lock_requested)
        self._box.addWidget(self._lock, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addLayout(self._lines)

    def show_state(self, state: NavigationState) -> None:
        """Say where staff is now, and what waits."""
        self._buttons[state.place].setChecked(True)
        self.show_unfinished(state.unfinished)
        self.show_to_contact(state.to_contact)

    def show_unfinished(self, count: int) -> None:
        """Say how much unfinished work there is."""
        self._buttons[Place.WORKLIST].show_count(count)

    def show_to_contact(self, count: int) -> None:
        """Say how many citizens in the inbox are to be contacted."""
        self._buttons[Place.INBOX].show_count(count)

    def lie_down(self, is_lying: bool) -> None:
        """Lie above the screen, in as many lines as it takes, or stand beside it."""
        if self._is_lying is is_lying:
            return
        self._is_lying = is_lying
        for place, button in enumerate(self._places.buttons(), start=1):
            if is_lying:
                self._lines.addWidget(button)
            else:
                self._box.insertWidget(place, button)
        if is_lying:
            self._lines.addWidget(self._lock)
        else:
            self._box.insertWidget(self._box.count() - 1, self._lock, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.setContentsMargins(*(_LYING if is_lying else _STANDING))
        self._title.setVisible(not is_lying)
        self._who.setVisible(not is_lying)
        self.setProperty("role", "bar" if is_lying else "side")
        # A style sheet's min-height is less than a button needs at large text: never below what is wished for.
        unbending = QSizePolicy.Policy.Minimum if is_lying else QSizePolicy.Policy.Preferred
        self.setSizePolicy(QSizePolicy.Policy.Preferred, unbending)
        self.style().unpolish(self)
        self.style().polish(self)

    def standing_width(self) -> int:
        """How wide it wants to be beside the screen."""
        margins = self._box.contentsMargins()
        widest = max(button.sizeHint().width() for button in (*self._places.buttons(), self._lock, self._title))
        return widest + margins.left() + margins.right()

    def _go(self, place: Place, _checked: bool = False) -> None:
        self.place_requested.emit(place)


class _NavigationButton(QPushButton):
    """A place, with the number of things that wait there at its far end."""

    def __init__(self, text: str, parent: QWidget) -> None:
        self._wanted = QSize()
        super().__init__(text, parent)
        self.setProperty("role", "nav")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self._count = QLabel(self)
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.addStretch(1)
        row.addWidget(self._count)

    def show_count(self, count: int) -> None:
        """Say how many wait; nothing is said of none."""
        place = self.text()
        self._count.setText(str(count) if count else "")
        waiting = self.tr("{place}, {count} waiting").format(place=place, count=count)
        self.setAccessibleName(waiting if count else place)
        self._forget_size()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the words and for the number after them; worked out once, as Qt asks dozens of times."""
        if not self._wanted.isValid():
            self._wanted = super().sizeHint() + QSize(self._count.sizeHint().width() + 24, 0)
        return self._wanted

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """In letters of another size it needs another room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget_size()

    def _forget_size(self) -> None:
        self._wanted = QSize()
        self.updateGeometry()


class StaffPage(QWidget):
    """A staff screen with the navigation beside it, which stays while staff goes from screen to screen."""

    def __init__(
        self, state: NavigationState, build: Callable[[QWidget], QWidget], parent: QWidget | None = None
    ) -> None:
        """`build` makes the screen in the page."""
        super().__init__(parent)
        self.navigation = StaffNavigation(state, self)
        """Whose requests somebody has to hear."""
        self._state = state
        self._room = OneScreen(self)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.navigation)
        self._box.addWidget(self._room, 1)
        self.setFocusProxy(self._room.show_built(build))

    def is_for(self, state: NavigationState) -> bool:
        """Whether the navigation is the one that it would be in that state, but for where staff is and what waits."""
        counted = replace(self._state, place=state.place, unfinished=state.unfinished, to_contact=state.to_contact)
        return counted == state

    def go_on(self, state: NavigationState, build: Callable[[QWidget], QWidget]) -> None:
        """Show another screen beside the same navigation; the one before is destroyed. If `build` fails, it stays."""
        self.setFocusProxy(self._room.show_built(build))
        self._state = state
        self.navigation.show_state(state)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the navigation above where it would take too much of the width."""
        super().resizeEvent(event)
        is_lying = self.navigation.standing_width() * _WIDEST_SHARE > self.width()
        self.navigation.lie_down(is_lying)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if is_lying else QBoxLayout.Direction.LeftToRight)
