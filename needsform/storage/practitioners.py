"""Rows ↔ members of staff."""

import unicodedata

from needsform.models.frozen import on_one_line
from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Practitioner
from needsform.storage.database import Database


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


def practitioner_by_login(database: Database, login: str) -> Practitioner | None:
    """Who unlocks by this name, unless they were disabled."""
    row = database.row("SELECT data FROM practitioners WHERE login = ? AND disabled_at IS NULL", [login])
    return None if row is None else Practitioner.model_validate_json(str(row["data"]))


def practitioner_by_id(database: Database, practitioner_id: PractitionerId) -> Practitioner | None:
    """Who has this id, disabled or not."""
    row = database.row("SELECT data FROM practitioners WHERE id = ?", [practitioner_id])
    return None if row is None else Practitioner.model_validate_json(str(row["data"]))
