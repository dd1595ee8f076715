"""The first paper of a whole record that is handed out: what is known of the citizen, and which papers follow."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.listing import Listing
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.models.words import Words

_FACTS: Final = (0.34, 0.66)
_PAPERS: Final = (0.28, 0.15, 0.24, 0.33)
_DELIVERIES: Final = (0.2, 0.16, 0.26, 0.38)


def render_overview(
    facts: Sequence[tuple[str, str]],
    papers: Sequence[tuple[str, str, str, str]],
    deliveries: Sequence[tuple[str, str, str, str]],
    site: str,
    words: Words,
    made_at: datetime,
) -> bytes:
    """The overview as a PDF that can be read aloud.

    `facts` are names and values; `papers` are occasion, day, status and file of each assessment, oldest first;
    `deliveries` are when, to whom, how and more of everything that was passed on.
    """
    title = words.text("record.title")
    canvas = TaggedCanvas(title=title, language=words.language)
    page = Listing(canvas)
    page.heading(title)
    page.paragraph(words.text("record.lead", site=site))
    page.paragraph(
        words.text("trace.extract.made", date=words.date(made_at.date()), time=words.time(made_at)), frame.SUBTITLE
    )
    page.table([words.text("record.fact"), words.text("record.value")], facts, _FACTS)
    page.heading(words.text("record.assessments"), "H2", frame.NAME)
    if papers:
        heads = [words.text(f"record.{head}") for head in ("occasion", "date", "status", "file")]
        page.table(heads, papers, _PAPERS)
    else:
        page.paragraph(words.text("record.no_assessments"))
    if deliveries:
        page.heading(words.text("record.deliveries"), "H2", frame.NAME)
        heads = [words.text(f"record.delivery.{head}") for head in ("when", "whom", "how", "more")]
        page.table(heads, deliveries, _DELIVERIES)
    return canvas.finish(created_at=made_at)
