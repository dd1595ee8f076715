"""Every screen of the plan, looked at as a tired reader, by keyboard, and through assistive technology."""

import pytest
from pytestqt.qtbot import QtBot

from needsform.models.settings import Appearance
from tests.ui.conftest import Dress, shown, sweep
from tests.ui.looks import cut, overlapping, settled, unheard
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


@pytest.mark.parametrize("name", STAGES)
def test_everything_can_be_heard_hit_and_told_apart(name: str, room: Room, dress: Dress, qtbot: QtBot) -> None:
    dress(Appearance.LIGHT, 100)
    screen = STAGES[name](room)()
    qtbot.addWidget(screen)
    shown(screen)
    assert unheard(screen) == []
