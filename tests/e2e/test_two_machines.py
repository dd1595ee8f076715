"""Two machines that never see each other: what a ward writes, a municipality reads off the paper, and plans with.

Two real stores, each with a key of its own. Nothing passes between them but files: a site's card, PDFs, scans, Bundles.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needsform.demo.office_scan import as_stack, scanned
from needsform.models.assessment import Assessment, AssessmentDetails, AssessmentStatus, Occasion
from needsform.models.care_plan import Activity, ActivityKind, CarePlan, Conclusion, Need
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import LinkId
from needsform.models.patient import GeneralPractice, Patient, PatientDetails
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import PRIORITY, Questionnaire
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.models.received_assessment import ArrivedAs, Finding
from needsform.models.referral import ClosingReason, ContactOutcome, ReferralStatus
from needsform.models.rehabilitation_plan import GpMoment, Offer, RehabilitationPlan
from needsform.models.sheet import SheetContent
from needsform.models.site import SiteKind
from needsform.models.verification import Verification
from needsform.services import reference_data
from needsform.services.arrivals import Arrival, ArrivedFront, read_arrivals
from needsform.services.documents import bundle_json, page_count, render_sheet
from needsform.services.intake import TakenIn
from needsform.services.plan_papers import gp_text, render_plan
from needsform.services.session import Session
from needsform.services.signing import SiteSigner
from tests.clock import COPENHAGEN, StandingClock
from tests.forging import Impostor, unticked, without_signature
from tests.strategies import lines, names, paragraphs, shipped_form
from tests.thoroughness import as_many_as
from tests.ward import all_delivered
from tools.case_store import CaseStore, case

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
WORDS = reference_data.words("da")
NUMBER = count(1)


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Karin's ward, on a Monday."""
    yield from opened(tmp_path_factory.mktemp("ward"), 1, MONDAY)


@pytest.fixture(scope="module")
def municipality(tmp_path_factory: pytest.TempPathFactory, ward: Session) -> Iterator[Session]:
    """Mads' health centre on the Tuesday; its administrator has taken in the ward's card and compared the figures."""
    folder = tmp_path_factory.mktemp("municipality")
    ward.site_keys.save_card(folder / "card.json")
    for session in opened(folder / "store", 2, TUESDAY):
        card = session.site_keys.read_card(folder / "card.json")
        assert card.fingerprint == ward.site_keys.own_card().fingerprint
        session.site_keys.know(card)
        yield session


def opened(folder: Path, number: int, day: date) -> Iterator[Session]:
    """The store of a case's place, with a seed of its own."""
    clock = StandingClock(datetime.combine(day, datetime.min.time(), COPENHAGEN).replace(hour=10, minute=42))
    store = CaseStore.found(folder, case(number), clock, seed=number)
    session = store.open()
    yield session
    session.close()
    store.access.leave()


# What is written on the ward ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """A citizen, what they answer, and what is agreed with them."""

    citizen: PatientDetails
    response: QuestionnaireResponse
    plan: CarePlan


@st.composite
def citizens(draw: st.DrawFn) -> PatientDetails:
    """Somebody whom nobody has met yet, from anywhere."""
    identifier = Identifier(kind=IdentifierKind.OTHER, value=f"B-{next(NUMBER):04}")
    return PatientDetails(
        identifier=identifier,
        name=draw(names(60)),
        phone=draw(lines(30)),
        municipality_code="0730",
        general_practice=GeneralPractice(name=draw(names(60))),
    )


@st.composite
def answers(draw: st.DrawFn, form: Questionnaire) -> QuestionnaireResponse:
    """Every area left alone, answered with "none of these", or with ticks; words here and there; what matters most."""
    response = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    for area in form.areas:
        boxes = [box.link_id for box in area.boxes()]
        for link_id in draw(st.lists(st.sampled_from(boxes), max_size=4, unique=True)):
            response = response.with_answer(form, link_id, True)
        if draw(st.booleans()):
            response = response.with_none_of_these(area)
        if area.other is not None and draw(st.integers(0, 3)) == 0:
            response = response.with_answer(form, area.other.link_id, draw(paragraphs(60)))
    marked = [topic.link_id for topic in form.topics.values() if response.is_marked(topic)]
    if form.priority is not None and marked:
        most = draw(st.lists(st.sampled_from(marked), max_size=form.priority.max_occurs, unique=True))
        response = response.with_answer(form, PRIORITY, tuple(most))
    return response


