"""A room in which one screen stands at a time; whoever comes next takes the place of the one before."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class OneScreen(QStackedWidget):
    """Shows a screen and destroys the one before, so that nothing of it can be come back to."""

    def show_built(self, build: Callable[[QWidget], QWidget]) -> QWidget:
        """Show what `build` makes in this room, or what it says may stay; if it fails, the one before stays.

        It is given the room because Qt dresses everything anew in a widget that is moved there later.
        """
        before = self.currentWidget()
        try:
            screen = build(self)
        except BaseException:
            # Asked only now: a screen that was taken out and waits to be deleted is kept by PySide, with the names that
            # stand on it, if it is found in this way.
            for child in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
                if self.indexOf(child) < 0:
                    child.deleteLater()
            raise
        if screen is before:
            return screen
        self.addWidget(screen)
        self.setCurrentWidget(screen)
        if before is not None:
            self.removeWidget(before)
            # Out of reach at once; it may be in the middle of telling us to go on. Taking it out of the window first
            # would dress everything in it anew, which takes longer than building a screen.
            before.hide()
            before.deleteLater()
        return screen

    def clear(self) -> None:
        """Show nothing."""
        self.show_built(QWidget)
