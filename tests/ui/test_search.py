"""Finding a citizen as one types: what is said while there is too little, nothing, or too much."""

import pytest
from pytestqt.qtbot import QtBot

from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.patient import PatientDetails
from needsform.services.patients import MOST_FOUND
from needsform.services.session import Session
from needsform.ui.screens.patients_screen import PatientsScreen
from needsform.ui.viewmodels.patients_view_model import PatientsViewModel
from tests.clock import StandingClock
from tests.reading import words_on
from tests.ui.conftest import shown


@pytest.fixture
def search(session: Session, clock: StandingClock, qtbot: QtBot) -> PatientsScreen:
    """The page, with nothing typed."""
    model = PatientsViewModel(session, clock)
    screen = PatientsScreen(model)
    model.setParent(screen)
    qtbot.addWidget(screen)
    shown(screen, 1280, 800)
    return screen


def register(session: Session, name: str, number: int = 1) -> None:
    identifier = Identifier(kind=IdentifierKind.OTHER, value=f"X{number:03}")
    session.patients.register(PatientDetails(name=name, identifier=identifier, municipality_code="0751"))


def type_in(screen: PatientsScreen, text: str) -> list[str]:
    """What the page says of it."""
    model = screen.findChild(PatientsViewModel)
    assert model is not None
    model.write(text)
    return words_on(screen)


@pytest.mark.parametrize("typed", ["Aa", "Oe", "å ø", "a b", "李 明", "x"])
def test_nobody_is_said_to_be_unknown_who_was_not_looked_up(
    session: Session, search: PatientsScreen, typed: str
) -> None:
    for number, name in enumerate(("Aage Test", "Oeyvind Test", "Å Ø", "A B", "李 明")):
        register(session, name, number)
    said = type_in(search, typed)
    assert "Nobody here is called that. Begin a new assessment to register a citizen." not in said
    found = {"Aa": "Enter opens the marked citizen.", "Oe": "Enter opens the marked citizen."}
    too_short = "Type at least two letters of a name, or the beginning of a CPR number."
    assert found.get(typed, too_short) in said


def test_where_others_may_be_left_out_it_is_said(session: Session, search: PatientsScreen) -> None:
    for number in range(MOST_FOUND):
        register(session, f"Test{number:02}", number)
    assert "There may be more than these. Type more of the name or of the CPR number." in type_in(search, "test")
    assert "Enter opens the marked citizen." in type_in(search, "test0")
    assert "Nobody here is called that. Begin a new assessment to register a citizen." in type_in(search, "proeve")
