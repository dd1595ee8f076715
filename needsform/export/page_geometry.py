"""Where each line and each box of a form stands on the front page, for any Questionnaire; nothing is drawn here.

Two columns, areas in their order. Rows are as tall as the page allows between two bounds; an area is broken over
columns or pages only when it cannot stay whole. The same places will tell a scan where to look for marks.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.page_ink import Box
from needsform.export.sheet_frame import NOTHING, Paragraph
from needsform.export.text_wrapping import StyledText, TextStyle, text_width
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Item, Mark, Questionnaire, Topic
from needsform.models.words import Words

COLUMN_GAP: Final = 7.0
COLUMN_WIDTH: Final = (frame.WIDTH - COLUMN_GAP) / 2
BOX: Final = 3.5
"""Side of a tick box."""
NONE_BOX: Final = 3.0
"""Side of the box of "none of these"."""
DISC: Final = 3.5
"""Diameter of the number of a priority."""
TALLEST_ROW, LOWEST_ROW = 6.25, 4.8
AREA_GAP: Final = 2.6
AREA: Final = TextStyle(9.8, bold=True)
TOPIC: Final = TextStyle(9.6)
OTHER: Final = TextStyle(9)
OTHER_LABEL: Final = TextStyle(9, color=frame.SECOND)
NONE: Final = TextStyle(8)
COLUMN_HEAD: Final = TextStyle(7)
_OWN_WORDS: Final = TextStyle(7.5, color=frame.SECOND)
COLUMN_HEAD_LEADING: Final = 2.9
HEAD_BASELINE: Final = 1.5
"""How far above its rule a heading stands."""
_HEAD_HEIGHT: Final = 8.4
_NARROWEST: Final = {Mark.PROBLEM: 12.8, Mark.SUPPORT: 13.8}
_WIDEST_MARK: Final = 22.0
_BESIDE_LABEL: Final = 1.5
"""How far a label may reach into the column of boxes: a box stands in the middle of its own."""
BESIDE_DISC: Final = 1.4
_AROUND_LINES: Final = 1.2
"""Room around a text of several lines."""
_PEN_LINE: Final = 6.2
"""Height of an empty "other" line to write on."""
_STEP: Final = 0.05
_TALLEST_WRITING: Final = 60.0
"""Of an "other" line in a form of several pages, in mm: three hundred line breaks would be taller than a page."""


@dataclass(frozen=True, slots=True)
class MarkColumn:
    """One of the two columns of boxes: how wide, and how far its middle is from the right end of the text column."""

    mark: Mark
    width: float
    middle: float


@dataclass(frozen=True, slots=True)
class AreaHead:
    """An area's heading with the heads of its boxes; `goes_on` when the area began in another column."""

    area: Area
    name: Paragraph
    heads: tuple[Paragraph, ...]
    room: float
    """How wide the name may be."""
    goes_on: bool = False

    def again(self, words: Words) -> "AreaHead":
        """The heading where the area goes on."""
        said = f"{self.area.text[words.language]} ({words.text('sheet.continued').lower()})"
        return replace(self, name=Paragraph.of(said, AREA, self.room), goes_on=True)

    def height(self, _row: float) -> float:
        """The same for every area whose words are short."""
        heads = max((len(head.lines) for head in self.heads), default=0) * COLUMN_HEAD_LEADING
        return max(_HEAD_HEIGHT, self.name.height + 3.4, heads + 2.4)


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic's line."""

    topic: Topic
    label: Paragraph
    width: float
    """How wide the label may be."""
    own_words: Paragraph = NOTHING
    """The words of its boxes, where they are not those above the columns."""

    def height(self, row: float) -> float:
        """A label of several lines makes a taller row."""
        return _row_height(row, self.text_height, TOPIC)

    @property
    def text_height(self) -> float:
        """All its words."""
        return self.label.height + self.own_words.height


@dataclass(frozen=True, slots=True)
class OtherRow:
    """The last line of an area: what was written at "other", or "none of these".

    Both cannot be: where something is written, the writing has the whole line.
    """

    area: Area
    text: Paragraph
    has_none: bool = True
    least: float = 0.0
    """How high it is at least: a pen needs more room than print."""

    def height(self, row: float) -> float:
        """Several lines of writing make a taller row."""
        return max(_row_height(row, self.text.height, OTHER), self.least)


