"""The store cannot be opened, and why: a page of its own, because nothing else can be done before it is mended."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from needsform.models.errors import Message
from needsform.ui.messages import sentence
from needsform.ui.widgets.labelled_field import words
from needsform.ui.widgets.reading_column import ReadingColumn


class StoreFaultScreen(QWidget):
    """Says what happened, what was kept and what to do. There is nothing here that deletes anything.

    try_again_requested: it may have been mended meanwhile.
    """

    try_again_requested = Signal()

    def __init__(self, fault: Message, folder: str, parent: QWidget | None = None) -> None:
        """`folder` is where the store lies, for whoever comes to help."""
        super().__init__(parent)
        self._build(fault, folder)
        self._connect()

    def _build(self, fault: Message, folder: str) -> None:
        self.setObjectName("store_fault_screen")
        self.setProperty("role", "screen")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._try_again = QPushButton(self.tr("&Try again"))
        self._try_again.setObjectName("try_again")
        self._try_again.setProperty("role", "primary")
        page = ReadingColumn(characters=64)
        page.column.addStretch(1)
        page.column.addWidget(words(self.tr("The store cannot be opened"), "title"))
        page.column.addWidget(words(sentence(fault)))
        page.column.addWidget(words(self.tr("Folder: {folder}").format(folder=folder), "quiet"))
        page.column.addWidget(self._try_again, 0, Qt.AlignmentFlag.AlignLeft)
        page.column.addStretch(2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self.setFocusProxy(self._try_again)

    def _connect(self) -> None:
        self._try_again.clicked.connect(self.try_again_requested)
