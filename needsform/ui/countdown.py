"""Seconds that somebody has to wait, told one by one; nothing stands still meanwhile."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_SECOND = 1_000
"""Milliseconds."""


class Countdown(QObject):
    """ticked: so many seconds are left, down to 0."""

    ticked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)  # a coarse one may be over before the wait is
        self._timer.setInterval(_SECOND)
        self._timer.timeout.connect(self.tick)

    @property
    def is_running(self) -> bool:
        """Whether there is still something to wait for."""
        return self._left > 0

    def start(self, seconds: int) -> None:
        """Begin at so many; 0 stops without a word."""
        self._left = seconds
        if seconds > 0:
            self._timer.start()
        else:
            self._timer.stop()

    def tick(self) -> None:
        """A second has passed."""
        if self._left > 0:
            self._left -= 1
            if not self._left:
                self._timer.stop()
            self.ticked.emit(self._left)
