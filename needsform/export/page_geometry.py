"""Where each line and each box of a form stands on the front page, for any Questionnaire; nothing is drawn here.

Two columns, areas in their order. Rows are as tall as the page allows between two bounds; an area is broken over
columns or pages only when no column can hold it. The same places will tell a scan where to look for marks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.front_lines import (
    COLUMN_GAP,
    COLUMN_WIDTH,
    NONE_BOX,
    AreaHead,
    AreaLines,
    FormLines,
    MarkColumn,
    Row,
    TopicRow,
    height_of_writing,
    item_of,
    mark_columns,
)
from needsform.export.page_ink import Box
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Questionnaire
from needsform.models.words import Words

BOX: Final = 3.5
"""Side of a tick box."""
TALLEST_ROW, LOWEST_ROW = 6.25, 4.8
AREA_GAP: Final = 2.6
_STEP: Final = 0.05
_TALLEST_WRITING: Final = 60.0
"""Of an "other" line in a form of several pages, in mm: three hundred line breaks would be taller than a page."""
_AROUND_WRITING: Final = 2.0
"""What a row of writing takes beside its lines, in mm, at the most."""


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its place on a page."""

    line: Row
    x: float
    y: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height

    def box(self, column: MarkColumn) -> Box:
        """Where a topic's box stands."""
        middle = self.x + COLUMN_WIDTH - column.middle
        return Box(middle - BOX / 2, self.y + (self.height - BOX) / 2, BOX, BOX)

    def none_box(self, columns: Sequence[MarkColumn]) -> Box:
        """Where the box of "none of these" stands: below the last column."""
        middle = self.x + COLUMN_WIDTH - columns[-1].middle
        return Box(middle - NONE_BOX / 2, self.bottom - 4.4, NONE_BOX, NONE_BOX)


@dataclass(frozen=True, slots=True)
class PlacedArea:
    """An area, or the part of one that stands in a column: its heading and the rows below it."""

    head: AreaHead
    x: float
    y: float
    rows: tuple[PlacedRow, ...] = ()

    @property
    def head_bottom(self) -> float:
        """Where the heading ends."""
        return self.y + self.head.height

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.rows[-1].bottom if self.rows else self.head_bottom

    def with_row(self, line: Row, height: float) -> "PlacedArea":
        """The area with another row at its end."""
        return replace(self, rows=(*self.rows, PlacedRow(line, self.x, self.bottom, height)))


@dataclass(frozen=True, slots=True)
class FrontGeometry:
    """The placed areas of each front page, and the "other" texts that found no room there."""

    columns: tuple[MarkColumn, ...]
    pages: tuple[tuple[PlacedArea, ...], ...]
    moved: tuple[tuple[Area, str], ...] = ()

    def boxes(self) -> Mapping[LinkId, tuple[int, Box]]:
        """For each tick box by linkId, its page (counted from 0) and its place there."""
        return {
            item.link_id: (page, placed.box(column))
            for page, areas in enumerate(self.pages)
            for area in areas
            for placed in area.rows
            if isinstance(placed.line, TopicRow)
            for column in self.columns
            if (item := item_of(placed.line.topic, column.mark)) is not None
        }


@dataclass(frozen=True, slots=True)
class Room:
    """Between which heights lines may stand, on the first page of the front and on those it goes on to."""

    top: float
    later_top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Front:
    """A form with what was written into it, as far as that decides where things stand."""

    questionnaire: Questionnaire
    words: Words
    others: Mapping[LinkId, str] = field(default_factory=dict)
    """What was written on the "other" lines, by area."""
    priorities: tuple[LinkId, ...] = ()
    is_for_pen: bool = False
    """Whether there should be room to write on the "other" lines."""

    def lay_out(self, room: Room) -> FrontGeometry:
        """Place every line; writing that leaves no room for the form is moved to a later page, the longest first."""
        texts = {area.link_id: self.others.get(area.link_id, "") for area in self.questionnaire.areas}
        lines = self._lines()
        placed = _on_one_page(lines.measured(texts), room)
        if placed is None and self.is_for_pen:
            return replace(self, is_for_pen=False).lay_out(room)  # better close lines than another page
        if placed is None and _on_one_page(lines.measured({}), room) is None:
            return self._on_many_pages(lines, texts, room)
        moved: list[LinkId] = []
        while placed is None:
            moved.append(max((key for key in texts if key not in moved), key=lambda key: len(texts[key])))
            placed = _on_one_page(lines.measured(self._pointing(texts, moved, pages=1)), room)
        return FrontGeometry(lines.columns, (placed,), self._told_later(texts, moved))

    def _lines(self) -> FormLines:
        columns = mark_columns(self.questionnaire, self.words.language)
        return FormLines(self.questionnaire, self.words, columns, self.priorities, self.is_for_pen)

    def _on_many_pages(self, lines: FormLines, texts: Mapping[LinkId, str], room: Room) -> FrontGeometry:
        heads = (area.head.again(self.words).height for area in lines.measured({}))
        column = room.bottom - max(room.top, room.later_top) - max(heads) - _AROUND_WRITING
        tallest = min(_TALLEST_WRITING, column)
        moved = [area for area, text in texts.items() if height_of_writing(text) > tallest]
        pages = _flowed(lines.measured(self._pointing(texts, moved, pages=1)), room, self.words)
        if moved:
            pages = _flowed(lines.measured(self._pointing(texts, moved, pages=len(pages))), room, self.words)
        return FrontGeometry(lines.columns, pages, self._told_later(texts, moved))

    def _pointing(self, texts: Mapping[LinkId, str], moved: Sequence[LinkId], pages: int) -> dict[LinkId, str]:
        """The texts, with a pointer in place of those that are told after the front's pages and the back."""
        pointer = self.words.text("sheet.continued.on_page", page=pages + 2)
        return {area: pointer if area in moved else text for area, text in texts.items()}

    def _told_later(self, texts: Mapping[LinkId, str], moved: Sequence[LinkId]) -> tuple[tuple[Area, str], ...]:
        return tuple((area, texts[area.link_id]) for area in self.questionnaire.areas if area.link_id in moved)


