"""The stores that are measured: one with as many citizens as are asked for, founded and filled."""

from dataclasses import dataclass, field
from pathlib import Path

from needsform.storage.database import open_database
from tools.case_login import standing_clock
from tools.case_store import CaseStore, case
from tools.region import Region


@dataclass(frozen=True, slots=True)
class Store:
    """A filled store that is measured."""

    folder: Path
    key: bytes = field(repr=False)
    citizens: int


def lay_out(folder: Path, citizens: int) -> Store:
    """A store with so many citizens in a folder."""
    store = CaseStore.found(folder, case(1))
    session = store.open()
    database = open_database(folder / "needsform.db", store.unlocked.key)
    Region(database, session.questionnaires.default(), session.practitioner, standing_clock()).fill(citizens)
    database.close()
    session.close()
    store.access.leave()
    return Store(folder, store.unlocked.key, citizens)
