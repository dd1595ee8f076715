"""Lets the store's library run out of memory anywhere in a day's acts; runs on both shims, a process for each point.

Writes one JSON line for each point to standard output: what was tried, and what was wrong, if anything was.
"""

import ctypes
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from sqlcipher3 import _sqlite3

from needsform.models.errors import InputError, WorldError
from tests.faults.day import FLOWS, Day, Doing, open_
from tests.faults.every_change import Prepared, Ward, fast_folder, in_child, say, told
from tests.faults.shim import Disk

TO_THE_END = 2**31
"""As many refusals as may come: there is no memory until the act has failed."""


@dataclass(frozen=True, slots=True)
class Shortage:
    """Which request of a flow is refused, and how many after it."""

    flow: str
    request: int
    refusals: int


class Memory:
    """What the library that keeps the store asks for, in this very process."""

    def __init__(self) -> None:
        self._shim = ctypes.CDLL(None)
        self._shim.memory_arm.argtypes = (ctypes.c_long, ctypes.c_long)
        self._shim.memory_count.restype = self._shim.memory_failed.restype = ctypes.c_long
        assert self._shim.memory_watch(_sqlite3.__file__.encode()) == 1

    def arm(self, request: int, refusals: int) -> None:
        """Refuse this request from now on, and the following ones."""
        self._shim.memory_arm(request, refusals)

    def give(self) -> None:
        """There is memory again; counts from here."""
        self._shim.memory_arm(0, 0)

    @property
    def requests(self) -> int:
        """How often the library has asked."""
        return int(self._shim.memory_count())

    @property
    def refusals(self) -> int:
        """How often it was refused."""
        return int(self._shim.memory_failed())


class ShortOfMemory:
    """A ward whose program runs out of memory, and has some again when the act has failed."""

    def __init__(self, ward: Ward, memory: Memory, *, is_careless: bool) -> None:
        """A careless program says that an act is done although its memory ran out: the tests must catch it."""
        self._ward, self._memory, self._is_careless = ward, memory, is_careless

    def requests(self, prepared: Prepared) -> int:
        """How often a flow asks for memory."""

        def act(tell: Callable[[str], None]) -> None:
            day = self._ward.begin(prepared.eve, self._ward.fresh(prepared.eve))
            self._memory.give()
            for doing in prepared.flow.acts:
                doing(day)
            tell(str(self._memory.requests))

        (line,), _ = in_child(act)
        return int(line)

    def meet(self, prepared: Prepared, shortage: Shortage) -> tuple[str, int, str]:
        """Let it happen, and open the store again once there is memory.

        What was wrong, how often it was refused, and what the user heard.
        """
        folder = self._ward.fresh(prepared.eve)

        def act(tell: Callable[[str], None]) -> None:
            day = self._ward.begin(prepared.eve, folder)
            self._memory.arm(shortage.request, shortage.refusals)
            is_well = all(self._is_done(day, doing, tell) for doing in prepared.flow.acts)
            tell(f"refused {self._memory.refusals}")
            self._memory.give()
            if not is_well and day.session is not None:
                open_(day)  # as somebody would who is told to lock and unlock

        lines, is_killed = in_child(act)
        refused = [int(line.removeprefix("refused ")) for line in lines if line.startswith("refused ")]
        told_ = told(lines, is_killed)
        if told_.heard.startswith("fault") or is_killed:
            return f"ended by itself: {told_.heard or lines}", sum(refused), told_.heard
        return self._ward.compare(prepared, folder, told_), sum(refused), told_.heard

    def _is_done(self, day: Day, doing: Doing, tell: Callable[[str], None]) -> bool:
        try:
            doing(day)
        except (MemoryError, WorldError, InputError) as error:
            heard = error.message.message_id if isinstance(error, WorldError | InputError) else "memory"
            tell("done" if self._is_careless else f"heard {heard}")
            return False
        tell("done")
        return True


def main() -> None:
    """Meet as many shortages as asked for: `points seed [--careless] [flow ...]`."""
    points, chance = int(sys.argv[1]), Random(int(sys.argv[2]))
    is_careless, names = "--careless" in sys.argv, [name for name in sys.argv[3:] if name != "--careless"]
    flows = [flow for flow in FLOWS if not names or flow.name in names]
    with tempfile.TemporaryDirectory(dir=fast_folder()) as workplace:
        ward = Ward(Path(workplace), Disk())
        short = ShortOfMemory(ward, Memory(), is_careless=is_careless)
        prepared = [ward.prepare(flow) for flow in flows]
        requests = [short.requests(one) for one in prepared]
        for point in range(points):
            which = point % len(flows)
            refusals = chance.choice((1, chance.randrange(2, 9), TO_THE_END))
            shortage = Shortage(flows[which].name, chance.randrange(requests[which]) + 1, refusals)
            wrong, refused, heard = short.meet(prepared[which], shortage)
            say({"shortage": asdict(shortage), "refused": refused, "heard": heard, "wrong": wrong})


if __name__ == "__main__":
    main()
