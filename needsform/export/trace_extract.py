"""What a citizen is told of the use of their details: when, and what happened; never who of the staff it was.

The Data Protection Agency's reading of C-579/21: that, when and why, and normally not who.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.sheet_pages import LANGUAGE_TAGS
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import StyledText, TextStyle, wrap_text
from needsform.models.audit import Actor, TraceEntry
from needsform.models.patient import Patient
from needsform.models.site import Site
from needsform.models.words import Words

_BODY: Final = TextStyle(9.6)
_HEAD: Final = TextStyle(9.6, bold=True)
_SHARES: Final = (0.28, 0.50, 0.22)
_BOTTOM: Final = 280.0
_ROW_GAP: Final = 1.4


@dataclass(frozen=True, slots=True)
class ExtractLine:
    """One line: when, what happened (and how often, if it happened again at once), and which side did it."""

    when: str
    what: str
    by: str


def extract_lines(entries: Sequence[TraceEntry], words: Words) -> list[ExtractLine]:
    """The entries, oldest first, in the citizen's words; the same act repeated within a day is one line."""
    return list(_lines(entries, words))


def render_extract(
    entries: Sequence[TraceEntry], patient: Patient, site: Site, words: Words, made_at: datetime
) -> bytes:
    """The extract as a PDF that can be read aloud."""
    canvas = TaggedCanvas(title=words.text("trace.extract.title"), language=LANGUAGE_TAGS[words.language])
    page = _Page(canvas, words)
    with canvas.element("H1"):
        page.write([StyledText(words.text("trace.extract.title"), frame.TITLE)], 8.4)
    whose = words.text("trace.extract.whose", name=patient.name, identifier=patient.identifier.shown)
    made = words.text("trace.extract.made", date=words.date(made_at.date()), time=words.time(made_at))
    for text, style in (
        (whose, frame.NAME),
        (words.text("trace.extract.lead", site=site.name), _BODY),
        (made, frame.SUBTITLE),
    ):
        with canvas.element("P"):
            page.write([StyledText(text, style)], frame.leading(style))
    lines = extract_lines(entries, words)
    if lines:
        page.table(lines)
    else:
        with canvas.element("P"):
            page.write([StyledText(words.text("trace.extract.nothing"), _BODY)], frame.leading(_BODY))
    return canvas.finish(created_at=made_at)


def _lines(entries: Sequence[TraceEntry], words: Words) -> Iterator[ExtractLine]:
    for (day, action, actor), same in groupby(entries, lambda e: (e.recorded_at.date(), e.action, e.actor)):
        first, *others = same
        what = words.of(action)
        if others:
            what = words.text("trace.extract.times", what=what, count=len(others) + 1)
        yield ExtractLine(f"{words.date(day)} {words.time(first.recorded_at)}", what, _by(actor, words))


def _by(actor: Actor, words: Words) -> str:
    known = {Actor.CITIZEN: "citizen", Actor.PROGRAM: "program"}
    return words.text(f"trace.extract.{known.get(actor, 'staff')}")


class _Page:
    """Where the next line goes, and onto the next page where there is no room."""

    def __init__(self, canvas: TaggedCanvas, words: Words) -> None:
        self._canvas, self._words = canvas, words
        self._y = frame.TOP + 8

    def write(self, text: list[StyledText], leading: float) -> None:
        """A paragraph over the whole width."""
        end = self._canvas.draw_paragraph(frame.LEFT, self._y, text, frame.WIDTH, leading)
        self._y = end + 2.4

    def table(self, lines: Sequence[ExtractLine]) -> None:
        """The lines under their heads."""
        heads = ("trace.column.when", "trace.column.what", "trace.extract.by")
        self._y += 3
        with self._canvas.element("Table"):
            with self._canvas.element("THead"), self._canvas.element("TR"):
                self._row(tuple(self._words.text(head) for head in heads), _HEAD, is_head=True)
            with self._canvas.element("TBody"):
                for line in lines:
                    with self._canvas.element("TR"):
                        self._row((line.when, line.what, line.by), _BODY, is_head=False)

    def _row(self, cells: tuple[str, ...], style: TextStyle, *, is_head: bool) -> None:
        leading = frame.leading(style)
        widths = [share * frame.WIDTH for share in _SHARES]
        wrapped = [wrap_text(cell, style, width - 4) for cell, width in zip(cells, widths, strict=True)]
        height = max(len(lines) for lines in wrapped) * leading
        if self._y + height > _BOTTOM:
            self._canvas.next_page()
            self._y = frame.TOP + 8
        x = frame.LEFT
        for lines, width in zip(wrapped, widths, strict=True):
            with self._canvas.header_cell("Column") if is_head else self._canvas.cell():
                for number, line in enumerate(lines):
                    self._canvas.draw_line(x, self._y + number * leading, line)
            x += width
        self._y += height + _ROW_GAP
