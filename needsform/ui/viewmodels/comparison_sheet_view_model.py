"""The two latest assessments of a citizen on paper: looked at, printed, saved."""

from PySide6.QtCore import QObject

from needsform.models.comparison_sheet import ComparisonSheetContent
from needsform.models.errors import WorldError
from needsform.models.identity import PatientId
from needsform.models.timeline import Timeline
from needsform.models.words import Words
from needsform.services.comparison_papers import render_comparison
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.page_pictures import PagePictures
from needsform.ui.paper_printing import Office, PaperPrinting
from needsform.ui.printing import Printers


class ComparisonSheetViewModel(QObject):
    """The paper as it stands now; nothing on it can be changed.

    `pages` draws it for the screen, `printing` is its way out.
    """

    def __init__(
        self,
        session: Session,
        patient_id: PatientId,
        words: Words,
        background: Background,
        printers: Printers | None = None,
    ) -> None:
        """Raises WorldError `assessment.unknown` if there are no longer two to compare."""
        super().__init__()
        self.words = words
        self.patient = session.patients.get(patient_id)
        latest = Timeline.of(session.timelines.of_patient(patient_id)).latest_two
        if latest is None:
            raise WorldError("assessment.unknown")
        self._content = session.comparison_papers.content(self.patient, *latest, words)
        self.pages = PagePictures(self.content, background)
        papers = session.comparison_papers
        office = Office(
            self.content,
            render_comparison,
            words.text("comparison.title"),
            _file_name,
            papers.record_print,
            papers.record_print_failure,
            papers.save_pdf,
        )
        self.printing = PaperPrinting(office, words, session.now, background, printers)

    def content(self) -> ComparisonSheetContent:
        """What stands on it."""
        return self._content


def _file_name(content: ComparisonSheetContent) -> str:
    return f"comparison-{content.now.held_on.isoformat()}.pdf"