Line = AreaHead | TopicRow | OtherRow


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its place on a page."""

    line: Line
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
class FrontGeometry:
    """The placed lines of each front page, and the "other" texts that found no room there."""

    columns: tuple[MarkColumn, ...]
    pages: tuple[tuple[Placed, ...], ...]
    moved: tuple[tuple[Area, str], ...] = ()

    def boxes(self) -> Mapping[LinkId, tuple[int, Box]]:
        """For each tick box by linkId, its page (counted from 0) and its place there."""
        return {
            item.link_id: (page, placed.box(column))
            for page, lines in enumerate(self.pages)
            for placed in lines
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
        columns = mark_columns(self.questionnaire, self.words.language)
        texts = {area.link_id: self.others.get(area.link_id, "") for area in self.questionnaire.areas}
        placed = self._on_one_page(columns, texts, room)
        if placed is None and self.is_for_pen:
            return replace(self, is_for_pen=False).lay_out(room)  # better close lines than another page
        if placed is None and self._on_one_page(columns, {}, room) is None:
            return self._on_many_pages(columns, texts, room)
        moved: list[LinkId] = []
        while placed is None:
            moved.append(max((key for key in texts if key not in moved), key=lambda key: len(texts[key])))
            placed = self._on_one_page(columns, self._pointing(texts, moved, pages=1), room)
        return FrontGeometry(columns, (placed,), self._told_later(texts, moved))

    def _on_many_pages(self, columns: Sequence[MarkColumn], texts: Mapping[LinkId, str], room: Room) -> FrontGeometry:
        moved = [area for area, text in texts.items() if _height_of_writing(text) > _TALLEST_WRITING]
        pages = _flowed(self._blocks(columns, self._pointing(texts, moved, pages=1)), room, self.words)
        if moved:
            shown = self._pointing(texts, moved, pages=len(pages))
            pages = _flowed(self._blocks(columns, shown), room, self.words)
        return FrontGeometry(tuple(columns), pages, self._told_later(texts, moved))

    def _pointing(self, texts: Mapping[LinkId, str], moved: Sequence[LinkId], pages: int) -> dict[LinkId, str]:
        """The texts, with a pointer in place of those that are told after the front's pages and the back."""
        pointer = self.words.text("sheet.continued.on_page", page=pages + 2)
        return {area: pointer if area in moved else text for area, text in texts.items()}

    def _told_later(self, texts: Mapping[LinkId, str], moved: Sequence[LinkId]) -> tuple[tuple[Area, str], ...]:
        return tuple((area, texts[area.link_id]) for area in self.questionnaire.areas if area.link_id in moved)

    def _on_one_page(
        self,
        columns: Sequence[MarkColumn],
        texts: Mapping[LinkId, str],
        room: Room,
    ) -> tuple[Placed, ...] | None:
        blocks = self._blocks(columns, texts)
        for row in _row_heights():
            split = _best_split([_height(block, row) for block in blocks], room.bottom - room.top)
            if split is not None:
                left, right = blocks[:split], blocks[split:]
                return (*_placed(left, 0, room.top, row), *_placed(right, 1, room.top, row))
        return None

    def _blocks(self, columns: Sequence[MarkColumn], texts: Mapping[LinkId, str]) -> list[list[Line]]:
        heads: dict[tuple[str, ...], tuple[Paragraph, ...]] = {}  # most often the same above every area
        return [
            [
                self._head(area, columns, heads),
                *(self._topic(area, topic, columns) for topic in area.topics),
                self._other(area, texts.get(area.link_id, ""), columns),
            ]
            for area in self.questionnaire.areas
        ]

    def _head(
        self, area: Area, columns: Sequence[MarkColumn], heads: dict[tuple[str, ...], tuple[Paragraph, ...]]
    ) -> AreaHead:
        language = self.words.language
        room = _room_beside(columns) - _BESIDE_LABEL
        said = tuple(_head_words(area, column.mark, language) for column in columns)
        if said not in heads:
            heads[said] = tuple(_head(text, column.width) for text, column in zip(said, columns, strict=True))
        return AreaHead(area, Paragraph.of(area.text[language], AREA, room), heads[said], room)

    def _topic(self, area: Area, topic: Topic, columns: Sequence[MarkColumn]) -> TopicRow:
        language = self.words.language
        width = _room_beside(columns) + _BESIDE_LABEL
        if topic.link_id in self.priorities:
            width -= DISC + BESIDE_DISC
        boxes = [(item, _head_words(area, c.mark, language)) for c in columns if (item := item_of(topic, c.mark))]
        own = [item.text[language] for item, head in boxes if item.text[language] != head]
        return TopicRow(
            topic,
            Paragraph.of(topic.text[language], TOPIC, width),
            width,
            Paragraph.of(" · ".join(own), _OWN_WORDS, width) if own else NOTHING,
        )

    def _other(self, area: Area, text: str, columns: Sequence[MarkColumn]) -> OtherRow:
        if area.other is None:
            return OtherRow(area, NOTHING)
        label = f"{area.other.text[self.words.language]}: "
        width = COLUMN_WIDTH if text else COLUMN_WIDTH - self.none_width(columns)
        written = Paragraph.of([StyledText(label, OTHER_LABEL), StyledText(text, OTHER)], OTHER, width)
        return OtherRow(area, written, has_none=not text, least=_PEN_LINE if self.is_for_pen else 0.0)

    def none_width(self, columns: Sequence[MarkColumn]) -> float:
        """What "none of these" with its box takes at the end of a line."""
        label = self.words.texts["answered.none_of_these"]
        return columns[-1].middle + NONE_BOX / 2 + 1.6 + text_width(label, NONE) + 3.0


