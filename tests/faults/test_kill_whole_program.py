"""The whole program is killed while a citizen clicks: started again, the form stands as it was last seen."""

import multiprocessing
import sys
import time
from pathlib import Path
from random import Random

import pytest

from needsform.models.identity import AssessmentId
from needsform.services.unlocked import Unlocked
from needsform.storage.assessments import load_assessment
from needsform.storage.audit import first_broken_link
from needsform.storage.database import open_database
from tests.clock import StandingClock
from tests.faults.clicking import Clicking, Shown, click_without_end
from tests.faults.sizes import SEED, Record, points, progress, told
from tests.faults.ticking import MORNING
from tests.ward import begun_assessment

PART = "killed whole program"
MOST_CLICKS = 12
LONGEST_WAIT = 0.03
"""Seconds after the last click that was seen; the kill is anywhere in them."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")


def ticked_on_disk(folder: Path, unlocked: Unlocked, assessment_id: AssessmentId) -> set[str]:
    """The boxes that are ticked in the store, opened and read through."""
    database = open_database(folder / "needsform.db", unlocked.key)
    try:
        database.verify()
        assert first_broken_link(database) is None
        answers = load_assessment(database, assessment_id).response.answers
        return {str(link_id) for link_id, answer in answers.items() if answer is True}
    finally:
        database.close()


def test_the_form_stands_as_it_was_last_seen(tmp_path: Path, record_testsuite_property: Record) -> None:
    processes = multiprocessing.get_context("forkserver")
    processes.set_forkserver_preload(["tests.faults.clicking"])
    chance, folder = Random(SEED), tmp_path / "needsform"
    unlocked, assessment_id = begun_assessment(folder, StandingClock(MORNING))
    seen: dict[str, bool] = {}
    clicks = 0
    for point in range(points(PART)):
        reports, teller = processes.Pipe(duplex=False)
        arguments = (teller, folder, assessment_id, chance.randrange(2**32))
        process = processes.Process(target=click_without_end, args=arguments)
        process.start()
        teller.close()
        under_way, left, is_first, is_killed = "", chance.randrange(1, MOST_CLICKS), True, False
        try:
            while True:
                match reports.recv():
                    case Shown(boxes):
                        if is_first:  # what the program shows when it is started again
                            known = {name: ticked for name, ticked in boxes.items() if name in seen}
                            assert known == {name: seen[name] for name in known}, f"point {point} of seed {SEED}"
                            is_first = False
                        seen |= boxes
                        under_way = ""
                    case Clicking(box):
                        under_way = box
                        left -= 1
                        clicks += 1
                if left <= 0 and not is_killed:
                    until = time.perf_counter() + chance.random() * LONGEST_WAIT
                    while time.perf_counter() < until:
                        pass
                    process.kill()
                    is_killed = True
        except (EOFError, OSError):  # the end of the pipe, or of a report that was being written
            process.join()
        assert process.exitcode == -9, "the program ended by itself"
        on_disk = ticked_on_disk(folder, unlocked, assessment_id)
        lost = {name for name, ticked in seen.items() if ticked != (name in on_disk)}
        assert lost <= {under_way}, f"point {point} of seed {SEED}: {lost}"
        seen |= {name: name in on_disk for name in lost}
        progress(PART, point + 1, points(PART))
    assert clicks > points(PART)
    told(record_testsuite_property, PART, points(PART), clicks=clicks)
