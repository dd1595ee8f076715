"""Which screen follows which once the store is open: from the worklist through the citizen's hands to the sheet."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from needsform.models.errors import NeedsformError
from needsform.services.session import Session
from needsform.stage import Stage
from needsform.ui.screens.worklist_screen import WorklistScreen
from needsform.ui.viewmodels.worklist_view_model import WorklistState, WorklistViewModel
from needsform.ui.widgets.staff_navigation import NavigationState, Place, StaffNavigation, StaffPage


@dataclass(frozen=True, slots=True)
class Resumption:
    """Where somebody was when the screen was locked: ids only, so that it may outlive the session."""

    login: str
    go_back: "Callable[[Workday], None]"


class Workday(QObject):
    """The steps of one session. `end` is the last one: nothing of any citizen is left after it.

    lock_requested: somebody leaves the screen.
    """

    lock_requested = Signal()

    def __init__(self, stage: Stage, session: Session) -> None:
        super().__init__()
        self._stage, self._window, self._session = stage, stage.window, session
        self._unfinished = 0
        self._go_back: Callable[[Workday], None] = Workday.show_worklist
        self._settle: Callable[[], None] | None = None
        self._shortcuts = [
            self._shortcut("Ctrl+L", self.lock_requested.emit),
        ]

    @property
    def is_with_citizen(self) -> bool:
        """Whether the citizen has the screen."""
        return self._session.is_with_citizen

    def begin(self, resumption: Resumption | None) -> None:
        """Go to where the same person was before the lock, or to the worklist."""
        if resumption is not None and resumption.login == self._session.practitioner.login:
            try:
                resumption.go_back(self)
            except NeedsformError as error:
                self.show_worklist()
                self._window.messages.tell(error.message)
        else:
            self.show_worklist()

    def end(self) -> Resumption:
        """Write what is pending, destroy what is shown, let go of the store."""
        resumption = Resumption(self._session.practitioner.login, self._go_back)
        try:
            self._leave_step()
        finally:
            self._window.clear_screen()
            self._window.messages.dismiss()
            self._window.set_full_screen(False)
            self._stage.dressing.wear(self._stage.dressing.kept)
            for shortcut in self._shortcuts:
                shortcut.deleteLater()
            self._session.close()
        return resumption

    # Lists --------------------------------------------------------------------------------------------------------

    def show_worklist(self) -> None:
        """What is unfinished."""
        self._leave_step()
        view_model = WorklistViewModel(self._session, self._stage.clock)
        view_model.state_changed.connect(self._count)
        view_model.failed.connect(self._window.messages.tell)
        self._count(view_model.state)

        def build() -> QWidget:
            screen = WorklistScreen(view_model, self._stage.dressing.words)
            return self._beside_navigation(screen, Place.WORKLIST)

        self._show(build, Workday.show_worklist)

    # Moving about ------------------------------------------------------------------------------------------------

    def go_to(self, place: Place) -> None:
        """One of the places of the navigation."""
        if place is Place.WORKLIST:
            self.show_worklist()

    def _beside_navigation(self, screen: QWidget, place: Place) -> QWidget:
        practitioner, site = self._session.practitioner, self._session.site
        navigation = StaffNavigation(
            NavigationState(place, self._unfinished, practitioner.name, practitioner.title, site.unit)
        )
        navigation.place_requested.connect(self.go_to)
        navigation.lock_requested.connect(self.lock_requested)
        return StaffPage(navigation, screen)

    def _count(self, worklist: WorklistState) -> None:
        self._unfinished = worklist.count

    def _show(
        self,
        build: Callable[[], QWidget],
        go_back: "Callable[[Workday], None]",
        settle: Callable[[], None] | None = None,
    ) -> None:
        """Show a screen, with how to come back to it after a lock and what to write before it is left."""
        self._go_back, self._settle = go_back, settle
        self._window.show_screen(build)

    def _leave_step(self) -> None:
        """Write what the step has not written yet."""
        settle, self._settle = self._settle, None
        focused = self._window.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what is being typed is settled when its field is left
        if settle is not None:
            settle()

    def _shortcut(self, keys: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(act)
        return shortcut
