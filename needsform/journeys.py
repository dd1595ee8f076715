"""Which screen follows which at the door: the first run, unlocking, recovery, and what stands in the way.

What comes after the door is the working day (`workday`). It is imported when it is needed: the first paint waits for
nothing that the first screen does not show (`tests/ui/test_start_up.py` holds the list). That is the one reason for
the imports inside functions here.
"""

import linecache
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from needsform.models.errors import Message, NeedsformError
from needsform.services.store_state import StoreState, store_state
from needsform.stage import Ending, Stage

if TYPE_CHECKING:
    from needsform.models.backup import Backup
    from needsform.services.session import Session
    from needsform.services.unlocked import Unlocked
    from needsform.workday.workday import Resumption, Workday

_FAULTS = {StoreState.STORE_MISSING: "store.missing", StoreState.KEYS_MISSING: "keys.missing"}


class Journeys(QObject):
    """The door. Holds the working day of whoever unlocked, and nothing of anybody otherwise.

    warmed_up: what the program is made of is in memory.
    """

    warmed_up = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage, self._window = stage, stage.window
        self._workday: Workday | None = None
        self._resumptions: dict[str, Resumption] = {}
        """By login, where each was who locked the screen; what they had typed is sealed."""
        self._last_login = ""

    @property
    def workday(self) -> "Workday | None":
        """The day's work while the store is open."""
        return self._workday

    @property
    def is_refused(self) -> bool:
        """Whether the folder is one in which nothing may be written."""
        return self._stage.refusal() is not None

    @property
    def is_with_citizen(self) -> bool:
        """Whether the citizen has the screen."""
        return self._workday is not None and self._workday.is_with_citizen

    def start(self) -> None:
        """Show the first screen that fits what lies in the folder."""
        refusal = self._stage.refusal()
        if refusal is not None:
            self.show_fault(refusal)
            return
        try:
            state = store_state(self._stage.directory)
        except NeedsformError as error:
            self.show_fault(error.message)
            return
        if state is StoreState.ABSENT:
            self._show_first_run()
        elif state is StoreState.READY:
            self._show_unlock()
        else:
            self.show_fault(Message(_FAULTS[state]))

    def warm_up(self) -> None:
        """Import on the worker what comes after the first screen, while the user types."""
        self._stage.background.run(_import_the_door, _ready)
        self._stage.background.run(_import_the_workday, self._tell_warm)

    def lock(self) -> None:
        """Write what is pending, destroy what is personal, close the store, and ask for a password again."""
        self._end_workday(Ending.LOCKED)
        self._show_unlock()

    def seconds_allowed(self) -> int | None:
        """How long the screen may be left alone just now; None while nothing is on it that is anybody's."""
        if self._workday is None:
            return None
        kept = self._stage.dressing.kept
        return kept.patient_lock_seconds if self.is_with_citizen else kept.staff_lock_seconds

    def lock_unattended(self) -> None:
        """Nobody is there any more: lock, and say that nothing is lost."""
        if self._workday is not None:
            message = Message("lock.unattended_citizen" if self.is_with_citizen else "lock.unattended")
            self.lock()
            self._window.messages.tell(message)

    def leave(self) -> bool:
        """The program is to end; False while the citizen has the screen, and once where something typed would go."""
        if self.is_with_citizen or (self._workday is not None and self._workday.holds_back()):
            return False
        self._end_workday(Ending.LEFT)
        return True

    def _tell_warm(self, _: None) -> None:
        self.warmed_up.emit()

    # The screens ------------------------------------------------------------------------------------------------

    def _show_first_run(self) -> None:
        from needsform.ui.screens.first_run_screen import FirstRunScreen
        from needsform.ui.viewmodels.first_run_view_model import FirstRunViewModel

        stage = self._stage
        view_model = FirstRunViewModel(stage.access, stage.background, stage.entropy)
        view_model.opened.connect(self._begin_workday)

        def build(room: QWidget) -> QWidget:
            screen = FirstRunScreen(view_model, stage.dressing.words, stage.dressing.other_languages, parent=room)
            screen.language_requested.connect(self._speak)
            screen.print_key_requested.connect(stage.print_text)
            screen.save_key_requested.connect(stage.save_key_text)
            return screen

        self._window.show_screen(build)

    def _show_unlock(self) -> None:
        from needsform.ui.screens.unlock_screen import UnlockScreen
        from needsform.ui.viewmodels.unlock_view_model import UnlockViewModel

        stage = self._stage
        view_model = UnlockViewModel(stage.access, stage.background)
        view_model.opened.connect(self._begin_workday)
        view_model.store_refused.connect(self.show_fault)

        def build(room: QWidget) -> QWidget:
            screen = UnlockScreen(view_model, stage.dressing.other_languages, parent=room)
            screen.forgotten_requested.connect(self._show_recovery)
            screen.language_requested.connect(self._speak)
            return screen

        self._window.show_screen(build)

    def _show_recovery(self) -> None:
        from needsform.ui.screens.recovery_screen import RecoveryScreen
        from needsform.ui.viewmodels.recovery_view_model import RecoveryViewModel

        view_model = RecoveryViewModel(self._stage.access, self._stage.background)
        view_model.opened.connect(self._begin_workday)
        view_model.store_refused.connect(self.show_fault)

        def build(room: QWidget) -> QWidget:
            screen = RecoveryScreen(view_model, parent=room)
            screen.back_requested.connect(self._show_unlock)
            return screen

        self._window.show_screen(build)

    def show_fault(self, fault: Message) -> None:
        """What keeps the store from being opened, and the way on."""
        from needsform.ui.screens.store_fault_screen import StoreFaultScreen

        self._window.messages.dismiss()

        def build(room: QWidget) -> QWidget:
            screen = StoreFaultScreen(fault, str(self._stage.directory), parent=room)
            screen.try_again_requested.connect(self.start)
            screen.restore_requested.connect(partial(self._show_backups, fault))
            return screen

        self._window.show_screen(build)

    def _show_backups(self, fault: Message) -> None:
        from needsform.ui.screens.restore_screen import RestoreScreen
        from needsform.ui.viewmodels.restore_view_model import RestoreViewModel

        view_model = RestoreViewModel(self._stage.restoring, self._stage.archive)
        view_model.restored.connect(partial(self._show_unlock_with, Message("backup.restored")))

        def build(room: QWidget) -> QWidget:
            screen = RestoreScreen(view_model, self._stage.dressing.words, parent=room)
            screen.back_requested.connect(partial(self.show_fault, fault))
            return screen

        self._window.show_screen(build)

    def _show_unlock_with(self, message: Message) -> None:
        self._show_unlock()
        self._window.messages.tell(message)

    # The working day ----------------------------------------------------------------------------------------------

    def _begin_workday(self, session: "Session") -> None:
        from needsform.workday.workday import Workday

        login = session.practitioner.login
        self._workday = Workday(self._stage, session)
        self._workday.lock_requested.connect(self.lock)
        self._workday.key_change_requested.connect(self._change_key)
        self._workday.restore_requested.connect(self._restore)
        self._workday.store_failed.connect(self._leave_store)
        self._workday.begin(self._resumptions.pop(login, None), was_alone=login == self._last_login)

    def _end_workday(self, ending: Ending) -> None:
        if self._workday is not None:
            workday, self._workday = self._workday, None
            left = workday.end(ending)
            self._resumptions[left.login], self._last_login = left, left.login
            workday.deleteLater()

    def _leave_store(self, fault: Message) -> None:
        """The store turned out to be damaged while it was open: nothing more is read from it."""
        self._end_workday(Ending.ABANDONED)
        self.show_fault(fault)

    def _restore(self, backup: "Backup") -> None:
        """An administrator puts a backup in place: the session ends first, and what it leaves is backed up."""
        from needsform.ui.screens.restoring_screen import RestoringScreen
        from needsform.ui.viewmodels.restore_view_model import RestoreViewModel

        if self._workday is None:
            return
        backups = self._workday.session.backups
        try:
            proof, before = backups.restore_proof(), backups.job_before_restore()
        except NeedsformError as error:
            self._window.messages.tell(error.message)
            return
        self._end_workday(Ending.ABANDONED)
        self._resumptions.clear()
        view_model = RestoreViewModel(self._stage.restoring, self._stage.archive)
        view_model.restored.connect(partial(self._show_unlock_with, Message("backup.restored")))
        view_model.given_up.connect(self._show_unlock_with)
        view_model.restore_for(backup, proof, before)
        self._window.show_screen(partial(RestoringScreen, view_model))

    def _change_key(self, proof: "Unlocked") -> None:
        """Let go of the store, so that it can be given another key; whoever asked is where they were afterwards."""
        from needsform.ui.screens.waiting_screen import WaitingScreen

        self._end_workday(Ending.ABANDONED)
        self._window.show_screen(partial(WaitingScreen, self.tr("The store is being given a new key …")))
        change = partial(self._stage.access().change_key, proof)
        self._stage.archive.run(change, self._open_changed, self._refuse_change)

    def _open_changed(self, proof: "Unlocked") -> None:
        try:
            session = self._stage.access().open(proof)
        except NeedsformError as error:
            self._refuse_change(error)
        else:
            self._begin_workday(session)
            self._window.messages.tell(Message("rekey.done"))

    def _refuse_change(self, error: NeedsformError) -> None:
        self._show_unlock_with(error.message)

    # What the door asks of the world ------------------------------------------------------------------------------

    def _speak(self, language: str) -> None:
        dressing = self._stage.dressing
        dressing.keep(replace(dressing.worn, language=language))


# What is imported here is there before anybody needs it, so that no step waits: while somebody types their password.
# PySide has looked through the source of each module for its own name, and Python would keep all of that text.


def _import_the_door() -> None:
    import needsform.services.access  # noqa: F401

    linecache.clearcache()


def _import_the_workday() -> None:
    import holidays  # noqa: F401 - a fifth of a second that nobody waits for here

    import needsform.ui.screens.recovery_screen
    import needsform.ui.screens.store_fault_screen
    import needsform.ui.widgets.problem_dialog
    import needsform.workday.workday  # noqa: F401

    linecache.clearcache()


def _ready(_: None) -> None:
    """Nothing waits for it."""
