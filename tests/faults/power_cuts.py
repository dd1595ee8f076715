"""Cuts the power at every moment of a recorded day and opens what is left; runs on the shim.

`power_cuts ticks flows synchronous seed`: how many states of a long ticking and of the main flows to try, and the
setting of SQLite that the store is written with; the program's own is FULL, the others are controls that must lose
something. Writes JSON lines to standard output.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from sqlcipher3 import dbapi2 as driver

from needsform.models.errors import WorldError
from needsform.models.identity import AssessmentId, LinkId
from needsform.models.questionnaire_response import Answer
from needsform.services.access import Access
from needsform.services.unlocked import Unlocked
from needsform.storage import database as store
from needsform.storage.assessments import load_assessment
from needsform.storage.audit import first_broken_link
from tests.clock import StandingClock
from tests.faults.day import FLOWS
from tests.faults.every_change import Prepared, Ward, fast_folder, in_child
from tests.faults.on_disk import found
from tests.faults.power_cut import PlayedDisk
from tests.faults.shim import Act, Change, Disk, changes
from tests.faults.ticking import MORNING, some_answer
from tests.ward import CHEAP, begun_assessment, entropy

FULL = "FULL"
STRETCHES = (25, 25, 140, 10)
"""How many acts between two openings: the log is folded in at each end, and once in the middle of the longest."""
TOLD_AT_ONCE = 50
BEGIN, DONE = "begin", "done"


class Careless(driver.Connection):  # type: ignore[misc]
    """A connection that is told to sync less than the program asks for."""

    synchronous = FULL

    def execute(self, sql: str, *values: object) -> object:
        """As asked, but for the one setting."""
        return super().execute(sql.replace("synchronous = FULL", f"synchronous = {self.synchronous}"), *values)


def weaken(synchronous: str) -> None:
    """Let the program write with another setting than its own, in this process and its children."""
    if synchronous != FULL:
        Careless.synchronous = synchronous
        driver.connect = partial(driver.connect, factory=Careless)


# A long ticking ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ticked:
    """A store with one assessment begun, and how to open it."""

    folder: Path
    unlocked: Unlocked
    assessment_id: AssessmentId


def tick(ticked: Ticked, disk: Disk, seed: int) -> None:
    """Tick for some stretches; what will be on disk is noted before each act, and after it that it was acknowledged."""
    chance = Random(seed)
    first = True
    for stretch in STRETCHES:
        access = Access(ticked.folder, StandingClock(MORNING), chance.randbytes, CHEAP)
        session = access.open(ticked.unlocked)
        assessment = session.assessments.get(ticked.assessment_id)
        form = session.assessments.questionnaire(assessment)
        if first:
            disk.note(f"plan {_as_told(assessment.response.answers)}")
            disk.note(BEGIN)
            first = False
        for _ in range(stretch):
            link_id, answer = some_answer(chance, form, assessment.response)
            disk.note(f"plan {_as_told(assessment.response.with_answer(form, link_id, answer).answers)}")
            assessment = session.front_pages.set_answer(assessment, link_id, answer)
            disk.note(DONE)
        session.close()
        access.leave()


def ticks_found(ticked: Ticked, folder: Path) -> str:
    """Open what a power cut left, as the next start would, and tell the answers in it."""
    access = Access(folder, StandingClock(MORNING), entropy(), CHEAP)
    try:
        access.open(ticked.unlocked).close()
    finally:
        access.leave()
    database = store.open_database(folder / "needsform.db", ticked.unlocked.key)
    try:
        database.verify()
        assert first_broken_link(database) is None, "the trace is broken"
        return _as_told(load_assessment(database, ticked.assessment_id).response.answers)
    finally:
        database.close()


def _as_told(answers: Mapping[LinkId, Answer]) -> str:
    return json.dumps(dict(answers), sort_keys=True)


# Cutting ----------------------------------------------------------------------------------------------------------


class Cuts:
    """Goes through a recording and cuts the power so many times, evenly spread over its changes."""

    def __init__(self, played: PlayedDisk, recorded: list[Change], wanted: int, target: Path, chance: Random) -> None:
        self._played, self._recorded, self._target, self._chance = played, recorded, target, chance
        begin = next(at for at, change in enumerate(recorded) if _word(change) == BEGIN)
        moments = [at for at in range(begin, len(recorded)) if recorded[at].act is not Act.NOTE]
        self._cuts: dict[int, int] = {}
        for number in range(wanted):
            moment = moments[int((number + chance.random()) * len(moments) / wanted)]
            self._cuts[moment] = self._cuts.get(moment, 0) + 1

    def go_through(self, heard: Callable[[Change], None], look: Callable[[], str]) -> None:
        """Play the recording; `heard` gets the notes, and `look` tells what is wrong with what a cut left."""
        tried, wrong = 0, list[str]()
        for at, change in enumerate(self._recorded):
            if change.act is Act.NOTE:
                heard(change)
            else:
                self._played.play(change)
            for _ in range(self._cuts.get(at, 0)):
                self._played.lay_out(self._target, self._chance)
                tried += 1
                found_wrong = look()
                if found_wrong:
                    wrong.append(f"after change {at} ({change.act.name} {change.name[-40:]}): {found_wrong}")
                if tried == TOLD_AT_ONCE:
                    _tell(tried, wrong)
                    tried, wrong = 0, []
        _tell(tried, wrong)


def _tell(tried: int, wrong: list[str]) -> None:
    sys.stdout.write(json.dumps({"tried": tried, "lost": len(wrong), "wrong": wrong[:2]}) + "\n")
    sys.stdout.flush()


def _word(change: Change) -> str:
    return change.data.decode() if change.act is Act.NOTE else ""


def cut_ticking(workplace: Path, disk: Disk, wanted: int, seed: int) -> None:
    """Record a long ticking and cut the power in it."""
    folder, log, target = workplace / "ticked", workplace / "ticked.log", workplace / "cut"
    ticked = Ticked(folder, *begun_assessment(folder, StandingClock(MORNING)))
    played = PlayedDisk(folder)

    def record(_: Callable[[str], None]) -> None:
        disk.watch(folder)
        disk.record(log)
        tick(ticked, disk, seed)

    lines, _ = in_child(record)
    assert not lines, lines
    planned = acknowledged = ""

    def heard(note: Change) -> None:
        nonlocal planned, acknowledged
        word = _word(note)
        if word.startswith("plan "):
            planned = word.removeprefix("plan ")
        else:
            acknowledged = planned

    def look() -> str:
        try:
            seen = ticks_found(ticked, target)
        except (WorldError, AssertionError) as error:
            return f"cannot be opened: {error!r}"
        return "" if seen in (acknowledged, planned) else "an acknowledged act is lost or half there"

    Cuts(played, list(changes(log)), wanted, target, Random(seed)).go_through(heard, look)


def cut_flow(workplace: Path, disk: Disk, ward: Ward, prepared: Prepared, wanted: int, seed: int) -> None:
    """Record one of the main flows and cut the power in it.

    What a cut leaves is laid out where it was written: the store knows by its path what it has not finished outside.
    """
    folder, log = ward.fresh(prepared.eve), workplace / f"{prepared.flow.name}.log"
    played = PlayedDisk(folder)

    def record(_: Callable[[str], None]) -> None:
        disk.watch(folder)
        disk.record(log)
        day = ward.begin(prepared.eve, folder)
        disk.note(BEGIN)
        for doing in prepared.flow.acts:
            doing(day)
            disk.note(DONE)

    lines, _ = in_child(record)
    assert not lines, lines
    acknowledged = 0

    def heard(note: Change) -> None:
        nonlocal acknowledged
        acknowledged += _word(note) == DONE

    def look() -> str:
        lines, _ = in_child(lambda tell: tell(json.dumps(found(folder))))
        if not lines or lines[0].startswith("fault"):
            return f"{prepared.flow.name}: cannot be opened: {lines}"
        difference = prepared.compare(json.loads(lines[0]), acknowledged)
        return f"{prepared.flow.name}: {difference}" if difference else ""

    Cuts(played, list(changes(log)), wanted, folder, Random(seed)).go_through(heard, look)


def main() -> None:
    """See the module."""
    ticks, flows, synchronous, seed = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    weaken(synchronous)
    disk = Disk()
    with tempfile.TemporaryDirectory(dir=fast_folder()) as name:
        workplace = Path(name)
        if ticks:
            cut_ticking(workplace, disk, ticks, seed)
        if flows:
            ward = Ward(workplace, disk)
            for flow in FLOWS:
                cut_flow(workplace, disk, ward, ward.prepare(flow), flows // len(FLOWS), seed)


if __name__ == "__main__":
    main()
