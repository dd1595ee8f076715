"""Where each line of a form stands on the front page, for any Questionnaire; nothing is drawn here.

Two columns, areas in their order. Rows are as tall as the page allows between two bounds; an area is broken over
columns or pages only when it cannot stay whole. The same places will tell a scan where to look for marks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.sheet_frame import Paragraph
from needsform.export.text_wrapping import TextStyle
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Questionnaire, Topic

COLUMN_GAP: Final = 7.0
COLUMN_WIDTH: Final = (frame.WIDTH - COLUMN_GAP) / 2
BOX: Final = 3.5
"""Side of a tick box."""
MARK_WIDTHS: Final = (12.8, 13.8)
"""Of the two columns of boxes."""
TALLEST_ROW, LOWEST_ROW = 6.25, 5.0
HEAD_HEIGHT: Final = 8.4
AREA_GAP: Final = 2.6
TOPIC: Final = TextStyle(9.6)
AREA: Final = TextStyle(9.8, bold=True)
OTHER: Final = TextStyle(9)
DISC: Final = 3.5
_LINE: Final = frame.leading(TOPIC)
_OTHER_LINE: Final = frame.leading(OTHER)


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic's line."""

    topic: Topic
    label: Paragraph

    def height(self, row: float) -> float:
        """A label of several lines makes a taller row."""
        return max(row, self.label.height + row - _LINE)


@dataclass(frozen=True, slots=True)
class OtherRow:
    """The "other" line of an area with what was written; `moved` when that is told on a later page instead."""

    area: Area
    text: Paragraph
    moved: bool = False

    def height(self, row: float) -> float:
        """Several lines of writing make a taller row; an area without a line of its own keeps the answer "none"."""
        return max(row, self.text.height + row - _OTHER_LINE)


@dataclass(frozen=True, slots=True)
class AreaHead:
    """An area's heading with the heads of its boxes; `goes_on` when the area began in another column."""

    area: Area
    goes_on: bool = False

    def height(self, _row: float) -> float:
        """The same for every area."""
        return HEAD_HEIGHT


Line = AreaHead | TopicRow | OtherRow


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its place on a page."""

    line: Line
    x: float
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class FrontGeometry:
    """The placed lines of each front page, and the "other" texts that found no room there."""

    pages: tuple[tuple[Placed, ...], ...]
    moved: tuple[tuple[Area, str], ...]


def label_width(marks: int) -> float:
    """How wide a label may be beside that many boxes, with room for the disc of a priority."""
    return COLUMN_WIDTH - sum(MARK_WIDTHS[2 - marks :]) - DISC - 2.5


def lay_out(
    questionnaire: Questionnaire,
    language: str,
    others: Mapping[LinkId, str],
    tops: tuple[float, float],
    bottom: float,
    pointer: str,
) -> FrontGeometry:
    """Place every line of a form between `tops` (first page, later pages) and `bottom`.

    `others` is what was written on the "other" lines; `pointer` is what stands there instead if it must move.
    """
    marks = sum(questionnaire.has_column.values())
    room = bottom - tops[0]
    texts = {area.link_id: others.get(area.link_id, "") for area in questionnaire.areas}
    moved: list[tuple[Area, str]] = []
    while True:
        blocks = [_block(area, language, marks, texts[area.link_id], pointer) for area in questionnaire.areas]
        for row in _row_heights():
            split = _best_split(blocks, row, room)
            if split is not None:
                columns = (blocks[:split], blocks[split:])
                placed = [p for i, column in enumerate(columns) for p in _placed_blocks(column, i, tops[0], row)]
                return FrontGeometry((tuple(placed),), tuple(moved))
        longest = max(texts, key=lambda link_id: len(texts[link_id]))
        if len(texts[longest]) <= len(pointer) or all(text in ("", pointer) for text in texts.values()):
            return FrontGeometry(_flowed(blocks, tops, bottom), tuple(moved))
        area = next(a for a in questionnaire.areas if a.link_id == longest)
        moved = sorted([*moved, (area, texts[longest])], key=lambda pair: questionnaire.areas.index(pair[0]))
        texts[longest] = pointer


def _row_heights() -> list[float]:
    steps = round((TALLEST_ROW - LOWEST_ROW) / 0.05)
    return [TALLEST_ROW - 0.05 * step for step in range(steps + 1)]


def _block(area: Area, language: str, marks: int, text: str, pointer: str) -> list[Line]:
    width = label_width(marks)
    lines: list[Line] = [AreaHead(area)]
    lines.extend(TopicRow(topic, Paragraph.of(topic.text[language], TOPIC, width)) for topic in area.topics)
    written = Paragraph.of(text, OTHER, COLUMN_WIDTH - OTHER_INDENT - NONE_WIDTH)
    lines.append(OtherRow(area, written, moved=bool(text) and text == pointer))
    return lines


OTHER_INDENT: Final = 12.5
"""Where writing on an "other" line begins."""
NONE_WIDTH: Final = 28.0
"""What "none of these" with its box takes at the end of that line."""


def _height(block: Sequence[Line], row: float) -> float:
    return sum(line.height(row) for line in block)


def _best_split(blocks: Sequence[Sequence[Line]], row: float, room: float) -> int | None:
    """After how many areas the second column begins, so that both fit and are as even as can be."""
    heights = [_height(block, row) for block in blocks]

    def column(part: Sequence[float]) -> float:
        return sum(part) + AREA_GAP * max(len(part) - 1, 0)

    fitting = [
        (max(column(heights[:i]), column(heights[i:])), i)
        for i in range(1, len(blocks) + 1)
        if column(heights[:i]) <= room and column(heights[i:]) <= room
    ]
    return min(fitting)[1] if fitting else None


def _x(column: int) -> float:
    return frame.LEFT + column * (COLUMN_WIDTH + COLUMN_GAP)


def _placed_blocks(blocks: Sequence[Sequence[Line]], column: int, top: float, row: float) -> list[Placed]:
    placed: list[Placed] = []
    y = top
    for block in blocks:
        for line in block:
            placed.append(Placed(line, _x(column), y, line.height(row)))
            y += line.height(row)
        y += AREA_GAP
    return placed


def _flowed(
    blocks: Sequence[Sequence[Line]], tops: tuple[float, float], bottom: float
) -> tuple[tuple[Placed, ...], ...]:
    """A form too long for one page: filled column by column, a broken area with its heading again."""
    pages: list[list[Placed]] = [[]]
    column, y = 0, tops[0]
    for block in blocks:
        head = block[0]
        for place, line in enumerate(block):
            needed = line.height(LOWEST_ROW)
            if isinstance(line, AreaHead):
                needed += block[1].height(LOWEST_ROW)  # a heading never stands alone at the end of a column
            if y + needed > bottom:
                column += 1
                if column == 2:
                    pages.append([])
                    column = 0
                y = tops[0] if len(pages) == 1 else tops[1]
                if place and isinstance(head, AreaHead):
                    pages[-1].append(Placed(AreaHead(head.area, goes_on=True), _x(column), y, HEAD_HEIGHT))
                    y += HEAD_HEIGHT
            pages[-1].append(Placed(line, _x(column), y, line.height(LOWEST_ROW)))
            y += line.height(LOWEST_ROW)
        y += AREA_GAP
    return tuple(tuple(page) for page in pages)
