"""A PDF from outside can take this program neither its time nor its memory, nor end it."""

import os
import time
from pathlib import Path

import pytest

from needsform.demo.office_scan import as_file, scanned
from needsform.export.assessment_pdf import render_sheet
from needsform.export.fhir import bundle_json
from needsform.export.sheet_codes import front_code
from needsform.models.errors import InputError, Stopped
from needsform.services.foreign_sheet import (
    Confinement,
    ForeignSheets,
    bundle_in_foreign_sheet,
    codes_in_foreign_file,
    read_foreign,
)
from needsform.services.incoming import read_incoming
from tests.export import talk
from tests.export.sheets import WARD_START, pdf_of, sheet_of


def refused(pdf: bytes, confinement: Confinement | None = None) -> str:
    """What is said of a file."""
    with pytest.raises(InputError) as refusal:
        bundle_in_foreign_sheet(pdf, confinement)
    return refusal.value.message.message_id


def test_a_sheet_gives_its_bundle() -> None:
    content = talk.sheet()
    assert bundle_in_foreign_sheet(render_sheet(content)) == bundle_json(content)


def test_a_file_that_would_be_mended_for_an_hour_is_given_up() -> None:
    endless = b"%PDF-1.7\n" + b"".join(b"%d 0 obj<<>>endobj\n" % number for number in range(900_000))
    began = time.monotonic()
    assert refused(endless) == "sheet.unreadable"
    assert time.monotonic() - began < 30  # an hour without the limits, and this machine may be busy


@pytest.mark.skipif(os.name != "posix", reason="only the time is bounded there")
def test_a_process_without_room_ends_and_this_one_goes_on() -> None:
    assert refused(render_sheet(talk.sheet()), Confinement(megabytes=1)) in ("sheet.unreadable", "sheet.no_bundle")


def test_nobody_waits_longer_than_was_said() -> None:
    assert refused(render_sheet(talk.sheet()), Confinement(seconds=0)) == "sheet.unreadable"


def test_what_is_wrong_with_a_file_is_told_as_it_is() -> None:
    assert refused(b"hej") == "sheet.unreadable"


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


def test_codes_are_read_page_by_page_and_it_is_told_how_far() -> None:
    told: list[tuple[int, int]] = []
    pages = codes_in_foreign_file(pdf_of(WARD_START), lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
    assert pages[0].codes == (front_code(sheet_of(WARD_START)),)
    assert [len(page.codes) for page in pages] == [1, 1]


def test_whoever_presses_stop_has_the_reading_ended() -> None:
    def stop(done: int, of: int) -> None:
        raise Stopped("file.unreadable", done=done, of=of)

    with pytest.raises(Stopped):
        codes_in_foreign_file(pdf_of(WARD_START), stop)


def test_whatever_a_site_is_handed_is_read_as_what_it_is() -> None:
    content = sheet_of(WARD_START)
    assert read_foreign(b"\xef\xbb\xbf {}").bundle == b"\xef\xbb\xbf {}"
    assert read_foreign(pdf_of(WARD_START)) == ForeignSheets(bundle_json(content))
    scan = read_foreign(as_file(scanned(pdf_of(WARD_START), 0, 150, 5)))
    assert scan.bundle is None
    assert scan.pages[0].codes == (front_code(content),)
    with pytest.raises(InputError, match=r"image\.unreadable"):
        read_foreign(b"hej")


def test_a_picture_that_takes_too_long_or_too_much_is_given_up() -> None:
    picture = as_file(scanned(pdf_of(WARD_START), 0, 150, 5))
    for bounds in (Confinement(seconds=0), Confinement(megabytes=1)):
        with pytest.raises(InputError, match=r"image\.unreadable"):
            codes_in_foreign_file(picture, None, bounds)
