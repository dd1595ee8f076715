"""Everything that a printed plan for rehabilitation says, gathered once, so that paper and preview have one source."""

from datetime import datetime

from pydantic import ConfigDict, Field

from needsform.models.frozen import Frozen
from needsform.models.municipality import Municipality
from needsform.models.patient import Patient
from needsform.models.rehabilitation_plan import RehabilitationPlan
from needsform.models.sheet import CopyName
from needsform.models.site import Site
from needsform.models.words import Words


class PlanSheetContent(Frozen):
    """What stands on one copy of the plan."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    site: Site
    patient: Patient
    municipality: Municipality | None
    plan: RehabilitationPlan
    words: Words = Field(repr=False)
    copy_name: CopyName
    printed_at: datetime
