"""Says that the screen is about to lock, above whatever is shown; any key or touch keeps it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_FROM_TOP = 0.18
"""Where the middle of the warning stands, as a part of the window's height: below the bar, above the hands."""
_SPOKEN_AT = (20, 10, 5)
"""Seconds left at which assistive technology says it; every second would drown everything else."""


class IdleWarning(QFrame):
    """A sheet above the window. It takes no focus; a click on it goes to nothing beneath it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._was_spoken = False
        self.setObjectName("idle_warning")
        self.setProperty("role", "message")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title, self._text = QLabel(), QLabel()
        for label, name in ((self._title, "idle_warning_title"), (self._text, "idle_warning_text")):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 36, 28)
        column.setSpacing(10)
        column.addWidget(self._title)
        column.addWidget(self._text)
        window.installEventFilter(self)
        self.hide()

    def warn(self, seconds: int, *, is_with_citizen: bool) -> None:
        """Show how long is left, in words for whoever has the screen."""
        self._dress(is_with_citizen)
        if is_with_citizen:
            self._title.setText(self.tr("Are you still there?"))
            self._text.setText(
                self.tr(
                    "The screen locks in %n seconds, so that nobody else sees your answers. They are saved."
                    " Touch the screen to go on.",
                    "",
                    seconds,
                )
            )
        else:
            self._title.setText(self.tr("The screen locks in %n seconds", "", seconds))
            stay = self.tr("Move the mouse or press a key to stay. Unlock it later to go on where you are.")
            self._text.setText(stay)
        if not self.isVisible():
            self._was_spoken = False
            self.show()
        self.raise_()
        self._place()
        self._speak(seconds)

    def _dress(self, is_with_citizen: bool) -> None:
        roles = ("patient-title", "patient-text") if is_with_citizen else ("title", "")
        for label, role in zip((self._title, self._text), roles, strict=True):
            if label.property("role") != role:
                label.setProperty("role", role)
                label.style().unpolish(label)
                label.style().polish(label)

    def _speak(self, seconds: int) -> None:
        if not self._was_spoken or seconds in _SPOKEN_AT:
            self._was_spoken = True
            self.setAccessibleName(f"{self._title.text()} {self._text.text()}")
            from needsform.ui.announcing import announce  # not before there is something to say

            announce(self, self.accessibleName())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay in the middle of a window that changes its size."""
        if event.type() is QEvent.Type.Resize and watched is self.window() and self.isVisible():
            self._place()
        return False

    def _place(self) -> None:
        window = self.window()
        width = min(self.fontMetrics().averageCharWidth() * 64 + 72, window.width() - 48)
        height = self.heightForWidth(width)
        top = max(24, round(window.height() * _FROM_TOP) - height // 2)
        self.setGeometry((window.width() - width) // 2, top, width, height)
