"""Where the focus comes in when a screen is opened, if that is not its first control."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def open_at(screen: QWidget, entrance: QWidget) -> None:
    """Let the focus that a new screen is given go to `entrance`.

    For this once only: Qt would take a focus proxy for a stop of the Tab key, and whatever stands before the entrance
    could no longer be reached.
    """
    screen.setFocusProxy(entrance)
    QTimer.singleShot(0, screen, partial(_forget, screen))


def _forget(screen: QWidget) -> None:
    screen.setFocusProxy(None)  # type: ignore[arg-type] # PySide6 leaves out that None takes the proxy away
