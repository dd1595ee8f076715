"""A received sheet on its way to the printer or into a file."""

from collections.abc import Callable

from needsform.models.sheet import SheetContent
from needsform.models.words import Words
from needsform.services.documents import render_sheet
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.paper_printing import Office, PaperPrinting
from needsform.ui.printing import Printers


class ReceivedPrinting(PaperPrinting[SheetContent]):
    """One sheet's way out, as `PaperPrinting`."""

    def __init__(
        self,
        session: Session,
        content: Callable[[], SheetContent],
        words: Words,
        background: Background,
        printers: Printers | None = None,
    ) -> None:
        """`content` is asked when something is to leave. `printers`: those of the workstation unless given."""
        papers = session.received_papers
        office = Office(
            content,
            render_sheet,
            words.text("sheet.document.title"),
            _file_name,
            papers.record_print,
            papers.record_print_failure,
            papers.save_pdf,
        )
        super().__init__(office, words, session.now, background, printers)


def _file_name(paper: SheetContent) -> str:
    return f"received-{paper.assessment.held_on.isoformat()}.pdf"
