"""The plan on its way to the printer or into a file: drawn on the worker, and every way of leaving in the trace."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError, WorldError
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.words import Words
from needsform.services.plan_papers import render_plan
from needsform.services.session import Session
from needsform.ui import printing
from needsform.ui.background import Background
from needsform.ui.printing import PrintedCopy, Printers


@dataclass(frozen=True, slots=True)
class PlanPrintingState:
    """How far it is."""

    is_busy: bool = False
    """Whether it is being drawn, sent or written."""
    saved_at: str = ""
    """When the PDF was saved in this sitting."""
    sent_at: str = ""
    """When the plan was last sent to the printer in this sitting."""


class PlanPrinting(QObject):
    """One plan's way out.

    `changed(PlanPrintingState)`. `copies_ready(tuple)`: the pages as the printer gets them, for a look beforehand.
    `failed(Message)`: the disk or the printer would not.
    """

    changed = Signal(PlanPrintingState)
    copies_ready = Signal(tuple)
    failed = Signal(Message)

    def __init__(
        self,
        session: Session,
        content: Callable[[], PlanSheetContent],
        words: Words,
        background: Background,
        printers: Printers | None = None,
    ) -> None:
        """`content` is asked when something is to leave. `printers`: those of the workstation unless given."""
        super().__init__()
        self._session, self._content, self.words, self._background = session, content, words, background
        self.printers = printers or printing.installed_printers()
        self.state = PlanPrintingState()
        self._is_leaving = False

    @property
    def default_file_name(self) -> str:
        """What a saved plan is called until somebody says otherwise; it names nobody."""
        plan = self._content().plan
        return f"plan-{(plan.begun_on or plan.created_at.date()).isoformat()}.pdf"

    def prepare(self) -> None:
        """Draw the pages as the printer would get them."""
        if not self.state.is_busy:
            self._emit(replace(self.state, is_busy=True))
            self._background.run(partial(_drawn, self._content()), self._show, self._give_up)

    def print_copies(
        self, copies: tuple[PrintedCopy[PlanSheetContent], ...], printer_name: str, *, is_two_sided: bool
    ) -> None:
        """Send the plan; that it was sent is recorded, that it failed too."""
        (copy,) = copies
        plan = copy.content.plan
        self._send_off()
        title = self.words.text("plan.sheet.title")
        printer = printing.prepared(self.printers.open(printer_name), title, is_two_sided=is_two_sided)

        def record(_: None) -> None:
            self._arrive()
            try:
                self._session.plan_papers.record_print(plan)
            except NeedsformError as error:
                self.failed.emit(error.message)
            else:
                self._emit(replace(self.state, sent_at=self._now()))

        def record_failure(error: NeedsformError) -> None:
            if isinstance(error, WorldError):
                self._session.plan_papers.record_print_failure(plan, error)
            self._give_up(error)

        self._background.run(partial(printing.print_pages, printer, copy.pages), record, record_failure)

    def save_pdf(self, path: Path) -> None:
        """Write the plan where the user chose."""
        content = self._content()
        self._send_off()

        def write(pdf: bytes) -> None:
            self._arrive()
            try:
                self._session.plan_papers.save_pdf(content.plan, pdf, path)
            except NeedsformError as error:
                self.failed.emit(error.message)
            else:
                self._emit(replace(self.state, saved_at=self._now()))

        self._background.run(partial(render_plan, content), write, self._give_up)

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

    def _show(self, copies: tuple[PrintedCopy[PlanSheetContent], ...]) -> None:
        self._emit(replace(self.state, is_busy=False))
        self.copies_ready.emit(copies)

    def _give_up(self, error: NeedsformError) -> None:
        self._arrive()
        self.failed.emit(error.message)

    def _now(self) -> str:
        return self.words.time(self._session.now())

    def _emit(self, state: PlanPrintingState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _drawn(content: PlanSheetContent) -> tuple[PrintedCopy[PlanSheetContent], ...]:
    """Runs on the worker."""
    return (PrintedCopy(content, printing.page_pictures(render_plan(content))),)