@st.composite
def back_pages(draw: st.DrawFn, form: Questionnaire) -> CarePlan:
    """A few needs, a few actions, and what the citizen agrees to."""
    topics = draw(st.lists(st.sampled_from(list(form.topics)), min_size=1, max_size=4, unique=True))
    written = paragraphs(120)
    return CarePlan(
        needs=tuple(Need(topic=topic, patient_words=draw(written), observed=draw(written)) for topic in topics),
        activities=tuple(
            Activity(kind=draw(st.sampled_from(ActivityKind)), text=text, topics=(topics[0],), when=draw(lines(20)))
            for text in draw(st.lists(paragraphs(80), max_size=3))
            if text
        ),
        told_that_authority_decides=True,
        consent_municipality=True,
        consent_gp=draw(st.none() | st.booleans()),
        conclusion=Conclusion.NEED,
        next_assessment=draw(lines(30)),
    )


def told(form: Questionnaire) -> st.SearchStrategy[Told]:
    """Anybody."""
    return st.builds(Told, citizens(), answers(form), back_pages(form))


def assess(ward: Session, told: Told) -> tuple[Patient, Assessment]:
    """Register, start, tick for tick, talk, sign."""
    patient = ward.patients.register(told.citizen)
    professional = ward.practitioner
    details = AssessmentDetails(
        occasion=Occasion.TREATMENT_START,
        setting=SiteKind.HOSPITAL,
        unit=ward.site.unit,
        held_on=MONDAY,
        signature=Signature(name=professional.name, title=professional.title, phone=professional.phone),
    )
    return patient, fill_in(ward, ward.assessments.start(patient, details), told)


def fill_in(ward: Session, draft: Assessment, told: Told) -> Assessment:
    """What is told, up to the signature; every answer on disk for itself."""
    for link_id, answer in sorted(told.response.answers.items(), key=lambda told: told[0] == PRIORITY):
        draft = ward.front_pages.set_answer(draft, link_id, answer)
    talked = ward.back_pages.save(ward.front_pages.complete(draft), told.plan)
    return ward.back_pages.sign(ward.back_pages.complete(talked))


def ticks_of(response: QuestionnaireResponse) -> dict[LinkId, Answer]:
    """All answers but the citizen's own words, which stand on the paper."""
    return {link_id: answer for link_id, answer in response.answers.items() if not isinstance(answer, str)}


# What travels ---------------------------------------------------------------------------------------------------------


