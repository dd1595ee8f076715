"""The printed sheet: front and back on A4, tagged to be read aloud, archived with its FHIR Bundle inside.

PDF/UA-1 and PDF/A-3a; the same bytes for the same content. Front is page 1, back is page 2; what is longer than paper
goes on to further pages, and nothing is ever cut.
"""

from collections.abc import Sequence
from datetime import datetime

from needsform.export import back_page, page_geometry
from needsform.export import sheet_frame as frame
from needsform.export.back_page import BackPage, Closing
from needsform.export.fhir import bundle_json
from needsform.export.front_page import FrontPage
from needsform.export.page_geometry import FrontGeometry
from needsform.export.pdf_archive import Attachment
from needsform.export.sheet_frame import Foot, Heading, Paragraph
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.models.care_plan import CarePlan
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Questionnaire
from needsform.models.sheet import SheetContent
from needsform.models.site import Site, SiteKind
from needsform.models.words import Words

BUNDLE_NAME = "behovsvurdering.fhir.json"
"""What the attached Bundle is called inside the PDF; no name, no number."""

_TAGS = {"da": "da-DK", "en": "en-GB"}


def render_sheet(content: SheetContent) -> bytes:
    """One copy of a citizen's sheet as PDF."""
    words, assessment = content.words, content.assessment
    front = FrontPage(content.questionnaire, assessment.response, words)
    front_heading = frame.heading(words.text("sheet.front.title"), _subtitle(content), content)
    front_foot = _front_foot(content.site, words, _contact(content))
    geometry = _front_geometry(front, front_heading, front_foot, _written_others(content))
    back = _back(content, geometry)
    canvas = TaggedCanvas(title=words.text("sheet.document.title"), language=_TAGS[words.language])
    copy = words.text(f"sheet.copy.{content.copy_name.value}")
    if content.is_draft:
        copy = f"{words.text('sheet.draft')} · {copy}"
    printed = content.printed_at
    revision = words.text(
        "sheet.revision", revision=assessment.revision, date=words.date(printed.date()), time=words.time(printed)
    )
    bundle = Attachment(
        filename=BUNDLE_NAME,
        data=bundle_json(content),
        description=words.text("sheet.document.attachment"),
    )
    _draw(canvas, front, front_heading, front_foot, geometry, back, (copy, revision), words)
    return canvas.finish(created_at=printed, attachments=[bundle])


def render_blank(questionnaire: Questionnaire, words: Words, site: Site | None, printed_at: datetime) -> bytes:
    """The form without marks, with lines for a pen."""
    where = site or Site(name="", kind=SiteKind.HOSPITAL)
    front = FrontPage(questionnaire, None, words)
    front_heading = _blank_heading(words, words.text("sheet.front.title"), words.text("sheet.front.subject"))
    contact = (words.text(f"sheet.contact.{where.kind.value}"), _lines(where.contact_name, where.contact_phone, words))
    front_foot = _front_foot(where, words, contact)
    geometry = _front_geometry(front, front_heading, front_foot, {})
    talk = words.text("sheet.blank.talk_with")
    heading = _blank_heading(words, words.text("sheet.back.title"), f"{talk} ")
    activities = back_page.activities_table(questionnaire, None, words)
    tables = [back_page.needs_table(questionnaire, None, words), *([activities] if activities else [])]
    back = back_page.plan_back(
        heading,
        tables,
        [],
        Paragraph((), 1.0),
        back_page.empty_plan_closing(words, where),
        _back_foot(where, words, contact, ""),
        words,
        len(geometry.pages) + 1,
    )
    canvas = TaggedCanvas(title=words.text("sheet.blank.title"), language=_TAGS[words.language])
    version = words.text(
        "sheet.blank.version",
        version=questionnaire.version,
        date=words.date(printed_at.date()),
        time=words.time(printed_at),
    )
    _draw(canvas, front, front_heading, front_foot, geometry, back, ("", version), words)
    return canvas.finish(created_at=printed_at)


def _draw(
    canvas: TaggedCanvas,
    front: FrontPage,
    front_heading: Heading,
    front_foot: Foot,
    geometry: FrontGeometry,
    back: BackPage,
    line: tuple[str, str],
    words: Words,
) -> None:
    pages = len(geometry.pages) + 1 + len(back.continuation)

    def end_page() -> None:
        page = words.text("sheet.page", page=canvas.page_number, pages=pages)
        frame.draw_page_line(canvas, *line, page)
        if canvas.page_number < pages:
            canvas.next_page()

    for place, placed in enumerate(geometry.pages):
        front.draw(canvas, front_heading, placed, front_foot, is_first=place == 0)
        end_page()
    back.draw(canvas)
    end_page()
    continued = Heading(words.text("sheet.continued.back"), back.heading.subtitle, back.heading.identity)
    for tables in back.continuation:
        back_page.draw_continuation(canvas, continued, tables)
        end_page()


