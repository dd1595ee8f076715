"""A code is held before the machine's camera; here a film plays in its place, through the same library."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from needsform.export.sheet_codes import front_code
from needsform.models.camera import Glimpse
from needsform.models.errors import InputError
from needsform.services.camera import Camera, glimpse_of
from needsform.services.confined_process import Bounds
from tests.export.sheets import WARD_START, pdf_of, sheet_of
from tests.films import film_of
from tests.scans import pages_of

Looking = Callable[[str], Camera]


@pytest.fixture
def looking() -> Iterator[Looking]:
    """Opens a film, and closes it when the test is over."""
    opened: list[Camera] = []

    def look_at(film: str) -> Camera:
        opened.append(Camera(film, Bounds(seconds=60, megabytes=900)))
        return opened[-1]

    yield look_at
    for camera in opened:
        camera.close()


def glimpses(camera: Camera) -> Iterator[Glimpse]:
    """Everything that it sees until it stops."""
    while True:
        seen = camera.look()
        if seen is not None:
            yield seen


def test_a_page_before_the_camera_is_read_and_can_be_aimed_at(tmp_path: Path, looking: Looking) -> None:
    film = film_of(tmp_path / "page.avi", pages_of(pdf_of(WARD_START))[:1], moments=2)
    seen = next(glimpses(looking(str(film))))
    assert seen.codes == (front_code(sheet_of(WARD_START)),)
    assert (max(seen.width, seen.height), len(seen.gray)) == (640, seen.width * seen.height)


def test_a_camera_that_stops_is_told_in_a_sentence(tmp_path: Path, looking: Looking) -> None:
    film = film_of(tmp_path / "page.avi", pages_of(pdf_of(WARD_START))[:1], moments=2)
    with pytest.raises(InputError, match=r"camera\.lost"):
        list(glimpses(looking(str(film))))


def test_a_machine_without_a_camera_says_so(tmp_path: Path, looking: Looking) -> None:
    with pytest.raises(InputError, match=r"camera\.missing"):
        list(glimpses(looking(str(tmp_path / "none"))))


def test_it_can_be_opened_again_after_it_was_closed(tmp_path: Path, looking: Looking) -> None:
    camera = looking(str(film_of(tmp_path / "page.avi", pages_of(pdf_of(WARD_START))[:1], moments=2)))
    first = next(glimpses(camera))
    camera.close()
    assert next(glimpses(camera)) == first


@pytest.mark.parametrize(
    "facts",
    [
        {"width": 2, "height": 2, "codes": []},
        {"width": 0, "height": 0, "codes": []},
        {"width": 641, "height": 1, "codes": []},
        {"width": 1, "height": 1, "codes": ["no"]},
        {"width": 1},
        [],
    ],
)
def test_what_no_camera_could_have_seen_is_not_believed(facts: object) -> None:
    with pytest.raises(InputError, match=r"camera\.lost"):
        glimpse_of(b"G" + json.dumps(facts).encode() + b"\n" + b"x")
