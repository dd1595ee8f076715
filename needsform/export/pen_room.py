"""Room for a pen: lines to write on, and boxes to tick beside their words."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from needsform.export import sheet_frame as frame
from needsform.export.page_ink import Pen
from needsform.export.sheet_frame import Paragraph
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import StyledText, TextStyle, text_width
from needsform.models.words import Words

WRITING_LINE: Final = Pen(0.2, (0.35, 0.35, 0.35))
ROW: Final = 7.2
"""Height of a line to write on: less is hard for a hand that is not steady."""
BOX: Final = 3.2
"""Side of a box that stands in a line of words."""
_BESIDE_BOX: Final = 1.2
_BETWEEN: Final = 4.4
_BETWEEN_QUESTION: Final = 2.4
_MORE: Final = 0.7
"""Lines with boxes stand a little further apart than lines of words."""


@dataclass(frozen=True, slots=True)
class PenRow:
    """One line to write on, or several side by side, each behind its label; `shares` are their parts of the width."""

    labels: tuple[str, ...]
    style: TextStyle = frame.SUBTITLE
    shares: tuple[float, ...] = ()
    height: float = ROW
    below: float = 0.0
    """How much of the height is left free below the line."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> float:
        """Draw labels and lines below `top`."""
        shares = self.shares or (1.0,) * len(self.labels)
        room = width - 3.0 * (len(self.labels) - 1)
        stands_on = top + self.height - self.below - 1.6
        for label, share in zip(self.labels, shares, strict=True):
            part = room * share / sum(shares)
            taken = canvas.draw_text(x, stands_on, f"{label} ", self.style) if label else 0.0
            canvas.draw_rule((x + taken, stands_on + 0.5), (x + part, stands_on + 0.5), WRITING_LINE)
            x += part + 3.0
        return top + self.height


class _Answer(NamedTuple):
    """An answer with its box; `x` is where the box begins, `line` on which line."""

    x: float
    line: int
    text: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """A question with a box before each answer, broken over lines between answers."""

    question: str
    answers: tuple[_Answer, ...]
    style: TextStyle
    words: Words

    @classmethod
    def of(
        cls, question: str, answers: Iterable[tuple[str, bool]], style: TextStyle, width: float, words: Words
    ) -> "Choices":
        """The answers stand behind the question, on as many lines as they need; each with whether it is ticked."""
        begin = text_width(question, _bold(style)) + _BETWEEN_QUESTION if question else 0.0
        x, line = begin, 0
        placed: list[_Answer] = []
        for answer, is_ticked in answers:
            end = x + BOX + _BESIDE_BOX + text_width(answer, style)
            if end > width and x > begin:
                end += begin - x
                x, line = begin, line + 1
            placed.append(_Answer(x, line, answer, is_ticked))
            x = end + _BETWEEN
        return cls(question, tuple(placed), style, words)

    @property
    def height(self) -> float:
        """All the lines."""
        return (self.answers[-1].line + 1) * self._leading + _MORE

    @property
    def _leading(self) -> float:
        return frame.leading(self.style) + _MORE

    def draw(self, canvas: TaggedCanvas, x: float, top: float, _width: float) -> float:
        """Draw the lines below `top`; a box says whether it is ticked, and its words follow."""
        first = top + _MORE + frame.baseline(self.style)
        if self.question:
            canvas.draw_text(x, first, f"{self.question} ", _bold(self.style))
        for answer in self.answers:
            stands_on = first + answer.line * self._leading
            draw_box(canvas, x + answer.x, stands_on, self.words, is_ticked=answer.is_ticked)
            canvas.draw_text(x + answer.x + BOX + _BESIDE_BOX, stands_on, f"{answer.text} ", self.style)
        return top + self.height


@dataclass(frozen=True, slots=True)
class Ticked:
    """A sentence with a box before it."""

    sentence: Paragraph
    is_ticked: bool
    words: Words

    @classmethod
    def of(cls, sentence: str, style: TextStyle, width: float, words: Words, *, is_ticked: bool = False) -> "Ticked":
        """The sentence beside its box, in lines of at most `width`."""
        return cls(Paragraph.of(sentence, style, width - BOX - _BESIDE_BOX), is_ticked, words)

    @property
    def height(self) -> float:
        """The lines of the sentence."""
        return self.sentence.height + _MORE

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> float:
        """Draw the box and the sentence below `top`."""
        stands_on = top + _MORE + self.sentence.leading * 0.78
        draw_box(canvas, x, stands_on, self.words, is_ticked=self.is_ticked)
        indent = BOX + _BESIDE_BOX
        return self.sentence.draw(canvas, x + indent, top + _MORE, width - indent)


def draw_box(canvas: TaggedCanvas, x: float, stands_on: float, words: Words, *, is_ticked: bool) -> None:
    """A box in a line of words; what it is ticked for is said by the words that follow."""
    spoken = words.text("sheet.spoken.ticked" if is_ticked else "sheet.spoken.not_ticked", what="")
    canvas.draw_tick_box(x, stands_on - BOX + 0.4, BOX, marked=is_ticked, spoken=spoken)


def said(question: str, answer: str, style: TextStyle, width: float) -> Paragraph:
    """A question in bold with what was answered."""
    return Paragraph.of([StyledText(f"{question} ", _bold(style)), StyledText(answer, style)], style, width)


def _bold(style: TextStyle) -> TextStyle:
    return TextStyle(style.size, bold=True)
