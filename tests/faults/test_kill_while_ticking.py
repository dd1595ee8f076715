"""Whatever the program has acknowledged is there after it was killed: every tick, every note, and the place.

Killing shows that nothing is acknowledged before it is committed, and that nothing is half written. It cannot show
what a power cut does to writes that the disk has not taken yet: `synchronous=OFF` would pass every test here.
"""

import json
import multiprocessing
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerContext
from pathlib import Path
from random import Random

import pytest

from needsform.models.identity import AssessmentId
from needsform.services.unlocked import Unlocked
from needsform.storage.assessments import load_assessment
from needsform.storage.audit import first_broken_link
from needsform.storage.database import Database, open_database
from tests.clock import StandingClock
from tests.faults.sizes import SEED, Record, points, progress, told
from tests.faults.ticking import MORNING, Done, Plan, Seen, tick_without_end
from tests.ward import begun_assessment

PART = "killed while ticking"
POINTS_ON_ONE_STORE = 50
CONTROL_POINTS = 25
LONGEST_WAIT = 0.004
"""Seconds, some five ticks: the moment of the kill is anywhere in them."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")


@dataclass
class Store:
    """A store on disk that is killed again and again."""

    folder: Path
    unlocked: Unlocked
    assessment_id: AssessmentId
    seen: Seen = field(default_factory=lambda: Seen({}, None))
    """What was found on it last."""


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Processes that begin with everything imported already, so that many can be killed in a short time."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.ticking"])
    return context


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Store]:
    """Stores with one assessment begun, the next one whenever it is asked for."""
    original = tmp_path / "original"
    unlocked, assessment_id = begun_assessment(original, StandingClock(MORNING))

    def copies() -> Iterator[Store]:
        number = 0
        while True:
            number += 1
            folder = tmp_path / f"store-{number}"
            shutil.copytree(original, folder)
            yield Store(folder, unlocked, assessment_id)
            shutil.rmtree(folder)

    return copies()


def killed(processes: ForkServerContext, store: Store, chance: Random, *, is_hasty: bool) -> tuple[list[Seen], int]:
    """Let a citizen tick, kill the program; what may be on disk now, and how many acts were acknowledged.

    What may be on disk is what was acknowledged last and, if another act was under way, the outcome of that act.
    """
    reports, teller = processes.Pipe(duplex=False)
    arguments = (teller, store.folder, store.unlocked, store.assessment_id, chance.randrange(2**32), is_hasty)
    process = processes.Process(target=tick_without_end, args=arguments)
    acknowledged, planned = store.seen, store.seen
    process.start()
    teller.close()
    acts, last = 0, chance.randrange(1, 25)
    is_killed = False
    try:
        while True:
            match reports.recv():
                case Plan(then):
                    planned = then
                case Done():
                    acknowledged = planned
                    acts += 1
            if acts >= last and not is_killed:
                wait_until = time.perf_counter() + chance.random() * LONGEST_WAIT
                while time.perf_counter() < wait_until:
                    pass
                process.kill()
                is_killed = True
    except (EOFError, OSError):  # the end of the pipe, or of a report that was being written
        process.join()
    assert process.exitcode == -9, "the program ended by itself"
    return [acknowledged, planned], acts


@dataclass
class OnDisk:
    """What a store holds, and whether its parts agree with each other."""

    seen: Seen
    is_of_one_piece: bool


def on_disk(store: Store) -> OnDisk:
    """Open a store as the next program would, and read it through."""
    database = open_database(store.folder / "needsform.db", store.unlocked.key)
    try:
        database.verify()
        assessment = load_assessment(database, store.assessment_id)
        seen = Seen(dict(assessment.response.answers), assessment.place)
        return OnDisk(seen, first_broken_link(database) is None and _agrees_with_its_history(database, seen))
    finally:
        database.close()


def _agrees_with_its_history(database: Database, seen: Seen) -> bool:
    """Whether answers, history, trace and the number of changes all tell the same story."""
    replayed: dict[str, object] = {}
    changes = set()
    for row in database.rows("SELECT change, link_id, value FROM answer_history ORDER BY change"):
        changes.add(row["change"])
        link_id, value = str(row["link_id"]), json.loads(str(row["value"] or "null"))
        replayed[link_id] = tuple(value) if isinstance(value, list) else value
    said = {link_id: value for link_id, value in replayed.items() if value is not None}
    (counted,) = database.rows("SELECT change FROM assessments")
    (traced,) = database.rows("SELECT count(*) AS rows FROM audit_events WHERE action = 'answer'")
    return said == seen.answers and len(changes) == counted["change"] == traced["rows"]


def test_every_tick_note_and_place_that_was_acknowledged_survives_being_killed(
    processes: ForkServerContext, stores: Iterator[Store], record_testsuite_property: Record
) -> None:
    chance, acts = Random(SEED), 0
    store = next(stores)
    wanted = points(PART)
    for point in range(wanted):
        if point % POINTS_ON_ONE_STORE == POINTS_ON_ONE_STORE - 1:
            store = next(stores)
        expected, acknowledged = killed(processes, store, chance, is_hasty=False)
        found = on_disk(store)
        store.seen = found.seen
        assert found.seen in expected, f"point {point} of seed {SEED}: an acknowledged act is lost or half written"
        assert found.is_of_one_piece, f"point {point} of seed {SEED}: answers, history and trace disagree"
        acts += acknowledged
        progress(PART, point + 1, wanted)
    assert acts >= wanted
    told(record_testsuite_property, PART, wanted, acknowledged=acts)


def test_a_program_that_acknowledges_before_it_commits_is_caught(
    processes: ForkServerContext, stores: Iterator[Store]
) -> None:
    chance, store, lost = Random(SEED), next(stores), 0
    for _ in range(CONTROL_POINTS):
        expected, _ = killed(processes, store, chance, is_hasty=True)
        store.seen = on_disk(store).seen
        lost += store.seen not in expected
    assert lost > 0


def test_a_store_in_which_one_row_is_missing_is_caught(processes: ForkServerContext, stores: Iterator[Store]) -> None:
    store = next(stores)
    killed(processes, store, Random(SEED), is_hasty=False)
    assert on_disk(store).is_of_one_piece
    database = open_database(store.folder / "needsform.db", store.unlocked.key)
    database.execute("DELETE FROM answers WHERE link_id = (SELECT min(link_id) FROM answers)")
    database.close()
    assert not on_disk(store).is_of_one_piece
