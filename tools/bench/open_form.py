"""The real program, unlocked, with a form in the citizen's hands: what ticks and memory are measured on."""

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.demo.player import PATIENT_SIZE
from tools.case_login import standing_clock, unlock

_FIRST_STEP = re.compile(r"work_\w+_act_\d+")


@dataclass(frozen=True, slots=True)
class OpenForm:
    """The program and the hands on it."""

    program: Program
    hands: Hands

    def close(self) -> None:
        """Away with the window. The form stays in the store as it is."""
        self.program.window.leave()


def open_form(app: QApplication, folder: Path) -> OpenForm:
    """Unlock the store in a folder and give the screen to the one citizen who has a form there."""
    program = Program(app, folder, clock=standing_clock)
    hands = Hands(program.window)
    program.start()
    unlock(hands)
    steps = [b for b in program.window.findChildren(QAbstractButton) if _FIRST_STEP.fullmatch(b.objectName())]
    hands.click_on(steps[0])
    hands.find(QWidget, "patient_mode_screen")
    program.window.resize(PATIENT_SIZE)
    hands.settle()
    return OpenForm(program, hands)
