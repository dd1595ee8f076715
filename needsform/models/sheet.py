"""Everything that a printed sheet says, gathered once, so that paper, preview and FHIR have one source."""

from datetime import datetime
from enum import StrEnum
from typing import Protocol

from pydantic import ConfigDict, Field, SkipValidation

from needsform.models.assessment import Assessment
from needsform.models.frozen import Frozen
from needsform.models.municipality import Municipality
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.models.site import Site
from needsform.models.words import Words


class CopyName(StrEnum):
    """Whose copy a sheet is (DOMAIN 8.4)."""

    CITIZEN = "citizen"
    MUNICIPALITY = "municipality"
    GENERAL_PRACTICE = "gp"
    DEPARTMENT = "department"


class Signer(Protocol):
    """The hand that signs for a site: it may be handed on, the secret in it may not be asked for."""

    @property
    def public_key(self) -> bytes:
        """By which everybody can tell that this site signed (Ed25519, 32 bytes)."""

    def sign(self, data: bytes) -> bytes:
        """The signature of data (64 bytes), always the same for the same data."""


class SheetContent(Frozen):
    """What stands on one copy of the sheet."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    site: Site
    patient: Patient
    municipality: Municipality | None
    assessment: Assessment
    questionnaire: Questionnaire = Field(repr=False)
    words: Words = Field(repr=False)
    copy_name: CopyName
    printed_at: datetime
    is_draft: bool = False
    """Whether this is a preview of something not yet signed; the sheet then says so."""
    came: str = ""
    """How a sheet of another place came here, in words that stand before all else; empty for one's own."""
    signer: SkipValidation[Signer] | None = Field(default=None, repr=False)
    """Who signs code and Bundle; None for a draft, which nobody answers for, and then there is no code either."""
