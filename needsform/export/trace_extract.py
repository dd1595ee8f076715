"""What a citizen is told of the use of their details: when, and what happened; never who of the staff it was.

The Data Protection Agency's reading of C-579/21: that, when and why, and normally not who.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.listing import Listing
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.models.audit import Actor, TraceEntry
from needsform.models.patient import Patient
from needsform.models.site import Site
from needsform.models.words import Words

_SHARES: Final = (0.28, 0.50, 0.22)


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
    canvas = TaggedCanvas(title=words.text("trace.extract.title"), language=words.language)
    page = Listing(canvas)
    page.heading(words.text("trace.extract.title"))
    page.paragraph(
        words.text("trace.extract.whose", name=patient.name, identifier=patient.identifier.shown), frame.NAME
    )
    page.paragraph(words.text("trace.extract.lead", site=site.name))
    made = words.text("trace.extract.made", date=words.date(made_at.date()), time=words.time(made_at))
    page.paragraph(made, frame.SUBTITLE)
    lines = extract_lines(entries, words)
    if lines:
        heads = [words.text(head) for head in ("trace.column.when", "trace.column.what", "trace.extract.by")]
        page.table(heads, [(line.when, line.what, line.by) for line in lines], _SHARES)
    else:
        page.paragraph(words.text("trace.extract.nothing"))
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
