"""What is always within the citizen's reach and never in the way: reading aloud, text size, contrast, language."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from needsform.models.settings import TEXT_STEPS, Appearance, Settings
from needsform.ui.widgets.flow_layout import FlowLayout
from needsform.ui.widgets.labelled_field import words

_EDGE, _GAP = 40, 4


class _MenuButton(QPushButton):
    """A button with a triangle after its words: something opens beneath it."""

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the words and the triangle."""
        return super().sizeHint() + QSize(self.fontMetrics().height(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The triangle stands at the trailing end."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QGuiApplication.palette().color(QPalette.ColorRole.Accent))
        half = self.fontMetrics().height() / 5
        from_middle = self.fontMetrics().horizontalAdvance(self.text()) / 2 + 2 * half
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() / 2 + (-from_middle if is_mirrored else from_middle)
        y = self.height() / 2
        painter.drawPolygon(
            QPolygonF([QPointF(x - half, y - half / 2), QPointF(x + half, y - half / 2), QPointF(x, y + half)])
        )


class PatientBar(QFrame):
    """The bar above every page.

    settings_requested: the workstation's settings as the citizen wants them. language_requested: a language's code.
    reading_requested: start or stop reading aloud. staff_requested: staff wants the screen.
    """

    settings_requested = Signal(Settings)
    language_requested = Signal(str)
    reading_requested = Signal()
    staff_requested = Signal()

    def __init__(self, settings: Settings, language: str, languages: Mapping[str, str], *, has_voice: bool) -> None:
        """`languages` are those of the form: code and own name."""
        super().__init__()
        self.setProperty("role", "bar")
        self._settings = settings
        self._name = words(self.tr("Needs assessment"), "patient-small")
        self._name.setWordWrap(False)
        self.read = self._button("read_aloud", self.tr("Read aloud"))
        self.read.setVisible(has_voice)
        smaller = self._button("text_smaller", "A–", self.tr("Smaller text"))
        larger = self._button("text_larger", "A+", self.tr("Larger text"))
        contrast = self._button("contrast", self.tr("Contrast"), self.tr("High contrast"))
        contrast.setCheckable(True)
        contrast.setChecked(settings.appearance is Appearance.HIGH_CONTRAST)
        self.language = _MenuButton(languages[language])
        self._dress(self.language, "language", languages[language])
        self.staff = self._button("staff", self.tr("Staff"), self.tr("Staff: take the screen back"))
        size = QWidget()
        row = QHBoxLayout(size)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(words(self.tr("Text"), "patient-bar-label"))
        row.addWidget(smaller)
        row.addWidget(larger)
        self._tools = QWidget()
        self._flow = FlowLayout(self._tools, gap=_GAP)
        for widget in (self.read, size, contrast, self.language, self.staff):
            self._flow.addWidget(widget)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(_EDGE, 11, _EDGE, 10)
        bar.addWidget(self._name)
        bar.addStretch(1)
        bar.addWidget(self._tools)
        smaller.setEnabled(_step(settings, -1) != settings.text_percent)
        larger.setEnabled(_step(settings, +1) != settings.text_percent)
        smaller.clicked.connect(partial(self._resize_text, -1))
        larger.clicked.connect(partial(self._resize_text, +1))
        contrast.clicked.connect(self._change_contrast)
        self.read.clicked.connect(self.reading_requested)
        self.staff.clicked.connect(self.staff_requested)
        self._offer(languages, language)
        self.focus_order: list[QWidget] = [self.read, smaller, larger, contrast, self.language, self.staff]

    def show_reading(self, is_reading: bool) -> None:
        """Whether the page is being read aloud; the button then stops it."""
        self.read.setText(self.tr("Stop reading") if is_reading else self.tr("Read aloud"))

    def resize_text(self, direction: int) -> None:
        """One step larger (+1) or smaller (-1)."""
        self._resize_text(direction)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """One line where that is possible, without the name of the form if need be; more lines otherwise."""
        super().resizeEvent(event)
        self.ensurePolished()
        shown = [
            item for place in range(self._flow.count()) if (item := self._flow.itemAt(place)) and not item.isEmpty()
        ]
        one_line = sum(item.sizeHint().width() + _GAP for item in shown) - _GAP
        room = self.width() - 2 * _EDGE
        self._name.setVisible(one_line + 2 * _GAP + self._name.sizeHint().width() <= room)
        self._tools.setFixedWidth(min(one_line, room))

    def _button(self, name: str, text: str, accessible_name: str = "") -> QPushButton:
        button = QPushButton(text)
        self._dress(button, name, accessible_name or text)
        return button

    def _dress(self, button: QPushButton, name: str, accessible_name: str) -> None:
        button.setObjectName(name)
        button.setProperty("role", "patient-quiet")
        button.setAccessibleName(accessible_name)

    def _offer(self, languages: Mapping[str, str], language: str) -> None:
        self.language.setAccessibleName(self.tr("Language: {language}").format(language=languages[language]))
        self.language.setVisible(len(languages) > 1)
        menu = QMenu(self.language)
        menu.setObjectName("languages")
        for code, name in languages.items():
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(code == language)
            action.triggered.connect(partial(self.language_requested.emit, code))
            menu.addAction(action)
        self.language.setMenu(menu)

    def _resize_text(self, direction: int) -> None:
        percent = _step(self._settings, direction)
        if percent != self._settings.text_percent:
            self.settings_requested.emit(replace(self._settings, text_percent=percent))

    def _change_contrast(self) -> None:
        is_high = self._settings.appearance is Appearance.HIGH_CONTRAST
        appearance = Appearance.LIGHT if is_high else Appearance.HIGH_CONTRAST
        self.settings_requested.emit(replace(self._settings, appearance=appearance))


def _step(settings: Settings, direction: int) -> int:
    """The next text size, in percent; the same one at either end."""
    if direction > 0:
        return next((percent for percent in TEXT_STEPS if percent > settings.text_percent), settings.text_percent)
    return next((percent for percent in reversed(TEXT_STEPS) if percent < settings.text_percent), settings.text_percent)
