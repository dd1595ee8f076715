"""A settings file edited by hand never stops the program."""

from hypothesis import given
from hypothesis import strategies as st

from needsform.models.settings import (
    LARGEST_TEXT,
    LONGEST_LOCK,
    SHORTEST_LOCK,
    SMALLEST_TEXT,
    TEXT_STEPS,
    Appearance,
    Settings,
)


def test_the_usual_settings_are_within_their_bounds() -> None:
    assert Settings().bounded() == Settings()


@given(
    st.builds(
        Settings,
        language=st.sampled_from(["da", "en", "fr", ""]),
        appearance=st.sampled_from(Appearance),
        text_percent=st.integers(),
        staff_lock_seconds=st.integers(),
        patient_lock_seconds=st.integers(),
        window_width=st.integers(),
        window_height=st.integers(),
        is_maximised=st.booleans(),
    )
)
def test_whatever_stands_in_the_file_ends_up_within_bounds(settings: Settings) -> None:
    bounded = settings.bounded()
    assert bounded.language in ("da", "en")
    assert SMALLEST_TEXT <= bounded.text_percent <= LARGEST_TEXT
    assert SHORTEST_LOCK <= bounded.staff_lock_seconds <= LONGEST_LOCK
    assert SHORTEST_LOCK <= bounded.patient_lock_seconds <= LONGEST_LOCK
    assert 800 <= bounded.window_width <= 10_000
    assert 600 <= bounded.window_height <= 10_000
    assert (bounded.appearance, bounded.is_maximised) == (settings.appearance, settings.is_maximised)
    assert bounded.bounded() == bounded


def test_values_within_bounds_are_kept() -> None:
    chosen = Settings("en", Appearance.DARK, 175, 45, 600, 1024, 768, True)
    assert chosen.bounded() == chosen


def test_the_text_steps_run_from_the_smallest_to_the_largest() -> None:
    assert TEXT_STEPS[0] == SMALLEST_TEXT
    assert TEXT_STEPS[-1] == LARGEST_TEXT
    assert list(TEXT_STEPS) == sorted(set(TEXT_STEPS))
