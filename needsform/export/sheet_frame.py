"""What every page of the sheet has: margins, type sizes, a heading with whose sheet it is, whom to call, the last line.

Lengths are millimetres from the top left corner of A4, type sizes are points (`docs/DECISIONS.md`, "The sheet").
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from needsform.export.page_ink import Box, Pen
from needsform.export.sheet_codes import PrintedCode
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_shaping import has_right_to_left
from needsform.export.text_wrapping import (
    MM_PER_POINT,
    StyledText,
    TextLine,
    TextStyle,
    text_width,
    wrap,
    wrap_text,
)

LEFT: Final = 12.0
RIGHT: Final = 198.0
WIDTH: Final = RIGHT - LEFT
TOP: Final = 11.0
PAGE_LINE: Final = 290.0
"""Baseline of the line with copy, revision and page."""
FOOT_BOTTOM: Final = 285.0
IDENTITY_WIDTH: Final = 71.0
BLANK_IDENTITY_WIDTH: Final = 88.0
"""Of the box in which a hand writes whose form it is."""
GAP: Final = 5.0
"""Between things side by side."""
BLOCK_GAP: Final = 3.2
"""Between boxes one below the other."""

SECOND: Final = (0.2, 0.2, 0.2)
"""Words of less weight: 12.6:1 on white, and still black on a photocopy."""
TITLE: Final = TextStyle(16, bold=True)
SUBTITLE: Final = TextStyle(8.6, color=SECOND)
SUBTITLE_BOLD: Final = TextStyle(8.6, bold=True)
NAME: Final = TextStyle(10.5, bold=True)
SMALL: Final = TextStyle(8, color=SECOND)
SMALL_BOLD: Final = TextStyle(8, bold=True)
PAGE_STYLE: Final = TextStyle(7, color=SECOND)
RULE: Final = Pen(0.32)
LIGHT_RULE: Final = Pen(0.15, (0.6, 0.6, 0.6))
GROUND: Final = (0.94, 0.95, 0.95)

_DEEP: Final = 1.2
_CLOSER: Final = 0.92
_BASELINE: Final = 0.78
"""Where letters stand within the height of their line."""
_SEPARATOR: Final = " · "
_FOOT_PADDING: Final = 2.4
_FOOT_GAP: Final = 7.0
"""Between the columns of the foot, as between those of the form."""


def leading(style: TextStyle) -> float:
    """The distance of two lines of a paragraph, in mm."""
    return style.size * MM_PER_POINT * 1.3


def baseline(style: TextStyle) -> float:
    """How far below the top of a line its letters stand, in mm."""
    return leading(style) * _BASELINE


class Block(Protocol):
    """Something of known height that can be drawn into a column of known width."""

    @property
    def height(self) -> float:
        """How much room it takes, in mm."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> float:
        """Draw it below `top`, in the element that is open; returns where it ends."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that were broken once, to be measured and then drawn."""

    lines: tuple[TextLine, ...]
    leading: float

    @classmethod
    def of(cls, text: str | Sequence[StyledText], style: TextStyle, width: float) -> "Paragraph":
        """What somebody wrote, in lines of at most `width`; no text at all is no lines."""
        pieces = [StyledText(text, style)] if isinstance(text, str) else text
        return cls._of(wrap(pieces, width), style) if text else cls((), leading(style))

    @classmethod
    def from_left(cls, text: str, style: TextStyle, width: float) -> "Paragraph":
        """A name, or words of ours with a name in them: they start at the left, whatever letters the name has."""
        return cls._of(wrap_text(text, style, width, from_left=True), style) if text else cls((), leading(style))

    @classmethod
    def _of(cls, lines: Sequence[TextLine], style: TextStyle) -> "Paragraph":
        """Arabic letters reach deeper below the line than any other, so lines with them stand further apart."""
        is_deep = any(has_right_to_left(piece.text) for line in lines for piece in line.pieces)
        return cls(tuple(lines), leading(style) * (_DEEP if is_deep else 1.0))

    @classmethod
    def joined(cls, parts: Iterable[str], style: TextStyle, width: float) -> "Paragraph":
        """Short facts with a dot between, broken between facts if that is possible: a telephone number stays whole."""
        lines: list[str] = []
        for part in parts:
            longer = f"{lines[-1]}{_SEPARATOR}{part}" if lines else part
            if lines and text_width(longer, style) <= width:
                lines[-1] = longer
            else:
                lines.append(part)
        return cls.from_left("\n".join(lines), style, width)

    @classmethod
    def even(cls, text: str, style: TextStyle, width: float) -> "Paragraph":
        """A text in as many lines as it needs, all of them about as long."""
        best = cls.of(text, style, width)
        longest_word = max((text_width(word, style) for word in text.split()), default=0.0)
        while len(best.lines) > 1:
            narrower_width = max(line.width for line in best.lines) - 0.1
            narrower = cls.of(text, style, narrower_width)
            if narrower_width < longest_word or len(narrower.lines) > len(best.lines):
                break
            best = narrower
        return best

    def closer(self) -> "Paragraph":
        """The same lines as near each other as their letters allow."""
        return Paragraph(self.lines, self.leading * _CLOSER)

    @property
    def height(self) -> float:
        """How much room the lines take."""
        return len(self.lines) * self.leading

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> float:
        """Draw the lines below `top`; returns where they end. A line read from the right stands right."""
        stands_on = top + self.leading * _BASELINE
        for line in self.lines:
            canvas.draw_line(x + width - line.width if line.is_right_to_left else x, stands_on, line)
            stands_on += self.leading
        return top + self.height


