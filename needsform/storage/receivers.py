"""Rows ↔ whom to tell, by municipality."""

from needsform.models.errors import WorldError
from needsform.models.identity import ReceiverId
from needsform.models.receiver import Receiver
from needsform.storage.database import Database


def save_receiver(database: Database, receiver: Receiver) -> None:
    """Keep an entry, a new one or one put right."""
    database.execute(
        "INSERT INTO receivers (id, municipality_code, data) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " municipality_code = excluded.municipality_code, data = excluded.data",
        [receiver.id, receiver.municipality_code, receiver.model_dump_json()],
    )


def remove_receiver(database: Database, receiver_id: ReceiverId) -> None:
    """Take an entry away. Raises WorldError `receiver.unknown`."""
    if database.execute("DELETE FROM receivers WHERE id = ?", [receiver_id]) != 1:
        raise WorldError("receiver.unknown")


def load_receivers(database: Database) -> tuple[Receiver, ...]:
    """The whole list, by municipality and then by day."""
    rows = database.rows("SELECT data FROM receivers")
    receivers = (Receiver.model_validate_json(str(row["data"])) for row in rows)
    return tuple(sorted(receivers, key=lambda r: (r.municipality_code, str(r.valid_from or ""), r.id)))
