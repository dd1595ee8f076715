"""The names that a Bundle uses: standard code systems, the few extensions, and how a concept is written and read.

No code system is invented. A code of our own value sets stands without a `system`, which FHIR reads as local; its
words stand beside it, and they are what another program shows (`docs/FHIR.md`).
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from typing import Final, TypeVar

from needsform.export.fhir.elements import CodeableConcept, Coding, Extension
from needsform.export.fhir.entries import refuse
from needsform.models.words import Words

FORMAT: Final = "urn:needsform:bundle:1"
"""How a Bundle is put together, as `Bundle.meta.source`; a Bundle that is put together otherwise gets a new number."""

ASSESSMENT: Final = "urn:needsform:assessment"
"""The namespace of assessment ids."""
URI: Final = "urn:ietf:rfc:3986"
"""The namespace of identifiers that are URIs."""
MUNICIPALITY_CODES: Final = "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes"
"""dk-core's municipality numbers, as identifier of an Organization and as code in an Address."""
LANGUAGES: Final = "urn:ietf:bcp:47"

NUMBER: Final = "urn:needsform:extension:number"
"""Procedure: which of the citizen's assessments at the sender this is, 1 for the first."""
REVISION: Final = "urn:needsform:extension:revision"
"""Procedure: 1, and one more each time that the assessment was opened again."""
GATE: Final = "urn:needsform:extension:gate"
"""Procedure: why this form is not the right one for the citizen."""
REFERRAL_SOURCE: Final = "urn:needsform:extension:referral-source"
"""Procedure: who the municipality heard of the citizen from."""

_STANDARD = "http://hl7.org/fhir/StructureDefinition/"
BEST_TIME: Final = _STANDARD + "contactpoint-comment"
INTERPRETER: Final = _STANDARD + "patient-interpreterRequired"
COMPLETION_MODE: Final = _STANDARD + "questionnaireresponse-completionMode"
MUNICIPALITY: Final = "http://hl7.dk/fhir/core/StructureDefinition/dk-core-municipalityCodes"

_TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/"
RESTRICTED: Final = Coding(system=_TERMINOLOGY + "v3-Confidentiality", code="R", display="restricted")
HOSPITAL: Final = Coding(system=_TERMINOLOGY + "v3-RoleCode", code="HOSP")
COMMUNITY: Final = Coding(system=_TERMINOLOGY + "v3-RoleCode", code="COMM")
PRIMARY_CARE: Final = Coding(system=_TERMINOLOGY + "v3-RoleCode", code="PC")
ELECTRONIC: Final = Coding(system=_TERMINOLOGY + "v3-ParticipationMode", code="ELECTRONIC")
WRITTEN: Final = Coding(system=_TERMINOLOGY + "v3-ParticipationMode", code="WRITTEN")
SURVEY: Final = Coding(system=_TERMINOLOGY + "observation-category", code="survey")
SOCIAL_HISTORY: Final = Coding(system=_TERMINOLOGY + "observation-category", code="social-history")
PATIENT_CONTACT: Final = Coding(system=_TERMINOLOGY + "contactentity-type", code="PATINF")
PATIENT_PRIVACY: Final = Coding(system=_TERMINOLOGY + "consentscope", code="patient-privacy")
INFORMATION_DISCLOSURE: Final = Coding(system=_TERMINOLOGY + "v3-ActCode", code="IDSCL")
OPT_IN: Final = Coding(system=_TERMINOLOGY + "v3-ActCode", code="OPTIN")
OPT_OUT: Final = Coding(system=_TERMINOLOGY + "v3-ActCode", code="OPTOUT")
INFORMATION_RECIPIENT: Final = Coding(system=_TERMINOLOGY + "v3-ParticipationType", code="IRCP")
AUTHOR: Final = Coding(system=_TERMINOLOGY + "provenance-participant-type", code="author")

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


def some(entries: Iterable[T]) -> tuple[T, ...] | None:
    """The entries, or an absent element: FHIR has no empty lists."""
    return tuple(entries) or None


def only(entries: tuple[T] | None) -> T | None:
    """The one entry of a list that may be absent."""
    return entries[0] if entries else None


@cache
def standard(coding: Coding) -> CodeableConcept:
    """A concept that a standard code says wholly."""
    return CodeableConcept(coding=(coding,))


def local(code: str, text: str) -> CodeableConcept:
    """A code of our own, without a system, and the words for it."""
    return CodeableConcept(coding=(Coding(code=code, display=text),), text=text)


def member(value: StrEnum, words: Words) -> CodeableConcept:
    """A member of a value set."""
    return local(value.value, words.of(value))


def words_only(text: str) -> CodeableConcept:
    """A concept that nobody has a code for."""
    return CodeableConcept(text=text)


def local_code(concept: CodeableConcept | None, where: str) -> str:
    """The code that `local` wrote."""
    if concept is None or concept.coding is None or len(concept.coding) != 1 or concept.coding[0].system is not None:
        refuse(where)
    return concept.coding[0].code


def read_member(concept: CodeableConcept | None, value_set: type[E], where: str) -> E:
    """The member of a value set that `member` wrote."""
    code = local_code(concept, where)
    found = next((known for known in value_set if known.value == code), None)
    if found is None:
        refuse(where)
    return found


def read_words(concept: CodeableConcept, where: str) -> str:
    """The text that `words_only` wrote."""
    if concept.coding is not None or concept.text is None:
        refuse(where)
    return concept.text


def read_concept(extension: Extension | None) -> CodeableConcept | None:
    """The concept that an extension holds; None for an extension that is not there."""
    if extension is None:
        return None
    if extension.value_codeable_concept is None:
        refuse("Extension.value")
    return extension.value_codeable_concept


def by_url(extensions: tuple[Extension, ...] | None, allowed: Iterable[str], where: str) -> dict[str, Extension]:
    """Extensions by their URL; another URL than those allowed, or the same one twice, is refused."""
    found = {extension.url: extension for extension in extensions or ()}
    if len(found) != len(extensions or ()) or not set(found) <= set(allowed):
        refuse(f"{where}.extension")
    return found
