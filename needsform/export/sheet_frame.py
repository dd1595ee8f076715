"""What every page of the sheet has: margins, type sizes, whose sheet it is, whom to call, which copy and page.

Lengths are millimetres from the top left corner of A4, type sizes are points (`docs/DECISIONS.md`, "The sheet").
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from needsform.export.page_ink import Box, Pen
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import MM_PER_POINT, StyledText, TextLine, TextStyle, wrap, wrap_text
from needsform.models.sheet import SheetContent

LEFT: Final = 12.0
RIGHT: Final = 198.0
WIDTH: Final = RIGHT - LEFT
TOP: Final = 11.0
PAGE_LINE: Final = 290.0
"""Baseline of the line with copy, revision and page."""
FOOT_BOTTOM: Final = 284.0
ID_WIDTH: Final = 71.0
GAP: Final = 5.0

SECOND: Final = (0.2, 0.2, 0.2)
TITLE: Final = TextStyle(16, bold=True)
SUBTITLE: Final = TextStyle(8.8, color=SECOND)
NAME: Final = TextStyle(10.5, bold=True)
BODY: Final = TextStyle(9)
BODY_BOLD: Final = TextStyle(9, bold=True)
SMALL: Final = TextStyle(8, color=SECOND)
SMALL_BOLD: Final = TextStyle(8, bold=True)
PAGE_STYLE: Final = TextStyle(7, color=SECOND)
RULE: Final = Pen(0.32)
LIGHT_RULE: Final = Pen(0.15, (0.6, 0.6, 0.6))
GROUND: Final = (0.94, 0.95, 0.95)


def leading(style: TextStyle) -> float:
    """The distance of two lines of a paragraph, in mm."""
    return style.size * MM_PER_POINT * 1.3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that were broken once, to be measured and then drawn."""

    lines: tuple[TextLine, ...]
    leading: float

    @classmethod
    def of(cls, text: str | Sequence[StyledText], style: TextStyle, width: float) -> "Paragraph":
        """A text in lines of at most `width`; no text at all is no lines."""
        if not text:
            return cls((), leading(style))
        made = wrap_text(text, style, width) if isinstance(text, str) else wrap(text, width)
        return cls(tuple(made), leading(style))

    @property
    def height(self) -> float:
        """How much room the lines take."""
        return len(self.lines) * self.leading

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> float:
        """Draw the lines below `top`; returns where they end. A line read from the right stands right."""
        baseline = top + self.leading * 0.78
        for line in self.lines:
            canvas.draw_line(x + width - line.width if line.is_right_to_left else x, baseline, line)
            baseline += self.leading
        return top + self.height


@dataclass(frozen=True, slots=True)
class Heading:
    """The top of a page: what it is at the left, whose it is in the box at the right."""

    title: str
    subtitle: Paragraph
    identity: tuple[Paragraph, ...]

    @property
    def bottom(self) -> float:
        """Where the page's own content may begin."""
        return TOP + max(self._title_height + self.subtitle.height, self._box_height) + 3.0

    @property
    def _title_height(self) -> float:
        return leading(TITLE) if self.title else 0.0

    @property
    def _box_height(self) -> float:
        return sum(part.height for part in self.identity) + 4.0

    def draw(self, canvas: TaggedCanvas, *, repeats: bool = False) -> None:
        """Draw it; on a page that goes on from another it is decoration, for it was read before."""
        with canvas.element("H1"):
            canvas.draw_text(LEFT, TOP + 5.4, self.title, TITLE)
        with canvas.element("P"):
            self.subtitle.draw(canvas, LEFT, TOP + self._title_height, WIDTH - ID_WIDTH - GAP)
        box = Box(RIGHT - ID_WIDTH, TOP, ID_WIDTH, self._box_height)
        canvas.draw_frame(box, pen=RULE, radius=1.3)
        top = box.y + 2.0
        if repeats:
            with canvas.artifact("Header"):
                self._draw_identity(canvas, box, top)
        else:
            with canvas.element("P"):
                self._draw_identity(canvas, box, top)

    def _draw_identity(self, canvas: TaggedCanvas, box: Box, top: float) -> None:
        for part in self.identity:
            top = part.draw(canvas, box.x + 2.6, top, box.width - 5.2)


def heading(title: str, subtitle: str, content: SheetContent) -> Heading:
    """The top of a page of a citizen's sheet."""
    width = ID_WIDTH - 5.2
    name, *rest = identity_lines(content)
    return Heading(
        title,
        Paragraph.of(subtitle, SUBTITLE, WIDTH - ID_WIDTH - GAP),
        (Paragraph.of(name, NAME, width), *(Paragraph.of(line, SUBTITLE, width) for line in rest)),
    )


def identity_lines(content: SheetContent) -> list[str]:
    """Name; identifier and phone; where the citizen lives and who their doctor is. A protected address is left off."""
    patient, words = content.patient, content.words
    reached = [patient.identifier.shown]
    if patient.phone:
        reached.append(words.text("sheet.phone", phone=patient.phone))
    if patient.best_time:
        reached.append(words.text("sheet.best_time", time=patient.best_time))
    lives = [content.municipality.name] if content.municipality else []
    if patient.address_protected:
        lives.append(words.text("sheet.protected"))
    elif patient.address:
        lives.insert(0, patient.address)
    lines = [patient.name, " · ".join(reached), " · ".join(lives)]
    practice = [patient.general_practice.name, patient.general_practice.phone]
    if any(practice):
        lines.append(f"{words.text('copy_name.gp')}: " + " · ".join(part for part in practice if part))
    return [line for line in lines if line]


@dataclass(frozen=True, slots=True)
class Foot:
    """Whom to call, side by side above the last line of the page."""

    columns: tuple[tuple[Paragraph, Paragraph], ...]

    @property
    def top(self) -> float:
        """Where it begins; the page's own content ends above."""
        tallest = max((head.height + text.height for head, text in self.columns), default=0.0)
        return FOOT_BOTTOM - tallest - 2.4

    def draw(self, canvas: TaggedCanvas) -> None:
        """Draw the rule and the columns."""
        canvas.draw_rule((LEFT, self.top), (RIGHT, self.top), RULE)
        width = foot_column_width(len(self.columns))
        for place, (head, text) in enumerate(self.columns):
            x = LEFT + place * (width + GAP)
            with canvas.element("P"):
                end = head.draw(canvas, x, self.top + 2.4, width)
                text.draw(canvas, x, end, width)


def foot_column_width(columns: int) -> float:
    """How wide one column of the foot is."""
    return (WIDTH - (columns - 1) * GAP) / columns


def foot(columns: Sequence[tuple[str, str]]) -> Foot:
    """The foot from its heads and texts; a column without either is left out."""
    said = [(head, text) for head, text in columns if head or text]
    width = foot_column_width(max(len(said), 1))
    return Foot(tuple((Paragraph.of(head, SMALL_BOLD, width), Paragraph.of(text, SMALL, width)) for head, text in said))


def draw_page_line(canvas: TaggedCanvas, copy: str, revision: str, page: str) -> None:
    """The last line of a page: whose copy, which revision and when printed, page x of y."""
    with canvas.artifact("Footer"):
        canvas.draw_text(LEFT, PAGE_LINE, copy, PAGE_STYLE)
        canvas.draw_text((LEFT + RIGHT) / 2, PAGE_LINE, revision, PAGE_STYLE, "center")
        canvas.draw_text(RIGHT, PAGE_LINE, page, PAGE_STYLE, "right")
