"""A receiver's talk with the citizen: a real store, and what its screens are made of."""

from pathlib import Path

import pytest

from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.translation import Translation
from tests.ui.plan.stagings import Room, registered


@pytest.fixture(params=["da", "en"])
def room(
    request: pytest.FixtureRequest, session: Session, background: Background, translation: Translation, tmp_path: Path
) -> Room:
    """The same room in both languages."""
    translation.use(request.param)
    words = reference_data.words(request.param)
    return Room(session, background, words, registered(session), tmp_path / "plan.pdf")
