"""Every screen of the plan, looked at as a tired reader, by keyboard, and through assistive technology."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from needsform.models.settings import Appearance
from tests.ui.accessible import controls
from tests.ui.conftest import Dress, shown, sweep
from tests.ui.entry.test_every_screen import nameless
from tests.ui.looks import cut, overlapping, small_targets, twice_used_letters
from tests.ui.plan.stagings import STAGES, Room

SIZES = {100: ((1280, 720), (1440, 900)), 200: ((1280, 720),), 250: ((1280, 720),)}
"""Text size in percent → the windows that receivers have."""


@pytest.mark.parametrize("name", STAGES)
def test_nothing_is_cut_from_100_to_250_percent(name: str, room: Room, dress: Dress) -> None:
    faults = []
    build = STAGES[name](room)
    for percent, windows in SIZES.items():
        dress(Appearance.LIGHT, percent)
        screen = build()
        for width, height in windows:
            settled(shown(screen, width, height))
            faults += [f"{percent} % at {width}: {fault}" for fault in (*cut(screen), *overlapping(screen))]
        screen.close()
        screen.deleteLater()
        sweep()
    assert faults == []


def settled(screen: QWidget) -> None:
    """Until fields that grew with their text have found their place: each asks for room only when it is laid out."""
    for _ in range(4):
        QCoreApplication.processEvents()
        screen.grab()


@pytest.mark.parametrize("name", STAGES)
def test_everything_can_be_heard_hit_and_told_apart(name: str, room: Room, dress: Dress, qtbot: QtBot) -> None:
    dress(Appearance.LIGHT, 100)
    screen = STAGES[name](room)()
    qtbot.addWidget(screen)
    shown(screen)
    told = controls(screen)
    assert told
    assert [seen.where for seen in told if seen.is_focusable and not seen.name.strip()] == []
    assert [seen.where for seen in told if "&" in seen.name] == []
    assert small_targets(screen) == []
    assert twice_used_letters(screen) == []
    assert nameless(screen) == []
