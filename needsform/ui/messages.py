"""What the user hears: an id becomes a sentence, and the bar at the top of the window says it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from needsform.models.errors import Message


def sentence(message: Message) -> str:
    """The sentence for a message, in the language that is installed. Raises KeyError for an id without one."""
    from needsform.ui.sentences import source_of  # not before there is something to say
    from needsform.ui.sentences.store import STORE_FAULTS

    fault = STORE_FAULTS.get(message.message_id)
    if fault is not None:
        return " ".join(in_words(part, message) for part in fault.sentences)
    found = source_of(message.message_id)
    if found is None:
        raise KeyError(message.message_id)
    return QCoreApplication.translate(*found).format(**message.parameters)


def in_words(part: object, message: Message) -> str:
    """One part of a fault's words, in the language that is installed."""
    return QCoreApplication.translate("StoreFaults", str(part)).format(**message.parameters)


class MessageBar(QFrame):
    """One sentence at a time, above whatever screen is shown; put away by its button or by Esc.

    dismissed: the user has put the sentence away.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setProperty("role", "message")
        self._text = QLabel()
        self._text.setObjectName("message_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close = QPushButton()
        self._close.setObjectName("dismiss_message")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, message: Message) -> None:
        """Say a message, and tell it to assistive technology at once. The focus stays where it is."""
        self.say(sentence(message))

    def say(self, text: str) -> None:
        """Say a sentence that is already in words."""
        from needsform.ui.announcing import announce  # not before there is something to say

        self._close.setText(self.tr("Close message   Ctrl+D"))
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setShortcut("Ctrl+D")  # setText takes a shortcut away
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.show()
        announce(self, text)

    def dismiss(self) -> None:
        """Put the sentence away."""
        self.hide()
        self._text.clear()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc puts the sentence away while the focus is in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
