"""What leaves of a plan for rehabilitation: the printed plan, and the texts to the general practice."""

from pathlib import Path

from needsform.models.audit import Action
from needsform.models.errors import WorldError
from needsform.models.patient import Patient
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.practitioner import Signature
from needsform.models.rehabilitation_plan import GpMoment, RehabilitationPlan
from needsform.models.sheet import CopyName
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.clock import Clock
from needsform.services.documents import Documents
from needsform.services.presence import Presence
from needsform.storage.database import Database
from needsform.storage.files import made_ready


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

    def record_print(self, plan: RehabilitationPlan) -> None:
        """Leave the row that the plan was sent to the printer, which is all that the program can know."""
        self._presence.require_staff()
        with self._database.atomic():
            self._record(Action.PRINT, plan)

    def record_print_failure(self, plan: RehabilitationPlan, error: WorldError) -> None:
        """Leave the row that the printer did not take it."""
        self._presence.require_staff()
        self._presence.record_failure(Action.PRINT_FAILED, error, patient_id=plan.patient_id)

    def save_pdf(self, plan: RehabilitationPlan, pdf: bytes, path: Path) -> None:
        """Write the plan where the user chose. Raises WorldError as `write_atomically`; a row says that it failed."""
        self._presence.require_staff()
        try:
            with made_ready(path, pdf) as put_in_place:
                with self._database.atomic():
                    self._record(Action.EXPORT, plan)
                put_in_place()  # a row without its file is better than a file without its row
        except WorldError as error:
            self._presence.record_failure(Action.EXPORT_FAILED, error, patient_id=plan.patient_id)
            raise

    def _record(self, action: Action, plan: RehabilitationPlan) -> None:
        self._presence.record(action, self._clock(), patient_id=plan.patient_id, detail="plan")
