"""A look at the paper before it is printed: the very pictures that the printer gets, copy after copy."""

from collections.abc import Callable
from functools import partial
from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from needsform.models.words import Words
from needsform.ui import printing
from needsform.ui.printing import P, PrintedCopy, Printers
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.flow_layout import FlowLayout
from needsform.ui.widgets.labelled_field import LabelledField
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.wrapping_combo import WrappingCombo


def look_first(
    copies: tuple[PrintedCopy[P], ...],
    printers: Printers,
    texts: Words,
    screen: QWidget,
    print_copies: Callable[[tuple[PrintedCopy[P], ...], str, bool], None],
    save: Callable[[], None],
) -> None:
    """Show the pages over a screen; whoever looks then lets them be printed, or asks for a file instead."""
    preview = PrintPreview(copies, printers, texts, screen)
    preview.print_requested.connect(print_copies)
    preview.save_requested.connect(save)
    preview.resize(screen.size() * 0.9)
    preview.open()


class PrintPreview(QDialog, Generic[P]):
    """Modal to its window; closes when something was decided, and is destroyed with it.

    `print_requested(copies, printer's name, whether front and back share a sheet)`: send them.
    `save_requested`: there is no printer, or a file is wanted instead.
    """

    print_requested = Signal(tuple, str, bool)
    save_requested = Signal()

    def __init__(self, copies: tuple[PrintedCopy[P], ...], printers: Printers, texts: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("print_preview")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Print"))
        self.copies: tuple[PrintedCopy[P], ...] = copies
        self._pages = tuple(page for copy in copies for page in copy.pages)
        self._names = printers.names()
        self._build(texts)
        self._connect()

    @property
    def printer_name(self) -> str:
        """The printer that is chosen."""
        return self._printer.currentText()

    @property
    def is_two_sided(self) -> bool:
        """Whether front and back share a sheet of paper."""
        return self._two_sided.isChecked()

    def _build(self, texts: Words) -> None:
        # A printer of its own, which only records what is painted: opening the real one may take its time.
        recorder = QPrinter(QPrinter.PrinterMode.HighResolution)
        recorder.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printing.prepared(recorder, texts.text("sheet.document.title"), is_two_sided=True)
        self._recorder = recorder
        self._preview = QPrintPreviewWidget(recorder, self)
        self._preview.setObjectName("preview")
        self._preview.setAccessibleName(self.tr("The pages as they will be printed"))
        self._preview.setViewMode(QPrintPreviewWidget.ViewMode.SinglePageView)
        self._preview.fitToWidth()
        self._before = named_button(self.tr("Pre&vious page"), "previous_page", "row")
        self._after = named_button(self.tr("&Next page"), "next_page", "row")
        self._shown = label("", "quiet")
        self._shown.setObjectName("shown_page")
        self._shown.setWordWrap(False)
        turning = FlowLayout()
        for part in (self._before, self._after, self._shown):
            turning.addWidget(part)
        self._printer = WrappingCombo("printer", self._names)
        printer = LabelledField(self.tr("&Printer"), self._printer, name="printer")
        self._two_sided = CheckBox(self.tr("On &both sides of the paper"))
        self._two_sided.setObjectName("two_sided")
        self._two_sided.setChecked(True)
        self._print = named_button(self.tr("P&rint"), "print_now", "primary")
        self._save = named_button(self.tr("Save as P&DF instead"), "save_instead")
        self._cancel = named_button(self.tr("&Cancel"), "cancel_print", "quiet")
        side = QVBoxLayout()
        side.setSpacing(12)
        side.addWidget(label(self.tr("Copies"), "heading"))
        for copy in self.copies:
            pages = self.tr("%n page(s)", "", len(copy.pages))
            side.addWidget(label(f"{texts.of(copy.content.copy_name)} · {pages}"))
        if self._names:
            side.addWidget(printer)
            side.addWidget(self._two_sided)
        else:
            side.addWidget(label(self.tr("There is no printer on this computer."), "strong"))
            side.addWidget(label(self.tr("Save the sheet as a PDF and print it from another computer.")))
            absent: tuple[QWidget, ...] = (printer, self._two_sided, self._print)
            for unused in absent:
                unused.setParent(self)
                unused.hide()
        side.addStretch(1)
        for button in (self._print, self._save, self._cancel):
            side.addWidget(button)
        desk = QFrame()
        desk.setFixedWidth(self.fontMetrics().averageCharWidth() * 38)
        desk.setLayout(side)
        look = QVBoxLayout()
        look.addLayout(turning)
        look.addWidget(self._preview, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.addLayout(look, 1)
        row.addWidget(desk)
        self._names_of_pages = tuple(texts.of(copy.content.copy_name) for copy in self.copies for _ in copy.pages)
        self._turn_to(1)

    def _connect(self) -> None:
        self._preview.paintRequested.connect(self._paint)
        self._before.clicked.connect(partial(self._turn, -1))
        self._after.clicked.connect(partial(self._turn, 1))
        self._print.clicked.connect(self._ask_to_print)
        self._save.clicked.connect(self._ask_to_save)
        self._cancel.clicked.connect(self.reject)

    def _turn(self, by: int) -> None:
        self._turn_to(self._number + by)

    def _turn_to(self, number: int) -> None:
        self._number, last = number, len(self._pages)
        self._preview.setCurrentPage(number)
        self._before.setEnabled(number > 1)
        self._after.setEnabled(number < last)
        shown = self.tr("{copy}: page {number} of {last} in all")
        self._shown.setText(shown.format(copy=self._names_of_pages[number - 1], number=number, last=last))

    def _paint(self, printer: QPrinter) -> None:
        painter = QPainter(printer)
        printing.paint_pages(printer, painter, self._pages)
        painter.end()

    def _ask_to_print(self) -> None:
        self.print_requested.emit(self.copies, self.printer_name, self.is_two_sided)
        self.accept()

    def _ask_to_save(self) -> None:
        self.save_requested.emit()
        self.accept()
