"""The keys, listed: F1."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import words
from needsform.ui.widgets.reading_column import ReadingColumn


class ShortcutsDialog(QDialog):
    """What each key does; closed by Esc, Enter or the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        page = ReadingColumn(characters=70)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        for row, (keys, meaning) in enumerate(self._keys()):
            grid.addWidget(words(keys, "strong"), row, 0)
            grid.addWidget(words(meaning), row, 1)
        grid.setColumnStretch(1, 1)
        self._close = named_button(self.tr("&Close"), "close_shortcuts", "primary")
        page.column.addWidget(words(self.tr("Keys"), "title"))
        page.column.addLayout(grid)
        page.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 32, 24)
        column.addWidget(page, 1)
        column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTrailing)
        if parent is not None:
            letters = self.fontMetrics()
            wanted = QSize(letters.averageCharWidth() * 84, letters.lineSpacing() * 36)
            self.resize(wanted.boundedTo(parent.size() - QSize(64, 64)))
        self._close.clicked.connect(self.accept)

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+1, 2, 3, 4", self.tr("Worklist, citizens, inbox, settings")),
            ("Ctrl+N", self.tr("New assessment")),
            ("Ctrl+F", self.tr("Find a citizen")),
            ("Ctrl+P", self.tr("Print the sheet")),
            ("Ctrl+S", self.tr("Save the sheet as PDF")),
            ("Ctrl+L", self.tr("Lock")),
            ("Ctrl+D", self.tr("Close the message")),
            ("Ctrl+G", self.tr("Go back to what was begun and not saved")),
            ("Ctrl+Enter", self.tr("Give the screen to the citizen, from the new assessment")),
            (self.tr("Up, Down"), self.tr("The row above or below, in lists and on the form")),
            (self.tr("Space"), self.tr("Tick, or take the tick away")),
            ("Enter", self.tr("Go on to the next field or page")),
            ("Esc", self.tr("Back, where nothing is lost by it")),
            ("Alt", self.tr("With an underlined letter: that button or field")),
            ("F1", self.tr("This list")),
        )
