"""Started twice within a fifth of a second, one program has the store and writes, and the other says so."""

import multiprocessing
import sys
import time
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from pathlib import Path
from random import Random

import pytest

from needsform.models.errors import WorldError
from needsform.models.identity import AssessmentId, LinkId
from needsform.services.access import Access
from needsform.services.one_program import claim
from needsform.services.unlocked import Unlocked
from needsform.storage.assessments import load_assessment
from needsform.storage.audit import first_broken_link
from needsform.storage.database import open_database
from needsform.storage.instance_lock import InstanceLock
from tests.clock import StandingClock
from tests.faults.sizes import SEED, Record, points, progress, told
from tests.faults.ticking import MORNING
from tests.ward import CHEAP, begun_assessment, entropy

PART = "two starts"
CONTROL_RACES = 3
LONGEST_APART = 0.2
"""Seconds between the two starts."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a fork server")


def start(end: Connection, folder: Path, unlocked: Unlocked, form: AssessmentId, words: str, lock_name: str) -> None:
    """Start, write a note if this program has the store, tell how it went, and stay until it is let go.

    `lock_name` is empty in the program as it is; a lock of its own makes it one that asks nobody.
    """
    try:
        lock = InstanceLock(folder / lock_name) if lock_name else claim(folder)
        access = Access(folder, StandingClock(MORNING), entropy(hash(words)), CHEAP, lock=lock)
        session = access.open(unlocked)
        assessment = session.assessments.get(form)
        session.front_pages.set_answer(assessment, LinkId("fatigue.note"), words)
        end.send(words)
    except WorldError as error:
        end.send(error.message.message_id)
    end.recv()


def race(
    processes: ForkServerContext, folder: Path, unlocked: Unlocked, form: AssessmentId, apart: float, *, is_alone: bool
) -> list[str]:
    """Both starts, so many seconds apart; what each has told."""
    ends, began = [], []
    for number in range(2):
        words = f"Nat {time.perf_counter_ns()}"
        if number:
            until = time.perf_counter() + apart
            while time.perf_counter() < until:
                pass
        here, there = processes.Pipe()
        lock_name = f"lock-{number}" if is_alone else ""
        process = processes.Process(target=start, args=(there, folder, unlocked, form, words, lock_name))
        process.start()
        there.close()
        ends.append(here)
        began.append(process)
    said = []
    waiting = list(ends)
    while waiting:
        for end in wait(waiting):
            assert isinstance(end, Connection)
            said.append(str(end.recv()))
            waiting.remove(end)
    for end, process in zip(ends, began, strict=True):
        end.send("go")
        process.join()
    return sorted(said)


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Processes that begin with everything imported, so that both are really under way at once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.test_two_starts"])
    return context


def test_of_two_starts_exactly_one_writes(
    processes: ForkServerContext, tmp_path: Path, record_testsuite_property: Record
) -> None:
    chance, folder = Random(SEED), tmp_path / "needsform"
    unlocked, form = begun_assessment(folder, StandingClock(MORNING))
    for number in range(points(PART)):
        said = race(processes, folder, unlocked, form, chance.random() * LONGEST_APART, is_alone=False)
        assert said[1] == "store.in_use", f"race {number} of seed {SEED}: {said}"
        database = open_database(folder / "needsform.db", unlocked.key)
        database.verify()
        assert load_assessment(database, form).response.answers[LinkId("fatigue.note")] == said[0]
        assert first_broken_link(database) is None
        database.close()
        progress(PART, number + 1, points(PART))
    told(record_testsuite_property, PART, points(PART))


def test_programs_that_ask_nobody_are_caught(processes: ForkServerContext, tmp_path: Path) -> None:
    """The control: each has a lock of its own."""
    folder = tmp_path / "needsform"
    unlocked, form = begun_assessment(folder, StandingClock(MORNING))
    heard = [race(processes, folder, unlocked, form, 0.1, is_alone=True) for _ in range(CONTROL_RACES)]
    assert any(said[1] != "store.in_use" for said in heard), heard
