"""The paper of patient mode: one page of readable width in the middle; what does not fit is scrolled."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from needsform.ui.widgets.following_scroll import FollowingScroll

_WIDEST = 1000
"""Of the page at 100 % text, in pixels."""
_EDGE = 40
_USUAL_TEXT = 15
"""Pixels of the program's text at 100 %."""


class PatientSheet(FollowingScroll):
    """Holds one page at a time."""

    def page_width(self, width: int) -> int:
        """How wide a page is where `width` pixels are there for it."""
        self.ensurePolished()
        return min(width - 2 * _EDGE, _WIDEST * self.font().pixelSize() // _USUAL_TEXT)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the one before, which is destroyed: nothing of it can be come back to."""
        before = self.widget()
        if before is not None:
            self.takeWidget()
            before.setParent(self)  # what was pressed to come here still stands on it: it may only go later
            before.hide()
            before.deleteLater()
        page.setMaximumWidth(self.page_width(100_000))
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(_EDGE, 0, _EDGE, 0)
        row.addStretch(1)
        row.addWidget(page, 1_000)
        row.addStretch(1)
        self.setWidget(room)

    def show_top(self) -> None:
        """Scroll to where reading begins."""
        self.verticalScrollBar().setValue(0)