class Post:
    """Files on their way; nothing else passes."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._number = folder, count(1)

    def file(self, data: bytes, kind: str) -> Path:
        """A file as it lies at the receiver; its name tells nothing."""
        path = self._folder / f"ark-{next(self._number)}.{kind}"
        path.write_bytes(data)
        return path

    def scan(self, sheets: list[tuple[bytes, int]], dpi: int = 150, seed: int = 1) -> Path:
        """Printed pages (a sheet's PDF and the page, from 0) out of the office scanner, in one file."""
        pages = [scanned(pdf, page, dpi, seed + page) for pdf, page in sheets]
        kind = "PDF" if seed % 2 else "TIFF"
        return self.file(as_stack(pages, kind, dpi), kind.lower())


@pytest.fixture(scope="module")
def post(tmp_path_factory: pytest.TempPathFactory) -> Post:
    """From the ward to the municipality."""
    return Post(tmp_path_factory.mktemp("post"))


def read(*paths: Path) -> dict[str, Arrival]:
    """What lies in these files, by name, read in one go in the process for files from outside."""
    arrived = {arrival.place.file: arrival for arrival in read_arrivals(paths, lambda _percent: None)}
    assert set(arrived) == {path.name for path in paths}
    return arrived


# There and back -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("dpi", [150, 300])
@settings(max_examples=as_many_as(2, 50))
@given(told=told(shipped_form()), seed=st.integers(0, 1000))
def test_what_went_in_on_the_ward_is_what_the_municipality_reads_and_plans_with(
    told: Told, dpi: int, seed: int, ward: Session, municipality: Session, post: Post
) -> None:
    patient, signed = assess(ward, told)
    assert signed.response == told.response
    delivered = all_delivered(ward, signed)
    assert delivered.status is AssessmentStatus.HANDED_OVER
    sheet = ward.documents.content(patient, delivered)
    pdf = render_sheet(sheet)
    scan = post.scan([(pdf, page) for page in range(page_count(pdf))], dpi, seed)
    whole, bundle = post.file(pdf, "pdf"), post.file(bundle_json(sheet), "json")
    arrived = read(scan, whole, bundle)

    by_scan = municipality.intake.examine(arrived[scan.name])
    assert (by_scan.finding, by_scan.check.verification) == (Finding.NEW, Verification.VERIFIED)
    assert by_scan.facts.response.answers == ticks_of(told.response)
    assert by_scan.facts.lacks_words is (ticks_of(told.response) != told.response.answers)
    taken = municipality.intake.take_in(by_scan, told.citizen)

    by_pdf = municipality.intake.examine(arrived[whole.name])
    assert (by_pdf.finding, by_pdf.patient, by_pdf.is_clear) == (Finding.FULLER, taken.patient, True)
    municipality.intake.take_in(by_pdf)
    assert municipality.intake.examine(arrived[bundle.name]).finding is Finding.REPEATED

    fullest, scanned_one = municipality.intake.of_patient(taken.patient.id)
    assert (fullest.arrived_as, scanned_one.arrived_as) == (ArrivedAs.PDF, ArrivedAs.SCAN)
    assert taken.patient.details() == told.citizen
    facts = fullest.facts
    assert (facts.response, facts.care_plan, facts.signature) == (told.response, delivered.care_plan, signed.signature)
    assert (facts.assessment_id, facts.revision, facts.held_on) == (signed.id, 1, MONDAY)
    assert (facts.occasion, facts.setting, facts.filled_by) == (signed.occasion, signed.setting, signed.filled_by)
    plan_with(municipality, taken)


def plan_with(municipality: Session, taken: TakenIn) -> None:
    """Call, agree on a plan, tell the general practice, end; the case goes along."""
    assert taken.referral is not None
    assert taken.referral.contact_by == date(2026, 11, 27)
    called = municipality.referrals.note_attempt(taken.referral, ContactOutcome.REACHED, "Kommer torsdag")
    assert called.status is ReferralStatus.CONTACTED
    plan = municipality.plans.start(taken.patient.id)
    offer = Offer(name="Balance- og styrketræning", responsible="Sundhedscenter Test", begins="01-12-2026")
    content = plan.content.model_copy(update={"goals": ("Gå til købmanden igen",), "offers": (offer,)})
    begun = municipality.plans.begin(municipality.plans.save(plan, content), date(2026, 12, 1))
    assert municipality.referrals.get(called.id).status is ReferralStatus.PLAN_BEGUN

    letter = letter_about(municipality, taken.patient, begun)
    assert "Emne: Behovsvurdering, kræft" in letter
    for said in (
        taken.patient.name,
        "Gå til købmanden igen",
        offer.name,
        "Navn:",
        "Stilling:",
        "Telefon:",
        "Tidspunkt:",
    ):
        assert said in letter
    paper = municipality.plan_papers.content(taken.patient, begun, WORDS)
    assert page_count(render_plan(paper)) == 1
    today = municipality.now().date()
    told_gp = municipality.plans.tell_gp(municipality.plans.begin(begun, today), GpMoment.START, today)
    municipality.plans.end(told_gp, today, ClosingReason.COMPLETED)
    assert municipality.referrals.get(called.id).status is ReferralStatus.CLOSED


def letter_about(municipality: Session, patient: Patient, plan: RehabilitationPlan) -> str:
    """The text that the general practice is told with at the start."""
    content = municipality.plan_papers.content(patient, plan, WORDS)
    return gp_text(content, GpMoment.START, municipality.practitioner.signature())


# What is not as it should be ------------------------------------------------------------------------------------------


def simple(name: str, *ticks: str) -> Told:
    """Somebody with a few ticks."""
    form = shipped_form()
    response = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    for tick in ticks:
        response = response.with_answer(form, LinkId(tick), True)
    identifier = Identifier(kind=IdentifierKind.OTHER, value=f"B-{next(NUMBER):04}")
    citizen = PatientDetails(identifier=identifier, name=name, municipality_code="0730")
    plan = CarePlan(needs=(Need(topic=LinkId("fatigue")),), told_that_authority_decides=True, consent_municipality=True)
    return Told(citizen, response, plan)


@pytest.fixture(scope="module")
def sheets(ward: Session) -> tuple[SheetContent, SheetContent, SheetContent]:
    """Einer's first sheet, the newer revision of it, and Max's."""
    einer = simple("Einer Test Lauridsen", "fatigue.problem", "fatigue.support")
    patient, signed = assess(ward, einer)
    first = ward.documents.content(patient, signed)
    again = fill_in(ward, ward.assessments.reopen(signed, "Einer huskede mere"), simple("", "sleep.problem"))
    newer = ward.documents.content(patient, again)
    other = ward.documents.content(*assess(ward, simple("Max Test Berggren", "worry.problem")))
    return first, newer, other


def test_forged_altered_mixed_up_outdated_and_repeated_sheets_are_told_apart(
    sheets: tuple[SheetContent, SheetContent, SheetContent], ward: Session, municipality: Session, post: Post
) -> None:
    first, newer, other = sheets
    stranger = SiteSigner(bytes(range(32)))
    signed_by_stranger = other.model_copy(update={"signer": stranger})
    impostor = Impostor(ward.site_keys.own_card().public_key, stranger)
    altered = other.model_copy(update={"signer": impostor})
    pdf, other_pdf = render_sheet(newer), render_sheet(other)
    files = {
        "newer": post.scan([(pdf, 0), (pdf, 1)]),
        "repeated on paper": post.scan([(pdf, 0)], dpi=300, seed=5),
        "outdated": post.file(render_sheet(first), "pdf"),
        "altered after signing": post.file(unticked(bundle_json(newer), "sleep.problem"), "json"),
        "altered on paper": post.scan([(render_sheet(altered), 0)], seed=8),
        "of a stranger": post.file(render_sheet(signed_by_stranger), "pdf"),
        "unsigned": post.file(without_signature(bundle_json(other)), "json"),
    }
    found: dict[str, tuple[Finding, Verification]] = {}
    arrived = read(*files.values())
    for what, path in files.items():
        examined = municipality.intake.examine(arrived[path.name])
        found[what] = examined.finding, examined.check.verification
        if what == "newer":
            municipality.intake.take_in(examined, newer.patient.details())
    assert found == {
        "newer": (Finding.NEW, Verification.VERIFIED),
        "repeated on paper": (Finding.REPEATED, Verification.VERIFIED),
        "outdated": (Finding.OUTDATED, Verification.VERIFIED),
        "altered after signing": (Finding.ALTERED, Verification.ALTERED),
        "altered on paper": (Finding.ALTERED, Verification.ALTERED),
        "of a stranger": (Finding.NEW, Verification.UNKNOWN_SENDER),
        "unsigned": (Finding.NEW, Verification.UNSIGNED),
    }
    mixed_up = post.scan([(other_pdf, 0), (pdf, 1)], seed=9)
    (front,) = [arrival for arrival in read(mixed_up).values() if isinstance(arrival, ArrivedFront)]
    examined = municipality.intake.examine(front)
    assert (examined.finding, examined.is_clear) == (Finding.MIXED_UP, False)
