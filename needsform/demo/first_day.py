"""The first morning: the place, its first administrator, and the recovery key written down and read back."""

import re

from PySide6.QtWidgets import QLabel, QWidget

from needsform.demo.case import CaseAssessment
from needsform.demo.hands import Stuck
from needsform.demo.player import LOGIN, PASSWORD, STAFF_SIZE, Player


def found_store(player: Player, facts: CaseAssessment) -> None:
    """From the first screen to an empty worklist."""
    hands, site = player.hands, facts.site()
    player.sit_down(STAFF_SIZE)
    hands.write("site", site.name)
    hands.choose("kind", player.words.of(site.kind))
    hands.write("unit", site.unit)
    player.take_picture("first-run-place")
    hands.click("next")
    professional = facts.professional
    for name, text in (
        ("name", professional.name),
        ("title", professional.title),
        ("phone", professional.phone),
        ("login", LOGIN),
        ("password", PASSWORD),
        ("repeated", PASSWORD),
    ):
        hands.write(name, text)
    player.take_picture("first-run-person")
    hands.click("next")
    hands.find(QWidget, "print_key")
    groups = _written_down(player)
    player.take_picture("first-run-recovery-key")
    hands.click("next")
    for name in ("first_group", "second_group"):
        hands.write(name, groups[_number_asked_for(player, name) - 1])
    player.take_picture("first-run-key-confirmed")
    hands.click("next")
    hands.find(QWidget, "worklist_screen")
    player.take_picture("worklist-empty")


def _written_down(player: Player) -> list[str]:
    """The groups of the key, as they stand on the screen."""
    labels = player.program.window.findChildren(QLabel)
    return [label.text() for label in labels if label.property("role") == "recovery-key"]


def _number_asked_for(player: Player, name: str) -> int:
    """Which group the label of a field asks for."""
    field = player.hands.find(QWidget, name)
    for label in player.program.window.findChildren(QLabel):
        number = re.search(r"\d+", label.text())
        if label.buddy() is field and number is not None:
            return int(number[0])
    raise Stuck(f"nothing says which group {name} is for")
