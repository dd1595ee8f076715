"""A ward in the morning: a store in force, and its first administrator unlocked."""

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment, Gate, Offered
from needsform.models.audit import Anchorage, Holding, TraceQuery, Verdict
from needsform.models.care_plan import CarePlan
from needsform.models.contact import ContactKind
from needsform.models.delivery import DeliveryNote, DeliveryState, Recipient
from needsform.models.directory import DirectoryEntry
from needsform.models.errors import Message, WorldError
from needsform.models.identity import ContactId, LinkId, PractitionerId, ReceivedId, ReceiverId, ReferralId
from needsform.models.indicator import Indicator
from needsform.models.known_site import SiteCard
from needsform.models.letter import LetterForm
from needsform.models.patient import Patient
from needsform.models.period_export import ExportKind
from needsform.models.practitioner import Practitioner, Role
from needsform.models.questionnaire import Questionnaire
from needsform.models.receiver import Receiver
from needsform.models.referral import ContactOutcome
from needsform.models.retention import RetentionRule
from needsform.models.site import Site, SiteKind
from needsform.services import reference_data
from needsform.services.access import Access
from needsform.services.arrivals import Place, Unread
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.storage.database import Database, open_database
from needsform.storage.key_slots import KeySlot, SlotKind
from tests.clock import COPENHAGEN, StandingClock
from tests.municipality import a_case_of
from tests.ward import CHEAP, PASSWORD, PUBLIC_TEST_PERSONS, citizen, entropy, first_talk, found_store


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


@pytest.fixture
def other(session: Session, patients: dict[str, Patient]) -> Assessment:
    """Somebody else's assessment."""
    return session.assessments.start(patients["Max Test Berggren"], first_talk())


@pytest.fixture
def arguments(
    other: Assessment, patients: dict[str, Patient], form: Questionnaire, tmp_path: Path
) -> dict[str, object]:
    """Something for every parameter of every verb: always of somebody else's."""
    max_ = patients["Max Test Berggren"]
    return {
        "treatment_ended_on": datetime(2026, 11, 2, tzinfo=COPENHAGEN).date(),
        "call": None,
        "action": None,
        "planned": None,
        "status": None,
        "before": None,
        "now": None,
        "plan_id": "none",
        "plan": None,
        "moment": None,
        "on": None,
        "is_declined": True,
        "closing_reason": None,
        "typed": "020160-9995",
        "query": "Max",
        "identifier": max_.identifier,
        "patient_id": max_.id,
        "patient": max_,
        "details": max_.details(),
        "setting": SiteKind.HOSPITAL,
        "assessment_id": other.id,
        "assessment": other,
        "link_id": LinkId("fatigue.problem"),
        "answer": True,
        "area": form.areas[0],
        "place": form.areas[1].link_id,
        "care_plan": CarePlan(),
        "reason": "curious",
        "offered": Offered.DECLINED,
        "gate": Gate.PALLIATIVE,
        "content": None,
        "check": None,
        "recipient": Recipient.RECORD,
        "letter": None,
        "mail": b"",
        "kind": ExportKind.SHEETS,
        "since": date(2026, 11, 1),
        "until": date(2026, 10, 1),
        "form": LetterForm.TEXT,
        "note": DeliveryNote(recipient=Recipient.CITIZEN, state=DeliveryState.MISSING),
        "assessment_ids": (other.id,),
        "municipality_code": "0751",
        "day": date(2026, 11, 23),
        "receiver": Receiver(id=ReceiverId("r"), municipality_code="0751", name="Aarhus Kommune"),
        "entry": DirectoryEntry(id=ContactId("c"), name={"da": "Kræftlinjen"}, kind=ContactKind.HELPLINE),
        "contact_id": ContactId("c"),
        "pdf": b"",
        "path": tmp_path / "sheet.pdf",
        "unlocked": Unlocked("mads", bytes(32)),
        "site": Site(name="Elsewhere", kind=SiteKind.HOSPITAL),
        "source": b"{}",
        "file": "form.json",
        "folder": None,
        "is_leaving": True,
        "backup": None,
        "wanted": TraceQuery(),
        "review": None,
        "table": b"",
        "report": b"",
        "paths": (),
        "indicator": Indicator.OFFERED,
        "counts": None,
        "words": reference_data.words("da"),
        "verdict": Verdict(0, None, is_carried_right=True, anchorage=Anchorage(Holding.HOLDS)),
        "arrival": Unread(Place("x.pdf"), Message("file.unreadable")),
        "examined": None,
        "received": None,
        "received_id": ReceivedId("none"),
        "referral_id": ReferralId("none"),
        "referral": a_case_of(max_.id),
        "comes_back": True,
        "outcome": ContactOutcome.REACHED,
        "informed_on": date(2026, 11, 23),
        "rule": RetentionRule(years=0),
        "patient_ids": (max_.id,),
        "made": None,
        "record": None,
        "files": {},
        "months": 0,
        "error": WorldError("print.not_begun"),
        "practitioner_id": PractitionerId("m"),
        "colleague": Practitioner(id=PractitionerId("n"), login="nina", name="Nina"),
        "slot": KeySlot("nina", SlotKind.PASSWORD, CHEAP, b"", b"", b""),
        "proof": Unlocked("mads", bytes(32)),
        "login": "nina",
        "password": PASSWORD,
        "recovery_key": "",
        "name": "",
        "title": "",
        "phone": "",
        "data": b"",
        "bundle": b"{}",
        "card": SiteCard("Elsewhere", bytes(32)),
        "public_key": bytes(32),
        "role": Role.ADMINISTRATOR,
    }
