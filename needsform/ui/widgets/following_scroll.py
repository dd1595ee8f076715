"""A page that scrolls, and that keeps in view whatever has the focus."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from needsform.ui.widgets.following_area import bring_into_sight
from needsform.ui.widgets.tick_box import TickBox

_AROUND = 24
"""Pixels that stay visible above and below what has the focus."""


class FollowingScroll(QScrollArea):
    """Scrolls up and down only: everything else fits the width."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there are no widgets without one
        application.focusChanged.connect(self._follow_focus)
        # The page grows before what stands on it has its place.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self.verticalScrollBar().rangeChanged.connect(self._grow)

    def _grow(self) -> None:
        """A note has opened, or a line has become longer."""
        self._soon.start()

    def _follow(self) -> None:
        self._follow_focus(None, QApplication.focusWidget())

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, TickBox) and not now.is_focus_seen:
            return  # the page has just been opened: its top is what is to be seen
        page = self.widget()
        if page is None or now is None or not page.isAncestorOf(now):
            return
        if now.visibleRegion().boundingRect() != now.rect():  # what can be seen whole does not jump under a finger
            bring_into_sight(self, now, _AROUND)
