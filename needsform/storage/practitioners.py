"""Rows ↔ members of staff."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from needsform.models.frozen import on_one_line
from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Practitioner
from needsform.storage.database import Database, Row


def login_as_kept(typed: str) -> str:
    """A login as it is kept and compared: whoever types "KP " is "kp"."""
    return unicodedata.normalize("NFC", on_one_line(typed).casefold())


def save_practitioner(database: Database, practitioner: Practitioner) -> None:
    """Add somebody, or correct what is known of them."""
    database.execute(
        "INSERT INTO practitioners (id, login, data) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET login = excluded.login, data = excluded.data",
        [practitioner.id, practitioner.login, practitioner.model_dump_json()],
    )


@dataclass(frozen=True, slots=True)
class Employment:
    """Somebody, and whether they come in."""

    practitioner: Practitioner
    is_enabled: bool
    has_given_password: bool
    """Whether somebody else chose their password, and they have not changed it yet."""


def all_practitioners(database: Database) -> list[Employment]:
    """Everybody who works here or did, in the order in which they came."""
    return [_employment(row) for row in database.rows("SELECT * FROM practitioners ORDER BY rowid")]


def practitioner_by_login(database: Database, login: str) -> Practitioner | None:
    """Who unlocks by this name, unless they were disabled."""
    row = database.row("SELECT data FROM practitioners WHERE login = ? AND disabled_at IS NULL", [login])
    return None if row is None else Practitioner.model_validate_json(str(row["data"]))


def practitioner_id_of(database: Database, login: str) -> PractitionerId | None:
    """Whose login it is, disabled or not."""
    row = database.row("SELECT id FROM practitioners WHERE login = ?", [login])
    return None if row is None else PractitionerId(str(row["id"]))


def practitioner_by_id(database: Database, practitioner_id: PractitionerId) -> Practitioner | None:
    """Who has this id, disabled or not."""
    row = database.row("SELECT data FROM practitioners WHERE id = ?", [practitioner_id])
    return None if row is None else Practitioner.model_validate_json(str(row["data"]))


def is_login_taken(database: Database, login: str) -> bool:
    """Whether somebody unlocks by this name, or did."""
    return database.row("SELECT 1 FROM practitioners WHERE login = ?", [login]) is not None


def enabled_logins(database: Database) -> frozenset[str]:
    """Who may come in."""
    rows = database.rows("SELECT login FROM practitioners WHERE disabled_at IS NULL")
    return frozenset(str(row["login"]) for row in rows)


def set_disabled(database: Database, practitioner_id: PractitionerId, at: datetime | None) -> None:
    """Somebody does not come in any more from a moment on, or does again."""
    database.execute(
        "UPDATE practitioners SET disabled_at = ? WHERE id = ?",
        [None if at is None else at.isoformat(), practitioner_id],
    )


def set_password_given(database: Database, practitioner_id: PractitionerId, at: datetime | None) -> None:
    """Somebody else chose this person's password at a moment; None once they have chosen their own."""
    database.execute(
        "UPDATE practitioners SET password_given_at = ? WHERE id = ?",
        [None if at is None else at.isoformat(), practitioner_id],
    )


def employment_of(database: Database, practitioner_id: PractitionerId) -> Employment | None:
    """Who has this id, and whether they come in."""
    row = database.row("SELECT * FROM practitioners WHERE id = ?", [practitioner_id])
    return None if row is None else _employment(row)


def has_first_password(database: Database, practitioner_id: PractitionerId) -> bool:
    """Whether a colleague chose the password that somebody still has."""
    employed = employment_of(database, practitioner_id)
    return employed is not None and employed.has_given_password


def _employment(row: Row) -> Employment:
    return Employment(
        Practitioner.model_validate_json(str(row["data"])),
        is_enabled=row["disabled_at"] is None,
        has_given_password=row["password_given_at"] is not None,
    )
