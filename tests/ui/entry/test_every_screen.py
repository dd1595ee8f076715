"""Every screen of the way in, looked at as a tired reader, by keyboard, and through assistive technology."""

from array import array

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
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
from tests.ui.entry.stagings import STAGES, Ward
from tests.ui.looks import cut, overlapping, small_targets, twice_used_letters

WINDOWS = ((1280, 720), (1366, 768))
"""Those that wards have."""


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
            faults += unheard(screen, name)
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
    assert {screen.palette().window().color().rgb(), screen.palette().windowText().color().rgb()} <= colours


def unheard(screen: QWidget, name: str) -> list[str]:
    """What cannot be heard, hit, or told apart."""
    told = controls(screen)
    assert told or name in ("store-fault", "waiting")
    without_name = [seen.where for seen in told if seen.is_focusable and not seen.name.strip()]
    with_mark = [seen.where for seen in told if "&" in seen.name]
    return [*without_name, *with_mark, *small_targets(screen), *twice_used_letters(screen), *nameless(screen)]


def nameless(screen: QWidget) -> list[str]:
    """What can have the focus and would lose it when the screen is built again in another language."""
    return [
        repr(widget)
        for widget in screen.findChildren(QWidget)
        if widget.isVisibleTo(screen) and widget.focusPolicy().value & 1 and not widget.objectName()
    ]
