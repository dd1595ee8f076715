"""The top of every page of patient mode: what it is about, in large letters, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from needsform.ui.widgets.labelled_field import words


class PageHead(QWidget):
    """A title with a sentence beneath; a page that is split says which part it is."""

    def __init__(self, title: str, lead: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = words(title, "patient-title", self)
        self._title.setObjectName("page_title")
        self._part = words("", "patient-lead", self)
        self._part.setObjectName("page_part")
        self._part.setWordWrap(False)
        self._part.hide()
        self._lead = words(lead, "patient-lead", self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._title, 1)
        row.addWidget(self._part, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._lead)
        self._lead.setVisible(bool(lead))  # not before it has a place: it would flash up as a window of its own

    @property
    def title(self) -> str:
        """What the page is about."""
        return self._title.text()

    def show_part(self, number: int, count: int) -> None:
        """Which part of the page is shown, from 1; nothing is said of a page that is whole."""
        self._part.setText(self.tr("{number} of {count}").format(number=number, count=count))
        self._part.setVisible(count > 1)

    def spoken(self) -> list[str]:
        """The same to be read aloud."""
        part = [] if self._part.isHidden() else [self._part.text()]
        return [self.title, *part, self._lead.text()]
