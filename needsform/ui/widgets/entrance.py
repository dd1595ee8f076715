"""How a new widget comes into its place: how wide that is, and where the focus comes in and goes on from there."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget


def width_of_room(widget: QWidget) -> int:
    """Pixels that a new widget will have if it fills its column, from the nearest room around it that has its size.

    What knows this need not be laid out a second time when it is shown. 0 where nothing around it has a size yet.
    """
    room = widget.parentWidget()
    while room is not None and not room.testAttribute(Qt.WidgetAttribute.WA_Resized):
        room = room.parentWidget()
    return 0 if room is None else room.contentsRect().width()


def open_at(screen: QWidget, entrance: QWidget) -> None:
    """Let the focus that a new screen is given go to `entrance`.

    For this once only: Qt would take a focus proxy for a stop of the Tab key, and whatever stands before the entrance
    could no longer be reached.
    """
    screen.setFocusProxy(entrance)
    QTimer.singleShot(0, screen, partial(_forget, screen))


def turn_in(room: QWidget) -> QWidget:
    """Keep the turn of what is listed in a room later on, to be given to `stop_after` as what stands before it.

    It has its turn from now on, also while the list is empty, and no key stops at what is hidden.
    """
    keeper = QWidget(room)
    keeper.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt puts nothing after what could never take the focus
    keeper.hide()
    return keeper


def stop_after(before: QWidget, inside: QWidget) -> None:
    """Let the Tab key go on from `before` to what can be reached `inside`, made later than what follows it."""
    for widget in inside.findChildren(QWidget):
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if is_stop and widget.window() is inside.window():  # the list of a field is a window of its own
            QWidget.setTabOrder(before, widget)
            before = widget


def _forget(screen: QWidget) -> None:
    screen.setFocusProxy(None)  # type: ignore[arg-type] # PySide6 leaves out that None takes the proxy away
