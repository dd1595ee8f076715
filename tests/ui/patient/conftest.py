"""Einer has the screen: a real store, the real window, his finger and his keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needsform.models.assessment import Assessment
from needsform.services.session import Session
from tests.ui.patient.citizen import Citizen, Wardrobe


@pytest.fixture(scope="session")
def wardrobe(qapp: QApplication) -> Wardrobe:
    """What the program can wear: every appearance, text size and language."""
    return Wardrobe(qapp)


@pytest.fixture
def dressed(wardrobe: Wardrobe) -> Iterator[Wardrobe]:
    """Dressed as a workstation comes, and undressed afterwards."""
    wardrobe.wear()
    yield wardrobe
    wardrobe.take_off()


@pytest.fixture
def citizen(session: Session, draft: Assessment, dressed: Wardrobe, qtbot: QtBot) -> Iterator[Citizen]:
    """Einer, who has just been handed the screen."""
    session.hand_to_citizen(draft.id)
    einer_here = Citizen(session, draft, dressed, qtbot)
    einer_here.come()
    yield einer_here
    einer_here.go()
