"""The paper of patient mode: one page of readable width in the middle; what does not fit is scrolled."""

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from needsform.ui.widgets.following_scroll import FollowingScroll

_WIDEST = 1000
"""Of the page at 100 % text, in pixels."""
_EDGE = 40
_USUAL_TEXT = 15
"""Pixels of the program's text at 100 %."""


class _Room(QWidget):
    """Around the page. How high it must be follows from its width alone; Qt would also allow for a narrower page."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Nothing that the width does not already say."""
        return QSize(0, 0)


class PatientSheet(FollowingScroll):
    """Holds one page at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.verticalScrollBar().setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._page: QWidget | None = None
        self.room = room = _Room()
        """Where a page is made: one that is filled first and moved here later takes twice as long."""
        self._row = QHBoxLayout(room)
        self._row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self._row.addStretch(1)
        self._row.addStretch(1)
        self.setWidget(room)

    def page_width(self, width: int) -> int:
        """How wide a page is where `width` pixels are there for it."""
        self.ensurePolished()
        return min(width - 2 * _EDGE, _WIDEST * self.font().pixelSize() // _USUAL_TEXT)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the one before, which is destroyed: nothing of it can be come back to."""
        before, self._page = self._page, page
        if before is not None:
            self._row.removeWidget(before)
            before.hide()
            before.deleteLater()  # and not at once: what was pressed to come here may stand on it
        page.setMaximumWidth(self.page_width(100_000))
        page.resize(self.page_width(self.width()), self.height())  # so that nothing is worked out for another width
        self._row.insertWidget(1, page, 1_000)
        page.show()
        self.settle()

    def settle(self) -> None:
        """Everything on the page has its size now, and not only with the next turns of the event loop."""
        self._row.activate()
        QCoreApplication.sendEvent(self.room, QEvent(QEvent.Type.LayoutRequest))  # the room grows with the page

    def show_top(self) -> None:
        """Scroll to where reading begins."""
        self.verticalScrollBar().setValue(0)
