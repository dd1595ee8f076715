"""A text field as high as its text: everything that will stand on the sheet can be seen while it is written."""

from math import ceil

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from needsform.models.frozen import TEXT_LENGTH, in_paragraphs, on_one_line, without_control_characters

_MARGIN = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class GrowingText(QPlainTextEdit):
    """Plain text of at most `longest` characters. Enter goes on to the next field; Shift+Enter begins a new line.

    `typed`: the text has changed under the user's hands. `left`: the focus is gone, so the text is meant.
    `filled`: something did not fit any more and was not taken.
    """

    typed = Signal()
    left = Signal()
    filled = Signal()

    def __init__(
        self,
        name: str,
        placeholder: str,
        *,
        longest: int = TEXT_LENGTH,
        is_one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "row")
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.document().clearUndoRedoStacks()  # the margin counts as something to take back
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._longest, self._is_one_line = longest, is_one_line
        self._is_rendering = False
        self.textChanged.connect(self._take)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def text(self) -> str:
        """What is written, as it is stored; assistive technology can write more into a field than it takes."""
        written = self.toPlainText()
        return (on_one_line(written) if self._is_one_line else in_paragraphs(written))[: self._longest].rstrip()

    def render_text(self, text: str) -> None:
        """Show a text; one that says the same already is left under the user's hands."""
        if text != self.text:
            self._is_rendering = True
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self._is_rendering = False

    # What comes in is cut before it is taken: taken back afterwards, undo would bring all of it in again.

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on to the next field, whoever is above decides which; undo is theirs too when this has none."""
        if event.key() in _ENTER:
            wants_line = event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not self._is_one_line
            if wants_line and not self.isReadOnly():
                self._insert("\n")
            else:
                event.ignore()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable():
            event.ignore()
        elif _writes(event) and self._fitting(event.text()) != event.text():
            self.filled.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """A letter that was put together of several keys, or chosen from a table."""
        fitting = self._fitting(event.commitString())
        if fitting == event.commitString():
            super().inputMethodEvent(event)
            return
        cut = QInputMethodEvent(event.preeditString(), event.attributes())
        cut.setCommitString(fitting, event.replacementStart(), event.replacementLength())
        super().inputMethodEvent(cut)
        self.filled.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """What is pasted comes as plain words that can stand on paper."""
        text = source.text()
        self._insert(on_one_line(text) if self._is_one_line else without_control_characters(text))

    def _insert(self, text: str) -> None:
        fitting = self._fitting(text)
        self.insertPlainText(fitting)
        if fitting != text:
            self.filled.emit()

    def _fitting(self, text: str) -> str:
        """As much of a text as there is room for in place of what is selected."""
        room = self._longest - len(self.toPlainText()) + len(self.textCursor().selectedText())
        return text[: max(room, 0)]

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """What was written is meant."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Only what is shown knows its font and its width."""
        super().showEvent(event)
        self._fit()

    def _take(self) -> None:
        if not self._is_rendering:
            self.typed.emit()

    def _fit(self) -> None:
        if not self.isVisible():
            return
        lines = max(1, round(self.document().documentLayout().documentSize().height()))
        edges = self.contentsMargins()
        chrome = edges.top() + edges.bottom()
        if lines == 1 and not self.toPlainText():
            lines = self._placeholder_lines()
        first = self.document().firstBlock().layout()
        # A line as it is set is a little higher than the font says.
        line = first.lineAt(0).height() if first.lineCount() else self.fontMetrics().lineSpacing()
        height = ceil(lines * line) + 2 * _MARGIN + chrome + 1  # Qt scrolls where the last pixel is used
        if height != self.height():
            self.setFixedHeight(height)

    def _placeholder_lines(self) -> int:
        room = self.viewport().rect().adjusted(_MARGIN, 0, -_MARGIN, 10_000)
        flags = int(Qt.TextFlag.TextWordWrap)
        words = self.fontMetrics().boundingRect(room, flags, self.placeholderText())
        return max(1, round(words.height() / self.fontMetrics().lineSpacing()))


def _writes(event: QKeyEvent) -> bool:
    """Whether a key brings letters, as Qt sees it."""
    commands = (_CONTROL, _CONTROL | Qt.KeyboardModifier.ShiftModifier)
    return bool(event.text()) and event.text().isprintable() and event.modifiers() not in commands
