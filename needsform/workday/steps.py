"""What can be gone to, as data: ids only, so that a step may outlive the session and be taken again after a lock."""

from dataclasses import dataclass

from needsform.models.identity import AssessmentId, PatientId


@dataclass(frozen=True, slots=True)
class ShowWorklist:
    """What is unfinished."""


@dataclass(frozen=True, slots=True)
class FindPatient:
    """The search, with what was typed already; those words are forgotten by the lock."""

    query: str = ""


@dataclass(frozen=True, slots=True)
class ShowPatient:
    """A citizen's card."""

    patient_id: PatientId


@dataclass(frozen=True, slots=True)
class StartAssessment:
    """A new assessment, of a citizen who is known or still to be found."""

    patient_id: PatientId | None = None


@dataclass(frozen=True, slots=True)
class HandToCitizen:
    """The citizen fills in the front page themselves; afterwards comes the talk."""

    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class KeyIn:
    """The front page from paper, on one page."""

    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class WriteBack:
    """The talk and the back page."""

    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class ShowSheet:
    """The signed sheet: print, save, hand over."""

    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """How this workstation looks and which language it speaks."""


@dataclass(frozen=True, slots=True)
class ShowSiteSettings:
    """The site's own words, and its own form."""


Step = (
    ShowWorklist
    | FindPatient
    | ShowPatient
    | StartAssessment
    | HandToCitizen
    | KeyIn
    | WriteBack
    | ShowSheet
    | ShowSettings
    | ShowSiteSettings
)
