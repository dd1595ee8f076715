"""The plan for rehabilitation on paper, for the citizen to take home: the same family as the sheet of the assessment.

PDF/UA-1 and PDF/A-3a; the same bytes for the same content. What is longer than a page goes on to further ones.
"""

from dataclasses import replace
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export import sheet_table as table
from needsform.export import sheet_words
from needsform.export.back_closing import HALF, SENTENCE, SENTENCE_WIDTH, SIGN_WIDTH, Closing
from needsform.export.back_page import BackContent, BackPage
from needsform.export.contact_foot import ContactFoot
from needsform.export.pen_room import PenRow, said
from needsform.export.sheet_frame import NOTHING, Block, Heading, Paragraph
from needsform.export.sheet_pages import LANGUAGE_TAGS
from needsform.export.sheet_table import Row, Table
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.rehabilitation_plan import Agreed, GpMoment, PlanStatus

_GOAL: Final = table.CELL_BOLD


def render_plan(content: PlanSheetContent) -> bytes:
    """One copy of a citizen's plan as PDF."""
    words = content.words
    pages = _page(content)
    canvas = TaggedCanvas(
        title=words.text("plan.sheet.title"), language=LANGUAGE_TAGS.get(words.language, words.language)
    )
    printed = content.printed_at
    edition = words.text("plan.sheet.printed", date=words.date(printed.date()), time=words.time(printed))
    for page in range(pages.pages):
        if page:
            canvas.next_page()
        pages.draw(canvas, page)
        number = words.text("sheet.page", page=page + 1, pages=pages.pages)
        frame.draw_page_line(canvas, words.text(f"sheet.copy.{content.copy_name.value}"), edition, number)
    return canvas.finish(created_at=printed)


def _page(content: PlanSheetContent) -> BackPage:
    words, plan = content.words, content.plan
    foot = ContactFoot(
        content.site,
        content.site.kind,
        plan.content.responsible,
        sheet_words.phone(plan.content.responsible_phone, words),
        words,
    )
    page = BackPage.of(
        _heading(content),
        BackContent((_goals(content), _offers(content))),
        _closing(content),
        foot.back(content.municipality.full_name if content.municipality else ""),
        words,
        1,
    )
    return replace(page, continued_title=words.text("plan.sheet.continued"))


def _heading(content: PlanSheetContent) -> Heading:
    words, plan = content.words, content.plan
    left, right = frame.left_width(frame.IDENTITY_WIDTH), frame.text_width_in_box(frame.IDENTITY_WIDTH)
    how = words.text(f"plan.sheet.{plan.content.agreed.value}")
    blocks: list[Block] = [
        Paragraph.joined((words.text("sheet.front.subject"), how), frame.SUBTITLE, left),
        Paragraph.joined(_days(content), frame.SUBTITLE, left),
    ]
    if plan.status is PlanStatus.DRAFT:
        blocks.insert(0, Paragraph.of(words.text("plan.sheet.not_begun"), frame.SUBTITLE_BOLD, left))
    whose = (
        Paragraph.from_left(content.patient.name, frame.NAME, right),
        *(Paragraph.joined(facts, frame.SUBTITLE, right) for facts in sheet_words.identity(content)),
    )
    return Heading(words.text("plan.sheet.title"), tuple(blocks), whose)


def _days(content: PlanSheetContent) -> tuple[str, ...]:
    """When it began and ended, and where it was made."""
    words, plan, site = content.words, content.plan, content.site
    days = (("begun", plan.begun_on), ("ended", plan.ended_on))
    told = [words.text(f"plan.sheet.{key}", date=words.date(day)) for key, day in days if day is not None]
    return *told, ", ".join(dict.fromkeys(filter(None, (site.unit, site.name))))


def _goals(content: PlanSheetContent) -> Table:
    """In the citizen's own words, each with its number."""
    words = content.words
    columns = table.columns([words.text("plan.sheet.goal"), words.text("plan.sheet.own_words")], (9, 91))
    number, said_ = (column.text_width for column in columns)
    rows = tuple(
        Row(((Paragraph.of(str(place), _GOAL, number),), (Paragraph.of(goal, table.CELL, said_),)))
        for place, goal in enumerate(content.plan.content.goals, start=1)
    )
    note = NOTHING if rows else Paragraph.of(words.text("plan.sheet.no_goals"), table.CELL_SECOND, table.INNER_WIDTH)
    return Table(words.text("plan.goals"), columns, rows, note)


