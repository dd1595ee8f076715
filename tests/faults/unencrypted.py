"""The control of the search for readable names: the program with its encryption taken out, at work in a folder."""

import sys
from functools import partial
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from needsform.models.identity import LinkId
from needsform.services.access import Access
from tests.clock import StandingClock
from tests.faults.ticking import MORNING
from tests.ward import CHEAP, citizen, entropy, first_talk, found_store


class Unencrypted(driver.Connection):  # type: ignore[misc]
    """A connection that is never given the key."""

    def execute(self, sql: str, *values: object) -> object:
        """As asked, but for the key."""
        return super().execute("SELECT 1" if sql.startswith("PRAGMA key") else sql, *values)


def main() -> None:
    """Found a store in the folder named, register a citizen, write a note; with `--key` as the program does it."""
    folder = Path(sys.argv[1])
    if "--key" not in sys.argv:
        driver.connect = partial(driver.connect, factory=Unencrypted)
    clock = StandingClock(MORNING)
    unlocked = found_store(folder, clock)
    access = Access(folder, clock, entropy(), CHEAP)
    session = access.open(unlocked)
    draft = session.assessments.start(session.patients.register(citizen()), first_talk())
    session.front_pages.set_answer(draft, LinkId("fatigue.note"), "Børnebørnene savner mig")
    session.close()
    access.leave()


if __name__ == "__main__":
    main()
