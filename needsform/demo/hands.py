"""A person's hands on the real windows: find what is shown, click its middle, press keys, wait for what comes of it.

Nothing is reached that a person could not reach: what is hidden, disabled or covered by a dialog is not found.
"""

import contextlib
import sys
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QScrollArea, QWidget

W = TypeVar("W", bound=QWidget)
PATIENCE = 30_000
"""Milliseconds after which whatever was waited for will not come any more; a busy machine is slow, not stuck."""
_BEAT = 10
"""Milliseconds between two looks while nothing happens."""
_QUIET_LOOKS = 5
_MOST_TABS = 300


class Stuck(Exception):
    """The windows did not do what a person would expect of them: a fault of the program, not of the case."""


class Hands:
    """Mouse and keyboard over one window. Made by `hands_on`."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self._fault: BaseException | None = None
        self._popup: QWidget | None = None

    # Looking ------------------------------------------------------------------------------------------------------

    def sees(self, name: str) -> bool:
        """Whether something of this name can be seen and used now."""
        return bool(self._usable(QWidget, name))

    def find(self, kind: type[W], name: str) -> W:
        """The one thing of this name that can be used now; waits until it is there."""
        self.wait_for(lambda: self.sees(name), f"{name} to be seen")
        found = self._usable(kind, name)
        if len(found) != 1:
            raise Stuck(f"{len(found)} of {kind.__name__} are called {name}")
        return found[0]

    def wait_for(self, is_so: Callable[[], bool], what: str) -> None:
        """Let the program work until something is so. Raises Stuck, or whatever the program raised meanwhile."""
        deadline = QDeadlineTimer(PATIENCE)
        beat = QTimer()
        beat.start(_BEAT)
        while True:
            self.raise_fault()
            if is_so():
                return
            if deadline.hasExpired():
                raise Stuck(f"waited in vain for {what}")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)

    def wait_until_quiet(self, is_busy: Callable[[], bool]) -> None:
        """Until nothing has been under way for a few looks on end: what was gathered has begun and is over."""
        quiet = 0

        def has_been_quiet() -> bool:
            nonlocal quiet
            quiet = 0 if is_busy() else quiet + 1
            return quiet > _QUIET_LOOKS

        self.wait_for(has_been_quiet, "the program to be quiet")
        self.settle()

    def settle(self) -> None:
        """Let everything happen that is due now."""
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self.window.isVisible() and QApplication.activeWindow() is None:
            self._room().activateWindow()  # out of sight, nobody does so when a dialog has closed
            QCoreApplication.processEvents()
        self.raise_fault()

    # Mouse --------------------------------------------------------------------------------------------------------

    def click(self, name: str) -> None:
        """Click the middle of what has this name, after scrolling to it."""
        self.click_on(self.find(QWidget, name))

    def click_on(self, widget: QWidget) -> None:
        """Click the middle of a widget, on whatever the mouse meets there; waits until it has come to rest."""
        self.wait_for(lambda: self._can_reach(widget), f"{widget.objectName()} to be within reach")
        middle = widget.rect().center()
        target = _under_mouse(widget)
        assert target is not None  # noqa: S101 - it was there a moment ago, and nothing has happened since
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(widget, middle))
        self.settle()

    def scroll_to(self, widget: QWidget) -> None:
        """Bring a widget into view in every list that it lies in."""
        parent = widget.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                parent.ensureWidgetVisible(widget, 24, 24)
            parent = parent.parentWidget()

    def _can_reach(self, widget: QWidget) -> bool:
        self.scroll_to(widget)
        return _under_mouse(widget) is not None

    # Keyboard -----------------------------------------------------------------------------------------------------

    def write(self, name: str, text: str) -> None:
        """Click a field and type into it; what stood in it before is replaced."""
        field = self.find(QWidget, name)
        self.click_on(field)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if text:
            self.type_text(text)
        else:
            self.press(Qt.Key.Key_Delete)

    def choose(self, name: str, text: str) -> None:
        """Choose an entry of a list by the arrow keys."""
        place = self.find(QComboBox, name).findText(text)
        if place < 0:
            raise Stuck(f"{name} does not offer {text}")
        self.choose_place(name, place)

    def choose_place(self, name: str, wanted: int) -> None:
        """Choose an entry by its place in the list, from 0: open the list, go there by the arrow keys, take it."""
        combo = self.find(QComboBox, name)
        self.scroll_to(combo)
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        self.go_to_line(combo.view(), wanted)
        self.press(Qt.Key.Key_Return)
        self.wait_for(lambda: combo.currentIndex() == wanted, f"{name} to take what was chosen")

    def go_to_line(self, lines: QAbstractItemView, wanted: int) -> None:
        """Go to a line of a list, from 0, by the arrow keys."""
        while lines.currentIndex().row() != wanted:
            before = lines.currentIndex().row()
            self.press(Qt.Key.Key_Down if before < wanted else Qt.Key.Key_Up)
            if lines.currentIndex().row() == before:
                raise Stuck(f"the arrow keys do not move in {lines.objectName() or 'the list'}")

    def paste(self, name: str, text: str) -> None:
        """Click a field and paste into it; what stood in it before is replaced."""
        field = self.find(QWidget, name)
        self.click_on(field)
        QGuiApplication.clipboard().setText(text)
        for key in (Qt.Key.Key_A, Qt.Key.Key_V):
            QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
        QGuiApplication.clipboard().clear()
        self.settle()

    def type_text(self, text: str) -> None:
        """Type where the focus is, letter by letter, in any script."""
        for letter in text:
            _type_letter(self._focus(), letter)
        self.settle()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self._focus(), key, modifiers)
        self.settle()

    def tab_to(self, name: str) -> None:
        """Go to what has this name by the Tab key alone."""
        wanted = self.find(QWidget, name)
        for _ in range(_MOST_TABS):
            if wanted.hasFocus():
                return
            self.press(Qt.Key.Key_Tab)
        raise Stuck(f"the Tab key does not come to {name}")

    # --------------------------------------------------------------------------------------------------------------

    def remember(self, _: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Qt swallows what is raised in a slot; the first such error is raised again by the next act."""
        self._fault = self._fault or error.with_traceback(trace)

    def raise_fault(self) -> None:
        """Raise what Qt swallowed, if there is anything."""
        if self._fault is not None:
            fault, self._fault = self._fault, None
            raise fault

    def _usable(self, kind: type[W], name: str) -> list[W]:
        room = self._room()
        own = [room] if isinstance(room, kind) and room.objectName() == name else []
        return [widget for widget in [*own, *room.findChildren(kind, name)] if _is_usable(widget)]

    def _room(self) -> QWidget:
        """What can be used now: the list or the dialog that is open, or else the window."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.window

    def _focus(self) -> QWidget:
        """Where keys arrive: a list that has opened gets them before the field that opened it."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            self._popup = popup  # PySide lets go of what stands in it as soon as nobody holds it itself
            return popup.focusWidget() or popup
        focus = QApplication.focusWidget() or self._room().focusWidget()
        if focus is None:
            raise Stuck("the focus is nowhere")
        return focus


@contextlib.contextmanager
def hands_on(window: QWidget) -> Iterator[Hands]:
    """Lay hands on a window; what is raised inside of Qt meanwhile comes out of what the hands do."""
    hands = Hands(window)
    hook, sys.excepthook = sys.excepthook, hands.remember
    try:
        yield hands
        hands.raise_fault()
    finally:
        sys.excepthook = hook


def _is_usable(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _under_mouse(widget: QWidget) -> QWidget | None:
    """What a click on the middle of a widget meets: the widget, or something in it; None where something covers it."""
    window = widget.window()
    met = window.childAt(widget.mapTo(window, widget.rect().center()))
    return met if met is not None and (met is widget or widget.isAncestorOf(met)) else None


def _type_letter(focus: QWidget, letter: str) -> None:
    if letter == "\n":
        QTest.keyClick(focus, Qt.Key.Key_Return)
    elif letter.isascii() and letter.isprintable():
        QTest.keyClicks(focus, letter)
    else:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):  # QTest knows the letters of ASCII only
            QCoreApplication.sendEvent(focus, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