NOTHING: Final = Paragraph((), 0.0)


def height_of(blocks: Iterable[Block]) -> float:
    """What blocks take one below the other."""
    return sum(block.height for block in blocks)


def draw_blocks(canvas: TaggedCanvas, blocks: Iterable[Block], x: float, top: float, width: float) -> float:
    """Draw blocks one below the other, each as a paragraph of its own; returns where they end."""
    for block in blocks:
        if block.height:
            with canvas.element("P"):
                top = block.draw(canvas, x, top, width)
    return top


@dataclass(frozen=True, slots=True)
class Heading:
    """The top of a page: what it is at the left, whose it is in the box at the right."""

    title: str
    below: tuple[Block, ...]
    identity: tuple[Block, ...]
    identity_width: float = IDENTITY_WIDTH
    code: PrintedCode | None = None
    """Stands beside the box."""

    @property
    def bottom(self) -> float:
        """Where the page's own content may begin."""
        code = self.code.height if self.code else 0.0
        return TOP + max(leading(TITLE) + height_of(self.below), self._box_height, code) + 3.0

    @property
    def _box_height(self) -> float:
        return height_of(self.identity) + 4.0

    def in_brief(self) -> "Heading":
        """The same with the name and the number alone, for a page that has little room."""
        return replace(self, below=(), identity=self.identity[:2], code=None)

    def draw(self, canvas: TaggedCanvas, *, repeats: bool = False) -> None:
        """Draw it; on a page that goes on from another whose sheet it is was read before, and is decoration."""
        with canvas.element("H1"):
            canvas.draw_text(LEFT, TOP + 5.4, self.title, TITLE)
        draw_blocks(canvas, self.below, LEFT, TOP + leading(TITLE), left_width(self.identity_width, self.code))
        box = Box(RIGHT - self.identity_width, TOP, self.identity_width, self._box_height)
        canvas.draw_frame(box, pen=RULE, radius=1.3)
        inner = (box.x + 2.6, box.y + 2.0, text_width_in_box(self.identity_width))
        if repeats:
            with canvas.artifact("Header"):
                x, top, width = inner
                for part in self.identity:
                    top = part.draw(canvas, x, top, width)
        else:
            draw_blocks(canvas, self.identity, *inner)
        if self.code:
            self.code.draw(canvas, box.x - self.code.size, TOP, repeats=repeats)


def left_width(identity_width: float, code: PrintedCode | None = None) -> float:
    """What is left for the words beside the box, and beside the code if there is one, whose margin is white."""
    return WIDTH - identity_width - (code.size if code else GAP)


def text_width_in_box(identity_width: float) -> float:
    """What is left for the words inside the box."""
    return identity_width - 5.2


@dataclass(frozen=True, slots=True)
class Foot:
    """Whom to call, side by side above the last line of the page."""

    columns: tuple[tuple[Block, ...], ...]

    @property
    def top(self) -> float:
        """Where it begins; the page's own content ends above."""
        return FOOT_BOTTOM - max(map(height_of, self.columns), default=0.0) - _FOOT_PADDING

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the rule and the columns."""
        canvas.draw_rule((LEFT, self.top), (RIGHT, self.top), RULE)
        width = foot_column_width(len(self.columns))
        for place, blocks in enumerate(self.columns):
            draw_blocks(canvas, blocks, LEFT + place * (width + _FOOT_GAP), self.top + _FOOT_PADDING, width)


def foot_column_width(columns: int) -> float:
    """How wide one column of the foot is."""
    return (WIDTH - (columns - 1) * _FOOT_GAP) / columns


def draw_page_line(canvas: TaggedCanvas, copy: str, revision: str, page: str) -> None:
    """The last line of a page: whose copy, which revision and when printed, page x of y."""
    with canvas.artifact("Footer"):
        canvas.draw_text(LEFT, PAGE_LINE, copy, PAGE_STYLE)
        canvas.draw_text((LEFT + RIGHT) / 2, PAGE_LINE, revision, PAGE_STYLE, "center")
        canvas.draw_text(RIGHT, PAGE_LINE, page, PAGE_STYLE, "right")
