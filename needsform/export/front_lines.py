"""The lines of a form, measured: headings with the columns of boxes, topics, the last line of an area.

How high a line is depends on how close together rows stand; where it stands is `page_geometry`'s.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.sheet_frame import NOTHING, Paragraph
from needsform.export.text_wrapping import StyledText, TextStyle, text_width
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Item, Mark, Questionnaire, Topic
from needsform.models.words import Words

COLUMN_GAP: Final = 7.0
COLUMN_WIDTH: Final = (frame.WIDTH - COLUMN_GAP) / 2
"""Of one of the two columns of text."""
NONE_BOX: Final = 3.0
"""Side of the box of "none of these"."""
DISC: Final = 3.5
"""Diameter of the number of a priority."""
BESIDE_DISC: Final = 1.4
AREA: Final = TextStyle(9.8, bold=True)
TOPIC: Final = TextStyle(9.6)
NONE: Final = TextStyle(8)
COLUMN_HEAD_LEADING: Final = 2.9
HEAD_BASELINE: Final = 1.5
"""How far above its rule a heading stands."""
_OTHER: Final = TextStyle(9)
_OTHER_LABEL: Final = TextStyle(9, color=frame.SECOND)
_OWN_WORDS: Final = TextStyle(7.5, color=frame.SECOND)
_COLUMN_HEAD: Final = TextStyle(7)
_HEAD_HEIGHT: Final = 8.4
_NARROWEST: Final = {Mark.PROBLEM: 12.8, Mark.SUPPORT: 13.8}
_WIDEST: Final = 22.0
_BESIDE_LABEL: Final = 1.5
"""How far a label may reach into the column of boxes: a box stands in the middle of its own."""
_AROUND_LINES: Final = 1.2
"""Room around a text of several lines."""
_PEN_LINE: Final = 6.2
"""Height of an empty "other" line to write on."""


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
    column_heads: tuple[Paragraph, ...]
    room: float
    """How wide the name may be."""
    goes_on: bool = False

    @property
    def height(self) -> float:
        """The same for every area whose words are short."""
        heads = max(len(head.lines) for head in self.column_heads) * COLUMN_HEAD_LEADING
        return max(_HEAD_HEIGHT, self.name.height + 3.4, heads + 2.4)

    def again(self, words: Words) -> "AreaHead":
        """The heading where the area goes on."""
        said = f"{self.area.text[words.language]} ({words.text('sheet.continued').lower()})"
        return replace(self, name=Paragraph.from_left(said, AREA, self.room), goes_on=True)


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic's line."""

    topic: Topic
    label: Paragraph
    width: float
    """How wide the label may be."""
    own_words: Paragraph
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
    has_none: bool
    least: float
    """How high it is at least: a pen needs more room than print."""

    def height(self, row: float) -> float:
        """Several lines of writing make a taller row."""
        return max(_row_height(row, self.text.height, _OTHER), self.least)


Row = TopicRow | OtherRow


@dataclass(frozen=True, slots=True)
class AreaLines:
    """An area: its heading and its rows."""

    head: AreaHead
    rows: tuple[Row, ...]

    def height(self, row: float) -> float:
        """The whole area, with rows of that height."""
        return self.head.height + sum(line.height(row) for line in self.rows)


@dataclass(frozen=True, slots=True)
class FormLines:
    """A form with what decides how large its lines are."""

    questionnaire: Questionnaire
    words: Words
    columns: tuple[MarkColumn, ...]
    priorities: tuple[LinkId, ...]
    is_for_pen: bool
    """Whether there is room to write on the "other" lines."""

    def measured(self, others: Mapping[LinkId, str]) -> list[AreaLines]:
        """The areas with what stands on their "other" lines."""
        heads: dict[tuple[str, ...], tuple[Paragraph, ...]] = {}  # most often the same above every area
        measured: list[AreaLines] = []
        for area in self.questionnaire.areas:
            said = tuple(_head_words(area, column.mark, self.words.language) for column in self.columns)
            if said not in heads:
                heads[said] = tuple(
                    _column_head(text, column.width) for text, column in zip(said, self.columns, strict=True)
                )
            room = self._room_beside_boxes - _BESIDE_LABEL
            name = Paragraph.from_left(area.text[self.words.language], AREA, room)
            topics = (self._topic(topic, said) for topic in area.topics)
            other = self._other(area, others.get(area.link_id, ""))
            measured.append(AreaLines(AreaHead(area, name, heads[said], room), (*topics, other)))
        return measured

    @property
    def _room_beside_boxes(self) -> float:
        return COLUMN_WIDTH - sum(column.width for column in self.columns)

    def _topic(self, topic: Topic, heads: tuple[str, ...]) -> TopicRow:
        language = self.words.language
        width = self._room_beside_boxes + _BESIDE_LABEL
        if topic.link_id in self.priorities:
            width -= DISC + BESIDE_DISC
        label = Paragraph.from_left(topic.text[language], TOPIC, width)
        boxes = ((item_of(topic, column.mark), head) for column, head in zip(self.columns, heads, strict=True))
        own = [item.text[language] for item, head in boxes if item is not None and item.text[language] != head]
        return TopicRow(topic, label, width, Paragraph.from_left(" · ".join(own), _OWN_WORDS, width))

    def _other(self, area: Area, text: str) -> OtherRow:
        least = _PEN_LINE if self.is_for_pen else 0.0
        if area.other is None:
            return OtherRow(area, NOTHING, has_none=True, least=least)
        label = StyledText(f"{area.other.text[self.words.language]}: ", _OTHER_LABEL)
        width = COLUMN_WIDTH if text else COLUMN_WIDTH - self._none_width
        written = Paragraph.of((label, StyledText(text, _OTHER)), _OTHER, width)
        return OtherRow(area, written, has_none=not text, least=least)

    @property
    def _none_width(self) -> float:
        """What "none of these" with its box takes at the end of a line."""
        label = self.words.texts["answered.none_of_these"]
        return self.columns[-1].middle + NONE_BOX / 2 + 1.6 + text_width(label, NONE) + 3.0


def height_of_writing(text: str) -> float:
    """What a text takes on an "other" line."""
    return Paragraph.of(text, _OTHER, COLUMN_WIDTH).height


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
            width = _width_below(heads, _NARROWEST[mark])
            columns.insert(0, MarkColumn(mark, width, right + width / 2))
            right += width
    return tuple(columns)


def _width_below(heads: Collection[str], narrowest: float) -> float:
    longest = max((text_width(word, _COLUMN_HEAD) for head in heads for word in head.split()), default=0.0)
    width = min(max(narrowest, longest + 1.0), _WIDEST)
    while width < _WIDEST and any(len(_column_head(head, width).lines) > 2 for head in heads):
        width = min(width + 1.5, _WIDEST)
    return width


def _column_head(said: str, width: float) -> Paragraph:
    return Paragraph.even(said, _COLUMN_HEAD, width - 0.5)


def _head_words(area: Area, mark: Mark, language: str) -> str:
    """What stands above a column of boxes: the words of the first box of the area in it."""
    items = (item_of(topic, mark) for topic in area.topics)
    return next((item.text[language] for item in items if item is not None), "")


def _row_height(row: float, text_height: float, style: TextStyle) -> float:
    """A single line stands in a row of any height; several want a little room around them."""
    return row if text_height <= frame.leading(style) else max(row, text_height + _AROUND_LINES)
