"""Where sheets arrive: a municipality."""

import pytest

from needsform.models.patient import Patient
from needsform.models.words import Words
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.ui.background import Background
from tests.clock import StandingClock
from tests.ui.entry.stagings import Ward


@pytest.fixture
def ward(
    session: Session,
    access: Access,
    background: Background,
    clock: StandingClock,
    patients: dict[str, Patient],
    danish: Words,
) -> Ward:
    """A municipality that speaks Danish."""
    return Ward(session, access, background, clock, patients, danish)
