"""A canvas whose ink is always either read aloud, in the order in which it is drawn, or decoration.

Whoever draws opens elements (`with canvas.element("H1"): …`) and draws inside them. Lengths are millimetres from the
top left corner of an A4 page, `baseline` is the line that letters stand on, sizes of letters are points.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import Final, Literal

from reportlab.pdfbase.pdfdoc import PDFDocument
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from needsform.export import fonts
from needsform.export.document_facts import DocumentFacts
from needsform.export.document_structure import MarkedContent, Role, Scope, StructureElement
from needsform.export.page_ink import HAIRLINE, PAGE_HEIGHT, PAGE_WIDTH, Box, PageInk, Pen, points
from needsform.export.pdf_archive import Attachment, archive
from needsform.export.text_shaping import clean, has_right_to_left, is_right_to_left, visual_order
from needsform.export.text_wrapping import (
    BLACK,
    MM_PER_POINT,
    WHITE,
    Color,
    StyledText,
    TextLine,
    TextStyle,
    glyph_width,
    wrap,
)

Align = Literal["left", "center", "right"]
ArtifactKind = Literal["Layout", "Header", "Footer"]

_ARTIFACTS: Final[dict[ArtifactKind, str]] = {
    "Layout": "/Artifact <</Type /Layout>> BDC",
    "Header": "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    "Footer": "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
}

_CAP_HEIGHT: Final = 0.714
"""How high the figures of Noto Sans are, in ems."""


class _FontDocument(Canvas):
    """reportlab's part: pages for the ink to be put on, and the shipped fonts cut down to the letters in use."""

    _doc: PDFDocument

    def coded(self, font: TTFont, text: str) -> list[tuple[str, bytes]]:
        """The text in the codes of the font's subsets in this document, with their names there."""
        parts = font.splitString(text, self._doc)
        return [(font.getSubsetInternalName(subset, self._doc), codes) for subset, codes in parts]


