"""Who is at the screen: a member of staff, or the citizen to whom staff handed it; and what each may do."""

import contextlib
from datetime import datetime
from typing import NoReturn

from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.errors import Message, PermissionDenied, WorldError
from needsform.models.identity import AssessmentId, PatientId, PractitionerId
from needsform.models.practitioner import Practitioner, Role
from needsform.services.clock import Clock
from needsform.storage import audit
from needsform.storage.database import Database
from needsform.storage.practitioners import has_first_password


class Presence:
    """Asked before every act. While the citizen has the screen, one assessment's answers are all there is.

    Whoever still has their first password, which a colleague knows, does nothing before they have chosen another:
    also after they have taken the screen back from a citizen, where nobody leads them past the door.
    """

    def __init__(self, database: Database, practitioner: Practitioner, clock: Clock) -> None:
        self._database, self._clock = database, clock
        self.practitioner = practitioner
        self.handed_over: AssessmentId | None = None
        self.findings: list[Message] = []
        """What staff must hear of: the clock jumped."""
        self._known_by_own_password: PractitionerId | None = None

    @property
    def is_with_citizen(self) -> bool:
        """Whether the citizen has the screen."""
        return self.handed_over is not None

    def require_staff(self) -> None:
        """Raise PermissionDenied `presence.citizen_has_screen` while the citizen has the screen.

        And `presence.first_password` while a colleague knows the password of whoever is here.
        """
        self.require_somebody_of_staff()
        if not self.has_own_password():
            self.refuse("presence.first_password")

    def require_somebody_of_staff(self) -> None:
        """The same for what may be done with a first password too: asking whether it is one, and choosing another."""
        if self.is_with_citizen:
            self.refuse("presence.citizen_has_screen")

    def has_own_password(self) -> bool:
        """Whether whoever is here has chosen their password themselves. Who has once chosen stays so while here."""
        who = self.practitioner.id
        if self._known_by_own_password != who:
            if has_first_password(self._database, who):
                return False
            self._known_by_own_password = who
        return True

    def require_administrator(self, act: Action | None = None) -> None:
        """Raise PermissionDenied `presence.administrator_only` for anybody else; `act` is what was tried."""
        self.require_staff()
        if self.practitioner.role is not Role.ADMINISTRATOR:
            self.refuse("presence.administrator_only", act)

    def require_answering(self, assessment_id: AssessmentId) -> None:
        """Raise PermissionDenied unless staff is here, or the citizen whose assessment this is."""
        if self.handed_over != assessment_id:
            self.require_staff()

    def refuse(self, message_id: str, act: Action | None = None) -> NoReturn:
        """Leave a row that something was refused, and raise PermissionDenied. Must not run inside a transaction.

        It is refused even where the store takes no more rows.
        """
        reason = message_id.rpartition(".")[2]
        with contextlib.suppress(WorldError), self._database.atomic():
            self.record(
                Action.REFUSED,
                self._clock(),
                assessment_id=self.handed_over,
                detail=reason if act is None else f"{act.value} {reason}",
            )
        raise PermissionDenied(message_id)

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
        jump = audit.record(self._database, event, at)
        if jump:
            self.findings.append(Message(f"trace.clock_{jump.value}"))

    def record_failure(
        self,
        action: Action,
        error: WorldError,
        *,
        patient_id: PatientId | None = None,
        assessment_id: AssessmentId | None = None,
    ) -> None:
        """Leave a row that an act was tried and the world did not let it happen, unless the store takes none."""
        with contextlib.suppress(WorldError), self._database.atomic():
            self.record(
                action,
                self._clock(),
                patient_id=patient_id,
                assessment_id=assessment_id,
                detail=f"reason={error.message.message_id}",
            )
