"""Rows ↔ the site and the site's own Questionnaires."""

from collections.abc import Iterator
from datetime import datetime

from needsform.models.errors import WorldError
from needsform.models.site import Site
from needsform.storage.database import Database


def save_site(database: Database, site: Site) -> None:
    """Keep the site's words and defaults."""
    database.execute("INSERT OR REPLACE INTO sites (id, data) VALUES (1, ?)", [site.model_dump_json()])


def load_site(database: Database) -> Site:
    """The site. Raises WorldError `store.damaged` if the store has none."""
    row = database.row("SELECT data FROM sites WHERE id = 1")
    if row is None:
        raise WorldError("store.damaged")
    return Site.model_validate_json(str(row["data"]))


def add_questionnaire(database: Database, url: str, version: str, source: bytes, at: datetime) -> None:
    """Keep a site's own Questionnaire for ever. Raises WorldError `questionnaire.version_taken` for other bytes."""
    row = database.row("SELECT source FROM questionnaires WHERE url = ? AND version = ?", [url, version])
    if row is not None:
        if row["source"] != source:
            raise WorldError("questionnaire.version_taken", version=version)
        return
    database.execute("INSERT INTO questionnaires VALUES (?, ?, ?, ?)", [url, version, source, at.isoformat()])


def questionnaire_sources(database: Database) -> Iterator[bytes]:
    """The site's own Questionnaires, oldest first."""
    for row in database.rows("SELECT source FROM questionnaires ORDER BY rowid"):
        source = row["source"]
        assert isinstance(source, bytes)  # noqa: S101 - a BLOB column of a STRICT table
        yield source
