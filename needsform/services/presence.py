"""Who is at the screen: a member of staff, or the citizen to whom staff handed it; and what each may do."""

from datetime import datetime

from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.errors import PermissionDenied
from needsform.models.identity import AssessmentId, PatientId
from needsform.models.practitioner import Practitioner, Role
from needsform.storage import audit
from needsform.storage.database import Database


class Presence:
    """Asked before every act. While the citizen has the screen, one assessment's answers are all there is."""

    def __init__(self, database: Database, practitioner: Practitioner) -> None:
        self._database = database
        self.practitioner = practitioner
        self.handed_over: AssessmentId | None = None

    @property
    def is_with_citizen(self) -> bool:
        """Whether the citizen has the screen."""
        return self.handed_over is not None

    def require_staff(self) -> None:
        """Raise PermissionDenied `presence.citizen_has_screen` while the citizen has the screen."""
        if self.is_with_citizen:
            raise PermissionDenied("presence.citizen_has_screen")

    def require_administrator(self) -> None:
        """Raise PermissionDenied `presence.administrator_only` for anybody else."""
        self.require_staff()
        if self.practitioner.role is not Role.ADMINISTRATOR:
            raise PermissionDenied("presence.administrator_only")

    def require_answering(self, assessment_id: AssessmentId) -> None:
        """Raise PermissionDenied unless staff is here, or the citizen whose assessment this is."""
        if self.is_with_citizen and self.handed_over != assessment_id:
            raise PermissionDenied("presence.citizen_has_screen")

    def record(
        self,
        action: Action,
        at: datetime,
        *,
        actor: Actor | None = None,
        patient_id: PatientId | None = None,
        assessment_id: AssessmentId | None = None,
        detail: str = "",
    ) -> None:
        """Leave one row in the trace, inside the caller's transaction; by whoever has the screen, unless told."""
        event = AuditEvent(
            action=action,
            actor=actor or (Actor.CITIZEN if self.is_with_citizen else Actor.STAFF),
            practitioner_id=self.practitioner.id,
            patient_id=patient_id,
            assessment_id=assessment_id,
            detail=detail,
        )
        audit.record(self._database, event, at)
