"""The two ways a paper leaves a screen: to the printer after a look at its pages, or into a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from needsform.ui.paper_printing import PaperPrinting, PrintingState
from needsform.ui.printing import P, PrintedCopy
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.print_preview import look_first

ChooseSavePath = Callable[[QWidget, str, str], Path | None]


class PaperButtons(QWidget, Generic[P]):
    """Ctrl+P and Ctrl+S belong to them anywhere on `screen`."""

    def __init__(self, printing: PaperPrinting[P], choose_save_path: ChooseSavePath, screen: QWidget) -> None:
        super().__init__(screen)
        self._printing: PaperPrinting[P] = printing
        self._choose_save_path, self._screen = choose_save_path, screen
        self._print = self._button("print", self.tr("&Print …"), QKeySequence.StandardKey.Print, printing.prepare)
        self._save = self._button("save_pdf", self.tr("Save as PD&F …"), QKeySequence.StandardKey.Save, self._save_pdf)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._print)
        row.addWidget(self._save)
        printing.changed.connect(self._render)
        printing.copies_ready.connect(self._show_preview)
        self._render(printing.state)

    def _button(self, name: str, text: str, key: QKeySequence.StandardKey, act: Callable[[], None]) -> QPushButton:
        button = named_button(text, name, parent=self)
        button.clicked.connect(act)
        shortcut = QShortcut(QKeySequence(key), self._screen, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return button

    def _render(self, state: PrintingState) -> None:
        for button in (self._print, self._save):
            button.setEnabled(not state.is_busy)

    def _show_preview(self, copies: tuple[PrintedCopy[P], ...]) -> None:
        printing = self._printing
        look_first(copies, printing.printers, self._printing.words, self._screen, printing.print_copies, self._save_pdf)

    def _save_pdf(self) -> None:
        path = self._choose_save_path(self._screen, self.tr("Save as PDF"), self._printing.default_file_name)
        if path is not None:
            self._printing.save_pdf(path)
