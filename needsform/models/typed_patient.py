"""What is typed about a citizen, read into `PatientDetails` with everything that is wrong with it named at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self

from needsform.models.errors import InputError, Message
from needsform.models.identifier import Identifier, IdentifierKind, parse_identifier
from needsform.models.municipality import Municipality, MunicipalityList
from needsform.models.patient import GeneralPractice, PatientDetails, Relative
from needsform.models.words import Words

_LANGUAGE = "language."


@dataclass(frozen=True, slots=True)
class TypedPatient:
    """The fields of the form, as they stand there."""

    identifier: str = ""
    has_other_id: bool = False
    """Whether the identifier is neither a CPR number nor a replacement of one."""
    name: str = ""
    phone: str = ""
    best_time: str = ""
    municipality: str = ""
    """Its name, or its code."""
    general_practice: str = ""
    general_practice_phone: str = ""
    relative: str = ""
    relation: str = ""
    relative_phone: str = ""
    children_under_18: bool | None = None
    language: str = ""
    """The name of the language, in the language of the program; any other words are kept as they are."""
    needs_interpreter: bool = False
    address: str = ""
    address_protected: bool = False

    @classmethod
    def of(cls, details: PatientDetails, places: MunicipalityList, words: Words, today: date) -> Self:
        """What would have been typed to say what is known."""
        municipality = places.find(details.municipality_code, today)
        return cls(
            identifier=details.identifier.shown,
            has_other_id=details.identifier.kind is IdentifierKind.OTHER,
            name=details.name,
            phone=details.phone,
            best_time=details.best_time,
            municipality=details.municipality_code if municipality is None else municipality.name,
            general_practice=details.general_practice.name,
            general_practice_phone=details.general_practice.phone,
            relative=details.relative.name,
            relation=details.relative.relation,
            relative_phone=details.relative.phone,
            children_under_18=details.children_under_18,
            language=_language_name(details.language, words),
            needs_interpreter=details.needs_interpreter,
            address=details.address,
            address_protected=details.address_protected,
        )

    def in_codes(self, words: Words) -> Self:
        """The same to be kept: with the language by its code, for the program may speak another when it is read."""
        return replace(self, language=_language_code(self.language, words))

    def in_words(self, words: Words) -> Self:
        """What `in_codes` made, as it would be typed in the language that the program speaks now."""
        return replace(self, language=_language_name(self.language, words))

    def parsed_identifier(self, today: date) -> Identifier:
        """The identifier. Raises InputError as `parse_identifier` does."""
        return parse_identifier(self.identifier, today=today, other=self.has_other_id)


@dataclass(frozen=True, slots=True)
class ReadPatient:
    """What was made of it: the details, or what is wrong by field."""

    details: PatientDetails | None
    errors: Mapping[str, Message] = field(default_factory=dict)


def read_patient(typed: TypedPatient, places: MunicipalityList, words: Words, today: date) -> ReadPatient:
    """Everything that was typed, checked at once.

    Errors at "identifier" as `parse_identifier`; "name" `patient.name_missing`; "municipality"
    `patient.municipality_missing` and `patient.municipality_unknown`.
    """
    errors: dict[str, Message] = {}
    identifier: Identifier | None = None
    try:
        identifier = typed.parsed_identifier(today)
    except InputError as error:
        errors["identifier"] = error.message
    if not typed.name.strip():
        errors["name"] = Message("patient.name_missing")
    municipality = find_municipality(typed.municipality, places, today)
    if municipality is None:
        is_written = bool(typed.municipality.strip())
        missing, unknown = Message("patient.municipality_missing"), Message("patient.municipality_unknown")
        errors["municipality"] = unknown if is_written else missing
    if identifier is None or municipality is None or errors:
        return ReadPatient(None, errors)
    return ReadPatient(
        PatientDetails(
            identifier=identifier,
            name=typed.name,
            phone=typed.phone,
            best_time=typed.best_time,
            municipality_code=municipality.code,
            address=typed.address,
            address_protected=typed.address_protected,
            general_practice=GeneralPractice(name=typed.general_practice, phone=typed.general_practice_phone),
            relative=Relative(name=typed.relative, relation=typed.relation, phone=typed.relative_phone),
            children_under_18=typed.children_under_18,
            language=_language_code(typed.language, words),
            needs_interpreter=typed.needs_interpreter,
        )
    )


def find_municipality(typed: str, places: MunicipalityList, today: date) -> Municipality | None:
    """The municipality with this name, full name or code today; capitals and spaces around do not matter."""
    wanted = typed.strip().casefold()
    for place in places.valid_on(today):
        if wanted in (place.name.casefold(), place.full_name.casefold(), place.code):
            return place
    return None


def completed_municipality(typed: str, places: MunicipalityList, today: date) -> str:
    """The one name that begins like this, or what was typed where there is none or several."""
    beginning = typed.strip().casefold()
    names = [place.name for place in places.valid_on(today) if place.name.casefold().startswith(beginning)]
    return names[0] if beginning and len(names) == 1 else typed


def language_names(words: Words) -> tuple[str, ...]:
    """The languages that the words files know, by name."""
    return tuple(sorted(name for key, name in words.texts.items() if key.startswith(_LANGUAGE)))


def _language_name(code: str, words: Words) -> str:
    return words.texts.get(_LANGUAGE + code, code)


def _language_code(typed: str, words: Words) -> str:
    wanted = typed.strip().casefold()
    for key, name in words.texts.items():
        if key.startswith(_LANGUAGE) and name.casefold() == wanted:
            return key.removeprefix(_LANGUAGE)
    return typed.strip()
