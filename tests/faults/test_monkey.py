"""Whoever has the citizen's screen does anything at all with it: nothing of staff's is ever seen, asked or done."""

import multiprocessing
import sys
from collections import Counter
from multiprocessing.context import ForkServerContext
from pathlib import Path
from random import Random

import pytest

from needsform.models.identity import AssessmentId
from needsform.services.unlocked import Unlocked
from needsform.storage.audit import first_broken_link
from needsform.storage.database import open_database
from tests.clock import StandingClock
from tests.faults.monkey import CITIZENS, Played, play
from tests.faults.sizes import SEED, Record, points, progress, told
from tests.faults.ticking import MORNING
from tests.ward import begun_assessment

PART = "citizen's monkey"
IN_A_LIFE = 250
"""Acts before the program is started anew: the thanks at the end of the form lead nowhere."""
MOST_CARELESS_LIVES = 8
LONGEST_LIFE = 120.0
"""Seconds after which a life is taken for stuck, on a busy machine."""
CITIZENS_ROWS = {"answer", "complete_front", "read"}
AT_THE_DOOR = {"unlock_failed"}
"""What a citizen may leave in the trace: answers, the end of the front page, and passwords that are none."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no server that forks")


def a_life(
    processes: ForkServerContext, folder: Path, form: AssessmentId, seed: int, acts: int, *, is_careless: bool = False
) -> Played:
    """One start of the program; what was seen."""
    reports, teller = processes.Pipe(duplex=False)
    process = processes.Process(target=play, args=(teller, folder, form, seed, acts, is_careless))
    process.start()
    teller.close()
    try:
        if not reports.poll(LONGEST_LIFE):
            return Played(0, frozenset(), "stuck")
        played: Played = reports.recv()
        return played
    except EOFError:
        return Played(0, frozenset(), "the program ended by itself")
    finally:
        process.kill()
        process.join()


def rows_of_citizen(folder: Path, unlocked: Unlocked) -> Counter[str]:
    """What the trace has since the screen was handed over for the last time."""
    database = open_database(folder / "needsform.db", unlocked.key)
    try:
        assert first_broken_link(database) is None
        sql = "SELECT action FROM audit_events WHERE seq > (SELECT max(seq) FROM audit_events WHERE action = ?)"
        return Counter(str(row["action"]) for row in database.rows(sql, ["hand_to_citizen"]))
    finally:
        database.close()


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Lives begin with everything imported."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.faults.monkey"])
    return context


def test_nothing_of_staffs_is_within_reach(
    processes: ForkServerContext, tmp_path: Path, record_testsuite_property: Record
) -> None:
    chance, wanted = Random(SEED), points(PART)
    done, rows, seen = 0, Counter[str](), set[str]()
    while done < wanted:
        folder = tmp_path / f"life-{done}"
        unlocked, form = begun_assessment(folder, StandingClock(MORNING))
        seed = chance.randrange(2**32)
        played = a_life(processes, folder, form, seed, min(IN_A_LIFE, wanted - done))
        assert not played.wrong, f"life {seed}: {played.wrong}"
        left = rows_of_citizen(folder, unlocked)
        assert set(left) <= CITIZENS_ROWS | AT_THE_DOOR, f"life {seed}: {left}"
        done, rows, seen = done + played.acts, rows + left, seen | played.screens
        progress(PART, done, wanted)
    assert rows["answer"] > done / 50  # a monkey that reaches nothing tries nothing
    assert {"patient_mode_screen", "staff_door_screen"} <= seen <= CITIZENS
    told(record_testsuite_property, PART, done, rows=dict(rows), screens=sorted(seen))


def test_a_shortcut_that_staff_forgot_is_caught(processes: ForkServerContext, tmp_path: Path) -> None:
    """The control: the keys by which staff comes to other screens work for the citizen too."""
    chance = Random(SEED)
    for life in range(MOST_CARELESS_LIVES):
        unlocked, form = begun_assessment(tmp_path / f"{life}", StandingClock(MORNING))
        seed = chance.randrange(2**32)
        played = a_life(processes, tmp_path / f"{life}", form, seed, IN_A_LIFE, is_careless=True)
        if played.wrong or rows_of_citizen(tmp_path / f"{life}", unlocked)["refused"]:
            return
    raise AssertionError("the monkey did not find the way out")
