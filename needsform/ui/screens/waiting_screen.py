"""Something takes a moment, and nothing else can be done meanwhile: what it is, in one sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.reading_column import ReadingColumn


class WaitingScreen(QWidget):
    """A sentence and a bar that says that something goes on."""

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waiting_screen")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(sentence)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(sentence)
        page = ReadingColumn()
        page.column.addStretch(1)
        page.column.addWidget(words(sentence, "heading"))
        page.column.addWidget(bar)
        page.column.addStretch(2)
        column_in(self).addWidget(page)
