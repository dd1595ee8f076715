"""What leaves of a plan for rehabilitation: the printed plan, and the texts to the general practice."""

from pathlib import Path

from needsform.models.audit import Action
from needsform.models.delivery import Recipient
from needsform.models.errors import WorldError
from needsform.models.letter import LetterForm
from needsform.models.patient import Patient
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.practitioner import Signature
from needsform.models.rehabilitation_plan import GpMoment, RehabilitationPlan
from needsform.models.sheet import CopyName
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.clock import Clock
from needsform.services.documents import Documents
from needsform.services.paper_trail import PaperTrail
from needsform.services.presence import Presence
from needsform.storage.database import Database

_DETAIL = "plan"


def render_plan(content: PlanSheetContent) -> bytes:
    """The plan as PDF/UA-1 and PDF/A-3a: the same bytes for the same content."""
    from needsform.export.plan_sheet import render_plan as render

    return render(content)


def gp_text(content: PlanSheetContent, moment: GpMoment, signed: Signature) -> str:
    """The correspondence to the general practice at start or end, as plain text with MedCom's signature fields."""
    from needsform.export.plan_letter import plan_letter

    return plan_letter(content, moment, signed).text


class PlanPapers:
    """Papers of plans, each with its row in the trace."""

    def __init__(self, database: Database, presence: Presence, documents: Documents, clock: Clock) -> None:
        self._database, self._presence, self._documents, self._clock = database, presence, documents, clock
        self._trail = PaperTrail(database, presence, clock)

    def content(self, patient: Patient, plan: RehabilitationPlan, words: Words) -> PlanSheetContent:
        """What the citizen's copy says, in the language of `words`; of the plan as it is handed in."""
        self._presence.require_staff()
        now = self._clock()
        return PlanSheetContent(
            site=self._documents.site,
            patient=patient,
            municipality=reference_data.municipalities().find(patient.municipality_code, now.date()),
            plan=plan,
            words=words,
            copy_name=CopyName.CITIZEN,
            printed_at=now,
        )

    def record_letter(self, plan: RehabilitationPlan, moment: GpMoment, form: LetterForm) -> None:
        """Leave the row that the text to the general practice was copied or sent to the printer."""
        self._presence.require_staff()
        act = Action.PRINT if form is LetterForm.LETTER else Action.EXPORT
        with self._database.atomic():
            detail = f"form={form.value} recipient={Recipient.GENERAL_PRACTICE.value} plan={moment.value}"
            self._presence.record(act, self._clock(), patient_id=plan.patient_id, detail=detail)

    def record_print(self, plan: RehabilitationPlan) -> None:
        """Leave the row that the plan was sent to the printer, which is all that the program can know."""
        self._presence.require_staff()
        self._trail.record_print(plan.patient_id, _DETAIL)

    def record_print_failure(self, plan: RehabilitationPlan, error: WorldError) -> None:
        """Leave the row that the printer did not take it."""
        self._presence.require_staff()
        self._trail.record_print_failure(plan.patient_id, error)

    def save_pdf(self, plan: RehabilitationPlan, pdf: bytes, path: Path) -> None:
        """Write it where the user chose. Raises WorldError as `PaperTrail.save_pdf`; a row says that it failed."""
        self._presence.require_staff()
        self._trail.save_pdf(pdf, path, plan.patient_id, _DETAIL)
