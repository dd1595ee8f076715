"""The store cannot be opened, and why: a page of its own, because nothing else can be done before it is mended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.errors import Message
from needsform.ui.messages import in_words, sentence
from needsform.ui.sentences.store import store_fault
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.reading_column import ReadingColumn


class StoreFaultScreen(QWidget):
    """Says what happened, what was kept and what to do. There is nothing here that deletes anything.

    try_again_requested: it may have been mended meanwhile. restore_requested: to the backups.
    """

    try_again_requested = Signal()
    restore_requested = Signal()

    def __init__(self, fault: Message, folder: str, parent: QWidget | None = None) -> None:
        """`folder` is where the store lies, for whoever comes to help."""
        super().__init__(parent)
        self._build(fault, folder)
        self._connect()

    def _build(self, fault: Message, folder: str) -> None:
        self.setObjectName("store_fault_screen")
        told = store_fault(fault.message_id)
        can_be_restored = told is not None and told.can_be_restored
        self._restore = named_button(self.tr("See the &backups"), "restore", "primary")
        self._restore.setVisible(can_be_restored)
        self._try_again = named_button(self.tr("&Try again"), "try_again")
        if not can_be_restored:
            self._try_again.setProperty("role", "primary")
        page = ReadingColumn(characters=64)
        column = page.column
        column.addStretch(1)
        if told is None:
            column.addWidget(words(self.tr("The store cannot be opened"), "title"))
            column.addWidget(words(sentence(fault)))
        else:
            column.addWidget(words(in_words(told.title, fault), "title"))
            column.addWidget(words(in_words(told.happened, fault)))
            for head, part in ((self.tr("This was kept"), told.kept), (self.tr("What to do"), told.to_do)):
                column.addWidget(words(head, "heading"))
                column.addWidget(words(in_words(part, fault)))
        column.addWidget(words(self.tr("Folder: {folder}").format(folder=folder), "quiet"))
        buttons = buttons_in_a_row(self._restore, self._try_again)
        column.addWidget(buttons)
        column.addStretch(2)
        column_in(self).addWidget(page)
        self.setFocusProxy(self._restore if can_be_restored else self._try_again)

    def _connect(self) -> None:
        self._try_again.clicked.connect(self.try_again_requested)
        self._restore.clicked.connect(self.restore_requested)
