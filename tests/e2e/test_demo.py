"""The whole journey of each case through the real windows, as `needsform demo` leaves it behind."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QImage

from needsform.demo.case import Case
from needsform.demo.folder import BUNDLE, NOTE, SHEET, STORE
from needsform.demo.player import LOGIN, PASSWORD
from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.models.rehabilitation_plan import RehabilitationPlan
from needsform.services.access import Access
from needsform.services.clock import system_clock
from needsform.services.documents import bundle_in_sheet, page_count
from tests.thoroughness import as_many_as
from tools.case_store import CASES, CHECKOUT, case

LETTER = "letter-of-somebody-else.txt"


@dataclass(frozen=True)
class Played:
    """What a demo left behind."""

    case: Case
    folder: Path
    ended: "subprocess.CompletedProcess[str]"

    @property
    def pictures(self) -> list[Path]:
        """Those of the screens, in their order."""
        return sorted(self.folder.glob("*.png"))

    def text(self) -> str:
        """The words on all pages of the sheet, with single spaces."""
        document = pypdfium2.PdfDocument(self.folder / SHEET)
        try:
            return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
        finally:
            document.close()


@dataclass(frozen=True)
class Kept:
    """What lies in the store that a demo left behind."""

    patient: Patient
    assessment: Assessment
    form: Questionnaire
    plans: tuple[RehabilitationPlan, ...]


def played_once(number: int) -> object:
    """The case of that number; whatever looks at it runs where it was played."""
    return pytest.param(number, marks=pytest.mark.xdist_group(f"demo-{number}"))


CASES_PLAYED = range(1, 1 + as_many_as(2, thorough=3))
"""The third is the first with fifty areas and two dozen actions: a minute of typing."""


@pytest.fixture(scope="module", params=[played_once(number) for number in CASES_PLAYED])
def played(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """A case, played once; the folder of a former demo, into which somebody has put a letter."""
    number: int = request.param
    folder = tmp_path_factory.mktemp("demo")
    for name in (NOTE, LETTER, SHEET, "98-of-the-former-demo.png"):
        (folder / name).write_text("before", "utf-8")
    file = next(CASES.glob(f"{number}-*.json"))
    return Played(case(number), folder, play("--case", str(file), "--out", str(folder)))


def play(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command, as somebody types it where there is no display."""
    command = [sys.executable, "-m", "needsform", "demo", *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    return subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def kept(played: Played) -> Kept:
    """The store, opened with the password that the demo's note tells."""
    assert PASSWORD in (played.folder / NOTE).read_text("utf-8")
    access = Access(played.folder / STORE, system_clock, os.urandom)
    session = access.open(access.unlock(LOGIN, PASSWORD))
    try:
        (found,) = session.patients.find(played.case.citizen.cpr)
        (summary,) = session.assessments.of_patient(found.id)
        assessment = session.assessments.get(summary.id)
        plans = session.plans.of_patient(found.id)
        return Kept(session.patients.get(found.id), assessment, session.assessments.questionnaire(assessment), plans)
    finally:
        session.close()
        access.leave()


def test_the_journey_ends_without_a_word(played: Played) -> None:
    assert (played.ended.returncode, played.ended.stdout, played.ended.stderr) == (0, "", "")


@pytest.mark.xdist_group("demo-english")
def test_a_program_that_is_asked_to_speak_english_does_so_to_the_end(tmp_path: Path) -> None:
    file = next(CASES.glob("1-*.json"))
    ended = play("--language", "en", "--case", str(file), "--out", str(tmp_path / "demo"))
    assert (ended.returncode, ended.stderr) == (0, "")
    pages = Played(case(1), tmp_path / "demo", ended).text()
    assert "Physical training in a group" not in pages
    assert "Talk and actions" in pages


def test_the_former_demo_is_gone_and_what_others_put_there_is_not(played: Played) -> None:
    left = {path.name for path in played.folder.iterdir()}
    assert left == {NOTE, LETTER, SHEET, BUNDLE, STORE, *(path.name for path in played.pictures)}
    assert "98-of-the-former-demo.png" not in left
    assert (played.folder / LETTER).read_text("utf-8") == "before"


def test_every_screen_has_its_picture(played: Played) -> None:
    numbers = [int(path.name[:2]) for path in played.pictures]
    passed = " ".join(path.name for path in played.pictures)
    assert numbers == list(range(1, len(numbers) + 1))
    for screen in (
        "first-run",
        "worklist",
        "new-assessment",
        "citizen",
        "summing-up",
        "thanks",
        "talk",
        "sheet",
        "lock",
    ):
        assert screen in passed
    assert not any(part.casefold() in passed for part in played.case.citizen.name.split())


def test_no_picture_is_empty(played: Played) -> None:
    for path in played.pictures:
        image = QImage(str(path))
        assert (image.width(), image.height()) in {(1280, 800), (1440, 900)}, path.name
        shown = {image.pixel(x, y) for x in range(0, image.width(), 11) for y in range(0, image.height(), 5)}
        assert len(shown) > 10, path.name


def test_the_answers_are_those_of_the_case(played: Played, kept: Kept) -> None:
    front, form, response = played.case.front, kept.form, kept.assessment.response
    ticked = {link_id for link_id, answer in response.answers.items() if answer is True}
    assert ticked == {box.link_id for box in front.ticked(form)}
    assert list(response.priorities) == list(front.priority)
    for area in front.none_said(form):
        assert all(response.answers[box.link_id] is False for box in area.boxes())
    written = {area.link_id: response.text(area.other) for area in form.areas if response.text(area.other)}
    assert written == dict(front.written_others(form))
    for topic, text in front.notes.items():
        assert response.text(form.topics[LinkId(topic)].note) == text


def test_the_citizen_is_the_one_of_the_case(played: Played, kept: Kept) -> None:
    citizen, patient = played.case.citizen, kept.patient
    relative = citizen.relative
    assert (patient.name, patient.phone, patient.best_time) == (citizen.name, citizen.phone, citizen.best_time)
    assert (patient.municipality_code, patient.language) == (citizen.municipality_code, citizen.language)
    assert (patient.needs_interpreter, patient.address_protected) == (citizen.interpreter, citizen.address_protected)
    assert patient.children_under_18 == citizen.children_under_18
    assert patient.relative.name == (relative.name if relative else "")
    assert patient.general_practice.name == citizen.gp


def test_the_back_page_is_that_of_the_case(played: Played, kept: Kept) -> None:
    back, plan = played.case.back, kept.assessment.care_plan
    assert plan is not None
    needs = {need.topic: (need.patient_words, need.observed, need.take_further) for need in plan.needs}
    for need in back.written_needs(kept.form, played.case.front):
        assert needs[LinkId(need.topic)] == (need.patient_words, need.observed, need.take_further)
    assert len(plan.activities) == len(back.written_actions())
    for activity, action in zip(plan.activities, back.written_actions(), strict=True):
        assert (activity.text, activity.kind) == (action.text, action.kind)
        if action.responsible is not None:
            assert activity.responsible.type is action.responsible.type
            assert activity.responsible.name == action.responsible.name
        if action.topics:
            assert set(activity.topics) == set(action.topics)
    assert plan.told_that_authority_decides is back.told_that_authority_decides
    assert (plan.consent_municipality, plan.consent_gp) == (back.consent_municipality, back.consent_gp)
    assert (plan.conclusion, plan.retraining_plan) == (back.conclusion, back.retraining_plan)
    assert plan.next_assessment == back.next_assessment


def test_it_is_signed_by_the_professional_and_given_to_the_citizen(played: Played, kept: Kept) -> None:
    assessment, professional = kept.assessment, played.case.assessment.professional
    assert assessment.status is AssessmentStatus.HANDED_OVER
    assert assessment.signed_at is not None
    assert assessment.signed_at.date() == played.case.assessment.date
    assert (assessment.signature.name, assessment.signature.title) == (professional.name, professional.title)
    assert assessment.occasion is played.case.assessment.occasion
    assert assessment.filled_by is played.case.assessment.filled_by
    assert assessment.referral_source is played.case.assessment.referral_source


def test_the_sheet_says_what_was_written(played: Played, kept: Kept) -> None:
    sheet, said = (played.folder / SHEET).read_bytes(), played.text()
    plan = kept.assessment.care_plan
    assert plan is not None
    is_usual = not isinstance(played.case.back.needs, str)
    assert page_count(sheet) == 2 if is_usual else page_count(sheet) > 2
    assert kept.patient.identifier.shown in said
    if is_usual:
        for text in (kept.patient.name, *(activity.text for activity in plan.activities)):
            assert text in said


def test_a_receivers_plan_is_that_of_the_case(played: Played, kept: Kept) -> None:
    told = played.case.plan
    if told is None:
        assert kept.plans == ()
        return
    (plan,) = kept.plans
    assert plan.content.goals == told.goals
    written = [(offer.name, offer.responsible) for offer in plan.content.offers]
    assert written == [(offer.name, offer.responsible) for offer in told.offers]
    assert plan.begun_on is not None
    day = played.case.assessment.date  # nobody is told on a day to come
    assert plan.gp_told_at_start == (told.gp_told_at_start and min(told.gp_told_at_start, day))


def test_the_bundle_is_the_one_in_the_sheet(played: Played) -> None:
    bundle = (played.folder / BUNDLE).read_bytes()
    assert bundle == bundle_in_sheet((played.folder / SHEET).read_bytes())
    assert played.case.citizen.name in bundle.decode()
