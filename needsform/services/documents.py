"""Papers out: the sheet, the blank form, and the Bundle that travels inside; what is printed is what is on disk.

Rendering takes frozen models and returns bytes, so it runs off the window's thread; reading the store does not.
"""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from needsform.models.assessment import SIGNED_OR_LATER, Assessment
from needsform.models.care_plan import CarePlan
from needsform.models.errors import WorldError
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.models.sheet import CopyName, SheetContent
from needsform.models.site import Site
from needsform.services import reference_data
from needsform.services.assessments import Assessments
from needsform.services.clock import Clock
from needsform.services.directory import Directory
from needsform.services.paper_trail import PaperTrail
from needsform.services.presence import Presence
from needsform.services.site_keys import SiteKeys
from needsform.storage.database import Database

if TYPE_CHECKING:
    from needsform.export.page_image import PageImage


def render_sheet(content: SheetContent) -> bytes:
    """The sheet as PDF/UA-1 and PDF/A-3a with its FHIR Bundle attached: the same bytes for the same content."""
    from needsform.export.assessment_pdf import render_sheet as render

    return render(content)


def render_blank(questionnaire: Questionnaire, language: str, printed_at: datetime, site: Site | None = None) -> bytes:
    """The form without marks, to be filled in with a pen."""
    from needsform.export.blank_form import render_blank as render

    return render(questionnaire, reference_data.words(language), site, printed_at)


def bundle_json(content: SheetContent) -> bytes:
    """The assessment as a FHIR R4 Bundle, UTF-8 JSON."""
    from needsform.export.fhir import bundle_json as render

    return render(content)


def bundle_in_sheet(pdf: bytes) -> bytes:
    """The Bundle that a sheet carries. Raises InputError `sheet.unreadable`, `sheet.no_bundle`."""
    from needsform.export.sheet_reader import bundle_in_sheet as read

    return read(pdf)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    from needsform.export.page_image import page_count as count

    return count(pdf)


def page_image(pdf: bytes, index: int, width: int) -> "PageImage":
    """One page as a picture, `width` pixels wide."""
    from needsform.export.page_image import render_page

    return render_page(pdf, index, width)


class Documents:
    """What leaves the program on paper or in a file, each with its row in the trace."""

    def __init__(
        self,
        database: Database,
        presence: Presence,
        assessments: Assessments,
        directory: Directory,
        site: Site,
        clock: Clock,
        site_keys: SiteKeys,
    ) -> None:
        self._presence, self._assessments, self._directory = presence, assessments, directory
        self._trail = PaperTrail(database, presence, clock)
        self.site = site
        self._clock, self._site_keys = clock, site_keys

    def content(
        self,
        patient: Patient,
        assessment: Assessment,
        copy_name: CopyName = CopyName.CITIZEN,
        language: str | None = None,
        care_plan: CarePlan | None = None,
    ) -> SheetContent:
        """What a copy says: of the assessment as saved, or, for the live page, with the back page being written.

        `language` is the citizen's unless given; a language that the form or the program has no words in falls back
        to the form's own. What is not yet saved, or not yet signed, is a draft; all else is signed by the site. Whom
        the citizen can turn to is told as the directory has it, until the page is concluded, and then as it was.
        """
        self._presence.require_staff()
        form = self._assessments.questionnaire(assessment)
        wanted = language or assessment.language
        is_spoken = wanted in form.languages and wanted in reference_data.LANGUAGES
        shown = assessment if care_plan is None else assessment.model_copy(update={"care_plan": care_plan})
        now = self._clock()
        is_draft = assessment.status not in SIGNED_OR_LATER or shown.care_plan != assessment.care_plan
        if shown.is_back_open and shown.care_plan is not None:
            written = self._directory.filled_in(shown.care_plan, patient)
            shown = shown.model_copy(update={"care_plan": written})
        return SheetContent(
            site=self.site,
            patient=patient,
            municipality=reference_data.municipalities().find(patient.municipality_code, now.date()),
            assessment=shown,
            questionnaire=form,
            words=reference_data.words(wanted if is_spoken else form.languages[0]),
            copy_name=copy_name,
            printed_at=now,
            is_draft=is_draft,
            signer=None if is_draft else self._site_keys.signer(),
        )

    def record_print(self, content: SheetContent) -> None:
        """Leave the row that a copy was sent to the printer, which is all that the program can know."""
        self._presence.require_staff()
        assessment = content.assessment
        self._trail.record_print(assessment.patient_id, _detail(content), assessment.id)

    def record_print_failure(self, content: SheetContent, error: WorldError) -> None:
        """Leave the row that the printer did not take a copy, or not all of it."""
        self._presence.require_staff()
        assessment = content.assessment
        self._trail.record_print_failure(assessment.patient_id, error, assessment.id)

    def save_pdf(self, content: SheetContent, pdf: bytes, path: Path) -> None:
        """Write the sheet where the user chose. Raises WorldError as `PaperTrail.save_pdf`."""
        self._presence.require_staff()
        assessment = content.assessment
        self._trail.save_pdf(pdf, path, assessment.patient_id, _detail(content), assessment.id)


def _detail(content: SheetContent) -> str:
    return f"copy={content.copy_name.value} revision={content.assessment.revision}"
