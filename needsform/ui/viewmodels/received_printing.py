"""A received sheet on its way to the printer or into a file."""

from needsform.models.sheet import SheetContent
from needsform.models.words import Words
from needsform.services.documents import render_sheet
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.paper_printing import Office, PaperPrinting
from needsform.ui.printing import Printers
from needsform.ui.viewmodels.received_view_model import ReceivedState


class ReceivedPrinting(PaperPrinting[SheetContent]):
    """One sheet's way out, as `PaperPrinting`."""

    def __init__(
        self,
        session: Session,
        state: ReceivedState,
        words: Words,
        background: Background,
        printers: Printers | None = None,
    ) -> None:
        """`printers`: those of the workstation unless given."""
        papers = session.received_papers

        def content() -> SheetContent:
            return papers.content(state.patient, state.received, state.form, words)

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
