"""Sheets come back out of the scanner: at 150 and 300 dpi, turned, with grain, as one file or as many pages."""

from io import BytesIO
from random import Random

import pytest
from PIL import Image

from needsform.demo.office_scan import as_file, scanned
from needsform.export.code_reader import MOST_PAGES, codes_in, read_codes
from needsform.export.sheet_codes import front_code
from needsform.models import sheet_code
from needsform.models.errors import InputError
from needsform.models.sheet_code import BackCode
from tests.export.sheets import CASES, LATE_EFFECTS, WARD_START, pdf_of, sheet_of


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as refused:
        list(read_codes(data))
    return refused.value.message.message_id


@pytest.mark.parametrize("dpi", [150, 300])
def test_every_scanned_front_and_back_is_read(dpi: int) -> None:
    for seed, name in enumerate(CASES):
        front = front_code(sheet_of(name))
        assert codes_in(scanned(pdf_of(name), 0, dpi, seed)) == (front,)
        assert front is not None
        (back,) = codes_in(scanned(pdf_of(name), 1, dpi, seed + 100))
        read = sheet_code.unpack(back)
        assert isinstance(read, BackCode)
        assert read.belongs_to(front)


def test_a_pile_of_several_citizens_is_read_page_by_page() -> None:
    pages = [scanned(pdf_of(name), page, 150, 7) for name in (WARD_START, LATE_EFFECTS) for page in (0, 1)]
    pages.insert(2, Image.new("L", (1240, 1754), 255))
    as_tiff, as_pdf = BytesIO(), BytesIO()
    pages[0].save(as_tiff, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_deflate")
    pages[0].save(as_pdf, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    for file in as_tiff, as_pdf:
        read = list(read_codes(file.getvalue()))
        assert [(page.number, page.pages, len(page.codes)) for page in read] == [
            (1, 5, 1),
            (2, 5, 1),
            (3, 5, 0),
            (4, 5, 1),
            (5, 5, 1),
        ]
        assert [read[0].codes[0], read[3].codes[0]] == [front_code(sheet_of(n)) for n in (WARD_START, LATE_EFFECTS)]


def test_a_photograph_is_read_in_whatever_way_it_was_kept() -> None:
    page, code = scanned(pdf_of(WARD_START), 0, 200, 3), front_code(sheet_of(WARD_START))
    upside_down = page.rotate(180)
    see_through = page.convert("RGBA")
    for data in (
        as_file(page.convert("RGB"), "JPEG", quality=75),
        as_file(page.resize((3308, 4676)).convert("RGB"), "JPEG", quality=85),
        as_file(upside_down.rotate(90, expand=True)),
        as_file(see_through),
        as_file(page.convert("P")),
        as_file(page.point(lambda value: 255 * (value > 127)).convert("1"), "TIFF"),
        as_file(page.convert("I;16").point(lambda value: value * 256), "TIFF"),
    ):
        (read,) = read_codes(data)
        assert read.codes == (code,)


def test_a_page_without_a_code_is_told_as_one() -> None:
    (page,) = read_codes(as_file(Image.new("L", (800, 1000), 255)))
    assert page.codes == ()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "image.unreadable"),
        (b"hej", "image.unreadable"),
        (b"GIF89a" + bytes(50), "image.unreadable"),
        (b"%PDF-1.7\nhej", "sheet.unreadable"),
        (as_file(Image.effect_noise((300, 300), 50))[:9000], "image.unreadable"),
        (as_file(Image.new("1", (9000, 9000))), "image.too_large"),
        (as_file(Image.new("1", (14000, 14000))), "image.too_large"),
    ],
)
def test_what_is_no_picture_or_too_large_is_said(data: bytes, message: str) -> None:
    assert refusal(data) == message


def test_more_pages_than_a_scanner_takes_are_refused_before_they_are_read() -> None:
    many, page = BytesIO(), Image.new("1", (8, 8))
    page.save(many, "TIFF", save_all=True, append_images=[page] * MOST_PAGES)
    assert refusal(many.getvalue()) == "image.too_many_pages"


def test_a_spoilt_picture_is_read_or_refused_and_nothing_else_comes_of_it() -> None:
    small = scanned(pdf_of(WARD_START), 0, 150, 9).crop((560, 0, 860, 300))
    files = [as_file(small, "PNG"), as_file(small, "JPEG"), as_file(small, "TIFF", compression="tiff_lzw")]
    chance, outcomes = Random(11), set[str]()
    for number in range(450):
        data = bytearray(files[number % 3])
        for _ in range(chance.choice([1, 3, 30])):
            place = chance.randrange(chance.choice([60, 400, len(data)]))  # mostly where it says what it is
            data[place] = chance.randrange(256)
        try:
            outcomes.add(f"{len(list(read_codes(bytes(data[: chance.choice([len(data), 2000])]))))} pages")
        except InputError as error:
            outcomes.add(error.message.message_id)
    assert {"1 pages", "image.unreadable"} <= outcomes
    assert outcomes <= {"1 pages", "2 pages", "image.unreadable", "image.too_large", "image.too_many_pages"}
