"""Rows ↔ citizens, and finding one by the beginning of any of their names or of their identifier."""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime

from needsform.models.errors import InputError, WorldError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import PatientId
from needsform.models.patient import Patient, PatientSummary
from needsform.storage.database import Database, Row

_FOLDED = str.maketrans({"æ": "ae", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"})

SHORTEST_QUERY = 2
"""Letters or digits that one word of a search must have."""
MOST_WORDS = 8
"""Words of a search that are looked up, the longest first; the others are left out."""
_AFTER = "\U0010ffff"
"""Stands after every other character: `word <= x < word + _AFTER` is everything that begins with the word."""


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are searched: small letters, without accents, so that "Celik" finds "Çelik".

    "Aa" is "Å" and "oe" is "ø", as the same person's name is written in a passport and in the ward's book.
    """
    letters = unicodedata.normalize("NFD", name.casefold())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    plain = plain.replace("aa", "a").replace("oe", "o").translate(_FOLDED)
    return tuple(dict.fromkeys(re.findall(r"[^\W_]+", plain)))


def add_patient(database: Database, patient: Patient, at: datetime) -> None:
    """Register a citizen. Raises InputError `patient.known_already` at "identifier" if somebody has that identifier."""
    if patient_by_identifier(database, patient.identifier) is not None:
        raise InputError("patient.known_already", at="identifier")
    database.execute(
        "INSERT INTO patients (id, identifier_kind, identifier, name, municipality_code, data, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [patient.id, *_columns(patient), at.isoformat(), at.isoformat()],
    )
    _index_words(database, patient)


def save_patient(database: Database, patient: Patient, at: datetime) -> None:
    """Correct a citizen. Raises as `add_patient` does, and WorldError `patient.unknown`."""
    holder = patient_by_identifier(database, patient.identifier)
    if holder is not None and holder.id != patient.id:
        raise InputError("patient.known_already", at="identifier")
    changed = database.execute(
        "UPDATE patients SET identifier_kind = ?, identifier = ?, name = ?, municipality_code = ?, data = ?,"
        " updated_at = ? WHERE id = ?",
        [*_columns(patient), at.isoformat(), patient.id],
    )
    if changed != 1:
        raise WorldError("patient.unknown")
    _index_words(database, patient)


def load_patient(database: Database, patient_id: PatientId) -> Patient:
    """A citizen by the record's id. Raises WorldError `patient.unknown`."""
    row = database.row("SELECT data FROM patients WHERE id = ?", [patient_id])
    if row is None:
        raise WorldError("patient.unknown")
    return Patient.model_validate_json(str(row["data"]))


def patient_by_identifier(database: Database, identifier: Identifier) -> Patient | None:
    """The citizen with exactly this identifier."""
    row = database.row(
        "SELECT data FROM patients WHERE identifier_kind = ? AND identifier = ?",
        [identifier.kind.value, identifier.value],
    )
    return None if row is None else Patient.model_validate_json(str(row["data"]))


def patient_who(database: Database, is_them: Callable[[Identifier], bool]) -> Patient | None:
    """The citizen of whose identifier something is true; every citizen is asked, and nobody is shown."""
    for patient_id, kind, value in database.scan("SELECT id, identifier_kind, identifier FROM patients"):
        if is_them(Identifier.model_construct(kind=IdentifierKind(str(kind)), value=str(value))):
            return load_patient(database, PatientId(str(patient_id)))
    return None


def is_searchable(query: str) -> bool:
    """Whether a search has two letters or digits together; with fewer it would be leafing through everybody."""
    return max((len(word) for word in name_words(query)), default=0) >= SHORTEST_QUERY


def find_patients(database: Database, query: str, limit: int) -> list[PatientSummary]:
    """Citizens whose identifier begins with what was typed, or who have a name word for each typed word."""
    if not is_searchable(query):
        return []
    compact = re.sub(r"[\W_]", "", query).upper()
    # The longest word is the rarest: walk its range of the index and look the others up per citizen.
    first, *others = sorted(name_words(query), key=len, reverse=True)[:MOST_WORDS]
    conditions = "".join(
        " AND EXISTS (SELECT 1 FROM patient_words o WHERE o.patient_id = w.patient_id AND o.word >= ? AND o.word < ?)"
        for _ in others
    )
    bounds = [bound for beginning in (compact, first, *others) for bound in (beginning, beginning + _AFTER)]
    rows = database.rows(
        "SELECT p.id, p.name, p.identifier_kind, p.identifier, p.municipality_code FROM patients p"
        " WHERE p.identifier >= ? AND p.identifier < ? OR p.id IN (SELECT w.patient_id FROM patient_words w"
        f" WHERE w.word >= ? AND w.word < ?{conditions}) ORDER BY p.name, p.identifier LIMIT ?",
        [*bounds, limit],
    )
    return [_summary(row) for row in rows]


def _columns(patient: Patient) -> tuple[str, str, str, str, str]:
    return (
        patient.identifier.kind.value,
        patient.identifier.value,
        patient.name,
        patient.municipality_code,
        patient.model_dump_json(),
    )


def _index_words(database: Database, patient: Patient) -> None:
    """Index what a citizen is found by: the name, and an identifier of the kinds that have no fixed shape."""
    identifier = patient.identifier
    searched = f"{patient.name} {identifier.value}" if identifier.kind is IdentifierKind.OTHER else patient.name
    database.execute("DELETE FROM patient_words WHERE patient_id = ?", [patient.id])
    for word in name_words(searched):
        database.execute("INSERT INTO patient_words (word, patient_id) VALUES (?, ?)", [word, patient.id])


def _summary(row: Row) -> PatientSummary:
    return PatientSummary(
        id=PatientId(str(row["id"])),
        name=str(row["name"]),
        identifier=Identifier(kind=IdentifierKind(str(row["identifier_kind"])), value=str(row["identifier"])),
        municipality_code=str(row["municipality_code"]),
    )
