"""The front page: the form with the citizen's marks, in the words and the order of the screen."""

from dataclasses import dataclass
from typing import Final

from needsform.export import front_lines as lines
from needsform.export import sheet_frame as frame
from needsform.export.front_lines import OtherRow, TopicRow
from needsform.export.front_opening import Opening, PriorityLines
from needsform.export.page_geometry import Front, FrontGeometry, PlacedArea, PlacedRow, Room
from needsform.export.page_ink import Pen
from needsform.export.sheet_frame import Foot, Heading
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.models.questionnaire import Item, Questionnaire
from needsform.models.questionnaire_response import Answered, QuestionnaireResponse
from needsform.models.words import Words

_AREA_RULE: Final = Pen(0.38)
_LAST_RULE: Final = Pen(0.25, (0.4, 0.4, 0.4))
_ABOVE_FOOT: Final = 2.0


@dataclass(frozen=True, slots=True)
class FrontPage:
    """The front measured and ready to be drawn, on one page or, for a very long form, several."""

    response: QuestionnaireResponse | None
    words: Words
    heading: Heading
    later_heading: Heading
    """Of the pages that a very long form goes on to."""
    foot: Foot
    opening: Opening
    priority_lines: PriorityLines | None
    geometry: FrontGeometry

    @classmethod
    def of(
        cls,
        questionnaire: Questionnaire,
        response: QuestionnaireResponse | None,
        words: Words,
        headings: tuple[Heading, Heading],
        foot: Foot,
    ) -> "FrontPage":
        """The front of a form with its answers; without a response the blank form, with lines for a pen.

        The `headings` are that of the first page and that of the pages that a very long form goes on to.
        """
        heading, later_heading = headings
        opening = Opening.of(questionnaire, response, words)
        to_write = PriorityLines.of(questionnaire, words) if response is None else None
        below = to_write.height if to_write else 0.0
        room = Room(heading.bottom + opening.height, later_heading.bottom, foot.top - _ABOVE_FOOT - below)
        others = {a.link_id: response.text(a.other) for a in questionnaire.areas} if response else {}
        front = Front(questionnaire, words, others, response.priorities if response else (), response is None)
        return cls(response, words, heading, later_heading, foot, opening, to_write, front.lay_out(room))

    @property
    def pages(self) -> int:
        """How many pages the front takes: one, unless the form is longer than paper."""
        return len(self.geometry.pages)

    def draw(self, canvas: TaggedCanvas, page: int) -> None:
        """Draw a page of the front, counted from 0: heading, lead, areas, foot."""
        if page:
            self.later_heading.draw(canvas, repeats=True)
        else:
            self.heading.draw(canvas)
            self.opening.draw(canvas, self.heading.bottom)
        for area in self.geometry.pages[page]:
            with canvas.element("Sect"):
                self._draw_area(canvas, area)
        if page == self.pages - 1 and self.priority_lines is not None:
            self.priority_lines.draw(canvas, self.foot.top - _ABOVE_FOOT - self.priority_lines.height)
        self.foot.draw(canvas)

    def _draw_area(self, canvas: TaggedCanvas, area: PlacedArea) -> None:
        name, bottom = area.head.name, area.head_bottom
        with canvas.element("H2"):
            below_letters = frame.leading(lines.AREA) - frame.baseline(lines.AREA)
            name.draw(canvas, area.x, bottom - lines.HEAD_BASELINE + below_letters - name.height, area.head.room)
        canvas.draw_rule((area.x, bottom), (area.x + lines.COLUMN_WIDTH, bottom), _AREA_RULE)
        with canvas.element("Table"):
            self._draw_column_heads(canvas, area)
            for placed in area.rows:
                with canvas.element("TR"):
                    if isinstance(placed.line, TopicRow):
                        self._draw_topic(canvas, placed, placed.line)
                    else:
                        self._draw_other(canvas, placed, placed.line)
                pen = frame.LIGHT_RULE if isinstance(placed.line, TopicRow) else _LAST_RULE
                canvas.draw_rule((placed.x, placed.bottom), (placed.x + lines.COLUMN_WIDTH, placed.bottom), pen)

    def _draw_column_heads(self, canvas: TaggedCanvas, area: PlacedArea) -> None:
        right = area.x + lines.COLUMN_WIDTH
        with canvas.element("TR"):
            with canvas.cell():
                pass
            for column, said in zip(self.geometry.columns, area.head.column_heads, strict=True):
                with canvas.header_cell("Column"):
                    below = (len(said.lines) - 1) * lines.COLUMN_HEAD_LEADING
                    stands_on = area.head_bottom - lines.HEAD_BASELINE - below
                    for line in said.lines:
                        canvas.draw_line(right - column.middle - line.width / 2, stands_on, line)
                        stands_on += lines.COLUMN_HEAD_LEADING

    def _draw_topic(self, canvas: TaggedCanvas, placed: PlacedRow, row: TopicRow) -> None:
        top = placed.y + (placed.height - row.text_height) / 2
        with canvas.header_cell("Row"):
            row.label.draw(canvas, placed.x, top, row.width)
            self._draw_priority(canvas, placed.x, top, row)
            frame.draw_blocks(canvas, (row.own_words,), placed.x, top + row.label.height, row.width)
        for column in self.geometry.columns:
            with canvas.cell():
                item = lines.item_of(row.topic, column.mark)
                if item is not None:
                    box = placed.box(column)
                    is_ticked = self.response is not None and self.response.is_ticked(item)
                    canvas.draw_tick_box(box.x, box.y, box.width, marked=is_ticked, spoken=self._spoken(item))

    def _draw_priority(self, canvas: TaggedCanvas, x: float, top: float, row: TopicRow) -> None:
        """The number of a topic that matters most, after the last word of its label."""
        priorities = self.response.priorities if self.response else ()
        if row.topic.link_id not in priorities:
            return
        number = priorities.index(row.topic.link_id) + 1
        middle = top + row.label.height - row.label.leading / 2
        x += row.label.lines[-1].width + lines.BESIDE_DISC
        spoken = ", " + self.words.text("sheet.spoken.priority", number=number)
        canvas.draw_disc(x, middle - lines.DISC / 2, lines.DISC, str(number), spoken=spoken)

    def _draw_other(self, canvas: TaggedCanvas, placed: PlacedRow, row: OtherRow) -> None:
        columns = len(self.geometry.columns)
        with canvas.cell(columns=1 if row.has_none else 1 + columns):
            row.text.draw(canvas, placed.x, placed.bottom - row.text.height - 0.6, lines.COLUMN_WIDTH)
        if row.has_none:
            with canvas.cell(columns=columns):
                self._draw_none(canvas, placed, row)

    def _draw_none(self, canvas: TaggedCanvas, placed: PlacedRow, row: OtherRow) -> None:
        """ "None of these" is an answer on paper too; the box is heard before its words."""
        label = self.words.of(Answered.NONE_OF_THESE)
        is_none = self.response is not None and self.response.answered(row.area) is Answered.NONE_OF_THESE
        box = placed.none_box(self.geometry.columns)
        spoken = self.words.text("sheet.spoken.ticked" if is_none else "sheet.spoken.not_ticked", what="")
        canvas.draw_tick_box(box.x, box.y, box.width, marked=is_none, spoken=spoken)
        canvas.draw_text(box.x - 1.6, placed.bottom - 1.7, label, lines.NONE, "right")

    def _spoken(self, item: Item) -> str:
        """What a box says, in three states: ticked, said no, silent. Whose row it stands in was heard before."""
        answer = self.response.answer(item) if self.response else None
        state = "ticked" if answer is True else "answered_no" if answer is False else "not_ticked"
        return self.words.text(f"sheet.spoken.{state}", what=item.text[self.words.language])