def _on_one_page(areas: Sequence[AreaLines], room: Room) -> tuple[PlacedArea, ...] | None:
    """The areas in two columns with rows as tall as there is room for; None where there is too little."""
    for row in _row_heights():
        split = _best_split([area.height(row) for area in areas], room.bottom - room.top)
        if split is not None:
            return (*_placed(areas[:split], 0, room.top, row), *_placed(areas[split:], 1, room.top, row))
    return None


def _row_heights() -> Iterator[float]:
    steps = round((TALLEST_ROW - LOWEST_ROW) / _STEP)
    return (TALLEST_ROW - _STEP * step for step in range(steps + 1))


def _best_split(heights: Sequence[float], room: float) -> int | None:
    """After how many areas the second column begins, so that both fit and are as even as can be."""

    def column(part: Sequence[float]) -> float:
        return sum(part) + AREA_GAP * max(len(part) - 1, 0)

    tallest = ((max(column(heights[:i]), column(heights[i:])), i) for i in range(1, len(heights) + 1))
    height, split = min(tallest)
    return split if height <= room else None


def _placed(areas: Sequence[AreaLines], column: int, top: float, row: float) -> Iterator[PlacedArea]:
    for area in areas:
        placed = PlacedArea(area.head, _x(column), top)
        for line in area.rows:
            placed = placed.with_row(line, line.height(row))
        yield placed
        top = placed.bottom + AREA_GAP


def _x(column: int) -> float:
    return frame.LEFT + column * (COLUMN_WIDTH + COLUMN_GAP)


def _flowed(areas: Sequence[AreaLines], room: Room, words: Words) -> tuple[tuple[PlacedArea, ...], ...]:
    """A form too long for one page: filled column by column, areas whole wherever a column can hold them."""
    flow = _Flow(room)
    for area in areas:
        whole, first = area.height(LOWEST_ROW), area.rows[0].height(LOWEST_ROW)
        # A heading never stands alone at the end of a column.
        flow.begin(area.head, whole if whole <= room.bottom - room.later_top else area.head.height + first)
        for line in area.rows:
            flow.add(line, area.head.again(words))
    return flow.pages()


class _Flow:
    """Areas one below the other, from column to column and page to page."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._pages: list[list[PlacedArea]] = [[]]
        self._column = 0
        self._y = room.top

    def begin(self, head: AreaHead, needed: float) -> None:
        """Begin an area, in the next column if there is less room than needed."""
        if self._y + needed > self._room.bottom:
            self._next_column()
        self._pages[-1].append(PlacedArea(head, _x(self._column), self._y))

    def add(self, line: Row, again: AreaHead) -> None:
        """Place a row; where it must go to the next column, the heading stands there again."""
        height = line.height(LOWEST_ROW)
        if self._pages[-1][-1].bottom + height > self._room.bottom:
            self._next_column()
            self._pages[-1].append(PlacedArea(again, _x(self._column), self._y))
        self._pages[-1][-1] = self._pages[-1][-1].with_row(line, height)
        self._y = self._pages[-1][-1].bottom + AREA_GAP

    def pages(self) -> tuple[tuple[PlacedArea, ...], ...]:
        """What has been placed."""
        return tuple(map(tuple, self._pages))

    def _next_column(self) -> None:
        self._column = 1 - self._column
        if self._column == 0:
            self._pages.append([])
        self._y = self._room.top if len(self._pages) == 1 else self._room.later_top
