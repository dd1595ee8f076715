"""Very many files that are almost right, through every door: `python -m tests.faults.fuzzing --json N --pdf N`.

Each is refused with a sentence or taken whole; none raises anything else, ends the process, takes over two seconds or
over 300 MiB, or leaves half of itself in a store. An input is known by the seed and its number alone.
"""

import argparse
import contextlib
import multiprocessing
import os
import resource
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from random import Random

from needsform.models.errors import InputError, NeedsformError
from needsform.services.access import Access
from needsform.services.clock import system_clock
from needsform.services.foreign_files import read_foreign
from needsform.services.session import Session
from needsform.storage.content import content_of
from needsform.storage.database import open_database
from tests.faults.doors import KEY, Door, broken_rule, json_doors, pdf_doors
from tests.ward import CHEAP, entropy, found_store

LONGEST, LARGEST = 2.0, 300
"""Seconds of the processor for one input, and MiB of memory of the process that reads them one after the other."""
AT_ONCE = {"json": 100_000, "pdf": 1_000}
"""Inputs that one process reads before the next begins."""
_STUCK = 30.0
"""Seconds by the wall, on a busy machine, after which a process is taken for stuck."""
_IN_STORE = 200
"""One form in so many is also loaded into a real store, which takes longer."""
_FULL = 20
"""Forms that a store takes before it is founded anew: each is read again with every one that is loaded after it."""

Report = Callable[[str], None]


@dataclass(slots=True)
class Tally:
    """What came of many inputs."""

    inputs: int = 0
    taken: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    uncaught: list[str] = field(default_factory=list)
    """Door, number and what was raised."""
    half_written: list[str] = field(default_factory=list)
    stored: int = 0
    """How many forms were also loaded into a store."""
    slowest: float = 0.0
    slowest_at: str = ""
    mebibytes: int = 0
    ended: list[int] = field(default_factory=list)
    """Inputs that ended the process that read them, or on which it was stuck."""

    def add(self, other: "Tally") -> None:
        """Both together."""
        self.inputs += other.inputs
        self.taken += other.taken
        self.stored += other.stored
        self.refused += other.refused
        self.uncaught += other.uncaught
        self.half_written += other.half_written
        self.ended += other.ended
        self.mebibytes = max(self.mebibytes, other.mebibytes)
        if other.slowest > self.slowest:
            self.slowest, self.slowest_at = other.slowest, other.slowest_at

    @property
    def holds(self) -> bool:
        """Whether nothing was found."""
        found = self.uncaught or self.half_written or self.ended
        return not found and self.slowest <= LONGEST and self.mebibytes <= LARGEST

    def __str__(self) -> str:
        bound = f"{3 / self.inputs:.2g}" if self.inputs else "-"
        commonest = ", ".join(f"{name} {count}" for name, count in self.refused.most_common(8))
        return (
            f"{self.inputs} inputs, {self.taken} taken; uncaught {len(self.uncaught)}, half written "
            f"{len(self.half_written)} of {self.stored} loaded into a store, process ended {len(self.ended)} "
            f"(bound 3/N = {bound}); slowest {self.slowest:.2f} s ({self.slowest_at}), peak {self.mebibytes} MiB; "
            f"refused: {commonest}"
        )


def run(n_json: int, n_pdf: int, seed: int, report: Report = print) -> dict[str, Tally]:
    """Try so many of each, in processes of their own; `report` hears a line now and then."""
    found = {"json": _many("json", n_json, seed, report), "pdf": _many("pdf", n_pdf, seed, report)}
    found["pdf"].ended = [number for number in found["pdf"].ended if not _is_contained(number, seed)]
    for kind, tally in found.items():
        report(f"{kind}, seed {seed}: {tally}")
        for line in (*tally.uncaught[:20], *tally.half_written[:20], *map(str, tally.ended[:20])):
            report(f"  {line}")
    return found


def tried(kind: str, first: int, count: int, seed: int, doors: Sequence[Door], is_at: "Callable[[int], None]") -> Tally:
    """Read the inputs from a number on in this process."""
    tally, forms = Tally(), 0
    wide = [door for door in doors for _ in range(door.share)]
    with tempfile.TemporaryDirectory() as folder:
        shelf = _Shelf(Path(folder))
        for number in range(first, first + count):
            is_at(number)
            chance = Random(f"{seed}/{kind}/{number}")
            door = chance.choice(wide)
            data = door.mutate(door.seeds, chance)
            began = time.process_time()
            outcome = _outcome(door, data, tally, number)
            seconds = time.process_time() - began
            if kind == "pdf" and seconds > LONGEST:  # the process that such files are read in would have been ended
                tally.ended.append(number)
            elif seconds > tally.slowest:
                tally.slowest, tally.slowest_at = seconds, f"{door.name} {number}, {outcome}, {len(data)} bytes"
            forms += door.name == "form"
            if door.name == "form" and forms % _IN_STORE == 0:
                shelf.load(data, tally, number)
        shelf.close()
    tally.mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return tally


