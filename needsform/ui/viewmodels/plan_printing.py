"""The plan on its way to the printer or into a file."""

from collections.abc import Callable
from pathlib import Path

from needsform.models.errors import WorldError
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.words import Words
from needsform.services.plan_papers import render_plan
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.paper_printing import Office, PaperPrinting
from needsform.ui.printing import Printers


class PlanPrinting(PaperPrinting[PlanSheetContent]):
    """One plan's way out, as `PaperPrinting`."""

    def __init__(
        self,
        session: Session,
        content: Callable[[], PlanSheetContent],
        words: Words,
        background: Background,
        printers: Printers | None = None,
    ) -> None:
        """`content` is asked when something is to leave. `printers`: those of the workstation unless given."""
        papers = session.plan_papers

        def record_print(paper: PlanSheetContent) -> None:
            papers.record_print(paper.plan)

        def record_failure(paper: PlanSheetContent, error: WorldError) -> None:
            papers.record_print_failure(paper.plan, error)

        def save(paper: PlanSheetContent, pdf: bytes, path: Path) -> None:
            papers.save_pdf(paper.plan, pdf, path)

        title = words.text("plan.sheet.title")
        office = Office(content, render_plan, title, _file_name, record_print, record_failure, save)
        super().__init__(office, words, session.now, background, printers)


def _file_name(paper: PlanSheetContent) -> str:
    return f"plan-{(paper.plan.begun_on or paper.plan.created_at.date()).isoformat()}.pdf"
