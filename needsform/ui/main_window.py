"""The window: a message bar above one screen at a time; nothing else."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from needsform.models.settings import Settings
from needsform.ui.messages import MessageBar

SMALLEST_WIDTH, SMALLEST_HEIGHT = 1024, 640


class MainWindow(QMainWindow):
    """Shows one screen and destroys the one before, so that nothing of it can be come back to.

    close_requested: the user wants to close the window; whoever hears it decides and calls `leave`.
    """

    close_requested = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setMinimumSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)
        self.resize(settings.window_width, settings.window_height)
        self._is_maximised = settings.is_maximised
        self._may_close = False
        self.messages = MessageBar()
        self._stack = QStackedWidget()
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(room)

    @property
    def screen_shown(self) -> QWidget | None:
        """The screen that is shown now."""
        return self._stack.currentWidget()

    def open(self) -> None:
        """Show the window, as large as it was left."""
        self.setWindowTitle(self.tr("Needs assessment"))
        self.showMaximized() if self._is_maximised else self.show()

    def show_screen(self, screen: QWidget, focus: str = "") -> None:
        """Show a screen in place of the one before; the focus goes to the widget named `focus`, or to the first."""
        before = self._stack.currentWidget()
        self.setWindowTitle(self.tr("Needs assessment"))
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        if before is not None:
            self._stack.removeWidget(before)
            before.hide()
            before.deleteLater()
        wanted = screen.findChild(QWidget, focus) if focus else None
        if wanted is not None:
            wanted.setFocus(Qt.FocusReason.OtherFocusReason)
        elif screen.focusProxy() is not None:
            screen.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not screen.isAncestorOf(self.focusWidget() or self):
            screen.focusNextChild()

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

    def leave(self) -> None:
        """Close for good."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask first: while the citizen has the screen nobody closes the window by accident."""
        if self._may_close:
            event.accept()
        else:
            event.ignore()
            self.close_requested.emit()
