"""What is typed and not kept yet, as bytes: for the lock, after which it is typed still."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from needsform.models.identity import PatientId
from needsform.models.typed_assessment import TypedAssessment
from needsform.models.typed_patient import TypedPatient


@dataclass(frozen=True, slots=True)
class UnfinishedAssessment:
    """A new assessment that has not begun."""

    patient: TypedPatient
    assessment: TypedAssessment
    known: PatientId | None = None
    """The citizen, if they are in the store."""

    def dump(self) -> bytes:
        """As `load` reads it."""
        return _ASSESSMENT.dump_json(self)

    @staticmethod
    def load(words: bytes) -> "UnfinishedAssessment":
        """What `dump` wrote."""
        return _ASSESSMENT.validate_json(words)


def dump_patient(typed: TypedPatient) -> bytes:
    """A citizen's details that are being put right."""
    return _PATIENT.dump_json(typed)


def load_patient(words: bytes) -> TypedPatient:
    """What `dump_patient` wrote."""
    return _PATIENT.validate_json(words)


_ASSESSMENT = TypeAdapter(UnfinishedAssessment)
_PATIENT = TypeAdapter(TypedPatient)
