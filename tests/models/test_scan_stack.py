"""A stack from the scanner: fronts find their own backs, and what was mixed up is told."""

from dataclasses import replace
from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from needsform.models.assessment import FilledBy, Occasion
from needsform.models.errors import Message
from needsform.models.identity import AssessmentId
from needsform.models.scan_stack import BackPage, ScannedFront, UnusedPage, sorted_out
from needsform.models.sheet_code import SIGNATURE_BYTES, BackCode, SheetCode, front_tag
from needsform.models.site import SiteKind

CODE = SheetCode(
    form=bytes(6),
    assessment_id=AssessmentId("00" * 16),
    revision=1,
    held_on=date(2026, 11, 23),
    citizen=bytes(8),
    occasion=Occasion.TREATMENT_START,
    setting=SiteKind.HOSPITAL,
    filled_by=FilledBy.SELF,
    relative_present=False,
    has_words=False,
    distress=None,
    ticks=(True, None, False),
    priorities=(),
    sender=bytes(32),
)


def sheet(number: int, revision: int = 1) -> tuple[bytes, bytes]:
    """Front and back of one sheet, as their codes."""
    code = replace(CODE, assessment_id=AssessmentId(f"{number:032x}"), revision=revision)
    front = code.body() + bytes(SIGNATURE_BYTES)
    return front, BackCode(code.assessment_id, revision, front_tag(front)).packed()


def stack(*codes: bytes) -> list[tuple[int, list[bytes]]]:
    """Pages numbered from 1, each with its code; an empty one has none."""
    return [(number, [code] if code else []) for number, code in enumerate(codes, start=1)]


def told(*codes: bytes) -> list[tuple[int, str]]:
    """Page and what became of it."""
    return [
        (one.place, one.back.value if isinstance(one, ScannedFront) else one.message.message_id)
        for one in sorted_out(stack(*codes))
    ]


(A, A_BACK), (B, B_BACK) = sheet(1), sheet(2)
A2, A2_BACK = sheet(1, revision=2)


def test_fronts_with_their_own_backs_are_whole_sheets() -> None:
    assert told(A, A_BACK, B, B_BACK) == [(1, "its_own"), (3, "its_own")]


def test_fronts_alone_are_sheets_whose_backs_were_not_seen() -> None:
    assert told(A, B) == [(1, "not_seen"), (2, "not_seen")]


def test_the_back_of_another_sheet_behind_a_front_is_told() -> None:
    assert told(A, B_BACK) == [(1, "anothers")]


def test_the_back_of_another_revision_is_another_s() -> None:
    assert told(A, A2_BACK) == [(1, "anothers")]


def test_backs_that_were_exchanged_find_their_fronts_again() -> None:
    assert told(A, B_BACK, B, A_BACK) == [(1, "its_own"), (3, "its_own")]


def test_a_back_alone_is_told() -> None:
    assert told(A_BACK) == [(1, "intake.back_alone")]
    assert told(A, A_BACK, B_BACK) == [(1, "its_own"), (3, "intake.back_alone")]


def test_a_page_without_a_code_and_a_code_of_somebody_else_are_told() -> None:
    assert told(b"", b"https://example.org") == [(1, "intake.no_code"), (2, "intake.no_code")]


def test_a_code_that_is_damaged_or_newer_is_told_as_such() -> None:
    assert told(A[:-1]) == [(1, "code.damaged")]
    assert told(b"N\x21rest") == [(1, "code.newer")]


def test_another_code_on_the_same_page_does_not_hide_ours() -> None:
    (one,) = sorted_out([("x", [b"https://example.org", A])])
    assert isinstance(one, ScannedFront)
    assert one.code == replace(CODE, assessment_id=AssessmentId(f"{1:032x}"))


def test_a_front_that_lies_there_twice_is_found_twice() -> None:
    assert told(A, A_BACK, A) == [(1, "its_own"), (3, "its_own")]


def test_in_whatever_order_two_whole_sheets_lie_both_are_whole() -> None:
    for order in permutations((A, A_BACK, B, B_BACK)):
        assert sorted(how for _, how in told(*order)) == ["its_own", "its_own"]


PAGES = st.sampled_from((A, A_BACK, B, B_BACK, A2, A2_BACK, b"", b"something else"))


@given(st.lists(PAGES, max_size=12))
def test_every_front_is_found_and_every_page_that_is_none_is_told_or_belongs_to_one(codes: list[bytes]) -> None:
    found = sorted_out(stack(*codes))
    fronts = {number for number, code in enumerate(codes, start=1) if code in (A, B, A2)}
    assert {one.place for one in found if isinstance(one, ScannedFront)} == fronts
    empty = {number for number, code in enumerate(codes, start=1) if code in (b"", b"something else")}
    unused = {one.place: one.message for one in found if isinstance(one, UnusedPage)}
    assert {place for place, message in unused.items() if message == Message("intake.no_code")} == empty
    for one in found:
        if isinstance(one, ScannedFront) and one.back is BackPage.ITS_OWN:
            assert any(
                BackCode(one.code.assessment_id, one.code.revision, front_tag(one.data)).packed() == code
                for code in codes
            )
