"""What the trace knows of itself: how long it is kept, what its files are signed with, what was taken in."""

from dataclasses import dataclass, replace

from needsform.storage.database import Database
from needsform.storage.key_slots import Entropy

_SECRET_BYTES = 32


@dataclass(frozen=True, slots=True)
class AuditState:
    """The one row of `audit_state`.

    The secret lies in the encrypted store and not in the data key, so that the anchor and the marks of deletion can
    still be verified when the store has been given another key.
    """

    months_kept: int
    is_anchored: bool
    """Whether this history left an anchor beside the store: from then on it must be there and hold."""
    secret: bytes
    door_count: int
    """How many tries at the door have been taken in since the store was made."""
    door_key: bytes
    """What the next try at the door is signed with."""


def load_state(database: Database, entropy: Entropy) -> AuditState:
    """The state; secrets are made where there are none yet. Must not run inside a transaction."""
    state = _load(database)
    if not state.secret:
        state = replace(state, secret=entropy(_SECRET_BYTES), door_key=entropy(_SECRET_BYTES))
        with database.atomic():
            save_state(database, state)
    return state


def save_state(database: Database, state: AuditState) -> None:
    """Keep the state, inside the caller's transaction."""
    database.execute(
        "UPDATE audit_state SET months_kept = ?, is_anchored = ?, secret = ?, door_count = ?, door_key = ?",
        [state.months_kept, int(state.is_anchored), state.secret.hex(), state.door_count, state.door_key.hex()],
    )


def await_anchor(database: Database) -> None:
    """The files beside the store are of another history: the next opening makes them anew and suspects nobody.

    Written with what makes the history another one, so that no power cut can come between the two.
    """
    database.execute("UPDATE audit_state SET is_anchored = 0")


def months_kept(database: Database) -> int:
    """How many months a row is kept."""
    return _load(database).months_kept


def keep_for(database: Database, months: int) -> None:
    """Keep rows for so many months, inside the caller's transaction; the store refuses fewer than 6, more than 120."""
    database.execute("UPDATE audit_state SET months_kept = ?", [months])


def _load(database: Database) -> AuditState:
    (row,) = database.rows("SELECT * FROM audit_state")
    return AuditState(
        months_kept=int(str(row["months_kept"])),
        is_anchored=bool(row["is_anchored"]),
        secret=bytes.fromhex(str(row["secret"] or "")),
        door_count=int(str(row["door_count"])),
        door_key=bytes.fromhex(str(row["door_key"] or "")),
    )