def _outcome(door: Door, data: bytes, tally: Tally, number: int) -> str:
    tally.inputs += 1
    try:
        door.take(data)
    except NeedsformError as error:
        wrong = broken_rule(error)
        if wrong:
            tally.uncaught.append(f"{door.name} {number}: {wrong}")
        tally.refused[error.message.message_id] += 1
        return error.message.message_id
    except Exception as error:  # noqa: BLE001 - this is what is looked for
        tally.uncaught.append(f"{door.name} {number}: {error!r:.200}")
        return "uncaught"
    tally.taken += 1
    return "taken"


class _Shelf:
    """A real store, into which forms are loaded the way an administrator does it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, 0
        self._session: Session | None = None
        self._access: Access | None = None
        self._loaded = _FULL

    def load(self, data: bytes, tally: Tally, number: int) -> None:
        """Load one: the store has it whole afterwards, or is as it was but for the trace."""
        session = self._open()
        tally.stored += 1
        before = self._content()
        try:
            session.add_questionnaire(data, "form.json")
        except NeedsformError:
            if self._content() != before:
                tally.half_written.append(f"form {number}: refused, and something is in the store")
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            tally.uncaught.append(f"loading {number}: {error!r:.200}")
        else:
            self._loaded += 1
            if not any(form.source == data for form in session.questionnaires.loaded()):
                tally.half_written.append(f"form {number}: taken, and not in the store as it came")

    def close(self) -> None:
        """Let go of the store."""
        if self._session is not None and self._access is not None:
            self._session.close()
            self._access.leave()
            self._session = None

    def _open(self) -> Session:
        if self._session is None or self._loaded >= _FULL:
            self.close()
            self._number, self._loaded = self._number + 1, 0
            folder = self._folder / str(self._number)
            unlocked = found_store(folder, system_clock)
            self._access = Access(folder, system_clock, entropy(), CHEAP)
            self._session, self._key = self._access.open(unlocked), unlocked.key
            shutil.rmtree(self._folder / str(self._number - 1), ignore_errors=True)
        return self._session

    def _content(self) -> str:
        with contextlib.closing(open_database(self._folder / str(self._number) / "needsform.db", self._key)) as store:
            return content_of(store, KEY, tables=("questionnaires", "sites"))


def _many(kind: str, count: int, seed: int, report: Report) -> Tally:
    tally, first, began = Tally(), 0, time.monotonic()
    while first < count:
        first = _one_process(kind, first, min(AT_ONCE[kind], count - first), seed, tally)
        if first % (AT_ONCE[kind] * 10) == 0:
            report(f"{kind}: {first} of {count} in {time.monotonic() - began:.0f} s, found so far: {not tally.holds}")
    return tally


def _one_process(kind: str, first: int, count: int, seed: int, tally: Tally) -> int:
    """Read some in a process of its own; the number to go on from, which is behind the one that ended it."""
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    at = context.Value("q", first)
    process = context.Process(target=_work, args=(kind, first, count, seed, there, at), daemon=True)
    process.start()
    there.close()
    seen = -1
    try:
        while not here.poll(_STUCK):
            if seen == at.value or not process.is_alive():
                raise EOFError
            seen = at.value
        told: Tally = here.recv()
    except EOFError:
        tally.ended.append(at.value)
        tally.inputs += at.value + 1 - first
        return int(at.value) + 1
    finally:
        process.kill()
        process.join()
        here.close()
    tally.add(told)
    return first + count


def _work(kind: str, first: int, count: int, seed: int, parent: Connection, at: "Synchronized[int]") -> None:
    def is_at(number: int) -> None:
        at.value = number

    with tempfile.TemporaryDirectory(dir=_quick_folder()) as folder:
        doors = json_doors(Path(folder)) if kind == "json" else pdf_doors()
        parent.send(tried(kind, first, count, seed, doors, is_at))


def _quick_folder() -> str | None:
    """In memory, where the system has such a folder: settings and key files are written once for each try."""
    return "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: PTH112


def _is_contained(number: int, seed: int) -> bool:
    """Whether a PDF that ended the process, or took for ever, is refused by the process that such files are read in."""
    (door,) = pdf_doors()
    chance = Random(f"{seed}/pdf/{number}")
    chance.choice([door] * door.share)
    with contextlib.suppress(InputError):
        read_foreign(door.mutate(door.seeds, chance))
    return True  # anything but a sentence would have been raised


def main() -> int:
    """The long form."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=int, default=10_000_000)
    parser.add_argument("--pdf", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=20261123)
    asked = parser.parse_args()
    found = run(asked.json, asked.pdf, asked.seed)
    return 0 if all(tally.holds for tally in found.values()) else 1


if __name__ == "__main__":
    raise SystemExit(main())
