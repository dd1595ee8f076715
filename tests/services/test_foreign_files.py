"""A file from outside can take this program neither its time nor its memory, nor end it."""

import os
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image

from needsform.demo.office_scan import as_file, as_stack, scanned
from needsform.export.assessment_pdf import render_sheet
from needsform.export.fhir import bundle_json
from needsform.export.sheet_codes import front_code
from needsform.models.errors import InputError
from needsform.services.confined_process import Bounds
from needsform.services.foreign_files import ForeignFiles, ForeignPage, read_foreign
from needsform.services.incoming import read_incoming
from tests.export import talk
from tests.export.sheets import WARD_START, pdf_of, sheet_of
from tests.scans import as_png


@pytest.fixture(scope="module")
def reader() -> Iterator[ForeignFiles]:
    """One process for all."""
    with ForeignFiles() as files:
        yield files


def refused(data: bytes, bounds: Bounds | None = None) -> str:
    """What is said of a file."""
    with ForeignFiles(bounds) as files, pytest.raises(InputError) as refusal:
        list(files.read(data))
    return refusal.value.message.message_id


def test_a_sheet_gives_its_bundle(reader: ForeignFiles) -> None:
    content = talk.sheet()
    assert list(reader.read(render_sheet(content))) == [ForeignPage(1, 1, bundle=bundle_json(content))]


def test_a_file_that_would_be_mended_for_an_hour_is_given_up() -> None:
    endless = b"%PDF-1.7\n" + b"".join(b"%d 0 obj<<>>endobj\n" % number for number in range(900_000))
    began = time.monotonic()
    assert refused(endless, Bounds(seconds=4)) == "sheet.unreadable"
    assert time.monotonic() - began < 30  # an hour without the limits, and this machine may be busy


@pytest.mark.skipif(os.name != "posix", reason="only the time is bounded there")
def test_a_process_without_room_ends_and_this_one_goes_on() -> None:
    assert refused(render_sheet(talk.sheet()), Bounds(megabytes=1)) == "sheet.unreadable"


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "image"), (b"hej", "image"), (b"\x89PNG\r\n\x1a\n cut off", "image"), (b"%PDF-1.7 nothing", "sheet")],
)
def test_what_cannot_be_read_is_refused_and_the_next_file_is_read(data: bytes, said: str, reader: ForeignFiles) -> None:
    with pytest.raises(InputError, match=rf"{said}\.unreadable"):
        list(reader.read(data))
    (page,) = reader.read(as_png(_white()))
    assert (page.number, page.pages, page.codes, page.bundle) == (1, 1, (), None)


def test_a_file_that_takes_too_long_ends_the_process_and_the_next_one_gets_another() -> None:
    picture = as_png(_white())
    with ForeignFiles(Bounds(seconds=0)) as files:
        for _ in range(2):
            with pytest.raises(InputError, match=r"image\.unreadable"):
                list(files.read(picture))


def test_somebody_who_stops_in_the_middle_of_a_file_leaves_nothing_behind_for_the_next(reader: ForeignFiles) -> None:
    with closing(reader.read(as_stack([_white(), _white(), _white()]))) as pages:
        assert next(pages).number == 1
    assert [page.number for page in reader.read(as_png(_white()))] == [1]


def test_codes_are_read_page_by_page_and_each_says_how_far_it_is(reader: ForeignFiles) -> None:
    pages = list(reader.read(as_stack([_page(0), _page(1)])))
    assert [(page.number, page.pages) for page in pages] == [(1, 2), (2, 2)]
    assert pages[0].codes == (front_code(sheet_of(WARD_START)),)
    assert [len(page.codes) for page in pages] == [1, 1]


def test_whatever_a_site_is_handed_is_read_as_what_it_is() -> None:
    content = sheet_of(WARD_START)
    assert read_foreign(b"\xef\xbb\xbf {}") == (ForeignPage(1, 1, bundle=b"\xef\xbb\xbf {}"),)
    assert read_foreign(pdf_of(WARD_START)) == (ForeignPage(1, 1, bundle=bundle_json(content)),)
    (scan,) = read_foreign(as_file(_page(0)))
    assert (scan.bundle, scan.codes) == (None, (front_code(content),))


def test_a_picture_that_takes_too_much_is_given_up() -> None:
    assert refused(as_file(_page(0)), Bounds(megabytes=1)) == "image.unreadable"


@pytest.mark.skipif(os.name != "posix", reason="there are no named pipes in folders there")
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "form.json")
    with pytest.raises(InputError) as refusal:
        read_incoming(tmp_path / "form.json", 10)
    assert refusal.value.message.message_id == "file.unreadable"


def test_a_file_is_read_as_far_as_it_may_be_large(tmp_path: Path) -> None:
    path = tmp_path / "form.json"
    path.write_bytes(b"x" * 1024)
    assert read_incoming(path, 1024) == path.read_bytes()
    for wrong, said in ((path / "x", "unreadable"), (tmp_path / "no", "not_found"), (tmp_path, "is_folder")):
        with pytest.raises(InputError) as refusal:
            read_incoming(wrong, 1024)
        assert refusal.value.message.message_id == f"file.{said}"
    with pytest.raises(InputError) as refusal:
        read_incoming(path, 1023)
    assert refusal.value.message.message_id == "file.too_large"


def _page(number: int) -> Image.Image:
    return scanned(pdf_of(WARD_START), number, 150, 5)


def _white() -> Image.Image:
    return Image.new("L", (200, 200), 255)
