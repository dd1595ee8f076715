"""The printed sheet: front and back on A4, tagged to be read aloud, archived with its FHIR Bundle inside.

PDF/UA-1 and PDF/A-3a; the same bytes for the same content. Front is page 1, back is page 2; what is longer than paper
goes on to further pages, and nothing is ever cut.
"""

from typing import Final

from needsform.export import back_tables, contact_box, sheet_words
from needsform.export import sheet_frame as frame
from needsform.export.back_closing import Closing, signed_names
from needsform.export.back_page import BackContent, BackPage
from needsform.export.contact_foot import ContactFoot
from needsform.export.fhir import bundle_json
from needsform.export.front_page import FrontPage
from needsform.export.page_geometry import FrontGeometry
from needsform.export.pdf_archive import Attachment
from needsform.export.sheet_codes import PrintedCode, SheetCodes
from needsform.export.sheet_frame import Block, Heading, Paragraph
from needsform.export.sheet_pages import SheetPages
from needsform.export.sheet_table import Table
from needsform.export.sheet_words import Facts
from needsform.models.sheet import SheetContent

BUNDLE_NAME: Final = "behovsvurdering.fhir.json"
"""What the attached Bundle is called inside the PDF; no name, no number."""


def render_sheet(content: SheetContent) -> bytes:
    """One copy of a citizen's sheet as PDF."""
    words, assessment = content.words, content.assessment
    name, phone = sheet_words.contact(content)
    foot = ContactFoot(content.site, assessment.setting, name, phone, words)
    codes = SheetCodes.of(content)
    heading = _heading("sheet.front.title", sheet_words.occasion(content), content, codes, codes.front)
    later = _heading("sheet.continued.front", sheet_words.occasion(content), content, codes, codes.back)
    headings = heading, later
    front = FrontPage.of(content.questionnaire, assessment.response, words, headings, foot.front())
    pages = SheetPages(
        front, _back(content, front.geometry, foot, codes), sheet_words.copy_name(content), sheet_words.edition(content)
    )
    canvas = pages.draw(words.text("sheet.document.title"), words)
    attachments = []
    if not content.came:  # what another place made is not handed on as if this one had made it
        told = words.text("sheet.document.attachment")
        attachments.append(Attachment(BUNDLE_NAME, bundle_json(content), description=told))
    return canvas.finish(created_at=content.printed_at, attachments=attachments)


def _back(content: SheetContent, front: FrontGeometry, foot: ContactFoot, codes: SheetCodes) -> BackPage:
    """The back; if all that is told of contacts would take a further page, a line for each is told."""
    plan, words = content.assessment.care_plan, content.words
    contacts = plan.contacts if plan else ()
    whole = _back_with(contact_box.contact_table(contacts, words), content, front, foot, codes)
    if not contacts or whole.pages == 1:
        return whole
    brief = _back_with(contact_box.contacts_in_brief(contacts, words), content, front, foot, codes)
    return brief if brief.pages < whole.pages else whole


def _back_with(
    contacts: Table | None, content: SheetContent, front: FrontGeometry, foot: ContactFoot, codes: SheetCodes
) -> BackPage:
    words, assessment, form = content.words, content.assessment, content.questionnaire
    talk = sheet_words.talk(content.patient, assessment, words)
    aside, problems = back_tables.problems_only(form, assessment, words)
    boxes = (
        back_tables.needs_table(form, assessment, words),
        problems,
        back_tables.activities_table(form, assessment.care_plan, words),
        contacts,
        back_tables.own_words_table(form, assessment, words),
    )
    moved = back_tables.moved_table(front.moved, words)
    return BackPage.of(
        _heading("sheet.back.title", talk, content, codes, codes.back),
        BackContent(tuple(filter(None, boxes)), (moved,) if moved else (), aside),
        Closing.of(
            content.site,
            assessment.setting,
            assessment.care_plan,
            words,
            signed_names(assessment.signature, content.patient.name, words),
        ),
        foot.back(content.municipality.full_name if content.municipality else ""),
        words,
        len(front.pages) + 1,
    )


def _heading(
    title: str, below: tuple[Facts, ...], content: SheetContent, codes: SheetCodes, code: PrintedCode | None
) -> Heading:
    """The top of a page of a citizen's sheet; a draft and a received sheet say so before anything else."""
    left, right = frame.left_width(frame.IDENTITY_WIDTH, code), frame.text_width_in_box(frame.IDENTITY_WIDTH)
    blocks: list[Block] = [Paragraph.joined(facts, frame.SUBTITLE, left) for facts in below]
    before_all_else = content.words.text("sheet.draft") if content.is_draft else content.came
    if before_all_else:
        blocks.insert(0, Paragraph.of(before_all_else, frame.SUBTITLE_BOLD, left))
    if codes.is_too_large:
        blocks.append(Paragraph.of(content.words.text("sheet.code.too_large"), frame.SUBTITLE, left))
    whose = (
        Paragraph.from_left(content.patient.name, frame.NAME, right),
        *(Paragraph.joined(facts, frame.SUBTITLE, right) for facts in sheet_words.identity(content)),
    )
    return Heading(content.words.text(title), tuple(blocks), whose, code=code)
