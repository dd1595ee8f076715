"""Settings help where they can and never stop anybody."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needsform.models.settings import Appearance, Settings
from needsform.services.workstation import FILE_NAME, LARGEST_FILE, load_settings, save_settings
from tests.disk import needs_file_limits, no_file_beyond

CHOSEN = Settings(
    language="en",
    appearance=Appearance.HIGH_CONTRAST,
    text_percent=175,
    staff_lock_seconds=90,
    patient_lock_seconds=600,
    window_width=1024,
    window_height=768,
    is_maximised=True,
)


def test_settings_are_there_again_the_next_morning(tmp_path: Path) -> None:
    assert save_settings(tmp_path / "needsform", CHOSEN)
    assert load_settings(tmp_path / "needsform") == CHOSEN


def test_without_a_file_the_usual_settings_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"\xff\xfe",
        b"not json",
        b"[]",
        b"null",
        b"[" * 100_000,
        b'{"text_percent": NaN}',
        b'{"text_percent": 150, "text_percent": 175}',
        b'{"padding": "' + b"x" * LARGEST_FILE + b'", "text_percent": 150}',
    ],
)
def test_a_file_that_nobody_can_read_is_as_good_as_none(tmp_path: Path, written: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(written)
    assert load_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ({"text_percent": 9999}, {"text_percent": 250}),
        ({"text_percent": -1}, {"text_percent": 100}),
        ({"staff_lock_seconds": 0}, {"staff_lock_seconds": 30}),
        ({"staff_lock_seconds": 86_400}, {"staff_lock_seconds": 600}),
        ({"patient_lock_seconds": 10**30}, {"patient_lock_seconds": 600}),
        ({"staff_lock_seconds": "never"}, {}),
        ({"staff_lock_seconds": True}, {}),
        ({"is_maximised": 1}, {}),
        ({"is_maximised": True}, {"is_maximised": True}),
        ({"window_width": 1, "window_height": 1.5}, {"window_width": 800}),
        ({"language": "xx"}, {}),
        ({"language": ["en"]}, {}),
        ({"appearance": "dark"}, {"appearance": Appearance.DARK}),
        ({"appearance": "pink"}, {}),
        ({"appearance": ["dark"]}, {}),
        ({"unknown": 1, "text_percent": 150}, {"text_percent": 150}),
    ],
)
def test_a_hand_in_the_file_moves_nothing_out_of_its_bounds(
    tmp_path: Path, stored: dict[str, object], read: dict[str, object]
) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(stored), encoding="utf-8")
    assert load_settings(tmp_path) == replace(Settings(), **read)  # type: ignore[arg-type]


JSON = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=3)


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # every example writes the file anew
@given(st.dictionaries(st.sampled_from([*Settings.__slots__, "other"]), JSON))
def test_whatever_stands_there_every_setting_is_inside_its_bounds(tmp_path: Path, stored: dict[str, object]) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(stored), encoding="utf-8")
    read = load_settings(tmp_path)
    assert read == read.bounded()
    assert [type(getattr(read, name)) for name in Settings.__slots__] == [
        type(getattr(Settings(), name)) for name in Settings.__slots__
    ]


@needs_file_limits
def test_settings_that_the_disk_does_not_take_disturb_nobody(tmp_path: Path) -> None:
    save_settings(tmp_path, CHOSEN)
    with no_file_beyond(10):
        assert not save_settings(tmp_path, Settings())
    assert load_settings(tmp_path) == CHOSEN


def test_where_there_can_be_no_folder_the_usual_settings_hold(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not save_settings(tmp_path / "file", CHOSEN)
    assert load_settings(tmp_path / "file") == Settings()
