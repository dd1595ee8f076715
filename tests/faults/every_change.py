"""Puts a fault into every write, sync and rename of every main flow; runs on the shim, a process for each point.

Writes one JSON line for each point to standard output: what was tried, and what was wrong, if anything was.
"""

import contextlib
import errno
import json
import os
import shutil
import sys
import tempfile
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from needsform.models.errors import InputError, WorldError
from needsform.models.identity import AssessmentId, PatientId
from tests.faults.day import FLOWS, Day, Doing, Flow, close, hand_over_screen, open_, unlock
from tests.faults.on_disk import Facts, found
from tests.faults.shim import Act, Disk, Fault

BLOWS = (
    (Fault.KILL_BEFORE, 0),
    (Fault.KILL_HALFWAY, 0),
    (Fault.KILL_AFTER, 0),
    (Fault.FAIL_ONCE, errno.EIO),
    (Fault.FAIL_ONCE, errno.ENOSPC),
    (Fault.FAIL_ONCE, errno.EINTR),
    (Fault.SHORT_WRITE, 0),
)
KILLED = 9


@dataclass(frozen=True, slots=True)
class Point:
    """One fault at one change of one flow."""

    flow: str
    change: int
    fault: str
    error: int
    kind: str = "change"


@dataclass(frozen=True, slots=True)
class Told:
    """What a process told before it ended: how many acts it acknowledged, and what the user heard."""

    acknowledged: int
    heard: str
    is_killed: bool


@dataclass(frozen=True, slots=True)
class Eve:
    """Where a day stands when the first act of a flow begins: what lies on disk, and what is in people's hands."""

    folder: Path
    patient_id: PatientId | None
    assessment_id: AssessmentId | None
    is_unlocked: bool
    is_open: bool
    is_with_citizen: bool


@dataclass(frozen=True, slots=True)
class Prepared:
    """A flow, what should be on disk after each of its acts, and how many changes of the disk it makes."""

    flow: Flow
    eve: Eve
    states: tuple[Facts, ...]
    changes: int
    syncs: int

    def compare(self, facts: Facts, acknowledged: int) -> str:
        """What is wrong with what was found after so many acts were acknowledged, or nothing."""
        if self.flow.may_alarm:
            facts["alarms"] = []
        expected = self.states[acknowledged : acknowledged + 2]
        if facts in expected or _but_for_exports(facts, expected):
            return ""
        return f"acknowledged {acknowledged}: {_difference(facts, expected[0])}"


