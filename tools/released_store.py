"""Keeps a store of the shape that is released now, for the migrations of every later version to be tried on.

Run once for each released schema, before the next step is added to `storage/migrations.py`; what is kept is never
made again, because a program that is newer could not make it.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

from needsform.services.store_state import KEYS_NAME, STORE_NAME
from tools.case_store import CHECKOUT, CaseStore, case, play

STORES = CHECKOUT / "tests" / "data" / "stores"
"""Each store lies there with its keys; login and password are those of `tools.case_store`."""


def main() -> int:
    """Do what was asked for and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", help="the name of the schema, such as schema-1")
    name = str(parser.parse_args().name)
    if (STORES / f"{name}.store").exists():
        print(f"{name} is kept already, and never made again.", file=sys.stderr)
        return 2
    keep(name)
    return 0


def keep(name: str) -> None:
    """Make a store with the three cases in it, and put it away."""
    with tempfile.TemporaryDirectory() as folder:
        store = CaseStore.found(Path(folder), case(1))
        session = store.open()
        for number in (1, 2, 3):
            play(session, case(number))
        session.close()
        store.access.leave()
        STORES.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(Path(folder) / STORE_NAME, STORES / f"{name}.store")
        shutil.copyfile(Path(folder) / KEYS_NAME, STORES / f"{name}.keys.json")


if __name__ == "__main__":
    sys.exit(main())
