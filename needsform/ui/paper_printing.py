"""A paper on its way to the printer or into a file: drawn on the worker, and every way of leaving in the trace."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Generic

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError, WorldError
from needsform.models.words import Words
from needsform.services.clock import Clock
from needsform.ui import printing
from needsform.ui.background import Background
from needsform.ui.printing import P, PrintedCopy, Printers


@dataclass(frozen=True, slots=True)
class Office(Generic[P]):
    """Where one kind of paper is made, and where it is noted that it left."""

    content: Callable[[], P]
    """What it says, asked for on the window's thread when something is to leave."""
    render: Callable[[P], bytes]
    """Its PDF; runs on the worker."""
    title: str
    """What a printer's queue shows; it names nobody."""
    file_name: Callable[[P], str]
    """What a saved one is called until somebody says otherwise; it names nobody."""
    record_print: Callable[[P], None]
    record_print_failure: Callable[[P, WorldError], None]
    save_pdf: Callable[[P, bytes, Path], None]


@dataclass(frozen=True, slots=True)
class PrintingState:
    """How far it is."""

    is_busy: bool = False
    """Whether it is being drawn, sent or written."""
    saved_at: str = ""
    """When the PDF was saved in this sitting."""
    sent_at: str = ""
    """When the paper was last sent to the printer in this sitting."""


class PaperPrinting(QObject, Generic[P]):
    """One paper's way out.

    `changed(PrintingState)`. `copies_ready(tuple)`: the pages as the printer gets them, for a look beforehand.
    `failed(Message)`: the disk or the printer would not.
    """

    changed = Signal(PrintingState)
    copies_ready = Signal(tuple)
    failed = Signal(Message)

    def __init__(
        self, office: Office[P], words: Words, clock: Clock, background: Background, printers: Printers | None = None
    ) -> None:
        """`printers`: those of the workstation unless given."""
        super().__init__()
        self._office: Office[P] = office
        self.words, self._clock, self._background = words, clock, background
        self.printers = printers or printing.installed_printers()
        self.state = PrintingState()
        self._is_leaving = False

    @property
    def default_file_name(self) -> str:
        """What a saved one is called until somebody says otherwise."""
        return self._office.file_name(self._office.content())

    def prepare(self) -> None:
        """Draw the pages as the printer would get them."""
        if not self.state.is_busy:
            self._emit(replace(self.state, is_busy=True))
            content, render = self._office.content(), self._office.render

            def drawn() -> tuple[PrintedCopy[P], ...]:
                return (PrintedCopy(content, printing.page_pictures(render(content))),)

            self._background.run(drawn, self._show, self._give_up)

    def print_copies(self, copies: tuple[PrintedCopy[P], ...], printer_name: str, is_two_sided: bool) -> None:
        """Send the paper; that it was sent is recorded, that it failed too."""
        (copy,) = copies
        self._send_off()
        printer = printing.prepared(self.printers.open(printer_name), self._office.title, is_two_sided=is_two_sided)

        def record(_: None) -> None:
            self._arrive()
            try:
                self._office.record_print(copy.content)
            except NeedsformError as error:
                self.failed.emit(error.message)
            else:
                self._emit(replace(self.state, sent_at=self._now()))

        def record_failure(error: NeedsformError) -> None:
            if isinstance(error, WorldError):
                self._office.record_print_failure(copy.content, error)
            self._give_up(error)

        self._background.run(partial(printing.print_pages, printer, copy.pages), record, record_failure)

    def save_pdf(self, path: Path) -> None:
        """Write the paper where the user chose."""
        content = self._office.content()
        self._send_off()

        def write(pdf: bytes) -> None:
            self._arrive()
            try:
                self._office.save_pdf(content, pdf, path)
            except NeedsformError as error:
                self.failed.emit(error.message)
            else:
                self._emit(replace(self.state, saved_at=self._now()))

        self._background.run(partial(self._office.render, content), write, self._give_up)

    def flush(self) -> None:
        """Whatever is on its way to a file or to the printer arrives there, and in the trace: before lock and close."""
        if self._is_leaving:
            self._background.catch_up()

    def _send_off(self) -> None:
        self._is_leaving = True
        self._emit(replace(self.state, is_busy=True))

    def _arrive(self) -> None:
        self._is_leaving = False
        self._emit(replace(self.state, is_busy=False))

    def _show(self, copies: tuple[PrintedCopy[P], ...]) -> None:
        self._emit(replace(self.state, is_busy=False))
        self.copies_ready.emit(copies)

    def _give_up(self, error: NeedsformError) -> None:
        self._arrive()
        self.failed.emit(error.message)

    def _now(self) -> str:
        return self.words.time(self._clock())

    def _emit(self, state: PrintingState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
