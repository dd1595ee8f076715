"""What stands above and below the areas of the front: what is asked, what the numbers mean, the optional 0-10 line."""

from dataclasses import dataclass
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.front_lines import DISC
from needsform.export.pen_room import WRITING_LINE, draw_box
from needsform.export.sheet_frame import NOTHING, Paragraph
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import StyledText, TextStyle, text_width
from needsform.models.questionnaire import Item, Mark, Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.words import Words

_LEAD: Final = TextStyle(9.2)
_LEAD_BOLD: Final = TextStyle(9.2, bold=True)
_NUMBER: Final = TextStyle(8.6)
_END: Final = TextStyle(8.6, color=frame.SECOND)
_DISC_STEP: Final = 4.4
_BESIDE: Final = 1.2
_BEFORE_LEGEND: Final = 4.0
_SCALE_STEP: Final = 11.0
_SCALE_LINE: Final = 6.2
_PRIORITY_LINE: Final = 8.0
_GAP: Final = 1.0


@dataclass(frozen=True, slots=True)
class Opening:
    """The lead of the form, the meaning of the numbers, the 0-10 line where the form shows it."""

    lead: Paragraph
    priorities: int
    """How many topics have a number."""
    scale: Item | None
    question: Paragraph
    chosen: int | None
    words: Words

    @classmethod
    def of(cls, questionnaire: Questionnaire, response: QuestionnaireResponse | None, words: Words) -> "Opening":
        """What stands above the areas; without a response that of the blank form."""
        said = questionnaire.lead[words.language]
        lead = Paragraph.of(said or _instruction(questionnaire, words), _LEAD, frame.WIDTH)
        scale = questionnaire.distress
        if scale is not None and scale.hidden:
            scale = None
        answer = response.answer(scale) if response else None
        return cls(
            lead,
            len(response.priorities) if response else 0,
            scale,
            Paragraph.of(scale.text[words.language], _LEAD, frame.WIDTH) if scale else NOTHING,
            answer if isinstance(answer, int) else None,
            words,
        )

    @property
    def height(self) -> float:
        """All of it, with a little room below."""
        legend = frame.leading(_LEAD) if self.priorities and not self._legend_is_beside else 0.0
        scale = self.question.height + _SCALE_LINE + _GAP if self.scale else 0.0
        return self.lead.height + legend + scale + _GAP

    @property
    def _legend_is_beside(self) -> bool:
        """Whether the meaning of the numbers has room at the end of the lead."""
        needed = _BEFORE_LEGEND + self.priorities * _DISC_STEP + _BESIDE + text_width(self._legend, _LEAD)
        return self.lead.lines[-1].width + needed <= frame.WIDTH

    @property
    def _legend(self) -> str:
        return self.words.text("sheet.front.priorities")

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw it below `top`."""
        with canvas.element("P"):
            self.lead.draw(canvas, frame.LEFT, top, frame.WIDTH)
        if self.priorities:
            x = frame.LEFT
            line = top + self.lead.height
            if self._legend_is_beside:
                x += self.lead.lines[-1].width + _BEFORE_LEGEND
                line -= self.lead.leading
            with canvas.element("P"):
                self._draw_legend(canvas, x, line + frame.baseline(_LEAD))
        if self.scale is not None:
            below = top + self.height - self.question.height - _SCALE_LINE - _GAP
            with canvas.element("P"):
                below = self.question.draw(canvas, frame.LEFT, below, frame.WIDTH)
            with canvas.element("P"):
                self._draw_scale(canvas, self.scale.bounds, below + _SCALE_LINE - 1.7)

    def _draw_legend(self, canvas: TaggedCanvas, x: float, stands_on: float) -> None:
        for number in range(1, self.priorities + 1):
            draw_number(canvas, x, stands_on, number, self.words)
            x += _DISC_STEP
        canvas.draw_text(x + _BESIDE, stands_on, self._legend, _LEAD)

    def _draw_scale(self, canvas: TaggedCanvas, bounds: tuple[int, int], stands_on: float) -> None:
        lowest, highest = bounds
        x = frame.LEFT
        x += canvas.draw_text(x, stands_on, self.words.text("distress.lowest") + " ", _END) + _BEFORE_LEGEND
        for number in range(lowest, highest + 1):
            draw_box(canvas, x, stands_on, self.words, is_ticked=number == self.chosen)
            canvas.draw_text(x + 4.4, stands_on, f"{number} ", _NUMBER)
            x += _SCALE_STEP
        canvas.draw_text(x, stands_on, self.words.text("distress.highest"), _END)


@dataclass(frozen=True, slots=True)
class PriorityLines:
    """Below the areas of the blank form: what matters most, to be written with a pen."""

    question: Paragraph
    lines: int
    words: Words

    @classmethod
    def of(cls, questionnaire: Questionnaire, words: Words) -> "PriorityLines":
        """As many lines as the form has priorities."""
        asked = questionnaire.priority
        if asked is None:
            return cls(NOTHING, 0, words)
        return cls(Paragraph.of(asked.text[words.language], _LEAD_BOLD, frame.WIDTH), asked.max_occurs, words)

    @property
    def height(self) -> float:
        """The question and the lines side by side below it."""
        return _GAP + self.question.height + _PRIORITY_LINE if self.lines else 0.0

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw it below `top`."""
        if not self.lines:
            return
        with canvas.element("P"):
            self.question.draw(canvas, frame.LEFT, top + _GAP, frame.WIDTH)
        stands_on = top + self.height - 2.2
        width = (frame.WIDTH - (self.lines - 1) * frame.GAP) / self.lines
        with canvas.element("P"):
            for number in range(1, self.lines + 1):
                x = frame.LEFT + (number - 1) * (width + frame.GAP)
                draw_number(canvas, x, stands_on, number, self.words)
                canvas.draw_rule((x + _DISC_STEP + 0.6, stands_on + 0.5), (x + width, stands_on + 0.5), WRITING_LINE)


def draw_number(canvas: TaggedCanvas, x: float, stands_on: float, number: int, words: Words) -> None:
    """The number of a priority in its disc, in a line of words."""
    spoken = words.text("sheet.spoken.priority", number=number) + " "
    canvas.draw_disc(x, stands_on - 2.95, DISC, str(number), spoken=spoken)


def _instruction(questionnaire: Questionnaire, words: Words) -> list[StyledText]:
    """What to do, for a form that does not say so itself: with the two questions in bold."""
    has = questionnaire.has_column
    pieces = ["start"]
    if has[Mark.PROBLEM]:
        pieces += ["before_problem", "problem"]
    if has[Mark.PROBLEM] and has[Mark.SUPPORT]:
        pieces.append("between")
    if has[Mark.SUPPORT]:
        pieces += ["before_support", "support", "after_support"]
    pieces.append("end")
    bold = {"problem", "support"}
    return [
        StyledText(words.text(f"sheet.front.lead.{piece}"), _LEAD_BOLD if piece in bold else _LEAD) for piece in pieces
    ]
