"""Rows ↔ citizens, and finding one by the beginning of any of their names or of their identifier."""

import re
import unicodedata
from datetime import datetime

from needsform.models.errors import InputError, WorldError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import PatientId
from needsform.models.patient import Patient, PatientSummary
from needsform.storage.database import Database, Row

_FOLDED = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i", "ß": "ss"})


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name as they are searched: small letters, without accents, so that "Celik" finds "Çelik"."""
    plain = name.casefold().replace("aa", "å").translate(_FOLDED)
    plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    return tuple(dict.fromkeys(re.findall(r"\w+", plain)))


def add_patient(database: Database, patient: Patient, at: datetime) -> None:
    """Register a citizen. Raises InputError `patient.known_already` at "identifier" if somebody has that identifier."""
    if patient_by_identifier(database, patient.identifier) is not None:
        raise InputError("patient.known_already", at="identifier")
    database.execute(
        "INSERT INTO patients (id, identifier_kind, identifier, name, municipality_code, data, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [patient.id, *_columns(patient), at.isoformat(), at.isoformat()],
    )
    _index_name(database, patient)


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
    _index_name(database, patient)


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


def find_patients(database: Database, query: str, limit: int) -> list[PatientSummary]:
    """Citizens whose identifier begins with what was typed, or who have a name word for each typed word."""
    compact = re.sub(r"[\s\-]", "", query)
    if compact[:1].isdigit():
        rows = database.rows(
            "SELECT id, name, identifier_kind, identifier, municipality_code FROM patients"
            " WHERE identifier >= ? AND identifier < ? ORDER BY identifier LIMIT ?",
            [compact.upper(), compact.upper() + "\U0010ffff", limit],
        )
        return [_summary(row) for row in rows]
    words = name_words(query)
    if not words:
        return []
    # The longest word is the rarest: walk its range of the index and look the others up per citizen.
    first, *others = sorted(words, key=len, reverse=True)
    conditions = "".join(
        " AND EXISTS (SELECT 1 FROM patient_words o WHERE o.patient_id = w.patient_id AND o.word >= ? AND o.word < ?)"
        for _ in others
    )
    bounds = [bound for word in (first, *others) for bound in (word, word + "\U0010ffff")]
    rows = database.rows(
        "SELECT p.id, p.name, p.identifier_kind, p.identifier, p.municipality_code FROM patients p WHERE p.id IN"
        f" (SELECT w.patient_id FROM patient_words w WHERE w.word >= ? AND w.word < ?{conditions} LIMIT ?)"
        " ORDER BY p.name, p.identifier",
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


def _index_name(database: Database, patient: Patient) -> None:
    database.execute("DELETE FROM patient_words WHERE patient_id = ?", [patient.id])
    for word in name_words(patient.name):
        database.execute("INSERT INTO patient_words VALUES (?, ?)", [word, patient.id])


def _summary(row: Row) -> PatientSummary:
    return PatientSummary(
        id=PatientId(str(row["id"])),
        name=str(row["name"]),
        identifier=Identifier(kind=IdentifierKind(str(row["identifier_kind"])), value=str(row["identifier"])),
        municipality_code=str(row["municipality_code"]),
    )
