"""A citizen who clicks without end on the real windows, in a process of its own that can be killed at any moment."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands, hands_on
from needsform.models.identity import AssessmentId
from needsform.ui.dialogs import Dialogs
from tests.clock import StandingClock
from tests.faults.ticking import MORNING
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, entropy

TURNS_PAGE = 0.2
"""How often the citizen goes on to another page instead of ticking."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The boxes that stand on the screen, by name, and whether they are ticked there."""

    boxes: dict[str, bool]


@dataclass(frozen=True, slots=True)
class Clicking:
    """A box that is about to be clicked."""

    box: str


@contextmanager
def handed_over(
    folder: Path, assessment_id: AssessmentId, seed: int, dialogs: Dialogs | None = None
) -> Iterator[tuple[Program, Hands]]:
    """The program, started and unlocked, with the citizen's screen on it; the hands are the citizen's from now on."""
    app = QApplication(sys.argv[:1])
    clock = StandingClock(MORNING)
    program = Program(app, folder, clock=clock, entropy=entropy(seed), dialogs=dialogs, kdf=CHEAP)
    with hands_on(program.window) as hands:
        program.start()
        hands.write("login", FIRST_RUN.login)
        hands.write("password", PASSWORD)
        hands.click("unlock")
        hands.click(f"work_{assessment_id}_act_0")
        hands.find(QWidget, "patient_mode_screen")
        yield program, hands


def click_without_end(reports: Connection, folder: Path, assessment_id: AssessmentId, seed: int) -> None:
    """Start the program, unlock, give the citizen the screen, and click until somebody kills this process."""
    chance = Random(seed)
    with handed_over(folder, assessment_id, seed) as (_program, hands):
        while True:
            boxes = shown_boxes(hands)
            reports.send(Shown({box.objectName(): box.isChecked() for box in boxes}))
            if not boxes or chance.random() < TURNS_PAGE:
                hands.click("back" if not boxes or (chance.random() < 0.4 and hands.sees("back")) else "next")
                continue
            box = chance.choice(boxes)
            reports.send(Clicking(box.objectName()))
            hands.click_on(box)


def shown_boxes(hands: Hands) -> list[QCheckBox]:
    """The boxes for problems and for support on the page that is shown."""
    wanted = (".problem", ".support")
    return [
        box
        for box in hands.window.findChildren(QCheckBox)
        if box.objectName().endswith(wanted) and box.isVisible() and box.isEnabled()
    ]
