"""Whose signatures count: a place hands out its key, and another takes it in after comparing figures by telephone."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from needsform.demo.hands import Stuck
from needsform.demo.player import Player
from needsform.demo.workplace import Errand


def hand_out_key(player: Player, errand: Errand, key: Path) -> str:
    """Save the own key as a file; the figures that are read aloud over the telephone. Begins and ends with a list."""
    _go_to_sites(player)
    player.take_picture("known-sites-own-key")
    errand.save_as = key
    player.hands.click("save_card")
    player.hands.wait_for(key.is_file, "the key to be saved")
    figures = player.read("own_figures")
    player.hands.click("go_to_worklist")
    return figures


def take_in_key(player: Player, errand: Errand, key: Path, figures: str) -> None:
    """Take in another place's key, whose figures were read aloud. Raises Stuck where they differ."""
    _go_to_sites(player)
    errand.open = (key,)
    player.hands.click("read_card")
    if player.read("offered_figures") != figures:
        raise Stuck("the figures on the screen are not those that were read aloud")
    player.hands.click("compared")
    player.take_picture("known-sites-compared")
    player.hands.click("confirm")
    player.take_picture("known-sites")


def _go_to_sites(player: Player) -> None:
    player.hands.click("go_to_administration")
    player.hands.click("administer_known_sites_act_0")
    player.hands.find(QWidget, "known_sites_screen")