def in_child(act: Callable[[Callable[[str], None]], None]) -> tuple[list[str], bool]:
    """Do something in a process of its own that tells line by line; the lines, and whether it was killed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1

        def tell(line: str) -> None:
            os.write(writing, f"{line}\n".encode())

        try:
            os.close(reading)
            act(tell)
            status = 0
        except BaseException:  # noqa: BLE001 - it is told to whoever waits
            os.write(writing, f"fault {traceback.format_exc()!r}\n".encode())
        finally:
            os._exit(status)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        lines = pipe.read().splitlines()
    return lines, os.WIFSIGNALED(os.waitpid(child, 0)[1])


def told(lines: list[str], is_killed: bool) -> Told:
    """What the lines of a process say."""
    heard = [line.removeprefix("heard ") for line in lines if line.startswith(("heard ", "fault "))]
    return Told(lines.count("done"), " ".join(heard), is_killed)


class Ward:
    """A folder to work in, the disk under it, and a copy of it whenever one is needed."""

    def __init__(self, workplace: Path, disk: Disk, *, is_hasty: bool = False) -> None:
        """A hasty ward says that an act is done before it is begun: the tests must catch it."""
        self._workplace, self._disk, self._is_hasty = workplace, disk, is_hasty

    def prepare(self, flow: Flow) -> Prepared:
        """Go through a flow without any fault, and look at the disk after each act."""
        eve = self._eve(flow)
        states: list[Facts] = []

        def act(tell: Callable[[str], None]) -> None:
            folder = self.fresh(eve)
            day = self.begin(eve, folder)
            copy = self._workplace / "looked-at"
            for number in range(len(flow.acts) + 1):
                if number:
                    flow.acts[number - 1](day)
                shutil.copytree(folder, copy)
                lines, _ = in_child(lambda say: say(json.dumps(found(copy))))
                shutil.rmtree(copy)
                tell(lines[0])

        lines, _ = in_child(act)
        for line in lines:
            assert line.startswith("{"), (flow.name, len(states), line)
            states.append(json.loads(line))
        assert len(states) == len(flow.acts) + 1, lines
        return Prepared(flow, eve, tuple(states), *self._counted(flow, eve))

    def _eve(self, flow: Flow) -> Eve:
        """Everything that goes before the flow, done once."""
        folder = self._workplace / flow.name / "day"
        (folder / "exports").mkdir(parents=True)

        def act(tell: Callable[[str], None]) -> None:
            day = Day(folder, seed=1997)
            for doing in flow.before:
                doing(day)
            is_open = day.session is not None
            is_with_citizen = is_open and day.at_work.is_with_citizen
            if is_open:
                close(day)
            patient_id = None if day.patient is None else day.patient.id
            assessment_id = None if day.assessment is None else day.assessment.id
            tell(json.dumps([patient_id, assessment_id, day.unlocked is not None, is_open, is_with_citizen]))

        (line,), _ = in_child(act)
        assert not line.startswith("fault"), line
        return Eve(folder, *json.loads(line))

    def _counted(self, flow: Flow, eve: Eve) -> tuple[int, int]:
        """How many changes of the disk a flow makes, and how many of them are syncs."""

        def act(tell: Callable[[str], None]) -> None:
            day = self.begin(eve, self.fresh(eve))
            self._disk.count_from_here()
            for doing in flow.acts:
                doing(day)
            tell(json.dumps([self._disk.count(), self._disk.count(Act.SYNC)]))

        (line,), _ = in_child(act)
        changes, syncs = json.loads(line)
        return changes, syncs

    def fresh(self, eve: Eve) -> Path:
        """A copy of the disk of an eve, in place of the last one."""
        folder = self._workplace / "struck"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(eve.folder, folder)
        return folder

    def begin(self, eve: Eve, folder: Path) -> Day:
        """Take up the day where the eve left it; nothing of this is counted."""
        self._disk.count_from_here()
        self._disk.watch(folder)
        day = Day(folder)
        if eve.is_unlocked:
            unlock(day)
        if eve.is_open:
            open_(day)
            if eve.patient_id is not None:
                day.patient = day.at_work.patients.get(eve.patient_id)
            if eve.assessment_id is not None:
                day.assessment = day.at_work.assessments.get(eve.assessment_id)
        if eve.is_with_citizen:
            hand_over_screen(day)
        return day

    def try_point(self, kind: str, prepared: Prepared, point: Point, chance: Random) -> str:
        """One point of a kind; what was wrong then, or nothing."""
        match kind:
            case "change":
                return self.meet(prepared, point)
            case "recovery":
                return self.meet_again(prepared, point, chance)
            case "full":
                return self.fill(prepared, point)
        return self.fail_sync(prepared, point)

    # One point ----------------------------------------------------------------------------------------------------

    def meet(self, prepared: Prepared, point: Point) -> str:
        """Let a fault strike; what was wrong then, or nothing."""
        folder = self.fresh(prepared.eve)
        told_ = told(*in_child(lambda tell: self._struck(prepared, folder, point, tell)))
        if told_.heard.startswith("fault"):
            return told_.heard
        if not told_.is_killed and not told_.heard and told_.acknowledged < len(prepared.flow.acts):
            return "nothing was told, and yet not everything was acknowledged"
        return self.compare(prepared, folder, told_)

    def compare(self, prepared: Prepared, folder: Path, told_: Told) -> str:
        """Open what lies there by the program's own way; what is wrong with it after what was told, or nothing."""
        lines, is_killed = in_child(lambda tell: tell(json.dumps(found(folder))))
        if is_killed or not lines or lines[0].startswith("fault"):
            return f"cannot be opened again: {lines}"
        wrong = prepared.compare(json.loads(lines[0]), told_.acknowledged)
        return f"{wrong}, heard {told_.heard!r}" if wrong else ""

    def _struck(self, prepared: Prepared, folder: Path, point: Point, tell: Callable[[str], None]) -> None:
        day = self.begin(prepared.eve, folder)
        self._disk.arm(point.change, Fault[point.fault], point.error)
        for doing in prepared.flow.acts:
            if self._is_hasty:
                tell("done")
            try:
                doing(day)
            except (WorldError, InputError) as error:
                tell(f"heard {error.message.message_id}")
                return
            if not self._is_hasty:
                tell("done")

    # A fault while it recovers from one ---------------------------------------------------------------------------

    def meet_again(self, prepared: Prepared, point: Point, chance: Random) -> str:
        """Kill, open again, and let another fault strike while it opens; then look."""
        folder = self.fresh(prepared.eve)
        told_ = told(*in_child(lambda tell: self._struck(prepared, folder, point, tell)))

        def opening(_tell: Callable[[str], None]) -> None:
            self._disk.watch(folder)
            fault, error = chance.choice(BLOWS)
            self._disk.arm(chance.randrange(1, 30), fault, error)
            with contextlib.suppress(WorldError, InputError):
                found(folder)

        lines, _ = in_child(opening)
        if lines:
            return f"while it recovered: {lines}"
        return self.compare(prepared, folder, told_)

    # No more room -------------------------------------------------------------------------------------------------

    def fill(self, prepared: Prepared, point: Point) -> str:
        """Let the disk be full from one change on; make room when the user has been told; go on with the same act."""
        folder = self.fresh(prepared.eve)
        flow = prepared.flow

        def act(tell: Callable[[str], None]) -> None:
            day = self.begin(prepared.eve, folder)
            self._disk.arm(point.change, Fault.FULL_FROM_HERE, errno.ENOSPC)
            for doing in flow.acts:
                self._until_done(day, doing, tell)
                tell("done")

        told_ = told(*in_child(act))
        if told_.acknowledged < len(flow.acts):
            return f"did not go on by itself: {told_.heard}"
        return self.compare(prepared, folder, told_)

    def _until_done(self, day: Day, doing: Doing, tell: Callable[[str], None]) -> None:
        try:
            doing(day)
        except WorldError as error:
            heard = error.message.message_id
            tell(f"heard {heard}")
            self._disk.count_from_here()  # room again
            if heard == "keys.behind":  # it is done; whoever goes on unlocks with the password
                unlock(day)
            else:
                doing(day)

    # A sync that fails --------------------------------------------------------------------------------------------

    def fail_sync(self, prepared: Prepared, point: Point) -> str:
        """Let one sync fail; nothing more may be acknowledged through the session until it is opened anew."""
        folder = self.fresh(prepared.eve)
        flow = prepared.flow

        def act(tell: Callable[[str], None]) -> None:
            day = self.begin(prepared.eve, folder)
            self._disk.arm(point.change, Fault.FAIL_ONCE, errno.EIO, only=Act.SYNC)
            for number, doing in enumerate(flow.acts):
                try:
                    doing(day)
                except WorldError as error:
                    heard = error.message.message_id
                    tell(f"heard {heard}")
                    if heard.startswith("store.") and day.session is not None:
                        tell(f"after {sum(_is_acknowledged(day, later) for later in flow.acts[number:])}")
                    return
                tell("done")

        lines, is_killed = in_child(act)
        if any(line.startswith("after ") and line != "after 0" for line in lines):
            return f"acknowledged after a failed sync: {lines}"
        return self.compare(prepared, folder, told(lines, is_killed))


