"""Everything is built here, once, and handed down: the only module that sees every room."""

import gc
import os
import sys
from functools import partial
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from needsform.dressing import Dressing, new_application
from needsform.journeys import Journeys
from needsform.models.errors import Message
from needsform.services.clock import Clock, Entropy, system_clock
from needsform.services.one_program import answer
from needsform.services.store_place import Surroundings, refusal_of, this_machine
from needsform.stage import Stage
from needsform.storage.instance_lock import InstanceLock
from needsform.ui.background import Background
from needsform.ui.clipboard_guard import ClipboardGuard
from needsform.ui.dialogs import Dialogs, system_dialogs
from needsform.ui.doorbell import Doorbell
from needsform.ui.main_window import MainWindow

if TYPE_CHECKING:  # what storage needs is imported after the first paint
    from needsform.services.access import Access
    from needsform.services.restoring import Restoring
    from needsform.storage.key_slots import KdfParameters
    from needsform.ui.widgets.problem_dialog import ProblemDialog
    from needsform.watch import Watch

APPLICATION_NAME = "Needsform"


class Program(QObject):
    """The running program over one store's folder."""

    def __init__(
        self,
        app: QApplication,
        directory: Path,
        *,
        language: str | None = None,
        clock: Clock = system_clock,
        entropy: Entropy = os.urandom,
        dialogs: Dialogs | None = None,
        kdf: "KdfParameters | None" = None,
        lock: InstanceLock | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        """Time, chance, dialogs, machine and the price of a password's guess are the real ones unless given.

        `lock` is the right to the store, if whoever starts the program has it already.
        """
        super().__init__()
        app.setApplicationName(APPLICATION_NAME)
        self._app = app
        self.directory, self._clock, self._entropy, self._kdf = directory, clock, entropy, kdf
        self._access: Access | None = None
        self._door_is_being_made = Lock()
        self._lock = lock
        self._background, self._archive = Background(self), Background(self)
        self.dressing = Dressing(app, directory, language)
        self.window = MainWindow(self.dressing.worn)
        self.clipboard = ClipboardGuard(self)
        self.journeys = Journeys(
            Stage(
                directory=directory,
                access=self._door,
                window=self.window,
                dressing=self.dressing,
                background=self._background,
                clipboard=self.clipboard,
                dialogs=dialogs or system_dialogs(),
                clock=clock,
                entropy=entropy,
                archive=self._archive,
                refusal=partial(refusal_of, directory, surroundings or this_machine()),
                restoring=self._way_back,
            )
        )
        self._problem: ProblemDialog | None = None
        self.watch: Watch | None = None
        self.dressing.changed.connect(self.window.rebuild_screen)
        self.window.painted.connect(self.journeys.warm_up)
        self.window.painted.connect(self._keep_watch)
        self.window.close_requested.connect(self.leave)

    @property
    def is_busy(self) -> bool:
        """Whether the worker has something left to do."""
        return self._background.is_busy or self._archive.is_busy

    def start(self, fault: Message | None = None) -> None:
        """Show the first screen, or what keeps the program from beginning at all."""
        if fault is None:
            self.journeys.start()
        else:
            self.journeys.show_fault(fault)
        if self._lock is not None:
            bell = Doorbell(self.directory, partial(answer, self.directory), self)
            bell.rung.connect(self.window.come_to_front)
        self.window.open()

    def leave(self) -> None:
        """Close everything, unless the citizen has the screen."""
        if not self.journeys.leave():
            return
        if not self.journeys.is_refused:
            self.dressing.remember(self.window.settings_with_size(self.dressing.kept))
        if self.watch is not None:
            self.watch.inactivity.rest()
        self.clipboard.forget()
        self.window.hide()  # the last backup is made out of sight
        self._background.wait()
        self._archive.wait()
        if self._access is not None:
            self._access.leave()
        self.window.leave()

    def tell_of_problem(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The excepthook: nobody foresaw this. What was saved is saved; the report holds no name and no answer."""
        from needsform.ui.widgets.problem_dialog import ProblemDialog, problem_report

        report = problem_report(kind, error, trace)
        sys.stderr.write(report)
        if issubclass(kind, KeyboardInterrupt):
            self.window.leave()
        elif self.journeys.is_with_citizen:
            self.window.messages.tell(Message("program.failed_citizen"))
        elif self._problem is None or not self._problem.isVisible():
            self._problem = ProblemDialog(report, self.window)
            self._problem.open()

    def _keep_watch(self) -> None:
        from needsform.watch import Watch

        self.watch = Watch(self._app, self.window, self.journeys, self._clock)

    def _door(self) -> "Access":
        """The door of the store. First called on a worker, because it imports half of the program."""
        with self._door_is_being_made:
            if self._access is None:
                from needsform.services.access import Access

                self._access = Access(self.directory, self._clock, self._entropy, self._kdf, lock=self._lock)
            return self._access

    def _way_back(self) -> "Restoring":
        from needsform.services.restoring import Restoring

        return Restoring(self.directory, self._door(), self._clock)


def run(directory: Path, language: str | None, lock: InstanceLock | None = None, fault: Message | None = None) -> int:
    """Open the window over a store's folder; returns the exit status when it is closed."""
    app = new_application(sys.argv[0])
    program = Program(app, directory, language=language, lock=lock)
    sys.excepthook = program.tell_of_problem
    # What is there now stays until the end, and nobody has unlocked yet: looking through it again and again would hold
    # up a tick now and then.
    program.journeys.warmed_up.connect(gc.freeze)
    program.start(fault)
    return app.exec()
