"""The back page, and the pages it may go on to.

What does not fit goes on to a continuation page. The sentence on who decides, consent and signatures stand on the back
page itself, unless names and numbers of the greatest length leave no room for them: then they have a page at the end.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export import sheet_table as table
from needsform.export.back_closing import Closing
from needsform.export.sheet_frame import BLOCK_GAP, NOTHING, Foot, Heading, Paragraph
from needsform.export.sheet_table import Table
from needsform.export.table_flow import Pointers, flowed
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.models.words import Words

_ABOVE_FOOT: Final = 2.0
_CLOSE_GAP: Final = 2.2


@dataclass(frozen=True, slots=True)
class BackContent:
    """What the back has to say."""

    boxes: tuple[Table, ...]
    """What stands on the page as far as there is room."""
    carried: tuple[Table, ...] = ()
    """What stands first on the continuation page whatever happens: what the front had no room for."""
    aside: Paragraph = NOTHING
    """Topics that are a problem but where no support is wanted; below the first box."""

    gap: float = BLOCK_GAP
    """Between what stands one below the other."""

    @property
    def gaps(self) -> float:
        """The height of all that is not boxes."""
        aside = self.aside.height + self.gap if self.aside.lines else 0.0
        return aside + self.gap * len(self.boxes)

    @property
    def height(self) -> float:
        """The height of all that should stand on the page."""
        return self.gaps + sum(box.height for box in self.boxes)

    def least(self, note: Paragraph) -> float:
        """The height when of every box only its title stands on the page, with a note of where to find it."""
        return self.gaps + sum(min(box.height, box.divided(0.0, note)[0].height) for box in self.boxes)

    def closer(self) -> "BackContent":
        """The same in less room."""
        return replace(self, boxes=tuple(box.closer() for box in self.boxes), gap=_CLOSE_GAP)


@dataclass(frozen=True, slots=True)
class BackPage:
    """The back measured: the boxes of the page itself, and of each page it goes on to."""

    heading: Heading
    content: BackContent
    """The boxes as they stand on the page itself."""
    closing: Closing
    foot: Foot
    continued_title: str
    continuation: tuple[tuple[Table, ...], ...]
    is_closed_apart: bool = False
    """Whether the closing has the last page to itself."""

    @classmethod
    def of(
        cls, heading: Heading, content: BackContent, closing: Closing, foot: Foot, words: Words, page: int
    ) -> "BackPage":
        """Divide the boxes over the back page, which is page number `page`, and as many as they need after it.

        A full page comes closer together if that saves a further one.
        """
        pointers = Pointers(words, page)
        room = foot.top - _ABOVE_FOOT - heading.bottom
        close, close_closing = content.closer(), closing.closer()
        if content.height + closing.height > room >= close.height + close_closing.height:
            content, closing = close, close_closing
        least = content.least(pointers.to(1))
        closing = closing if least + closing.height <= room else close_closing
        is_closed_apart = least + closing.height > room
        room -= content.gaps + (0.0 if is_closed_apart else closing.height)
        shown = _shared(_filled(content.boxes, room), room, pointers.to(1))
        rest = [tail for _, tail in shown if tail is not None]
        pages, begins = flowed([*content.carried, *rest], frame.FOOT_BOTTOM - heading.bottom, pointers)
        later = iter(begins[len(content.carried) :])
        boxes = tuple(head if tail is None else replace(head, note=pointers.to(next(later))) for head, tail in shown)
        continued = words.text("sheet.continued.back")
        continuation = (*map(tuple, pages), ()) if is_closed_apart else tuple(map(tuple, pages))
        return cls(heading, replace(content, boxes=boxes), closing, foot, continued, continuation, is_closed_apart)

    @property
    def pages(self) -> int:
        """How many pages the back takes with what it goes on to."""
        return 1 + len(self.continuation)

    def draw(self, canvas: TaggedCanvas, page: int) -> None:
        """Draw a page of the back, counted from 0."""
        y = self.heading.bottom
        if page:
            heading = replace(self.heading, title=self.continued_title)
            if self.is_closed_apart and page == self.pages - 1:
                heading = heading.in_brief()
                heading.draw(canvas, repeats=True)
                self.closing.draw(canvas, heading.bottom)
                return
            heading.draw(canvas, repeats=True)
            for box in self.continuation[page - 1]:
                y = box.draw(canvas, y) + BLOCK_GAP
            return
        self.heading.draw(canvas)
        gap, aside = self.content.gap, self.content.aside
        for place, box in enumerate(self.content.boxes):
            y = box.draw(canvas, y) + gap
            if place == 0 and aside.lines:
                with canvas.element("P"):
                    y = aside.draw(canvas, frame.LEFT + table.PADDING, y, table.INNER_WIDTH) + gap
        if not self.is_closed_apart:
            self.closing.draw(canvas, y)
        self.foot.draw(canvas)


def _filled(boxes: Sequence[Table], room: float) -> list[Table]:
    """The boxes, those for a pen as tall as the page has room for."""
    for_pen = sum(box.is_for_pen for box in boxes)
    left = room - sum(box.height for box in boxes if not box.is_for_pen)
    return [box.with_pen_rows(left / for_pen) if box.is_for_pen else box for box in boxes]


def _shared(boxes: Sequence[Table], room: float, note: Paragraph) -> list[tuple[Table, Table | None]]:
    """What of each box stands on the page, and what is left of it: each may have its even share and what others leave.

    The title of a box always stands on the page, if only with a note of where to find it.
    """
    shown: list[tuple[Table, Table | None]] = []
    left = room
    for place, box in enumerate(boxes):
        needed_later = sum(later.height for later in boxes[place + 1 :])
        share = max(left / (len(boxes) - place), left - needed_later)
        head, tail = (box, None) if box.height <= share else box.divided(share, note)
        shown.append((head, tail))
        left -= head.height
    return shown
