"""What arrives on paper: a scan is taken in, its citizen written from the page, called, and found in the inbox."""

import re
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QWidget

from needsform.demo.case import CaseCitizen
from needsform.demo.hands import Stuck
from needsform.demo.player import Player
from needsform.demo.reception import write_citizen
from needsform.demo.workplace import Errand

_CASE = re.compile(r"case_[0-9a-f]+_act_0")


def take_in(player: Player, errand: Errand, scan: Path, citizen: CaseCitizen) -> None:
    """From the inbox to the sheet as it came; a code has ticks and no name, so the citizen is written."""
    hands = player.hands
    hands.click("go_to_inbox")
    hands.find(QWidget, "inbox_screen")
    player.take_picture("inbox-empty")
    errand.open = (scan,)
    hands.click("take_in")
    hands.find(QWidget, "intake_screen")
    player.take_picture("intake-empty")
    hands.click("open_files")
    hands.find(QWidget, "sheet_0_act_0")
    player.take_picture("intake-waiting")
    hands.click("sheet_0_act_0")
    write_citizen(player, citizen)
    player.take_picture("intake-citizen")
    hands.click("take_in_named")
    player.take_picture("intake-done")
    hands.click("sheet_0_act_0")
    hands.find(QWidget, "received_screen")
    player.take_picture("received-sheet")


def open_case(player: Player) -> None:
    """From the inbox, where the citizen is called, over the case to the card and what was marked before."""
    hands = player.hands
    hands.click("go_to_inbox")
    hands.find(QWidget, "inbox_screen")
    player.take_picture("inbox-waiting")
    hands.click(_only_case(player))
    hands.write("contact_note", "Kommer torsdag kl. 10")
    player.take_picture("inbox-contact")
    hands.click("save_contact")
    player.take_picture("inbox-contacted")
    hands.click(_only_case(player))
    hands.find(QWidget, "referral_screen")
    player.take_picture("case")
    hands.click("citizen_card")
    hands.find(QWidget, "patient_screen")
    player.take_picture("card-with-case")
    hands.click("open_consultation")
    hands.find(QWidget, "consultation_screen")
    player.take_picture("consultation")


def _only_case(player: Player) -> str:
    """The one button in the one row of the inbox."""
    buttons = player.program.window.findChildren(QAbstractButton)
    found = [button.objectName() for button in buttons if button.isVisible() and _CASE.fullmatch(button.objectName())]
    if len(found) != 1:
        raise Stuck(f"{len(found)} cases in the inbox, and not one")
    return found[0]