def item_of(topic: Topic, mark: Mark) -> Item | None:
    """The box of a topic in one of the columns."""
    return topic.problem if mark is Mark.PROBLEM else topic.support


def mark_columns(questionnaire: Questionnaire, language: str) -> tuple[MarkColumn, ...]:
    """The columns that the form uses, each wide enough for its longest word and, if possible, for two lines."""
    columns: list[MarkColumn] = []
    right = 0.0
    for mark in reversed(Mark):
        if questionnaire.has_column[mark]:
            heads = {_head_words(area, mark, language) for area in questionnaire.areas}
            width = _width_above(heads, _NARROWEST[mark])
            columns.insert(0, MarkColumn(mark, width, right + width / 2))
            right += width
    return tuple(columns)


def _width_above(heads: Collection[str], narrowest: float) -> float:
    longest = max(text_width(word, COLUMN_HEAD) for head in heads for word in head.split() or [""])
    width = min(max(narrowest, longest + 1.0), _WIDEST_MARK)
    while width < _WIDEST_MARK and any(len(_head(head, width).lines) > 2 for head in heads):
        width = min(width + 1.5, _WIDEST_MARK)
    return width


def _head(said: str, width: float) -> Paragraph:
    return Paragraph.even(said, COLUMN_HEAD, width - 0.5)


def _head_words(area: Area, mark: Mark, language: str) -> str:
    """What stands above a column of boxes: the words of the first box of the area in it."""
    items = (item_of(topic, mark) for topic in area.topics)
    return next((item.text[language] for item in items if item is not None), "")


def _room_beside(columns: Sequence[MarkColumn]) -> float:
    return COLUMN_WIDTH - sum(column.width for column in columns)


def _row_height(row: float, text_height: float, style: TextStyle) -> float:
    """A single line stands in a row of any height; several want a little room around them."""
    is_single = text_height <= frame.leading(style)
    return row if is_single else max(row, text_height + _AROUND_LINES)


def _height_of_writing(text: str) -> float:
    return Paragraph.of(text, OTHER, COLUMN_WIDTH).height


def _row_heights() -> Iterator[float]:
    steps = round((TALLEST_ROW - LOWEST_ROW) / _STEP)
    return (TALLEST_ROW - _STEP * step for step in range(steps + 1))


def _height(block: Sequence[Line], row: float) -> float:
    return sum(line.height(row) for line in block)


def _best_split(heights: Sequence[float], room: float) -> int | None:
    """After how many areas the second column begins, so that both fit and are as even as can be."""

    def column(part: Sequence[float]) -> float:
        return sum(part) + AREA_GAP * max(len(part) - 1, 0)

    tallest = ((max(column(heights[:i]), column(heights[i:])), i) for i in range(1, len(heights) + 1))
    height, split = min(tallest)
    return split if height <= room else None


def _x(column: int) -> float:
    return frame.LEFT + column * (COLUMN_WIDTH + COLUMN_GAP)


def _placed(blocks: Sequence[Sequence[Line]], column: int, top: float, row: float) -> Iterator[Placed]:
    y = top
    for block in blocks:
        for line in block:
            height = line.height(row)
            yield Placed(line, _x(column), y, height)
            y += height
        y += AREA_GAP


def _flowed(blocks: Sequence[Sequence[Line]], room: Room, words: Words) -> tuple[tuple[Placed, ...], ...]:
    """A form too long for one page: filled column by column, areas whole wherever a column can hold them."""
    flow = _Flow(room)
    for block in blocks:
        head = block[0]
        whole = _height(block, LOWEST_ROW)
        # An area that must be broken has at least one line below its heading.
        needed = whole if whole <= room.bottom - room.later_top else _height(block[:2], LOWEST_ROW)
        for line in block:
            if flow.y + needed > room.bottom:
                flow.next_column()
                if line is not head and isinstance(head, AreaHead):
                    flow.place(head.again(words))
            flow.place(line)
            needed = line.height(LOWEST_ROW)
        flow.y += AREA_GAP
    return tuple(map(tuple, flow.pages))


class _Flow:
    """Lines one below the other, from column to column and page to page."""

    def __init__(self, room: Room) -> None:
        self.pages: list[list[Placed]] = [[]]
        self.y = room.top
        self._room = room
        self._column = 0

    def place(self, line: Line) -> None:
        height = line.height(LOWEST_ROW)
        self.pages[-1].append(Placed(line, _x(self._column), self.y, height))
        self.y += height

    def next_column(self) -> None:
        self._column = 1 - self._column
        if self._column == 0:
            self.pages.append([])
        self.y = self._room.top if len(self.pages) == 1 else self._room.later_top
