"""The blank form: the same sheet without marks, with room for a pen. Paper stays a way in."""

from dataclasses import replace
from datetime import datetime
from typing import Final

from needsform.export import back_tables, sheet_words
from needsform.export import sheet_frame as frame
from needsform.export.back_closing import Closing, signed_names
from needsform.export.back_page import BackContent, BackPage
from needsform.export.contact_foot import ContactFoot
from needsform.export.front_page import FrontPage
from needsform.export.pen_room import ROW, PenRow, Ticked
from needsform.export.sheet_frame import Block, Heading, Paragraph
from needsform.export.sheet_pages import SheetPages
from needsform.models.assessment import FilledBy
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import Questionnaire
from needsform.models.site import Site, SiteKind
from needsform.models.words import Words

_BELOW_DATE: Final = 1.6
_ON_SCREEN_ONLY: Final = FilledBy.ON_PAPER
"""Is what the whole form is; who held the pen is asked."""


def render_blank(questionnaire: Questionnaire, words: Words, site: Site | None, printed_at: datetime) -> bytes:
    """The form without marks as PDF; what the site says of whom to call is filled in, if there is a site."""
    where = site or Site(name="", kind=SiteKind.HOSPITAL)
    foot = ContactFoot(where, where.kind, *sheet_words.site_contact(where, words), words)
    headings = _front_heading(words), _later_heading(words, "sheet.continued.front", ())
    front = FrontPage.of(questionnaire, None, words, headings, foot.front())
    boxes = (
        back_tables.needs_table(questionnaire, None, words),
        back_tables.activities_table(questionnaire, None, words),
    )
    talk = (_to_write(words, "talk_with"), _to_write(words, "date", "relative", shares=(2, 3)))
    back = BackPage.of(
        _later_heading(words, "sheet.back.title", talk),
        BackContent(tuple(filter(None, boxes))),
        Closing.of(where, where.kind, None, words, signed_names(Signature(name=""), "", words)),
        foot.back(""),
        words,
        front.pages + 1,
    )
    edition = words.text(
        "sheet.blank.version",
        version=questionnaire.version,
        date=words.date(printed_at.date()),
        time=words.time(printed_at),
    )
    canvas = SheetPages(front, back, "", edition).draw(words.text("sheet.blank.title"), words)
    return canvas.finish(created_at=printed_at)


def _front_heading(words: Words) -> Heading:
    left = frame.left_width(frame.BLANK_IDENTITY_WIDTH)
    who = [by for by in FilledBy if by is not _ON_SCREEN_ONLY]
    below: tuple[Block, ...] = (
        Paragraph.of(words.text("sheet.front.subject"), frame.SUBTITLE, left),
        replace(_to_write(words, "date", "occasion", shares=(2, 3)), height=ROW + _BELOW_DATE, below=_BELOW_DATE),
        Paragraph.of(words.text("sheet.blank.filled_by"), frame.SUBTITLE_BOLD, left),
        *(Ticked.of(words.text(f"sheet.blank.filled_by.{by.value}"), frame.SUBTITLE, left, words) for by in who),
    )
    identity = tuple(_to_write(words, field) for field in ("name", "identifier", "phone", "municipality", "gp"))
    return Heading(words.text("sheet.front.title"), below, identity, frame.BLANK_IDENTITY_WIDTH)


def _later_heading(words: Words, title: str, below: tuple[Block, ...]) -> Heading:
    """After the first page only so much of whose form it is as keeps loose pages together."""
    identity = (_to_write(words, "name"), _to_write(words, "identifier"))
    return Heading(words.text(title), below, identity, frame.BLANK_IDENTITY_WIDTH)


def _to_write(words: Words, *fields: str, shares: tuple[float, ...] = ()) -> PenRow:
    return PenRow(tuple(words.text(f"sheet.blank.{field}") for field in fields), shares=shares)
