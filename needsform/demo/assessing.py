"""An assessment from the first morning to the sheet in the hand, and out of the door."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from needsform.demo.case import Case
from needsform.demo.citizen import Citizen
from needsform.demo.outgoing import hand_over
from needsform.demo.player import Player
from needsform.demo.reception import receive, take_screen_back
from needsform.demo.talk import Talk
from needsform.demo.workplace import Errand
from needsform.models.questionnaire import Questionnaire


def assess(player: Player, errand: Errand, case: Case, form: Questionnaire, language: str, sheet: Path) -> None:
    """From the worklist to the worklist; the sheet is saved as `sheet`, and everybody has got it who is to have it."""
    receive(player, case, form, language)
    Citizen(player, case.front, form, language).fill_in()
    take_screen_back(player)
    Talk(player, form, language).hold(case.front, case.back)
    player.take_picture("sheet-front")
    player.hands.click("page.2")
    player.take_picture("sheet-back")
    errand.save_as = sheet
    player.hands.click("save_pdf")
    player.hands.wait_for(sheet.is_file, "the sheet to be saved")
    player.wait_until_quiet()
    player.hands.click("hand_over")
    hand_over(player, case.citizen)
    player.hands.find(QWidget, "worklist_screen")
    player.take_picture("worklist-done")
