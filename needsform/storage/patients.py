"""Rows ↔ citizens, and finding one by the beginning of any of their names or of their identifier."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from needsform.models.errors import InputError, WorldError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import PatientId
from needsform.models.patient import Patient, PatientSummary
from needsform.storage.database import Database, Row, Value

_FOLDED = str.maketrans({"æ": "ae", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"})

SHORTEST_QUERY = 2
"""Letters or digits that one word of a search must have."""
MOST_WORDS = 8
"""Words of a search that are looked up, the longest first; the others are left out."""
_SUMMARY = "identifier_kind, identifier, name, municipality_code"
_MANY = 2_000
"""Of what is counted to find the rarest word, no more are counted."""
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
    # As it is typed: "Aa" is two letters, though it is looked up as one.
    typed = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", query))
    return max(map(len, typed), default=0) >= SHORTEST_QUERY and bool(name_words(query))


def find_patients(database: Database, query: str, limit: int) -> list[PatientSummary]:
    """Citizens whose identifier begins with what was typed, or who have a name word for each typed word; by name.

    Where there are more than `limit`, those come whose identifier was typed, and then those whose word is the first in
    the alphabet: to bring a region's tens of thousands into the order of their names would take longer than a key.
    """
    if not is_searchable(query):
        return []
    compact = re.sub(r"[\W_]", "", query).upper()
    rows = database.rows(
        f"SELECT id, {_SUMMARY} FROM patients WHERE identifier >= ? AND identifier < ? ORDER BY identifier LIMIT ?",
        [*_beginning_with(compact), limit],
    )
    rows += _with_words(database, sorted(name_words(query), key=len, reverse=True)[:MOST_WORDS], limit)
    found: dict[Value, Row] = {}
    for row in rows:
        found.setdefault(row["id"], row)
    chosen = list(found.values())[:limit]
    return [_summary(row) for row in sorted(chosen, key=lambda row: (str(row["name"]), str(row["identifier"])))]


def _with_words(database: Database, beginnings: Sequence[str], limit: int) -> list[Row]:
    """Each citizen once, by the first of their words that begins as the rarest of what was typed does."""
    if not beginnings:
        return []
    first, *others = sorted(beginnings, key=partial(_how_many, database)) if len(beginnings) > 1 else beginnings
    conditions = "".join(
        " AND EXISTS (SELECT 1 FROM patient_words o WHERE o.patient_id = w.patient_id AND o.word >= ? AND o.word < ?)"
        for _ in others
    )
    bounds = [bound for word in (first, *others) for bound in _beginning_with(word)]
    return database.rows(
        f"SELECT DISTINCT w.patient_id AS id, {_SUMMARY} FROM patient_words w WHERE w.word >= ? AND w.word < ?"
        f"{conditions} ORDER BY w.word, w.patient_id LIMIT ?",
        [*bounds, limit],
    )


def _how_many(database: Database, beginning: str) -> int:
    """How many words begin so; many are not counted to the end."""
    row = database.row(
        "SELECT count(*) AS n FROM (SELECT 1 FROM patient_words WHERE word >= ? AND word < ? LIMIT ?)",
        [*_beginning_with(beginning), _MANY],
    )
    return 0 if row is None else int(row["n"] or 0)


def _beginning_with(text: str) -> tuple[str, str]:
    """The bounds of what begins so, in the order of an index."""
    return text, text + _AFTER


def _said(patient: Patient) -> tuple[str, str, str, str]:
    """What a list says of a citizen, in the order of `_SUMMARY`."""
    return (patient.identifier.kind.value, patient.identifier.value, patient.name, patient.municipality_code)


def _columns(patient: Patient) -> tuple[str, ...]:
    return (*_said(patient), patient.model_dump_json())


def _index_words(database: Database, patient: Patient) -> None:
    """Index what a citizen is found by: the name, and an identifier of the kinds that have no fixed shape."""
    identifier = patient.identifier
    searched = f"{patient.name} {identifier.value}" if identifier.kind is IdentifierKind.OTHER else patient.name
    database.execute("DELETE FROM patient_words WHERE patient_id = ?", [patient.id])
    for word in name_words(searched):
        database.execute(
            f"INSERT INTO patient_words (word, patient_id, {_SUMMARY}) VALUES (?, ?, ?, ?, ?, ?)",
            [word, patient.id, *_said(patient)],
        )


def _summary(row: Row) -> PatientSummary:
    said = dict(row)
    identifier = {"kind": said.pop("identifier_kind"), "value": said.pop("identifier")}
    return PatientSummary.model_validate({**said, "identifier": identifier})
