"""A ward's post, and the municipality that it comes to: two stores with keys of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment
from needsform.models.care_plan import CarePlan, Need
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.services.access import Access
from needsform.services.arrivals import Arrival, read_arrivals
from needsform.services.documents import bundle_json, render_sheet
from needsform.services.session import Session
from tests.clock import StandingClock
from tests.ward import CHEAP, PASSWORD, citizen, entropy, first_talk, found_store

EINER, MAX = "Einer Test Lauridsen", "Max Test Berggren"


@pytest.fixture
def ward(tmp_path: Path, clock: StandingClock) -> Iterator[Session]:
    """A ward with a store and keys of its own; `session` is the municipality's."""
    folder = tmp_path / "ward"
    found_store(folder, clock)
    access = Access(folder, clock, entropy(77), CHEAP)
    opened = access.open(access.unlock("karin", PASSWORD))
    yield opened
    opened.close()
    access.leave()


class Post:
    """What a ward sends."""

    def __init__(self, ward: Session, folder: Path) -> None:
        self._ward, self._folder = ward, folder
        self._sent = 0

    def assessment(self, name: str = EINER, *ticks: str) -> tuple[Patient, Assessment]:
        """A citizen's assessment, signed."""
        ward = self._ward
        patient = ward.patients.with_identifier(citizen(name).identifier) or ward.patients.register(citizen(name))
        draft = ward.assessments.start(patient, first_talk())
        return patient, self.sign(draft, *ticks)

    def sign(self, draft: Assessment, *ticks: str) -> Assessment:
        """Tick, talk and sign."""
        ward = self._ward
        for tick in ticks or ("fatigue.problem", "fatigue.support"):
            draft = ward.front_pages.set_answer(draft, LinkId(tick), True)
        plan = CarePlan(needs=(Need(topic=LinkId("fatigue")),), told_that_authority_decides=True)
        written = ward.back_pages.save(ward.front_pages.complete(draft), plan)
        return ward.back_pages.sign(ward.back_pages.complete(written))

    def bundle(self, patient: Patient, assessment: Assessment) -> bytes:
        """The Bundle of its sheet."""
        return bundle_json(self._ward.documents.content(patient, assessment))

    def pdf(self, patient: Patient, assessment: Assessment) -> Path:
        """Its sheet."""
        return self.file(render_sheet(self._ward.documents.content(patient, assessment)), "pdf")

    def file(self, data: bytes, kind: str = "json") -> Path:
        """A file as it lies at the receiver."""
        self._sent += 1
        path = self._folder / f"ark-{self._sent}.{kind}"
        path.write_bytes(data)
        return path


@pytest.fixture
def post(ward: Session, tmp_path: Path) -> Post:
    """The ward's post."""
    return Post(ward, tmp_path)


@pytest.fixture
def knows_ward(ward: Session, session: Session) -> None:
    """The municipality's administrator has taken in the ward's card."""
    session.site_keys.know(ward.site_keys.own_card())


def on_it_goes(_percent: int) -> None:
    """Nobody stops it."""


def only(path: Path) -> Arrival:
    """The one thing in a file."""
    (arrival,) = read_arrivals([path], on_it_goes)
    return arrival