def _is_acknowledged(day: Day, doing: Doing) -> bool:
    """Whether the program says that an act is done; acts that leave the session or take another way do not count."""
    if doing.__name__ not in ("doing", "turn_page", "none_of_these", "finish", "register", "start", "sign", "conclude"):
        return False
    before = day.patient, day.assessment
    try:
        doing(day)
    except (WorldError, InputError):
        return False
    return (day.patient, day.assessment) != before  # what was so already needs no writing


def _but_for_exports(facts: Facts, expected: tuple[Facts, ...]) -> bool:
    """Whether an export was cut off between its row and its file: the row may be without the file, never the other."""
    return {**facts, "exports": {}} == {**expected[-1], "exports": {}} and facts["exports"] == expected[0]["exports"]


def _difference(facts: object, expected: object, at: str = "") -> str:
    if isinstance(facts, dict) and isinstance(expected, dict):
        for name in sorted({*facts, *expected}):
            if facts.get(name) != expected.get(name):
                return _difference(facts.get(name), expected.get(name), f"{at}/{name}")
    return f"{at}: {str(facts)[:400]} instead of {str(expected)[:400]}"


def points_of(prepared: Prepared) -> list[Point]:
    """Every fault at every change of a flow."""
    return [
        Point(prepared.flow.name, change, fault.name, error)
        for change in range(1, prepared.changes + 1)
        for fault, error in BLOWS
    ]