class TaggedCanvas:
    """A4 pages, drawn in the order in which they are read.

    `title` stands in the window of a viewer, so it names the kind of document and never a person; `language` is a tag
    like "da-DK". Strings are drawn as they are: nothing in them is markup.
    """

    def __init__(self, *, title: str, language: str) -> None:
        self._title = clean(title).replace("\n", " ")
        self._language = language
        self._file = BytesIO()
        self._canvas = _FontDocument(
            self._file,
            pagesize=(points(PAGE_WIDTH), points(PAGE_HEIGHT)),
            pageCompression=0,  # the last pass compresses everything, in a fraction of the time
            invariant=1,
            # Otherwise Helvetica is named, and never embedded. The stub takes the name for a number.
            initialFontName=fonts.text_face().name,  # type: ignore[arg-type]
        )
        self._ink = PageInk()
        self._contents: list[bytes] = []
        self._marks_on_page = 0
        self._path = [StructureElement("Document")]
        self._artifact: ArtifactKind | None = None
        self._marked: StructureElement | ArtifactKind | None = None
        self._missing: set[str] = set()

    @property
    def page_number(self) -> int:
        """The page that is being drawn, from 1."""
        return len(self._contents) + 1

    @property
    def missing_characters(self) -> frozenset[str]:
        """Letters drawn so far that no shipped font has: they stand as U+FFFD, and someone must be told."""
        return frozenset(self._missing)

    def next_page(self) -> None:
        """Go on to a new page; the elements that are open go on there too."""
        self._end_page()

    def finish(self, *, created_at: datetime, attachments: Sequence[Attachment] = ()) -> bytes:
        """The document: PDF/A-3a and PDF/UA-1, the same bytes for the same drawing, time and attachments.

        Called once, at the end. Raises ValueError for a time without a zone, or where an element is still open.
        """
        if len(self._path) > 1:
            raise ValueError(f"{self._path[-1].role} is still open")
        self._end_page()
        with fonts.EMBEDDING:
            self._canvas.save()
        facts = DocumentFacts(self._title, self._language, created_at)
        return archive(self._file.getvalue(), self._contents, self._path[0], facts, attachments)

    # What is read: elements.

    @contextmanager
    def element(
        self, role: Role, *, language: str | None = None, spoken: str | None = None, described: str | None = None
    ) -> Iterator[None]:
        """What is drawn inside is this element, read after all that came before.

        `spoken` is read and copied in place of the content, `described` tells what it shows. Raises ValueError where
        the standard has no such element, as for a row outside a table.
        """
        with self._open(StructureElement(role, language=language, spoken=spoken, described=described)):
            yield

    @contextmanager
    def header_cell(self, scope: Scope, *, columns: int = 1, rows: int = 1) -> Iterator[None]:
        """A cell that names its row or its column."""
        with self._open(StructureElement("TH", scope=scope, columns=columns, rows=rows)):
            yield

    @contextmanager
    def cell(self, *, columns: int = 1, rows: int = 1) -> Iterator[None]:
        """A cell of a table; all rows fill the same number of columns, with empty cells where need be."""
        with self._open(StructureElement("TD", columns=columns, rows=rows)):
            yield

    @contextmanager
    def figure(self, described: str, box: Box) -> Iterator[None]:
        """A picture inside `box`, and in words what it shows."""
        left, bottom = points(box.x), points(PAGE_HEIGHT - box.y - box.height)
        bounds = (left, bottom, left + points(box.width), bottom + points(box.height))
        with self._open(StructureElement("Figure", described=described, bounds=bounds)):
            yield

    @contextmanager
    def artifact(self, kind: ArtifactKind = "Layout") -> Iterator[None]:
        """What is drawn inside is decoration, or repeats on every page, and is not read."""
        outer, self._artifact = self._artifact, kind
        try:
            yield
        finally:
            self._artifact = outer

    # What is seen and read: text and marks.

    def draw_text(self, x: float, baseline: float, text: str, style: TextStyle, align: Align = "left") -> float:
        """One line of text; `x` is its left end, its middle or its right end. Returns its width in mm."""
        line = clean(text).replace("\n", " ")
        glyphs = visual_order(line, right_to_left=is_right_to_left(line))
        width = glyph_width(glyphs, style)
        start = x if align == "left" else x - width if align == "right" else x - width / 2
        self._draw_glyphs(start, baseline, glyphs, line, style)
        return width

    def draw_line(self, x: float, baseline: float, line: TextLine) -> None:
        """A line that `wrap` has made; `x` is its left end, whichever way it is read."""
        if line.is_right_to_left:
            x += line.width
        for piece in line.pieces:
            glyphs = visual_order(piece.text, right_to_left=line.is_right_to_left)
            width = glyph_width(glyphs, piece.style)
            if line.is_right_to_left:
                x -= width
            self._draw_glyphs(x, baseline, glyphs, piece.text, piece.style)
            if not line.is_right_to_left:
                x += width

    def draw_paragraph(
        self, x: float, baseline: float, paragraph: Iterable[StyledText], width: float, leading: float
    ) -> float:
        """A paragraph in lines of at most `width`, `leading` mm apart; one that is read from the right stands right.

        Returns the baseline of a next line. Knows of no foot of the page: whoever lays the page out asks `wrap`.
        """
        for line in wrap(paragraph, width):
            self.draw_line(x + width - line.width if line.is_right_to_left else x, baseline, line)
            baseline += leading
        return baseline

    def draw_tick_box(self, x: float, y: float, size: float, *, marked: bool, spoken: str) -> None:
        """A square with its top left corner at (x, y), crossed if marked; `spoken` is what it says aloud."""
        border, arm, inset = 0.1 * size, 0.146 * size, 0.17 * size
        low, high = inset, size - inset
        with self._spoken_as(spoken):
            frame = Box(x + border / 2, y + border / 2, size - border, size - border)
            self._ink.rectangle(frame, pen=Pen(border))
            if marked:
                cross = ((x + low, y + low, x + high, y + high), (x + low, y + high, x + high, y + low))
                self._ink.lines(cross, Pen(arm))

    def draw_disc(self, x: float, y: float, diameter: float, text: str, *, spoken: str) -> None:
        """A dark disc in the square whose top left corner is (x, y), with a figure or two in it."""
        radius = diameter / 2
        style = TextStyle(0.69 * points(diameter), bold=True, color=WHITE)
        glyphs = clean(text)
        start = x + radius - glyph_width(glyphs, style) / 2
        baseline = y + radius + _CAP_HEIGHT * style.size * MM_PER_POINT / 2
        with self._spoken_as(spoken):
            self._ink.disc((x + radius, y + radius), radius, BLACK)
            self._write(start, baseline, fonts.runs(glyphs, bold=True), style)

    def draw_code(self, x: float, y: float, size: float, modules: Sequence[Sequence[bool]]) -> None:
        """A printed code in a square without its white margin, row by row, true for dark; stands in a figure."""
        module = size / len(modules)
        bars: list[Box] = []
        for row, cells in enumerate(modules):
            column = 0
            for dark, run in groupby(cells):
                length = len(list(run))
                if dark:
                    bars.append(Box(x + column * module, y + row * module, length * module, module))
                column += length
        self._mark()
        self._ink.rectangles(bars, BLACK)

    # What is only seen: always decoration.

    def draw_rule(self, start: tuple[float, float], end: tuple[float, float], pen: Pen = HAIRLINE) -> None:
        """A straight line."""
        with self.artifact(self._artifact or "Layout"):
            self._mark()
            self._ink.lines([(*start, *end)], pen)

    def draw_frame(
        self, box: Box, *, pen: Pen | None = HAIRLINE, fill: Color | None = None, radius: float = 0.0
    ) -> None:
        """A line around `box`, a ground behind what is drawn there next, or both; `radius` of the corners in mm."""
        with self.artifact(self._artifact or "Layout"):
            self._mark()
            self._ink.rectangle(box, pen=pen, fill=fill, radius=radius)

    # How ink and elements are joined.

    @contextmanager
    def _open(self, element: StructureElement) -> Iterator[None]:
        if self._artifact is not None:
            raise ValueError(f"{element.role} cannot stand in decoration")
        self._path[-1].adopt(element)
        self._path.append(element)
        try:
            yield
        finally:
            self._path.pop()

    @contextmanager
    def _spoken_as(self, spoken: str) -> Iterator[None]:
        """Ink that is read as `spoken`: said in the structure, for readers, and in the ink, for search and copying."""
        if self._artifact is not None:
            self._mark()
            yield
            return
        with self._open(StructureElement("Span", spoken=spoken)):
            # Programs that copy turn whatever is Arabic round, ActualText too: there the letters serve them better.
            in_ink = "" if has_right_to_left(spoken) else f" /ActualText <feff{spoken.encode('utf-16-be').hex()}>"
            self._mark(in_ink)
            yield

    def _mark(self, properties: str = "") -> None:
        """See to it that the ink that follows belongs to the innermost element, or is decoration."""
        owner = self._artifact or self._path[-1]
        if owner == self._marked:
            return
        self._end_mark()
        if isinstance(owner, StructureElement):
            owner.take_ink(MarkedContent(len(self._contents), self._marks_on_page))
            self._ink.operators.append(f"/{owner.role} <</MCID {self._marks_on_page}{properties}>> BDC")
            self._marks_on_page += 1
        else:
            self._ink.operators.append(_ARTIFACTS[owner])
        self._marked = owner

    def _end_mark(self) -> None:
        if self._marked is not None:
            self._ink.operators.append("EMC")
            self._marked = None

    def _end_page(self) -> None:
        self._end_mark()
        self._contents.append("\n".join(self._ink.operators).encode("ascii"))
        self._canvas.showPage()
        self._ink = PageInk()
        self._marks_on_page = 0

    def _draw_glyphs(self, x: float, baseline: float, glyphs: str, text: str, style: TextStyle) -> None:
        """One string; where the letters drawn are not those that were written, the written ones go with them."""
        runs = fonts.runs(glyphs, bold=style.bold)
        drawn = "".join(run for _, run in runs)
        if drawn != glyphs:
            self._missing |= fonts.missing_characters(text)
        if drawn == text:
            self._mark()
            self._write(x, baseline, runs, style)
        else:
            with self._spoken_as(text):
                self._write(x, baseline, runs, style)

    def _write(self, x: float, baseline: float, runs: Sequence[tuple[fonts.Face, str]], style: TextStyle) -> None:
        coded = [part for face, run in runs for part in self._canvas.coded(face.font, run)]
        self._ink.text(x, baseline, coded, style.size, style.color)
