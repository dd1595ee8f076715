"""An area that scrolls, and that never leaves the focus out of sight: not when a key, nor when a mistake moved it."""

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QWidget

_AROUND = 40
"""Pixels that are shown around what has the focus."""
SEEN_WHOLE = "seenWhole"
"""Property of what is brought into sight as one: a field with its name above and what is wrong with it beneath."""


class FollowingArea(QScrollArea):
    """Scrolls up and down only; what is in it takes the whole width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # It takes the room that is left: what stands around it must never be squeezed for what can be scrolled.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self.verticalScrollBar().rangeChanged.connect(self._grow)
        self.verticalScrollBar().actionTriggered.connect(self._wander)
        self._is_elsewhere = False
        """Whether somebody has scrolled away from the focus, and reads there."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._notice)

    def _notice(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._is_elsewhere = False
            self._soon.start()  # once whatever came with the new focus has its place

    def _wander(self) -> None:
        self._is_elsewhere = True

    def _grow(self) -> None:
        """Something has come to stand on the page, above the focus or beneath it."""
        self._soon.start()

    def _follow(self) -> None:
        focused = None if self._is_elsewhere else self.focusWidget()
        if focused is not None and focused.hasFocus() and self.isAncestorOf(focused):
            bring_into_sight(self, self._with_its_words(focused), _AROUND)

    def _with_its_words(self, focused: QWidget) -> QWidget:
        """What has the focus, and what is said about it, unless that is more than can be seen at once."""
        around, page = focused.parentWidget(), self.widget()
        while around is not None and around is not page:
            if around.property(SEEN_WHOLE):
                return around if around.height() + 2 * _AROUND <= self.contentsRect().height() else focused
            around = around.parentWidget()
        return focused


def bring_into_sight(area: QScrollArea, widget: QWidget, around: int) -> None:
    """Scroll until all of a widget is seen and so many pixels around it; Qt would be content with a field's cursor."""
    page, half = area.widget(), widget.height() // 2 + around
    if page is None or 2 * half > area.contentsRect().height():  # asking for the viewport makes PySide name all widgets
        area.ensureWidgetVisible(widget, 0, around)  # a text longer than the screen: where one is writing
    else:
        middle = widget.mapTo(page, QPoint(0, widget.height() // 2))
        area.ensureVisible(middle.x(), middle.y(), 0, half)
