"""Two assessments beside each other on paper, for the citizen to take home: the same family as the sheet.

PDF/UA-1 and PDF/A-3a; the same bytes for the same content. Only what was marked in one of the two stands on it.
"""

from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export import sheet_table as table
from needsform.export import sheet_words
from needsform.export.contact_foot import ContactFoot
from needsform.export.sheet_frame import NOTHING, Foot, Heading, Paragraph
from needsform.export.sheet_pages import LANGUAGE_TAGS
from needsform.export.sheet_table import Row, Table
from needsform.export.table_flow import Pointers, flowed
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.models.comparison import Marks, TopicChange
from needsform.models.comparison_sheet import ComparisonSheetContent
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.timeline import Timeline, TimelineArea, TimelineRow

_SHARES: Final = (34, 23, 23, 20)
_ABOVE_FOOT: Final = 2.0


def render_comparison(content: ComparisonSheetContent) -> bytes:
    """One copy of the comparison as PDF."""
    words = content.words
    heading, foot = _heading(content), _foot(content)
    room = foot.top - _ABOVE_FOOT - heading.bottom
    pages, _ = flowed(_boxes(content), room, Pointers(words, 0))
    canvas = TaggedCanvas(
        title=words.text("comparison.title"), language=LANGUAGE_TAGS.get(words.language, words.language)
    )
    printed = content.printed_at
    edition = words.text("plan.sheet.printed", date=words.date(printed.date()), time=words.time(printed))
    for number, boxes in enumerate(pages):
        if number:
            canvas.next_page()
        heading.draw(canvas, repeats=number > 0)
        y = heading.bottom
        for box in boxes:
            y = box.draw(canvas, y) + frame.BLOCK_GAP
        if number == 0:
            foot.draw(canvas)
        page = words.text("sheet.page", page=number + 1, pages=len(pages))
        frame.draw_page_line(canvas, words.text(f"sheet.copy.{content.copy_name.value}"), edition, page)
    return canvas.finish(created_at=printed)


def _heading(content: ComparisonSheetContent) -> Heading:
    words = content.words
    left, right = frame.left_width(frame.IDENTITY_WIDTH), frame.text_width_in_box(frame.IDENTITY_WIDTH)
    lines = (
        (words.text("sheet.front.subject"),),
        (_when("comparison.before", content.before, content), *_facts(content.before, content)),
        (_when("comparison.now", content.now, content), *_facts(content.now, content)),
    )
    whose = (
        Paragraph.from_left(content.patient.name, frame.NAME, right),
        *(Paragraph.joined(facts, frame.SUBTITLE, right) for facts in sheet_words.identity(content)),
    )
    below = tuple(Paragraph.joined(line, frame.SUBTITLE, left) for line in lines)
    return Heading(words.text("comparison.title"), below, whose)


def _when(key: str, one: EarlierAssessment, content: ComparisonSheetContent) -> str:
    return f"{content.words.text(key)} {content.words.date(one.held_on)}"


def _facts(one: EarlierAssessment, content: ComparisonSheetContent) -> tuple[str, ...]:
    """Why, where and with whom; and what is doubtful of it."""
    words = content.words
    doubts = (
        "" if one.is_finished else words.text("comparison.not_finished"),
        "" if one.is_verified else words.text("comparison.unverified"),
    )
    facts = (words.of(one.occasion), one.place, one.professional, *doubts)
    return tuple(filter(None, facts))


def _foot(content: ComparisonSheetContent) -> Foot:
    site, words = content.site, content.words
    foot = ContactFoot(site, site.kind, *sheet_words.site_contact(site, words), words)
    return foot.back(content.municipality.full_name if content.municipality else "")


def _boxes(content: ComparisonSheetContent) -> list[Table]:
    timeline = Timeline.of((content.before, content.now))
    boxes = [_box(timeline, area, content) for area in timeline.areas]
    if boxes:
        return boxes
    nothing = Paragraph.of(content.words.text("comparison.nothing"), table.CELL, table.INNER_WIDTH)
    return [Table(content.words.text("comparison.marked"), (), (), nothing)]


def _box(timeline: Timeline, area: TimelineArea, content: ComparisonSheetContent) -> Table:
    """An area with what was marked in it before and now, and what became of it."""
    words, language = content.words, content.words.language
    days = (_when("comparison.before", content.before, content), _when("comparison.now", content.now, content))
    columns = table.columns([words.text("comparison.topic"), *days, words.text("comparison.since")], _SHARES)
    widths = [column.text_width for column in columns]
    rows = tuple(
        Row(
            (
                _topic(timeline, row, content, widths[0]),
                *(_marked(marks, content, width) for marks, width in zip(row.marks, widths[1:3], strict=True)),
                _since(row, content, widths[3]),
            )
        )
        for row in area.rows
    )
    return Table(timeline.title_of(area.area, language), columns, rows)


def _topic(
    timeline: Timeline, row: TimelineRow, content: ComparisonSheetContent, width: float
) -> tuple[Paragraph, ...]:
    language = content.words.language
    said = [Paragraph.of(timeline.heading_of(row.topic, language), table.CELL_BOLD, width)]
    earlier = "; ".join(timeline.earlier_wordings(row.topic, language))
    if row.is_reworded:
        key = "comparison.reworded" if earlier else "comparison.reworded_elsewhere"
        said.append(Paragraph.of(content.words.text(key, words=earlier), table.CELL_SECOND, width))
    return tuple(said)


def _marked(marks: Marks | None, content: ComparisonSheetContent, width: float) -> tuple[Paragraph, ...]:
    """The ticks in words, and the citizen's own words beneath them."""
    words = content.words
    if marks is None:
        return (Paragraph.of(words.text("comparison.not_on_form"), table.CELL_SECOND, width),)
    said = [words.text("comparison.problem")] if marks.problem else []
    if marks.support:
        said.append(words.text("comparison.and_support") if said else words.text("comparison.support"))
    if marks.priority is not None:
        said.append(words.text("comparison.priority", number=marks.priority))
    style = table.CELL_BOLD if marks.support else table.CELL
    parts = (Paragraph.of(", ".join(said), style, width), Paragraph.of(marks.words, table.CELL_SECOND, width))
    return tuple(part for part in parts if part.lines) or (NOTHING,)


def _since(row: TimelineRow, content: ComparisonSheetContent, width: float) -> tuple[Paragraph, ...]:
    words = content.words
    said = [] if row.change is None else [words.of(row.change)]
    if row.was_not_asked and row.change is TopicChange.NEW:
        said.append(words.text("comparison.was_not_asked"))
    return (Paragraph.of(", ".join(said), table.CELL, width),)
