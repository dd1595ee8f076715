"""One two-page sheet, tagged, attached and embedded, beside a bare canvas that draws the same strings and boxes."""

import io
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from unittest.mock import patch

from reportlab.lib.colors import Color as Ink
from reportlab.pdfgen.canvas import Canvas

from needsform.export import fonts
from needsform.export.page_ink import PAGE_HEIGHT, PAGE_WIDTH, Box, PageInk, Pen, points
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import Color, TextStyle
from needsform.models.sheet import SheetContent
from needsform.services.documents import page_count, render_sheet
from tools.bench.figures import Figure, in_turn
from tools.case_store import CaseStore, case, play

Stroke = Callable[[Canvas], None]
Runs = Sequence[tuple[fonts.Face, str]]
TARGET = 2.5


def measure() -> list[Figure]:
    """The figure of the sheet."""
    content = content_of_case()
    pages = drawn(content)
    assert len(pages) == page_count(render_sheet(content)) == 2
    ours, bare = in_turn(partial(seconds, partial(render_sheet, content)), partial(seconds, partial(draw_bare, pages)))
    return [Figure("a two-page sheet", "ms", ours * 1000, TARGET, bare * 1000)]


def content_of_case() -> SheetContent:
    """What stands on the sheet of the first case."""
    told = case(1)
    with tempfile.TemporaryDirectory() as folder:
        store = CaseStore.found(Path(folder), told)
        session = store.open()
        try:
            return session.documents.content(*play(session, told))
        finally:
            session.close()
            store.access.leave()


def seconds(act: Callable[[], object]) -> float:
    """How long something takes."""
    before = time.perf_counter()
    act()
    return time.perf_counter() - before


def drawn(content: SheetContent) -> list[list[Stroke]]:
    """Everything that a sheet draws, page by page, as calls of a bare canvas: noted while it is made once."""
    pages: list[list[Stroke]] = []

    begin, lines, rectangle, write = PageInk.__init__, PageInk.lines, PageInk.rectangle, TaggedCanvas._write
    rectangles = PageInk.rectangles

    def noted_begin(ink: PageInk) -> None:
        pages.append([])
        begin(ink)

    def noted_lines(ink: PageInk, segments: Iterable[tuple[float, float, float, float]], pen: Pen) -> None:
        kept = tuple(segments)
        pages[-1].append(partial(_lines, segments=kept, pen=pen))
        lines(ink, kept, pen)

    def noted_rectangle(
        ink: PageInk, box: Box, *, pen: Pen | None = None, fill: Color | None = None, radius: float = 0.0
    ) -> None:
        pages[-1].append(partial(_rectangle, box=box, pen=pen, fill=fill, radius=radius))
        rectangle(ink, box, pen=pen, fill=fill, radius=radius)

    def noted_rectangles(ink: PageInk, boxes: Iterable[Box], fill: Color) -> None:
        kept = tuple(boxes)
        pages[-1].append(partial(_rectangles, boxes=kept, fill=fill))
        rectangles(ink, kept, fill)

    def noted_write(tagged: TaggedCanvas, x: float, baseline: float, runs: Runs, style: TextStyle) -> None:
        pages[-1].append(partial(_text, x=x, baseline=baseline, runs=runs, style=style))
        write(tagged, x, baseline, runs, style)

    with (
        patch.object(PageInk, "__init__", noted_begin),
        patch.object(PageInk, "lines", noted_lines),
        patch.object(PageInk, "rectangle", noted_rectangle),
        patch.object(PageInk, "rectangles", noted_rectangles),
        patch.object(TaggedCanvas, "_write", noted_write),
    ):
        render_sheet(content)
    return [strokes for strokes in pages if strokes]


def draw_bare(pages: list[list[Stroke]]) -> bytes:
    """The same strings, lines and boxes in the same embedded fonts, as reportlab alone would be asked for them."""
    file = io.BytesIO()
    canvas = Canvas(
        file,
        pagesize=(points(PAGE_WIDTH), points(PAGE_HEIGHT)),
        invariant=1,
        initialFontName=fonts.text_face().name,  # type: ignore[arg-type] # the stub takes the name for a number
    )
    for strokes in pages:
        for stroke in strokes:
            stroke(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _text(canvas: Canvas, x: float, baseline: float, runs: Runs, style: TextStyle) -> None:
    canvas.setFillColor(Ink(*style.color))
    left, bottom = points(x), points(PAGE_HEIGHT - baseline)
    for face, run in runs:
        canvas.setFont(face.name, style.size)
        canvas.drawString(left, bottom, run)
        left += sum(face.advances[letter] for letter in run) * style.size / 1000 if len(runs) > 1 else 0


def _lines(canvas: Canvas, segments: Iterable[tuple[float, float, float, float]], pen: Pen) -> None:
    _take(canvas, pen)
    for x1, y1, x2, y2 in segments:
        canvas.line(points(x1), points(PAGE_HEIGHT - y1), points(x2), points(PAGE_HEIGHT - y2))


def _rectangle(canvas: Canvas, box: Box, pen: Pen | None, fill: Color | None, radius: float) -> None:
    if pen is not None:
        _take(canvas, pen)
    if fill is not None:
        canvas.setFillColor(Ink(*fill))
    place = (points(box.x), points(PAGE_HEIGHT - box.y - box.height), points(box.width), points(box.height))
    stroke, filled = int(pen is not None), int(fill is not None)
    if radius:
        canvas.roundRect(*place, points(radius), stroke=stroke, fill=filled)
    else:
        canvas.rect(*place, stroke=stroke, fill=filled)


def _rectangles(canvas: Canvas, boxes: Iterable[Box], fill: Color) -> None:
    canvas.setFillColor(Ink(*fill))
    path = canvas.beginPath()
    for box in boxes:
        path.rect(points(box.x), points(PAGE_HEIGHT - box.y - box.height), points(box.width), points(box.height))
    canvas.drawPath(path, stroke=0, fill=1)


def _take(canvas: Canvas, pen: Pen) -> None:
    canvas.setStrokeColor(Ink(*pen.color))
    canvas.setLineWidth(points(pen.width))
