"""Boxes that go on over several pages, each with a word of where it goes on."""

from collections.abc import Sequence
from dataclasses import dataclass

from needsform.export import sheet_table as table
from needsform.export.sheet_frame import BLOCK_GAP, Paragraph
from needsform.export.sheet_table import Table
from needsform.models.words import Words


@dataclass(frozen=True, slots=True)
class Pointers:
    """Says on which page something goes on."""

    words: Words
    page: int
    """Of the page before the first of these."""

    def to(self, continuation: int) -> Paragraph:
        """A pointer to a continuation page, counted from 1."""
        said = self.words.text("sheet.continued.on_page", page=self.page + continuation)
        return Paragraph.of(said, table.CELL_SECOND, table.INNER_WIDTH)


def flowed(boxes: Sequence[Table], room: float, pointers: Pointers) -> tuple[list[list[Table]], list[int]]:
    """The boxes over further pages, and on which of these, counted from 1, each of them begins."""
    pages: list[list[Table]] = []
    begins: list[int] = []
    left = 0.0
    for box in boxes:
        rest, has_begun = box, False
        while rest.height > left:
            head, tail = rest.divided(left, pointers.to(len(pages) + 1), may_break=left == room)
            if head.rows:
                pages[-1].append(head)
                begins += [] if has_begun else [len(pages)]
                rest, has_begun = tail, True
            pages.append([])
            left = room
        pages[-1].append(rest)
        begins += [] if has_begun else [len(pages)]
        left -= rest.height + BLOCK_GAP
    return pages, begins
