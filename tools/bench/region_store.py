"""The stores that are measured: one with as many citizens as are asked for, founded and filled, and kept if asked to.

To fill a region takes a quarter of an hour, and the citizens are the same ones every time.
"""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from needsform.services.access import Access
from needsform.storage.database import open_database
from tools.case_login import LOGIN, PASSWORD, standing_clock
from tools.case_store import CHEAP, CaseStore, case
from tools.region import Region


@dataclass(frozen=True, slots=True)
class Store:
    """A filled store that is measured."""

    folder: Path
    key: bytes = field(repr=False)
    citizens: int


def lay_out(folder: Path, citizens: int) -> Store:
    """A store with so many citizens in a folder that is empty."""
    store = CaseStore.found(folder, case(1))
    session = store.open()
    database = open_database(folder / "needsform.db", store.unlocked.key)
    Region(database, session.questionnaires.default(), session.practitioner, standing_clock()).fill(citizens)
    database.close()
    session.close()
    store.access.leave()
    return Store(folder, store.unlocked.key, citizens)


def kept(folder: Path, citizens: int) -> Store:
    """The store with so many citizens that was filled into a folder before, or is filled now.

    It has its name once it is full, so one that was cut off is begun anew. An older shape is brought to today's.
    """
    full = folder / str(citizens)
    if not full.exists():
        filling = folder / f"{citizens}.filling"
        shutil.rmtree(filling, ignore_errors=True)
        filling.mkdir(parents=True)
        lay_out(filling, citizens)
        filling.rename(full)
    access = Access(full, standing_clock, Random(1).randbytes, CHEAP)
    unlocked = access.unlock(LOGIN, PASSWORD)
    access.open(unlocked).close()
    access.leave()
    return Store(full, unlocked.key, citizens)