def _front_geometry(front: FrontPage, heading: Heading, foot: Foot, others: dict[LinkId, str]) -> FrontGeometry:
    """The front laid out; the pointer to where moved text stands needs the number of front pages, so perhaps twice."""
    tops = (front.content_top(heading), front.content_top(heading, is_first=False))
    pages = 1
    while True:
        pointer = front.words.text("sheet.continued.on_page", page=pages + 2)
        language = front.words.language
        made = page_geometry.lay_out(front.questionnaire, language, others, tops, foot.top - 2.0, pointer)
        if len(made.pages) == pages or not made.moved:
            return made
        pages = len(made.pages)


def _back(content: SheetContent, geometry: FrontGeometry) -> BackPage:
    words, assessment, form = content.words, content.assessment, content.questionnaire
    heading = frame.heading(
        words.text("sheet.back.title"), back_page.talk_words(content.patient, assessment, words), content
    )
    activities = back_page.activities_table(form, assessment.care_plan, words)
    own_words = back_page.own_words_table(form, assessment, words)
    tables = [
        back_page.needs_table(form, assessment, words),
        *([activities] if activities else []),
        *([own_words] if own_words else []),
    ]
    moved = back_page.moved_table([(area.text[words.language], text) for area, text in geometry.moved], words)
    home = content.municipality.name if content.municipality else ""
    closing = Closing(
        words,
        content.site,
        assessment.care_plan or CarePlan(),
        assessment.setting,
        assessment.signature,
        content.patient.name,
    )
    return back_page.plan_back(
        heading,
        tables,
        [moved] if moved else [],
        back_page.aside(form, assessment, words),
        closing,
        _back_foot(content.site, words, _contact(content), home),
        words,
        len(geometry.pages) + 1,
    )


def _written_others(content: SheetContent) -> dict[LinkId, str]:
    response = content.assessment.response
    return {area.link_id: response.text(area.other) for area in content.questionnaire.areas if area.other}


def _subtitle(content: SheetContent) -> str:
    words, assessment = content.words, content.assessment
    where = [assessment.unit, content.site.name]
    if content.site.name in assessment.unit or assessment.unit == content.site.name:
        where = [assessment.unit]
    first = (words.text("sheet.front.subject"), words.of(assessment.occasion), words.date(assessment.held_on))
    second = (
        words.text(f"sheet.front.filled_by.{assessment.filled_by.value}"),
        ", ".join(part for part in where if part),
    )
    return " · ".join(first) + "\n" + " · ".join(part for part in second if part)


def _contact(content: SheetContent) -> tuple[str, str]:
    """The box with the citizen's own contact: the site's, or else whoever signs."""
    site, signature, words = content.site, content.assessment.signature, content.words
    head = words.text(f"sheet.contact.{content.assessment.setting.value}")
    if site.contact_name or site.contact_phone:
        return head, _lines(site.contact_name, site.contact_phone, words)
    return head, _lines(back_page.signature_words(signature, words, with_phone=False), signature.phone, words)


def _lines(name: str, phone: str, words: Words) -> str:
    return "\n".join(part for part in (name, words.text("sheet.phone", phone=phone) if phone else "") if part)


def _front_foot(site: Site, words: Words, contact: tuple[str, str]) -> Foot:
    authority = site.authority or words.text("sheet.authority")
    take_along = (
        words.text("sheet.front.take_along"),
        words.text("sheet.front.take_along_where") + "\n" + words.text("sheet.front.decision", authority=authority),
    )
    return frame.foot([contact, take_along])


def _back_foot(site: Site, words: Words, contact: tuple[str, str], home: str) -> Foot:
    columns: list[tuple[str, str]] = [contact]
    if home:
        columns.append((words.text("sheet.contact.home_municipality"), home))
    if site.helpline_name:
        said = words.text("sheet.contact.helpline")
        phone = words.text("sheet.phone", phone=site.helpline_phone) if site.helpline_phone else ""
        columns.append((site.helpline_name, "\n".join(part for part in (said, phone) if part)))
    return frame.foot(columns)


def _blank_heading(words: Words, title: str, subtitle: str) -> Heading:
    """The top of the blank form: room to write whose it is."""
    fields = ("name", "identifier", "phone", "municipality", "gp", "date")
    width = frame.ID_WIDTH - 5.2
    labels = [words.text(f"sheet.blank.{field}") for field in fields]
    lines: Sequence[Paragraph] = [Paragraph.of(label, frame.BODY, width) for label in labels]
    roomy = tuple(Paragraph(line.lines, 6.2) for line in lines)
    return Heading(title, Paragraph.of(subtitle, frame.SUBTITLE, frame.WIDTH - frame.ID_WIDTH - frame.GAP), roomy)
