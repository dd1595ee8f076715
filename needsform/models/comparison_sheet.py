"""Everything that the printed comparison of two assessments says, gathered once."""

from datetime import datetime

from pydantic import ConfigDict, Field

from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.frozen import Frozen
from needsform.models.municipality import Municipality
from needsform.models.patient import Patient
from needsform.models.sheet import CopyName
from needsform.models.site import Site
from needsform.models.words import Words


class ComparisonSheetContent(Frozen):
    """What stands on one copy."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    site: Site
    patient: Patient
    municipality: Municipality | None
    before: EarlierAssessment
    now: EarlierAssessment
    words: Words = Field(repr=False)
    copy_name: CopyName
    printed_at: datetime
