"""The page of a staff list: title and tools in a bar that stays, and beneath it what is listed, which scrolls."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.labelled_field import words
from needsform.ui.widgets.turning_row import TurningRow


class ListPage(QWidget):
    """Put widgets of `listed` into `column`, from the top down; `clear` takes them out again."""

    def __init__(self, title: str, *tools: QWidget, parent: QWidget | None = None) -> None:
        """`tools` stand at the far end of the title; a line edit among them takes the room of a search field."""
        super().__init__(parent)
        bar = TurningRow(margins=(34, 26, 34, 8))
        self._heading = words(title, "title")
        bar.add(self._heading, 1)
        row = TurningRow(spacing=16)
        for tool in tools:
            if isinstance(tool, QLineEdit):
                tool.setMinimumWidth(tool.fontMetrics().averageCharWidth() * 30)
            row.add(tool)
        row.add_gap()
        bar.add(row)
        self._area = FollowingArea()
        self.column = QVBoxLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(self._area, 1)
        self.clear()

    def set_title(self, title: str) -> None:
        """Call the page something else."""
        self._heading.setText(title)

    def clear(self) -> None:
        """Begin the list anew; what was listed is destroyed."""
        self.listed = QWidget()
        self._area.setWidget(self.listed)  # Qt deletes the one before
        self.column = QVBoxLayout(self.listed)
        self.column.setContentsMargins(34, 4, 34, 26)
        self.column.setSpacing(0)
