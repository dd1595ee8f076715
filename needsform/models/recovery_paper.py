"""Whether somebody has the recovery key on paper: two groups of it are asked for.

Standard library only: the first run needs it before anything heavy is loaded.
"""

from collections.abc import Callable, Sequence

from needsform.models.errors import Message

GROUP_FIELDS = ("first_group", "second_group")
"""The fields in which the two groups are typed."""
_LOOK_ALIKES = str.maketrans("OIL", "011")
"""Letters that a recovery key never has, and the digits they are mistaken for."""


def two_groups(count: int, entropy: Callable[[int], bytes]) -> tuple[int, int]:
    """Two different groups of so many, by chance, in reading order, counted from 1."""
    first, step = (byte % bound for byte, bound in zip(entropy(2), (count, count - 1), strict=True))
    second = (first + 1 + step) % count
    return min(first, second) + 1, max(first, second) + 1


def wrong_groups(groups: Sequence[str], asked: tuple[int, int], typed: tuple[str, str]) -> dict[str, Message]:
    """What is wrong with the two groups as typed, by field: `first_run.group_wrong`; nothing if both are right."""
    return {
        field: Message("first_run.group_wrong", {"number": str(number)})
        for field, number, group in zip(GROUP_FIELDS, asked, typed, strict=True)
        if group.strip().upper().translate(_LOOK_ALIKES) != groups[number - 1]
    }
