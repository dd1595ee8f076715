"""The two latest assessments as they come out of the printer, to look at, print and save."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.comparison_sheet import ComparisonSheetContent
from needsform.ui.paper_printing import PrintingState
from needsform.ui.printing import PrintedCopy
from needsform.ui.viewmodels.comparison_sheet_view_model import ComparisonSheetViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.citizen_bar import CitizenBar
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.page_view import PageView
from needsform.ui.widgets.print_preview import look_first

ChooseSavePath = Callable[[QWidget, str, str], Path | None]
"""Parent, title, suggested file name; None when the user changed their mind."""


class ComparisonSheetScreen(QWidget):
    """The page, and the two ways out of the house. `closed_requested`: back to the card."""

    closed_requested = Signal()

    def __init__(
        self, view_model: ComparisonSheetViewModel, choose_save_path: ChooseSavePath, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comparison_sheet_screen")
        self._view_model, self._printing, self._choose_save_path = view_model, view_model.printing, choose_save_path
        self._build()
        self._connect()
        self._render(self._printing.state)
        if view_model.pages.picture is not None:
            self._page.show_picture(view_model.pages.picture)
        open_at(self, self._print)

    def _build(self) -> None:
        model = self._view_model
        self._print = named_button(self.tr("&Print …"), "print", "primary")
        self._print.setToolTip("Ctrl+P")
        self._save = named_button(self.tr("Save as PD&F …"), "save_pdf")
        self._save.setToolTip("Ctrl+S")
        self._close = named_button(self.tr("&Close"), "close", "quiet")
        facts = f"{model.patient.identifier.shown} · {model.words.text('comparison.title')}"
        bar = CitizenBar(model.patient.name, facts, (self._print, self._save, self._close))
        self._page = PageView(has_sides=False)
        self._left = label("", "quiet")
        self._left.setObjectName("left")
        self._left.setContentsMargins(26, 4, 26, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._left)
        column.addWidget(self._page, 1)

    def _connect(self) -> None:
        pages = self._view_model.pages
        pages.drawn.connect(self._page.show_picture)
        self._page.page_requested.connect(pages.turn_to)
        self._page.width_changed.connect(pages.show_at)
        self._printing.changed.connect(self._render)
        self._printing.copies_ready.connect(self._show_preview)
        self._close.clicked.connect(self.closed_requested)
        for button, key, act in (
            (self._print, QKeySequence.StandardKey.Print, self._printing.prepare),
            (self._save, QKeySequence.StandardKey.Save, self._save_pdf),
        ):
            button.clicked.connect(act)
            shortcut = QShortcut(QKeySequence(key), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _render(self, state: PrintingState) -> None:
        for button in (self._print, self._save):
            button.setEnabled(not state.is_busy)
        said = (
            (state.sent_at, self.tr("Sent to the printer {time}")),
            (state.saved_at, self.tr("Saved as PDF {time}")),
        )
        self._left.setText(" · ".join(words.format(time=time) for time, words in said if time))
        self._left.setVisible(bool(self._left.text()))

    def _show_preview(self, copies: tuple[PrintedCopy[ComparisonSheetContent], ...]) -> None:
        printing = self._printing
        look_first(copies, printing.printers, self._view_model.words, self, printing.print_copies, self._save_pdf)

    def _save_pdf(self) -> None:
        title = self.tr("Save the comparison as PDF")
        path = self._choose_save_path(self, title, self._printing.default_file_name)
        if path is not None:
            self._printing.save_pdf(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves: nothing is written here."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed_requested.emit()
        else:
            super().keyPressEvent(event)
