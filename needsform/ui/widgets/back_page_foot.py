"""The foot of the back page, always in sight: the two good endings, what is on disk, and what can be brought back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from needsform.ui.widgets.labelled_field import ErrorText
from needsform.ui.widgets.labelled_field import words as label


class BackPageFoot(QFrame):
    """Buttons and quiet words.

    `no_need_requested`, `resume_requested`, `sign_requested`, `undo_requested`: the button of that name.
    """

    no_need_requested = Signal()
    resume_requested = Signal()
    sign_requested = Signal()
    undo_requested = Signal()

    def __init__(self, no_need: str, parent: QWidget | None = None) -> None:
        """`no_need` is what the form calls the ending without needs."""
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._no_need = QPushButton(self.tr("&No needs now"))
        self._no_need.setAccessibleName(no_need)
        self._resume = QPushButton(self.tr("&Write on"))
        self._saved = label("", "quiet")
        self._saved.setObjectName("saved")
        self._problem = ErrorText("problem")
        self._removed = label("", "quiet")
        self._removed.setObjectName("removed")
        self._undo = QPushButton(self.tr("&Undo"))
        self._undo.setToolTip("Ctrl+Z")
        self._undo.setAccessibleDescription("Ctrl+Z")
        self._undo.setProperty("role", "row")
        self._sign = QPushButton(self.tr("&Sign"))
        self._sign.setProperty("role", "primary")
        names = {"no_need": self._no_need, "resume": self._resume, "undo": self._undo, "sign": self._sign}
        for name, button in names.items():
            button.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 10, 26, 10)
        row.setSpacing(16)
        row.addWidget(self._no_need)
        row.addWidget(self._resume)
        row.addWidget(self._saved)
        row.addWidget(self._problem, 3)
        row.addStretch(1)
        row.addWidget(self._removed, 2)
        row.addWidget(self._undo)
        row.addWidget(self._sign)
        self._no_need.clicked.connect(self.no_need_requested)
        self._resume.clicked.connect(self.resume_requested)
        self._undo.clicked.connect(self.undo_requested)
        self._sign.clicked.connect(self.sign_requested)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Everything that takes the focus, in reading order."""
        return (self._no_need, self._resume, self._undo, self._sign)

    def show_open(self, is_open: bool) -> None:
        """Whether the page is being written, or concluded and waiting for its signature."""
        self._no_need.setVisible(is_open)
        self._resume.setVisible(not is_open)

    def show_saved(self, words: str, problem: str) -> None:
        """Say what is on disk, or why it is not."""
        self._saved.setText(words)
        self._saved.setVisible(bool(words) and not problem)
        self._problem.say(problem)

    def show_removed(self, what: str) -> None:
        """Offer to bring a row back; an empty text offers nothing."""
        self._removed.setText(self.tr("Removed: {what}").format(what=what) if what else "")
        self._removed.setVisible(bool(what))
        self._undo.setVisible(bool(what))