def spread(all_: list[Point], wanted: int, chance: Random) -> list[Point]:
    """All of them, or as many as wanted, evenly spread; in no order, so that a run that is broken off saw of all."""
    wanted = min(wanted, len(all_))
    begin = chance.random()
    chosen = [all_[int((number + begin) * len(all_) / wanted)] for number in range(wanted)] if wanted else []
    chance.shuffle(chosen)
    return chosen


def main() -> None:
    """Meet as many faults of each kind as asked for: `changes recoveries full syncs seed [--hasty] [flow ...]`."""
    wanted, chance = [int(argument) for argument in sys.argv[1:5]], Random(int(sys.argv[5]))
    is_hasty, names = "--hasty" in sys.argv, [argument for argument in sys.argv[6:] if argument != "--hasty"]
    with tempfile.TemporaryDirectory(dir=fast_folder()) as workplace:
        ward = Ward(Path(workplace), Disk(), is_hasty=is_hasty)
        flows = {flow.name: ward.prepare(flow) for flow in FLOWS if not names or flow.name in names}
        all_ = [point for prepared in flows.values() for point in points_of(prepared)]
        kills = [point for point in all_ if point.fault.startswith("KILL")]
        full = [
            Point(prepared.flow.name, change, Fault.FULL_FROM_HERE.name, errno.ENOSPC, "full")
            for prepared in flows.values()
            for change in range(1, prepared.changes + 1)
        ]
        syncs = [
            Point(prepared.flow.name, number, Fault.FAIL_ONCE.name, errno.EIO, "sync")
            for prepared in flows.values()
            for number in range(1, prepared.syncs + 1)
        ]
        planned = (
            ("change", spread(all_, wanted[0], chance)),
            ("recovery", [chance.choice(kills) for _ in range(wanted[1])]),
            ("full", spread(full, wanted[2], chance)),
            ("sync", spread(syncs, wanted[3], chance)),
        )
        say({"planned": {kind: len(points) for kind, points in planned}})
        for kind, points in planned:
            for point in points:
                wrong = ward.try_point(kind, flows[point.flow], point, chance)
                say({"kind": kind, "point": asdict(point), "wrong": wrong})


def say(line: object) -> None:
    """One line to whoever reads along."""
    sys.stdout.write(f"{json.dumps(line)}\n")
    sys.stdout.flush()


def fast_folder() -> Path | None:
    """A disk in memory, where there is one: what is tried here is what the program asks for, not what a disk does."""
    memory = Path("/dev/shm")
    return memory if memory.is_dir() else None


if __name__ == "__main__":
    main()
