"""What makes a widget a screen: its look, and where the focus comes in when it is opened and goes from there."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget


def dress_screen(screen: QWidget, name: str) -> None:
    """Its name, by which it is found, and the paper of a whole page (`role` of the style sheet)."""
    screen.setObjectName(name)
    screen.setProperty("role", "screen")
    screen.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def open_at(screen: QWidget, entrance: QWidget) -> None:
    """Let the focus that a new screen is given go to `entrance`.

    For this once only: Qt would take a focus proxy for a stop of the Tab key, and whatever stands before the entrance
    could no longer be reached.
    """
    screen.setFocusProxy(entrance)
    QTimer.singleShot(0, screen, partial(_forget, screen))


def stop_after(before: QWidget, inside: QWidget) -> None:
    """Let the Tab key go on from `before` to what can be reached `inside`, made later than what follows it."""
    for widget in inside.findChildren(QWidget):
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_stop and widget.window() is inside.window():  # the list of a field is a window of its own
            QWidget.setTabOrder(before, widget)
            before = widget


def _forget(screen: QWidget) -> None:
    screen.setFocusProxy(None)  # type: ignore[arg-type] # PySide6 leaves out that None takes the proxy away
