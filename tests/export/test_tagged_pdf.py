"""Pages are read aloud in order, say what they show, and can be archived."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path
from zlib import adler32, compress

import page
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Name, Pdf
from reportlab.pdfgen.canvas import Canvas

from needsform.export.document_structure import Role
from needsform.export.page_image import render_page
from needsform.export.page_ink import Box, Pen
from needsform.export.pdf_archive import Attachment
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import StyledText, TextStyle, wrap_text
from tests.export.reading_aloud import read_aloud

AT = datetime(2026, 11, 23, 11, 20, tzinfo=timezone(timedelta(hours=1)))
PLAIN = TextStyle(9.6)
BOLD = TextStyle(9.6, bold=True)
HEADING = TextStyle(15.75, bold=True)

NAMES = [
    "Einer Test Lauridsen",
    "Łukasz Żółć-Święcicki",
    "İbrahim Şığlı Çağ",
    "Þórður Ægir Ðúason",
    "Nguyễn Thị Phượng Ứng",
    "Őrsi Űrhajó",
    "Дмитрий Щербаков",
    "Γιώργος Παπαδόπουλος",
    "Ștefan Țărnă",
]


def draw_sheet(canvas: TaggedCanvas) -> None:
    """Two pages with one of everything that a sheet is made of."""
    with canvas.element("H1"):
        canvas.draw_text(12, 16, "Behovsvurdering", HEADING)
    canvas.draw_frame(Box(127, 11, 71, 17), radius=1.3)
    with canvas.element("Sect"), canvas.element("P"):
        canvas.draw_text(130, 16, "محمد عبد الرحمن", BOLD)
    with canvas.element("Table"):
        with canvas.element("THead"), canvas.element("TR"):
            with canvas.header_cell("Column"):
                canvas.draw_text(12, 40, "Krop og symptomer", BOLD)
            with canvas.header_cell("Column"):
                canvas.draw_text(81, 40, "Fylder for mig", PLAIN, "center")
        with canvas.element("TBody"):
            for row, topic in enumerate(("Træthed", "Søvn", "Smerter")):
                y = 46 + 6 * row
                with canvas.element("TR"):
                    with canvas.header_cell("Row"):
                        width = canvas.draw_text(12, y, topic, PLAIN)
                        if row == 0:
                            canvas.draw_disc(13 + width, y - 3, 3.4, "1", spoken=" Prioritet 1")
                    with canvas.cell():
                        spoken = "Afkrydset" if row < 2 else "Ikke afkrydset"
                        canvas.draw_tick_box(79, y - 3, 3.4, marked=row < 2, spoken=spoken)
                canvas.draw_rule((12, y + 2), (102, y + 2), Pen(0.16, (0.73, 0.73, 0.73)))
            with canvas.element("TR"), canvas.cell(columns=2):
                canvas.draw_text(12, 64, "Andet: kolde fødder", PLAIN)
    with canvas.figure("QR-kode: arkets nummer", Box(170, 40, 20, 20)):
        canvas.draw_code(170, 40, 20, [[(row * column) % 3 == 0 for column in range(21)] for row in range(21)])
    with canvas.element("P"):
        canvas.draw_text(12, 280, "Et afsnit, der går ", PLAIN)
        with canvas.artifact("Footer"):
            canvas.draw_text(198, 292, "Side 1 af 2", PLAIN, "right")
        canvas.next_page()
        with canvas.artifact("Header"):
            canvas.draw_frame(Box(0, 0, 210, 8), pen=None, fill=(0.94, 0.95, 0.95))
            canvas.draw_tick_box(12, 2, 3, marked=True, spoken="")
            canvas.draw_rule((12, 8), (198, 8))
        canvas.draw_text(12, 16, "videre på næste side.", PLAIN)
    with canvas.element("L"), canvas.element("LI"):
        with canvas.element("Lbl"):
            canvas.draw_disc(12, 20, 3.4, "1", spoken="1.")
        with canvas.element("LBody"):
            canvas.draw_paragraph(17, 23, [StyledText("Fysisk træning ", PLAIN), StyledText("på hold", BOLD)], 80, 4.5)


def finished(draw: Callable[[TaggedCanvas], None], *attachments: Attachment) -> bytes:
    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    draw(canvas)
    return canvas.finish(created_at=AT, attachments=attachments)


def sheet() -> bytes:
    return finished(draw_sheet, Attachment("bundle.json", b'{"resourceType": "Bundle"}', description="FHIR R4"))


def paragraph(text: str) -> bytes:
    """A page with one line in one paragraph."""

    def draw(canvas: TaggedCanvas) -> None:
        with canvas.element("P"):
            canvas.draw_text(12, 16, text, PLAIN)

    return finished(draw)


def text_layer(document: bytes) -> str:
    with pypdfium2.PdfDocument(document) as pdf:
        return "\n".join(pdf[index].get_textpage().get_text_range() for index in range(len(pdf)))


# Standards


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_sheet_can_be_read_aloud_and_archived(profile: str, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(sheet())
    report = page.validate_pdf(tmp_path / "sheet.pdf", profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.rules.passed > 100


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_a_plain_page_of_reportlab_can_be_neither(profile: str, tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "plain.pdf"), invariant=1)
    canvas.drawString(50, 750, "Behovsvurdering")
    canvas.save()
    assert not page.validate_pdf(tmp_path / "plain.pdf", profile=profile).is_compliant


def test_the_same_sheet_is_the_same_bytes() -> None:
    assert sheet() == sheet()


def test_another_sheet_has_another_id() -> None:
    def file_id(document: bytes) -> bytes:
        with Pdf.open(BytesIO(document)) as pdf:
            return bytes(pdf.trailer["/ID"][0])

    assert file_id(paragraph("Træthed")) != file_id(paragraph("Søvn"))


def test_sheets_drawn_at_the_same_time_do_not_disturb_each_other() -> None:
    alone = sheet()
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(lambda _: sheet(), range(12))) == {alone}


def test_the_document_names_its_kind_its_language_and_its_time() -> None:
    with Pdf.open(BytesIO(sheet())) as pdf:
        assert str(pdf.Root.Lang) == "da-DK"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712 - an object of the file
        assert str(pdf.docinfo.Title) == "Behovsvurdering"
        assert str(pdf.docinfo.CreationDate) == "D:20261123112000+01'00'"
        metadata = pdf.Root.Metadata.read_bytes().decode()
    assert "<xmp:CreateDate>2026-11-23T11:20:00+01:00</xmp:CreateDate>" in metadata


def test_a_title_is_text_in_the_metadata_too(tmp_path: Path) -> None:
    canvas = TaggedCanvas(title="Behov <b>&\x07 støtte\n", language="da-DK")
    with canvas.element("P"):
        canvas.draw_text(12, 16, "Tekst", PLAIN)
    (tmp_path / "sheet.pdf").write_bytes(canvas.finish(created_at=AT))
    assert page.validate_pdf(tmp_path / "sheet.pdf", profile="3a").is_compliant


def test_the_data_go_with_the_sheet_and_come_back() -> None:
    with Pdf.open(BytesIO(sheet())) as pdf:
        (carried,) = pdf.attachments.values()
        assert carried.filename == "bundle.json"
        assert carried.get_file().read_bytes() == b'{"resourceType": "Bundle"}'
        assert carried.get_file().mime_type == "application/fhir+json"
        assert [linked.AFRelationship for linked in pdf.Root.AF] == [Name.Data]


def test_the_end_of_every_stream_can_be_told() -> None:
    unlucky = next(data for number in range(1000) if adler32(data := b'{"id": "%d"}' % number) & 0xFF == ord("\r"))
    assert compress(unlucky).endswith(b"\r")
    document = finished(draw_sheet, Attachment("bundle.json", unlucky))
    assert b"\r\nendstream" not in document
    assert page.validate_pdf_bytes(document, profile="3a").is_compliant
    with Pdf.open(BytesIO(document)) as pdf:
        (carried,) = pdf.attachments.values()
        assert carried.get_file().read_bytes() == unlucky
    assert read_aloud(document).root.says == read_aloud(sheet()).root.says


def test_a_time_without_a_zone_is_refused() -> None:
    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    with pytest.raises(ValueError, match="zone"):
        canvas.finish(created_at=AT.replace(tzinfo=None))


# Reading order


def test_what_is_drawn_is_read_in_the_order_of_drawing() -> None:
    read = read_aloud(sheet()).root
    assert read.role == "Document"
    assert [(element.role, element.says) for element in read.all("H1", "P", "TH", "TD", "Figure", "Lbl", "LBody")] == [
        ("H1", "Behovsvurdering"),
        ("P", "محمد عبد الرحمن"),
        ("TH", "Krop og symptomer"),
        ("TH", "Fylder for mig"),
        ("TH", "Træthed Prioritet 1"),
        ("TD", "Afkrydset"),
        ("TH", "Søvn"),
        ("TD", "Afkrydset"),
        ("TH", "Smerter"),
        ("TD", "Ikke afkrydset"),
        ("TD", "Andet: kolde fødder"),
        ("Figure", "QR-kode: arkets nummer"),
        ("P", "Et afsnit, der går videre på næste side."),
        ("Lbl", "1."),
        ("LBody", "Fysisk træning på hold"),
    ]


def test_header_cells_say_what_they_speak_for() -> None:
    read = read_aloud(sheet()).root
    assert [cell.attributes["/Scope"] for cell in read.all("TH")] == ["/Column"] * 2 + ["/Row"] * 3
    assert [cell.attributes.get("/ColSpan") for cell in read.all("TD")] == [None, None, None, "2"]


def test_a_cell_can_speak_for_several_rows() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.element("Table"):
            with canvas.element("TR"):
                with canvas.header_cell("Row", rows=2):
                    canvas.draw_text(12, 16, "Handlinger", PLAIN)
                with canvas.cell():
                    canvas.draw_text(50, 16, "Samtale", PLAIN)
            with canvas.element("TR"), canvas.cell():
                canvas.draw_text(50, 22, "Træning", PLAIN)

    (header,) = read_aloud(finished(draw)).root.all("TH")
    assert (header.attributes["/RowSpan"], header.attributes["/Scope"]) == ("2", "/Row")


def test_a_paragraph_goes_on_after_the_page_break() -> None:
    (broken,) = [element for element in read_aloud(sheet()).root.all("P") if "videre" in element.says]
    assert broken.pages == {0, 1}


def test_lines_frames_and_footers_are_not_read() -> None:
    read = read_aloud(sheet())
    assert read.artifacts == ["Side 1 af 2"]
    assert "Side 1 af 2" not in read.root.says


def test_a_figure_says_where_it_stands() -> None:
    (figure,) = read_aloud(sheet()).root.all("Figure")
    assert figure.attributes["/BBox"].replace("Decimal", "").count(",") == 3


def test_a_paragraph_in_another_language_says_so() -> None:
    def draw(canvas: TaggedCanvas) -> None:
        with canvas.element("P", language="en-GB"):
            canvas.draw_text(12, 16, "Needs assessment", PLAIN)
        with canvas.element("P", described="Logo"):
            canvas.draw_text(12, 26, "x", PLAIN)

    english, described = read_aloud(finished(draw)).root.all("P")
    assert english.language == "en-GB"
    assert described.described == "Logo"


def test_the_page_that_is_drawn_on_is_counted() -> None:
    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    assert canvas.page_number == 1
    canvas.next_page()
    assert canvas.page_number == 2


@pytest.mark.parametrize(
    ("outer", "inner"), [("P", "TR"), ("Table", "P"), ("L", "Lbl"), ("Sect", "LI"), ("TR", "Span"), ("P", "Caption")]
)
def test_an_element_where_the_standard_has_none_is_refused(outer: Role, inner: Role) -> None:
    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    table = canvas.element("Table") if outer == "TR" else canvas.element("Sect")
    refusal = pytest.raises(ValueError, match=f"{inner} cannot stand in {outer}")
    with table, canvas.element(outer), refusal, canvas.element(inner):
        pass


def test_ink_that_belongs_to_nothing_is_refused() -> None:
    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    with pytest.raises(ValueError, match="nothing can be drawn in Document itself"):
        canvas.draw_text(12, 16, "Hvor hører jeg til?", PLAIN)


def test_an_element_in_decoration_is_refused() -> None:
    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    with canvas.artifact(), pytest.raises(ValueError, match="P cannot stand in decoration"), canvas.element("P"):
        pass


def test_a_document_with_an_open_element_is_not_finished() -> None:
    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    with canvas.element("P"), pytest.raises(ValueError, match="P is still open"):
        canvas.finish(created_at=AT)


# Text


@pytest.mark.parametrize("name", NAMES)
def test_names_from_all_over_europe_stay_whole(name: str) -> None:
    document = paragraph(name)
    assert text_layer(document) == name
    assert read_aloud(document).root.says == name


def test_an_arabic_name_is_read_as_it_was_written() -> None:
    document = paragraph("محمد عبد الرحمن")
    (span,) = read_aloud(document).root.all("Span")
    assert span.spoken == "محمد عبد الرحمن"
    assert text_layer(document) == "محمد عبد الرحمن"


def test_an_arabic_paragraph_stands_at_the_right() -> None:
    style = TextStyle(12)

    def draw(canvas: TaggedCanvas) -> None:
        with canvas.element("P", language="ar"):
            canvas.draw_paragraph(10, 30, [StyledText("أهلاً وسهلاً (Anna) بكم", style)], 190, 6)

    (line,) = wrap_text("أهلاً وسهلاً (Anna) بكم", style, 190)
    picture = render_page(finished(draw), 0, 420)  # two pixels to the millimetre
    columns = {
        column
        for row in range(picture.height)
        for column in range(picture.width)
        if picture.pixels[row * picture.stride + column * 4] < 128
    }
    assert 200 - line.width - 1 < min(columns) / 2 < 200 - line.width + 2
    assert 197 < max(columns) / 2 <= 200


def test_a_letter_that_no_font_has_is_seen_reported_and_still_read() -> None:
    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    with canvas.element("P"):
        canvas.draw_text(12, 16, "Hej 漢字 😀", PLAIN)
    assert canvas.missing_characters == {"漢", "字", "😀"}
    read = read_aloud(canvas.finish(created_at=AT)).root
    (span,) = read.all("Span")
    assert span.spoken == "Hej 漢字 😀"
    assert span.children == ("Hej \ufffd\ufffd \ufffd",)


def test_nothing_in_a_string_is_markup() -> None:
    assert read_aloud(paragraph("<b>Sygeplejerske</b> &amp; (læge) \\ %s")).root.says == (
        "<b>Sygeplejerske</b> &amp; (læge) \\ %s"
    )


@given(st.text(max_size=40))
def test_whatever_is_written_is_read_and_the_archive_takes_it(text: str) -> None:
    document = paragraph("Andet: " + text)
    assert page.validate_pdf_bytes(document, profile="ua1").is_compliant
    assert page.validate_pdf_bytes(document, profile="3a").is_compliant


def test_text_can_stand_left_of_right_of_or_around_a_place() -> None:
    canvas = TaggedCanvas(title="Behovsvurdering", language="da-DK")
    with canvas.element("P"):
        width = canvas.draw_text(100, 20, "Mit ark", PLAIN, "left")
        canvas.draw_text(100, 40, "Mit ark", PLAIN, "center")
        canvas.draw_text(100, 60, "Mit ark", PLAIN, "right")
    with pypdfium2.PdfDocument(canvas.finish(created_at=AT)) as pdf:
        text = pdf[0].get_textpage()
        first_letters = [index for index, letter in enumerate(text.get_text_range()) if letter == "M"]
        starts = [text.get_charbox(index, loose=True)[0] / 72 * 25.4 for index in first_letters]
    assert starts == pytest.approx([100, 100 - width / 2, 100 - width], abs=0.1)
