"""Two assessments of a citizen beside each other on paper."""

from pathlib import Path

from needsform.models.comparison_sheet import ComparisonSheetContent
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.errors import WorldError
from needsform.models.patient import Patient
from needsform.models.sheet import CopyName
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.clock import Clock
from needsform.services.documents import Documents
from needsform.services.paper_trail import PaperTrail
from needsform.services.presence import Presence
from needsform.storage.database import Database

_DETAIL = "comparison"


def render_comparison(content: ComparisonSheetContent) -> bytes:
    """The comparison as PDF/UA-1 and PDF/A-3a: the same bytes for the same content."""
    from needsform.export.comparison_sheet import render_comparison as render

    return render(content)


class ComparisonPapers:
    """The paper, each of its ways out with a row in the trace."""

    def __init__(self, database: Database, presence: Presence, documents: Documents, clock: Clock) -> None:
        self._presence, self._documents, self._clock = presence, documents, clock
        self._trail = PaperTrail(database, presence, clock)

    def content(
        self, patient: Patient, before: EarlierAssessment, now: EarlierAssessment, words: Words
    ) -> ComparisonSheetContent:
        """What the citizen's copy says of these two, in the language of `words`."""
        self._presence.require_staff()
        printed = self._clock()
        return ComparisonSheetContent(
            site=self._documents.site,
            patient=patient,
            municipality=reference_data.municipalities().find(patient.municipality_code, printed.date()),
            before=before,
            now=now,
            words=words,
            copy_name=CopyName.CITIZEN,
            printed_at=printed,
        )

    def record_print(self, content: ComparisonSheetContent) -> None:
        """Leave the row that it was sent to the printer, which is all that the program can know."""
        self._presence.require_staff()
        self._trail.record_print(content.patient.id, _DETAIL)

    def record_print_failure(self, content: ComparisonSheetContent, error: WorldError) -> None:
        """Leave the row that the printer did not take it."""
        self._presence.require_staff()
        self._trail.record_print_failure(content.patient.id, error)

    def save_pdf(self, content: ComparisonSheetContent, pdf: bytes, path: Path) -> None:
        """Write it where the user chose. Raises WorldError as `PaperTrail.save_pdf`; a row says that it failed."""
        self._presence.require_staff()
        self._trail.save_pdf(pdf, path, content.patient.id, _DETAIL)
