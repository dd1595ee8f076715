"""Rows ↔ this store's own signing key and the sites whose signatures count here."""

from datetime import datetime

from needsform.models.errors import WorldError
from needsform.models.identity import PractitionerId
from needsform.models.known_site import KnownSite, SiteCard
from needsform.storage.database import Database, Row

_COLUMNS = (
    "SELECT k.public_key, k.name, k.known_since, k.known_by, k.withdrawn_at, p.data ->> 'name' AS known_by_name"
    " FROM known_sites k LEFT JOIN practitioners p ON p.id = k.known_by"
)


def load_private_key(database: Database) -> bytes | None:
    """The private key, 32 bytes; None before anything was signed."""
    row = database.row("SELECT private_key FROM site_key")
    return None if row is None else _bytes(row["private_key"])


def add_private_key(database: Database, private_key: bytes, at: datetime) -> None:
    """Keep the key that this store signs with, for ever."""
    database.execute("INSERT INTO site_key (id, private_key, made_at) VALUES (1, ?, ?)", [private_key, at.isoformat()])


def known_sites(database: Database) -> tuple[KnownSite, ...]:
    """Everybody who is or was known, by name; of the same name the newest first."""
    rows = database.rows(f"{_COLUMNS} ORDER BY k.name COLLATE NOCASE, k.known_since DESC")
    return tuple(_site(row) for row in rows)


def known_site(database: Database, public_key: bytes) -> KnownSite | None:
    """Whose key this is, withdrawn or not."""
    row = database.row(f"{_COLUMNS} WHERE k.public_key = ?", [public_key])
    return None if row is None else _site(row)


def know_site(database: Database, card: SiteCard, by: PractitionerId, at: datetime) -> None:
    """Let a site's signatures count from now on; one that was withdrawn counts again, under the name it has now."""
    database.execute(
        "INSERT INTO known_sites (public_key, name, known_since, known_by) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (public_key) DO UPDATE SET name = excluded.name, known_since = excluded.known_since,"
        " known_by = excluded.known_by, withdrawn_at = NULL",
        [card.public_key, card.name, at.isoformat(), by],
    )


def withdraw_site(database: Database, public_key: bytes, at: datetime) -> None:
    """Let a site's signatures count no more. Raises WorldError `site_card.unknown`."""
    changed = database.execute(
        "UPDATE known_sites SET withdrawn_at = ? WHERE public_key = ? AND withdrawn_at IS NULL",
        [at.isoformat(), public_key],
    )
    if changed != 1:
        raise WorldError("site_card.unknown")


def _site(row: Row) -> KnownSite:
    withdrawn_at = row["withdrawn_at"]
    return KnownSite(
        name=str(row["name"]),
        public_key=_bytes(row["public_key"]),
        known_since=datetime.fromisoformat(str(row["known_since"])),
        known_by=PractitionerId(str(row["known_by"])),
        known_by_name=str(row["known_by_name"] or ""),
        withdrawn_at=None if withdrawn_at is None else datetime.fromisoformat(str(withdrawn_at)),
    )


def _bytes(value: object) -> bytes:
    assert isinstance(value, bytes)  # noqa: S101 - a BLOB column of a STRICT table
    return value
