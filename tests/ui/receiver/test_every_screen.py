"""Every screen of a receiver: nothing cut, everything heard, hit and told apart, in both languages."""

import pytest

from needsform.models.patient import Patient
from needsform.models.settings import Appearance
from needsform.services import reference_data
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.translation import Translation
from tests.clock import StandingClock
from tests.ui.conftest import Dress, shown, sweep
from tests.ui.entry.stagings import Ward
from tests.ui.entry.test_every_screen import WINDOWS, unheard
from tests.ui.looks import cut, overlapping
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