def _offers(content: PlanSheetContent) -> Table:
    """A row for each; a column that nobody has written in is left out, so that no heading stands over nothing."""
    words, offers = content.words, content.plan.content.offers
    told: dict[str, tuple[float, tuple[str, ...]]] = {
        "kind": (13, tuple(words.of(offer.kind) if offer.kind else "" for offer in offers)),
        "responsible": (25, tuple(offer.responsible for offer in offers)),
        "begins": (14, tuple(offer.begins for offer in offers)),
        "ends": (14, tuple(offer.ends for offer in offers)),
    }
    shown = {key: fact for key, fact in told.items() if any(fact[1])}
    written = dict.fromkeys(told, Paragraph.of) | {"responsible": Paragraph.from_left}  # a name begins at the left
    titles = [words.text(f"plan.offer.{key}") for key in ("name", *shown)]
    columns = table.columns(titles, (34, *(share for share, _ in shown.values())))
    first, *others = (column.text_width for column in columns)
    rows = tuple(
        Row(
            (
                (Paragraph.of(offer.name, table.CELL_BOLD, first),),
                *(
                    (written[key](texts[place], table.CELL, width),)
                    for (key, (_, texts)), width in zip(shown.items(), others, strict=True)
                ),
            )
        )
        for place, offer in enumerate(offers)
    )
    note = NOTHING if rows else Paragraph.of(words.text("plan.sheet.no_offers"), table.CELL_SECOND, table.INNER_WIDTH)
    return Table(words.text("plan.offers"), columns, rows, note)


def _closing(content: PlanSheetContent) -> Closing:
    """Who decides, how much help it takes, who is told; and room for two hands where the plan is a written one."""
    words, written = content.words, content.plan.content
    authority = sheet_words.authority(content.site, words)
    decision = Paragraph.of(words.text("plan.sheet.decision", authority=authority), SENTENCE, SENTENCE_WIDTH)
    names: tuple[tuple[str, ...], tuple[str, ...]] = (
        (written.responsible or words.text("sheet.back.signature.professional"),),
        (content.patient.name,),
    )
    professional, citizen = (Paragraph.joined(name, frame.SMALL, SIGN_WIDTH) for name in names)
    return Closing(
        (decision,),
        _agreed(content),
        _told(content),
        (professional, citizen),
        is_signed=written.agreed is Agreed.WRITTEN,
    )


def _agreed(content: PlanSheetContent) -> tuple[Block, ...]:
    """What was chosen; what is still open is left to a pen."""
    words, written = content.words, content.plan.content
    facts = (("plan.effort", written.effort), ("plan.retraining_plan", written.retraining_plan))
    blocks: list[Block] = [
        PenRow((f"{words.text(key)}:",), table.CELL_BOLD)
        if value is None
        else said(f"{words.text(key)}:", _small(words.of(value)), table.CELL, HALF)
        for key, value in facts
    ]
    if written.closing_status:
        blocks.append(said(f"{words.text('plan.closing_status')}:", written.closing_status, table.CELL, HALF))
    return tuple(blocks)


def _told(content: PlanSheetContent) -> tuple[Block, ...]:
    """Whether the general practice is told of start and end (agreement 5.3.2)."""
    words, plan = content.words, content.plan
    practice = content.patient.general_practice.name
    asked = f"{words.text('plan.gp')}:"
    blocks: list[Block] = [said(asked, practice, table.CELL, HALF) if practice else PenRow((asked,), table.CELL_BOLD)]
    if plan.gp_declined:
        return *blocks, Paragraph.of(words.text("plan.sheet.gp_declined"), table.CELL, HALF)
    for moment, day in ((GpMoment.START, plan.gp_told_at_start), (GpMoment.END, plan.gp_told_at_end)):
        when = words.of(moment)
        key = "plan.sheet.gp_will_be_told" if day is None else "plan.sheet.gp_told"
        date = "" if day is None else words.date(day)
        blocks.append(Paragraph.of(words.text(key, moment=when, date=date), table.CELL, HALF))
    return tuple(blocks)


def _small(text: str) -> str:
    """A value in the middle of a line begins with a small letter."""
    return text[:1].lower() + text[1:]
