"""What staff copied leaves the clipboard again: soon, on lock, and before the citizen gets the screen."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_FOR = 10_000
"""Milliseconds: long enough to paste, short enough that the next user finds nothing (TRUST, B7)."""


class ClipboardGuard(QObject):
    """Follows what this program puts on the clipboard, and takes away nothing that another program put there."""

    def __init__(
        self, parent: QObject | None = None, *, is_ours: Callable[[], bool] | None = None, kept_for: int = KEPT_FOR
    ) -> None:
        """`is_ours`: whether this program put there what is on the clipboard; the platform says, unless given."""
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._is_ours = is_ours or self._clipboard.ownsClipboard
        self._clipboard.changed.connect(self._follow)
        self._timer = QTimer(self, singleShot=True, interval=kept_for)
        self._timer.timeout.connect(self.forget)

    def forget(self) -> None:
        """Take back what is still there of ours."""
        self._timer.stop()
        if self._is_ours() and self._clipboard.text():
            self._clipboard.clear(QClipboard.Mode.Clipboard)
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _follow(self, mode: QClipboard.Mode) -> None:
        if mode is QClipboard.Mode.Clipboard and self._is_ours() and self._clipboard.text():
            self._timer.start()
