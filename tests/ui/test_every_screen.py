"""Every screen of staff, looked at as a tired reader, by keyboard, and through assistive technology."""

from array import array

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needsform.models.patient import Patient
from needsform.models.settings import Appearance
from needsform.services import reference_data
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.translation import Translation
from tests.clock import StandingClock
from tests.ui.accessible import controls
from tests.ui.conftest import Dress, shown, sweep
from tests.ui.entry.stagings import STAGES as ENTRY
from tests.ui.entry.stagings import Ward
from tests.ui.looks import cut, overlapping, unheard
from tests.ui.receiver.stagings import STAGES as RECEIVER

STAGES = ENTRY | RECEIVER
WINDOWS = ((1280, 720), (1366, 768))
"""Those that wards have."""
SILENT = ("store-fault", "waiting")
"""Where there is nothing to press."""


@pytest.fixture(params=["da", "en"])
def ward(
    request: pytest.FixtureRequest,
    session: Session,
    access: Access,
    background: Background,
    clock: StandingClock,
    patients: dict[str, Patient],
    translation: Translation,
) -> Ward:
    """The same ward in both languages."""
    translation.use(request.param)
    return Ward(session, access, background, clock, patients, reference_data.words(request.param))


@pytest.mark.parametrize("name", STAGES)
def test_everything_can_be_read_heard_hit_and_told_apart(name: str, ward: Ward, dress: Dress) -> None:
    build = STAGES[name](ward)
    faults = []
    for percent in (100, 250) if ward.words.language == "da" else (100,):  # Danish words are the longer ones
        dress(Appearance.LIGHT, percent)
        screen = build()
        for width, height in WINDOWS:
            shown(screen, width, height)
            faults += [f"{percent} % at {width}: {fault}" for fault in (*cut(screen), *overlapping(screen))]
        if percent == 100:
            assert controls(screen) or name in SILENT
            faults += unheard(screen)
        screen.close()
        screen.deleteLater()
        sweep()
    assert faults == []


@pytest.mark.parametrize("appearance", list(Appearance))
def test_every_appearance_can_be_worn(appearance: Appearance, ward: Ward, dress: Dress, qtbot: QtBot) -> None:
    dress(appearance, 100)
    screen = STAGES["new-with-errors"](ward)()
    qtbot.addWidget(screen)
    image = shown(screen).grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    colours = set(array("I", bytes(image.constBits())))
    palette = QApplication.palette()
    assert {palette.window().color().rgb(), palette.windowText().color().rgb()} <= colours
