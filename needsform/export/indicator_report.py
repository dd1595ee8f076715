"""The figures on paper: each table with what it counts above it, and a quiet bar beside each share.

The same family as the sheet, PDF/UA-1 and PDF/A-3a; a bar says nothing that the number beside it does not, so it is
decoration. The same bytes for the same figures and time.
"""

from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.page_ink import Box, Pen
from needsform.export.sheet_frame import Paragraph
from needsform.export.sheet_pages import LANGUAGE_TAGS
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import TextStyle
from needsform.models.indicator_counts import ShownLine, ShownTable
from needsform.models.indicator_report import IndicatorReport
from needsform.models.indicator_words import (
    count_text,
    definition,
    goal_of,
    notes,
    places_text,
    share_text,
    span_text,
)

_HEAD: Final = TextStyle(11, bold=True)
_CELL: Final = TextStyle(9)
_CELL_BOLD: Final = TextStyle(9, bold=True)
_COLUMN: Final = TextStyle(7.4, bold=True, color=frame.SECOND)
_ROW: Final = 5.4
_COUNT: Final = 108.0
"""Right end of the counts, from the left margin."""
_SHARE: Final = 126.0
_BAR: Final = Box(132.0, 1.5, 54.0, 2.6)
"""Where a bar of a hundred percent lies in its row."""
_INK: Final = (0.35, 0.42, 0.45)
_GROUND: Final = (0.9, 0.92, 0.92)
_BOTTOM: Final = 282.0


def render_report(report: IndicatorReport) -> bytes:
    """The report as PDF."""
    drawing = _Report(report, pages=1)
    drawing.draw()
    pages = drawing.canvas.page_number
    if pages > 1:
        drawing = _Report(report, pages)
        drawing.draw()
    return drawing.canvas.finish(created_at=report.made_at)


class _Report:
    """Where the next line goes. Drawn twice where it is longer than a page, to know of how many."""

    def __init__(self, report: IndicatorReport, pages: int) -> None:
        words = report.words
        self._report, self._words, self._pages = report, words, pages
        self.canvas = TaggedCanvas(
            title=words.text("indicators.title"), language=LANGUAGE_TAGS.get(words.language, words.language)
        )
        self._y = frame.TOP

    def draw(self) -> None:
        """Draw everything but the end of the document."""
        self._heading()
        for shown in self._report.tables:
            self._table(shown)
        self._page_line()

    def _heading(self) -> None:
        words, counts = self._words, self._report.counts
        self._paragraph(words.text("indicators.title"), frame.TITLE, "H1")
        self._paragraph(places_text(counts, words), _CELL_BOLD)
        self._paragraph(span_text(counts, words), _CELL)
        for note in notes(counts, words, hides_small=self._report.hides_small):
            self._paragraph(note, frame.SUBTITLE)

    def _table(self, shown: ShownTable) -> None:
        words, table = self._words, shown.table
        told = [Paragraph.of(text, frame.SUBTITLE, frame.WIDTH) for text in definition(table, words)]
        height = frame.leading(_HEAD) + frame.height_of(told) + (len(shown.lines) + 2) * _ROW
        self._y += 4.0
        if self._y + height > _BOTTOM:
            self._go_on()
        self._paragraph(words.of(table.kind), _HEAD, "H2")
        self._y = frame.draw_blocks(self.canvas, told, frame.LEFT, self._y, frame.WIDTH) + 1.5
        with self.canvas.element("Table"):
            self._heads()
            with self.canvas.element("TBody"):
                for line in shown.lines:
                    is_whole = line.indicator is table.whole
                    self._line(line, is_whole=is_whole, goal=goal_of(table, line.indicator))

    def _heads(self) -> None:
        words, stands_on = self._words, self._y + frame.baseline(_COLUMN)
        heads = (
            (frame.LEFT, words.text("indicators.column.figure"), "left"),
            (frame.LEFT + _COUNT, words.text("indicators.column.count"), "right"),
            (frame.LEFT + _SHARE, words.text("indicators.share_head"), "right"),
        )
        with self.canvas.element("THead"), self.canvas.element("TR"):
            for x, text, align in heads:
                with self.canvas.header_cell("Column"):
                    self.canvas.draw_text(x, stands_on, text, _COLUMN, "right" if align == "right" else "left")
        self._y += frame.leading(_COLUMN) + 1.0
        self.canvas.draw_rule((frame.LEFT, self._y), (frame.RIGHT, self._y), frame.RULE)

    def _line(self, line: ShownLine, *, is_whole: bool, goal: int | None) -> None:
        words, style = self._words, _CELL_BOLD if is_whole else _CELL
        stands_on = self._y + 0.8 + frame.baseline(style)
        share = share_text(line.percent, words)
        with self.canvas.element("TR"):
            with self.canvas.header_cell("Row"):
                self.canvas.draw_text(frame.LEFT, stands_on, words.of(line.indicator), style)
            with self.canvas.cell():
                count = count_text(line.shown, words)
                self.canvas.draw_text(frame.LEFT + _COUNT, stands_on, count, style, "right")
            with self.canvas.cell():
                if share:
                    self.canvas.draw_text(frame.LEFT + _SHARE, stands_on, share, style, "right")
        if line.percent is not None:
            self._bar(line.percent, goal)
        self._y += _ROW
        self.canvas.draw_rule((frame.LEFT, self._y), (frame.RIGHT, self._y), frame.LIGHT_RULE)

    def _bar(self, percent: int, goal: int | None) -> None:
        place = _BAR._replace(x=frame.LEFT + _BAR.x, y=self._y + _BAR.y)
        self.canvas.draw_frame(place, pen=None, fill=_GROUND)
        if percent:
            self.canvas.draw_frame(place._replace(width=place.width * percent / 100), pen=None, fill=_INK)
        if goal is not None:
            x = place.x + place.width * goal / 100
            self.canvas.draw_rule((x, place.y - 0.8), (x, place.y + place.height + 0.8), Pen(0.4))

    def _paragraph(self, text: str, style: TextStyle, role: str = "P") -> None:
        block = Paragraph.from_left(text, style, frame.WIDTH)
        with self.canvas.element("H1" if role == "H1" else "H2" if role == "H2" else "P"):
            self._y = block.draw(self.canvas, frame.LEFT, self._y, frame.WIDTH) + 0.6

    def _go_on(self) -> None:
        self._page_line()
        self.canvas.next_page()
        self._y = frame.TOP

    def _page_line(self) -> None:
        words, printed = self._words, self._report.made_at
        edition = words.text("plan.sheet.printed", date=words.date(printed.date()), time=words.time(printed))
        page = words.text("indicators.page", page=self.canvas.page_number, pages=self._pages)
        frame.draw_page_line(self.canvas, words.text("indicators.title"), edition, page)
