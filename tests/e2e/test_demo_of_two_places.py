"""A sheet goes from a ward to a municipality through the windows of both, as `needsform demo --journey handover` does.

Everything is asked of what it leaves behind: two stores, each opened with the password of the note, and the papers.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from needsform.demo.folder import KEY, NOTE, PLAN, RECEIVER_STORE, SCAN, SHEET, STORE, TWO_PLACES
from needsform.demo.player import LOGIN, PASSWORD
from needsform.models.assessment import AssessmentStatus
from needsform.models.patient import Patient
from needsform.models.received_assessment import ArrivedAs
from needsform.models.referral import ContactOutcome, ReferralStatus
from needsform.models.verification import Verification
from needsform.services import reference_data
from needsform.services.access import Access
from needsform.services.clock import system_clock
from needsform.services.documents import bundle_in_sheet
from needsform.services.session import Session
from tools.case_store import CHECKOUT, case

pytestmark = pytest.mark.xdist_group("demo-handover")
WARD, MUNICIPALITY = case(1), case(4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the demo left, without a word on the terminal."""
    out = tmp_path_factory.mktemp("demo") / "out"
    command = [sys.executable, "-m", "needsform", "demo", "--journey", "handover", "--out", str(out)]
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    ended = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    return out


@pytest.fixture(scope="module")
def ward(folder: Path) -> Iterator[Session]:
    """The ward's store."""
    yield from opened(folder / STORE)


@pytest.fixture(scope="module")
def municipality(folder: Path) -> Iterator[Session]:
    """The municipality's store."""
    yield from opened(folder / RECEIVER_STORE)


def opened(store: Path) -> Iterator[Session]:
    """A store, as the note says."""
    access = Access(store, system_clock, os.urandom)
    session = access.open(access.unlock(LOGIN, PASSWORD))
    try:
        yield session
    finally:
        session.close()
        access.leave()


def citizen(session: Session) -> Patient:
    """The one citizen of a store."""
    (found,) = session.patients.find(WARD.citizen.cpr)
    return session.patients.get(found.id)


def test_everything_that_the_note_tells_of_is_there(folder: Path) -> None:
    note = (folder / NOTE).read_text("utf-8")
    assert all(name in note for name in TWO_PLACES)
    assert PASSWORD in note
    assert {path.name for path in folder.iterdir() if path.suffix != ".png"} == {NOTE, *TWO_PLACES} - {"*.png"}


def test_every_screen_of_both_places_has_its_picture(folder: Path) -> None:
    passed = [path.stem for path in sorted(folder.glob("*.png"))]
    assert [int(name[:2]) for name in passed] == list(range(1, len(passed) + 1))
    seen = [name[3:] for name in passed]
    for screen in (
        *("known-sites-own-key", "handover-done", "locked", "known-sites-compared", "intake-waiting", "received-sheet"),
        *("inbox-contact", "case", "consultation", "intake-empty", "plan-gp-text", "plan-saved", "inbox-with-plan"),
    ):
        assert screen in seen
    assert seen.count("locked") == 2


def test_the_scan_is_pictures_and_carries_nothing_else(folder: Path) -> None:
    with pypdfium2.PdfDocument(folder / SCAN) as scan:
        assert len(scan) == 2
        assert [page.get_textpage().count_chars() for page in scan] == [0, 0]
    assert bundle_in_sheet((folder / SHEET).read_bytes())


def test_what_the_citizen_ticked_on_the_ward_is_known_at_the_municipality(ward: Session, municipality: Session) -> None:
    (summary,) = ward.assessments.of_patient(citizen(ward).id)
    sent = ward.assessments.get(summary.id)
    (received,) = municipality.intake.of_patient(citizen(municipality).id)
    assert sent.status is AssessmentStatus.HANDED_OVER
    assert received.facts.assessment_id == sent.id
    assert (received.arrived_as, received.verification) == (ArrivedAs.SCAN, Verification.VERIFIED)
    site = WARD.assessment.site()
    assert received.verified_as == f"{site.unit}, {site.name}"
    form = ward.assessments.questionnaire(sent)
    words = {item.link_id for item in form.items.values() if isinstance(sent.response.answers.get(item.link_id), str)}
    ticks = {link_id: answer for link_id, answer in sent.response.answers.items() if link_id not in words}
    assert received.facts.response.answers == ticks
    assert received.facts.lacks_words is bool(words)


def test_the_citizen_is_called_and_has_a_plan_that_their_general_practice_knows_of(municipality: Session) -> None:
    patient = citizen(municipality)
    (referral,) = municipality.referrals.of_patient(patient.id)
    (plan,) = municipality.plans.of_patient(patient.id)
    told = MUNICIPALITY.plan
    assert told is not None
    assert referral.status is ReferralStatus.PLAN_BEGUN
    assert [attempt.outcome for attempt in referral.attempts] == [ContactOutcome.REACHED]
    assert (plan.referral_id, plan.content.goals) == (referral.id, told.goals)
    assert plan.gp_told_at_start == told.gp_told_at_start


def test_the_plan_on_paper_says_what_was_agreed(folder: Path) -> None:
    with pypdfium2.PdfDocument(folder / PLAN) as paper:
        said = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in paper)
    assert WARD.citizen.name in said
    told = MUNICIPALITY.plan
    assert told is not None
    assert all(goal in said for goal in told.goals)


def test_the_sheet_goes_to_the_municipality_where_the_citizen_lives() -> None:
    lives_in = reference_data.municipalities().find(WARD.citizen.municipality_code, WARD.assessment.date)
    assert lives_in is not None
    assert lives_in.name in MUNICIPALITY.assessment.site().unit or lives_in.name in MUNICIPALITY.assessment.site().name
    assert (MUNICIPALITY.citizen.cpr, MUNICIPALITY.citizen.gp) == (WARD.citizen.cpr, WARD.citizen.gp)


def test_the_key_says_nothing_but_whose_it_is(folder: Path, ward: Session) -> None:
    card = ward.site_keys.own_card()
    assert (folder / KEY).read_bytes() == card.to_json()
