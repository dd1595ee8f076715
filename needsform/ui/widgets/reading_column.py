"""A page with one column of readable width in the middle, which scrolls when the text is large."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needsform.ui.widgets.following_area import FollowingArea


class ReadingColumn(FollowingArea):
    """Put widgets into `column`, from the top down."""

    def __init__(self, *, characters: int = 56, parent: QWidget | None = None) -> None:
        """`characters` is about how many stand on a line at the usual text size and at every other."""
        super().__init__(parent)
        middle = QWidget()
        middle.setMaximumWidth(self.fontMetrics().averageCharWidth() * characters)
        self.column = QVBoxLayout(middle)
        self.column.setContentsMargins(0, 40, 0, 40)
        self.column.setSpacing(16)
        room = QWidget()
        row = QHBoxLayout(room)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        self.setWidget(room)
