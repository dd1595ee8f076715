"""Days on end at one workstation: unlock, look at every list, give the citizen the screen, tick, take it back, lock.

Runs in a process of its own and writes one JSON line after each round: what the program holds by then.
"""

import gc
import json
import os
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import IO

import psutil
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands, hands_on
from needsform.models.identity import AssessmentId
from tests.clock import StandingClock
from tests.faults.clicking import shown_boxes
from tests.faults.ticking import MORNING
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, begun_assessment, entropy

PLACES = ("go_to_patients", "go_to_inbox", "go_to_settings", "go_to_administration", "go_to_worklist")
TURNS_PAGE = 0.15


@dataclass(frozen=True, slots=True)
class Held:
    """What the program holds after a round."""

    ticks: int
    resident: int
    """Bytes of memory."""
    files: int
    """Open files."""
    log: int
    """Bytes of the write-ahead log, the most that was seen."""
    widgets: int
    """Of Qt."""
    objects: int
    """Of Python, as far as they can hold others."""


class Workstation:
    """The program, and who is at it."""

    def __init__(self, program: Program, hands: Hands, folder: Path, form: AssessmentId, chance: Random) -> None:
        self._program, self._hands, self._chance, self._form = program, hands, chance, form
        self._log = folder / "needsform.db-wal"
        self._most_log = self._ticks = 0

    def go_round(self, ticks: int) -> Held:
        """From one lock to the next."""
        hands = self._hands
        hands.write("login", FIRST_RUN.login)
        hands.write("password", PASSWORD)
        hands.press(Qt.Key.Key_Return)
        hands.find(QWidget, "worklist_screen")
        for place in PLACES:
            hands.click(place)
            hands.wait_until_quiet(lambda: False)
        hands.click(f"work_{self._form}_act_0")
        hands.find(QWidget, "patient_mode_screen")
        self._tick(ticks)
        hands.click("staff")
        hands.write("staff_password", PASSWORD)
        hands.click("take_back")
        hands.click("go_to_worklist")
        hands.find(QWidget, "worklist_screen")
        hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        hands.find(QWidget, "unlock_screen")
        hands.wait_until_quiet(lambda: False)
        return self._held()

    def _tick(self, ticks: int) -> None:
        left = ticks
        while left > 0:
            boxes = shown_boxes(self._hands)
            if not boxes or self._chance.random() < TURNS_PAGE:
                is_back = self._hands.sees("back") and (not boxes or self._chance.random() < 0.4)
                self._hands.click("back" if is_back else "next")
                continue
            self._hands.click_on(self._chance.choice(boxes))
            left -= 1
            self._ticks += 1
            if self._log.exists():
                self._most_log = max(self._most_log, self._log.stat().st_size)

    def _held(self) -> Held:
        gc.collect()
        process = psutil.Process()
        return Held(
            ticks=self._ticks,
            resident=process.memory_info().rss,
            files=process.num_fds(),
            log=self._most_log,
            widgets=len(QApplication.allWidgets()),
            objects=len(gc.get_objects()),
        )


def main() -> None:
    """So many rounds of so many ticks: `rounds ticks seed [--leaky]`. A leaky one never closes what it opens."""
    rounds, ticks, seed = (int(argument) for argument in sys.argv[1:4])
    kept: list[tuple[IO[bytes], QWidget]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "needsform"
        _unlocked, form = begun_assessment(folder, StandingClock(MORNING))
        app = QApplication(sys.argv[:1])
        program = Program(app, folder, clock=StandingClock(MORNING), entropy=entropy(seed), kdf=CHEAP)
        with hands_on(program.window) as hands:
            program.start()
            workstation = Workstation(program, hands, folder, form, Random(seed))
            for _ in range(rounds):
                held = workstation.go_round(ticks)
                if "--leaky" in sys.argv:
                    kept.append((Path(os.devnull).open("rb"), QWidget()))  # noqa: SIM115 - that is the fault
                sys.stdout.write(json.dumps(asdict(held)) + "\n")
                sys.stdout.flush()
            program.window.close()
        os._exit(0)  # what is kept on purpose is not complained of


if __name__ == "__main__":
    main()
