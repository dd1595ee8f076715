"""Rows ↔ the site's own entries of the directory of offers and contacts."""

from needsform.models.directory import DirectoryEntry
from needsform.models.errors import WorldError
from needsform.models.identity import ContactId
from needsform.storage.database import Database


def save_entry(database: Database, entry: DirectoryEntry) -> None:
    """Keep an entry, a new one or one put right, after what was said of it before."""
    _say(database, entry.id, entry.model_dump_json())


def take_back(database: Database, contact_id: ContactId) -> None:
    """The entry is again as it was before its last change. Raises WorldError `directory.unchanged` if it had none."""
    rows = database.rows("SELECT data FROM directory WHERE contact_id = ? ORDER BY number DESC LIMIT 2", [contact_id])
    if not rows:
        raise WorldError("directory.unchanged")
    before = rows[1]["data"] if len(rows) > 1 else None
    _say(database, contact_id, None if before is None else str(before))


def load_entries(database: Database) -> dict[ContactId, DirectoryEntry]:
    """The site's own entries, in the order in which they were first written."""
    rows = database.rows(
        "SELECT data FROM directory JOIN (SELECT min(number) AS first, max(number) AS last FROM directory"
        " GROUP BY contact_id) ON number = last WHERE data IS NOT NULL ORDER BY first"
    )
    entries = (DirectoryEntry.model_validate_json(str(row["data"])) for row in rows)
    return {entry.id: entry for entry in entries}


def _say(database: Database, contact_id: ContactId, data: str | None) -> None:
    database.execute("INSERT INTO directory (contact_id, data) VALUES (?, ?)", [contact_id, data])
