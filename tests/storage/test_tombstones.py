"""Who was erased stays away, and nobody is erased on the word of whoever can write a file."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from needsform.models.errors import WorldError
from needsform.models.identity import PatientId
from needsform.storage import tombstones
from needsform.storage.database import Database

AT = datetime(2026, 11, 23, 9, 42, tzinfo=UTC)
EINER = PatientId("a" * 32)
OF_LETTERS = '{"format": 1, "erased": {}, "seal": "æ"}'.encode()


def register(database: Database, patient_id: str) -> None:
    """A citizen with an assessment that has answers, a history and a closed revision."""
    database.execute(
        "INSERT INTO patients VALUES (?, 'cpr', ?, 'n', '0751', '{}', '', '')", [patient_id, patient_id[:10]]
    )
    database.execute("INSERT INTO patient_words VALUES ('n', ?, 'cpr', '0101609995', 'N', '751')", [patient_id])
    database.execute(
        "INSERT INTO assessments (id, patient_id, number, questionnaire_url, questionnaire_version, status, revision,"
        " change, details, created_at) VALUES (?, ?, 1, 'u', '1', 'draft', 1, 1, '{}', '')",
        [f"of-{patient_id}", patient_id],
    )
    for table, columns in (
        ("answers", "(assessment_id, link_id, value, answered_at) VALUES (?, 'l', 'true', '')"),
        ("answer_history", "VALUES (?, 1, 'l', 1, 'true', '')"),
        ("revisions", "VALUES (?, 1, 'r', '', '{}')"),
    ):
        database.execute(f"INSERT INTO {table} {columns}", [f"of-{patient_id}"])
    database.execute("UPDATE assessments SET status = 'signed' WHERE id = ?", [f"of-{patient_id}"])


def counts(database: Database) -> list[int]:
    """How many rows each table about citizens has."""
    tables = ("patients", "patient_words", "assessments", "answers", "answer_history", "revisions")
    return [len(database.rows(f"SELECT * FROM {table}")) for table in tables]


def test_erasing_takes_everything_of_a_citizen_along_signed_or_not(database: Database) -> None:
    register(database, EINER)
    register(database, "b" * 32)
    with database.atomic():
        assert tombstones.bury(database, EINER, AT)
    assert counts(database) == [1] * 6
    assert tombstones.tombstones(database) == {EINER: AT.isoformat()}


def test_who_was_erased_cannot_be_brought_back_by_writing(database: Database) -> None:
    with database.atomic():
        assert not tombstones.bury(database, EINER, AT)
    with pytest.raises(WorldError) as error:
        register(database, EINER)
    assert error.value.message.message_id == "store.refused"


def test_tombstones_are_for_ever(database: Database) -> None:
    with database.atomic():
        tombstones.bury(database, EINER, AT)
    for change in ("DELETE FROM erasures", "UPDATE erasures SET erased_at = ''"):
        with pytest.raises(WorldError):
            database.execute(change)


def test_laying_them_over_an_older_store_erases_who_came_back(database: Database) -> None:
    register(database, EINER)
    with database.atomic():
        assert tombstones.lay(database, {EINER: AT.isoformat(), PatientId("c" * 32): AT.isoformat()}) == 1
    assert counts(database) == [0] * 6
    assert set(tombstones.tombstones(database)) == {EINER, "c" * 32}


def test_the_file_beside_the_store_says_the_same(tmp_path: Path, key: bytes) -> None:
    path, stones = tmp_path / "erased.json", {EINER: AT.isoformat()}
    assert tombstones.read_beside(path, key) == {}
    tombstones.write_beside(path, stones, key)
    assert tombstones.read_beside(path, key) == stones


def test_a_file_that_somebody_else_wrote_erases_nobody(tmp_path: Path, key: bytes) -> None:
    path = tmp_path / "erased.json"
    tombstones.write_beside(path, {EINER: AT.isoformat()}, key)
    for forged in (path.read_bytes().replace(b"aaaa", b"bbbb"), b"", b"[]", b'{"format": 1, "erased": {}}', OF_LETTERS):
        path.write_bytes(forged)
        with pytest.raises(WorldError) as error:
            tombstones.read_beside(path, key)
        assert error.value.message.message_id == "tombstones.damaged"
