"""Small counts are not told, and cannot be worked out from what is; shares are rounded as people round."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models.assessment import AssessmentStatus, Gate, Occasion, Offered, ReferralSource
from needsform.models.care_plan import Conclusion
from needsform.models.errors import InputError
from needsform.models.indicator import (
    SUMS,
    TABLES,
    AssessmentFacts,
    Indicator,
    indicator_of_plan,
    indicators_of,
)
from needsform.models.indicator_counts import IndicatorCounts, IndicatorQuery, percent_of, shown_tables
from needsform.models.indicator_hiding import SMALLEST_SHOWN, hidden_of
from needsform.models.site import SiteKind

_I = Indicator
YEAR = IndicatorQuery(since=date(2026, 1, 1), until=date(2026, 12, 31))
SIZES = st.one_of(st.integers(0, 6), st.integers(0, 400))


@st.composite
def counted(draw: st.DrawFn) -> dict[Indicator, int]:
    """Figures that add up as real ones do: forms are drawn, and counted."""
    counts: dict[Indicator, int] = {}
    for table in TABLES:
        if table.whole in (_I.OFFERED, _I.ACCEPTED, _I.SIGNED):
            continue
        for part in table.parts:
            _add(counts, draw(SIZES), part, table.whole)
    answers = TABLES[0].parts[1:]
    occasions = TABLES[4].parts
    progress = TABLES[3].parts
    for answer in (*progress, *answers):
        number = draw(SIZES)
        is_accepted = answer in progress
        _add(counts, number, answer, _I.OFFERED, *((_I.ACCEPTED,) if is_accepted else ()))
        if answer in (_I.NOT_HANDED_OVER, _I.HANDED_OVER):
            with_need = draw(st.integers(0, number))
            _add(counts, number, _I.SIGNED)
            _add(counts, with_need, _I.NEED)
            _add(counts, number - with_need, _I.NO_NEED)
    left = counts.get(_I.OFFERED, 0)
    for occasion in occasions[:-1]:
        number = min(left, draw(SIZES))
        _add(counts, number, occasion)
        left -= number
    _add(counts, left, occasions[-1])
    return counts


def _add(counts: dict[Indicator, int], number: int, *indicators: Indicator) -> None:
    for indicator in indicators:
        counts[indicator] = counts.get(indicator, 0) + number


def follows(figure: Indicator, hidden: frozenset[Indicator]) -> bool:
    """Whether a hidden figure is a combination of the sums that are known: solved as one solves equations."""
    unknown = sorted(hidden)
    rows = []
    for whole, parts in SUMS:
        row = [Fraction(0)] * len(unknown)
        for indicator in hidden & {whole, *parts}:
            row[unknown.index(indicator)] = Fraction(1 if indicator is whole else -1)
        rows.append(row)
    wanted = [Fraction(indicator is figure) for indicator in unknown]
    return _rank(rows) == _rank([*rows, wanted])


def _rank(rows: list[list[Fraction]]) -> int:
    rows, rank = [list(row) for row in rows], 0
    for column in range(len(rows[0])):
        pivot = next((r for r in rows[rank:] if r[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(rank, pivot)
        for row in rows[rank + 1 :]:
            factor = row[column] / pivot[column]
            for place in range(column, len(row)):
                row[place] -= factor * pivot[place]
        rank += 1
    return rank


@given(counted())
def test_what_is_small_is_never_told_and_does_not_follow_from_what_is(counts: dict[Indicator, int]) -> None:
    assert all(counts.get(whole, 0) == sum(counts.get(part, 0) for part in parts) for whole, parts in SUMS)
    hidden = hidden_of(counts)
    small = {indicator for indicator, count in counts.items() if 0 < count < SMALLEST_SHOWN}
    assert small <= hidden
    assert [figure for figure in small if follows(figure, hidden)] == []


def read(counts: dict[Indicator, int]) -> dict[Indicator, tuple[float, float]]:
    """The least and the most that each figure can be, for somebody with the page and a pencil."""
    shown = told(counts)
    least_hidden = 5.0 if any(is_small for _, is_small, _ in shown.values()) else 1.0
    ends: dict[Indicator, tuple[float, float]] = {}
    for figure, (count, is_small, _) in shown.items():
        hidden = (1.0, 4.0) if is_small else (least_hidden, 1e9)
        ends[figure] = hidden if count is None else (float(str(count)), float(str(count)))
    for _ in range(50):
        for whole, parts in SUMS:
            for part in parts:
                others = [ends[other] for other in parts if other is not part]
                least = ends[whole][0] - sum(high for _, high in others)
                most = ends[whole][1] - sum(low for low, _ in others)
                ends[part] = max(ends[part][0], least), min(ends[part][1], most)
            least, most = (sum(ends[part][end] for part in parts) for end in (0, 1))
            ends[whole] = max(ends[whole][0], least), min(ends[whole][1], most)
    return ends


_TWELVE = (  # what is left of them are the three who accepted
    (7, (_I.DECLINED,)),
    (1, (_I.TOO_ILL,)),
    (1, (_I.OFFERED_OTHER,)),
    (1, (_I.ACCEPTED, _I.WITH_CITIZEN)),
    (1, (_I.ACCEPTED, _I.UNSIGNED)),
    (1, (_I.ACCEPTED, _I.SIGNED, _I.NOT_HANDED_OVER, _I.NO_NEED)),
)
_FOUR = tuple((1, kind) for _, kind in _TWELVE[:4])
"""One of each kind, and all of them are under five."""


@pytest.mark.parametrize("forms", [_TWELVE, _FOUR])
def test_no_small_figure_is_the_only_one_that_fits_all_sums(
    forms: tuple[tuple[int, tuple[Indicator, ...]], ...],
) -> None:
    counts: dict[Indicator, int] = {}
    for number, indicators in forms:
        _add(counts, number, _I.OFFERED, _I.AT_TREATMENT_START, *indicators)
    assert [figure for figure, (least, most) in read(counts).items() if 0 < least == most < 5] == []


@given(counted())
def test_nothing_is_hidden_without_need(counts: dict[Indicator, int]) -> None:
    if not any(0 < count < SMALLEST_SHOWN for count in counts.values()):
        assert hidden_of(counts) == frozenset()


def told(counts: Mapping[Indicator, int], *, hides_small: bool = True) -> dict[Indicator, tuple[object, ...]]:
    whole = IndicatorCounts(query=YEAR, counted_on=date(2026, 12, 31), sites=("Test",), counts=counts)
    return {
        line.indicator: (line.shown.count, line.shown.is_small, line.percent)
        for table in shown_tables(whole, hides_small=hides_small)
        for line in table.lines
    }


def test_under_five_is_said_so_and_one_more_is_kept_back_so_that_nobody_can_subtract() -> None:
    counts = {_I.IN_COURSE: 53, _I.ASSESSED: 50, _I.NOT_ASSESSED: 3}
    seen = told(counts)
    assert seen[_I.NOT_ASSESSED] == (None, True, None)
    assert seen[_I.ASSESSED] == (None, False, None)
    assert seen[_I.IN_COURSE] == (53, False, None)
    assert seen[_I.OFFERED] == (0, False, None), "none is nobody"
    assert told(counts, hides_small=False)[_I.NOT_ASSESSED] == (3, False, 6)


def test_shares_are_of_the_whole_of_their_table() -> None:
    seen = told({_I.IN_COURSE: 200, _I.ASSESSED: 181, _I.NOT_ASSESSED: 19})
    assert seen[_I.ASSESSED] == (181, False, 91)
    assert seen[_I.NOT_ASSESSED] == (19, False, 10)
    assert [percent_of(1, 3), percent_of(1, 8), percent_of(0, 5), percent_of(0, 0)] == [33, 13, 0, None]


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InputError, match=r"indicators\.dates_crossed") as refused:
        IndicatorQuery(since=date(2026, 2, 1), until=date(2026, 1, 31)).require_in_order()
    assert refused.value.field == "until"
    IndicatorQuery(since=date(2026, 2, 1), until=date(2026, 2, 1)).require_in_order()


def form(
    status: AssessmentStatus,
    offered: Offered = Offered.ACCEPTED,
    gate: Gate = Gate.NONE,
    setting: SiteKind | None = None,
) -> AssessmentFacts:
    return AssessmentFacts(
        setting or SiteKind.HOSPITAL, Occasion.TREATMENT_START, offered, gate, status, Conclusion.NEED
    )


def test_a_front_page_without_a_back_page_is_no_assessment_yet() -> None:
    begun = form(AssessmentStatus.FRONT_COMPLETED)
    assert (begun.is_in_course, begun.is_assessed) == (True, False)
    assert _I.BACK_MISSING in indicators_of(begun)
    assert _I.NEED not in indicators_of(begun)


def test_whoever_declines_or_is_too_ill_is_in_the_denominator_and_whom_the_form_is_not_for_is_not() -> None:
    assert form(AssessmentStatus.DECLINED, Offered.TOO_ILL).is_in_course
    assert not form(AssessmentStatus.REDIRECTED, gate=Gate.PALLIATIVE).is_in_course
    assert indicators_of(form(AssessmentStatus.REDIRECTED, gate=Gate.PALLIATIVE)) == {_I.NOT_FOR_FORM, _I.PALLIATIVE}
    assert not form(AssessmentStatus.SIGNED, setting=SiteKind.MUNICIPALITY).is_in_course


def test_what_was_begun_by_mistake_or_replaced_is_counted_nowhere() -> None:
    for status in (AssessmentStatus.CANCELLED, AssessmentStatus.SUPERSEDED):
        assert indicators_of(form(status)) == frozenset()
        assert not form(status).is_in_course


def test_a_course_without_a_case_has_no_known_source() -> None:
    assert indicator_of_plan(None) is _I.BEGUN_FROM_UNKNOWN
    assert indicator_of_plan(ReferralSource.GENERAL_PRACTICE) is _I.BEGUN_FROM_GP
