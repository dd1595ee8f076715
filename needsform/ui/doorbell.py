"""Hears when the program is started a second time, and says so."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal


class Doorbell(QObject):
    """Looks at the store's folder whenever a file comes or goes there.

    rung: somebody has started the program again.
    """

    rung = Signal()

    def __init__(self, directory: Path, answer: Callable[[], bool], parent: QObject | None = None) -> None:
        """`answer` takes the bell away and says whether somebody had rung."""
        super().__init__(parent)
        self._answer = answer
        self._watcher = QFileSystemWatcher([str(directory)], self)
        self._watcher.directoryChanged.connect(self._look)
        self._look()

    def _look(self, _path: str = "") -> None:
        if self._answer():
            self.rung.emit()
