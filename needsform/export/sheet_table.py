"""The framed boxes of the back page: a title, heads, rows of text; a row is broken over pages only if it must be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from needsform.export import sheet_frame as frame
from needsform.export.page_ink import Box
from needsform.export.sheet_frame import NOTHING, Paragraph
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import TextStyle

TITLE: Final = TextStyle(9.8, bold=True)
HEAD: Final = TextStyle(7.2, bold=True, color=frame.SECOND)
CELL: Final = TextStyle(8.6)
CELL_BOLD: Final = TextStyle(8.6, bold=True)
CELL_SECOND: Final = TextStyle(8.2, color=frame.SECOND)
PADDING: Final = 2.6
INNER_WIDTH: Final = frame.WIDTH - 2 * PADDING
PEN_ROW: Final = 9.0
"""Height of an empty row to write in with a pen."""


class Spacing(NamedTuple):
    """How much room a box gives to what it says, in mm."""

    title: float
    head: float
    around_row: float
    """Above and below the words of a row."""


_TITLE_BASELINE: Final = 0.32
"""How far above its rule a title stands, as a part of its height."""
_HEAD_BASELINE: Final = 0.67
ROOMY: Final = Spacing(7.2, 5.2, 1.35)
CLOSE: Final = Spacing(6.2, 4.6, 0.65)
"""For a full back page, so that it stays one page; the letters are as large."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head and its width in mm."""

    title: str
    width: float

    @property
    def text_width(self) -> float:
        """What is left for words."""
        return self.width - 2 * PADDING


def columns(titles: Sequence[str], shares: Sequence[float]) -> tuple[Column, ...]:
    """Columns over the whole width of the sheet, by their shares of it."""
    whole = sum(shares)
    return tuple(Column(title, frame.WIDTH * share / whole) for title, share in zip(titles, shares, strict=True))


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, each one or several paragraphs."""

    cells: tuple[tuple[Paragraph, ...], ...]
    least: float = 0.0

    def height(self, around: float) -> float:
        """What the tallest cell takes, with so much room around it."""
        return max(max(map(frame.height_of, self.cells)) + 2 * around, self.least)

    def closer(self) -> "Row":
        """The same words in less room."""
        return replace(self, cells=tuple(tuple(part.closer() for part in cell) for cell in self.cells))

    def split(self, room: float) -> tuple["Row", "Row"]:
        """The lines that fit into `room` and those that do not."""
        halves = [_split_cell(cell, room) for cell in self.cells]
        return Row(tuple(head for head, _ in halves)), Row(tuple(tail for _, tail in halves))


def _split_cell(cell: Sequence[Paragraph], room: float) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    head: list[Paragraph] = []
    tail: list[Paragraph] = []
    for part in cell:
        fitting = 0 if tail else min(len(part.lines), int(room / part.leading + 1e-6))
        room -= fitting * part.leading
        if fitting:
            head.append(Paragraph(part.lines[:fitting], part.leading))
        if fitting < len(part.lines):
            tail.append(Paragraph(part.lines[fitting:], part.leading))
    return tuple(head), tuple(tail)


@dataclass(frozen=True, slots=True)
class Table:
    """A box with a title, its columns and as many rows as there are, and perhaps a line of words below them."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: Paragraph = NOTHING
    has_row_heads: bool = True
    """Whether the first cell of a row names it."""
    is_for_pen: bool = False
    """Whether the rows are empty, to be written in, so that there may be as many as there is room for."""
    spacing: Spacing = ROOMY

    @property
    def height(self) -> float:
        """The whole box."""
        return self._bare_height(self.note) + sum(map(self._row_height, self.rows))

    def _row_height(self, row: Row) -> float:
        return row.height(self.spacing.around_row)

    def _bare_height(self, note: Paragraph) -> float:
        """The box without rows."""
        note_height = note.height + 2 * self.spacing.around_row if note.lines else 0.0
        return self.spacing.title + (self.spacing.head if self.rows else 0.0) + note_height

    def closer(self) -> "Table":
        """The same box in less room."""
        return replace(self, rows=tuple(row.closer() for row in self.rows), spacing=CLOSE)

    def with_pen_rows(self, room: float) -> "Table":
        """The same box with so many empty rows that it fills `room`."""
        rows = max(int((room - self._bare_height(self.note)) / PEN_ROW), 1)
        return replace(self, rows=self.rows[:1] * rows)

    def divided(self, room: float, note: Paragraph, *, may_break: bool = False) -> tuple["Table", "Table"]:
        """What fits into `room` with a note of where it goes on, and the rest.

        Rows stay whole; with `may_break` a first row taller than the whole room is broken, so that any text ends.
        """
        left = room - self._bare_height(note)
        fitting = 0
        while fitting < len(self.rows) and self._row_height(self.rows[fitting]) <= left:
            left -= self._row_height(self.rows[fitting])
            fitting += 1
        if fitting == 0 and may_break and self.rows:
            head, tail = self.rows[0].split(left - 2 * self.spacing.around_row)
            return replace(self, rows=(head,), note=note), replace(self, rows=(tail, *self.rows[1:]))
        return replace(self, rows=self.rows[:fitting], note=note), replace(self, rows=self.rows[fitting:])

    def draw(self, canvas: TaggedCanvas, top: float) -> float:
        """Draw the box below `top`; returns where it ends."""
        height = self.height
        title = Box(frame.LEFT, top, frame.WIDTH, self.spacing.title)
        canvas.draw_frame(title, pen=None, fill=frame.GROUND, radius=1.3)
        canvas.draw_frame(Box(frame.LEFT, top, frame.WIDTH, height), pen=frame.RULE, radius=1.3)
        y = top + self.spacing.title
        with canvas.element("H2"):
            canvas.draw_text(frame.LEFT + PADDING, y - _TITLE_BASELINE * self.spacing.title, self.title, TITLE)
        canvas.draw_rule((frame.LEFT, y), (frame.RIGHT, y), frame.RULE)
        if self.rows:
            with canvas.element("Table"):
                y = self._draw_heads(canvas, y)
                for place, row in enumerate(self.rows):
                    if place:
                        canvas.draw_rule((frame.LEFT, y), (frame.RIGHT, y), frame.LIGHT_RULE)
                    self._draw_row(canvas, row, y)
                    y += self._row_height(row)
            if self.note.lines:
                canvas.draw_rule((frame.LEFT, y), (frame.RIGHT, y), frame.LIGHT_RULE)
        if self.note.lines:
            with canvas.element("P"):
                self.note.draw(canvas, frame.LEFT + PADDING, y + self.spacing.around_row, INNER_WIDTH)
        return top + height

    def _draw_heads(self, canvas: TaggedCanvas, y: float) -> float:
        with canvas.element("TR"):
            x = frame.LEFT
            for column in self.columns:
                with canvas.header_cell("Column"):
                    canvas.draw_text(x + PADDING, y + _HEAD_BASELINE * self.spacing.head, column.title, HEAD)
                x += column.width
        y += self.spacing.head
        canvas.draw_rule((frame.LEFT, y), (frame.RIGHT, y), frame.RULE)
        return y

    def _draw_row(self, canvas: TaggedCanvas, row: Row, y: float) -> None:
        with canvas.element("TR"):
            x = frame.LEFT
            for place, (column, cell) in enumerate(zip(self.columns, row.cells, strict=True)):
                names_row = place == 0 and self.has_row_heads and cell
                with canvas.header_cell("Row") if names_row else canvas.cell():
                    frame.draw_blocks(canvas, cell, x + PADDING, y + self.spacing.around_row, column.text_width)
                x += column.width
