"""What is typed and not kept yet, as bytes: for the lock, after which it is typed still.

Whoever unlocks may have chosen another language at the door: what is kept says nothing in the words of the program.
"""

from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from needsform.models.identity import PatientId
from needsform.models.typed_assessment import TypedAssessment
from needsform.models.typed_patient import TypedPatient
from needsform.models.words import Words


@dataclass(frozen=True, slots=True)
class UnfinishedAssessment:
    """A new assessment that has not begun."""

    patient: TypedPatient
    assessment: TypedAssessment
    known: PatientId | None = None
    """The citizen, if they are in the store."""

    def dump(self, words: Words) -> bytes:
        """As `load` reads it."""
        return _ASSESSMENT.dump_json(replace(self, patient=self.patient.in_codes(words)))

    @staticmethod
    def load(kept: bytes, words: Words) -> "UnfinishedAssessment":
        """What `dump` wrote."""
        read = _ASSESSMENT.validate_json(kept)
        return replace(read, patient=read.patient.in_words(words))


def dump_patient(typed: TypedPatient, words: Words) -> bytes:
    """A citizen's details that are being put right."""
    return _PATIENT.dump_json(typed.in_codes(words))


def load_patient(kept: bytes, words: Words) -> TypedPatient:
    """What `dump_patient` wrote."""
    return _PATIENT.validate_json(kept).in_words(words)


_ASSESSMENT = TypeAdapter(UnfinishedAssessment)
_PATIENT = TypeAdapter(TypedPatient)
