"""How a paper leaves: printed or saved as a file, each with its row in the trace, and each failure too."""

from pathlib import Path

from needsform.models.audit import Action
from needsform.models.errors import WorldError
from needsform.models.identity import AssessmentId, PatientId
from needsform.services.clock import Clock
from needsform.services.presence import Presence
from needsform.storage.database import Database
from needsform.storage.outgoing_files import made_ready_outside


class PaperTrail:
    """What every service that lets a citizen's paper out does alike. Only staff lets anything out."""

    def __init__(self, database: Database, presence: Presence, clock: Clock) -> None:
        self._database, self._presence, self._clock = database, presence, clock

    def record_print(self, patient_id: PatientId, detail: str, assessment_id: AssessmentId | None = None) -> None:
        """Leave the row that a paper was sent to the printer, which is all that the program can know."""
        self._presence.require_staff()
        with self._database.atomic():
            self._record(Action.PRINT, patient_id, detail, assessment_id)

    def record_print_failure(
        self, patient_id: PatientId, error: WorldError, assessment_id: AssessmentId | None = None
    ) -> None:
        """Leave the row that the printer did not take it."""
        self._presence.require_staff()
        self._fail(Action.PRINT_FAILED, patient_id, error, assessment_id)

    def save_pdf(
        self, pdf: bytes, path: Path, patient_id: PatientId, detail: str, assessment_id: AssessmentId | None = None
    ) -> None:
        """Write it where the user chose. Raises WorldError as `made_ready_outside`; a row says that it failed."""
        self._presence.require_staff()
        try:
            with made_ready_outside(self._database, path, pdf) as put_in_place:
                with self._database.atomic():
                    self._record(Action.EXPORT, patient_id, detail, assessment_id)
                put_in_place()  # a row without its file is better than a file without its row
        except WorldError as error:
            self._fail(Action.EXPORT_FAILED, patient_id, error, assessment_id)
            raise

    def _record(self, action: Action, patient_id: PatientId, detail: str, assessment_id: AssessmentId | None) -> None:
        self._presence.record(action, self._clock(), patient_id=patient_id, assessment_id=assessment_id, detail=detail)

    def _fail(
        self, action: Action, patient_id: PatientId, error: WorldError, assessment_id: AssessmentId | None
    ) -> None:
        self._presence.record_failure(action, error, patient_id=patient_id, assessment_id=assessment_id)
