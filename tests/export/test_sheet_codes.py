"""The codes on paper: both are there, say what the sheet says, and are told to who cannot see them."""

import pytest

from needsform.export.assessment_pdf import render_sheet
from needsform.export.blank_form import render_blank
from needsform.export.code_reader import read_codes
from needsform.export.page_image import page_count
from needsform.export.sheet_codes import BACK_SIZE, FRONT_SIZE, PrintedCode, SheetCodes, front_code
from needsform.models import sheet_code
from needsform.models.sheet import SheetContent
from needsform.models.sheet_code import MOST_BYTES, SIGNATURE_BYTES, BackCode, SheetCode
from needsform.services import reference_data
from needsform.services.signing import signature_holds
from tests.export.reading_aloud import read_aloud
from tests.export.sheets import CASES, HAND, PRINTED, WARD_START, on_form, pdf_of, sheet_of
from tests.export.site_forms import site_form
from tests.strategies import shipped_form


def codes_on(pdf: bytes) -> list[list[bytes]]:
    """What the codes of each page say."""
    return [list(page.codes) for page in read_codes(pdf)]


@pytest.mark.parametrize("name", CASES)
def test_the_front_says_every_tick_and_what_follows_says_which_front_it_belongs_to(name: str) -> None:
    content = sheet_of(name)
    [front], *later = codes_on(pdf_of(name))
    code = sheet_code.unpack(front)
    assert isinstance(code, SheetCode)
    ticks = {k: v for k, v in content.assessment.response.answers.items() if isinstance(v, bool | tuple)}
    assert code.response(content.questionnaire).answers == ticks
    assert code.is_of(content.patient.identifier)
    assert signature_holds(HAND.public_key, front[:-SIGNATURE_BYTES], front[-SIGNATURE_BYTES:])
    for [data] in later:
        back = sheet_code.unpack(data)
        assert isinstance(back, BackCode)
        assert back.belongs_to(front)


def test_every_copy_has_the_same_code() -> None:
    content = sheet_of()
    english = content.model_copy(update={"words": reference_data.words("en")})
    assert front_code(content) == front_code(english)


def test_a_draft_and_a_blank_form_have_no_code() -> None:
    draft = sheet_of().model_copy(update={"is_draft": True})
    assert codes_on(render_sheet(draft)) == [[], []]
    blank = render_blank(shipped_form(), reference_data.words("da"), None, PRINTED)
    assert codes_on(blank) == [[], []]


def test_a_form_with_too_many_boxes_has_no_code_and_the_sheet_says_so() -> None:
    content = on_form(sheet_of(), site_form(6, 130))
    assert SheetCodes.of(content) == SheetCodes(is_too_large=True)
    pdf = render_sheet(content)
    assert codes_on(pdf) == [[]] * page_count(pdf)
    assert "Uden kode" in repr(read_aloud(pdf))


def test_the_largest_code_still_stands_in_30_mm() -> None:
    drawn = PrintedCode.of(bytes(MOST_BYTES), FRONT_SIZE, "")
    assert drawn.height + 2 * drawn.margin == pytest.approx(FRONT_SIZE)
    assert drawn.size / (len(drawn.modules) + 8) > 0.46  # mm to a module: two and a half points of a scan at 150 dpi
    assert PrintedCode.of(bytes(28), BACK_SIZE, "").size == BACK_SIZE


def test_who_cannot_see_hears_what_the_codes_are() -> None:
    heard = repr(read_aloud(pdf_of(WARD_START)))
    assert "Kode med forsidens kryds" in heard
    assert "hvilken forside siden hører til" in heard


def test_a_signed_sheet_is_the_same_to_the_byte_each_time_it_is_made() -> None:
    content: SheetContent = sheet_of()
    assert render_sheet(content) == render_sheet(content)
