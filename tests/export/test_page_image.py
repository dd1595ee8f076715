"""Pages become pictures for the preview and the printer."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from needsform.export.page_image import page_count, render_page
from needsform.export.page_ink import Box
from needsform.export.tagged_pdf import TaggedCanvas


@pytest.fixture(scope="module")
def two_pages() -> bytes:
    """A page with a red field in its upper left quarter, and an empty one."""
    canvas = TaggedCanvas(title="Felt", language="da-DK")
    canvas.draw_frame(Box(0, 0, 105, 148.5), pen=None, fill=(1, 0, 0))
    canvas.next_page()
    return canvas.finish(created_at=datetime(2026, 11, 23, tzinfo=UTC))


def test_the_pages_are_counted(two_pages: bytes) -> None:
    assert page_count(two_pages) == 2


@pytest.mark.parametrize("width", [1, 210, 397, 794, 1240, 2480])
def test_a_picture_is_as_wide_as_asked_for_and_shaped_like_a4(two_pages: bytes, width: int) -> None:
    picture = render_page(two_pages, 0, width)
    assert picture.width == width
    assert abs(picture.height - width * 297 / 210) <= 1
    assert picture.stride >= 4 * width
    assert len(picture.pixels) == picture.stride * picture.height


def test_colours_come_as_blue_green_and_red(two_pages: bytes) -> None:
    picture = render_page(two_pages, 0, 210)
    assert picture.pixels[:3] == bytes((0, 0, 255))
    lower_right = (picture.height - 1) * picture.stride + (picture.width - 1) * 4
    assert picture.pixels[lower_right : lower_right + 3] == b"\xff\xff\xff"


def test_each_page_is_drawn_by_itself(two_pages: bytes) -> None:
    assert set(render_page(two_pages, 1, 100).pixels) == {255}


@pytest.mark.parametrize("index", [-1, 2])
def test_a_page_that_is_not_there_is_refused(two_pages: bytes, index: int) -> None:
    with pytest.raises(IndexError, match="no page"):
        render_page(two_pages, index, 100)


def test_pictures_can_be_asked_for_from_several_threads(two_pages: bytes) -> None:
    with ThreadPoolExecutor(4) as pool:
        pictures = set(pool.map(lambda index: render_page(two_pages, index % 2, 300), range(20)))
    assert len(pictures) == 2
