"""What the user hears: an id becomes a sentence, and the bar at the top of the window says it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

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

    With some sentences comes a way back, on a button of its own.

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
        self._way_back = QPushButton()
        self._way_back.setObjectName("message_way_back")
        self._way_back.hide()
        self._said: Message | str = ""
        self._offered: Message | None = None
        self._go_back: Callable[[], None] | None = None
        self._close = QPushButton()
        self._close.setObjectName("dismiss_message")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self._text, 1)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(16)
        self._buttons.addWidget(self._way_back)
        self._buttons.addWidget(self._close)
        row.addLayout(self._buttons)
        row.setAlignment(self._buttons, Qt.AlignmentFlag.AlignTop)
        self._way_back.clicked.connect(self._take_way_back)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, message: Message) -> None:
        """Say a message, and tell it to assistive technology at once. The focus stays where it is."""
        self._said = message
        self._render()

    def say(self, text: str) -> None:
        """Say a sentence that is already in words."""
        self._said = text
        self._render()

    def offer(self, message: Message, go_back: Callable[[], None]) -> None:
        """Say a message with a way back, which stands beneath whatever else is said until the bar is put away."""
        self._offered, self._go_back = message, go_back
        self._render()

    def dismiss(self) -> None:
        """Put the sentence away, and the way back with it."""
        self._said, self._offered, self._go_back = "", None, None
        self._way_back.hide()
        self.hide()
        self._text.clear()
        self.dismissed.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say the same in another language."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and not self.isHidden():
            self._show_words()

    def _render(self) -> None:
        from needsform.ui.announcing import announce  # not before there is something to say

        self._show_words()
        self.show()
        self._leave_room()
        announce(self, self._text.text())

    def _show_words(self) -> None:
        said = self._said if isinstance(self._said, str) else sentence(self._said)
        offered = "" if self._offered is None else sentence(self._offered)
        self._text.setText("\n".join(filter(None, (said, offered))))
        self._text.setAccessibleName(self._text.text())
        self._close.setText(self.tr("Close message   Ctrl+D"))
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setShortcut("Ctrl+D")  # setText takes a shortcut away
        self._way_back.setText(self.tr("Go back to it   Ctrl+G"))
        self._way_back.setAccessibleName(self.tr("Go back to it"))
        self._way_back.setShortcut("Ctrl+G")
        self._way_back.setVisible(self._offered is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """See that the sentence has its room."""
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        """Put the buttons below each other where they would take more than half of the width."""
        both = self._way_back.sizeHint().width() + self._close.sizeHint().width()
        is_narrow = not self._way_back.isHidden() and 2 * both > self.width()
        self._buttons.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def _take_way_back(self) -> None:
        go_back = self._go_back
        self.dismiss()
        if go_back is not None:
            go_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc puts the sentence away while the focus is in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
