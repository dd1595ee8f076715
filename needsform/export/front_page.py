"""The front page: the form with the citizen's marks, in the words and the order of the screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from needsform.export import page_geometry as geometry
from needsform.export import sheet_frame as frame
from needsform.export.page_geometry import AreaHead, OtherRow, Placed, TopicRow
from needsform.export.page_ink import Pen
from needsform.export.sheet_frame import Foot, Heading, Paragraph
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import StyledText, TextStyle, text_width
from needsform.models.questionnaire import Area, Item, Mark, Questionnaire
from needsform.models.questionnaire_response import Answered, QuestionnaireResponse
from needsform.models.words import Words

_LEAD: Final = TextStyle(9.2)
_LEAD_BOLD: Final = TextStyle(9.2, bold=True)
_COLUMN_HEAD: Final = TextStyle(7)
_NONE: Final = TextStyle(8)
_NONE_BOX: Final = 3.0
_AREA_RULE: Final = Pen(0.38)
_SCALE_STEP: Final = 9.0


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the front says, ready to be measured and drawn. Without a `response` it is the blank form."""

    questionnaire: Questionnaire
    response: QuestionnaireResponse | None
    words: Words

    def lead(self) -> Paragraph:
        """The time frame and what to do, with the two questions in bold."""
        text, has = self.words.text, self.questionnaire.has_column
        parts = [StyledText(text("sheet.front.lead.start"), _LEAD)]
        if has[Mark.PROBLEM]:
            parts += [
                StyledText(text("sheet.front.lead.before_problem"), _LEAD),
                StyledText(text("sheet.front.lead.problem"), _LEAD_BOLD),
            ]
        if has[Mark.PROBLEM] and has[Mark.SUPPORT]:
            parts.append(StyledText(text("sheet.front.lead.between"), _LEAD))
        if has[Mark.SUPPORT]:
            parts += [
                StyledText(text("sheet.front.lead.before_support"), _LEAD),
                StyledText(text("sheet.front.lead.support"), _LEAD_BOLD),
                StyledText(text("sheet.front.lead.after_support"), _LEAD),
            ]
        parts.append(StyledText(text("sheet.front.lead.end"), _LEAD))
        if self.questionnaire.priority is not None and self.response is None:
            parts.append(StyledText(" " + text("sheet.blank.priorities"), _LEAD))
        return Paragraph.of(parts, _LEAD, frame.WIDTH)

    @property
    def _shows_legend(self) -> bool:
        return self.questionnaire.priority is not None and self.response is not None

    def content_top(self, heading: Heading, *, is_first: bool = True) -> float:
        """Where the columns begin."""
        if not is_first:
            return heading.bottom
        extra = frame.leading(_LEAD) + 0.6 if self._shows_legend else 0.0
        extra += 10.0 if self._shown_scale is not None else 0.0
        return heading.bottom + self.lead().height + extra + 0.6

    @property
    def _shown_scale(self) -> Item | None:
        scale = self.questionnaire.distress
        return None if scale is None or scale.hidden else scale

    def draw(
        self, canvas: TaggedCanvas, heading: Heading, placed: tuple[Placed, ...], foot: Foot, *, is_first: bool
    ) -> None:
        """One front page: heading, lead, areas, foot."""
        heading.draw(canvas, repeats=not is_first)
        if is_first:
            self._draw_lead(canvas, heading.bottom)
        lines = list(placed)
        while lines:
            end = next((i for i, p in enumerate(lines) if i and isinstance(p.line, AreaHead)), len(lines))
            self._draw_area(canvas, lines[:end])
            del lines[:end]
        foot.draw(canvas)

    def _draw_lead(self, canvas: TaggedCanvas, top: float) -> None:
        with canvas.element("P"):
            end = self.lead().draw(canvas, frame.LEFT, top, frame.WIDTH)
        if self._shows_legend:
            with canvas.element("P"):
                baseline = end + frame.leading(_LEAD) * 0.78
                for place in (1, 2, 3):
                    spoken = self.words.text("sheet.spoken.priority", number=place)
                    x = frame.LEFT + (place - 1) * 4.6
                    canvas.draw_disc(x, baseline - 2.95, geometry.DISC, str(place), spoken=spoken)
                canvas.draw_text(frame.LEFT + 14.4, baseline, self.words.text("sheet.front.priorities"), _LEAD)
            end += frame.leading(_LEAD)
        if self._shown_scale is not None:
            self._draw_scale(canvas, self._shown_scale, end + 1.0)

    def _draw_scale(self, canvas: TaggedCanvas, item: Item, top: float) -> None:
        """The optional line of numbers: a box under each, one of them crossed."""
        with canvas.element("P"):
            canvas.draw_text(frame.LEFT, top + 3.0, item.text[self.words.language], frame.BODY)
            low, high = item.bounds
            chosen = self.response.answer(item) if self.response else None
            x = frame.RIGHT - (high - low + 1) * _SCALE_STEP
            for number in range(low, high + 1):
                is_chosen = chosen == number and not isinstance(chosen, bool)
                spoken = self._spoken(is_chosen, str(number))
                canvas.draw_tick_box(x + 2.0, top + 4.4, _NONE_BOX, marked=is_chosen, spoken=spoken)
                canvas.draw_text(x + 5.4, top + 6.9, str(number), _NONE)
                x += _SCALE_STEP

    # One area ------------------------------------------------------------------------------------------------

    def _draw_area(self, canvas: TaggedCanvas, lines: list[Placed]) -> None:
        head = lines[0]
        if not isinstance(head.line, AreaHead):
            raise TypeError("an area begins with its heading")
        with canvas.element("Sect"):
            name = head.line.area.text[self.words.language]
            baseline = head.y + head.height - 1.5
            said = f"{name} ({self.words.text('sheet.continued').lower()})" if head.line.goes_on else name
            with canvas.element("H2"):
                canvas.draw_text(head.x, baseline, said, geometry.AREA)
            canvas.draw_rule(
                (head.x, head.y + head.height), (head.x + geometry.COLUMN_WIDTH, head.y + head.height), _AREA_RULE
            )
            with canvas.element("Table"):
                self._draw_column_heads(canvas, head, baseline)
                for placed in lines[1:]:
                    if isinstance(placed.line, TopicRow):
                        self._draw_topic(canvas, placed, placed.line)
                    elif isinstance(placed.line, OtherRow):
                        self._draw_other(canvas, placed, placed.line)

    def _marks(self) -> list[tuple[Mark, float, float]]:
        """The columns in use: which mark, where its middle is from the column's right end, how wide."""
        used = [mark for mark in Mark if self.questionnaire.has_column[mark]]
        found, right = [], 0.0
        for mark in reversed(used):
            width = geometry.MARK_WIDTHS[-1] if mark is Mark.SUPPORT else geometry.MARK_WIDTHS[0]
            found.append((mark, right + width / 2, width))
            right += width
        return found[::-1]

    def _draw_column_heads(self, canvas: TaggedCanvas, head: Placed, baseline: float) -> None:
        right = head.x + geometry.COLUMN_WIDTH
        with canvas.element("TR"):
            with canvas.cell():
                pass
            for mark, middle, width in self._marks():
                with canvas.header_cell("Column"):
                    lines = Paragraph.of(self.words.of(mark), _COLUMN_HEAD, width - 0.5)
                    y = baseline - (len(lines.lines) - 1) * 2.9
                    for line in lines.lines:
                        canvas.draw_line(right - middle - line.width / 2, y, line)
                        y += 2.9

    def _draw_topic(self, canvas: TaggedCanvas, placed: Placed, row: TopicRow) -> None:
        topic, right = row.topic, placed.x + geometry.COLUMN_WIDTH
        label = topic.text[self.words.language]
        with canvas.element("TR"):
            with canvas.header_cell("Row"):
                top = placed.y + (placed.height - row.label.height) / 2
                row.label.draw(canvas, placed.x, top, geometry.label_width(len(self._marks())))
                self._draw_priority(canvas, placed, row)
            for mark, middle, _ in self._marks():
                item = topic.problem if mark is Mark.PROBLEM else topic.support
                with canvas.cell():
                    if item is not None:
                        spoken = self._spoken_answer(item, f"{label} – {self.words.of(mark)}")
                        x, y = right - middle - geometry.BOX / 2, placed.y + (placed.height - geometry.BOX) / 2
                        canvas.draw_tick_box(x, y, geometry.BOX, marked=self._is_ticked(item), spoken=spoken)
        self._draw_row_rule(canvas, placed)

    def _draw_priority(self, canvas: TaggedCanvas, placed: Placed, row: TopicRow) -> None:
        priorities = self.response.priorities if self.response else ()
        if row.topic.link_id not in priorities:
            return
        number = priorities.index(row.topic.link_id) + 1
        last = row.label.lines[-1]
        x = placed.x + last.width + 1.4
        middle = placed.y + (placed.height + row.label.height) / 2 - row.label.leading / 2
        spoken = ", " + self.words.text("sheet.spoken.priority", number=number)
        canvas.draw_disc(x, middle - geometry.DISC / 2, geometry.DISC, str(number), spoken=spoken)

    def _draw_other(self, canvas: TaggedCanvas, placed: Placed, row: OtherRow) -> None:
        baseline = placed.y + placed.height - 1.7
        text_top = placed.y + placed.height - row.text.height - 0.5
        with canvas.element("TR"):
            with canvas.cell():
                if row.area.other is not None:
                    first = text_top + frame.leading(geometry.OTHER) * 0.78 if row.text.lines else baseline
                    said = TextStyle(geometry.OTHER.size, color=frame.SECOND)
                    canvas.draw_text(placed.x, first, self.words.text("sheet.front.other") + " ", said)
                    width = geometry.COLUMN_WIDTH - geometry.OTHER_INDENT - geometry.NONE_WIDTH
                    row.text.draw(canvas, placed.x + geometry.OTHER_INDENT, text_top, width)
            with canvas.cell(columns=len(self._marks())):
                self._draw_none(canvas, placed, row.area, baseline)
        self._draw_row_rule(canvas, placed, last=True)

    def _draw_none(self, canvas: TaggedCanvas, placed: Placed, area: Area, baseline: float) -> None:
        """ "None of these" is an answer on paper too."""
        label = self.words.of(Answered.NONE_OF_THESE)
        is_none = self.response is not None and self.response.answered(area) is Answered.NONE_OF_THESE
        right = placed.x + geometry.COLUMN_WIDTH
        box_left = right - self._marks()[-1][1] - _NONE_BOX / 2
        canvas.draw_text(box_left - 1.6 - text_width(label, _NONE), baseline, label, _NONE)
        canvas.draw_tick_box(
            box_left, baseline - 2.7, _NONE_BOX, marked=is_none, spoken=" " + self._spoken(is_none, label)
        )

    def _draw_row_rule(self, canvas: TaggedCanvas, placed: Placed, *, last: bool = False) -> None:
        y = placed.y + placed.height
        pen = Pen(0.25, (0.4, 0.4, 0.4)) if last else frame.LIGHT_RULE
        canvas.draw_rule((placed.x, y), (placed.x + geometry.COLUMN_WIDTH, y), pen)

    def _is_ticked(self, item: Item) -> bool:
        return self.response is not None and self.response.is_ticked(item)

    def _spoken_answer(self, item: Item, what: str) -> str:
        """Three states, said: ticked, said no, silent."""
        if self.response is not None and self.response.answer(item) is False:
            return self.words.text("sheet.spoken.answered_no", what=what)
        return self._spoken(self._is_ticked(item), what)

    def _spoken(self, is_ticked: bool, what: str) -> str:
        return self.words.text("sheet.spoken.ticked" if is_ticked else "sheet.spoken.not_ticked", what=what)


@contextmanager
def continued_section(canvas: TaggedCanvas, title: str, top: float) -> Iterator[float]:
    """A section of a continuation page with its heading; yields where its text begins."""
    with canvas.element("Sect"):
        with canvas.element("H2"):
            canvas.draw_text(frame.LEFT, top + 4.0, title, geometry.AREA)
        canvas.draw_rule((frame.LEFT, top + 5.4), (frame.RIGHT, top + 5.4), _AREA_RULE)
        yield top + 7.0
