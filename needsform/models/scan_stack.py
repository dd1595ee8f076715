"""Scanned pages of many sheets in one stack: which back was printed with which front, and which were mixed up.

A back says which front it belongs to (`BackCode.belongs_to`), so the order of the stack is asked only where a back's
own front is not there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from needsform.models.errors import InputError, Message
from needsform.models.sheet_code import BackCode, SheetCode, unpack

P = TypeVar("P")
"""Where a page lies, as whoever reads it says."""


class BackPage(StrEnum):
    """What lay behind a front page."""

    NOT_SEEN = "not_seen"
    ITS_OWN = "its_own"
    ANOTHERS = "anothers"
    """The back of another sheet, or of another revision."""


@dataclass(frozen=True, slots=True)
class ScannedFront(Generic[P]):
    """A front page by its code, and what was behind it."""

    place: P
    data: bytes
    """The code, byte for byte."""
    code: SheetCode
    back: BackPage


@dataclass(frozen=True, slots=True)
class UnusedPage(Generic[P]):
    """A page that no sheet comes of, and why."""

    place: P
    message: Message


@dataclass(frozen=True, slots=True)
class _Page(Generic[P]):
    place: P
    front: tuple[bytes, SheetCode] | None = None
    back: BackCode | None = None
    message: Message | None = None


def sorted_out(pages: Sequence[tuple[P, Sequence[bytes]]]) -> list[ScannedFront[P] | UnusedPage[P]]:
    """The sheets in a stack, each front once for each time that it lies there, in the order of the stack.

    `pages` are the places with the codes that were found on each.
    """
    read = [_read(place, codes) for place, codes in pages]
    fronts = [page.front[0] for page in read if page.front is not None]
    with_own = {data for data in fronts if any(page.back and page.back.belongs_to(data) for page in read)}
    found: list[ScannedFront[P] | UnusedPage[P]] = []
    for number, page in enumerate(read):
        if page.front is not None:
            data, code = page.front
            behind = BackPage.ITS_OWN if data in with_own else _behind(read, number)
            found.append(ScannedFront(page.place, data, code, behind))
        elif page.message is not None:
            found.append(UnusedPage(page.place, page.message))
        elif page.back is not None and not any(page.back.belongs_to(data) for data in fronts):
            is_told = number > 0 and _lacks_own(read[number - 1], with_own)
            if not is_told:
                found.append(UnusedPage(page.place, Message("intake.back_alone")))
    return found


def _behind(read: Sequence[_Page[P]], number: int) -> BackPage:
    """What lies behind a front whose own back is not in the stack."""
    following = read[number + 1] if number + 1 < len(read) else None
    return BackPage.ANOTHERS if following is not None and following.back is not None else BackPage.NOT_SEEN


def _lacks_own(page: _Page[P], with_own: set[bytes]) -> bool:
    return page.front is not None and page.front[0] not in with_own


def _read(place: P, codes: Sequence[bytes]) -> _Page[P]:
    """A page has one code of ours; others may be printed beside it."""
    message = Message("intake.no_code")
    for data in codes:
        try:
            code = unpack(data)
        except InputError as error:
            if error.message.message_id != "code.not_ours":
                message = error.message
            continue
        if isinstance(code, BackCode):
            return _Page(place, back=code)
        return _Page(place, front=(data, code))
    return _Page(place, message=message)
