"""The foot of patient mode: back on the one side, on on the other, always in the same place."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from needsform.ui.widgets.progress_steps import ProgressSteps

_EDGE, _GAP = 40, 24


class _Way(QPushButton):
    """A button that knows whether a finger or a mouse pressed it, or a key did."""

    def __init__(self, object_name: str, role: str) -> None:
        super().__init__()
        self.is_by_touch = False
        self.setObjectName(object_name)
        self.setProperty("role", role)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """By finger or mouse."""
        self.is_by_touch = True
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The second press of a double click is none: a page would be passed by unseen, or the form be finished."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """By key."""
        self.is_by_touch = False
        super().keyPressEvent(event)


class PatientFoot(QFrame):
    """back_requested, next_requested: the two ways from every page; whether it was by touch."""

    back_requested = Signal(bool)
    next_requested = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.back = _Way("back", "patient")
        _name(self.back, self.tr("&Back"))
        self.next = _Way("next", "patient-primary")
        self.progress = ProgressSteps()
        self._next_text = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 17, _EDGE, 17)
        row.setSpacing(_GAP)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.progress)
        row.addStretch(1)
        row.addWidget(self.next)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)

    def show_page(self, number: int, count: int, *, has_back: bool) -> None:
        """An ordinary page, `number` of `count`."""
        self.progress.show_progress(number, count)
        self._show(self.tr("&Next"), has_progress=True, has_back=has_back)

    def show_summary(self) -> None:
        """The last page: the way on leads out of the citizen's hands."""
        self._show(self.tr("&Finish – hand the screen to the staff"), has_progress=False, has_back=True)

    def show_note(self) -> None:
        """A note's page: both ways lead back, and what is written is kept on both."""
        self._show(self.tr("&Keep the note"), has_progress=False, has_back=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the words of the button where it would be too wide."""
        super().resizeEvent(event)
        self._break_words()

    def _go_back(self) -> None:
        self.back_requested.emit(self.back.is_by_touch)

    def _go_on(self) -> None:
        self.next_requested.emit(self.next.is_by_touch)

    def _show(self, next_text: str, *, has_progress: bool, has_back: bool) -> None:
        _name(self.next, next_text)
        self._next_text = self.next.text()
        self.progress.setVisible(has_progress)
        self.back.setEnabled(has_back)
        self._break_words()

    def _break_words(self) -> None:
        self.next.setText(self._next_text)
        self.next.ensurePolished()
        chrome = self.next.sizeHint().width() - self.next.fontMetrics().horizontalAdvance(self._next_text)
        room = self.width() - 2 * _EDGE - _GAP - self.back.sizeHint().width() - chrome
        self.next.setText(_broken(self._next_text, self.next.fontMetrics(), room))


def _name(button: QPushButton, text: str) -> None:
    """Name a button; its Alt key works without the underline, which would only puzzle here."""
    plain = text.replace("&", "")
    button.setText(plain)
    button.setAccessibleName(plain)
    button.setShortcut(QKeySequence.mnemonic(text))


def _broken(text: str, metrics: QFontMetrics, width: int) -> str:
    """The text with line breaks between words, no line wider than `width` pixels where words allow it."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)
