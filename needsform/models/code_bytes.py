"""The bytes of a code: how boxes in three states are packed, and how whatever comes in is taken apart again."""

from collections.abc import Sequence
from typing import Final

from needsform.models.errors import InputError
from needsform.models.identity import AssessmentId

ID_BYTES: Final = 16
"""Of an assessment's id."""
LAST: Final = 0xFFFF
"""The largest number that a code has room for."""
_SILENT, _NO, _YES = range(3)


def packed_ticks(ticks: Sequence[bool | None]) -> bytes:
    """Four boxes to a byte, the first in its highest bits."""
    pairs = [_SILENT if tick is None else _YES if tick else _NO for tick in ticks]
    pairs += [_SILENT] * (-len(pairs) % 4)
    fours = zip(*(pairs[place::4] for place in range(4)), strict=True)
    return bytes(a << 6 | b << 4 | c << 2 | d for a, b, c, d in fours)


class CodeReader:
    """Takes bytes from the front until none is left; whatever does not come out even is damaged."""

    def __init__(self, data: bytes) -> None:
        self._left = data

    def take(self, count: int) -> bytes:
        """The next bytes."""
        taken, self._left = self._left[:count], self._left[count:]
        if len(taken) < count:
            raise InputError("code.damaged")
        return taken

    def number(self, count: int, *, least: int = 0, most: int = LAST) -> int:
        """A number of so many bytes."""
        number = int.from_bytes(self.take(count))
        if not least <= number <= most:
            raise InputError("code.damaged")
        return number

    def assessment_id(self) -> AssessmentId:
        """The id of an assessment."""
        return AssessmentId(self.take(ID_BYTES).hex())

    def ticks(self, count: int) -> tuple[bool | None, ...]:
        """So many boxes in three states; what is left of the last byte is empty."""
        packed = self.take(-(-count // 4))
        pairs = [byte >> shift & 3 for byte in packed for shift in (6, 4, 2, 0)]
        if max(pairs, default=0) > _YES or any(pairs[count:]):
            raise InputError("code.damaged")
        return tuple(None if pair == _SILENT else pair == _YES for pair in pairs[:count])

    def finish(self) -> None:
        """Nothing may be left over."""
        if self._left:
            raise InputError("code.damaged")
