"""The window: a message bar above one screen at a time; nothing else."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QVBoxLayout, QWidget

from needsform.models.settings import Settings
from needsform.ui.messages import MessageBar
from needsform.ui.widgets.one_screen import OneScreen

SMALLEST_WIDTH, SMALLEST_HEIGHT = 1024, 640


class _FirstMoment(QObject):
    """The moment after a screen has come, in which a double click was meant for the screen before.

    "Sign" stands where "On to handing over" stands on the next screen, and a hand does not stop in between.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True)
        self._timer.setObjectName("first_moment")
        self._timer.timeout.connect(self._end)

    def begin(self) -> None:
        """A screen is about to come."""
        handle = self._window.windowHandle()
        if handle is not None:  # there is none before the window is shown
            handle.installEventFilter(self)
            self._timer.start(QApplication.doubleClickInterval())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's name
        """Keep the second press to ourselves."""
        return event.type() is QEvent.Type.MouseButtonDblClick

    def _end(self) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)


class MainWindow(QMainWindow):
    """Shows one screen and destroys the one before, so that nothing of it can be come back to.

    close_requested: the user wants to close the window; whoever hears it decides and calls `leave`.
    painted: the first screen can be seen, and there is time for what it did not need.
    """

    close_requested = Signal()
    painted = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setMinimumSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)
        self.resize(settings.window_width, settings.window_height)
        self._is_maximised = settings.is_maximised
        self._may_close = False
        self._is_painted = False
        self._first_paint = QTimer(self, singleShot=True, interval=0)
        self._first_paint.timeout.connect(self.painted)
        self._build_screen: Callable[[QWidget], QWidget] | None = None
        self._first_moment = _FirstMoment(self)
        self.messages = MessageBar()
        self._room = OneScreen()
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._room, 1)
        self.setCentralWidget(room)

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen that is shown now."""
        return self._room.currentWidget()

    def open(self) -> None:
        """Show the window, as large as it was left."""
        self.setWindowTitle(self.tr("Needs assessment"))
        self.showMaximized() if self._is_maximised else self.show()

    def show_screen(self, build: Callable[[QWidget], QWidget]) -> None:
        """Show what `build` makes in place of the screen before; the focus goes where the screen wants it.

        The second press of a double click that brought it does not reach it.
        """
        self._build_screen = build
        self._first_moment.begin()
        screen = self._room.show_built(build)
        entrance = screen.focusProxy()
        while entrance is not None and entrance.focusProxy() is not None:
            entrance = entrance.focusProxy()
        if entrance is not None and entrance.isEnabled():  # a page that only waits for its signature has none
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            screen.focusNextChild()

    def rebuild_screen(self) -> None:
        """Make the same screen anew in another language or size; the focus comes back to the widget of that name."""
        focused = self.focusWidget()
        self.setWindowTitle(self.tr("Needs assessment"))
        if self._build_screen is not None:
            name = "" if focused is None else focused.objectName()
            self._room.clear()  # nothing of it may stay in the other language or size
            screen = self._room.show_built(self._build_screen)
            wanted = screen.findChild(QWidget, name) if name else None
            (wanted or screen).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_screen(self) -> None:
        """Destroy what is shown, dialogs too; what is pending in it must have been written before."""
        self._build_screen = None
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self._room.clear()

    def set_full_screen(self, is_full: bool) -> None:
        """Give the whole screen to the citizen, or come back to a window as it was."""
        if is_full:
            self._is_maximised = self.isMaximized()
            self.showFullScreen()
        elif self.isFullScreen():
            self.showMaximized() if self._is_maximised else self.showNormal()

    def settings_with_size(self, settings: Settings) -> Settings:
        """The settings with the size that the window has now."""
        if self.isFullScreen():
            return settings
        if self.isMaximized():
            return replace(settings, is_maximised=True)
        return replace(settings, window_width=self.width(), window_height=self.height(), is_maximised=False)

    def come_to_front(self) -> None:
        """Be seen: the user looks for the window."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Close for good."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask first: while the citizen has the screen nobody closes the window by accident."""
        if not self._may_close:
            self.close_requested.emit()
        event.setAccepted(self._may_close)  # whoever heard it may have called `leave` meanwhile

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of the first paint, once the whole pass of it is over."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self._first_paint.start()
