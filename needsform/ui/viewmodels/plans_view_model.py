"""Plans to look after: everybody's for the inbox, one citizen's for their card."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from needsform.models.identity import PatientId
from needsform.models.rehabilitation_plan import PlanSummary
from needsform.models.site import SiteKind
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class PlansState:
    """What is listed."""

    plans: tuple[PlanSummary, ...]
    can_start: bool
    """Whether a plan can be begun from here: of one citizen who has none that is open, at a receiver."""


class PlansViewModel(QObject):
    """Read once; whoever comes back to the screen reads anew."""

    def __init__(self, session: Session, patient_id: PatientId | None = None) -> None:
        """Everybody's plans, or those of one citizen. Raises WorldError if the store cannot tell."""
        super().__init__()
        self.patient_id = patient_id
        if patient_id is None:
            self.state = PlansState(session.plans.to_look_after(), can_start=False)
            return
        plans = session.plans.of_patient(patient_id)
        is_receiver = session.site.kind is not SiteKind.HOSPITAL
        self.state = PlansState(
            tuple(PlanSummary(plan=plan, patient_name="", patient_identifier="") for plan in plans),
            can_start=is_receiver and not any(plan.is_open for plan in plans),
        )
