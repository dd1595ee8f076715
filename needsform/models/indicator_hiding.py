"""Which figures are not told: the small ones, and those from which the small ones could be worked out."""

from collections.abc import Iterable, Mapping, Set
from typing import Final

from needsform.models.indicator import SUMS, Indicator

SMALLEST_SHOWN: Final = 5
"""Fewer than so many, and more than none, could tell of somebody."""
_NO_END: Final = 10**9
"""More than anybody ever counts."""

_Ends = dict[Indicator, tuple[int, int]]
"""The least and the most that a figure can be, as far as a reader can work it out."""


def hidden_of(counts: Mapping[Indicator, int]) -> frozenset[Indicator]:
    """Which figures are not told: those from one to four, and as many more as keep these from being worked out.

    Wherever figures add up to another one, what is hidden among them is at least two figures that are five together,
    and what each of them can be, from all sums at once, is more than one number as long as there is more to hide.
    """
    hidden = {indicator for indicator, count in counts.items() if 0 < count < SMALLEST_SHOWN}
    while (another := _another_to_hide(counts, hidden)) is not None:
        hidden.add(another)
    return frozenset(hidden)


def told_as_small(counts: Mapping[Indicator, int], hidden: Set[Indicator]) -> frozenset[Indicator]:
    """Of the hidden figures, those of which it is said that they are under five: all of them, or none.

    That a whole is under five tells of its parts: if four of them are somebody, each is one. Where something follows so
    although there is no more to hide, it is only said of the hidden figures that they are hidden.
    """
    small = frozenset(indicator for indicator in hidden if counts[indicator] < SMALLEST_SHOWN)
    return frozenset() if _worked_out(counts, hidden) else small


def _another_to_hide(counts: Mapping[Indicator, int], hidden: Set[Indicator]) -> Indicator | None:
    """The smallest figure whose hiding helps; None if nothing follows, and where everything is hidden already."""
    for sums in (_unsafe_sums(counts, hidden), _sums_with(_worked_out(counts, hidden))):
        told = [i for whole, parts in sums for i in (*parts, whole) if i not in hidden and counts.get(i, 0)]
        if told:
            return min(told, key=lambda indicator: counts[indicator])
    return None


_Sum = tuple[Indicator, tuple[Indicator, ...]]


def _sums_with(figures: Set[Indicator]) -> list[_Sum]:
    return [(whole, parts) for whole, parts in SUMS if figures & {whole, *parts}]


def _unsafe_sums(counts: Mapping[Indicator, int], hidden: Set[Indicator]) -> Iterable[_Sum]:
    """The first sum that tells what is hidden in it, as long as there is something to hide."""
    for whole, parts in SUMS:
        among = {whole, *parts} & hidden
        told = any(i not in hidden and counts.get(i, 0) for i in (*parts, whole))
        if among and told and not _is_safe(among, whole, counts):
            return [(whole, parts)]
    return []


def _is_safe(among: Iterable[Indicator], whole: Indicator, counts: Mapping[Indicator, int]) -> bool:
    """Whether more than one set of figures fits what is told: a small one is 1 to 4, another hidden one 5 or more."""
    parts = [counts.get(indicator, 0) for indicator in among if indicator is not whole]
    if whole in among:
        return bool(parts)
    small = sum(part < SMALLEST_SHOWN for part in parts)
    large, rest = len(parts) - small, sum(parts)
    if large:
        return rest - SMALLEST_SHOWN * large > small
    return len(parts) > 1 and small < rest < (SMALLEST_SHOWN - 1) * small


def _worked_out(counts: Mapping[Indicator, int], hidden: Set[Indicator]) -> frozenset[Indicator]:
    """The small figures that can be only one number, from what is told and from the sums."""
    ends = _narrowed({i: _ends_as_told(counts.get(i, 0), is_hidden=i in hidden) for i in _FIGURES})
    return frozenset(i for i in hidden & _FIGURES if ends[i][0] == ends[i][1] < SMALLEST_SHOWN)


_FIGURES: Final = frozenset(i for whole, parts in SUMS for i in (whole, *parts))


def _ends_as_told(count: int, *, is_hidden: bool) -> tuple[int, int]:
    if not is_hidden:
        return count, count
    return (1, SMALLEST_SHOWN - 1) if count < SMALLEST_SHOWN else (SMALLEST_SHOWN, _NO_END)


def _narrowed(ends: _Ends) -> _Ends:
    """The same after each sum has been used until none of them says more, or as often as there are sums."""
    for _ in SUMS:
        before = dict(ends)
        for whole, parts in SUMS:
            least, most = (sum(ends[part][end] for part in parts) for end in (0, 1))
            ends[whole] = _within(ends[whole], least, most)
            for part in parts:
                low, high = ends[part]
                ends[part] = _within(ends[part], ends[whole][0] - most + high, ends[whole][1] - least + low)
        if before == ends:
            break
    return ends


def _within(ends: tuple[int, int], low: int, high: int) -> tuple[int, int]:
    return max(ends[0], low), min(ends[1], high)
