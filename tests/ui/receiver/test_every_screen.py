"""Every screen of a receiver: nothing cut, everything heard, hit and told apart, in both languages."""

import pytest
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
from tests.ui.entry.stagings import Ward
from tests.ui.entry.test_every_screen import SIZES, nameless
from tests.ui.looks import cut, overlapping, small_targets, twice_used_letters
from tests.ui.receiver.stagings import STAGES


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
    """The same municipality in both languages."""
    translation.use(request.param)
    return Ward(session, access, background, clock, patients, reference_data.words(request.param))


@pytest.mark.parametrize("name", STAGES)
def test_nothing_is_cut_from_100_to_250_percent(name: str, ward: Ward, dress: Dress) -> None:
    faults = []
    build = STAGES[name](ward)
    for percent, windows in SIZES.items():
        dress(Appearance.LIGHT, percent)
        screen = build()
        for width, height in windows:
            shown(screen, width, height)
            faults += [f"{percent} % at {width}: {fault}" for fault in (*cut(screen), *overlapping(screen))]
        screen.close()
        screen.deleteLater()
        sweep()
    assert faults == []


@pytest.mark.parametrize("name", STAGES)
def test_everything_can_be_heard_hit_and_told_apart(name: str, ward: Ward, dress: Dress, qtbot: QtBot) -> None:
    dress(Appearance.LIGHT, 100)
    screen = STAGES[name](ward)()
    qtbot.addWidget(screen)
    shown(screen)
    told = controls(screen)
    assert told
    assert [seen.where for seen in told if seen.is_focusable and not seen.name.strip()] == []
    assert [seen.where for seen in told if "&" in seen.name] == []
    assert small_targets(screen) == []
    assert twice_used_letters(screen) == []
    assert nameless(screen) == []
