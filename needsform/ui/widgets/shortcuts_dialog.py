"""The keys, listed: F1."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from needsform.ui.widgets.labelled_field import words


class ShortcutsDialog(QDialog):
    """What each key does; closed by Esc, Enter or the button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts_dialog")
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(8)
        for row, (keys, meaning) in enumerate(self._keys()):
            grid.addWidget(words(keys, "strong"), row, 0)
            grid.addWidget(words(meaning), row, 1)
        grid.setColumnStretch(1, 1)
        self._close = QPushButton(self.tr("&Close"))
        self._close.setObjectName("close_shortcuts")
        self._close.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(16)
        column.addWidget(words(self.tr("Keys"), "title"))
        column.addLayout(grid)
        column.addWidget(self._close)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self._close.clicked.connect(self.accept)

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+1, 2, 3", self.tr("Worklist, citizens, settings")),
            ("Ctrl+N", self.tr("New assessment")),
            ("Ctrl+F", self.tr("Find a citizen")),
            ("Ctrl+P", self.tr("Print the sheet")),
            ("Ctrl+S", self.tr("Save the sheet as PDF")),
            ("Ctrl+L", self.tr("Lock")),
            ("Ctrl+D", self.tr("Close the message")),
            ("Ctrl+Enter", self.tr("Give the screen to the citizen, from the new assessment")),
            (self.tr("Up, Down"), self.tr("The row above or below, in lists and on the form")),
            (self.tr("Space"), self.tr("Tick, or take the tick away")),
            ("Enter", self.tr("Go on to the next field or page")),
            ("Esc", self.tr("Back, where nothing is lost by it")),
            ("Alt", self.tr("With an underlined letter: that button or field")),
            ("F1", self.tr("This list")),
        )
