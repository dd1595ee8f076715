"""Notices that nobody touches the program any more. What is then to be done, it does not know.

It listens where keys and clicks come in from the system, at the windows, and not at every event of every widget: that
would cost each tick a tenth of a millisecond.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

WARNING_SECONDS = 20
"""So long before the end the warning comes (WCAG 2.2.1; TRUST, decision 5)."""
LONGEST_GAP = timedelta(seconds=15)
"""If the clock has gone on further than this between two looks, the machine was asleep."""

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)


class Inactivity(QObject):
    """Looks once a second how long ago the last key, click or touch was.

    warned: nobody has touched the program for a while; carries the seconds that are left, once a second. relieved:
    somebody did after all. idle: nobody did; the same when the machine wakes from sleep.
    """

    warned = Signal(int)
    relieved = Signal()
    idle = Signal()

    def __init__(
        self, limit: Callable[[], int | None], clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        """`limit` tells how many seconds are allowed just now; None when there is nothing to protect."""
        super().__init__(parent)
        self._limit, self._clock = limit, clock
        self._touched_at = self._looked_at = clock()
        self._is_warning = False
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self.look)

    def watch(self, application: QGuiApplication) -> None:
        """Begin: every window that comes to the front is listened to."""
        application.focusWindowChanged.connect(self._listen)
        self._listen(application.focusWindow())
        self._touched_at = self._looked_at = self._clock()
        self._timer.start()

    def rest(self) -> None:
        """End; the program is closing."""
        self._timer.stop()
        self.touch()

    def touch(self) -> None:
        """Somebody is here."""
        self._touched_at = self._clock()
        if self._is_warning:
            self._is_warning = False
            self.relieved.emit()

    def look(self) -> None:
        """How long has it been? Its own timer asks once a second."""
        now, limit = self._clock(), self._limit()
        was_asleep = now - self._looked_at > LONGEST_GAP
        self._looked_at = now
        if limit is None or now < self._touched_at:  # nothing to protect, or somebody has set the clock back
            self.touch()
            return
        left = limit - int((now - self._touched_at).total_seconds())
        if left <= 0 or was_asleep:
            self.touch()
            self.idle.emit()
        elif left <= min(WARNING_SECONDS, limit // 2 + 5):
            self._is_warning = True
            self.warned.emit(left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name and signature
        """Take note, and let everything through."""
        if event.type() in _TOUCHES:
            self.touch()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)  # or it would be asked twice about a window that comes back
            window.installEventFilter(self)
            self.touch()
