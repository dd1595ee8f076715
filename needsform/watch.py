"""The watch over a screen that somebody may have left: begun when the first screen can be seen, and not before."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from needsform import process_memory
from needsform.journeys import Journeys
from needsform.services.clock import Clock
from needsform.ui.inactivity import Inactivity
from needsform.ui.main_window import MainWindow
from needsform.ui.system_lock import SystemLock
from needsform.ui.widgets.idle_warning import IdleWarning


class Watch(QObject):
    """Locks when nobody is there: by the time that has passed, or because the workstation itself is locked."""

    def __init__(self, app: QApplication, window: MainWindow, journeys: Journeys, clock: Clock) -> None:
        super().__init__(window)
        self._journeys = journeys
        self._warning = IdleWarning(window)
        self.inactivity = Inactivity(journeys.seconds_allowed, clock, self)
        self.inactivity.warned.connect(self._warn)
        # Only after the touch has arrived: otherwise it would tick what lies beneath the warning.
        self.inactivity.relieved.connect(self._warning.hide, Qt.ConnectionType.QueuedConnection)
        self.inactivity.idle.connect(journeys.lock_unattended)
        self.system_lock = SystemLock(self)
        self.system_lock.locked.connect(journeys.lock_unattended)
        process_memory.keep_private()
        self.inactivity.watch(app)
        self.system_lock.listen(int(window.winId()))

    def _warn(self, seconds: int) -> None:
        self._warning.warn(seconds, is_with_citizen=self._journeys.is_with_citizen)
