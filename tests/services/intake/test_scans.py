"""Paper at the receiver: scans, photographs and stacks of many citizens, read by the codes that were printed there."""

from pathlib import Path

import pytest

from needsform.demo.office_scan import as_stack
from needsform.models.errors import InputError
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.received_assessment import ArrivedAs, Finding, most_telling
from needsform.models.scan_stack import BackPage
from needsform.models.verification import Verification
from needsform.services.arrivals import Arrival, ArrivedFront, Unread, read_arrivals
from needsform.services.session import Session
from tests.scans import as_photograph, as_png, pages_of
from tests.services.intake.conftest import EINER, MAX, Post, on_it_goes
from tests.ward import citizen

pytestmark = pytest.mark.usefixtures("knows_ward")


def arrivals(*paths: Path) -> list[Arrival]:
    """Everything in these files."""
    return list(read_arrivals(paths, on_it_goes))


def fronts(*paths: Path) -> list[ArrivedFront]:
    """The sheets in these files, and nothing else is there."""
    found = arrivals(*paths)
    assert [one.message for one in found if isinstance(one, Unread)] == []
    return [one for one in found if isinstance(one, ArrivedFront)]


def test_a_scanned_sheet_finds_its_citizen_among_those_who_are_known(
    session: Session,
    post: Post,
    einer: Patient,
) -> None:
    scan = post.file(as_stack(pages_of(post.pdf(*post.assessment()).read_bytes())), "tiff")
    (front,) = fronts(scan)
    assert (front.place.page, front.back) == (1, BackPage.ITS_OWN)
    sheet = session.intake.examine(front)
    assert (sheet.finding, sheet.check.verification, sheet.patient) == (Finding.NEW, Verification.VERIFIED, einer)
    assert sheet.is_clear
    received = session.intake.take_in(sheet).received
    assert (received.arrived_as, received.facts.has_back_page) == (ArrivedAs.SCAN, False)
    assert received.facts.response.answers == {LinkId("fatigue.problem"): True, LinkId("fatigue.support"): True}


def test_an_unknown_citizen_is_typed_and_the_number_must_be_that_of_the_sheet(
    session: Session,
    post: Post,
) -> None:
    (front,) = fronts(post.file(as_png(pages_of(post.pdf(*post.assessment()).read_bytes())[0]), "png"))
    sheet = session.intake.examine(front)
    assert (sheet.patient, sheet.told, sheet.is_clear, front.back) == (None, None, False, BackPage.NOT_SEEN)
    with pytest.raises(InputError) as nobody:
        session.intake.take_in(sheet)
    with pytest.raises(InputError) as another:
        session.intake.take_in(sheet, citizen(MAX))
    told = [(error.value.message.message_id, error.value.field) for error in (nobody, another)]
    assert told == [("identifier.missing", "identifier"), ("intake.another_citizen", "identifier")]
    assert session.patients.with_identifier(citizen(MAX).identifier) is None
    taken = session.intake.take_in(sheet, citizen(EINER))
    assert taken.patient.details() == citizen(EINER)
    assert taken.referral is not None
    assert taken.referral.sender == "Kræftafdelingen, Test Universitetshospital"


def test_a_stack_of_many_citizens_comes_apart_into_their_sheets(
    session: Session,
    post: Post,
    patients: dict[str, Patient],
) -> None:
    stack = []
    for name in (EINER, MAX):
        stack += pages_of(post.pdf(*post.assessment(name)).read_bytes())
    found = fronts(post.file(as_stack([*stack[2:], *stack[:2]], "PDF"), "pdf"))
    sheets = [session.intake.examine(front) for front in found]
    assert [sheet.patient for sheet in sheets] == [patients[MAX], patients[EINER]]
    assert [session.intake.take_in(sheet).patient.name for sheet in sheets] == [MAX, EINER]


def test_the_front_of_one_and_the_back_of_another_is_told_and_never_taken_in_by_itself(
    session: Session,
    post: Post,
    patients: dict[str, Patient],
) -> None:
    einers, maxs = (pages_of(post.pdf(*post.assessment(name)).read_bytes()) for name in (EINER, MAX))
    (front,) = fronts(post.file(as_stack([einers[0], maxs[1]]), "tiff"))
    sheet = session.intake.examine(front)
    assert (sheet.finding, sheet.is_clear, sheet.may_be_taken_in) == (Finding.MIXED_UP, False, True)
    assert session.intake.take_in(sheet).patient == patients[EINER]


def test_photographs_of_front_and_back_in_two_files_are_one_sheet(session: Session, post: Post) -> None:
    front, back, *_ = pages_of(post.pdf(*post.assessment()).read_bytes(), dpi=200)
    paths = [post.file(as_photograph(page), "jpg") for page in (front, back)]
    (found,) = fronts(*paths)
    assert (found.back, found.place.file) == (BackPage.ITS_OWN, paths[0].name)
    assert session.intake.examine(found).check.verification is Verification.VERIFIED


def test_a_page_without_a_code_and_a_back_alone_are_told_beside_the_sheet_that_is_whole(post: Post) -> None:
    pages = pages_of(post.pdf(*post.assessment()).read_bytes())
    others = pages_of(post.pdf(*post.assessment(MAX)).read_bytes())
    empty = pages[0].point(lambda _: 255)
    found = arrivals(post.file(as_stack([empty, others[1], *pages]), "tiff"))
    told = [
        (one.place.page, one.message.message_id if isinstance(one, Unread) else type(one).__name__) for one in found
    ]
    assert told == [(1, "intake.no_code"), (2, "intake.back_alone"), (3, "ArrivedFront")]


def test_the_pdf_after_the_scan_brings_the_words_and_the_scan_after_it_nothing(
    session: Session,
    post: Post,
    einer: Patient,
) -> None:
    pdf = post.pdf(*post.assessment())
    scan = post.file(as_png(pages_of(pdf.read_bytes())[0]), "png")
    for path, finding in (
        (scan, Finding.NEW),
        (pdf, Finding.FULLER),
        (scan, Finding.REPEATED),
        (pdf, Finding.REPEATED),
    ):
        (arrival,) = arrivals(path)
        sheet = session.intake.examine(arrival)
        assert sheet.finding is finding
        if sheet.may_be_taken_in:
            session.intake.take_in(sheet)
    both = session.intake.of_patient(einer.id)
    assert [received.arrived_as for received in both] == [ArrivedAs.PDF, ArrivedAs.SCAN]
    assert most_telling(both) == (both[0],)


def test_a_code_that_was_altered_is_turned_away(session: Session, post: Post, einer: Patient) -> None:  # noqa: ARG001
    (front,) = fronts(post.file(as_png(pages_of(post.pdf(*post.assessment()).read_bytes())[0]), "png"))
    data = bytearray(front.data)
    data[60] ^= 0b00010000
    altered = ArrivedFront(front.place, bytes(data), front.code, front.back)
    assert session.intake.examine(altered).finding is Finding.ALTERED
