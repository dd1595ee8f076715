"""A ward in the morning: a store in force, and its first administrator unlocked."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.storage.database import Database, open_database
from tests.clock import COPENHAGEN, StandingClock
from tests.ward import CHEAP, PUBLIC_TEST_PERSONS, citizen, entropy, first_talk, found_store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the store will lie; nothing is there yet."""
    return tmp_path / "needsform"


@pytest.fixture
def access(folder: Path, clock: StandingClock) -> Iterator[Access]:
    """The door of the store in that folder."""
    door = Access(folder, clock, entropy(), CHEAP)
    yield door
    door.leave()


@pytest.fixture(scope="session")
def founded_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Unlocked]:
    """A store in force, and Karin's key; never opened, only copied, because founding one takes long."""
    folder = tmp_path_factory.mktemp("founded") / "needsform"
    return folder, found_store(folder, StandingClock(datetime(2026, 11, 23, 7, 0, tzinfo=COPENHAGEN)))


@pytest.fixture
def unlocked(founded_once: tuple[Path, Unlocked], folder: Path) -> Unlocked:
    """There is a store in force, and Karin has the key in her hand."""
    original, key = founded_once
    shutil.copytree(original, folder)
    return key


@pytest.fixture
def session(access: Access, unlocked: Unlocked) -> Iterator[Session]:
    """Karin at work."""
    opened = access.open(unlocked)
    yield opened
    opened.close()


@pytest.fixture
def database(session: Session, unlocked: Unlocked, folder: Path) -> Iterator[Database]:
    """A second connection to Karin's store, to look at what is really on the disk."""
    assert not session.is_with_citizen
    opened = open_database(folder / "needsform.db", unlocked.key)
    yield opened
    opened.close()


@pytest.fixture
def patients(session: Session) -> dict[str, Patient]:
    """The six public test persons, registered, by name."""
    return {name: session.patients.register(citizen(name)) for name in PUBLIC_TEST_PERSONS}


@pytest.fixture
def einer(patients: dict[str, Patient]) -> Patient:
    """The citizen whose form this is about; the others must not be seen."""
    return patients["Einer Test Lauridsen"]


@pytest.fixture
def form(session: Session) -> Questionnaire:
    """The shipped form."""
    return session.questionnaires.default()


@pytest.fixture
def draft(session: Session, einer: Patient) -> Assessment:
    """Einer's first assessment, begun."""
    return session.assessments.start(einer, first_talk())
