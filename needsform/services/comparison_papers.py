"""Two assessments of a citizen beside each other on paper."""

from pathlib import Path

from needsform.models.audit import Action
from needsform.models.comparison_sheet import ComparisonSheetContent
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.errors import WorldError
from needsform.models.patient import Patient
from needsform.models.sheet import CopyName
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.clock import Clock
from needsform.services.documents import Documents
from needsform.services.presence import Presence
from needsform.storage.database import Database
from needsform.storage.files import made_ready


def render_comparison(content: ComparisonSheetContent) -> bytes:
    """The comparison as PDF/UA-1 and PDF/A-3a: the same bytes for the same content."""
    from needsform.export.comparison_sheet import render_comparison as render

    return render(content)


class ComparisonPapers:
    """The paper, each of its ways out with a row in the trace."""

    def __init__(self, database: Database, presence: Presence, documents: Documents, clock: Clock) -> None:
        self._database, self._presence, self._documents, self._clock = database, presence, documents, clock

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
        with self._database.atomic():
            self._record(Action.PRINT, content)

    def record_print_failure(self, content: ComparisonSheetContent, error: WorldError) -> None:
        """Leave the row that the printer did not take it."""
        self._presence.require_staff()
        self._presence.record_failure(Action.PRINT_FAILED, error, patient_id=content.patient.id)

    def save_pdf(self, content: ComparisonSheetContent, pdf: bytes, path: Path) -> None:
        """Write it where the user chose. Raises WorldError as `made_ready`; a row says that it failed."""
        self._presence.require_staff()
        try:
            with made_ready(path, pdf) as put_in_place:
                with self._database.atomic():
                    self._record(Action.EXPORT, content)
                put_in_place()  # a row without its file is better than a file without its row
        except WorldError as error:
            self._presence.record_failure(Action.EXPORT_FAILED, error, patient_id=content.patient.id)
            raise

    def _record(self, action: Action, content: ComparisonSheetContent) -> None:
        self._presence.record(action, self._clock(), patient_id=content.patient.id, detail="comparison")
