"""Plain papers that are read aloud well: paragraphs over the whole width, and tables of words that go on over pages."""

from collections.abc import Sequence
from typing import Final, Literal

from needsform.export import sheet_frame as frame
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import StyledText, TextStyle, wrap_text

BODY: Final = TextStyle(9.6)
_HEAD: Final = TextStyle(9.6, bold=True)
_BOTTOM: Final = 280.0
_ROW_GAP: Final = 1.4


class Listing:
    """Where the next line goes, and onto the next page where there is no room."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas
        self._y = frame.TOP + 8

    def heading(self, text: str, role: Literal["H1", "H2"] = "H1", style: TextStyle = frame.TITLE) -> None:
        """A heading; of a part it is "H2" in a smaller style."""
        if self._y + 3 * frame.leading(style) > _BOTTOM:
            self._go_on()
        elif role != "H1":
            self._y += 5
        with self._canvas.element(role):
            self._write(text, style, 8.4 if role == "H1" else frame.leading(style))

    def paragraph(self, text: str, style: TextStyle = BODY) -> None:
        """A paragraph over the whole width."""
        with self._canvas.element("P"):
            self._write(text, style, frame.leading(style))

    def table(self, heads: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]) -> None:
        """Rows of words under their heads; `shares` of the width sum up to 1."""
        self._y += 3
        with self._canvas.element("Table"):
            with self._canvas.element("THead"), self._canvas.element("TR"):
                self._row(heads, _HEAD, shares, is_head=True)
            with self._canvas.element("TBody"):
                for row in rows:
                    with self._canvas.element("TR"):
                        self._row(row, BODY, shares, is_head=False)

    def _write(self, text: str, style: TextStyle, leading: float) -> None:
        end = self._canvas.draw_paragraph(frame.LEFT, self._y, [StyledText(text, style)], frame.WIDTH, leading)
        self._y = end + 2.4

    def _row(self, cells: Sequence[str], style: TextStyle, shares: Sequence[float], *, is_head: bool) -> None:
        leading = frame.leading(style)
        widths = [share * frame.WIDTH for share in shares]
        wrapped = [wrap_text(cell, style, width - 4) for cell, width in zip(cells, widths, strict=True)]
        height = max(len(lines) for lines in wrapped) * leading
        if self._y + height > _BOTTOM:
            self._go_on()
        x = frame.LEFT
        for lines, width in zip(wrapped, widths, strict=True):
            with self._canvas.header_cell("Column") if is_head else self._canvas.cell():
                for number, line in enumerate(lines):
                    self._canvas.draw_line(x, self._y + number * leading, line)
            x += width
        self._y += height + _ROW_GAP

    def _go_on(self) -> None:
        self._canvas.next_page()
        self._y = frame.TOP + 8
