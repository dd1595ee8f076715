"""The signed sheet: seen large, sent to the printer copy by copy, saved as PDF, handed over, or reopened."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.errors import InputError, Message, NeedsformError, WorldError
from needsform.models.patient import Patient
from needsform.models.sheet import CopyName, SheetContent
from needsform.models.words import Words
from needsform.services import documents
from needsform.services.session import Session
from needsform.ui import printing
from needsform.ui.background import Background
from needsform.ui.page_pictures import PagePicture, PagePictures
from needsform.ui.printing import PrintedCopy, Printers


@dataclass(frozen=True, slots=True)
class SheetState:
    """What the screen shows."""

    assessment: Assessment
    language: str
    """The language of the sheet, whatever the language of the program."""
    copies: tuple[CopyName, ...]
    """The copies that are chosen to be printed."""
    sent: Mapping[CopyName, str] = field(default_factory=dict)
    """When each copy was last sent to the printer in this sitting."""
    saved_at: str = ""
    """When the PDF was saved in this sitting."""
    is_busy: bool = False
    """Whether copies are being drawn or sent."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    """What is wrong, by field."""

    @property
    def is_handed_over(self) -> bool:
        """Whether everything of it has left."""
        return self.assessment.status is not AssessmentStatus.SIGNED


class SheetViewModel(QObject):
    """What is done with a signed sheet.

    `changed(SheetState)`: anything on the screen. `page_drawn(PagePicture)`: the page that is turned to.
    `copies_ready(tuple)`: the chosen copies as pictures (`PrintedCopy`), for a look before printing.
    `reopened(str)`: there is a new revision; carries the assessment's id. `failed(Message)`: what belongs to no field.
    """

    changed = Signal(SheetState)
    page_drawn = Signal(PagePicture)
    copies_ready = Signal(tuple)
    reopened = Signal(str)
    failed = Signal(Message)

    def __init__(
        self,
        session: Session,
        patient: Patient,
        assessment: Assessment,
        words: Words,
        background: Background,
        printers: Printers | None = None,
    ) -> None:
        """`printers`: those of the workstation unless given."""
        super().__init__()
        self._session, self._background = session, background
        self.patient, self.words = patient, words
        self.printers = printers or printing.installed_printers()
        self.languages = session.assessments.questionnaire(assessment).languages
        language = assessment.language if assessment.language in self.languages else self.languages[0]
        self.state = SheetState(assessment, language, _usual_copies(assessment))
        self._is_leaving = False
        self._pages = PagePictures(self._content, background)
        self._pages.drawn.connect(self.page_drawn)
        self._pages.failed.connect(self.failed)

    @property
    def default_file_name(self) -> str:
        """What a saved sheet is called until somebody says otherwise; it names nobody."""
        return f"behovsvurdering-{self.state.assessment.held_on.isoformat()}.pdf"

    # Seeing ---------------------------------------------------------------------------------------------------

    @property
    def picture(self) -> PagePicture | None:
        """The page that was drawn last, for a screen that is built anew."""
        return self._pages.picture

    def show_page(self, index: int) -> None:
        """Turn to a page, counted from 0."""
        self._pages.turn_to(index)

    def show_page_at(self, width: int) -> None:
        """The page is shown that many device pixels wide."""
        self._pages.show_at(width)

    def use_language(self, language: str) -> None:
        """Show, print and save the sheet in this language."""
        self._emit(replace(self.state, language=language))
        self._pages.refresh()

    # Printing -------------------------------------------------------------------------------------------------

    def choose_copy(self, copy: CopyName, is_chosen: bool) -> None:
        """Print this copy too, or leave it out."""
        chosen = {*self.state.copies} - {copy} | ({copy} if is_chosen else set())
        self._emit(replace(self.state, copies=tuple(c for c in CopyName if c in chosen), errors={}))

    def prepare_copies(self) -> None:
        """Draw the chosen copies as the printer would get them, each with its own name on it."""
        if self.state.is_busy:
            return
        if not self.state.copies:
            self._emit(replace(self.state, errors={"copies": Message("print.no_copies")}))
            return
        contents = tuple(self._content(copy) for copy in self.state.copies)
        self._emit(replace(self.state, is_busy=True, errors={}))
        self._background.run(partial(_drawn, contents), self._show_copies, self._give_up)

    def print_copies(
        self, copies: tuple[PrintedCopy[SheetContent], ...], printer_name: str, is_two_sided: bool
    ) -> None:
        """Send each copy as a job of its own; what was sent is recorded, what failed is told, and no more is sent."""
        if not copies:
            return
        first, *rest = copies
        self._send_off()
        title = self.words.text("sheet.document.title")
        printer = printing.prepared(self.printers.open(printer_name), title, is_two_sided=is_two_sided)

        def record(_: None) -> None:
            sent = {**self.state.sent, first.content.copy_name: self._now()}
            self._arrive(replace(self.state, sent=sent))
            try:
                self._session.documents.record_print(first.content)
            except NeedsformError as error:
                self.failed.emit(error.message)
            else:
                self.print_copies(tuple(rest), printer_name, is_two_sided=is_two_sided)

        def record_failure(error: NeedsformError) -> None:
            if isinstance(error, WorldError):
                self._session.documents.record_print_failure(first.content, error)
            self._give_up(error)

        self._background.run(partial(printing.print_pages, printer, first.pages), record, record_failure)

    # Saving ---------------------------------------------------------------------------------------------------

    def save_pdf(self, path: Path) -> None:
        """Write the citizen's copy where the user chose."""
        content = self._content()
        self._send_off()

        def write(pdf: bytes) -> None:
            self._arrive(self.state)
            try:
                self._session.documents.save_pdf(content, pdf, path)
            except NeedsformError as error:
                self.failed.emit(error.message)
            else:
                self._emit(replace(self.state, saved_at=self._now()))

        self._background.run(partial(documents.render_sheet, content), write, self._give_up)

    def flush(self) -> None:
        """Whatever is on its way to a file or to the printer arrives there, and in the trace: before lock and close."""
        if self._is_leaving:
            self._background.catch_up()

    def _send_off(self) -> None:
        self._is_leaving = True
        self._emit(replace(self.state, is_busy=True))

    def _arrive(self, state: SheetState) -> None:
        self._is_leaving = False
        self._emit(replace(state, is_busy=False))

    # What becomes of it ---------------------------------------------------------------------------------------

    def reopen(self, reason: str) -> None:
        """Begin a new revision; this one is kept as it is."""
        try:
            assessment = self._session.assessments.reopen(self.state.assessment, reason)
        except InputError as error:
            self._emit(replace(self.state, errors={error.field: error.message}))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self.reopened.emit(assessment.id)

    # ----------------------------------------------------------------------------------------------------------

    def _content(self, copy: CopyName = CopyName.CITIZEN) -> SheetContent:
        state = self.state
        return self._session.documents.content(self.patient, state.assessment, copy, state.language)

    def _show_copies(self, copies: tuple[PrintedCopy[SheetContent], ...]) -> None:
        self._emit(replace(self.state, is_busy=False))
        self.copies_ready.emit(copies)

    def _give_up(self, error: NeedsformError) -> None:
        self._arrive(self.state)
        self.failed.emit(error.message)

    def _now(self) -> str:
        return self.words.time(self._session.now())

    def _emit(self, state: SheetState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _usual_copies(assessment: Assessment) -> tuple[CopyName, ...]:
    """The citizen's copy, and one for whoever the citizen agreed to have told."""
    plan = assessment.care_plan
    agreed = {
        CopyName.CITIZEN: True,
        CopyName.MUNICIPALITY: plan is not None and plan.consent_municipality is True,
        CopyName.GENERAL_PRACTICE: plan is not None and plan.consent_gp is True,
    }
    return tuple(copy for copy in CopyName if agreed.get(copy, False))


def _drawn(contents: tuple[SheetContent, ...]) -> tuple[PrintedCopy[SheetContent], ...]:
    """Runs on the worker."""
    return tuple(PrintedCopy(content, printing.page_pictures(documents.render_sheet(content))) for content in contents)
