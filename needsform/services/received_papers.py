"""A sheet of another place on paper: as it came, and saying first how far it can be believed."""

from pathlib import Path

from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.errors import WorldError
from needsform.models.patient import Patient
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import Questionnaire
from needsform.models.received_assessment import ReceivedAssessment
from needsform.models.sheet import CopyName, SheetContent
from needsform.models.site import Site
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.clock import Clock
from needsform.services.paper_trail import PaperTrail
from needsform.services.presence import Presence
from needsform.storage.database import Database

_DETAIL = "received"


class ReceivedPapers:
    """The paper of a received sheet. It is nobody's original: it bears no code, no signature and no Bundle."""

    def __init__(self, database: Database, presence: Presence, clock: Clock) -> None:
        self._presence, self._clock = presence, clock
        self._trail = PaperTrail(database, presence, clock)

    def content(
        self, patient: Patient, received: ReceivedAssessment, form: Questionnaire, words: Words
    ) -> SheetContent:
        """What the paper says, in the language of `words`: what came along, and nothing that did not."""
        self._presence.require_staff()
        now, facts = self._clock(), received.facts
        return SheetContent(
            site=Site(name=received.verified_as or facts.sender, kind=facts.setting, unit=received.unit),
            patient=patient,
            municipality=reference_data.municipalities().find(patient.municipality_code, now.date()),
            assessment=Assessment(
                occasion=facts.occasion,
                setting=facts.setting,
                unit=facts.unit,
                held_on=facts.held_on,
                signature=facts.signature or Signature(name=""),
                filled_by=facts.filled_by,
                id=facts.assessment_id,
                patient_id=patient.id,
                number=1,
                status=AssessmentStatus.SIGNED,
                revision=facts.revision,
                response=facts.response,
                care_plan=facts.care_plan,
                created_at=received.received_at,
            ),
            questionnaire=form,
            words=words,
            copy_name=CopyName.DEPARTMENT,
            printed_at=now,
            came=_came(received, words),
        )

    def record_print(self, content: SheetContent) -> None:
        """Leave the row that it was sent to the printer."""
        self._presence.require_staff()
        self._trail.record_print(content.patient.id, _DETAIL)

    def record_print_failure(self, content: SheetContent, error: WorldError) -> None:
        """Leave the row that the printer did not take it."""
        self._presence.require_staff()
        self._trail.record_print_failure(content.patient.id, error)

    def save_pdf(self, content: SheetContent, pdf: bytes, path: Path) -> None:
        """Write it where the user chose. Raises WorldError as `PaperTrail.save_pdf`."""
        self._presence.require_staff()
        self._trail.save_pdf(pdf, path, content.patient.id, _DETAIL)


def _came(received: ReceivedAssessment, words: Words) -> str:
    """How it came, in a sentence or three."""
    day = words.date(received.received_at.date())
    told = [words.text("sheet.came.verified" if received.is_verified else "sheet.came.unverified", date=day)]
    if not received.facts.has_back_page:
        told.append(words.text("sheet.came.without_back"))
    if received.facts.lacks_words:
        told.append(words.text("sheet.came.without_words"))
    return " ".join(told)
